"""Several postings arranged for reading: what to do first, which fit, and skills against postings in charts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tailor.model.gaps import Condition, GapReport, PostingFit, PostingGaps, RequirementState, SkillState
from tailor.model.posting import Need
from tailor.render.gaps_lines import anchor_of
from tailor.render.gaps_many_steps import first_of_many
from tailor.render.gaps_many_words import conditions_told, job_of, shortened, some, told
from tailor.render.gaps_rows import GOOD, opened, row_anchor, words
from tailor.render.gaps_view import Linked, own_anchors

# Rows and columns that a person reads on one page; JSON and CSV hold all that the report keeps.
_FITS, _CONDITIONS, _COLUMNS, _MISSING, _HELD = 20, 10, 12, 12, 8
_DOTS = 12
_NEEDS: tuple[Need, ...] = ("required", "responsibility", "preferred")


@dataclass(frozen=True, slots=True, kw_only=True)
class FitRow:
    """A posting beside the others: its number among those told in full (empty: not told), verdict and counts."""

    number: str
    anchor: str
    job: str
    word: str
    verdict: str
    counts: str
    conditions: str
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """What decides alone: the state over all postings, how often, and the words of a posting that sets it."""

    symbol: str
    state: str
    word: str
    name: str
    counts: str
    quote: Linked
    reason: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A skill in one posting: how it asks, as a mark and in words with the skill's state; empty if it does not."""

    mark: str = ""
    need: str = ""
    said: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A line of a posting that asks for a skill: which posting, the words, the need, and where it is answered."""

    anchor: str
    job: str
    text: str
    need: str
    state: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillView:
    """A skill over all postings: its cells, demand and evidence as dots and words, and what is quoted for it."""

    anchor: str
    name: str
    symbol: str
    state: str
    word: str
    cells: tuple[Cell, ...]
    asking: int
    demand: str
    evidence_dots: int
    evidence: str
    asked: tuple[Quote, ...]
    shown: tuple[Linked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """A line of the profile, and the numbers of the postings whose pages have it."""

    anchor: str
    text: str
    entry: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyView:
    """Several postings for reading. `columns` are the postings told in full, each a link with its job."""

    counted: str
    met: str
    notes: tuple[str, ...]
    first: tuple[Linked, ...]
    fits: tuple[FitRow, ...]
    conditions: tuple[ConditionRow, ...]
    columns: tuple[Linked, ...]
    skills: tuple[SkillView, ...]
    postings: int
    dots: int
    learn: tuple[str, ...]
    write_down: tuple[tuple[str, tuple[str, ...]], ...]
    lines: tuple[OwnLine, ...]


def by_fit(report: GapReport) -> GapReport:
    """A report whose postings stand in the order in which they fit, best first."""
    places = {fit.posting: place for place, fit in enumerate(report.portfolio.fits)}
    ordered = sorted(report.postings, key=lambda gaps: places.get(gaps.posting, len(places)))
    return replace(report, postings=tuple(ordered))


def many_view(report: GapReport) -> ManyView:
    """A report over several postings into what its page shows above the postings."""
    portfolio, page = report.portfolio, words()["many"]
    numbers = {gaps.posting: index for index, gaps in enumerate(report.postings, start=1)}
    columns = report.postings[:_COLUMNS]
    unsettled = [one for one in portfolio.conditions if one.unmet or one.open]
    words_of = words()["many"]["verdicts"]
    counts = ", ".join(told("of_word", count=count, word=words_of[word]) for word, count in portfolio.verdicts)
    return ManyView(
        counted=told("counted", count=portfolio.postings, words=counts),
        met=some([_condition_name(one) for one in portfolio.conditions if one not in unsettled]),
        notes=tuple(_notes(report)),
        first=tuple(first_of_many(report, numbers)),
        fits=tuple(_fit(fit, numbers) for fit in portfolio.fits[:_FITS]),
        conditions=tuple(_condition(one, report, numbers) for one in unsettled[:_CONDITIONS]),
        columns=tuple(
            Linked(verb=str(numbers[gaps.posting]), text=_job(gaps), anchor=f"posting-{numbers[gaps.posting]}")
            for gaps in columns
        ),
        skills=tuple(_skill(skill, report, columns) for skill in _chosen(report.skills)),
        postings=portfolio.postings,
        dots=min(_DOTS, portfolio.postings),
        learn=tuple(
            told("learn_step", skills=some(step.skills), more=step.more, complete=step.complete, lists=portfolio.lists)
            for step in portfolio.learn
        ),
        write_down=tuple(_write_down(report, page["write_down"])),
        lines=tuple(_own_lines(report)),
    )


def _notes(report: GapReport) -> Iterator[str]:
    """What a reader must know of the counting: postings not told in full, the same twice, estimated pages."""
    portfolio, page = report.portfolio, words()["many"]
    if len(report.postings) < portfolio.postings:
        yield told("told_in_full", count=len(report.postings))
    if portfolio.twins:
        yield told("twins", count=portfolio.twins)
    if any(fit.word == "unread" for fit in portfolio.fits):
        yield str(page["unread"])
    if not portfolio.measured:
        yield str(page["estimated"])


def _job(gaps: PostingGaps) -> str:
    return job_of(gaps.role or gaps.title, gaps.company)


def _fit(fit: PostingFit, numbers: dict[str, int]) -> FitRow:
    number = numbers.get(fit.posting)
    return FitRow(
        number=str(number) if number else "",
        anchor=f"posting-{number}" if number else "",
        job=job_of(fit.role or fit.title, fit.company),
        word=fit.word,
        verdict=words()["verdicts"][fit.word],
        counts=told("shown", shown=fit.shown, required=fit.required) if fit.required else "",
        conditions=conditions_told(met=fit.met, unmet=fit.unmet, asked=fit.open),
        missing=some(fit.missing),
    )


def _condition(one: Condition, report: GapReport, numbers: dict[str, int]) -> ConditionRow:
    page = words()
    state = "not met" if one.unmet else "ask" if one.open else "met"
    return ConditionRow(
        symbol=page["symbols"][state],
        state=state,
        word=page["words"][state],
        name=_condition_name(one) if one.name else "",
        counts=told("of_all", words=conditions_told(met=one.met, unmet=one.unmet, asked=one.open), count=one.asked_in),
        quote=Linked(verb="", text=" ".join(one.quote.split()), anchor=_quoted_at(one, report, numbers)),
        reason=opened(one.reason),
        advice=one.advice if one.unmet or one.open else "",
    )


def _condition_name(one: Condition) -> str:
    """A condition by its name, with the years that one is of, or else the first words of its quote."""
    if one.name and one.kind == "experience":
        return told("years_of", field=one.name)
    return one.name or f"“{shortened(one.quote)}”"


def _quoted_at(one: Condition, report: GapReport, numbers: dict[str, int]) -> str:
    """Where the quoted requirement stands on the page, if its posting is told in full."""
    for gaps in report.postings:
        if gaps.posting == one.posting:
            found = [state for state in gaps.states if state.requirement.text == one.quote]
            return row_anchor(f"posting-{numbers[gaps.posting]}", found[0].requirement.id) if found else ""
    return ""


def _chosen(skills: Sequence[SkillState]) -> list[SkillState]:
    """What is missing, by priority, then what is held, by how many ask for it."""
    missing = [skill for skill in skills if skill.priority > 0][:_MISSING]
    held = sorted((skill for skill in skills if skill.state == "shown"), key=lambda one: (-one.required_in, -one.named_in))
    return [*missing, *held[:_HELD]]


def _skill(skill: SkillState, report: GapReport, columns: Sequence[PostingGaps]) -> SkillView:
    page, asking = words(), skill.named_in or skill.required_in + skill.preferred_in
    anchor, anchors = anchor_of("skill", skill.id), own_anchors(report.postings)
    lines = [_line(skill, gaps) for gaps in columns]
    return SkillView(
        anchor=anchor,
        name=skill.name,
        symbol=page["symbols"][skill.state],
        state=skill.state,
        word=page["words"][skill.state],
        cells=tuple(
            _cell(skill, line, f"{anchor}-{index}") if line else Cell() for index, line in enumerate(lines, start=1)
        ),
        asking=max(1, round(asking * min(_DOTS, report.portfolio.postings) / report.portfolio.postings)),
        demand=told("asked_in", asking=asking, count=report.portfolio.postings, required=skill.required_in),
        evidence_dots=min(_DOTS, len(skill.evidence)),
        evidence=_evidence(skill),
        asked=tuple(
            _quote(line, gaps, f"{anchor}-{index}", index)
            for index, (line, gaps) in enumerate(zip(lines, columns, strict=True), start=1)
            if line
        ),
        shown=tuple(Linked(verb="", text=one.text, anchor=anchors.get(one.path, "")) for one in skill.evidence),
    )


def _line(skill: SkillState, gaps: PostingGaps) -> RequirementState | None:
    """The line of a posting that asks for a skill most strongly."""
    asking = [
        state
        for state in gaps.states
        if any(one.id == skill.id for group in state.requirement.skills for one in group)
    ]
    return min(asking, key=lambda state: _NEEDS.index(state.requirement.need), default=None)


def _cell(skill: SkillState, line: RequirementState, anchor: str) -> Cell:
    page, need = words(), line.requirement.need
    return Cell(
        mark=page["many"]["need_marks"][need],
        need=need,
        said=f"{page['many']['needs'][need]}, {page['words'][skill.state]}",
        anchor=anchor,
    )


def _quote(line: RequirementState, gaps: PostingGaps, anchor: str, index: int) -> Quote:
    page = words()
    return Quote(
        anchor=anchor,
        job=f"{index}. {_job(gaps)}",
        text=" ".join(line.requirement.text.split()),
        need=page["many"]["needs"][line.requirement.need],
        state=f"{page['symbols'][line.state]} {page['words'][line.state]}",
        row=row_anchor(f"posting-{index}", line.requirement.id),
    )


def _own_lines(report: GapReport) -> Iterator[OwnLine]:
    """Each line of the profile once, in the order of the first page that has it, with the postings of its pages."""
    anchors = own_anchors(report.postings)
    found = {line.path: line for gaps in reversed(report.postings) for line in reversed(gaps.lines)}
    for path, line in reversed(found.items()):
        pages = [
            str(number)
            for number, gaps in enumerate(report.postings, start=1)
            if any(one.path == path and one.printed for one in gaps.lines)
        ]
        yield OwnLine(anchor=anchors[path], text=line.text, entry=line.entry, printed=", ".join(pages))


def _evidence(skill: SkillState) -> str:
    page = words()["many"]
    if skill.state not in GOOD:
        near = told("near", names=", ".join(skill.near)) if skill.near else ""
        return near or str(words()["words"][skill.state])
    count = len(skill.evidence)
    said = page["bullets_one"] if count == 1 else told("bullets", count=count)
    return f"{said}, {skill.years}" if skill.years else str(said)


def _write_down(report: GapReport, kinds: dict[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind, heading in kinds.items():
        found = [one for one in report.portfolio.write_down if one.kind == kind]
        said = []
        for one in found[:_HELD]:
            asked = told("asked_short", count=one.asked_in) if one.asked_in else ""
            said.append(f"{one.text}{f' ({one.where}{asked})' if one.where else asked}")
        if found:
            more = [told("more", count=len(found) - _HELD)] if len(found) > _HELD else []
            yield heading, (*said, *more)
