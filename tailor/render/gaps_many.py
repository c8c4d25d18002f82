"""Several postings arranged for reading: what to do first, which fit, and skills against postings in charts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tailor.model.gaps import Condition, GapReport, LearnStep, PostingFit, PostingGaps
from tailor.render.gaps_charts import DOTS, SkillView, skill_views
from tailor.render.gaps_many_steps import first_of_many
from tailor.render.gaps_many_words import conditions_told, job_of, shortened, some, told
from tailor.render.gaps_rows import opened, row_anchor, words
from tailor.render.gaps_view import Linked, own_anchors

# Rows and columns that a person reads on one page; JSON and CSV hold all that the report keeps.
_FITS, _CONDITIONS, _COLUMNS, _WRITTEN = 20, 10, 12, 8


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


def many_view(report: GapReport, *, printed: bool = False) -> ManyView:
    """A report over several postings into what its page shows above the postings; see `report_view`."""
    portfolio, page = report.portfolio, words()["many"]
    numbers = {gaps.posting: index for index, gaps in enumerate(report.postings, start=1)}
    columns = report.postings[:_COLUMNS]
    anchors = {} if printed else own_anchors(report.postings)
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
            Linked(verb=str(number), text=_job(gaps), anchor=f"posting-{number}")
            for number, gaps in enumerate(columns, start=1)
        ),
        skills=tuple(skill_views(report, columns, anchors)),
        postings=portfolio.postings,
        dots=min(DOTS, portfolio.postings),
        learn=tuple(_learn_step(step, portfolio.lists) for step in portfolio.learn),
        write_down=tuple(_write_down(report, page["write_down"])),
        lines=tuple(_own_lines(report, anchors)),
    )


def _learn_step(step: LearnStep, lists: int) -> str:
    return told("learn_step", skills=some(step.skills), more=step.more, complete=step.complete, lists=lists)


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
    counts = conditions_told(met=one.met, unmet=one.unmet, asked=one.open)
    return ConditionRow(
        symbol=page["symbols"][state],
        state=state,
        word=page["words"][state],
        name=_condition_name(one) if one.name else "",
        counts=told("of_all", words=counts, count=one.asked_in),
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


def _own_lines(report: GapReport, anchors: Mapping[str, str]) -> Iterator[OwnLine]:
    """Each line of the profile that has a place, once, with the postings whose pages have it."""
    found = {line.path: line for gaps in report.postings for line in gaps.lines if line.path in anchors}
    for path, line in found.items():
        pages = [
            str(number)
            for number, gaps in enumerate(report.postings, start=1)
            if any(one.path == path and one.printed for one in gaps.lines)
        ]
        yield OwnLine(anchor=anchors[path], text=line.text, entry=line.entry, printed=", ".join(pages))


def _write_down(report: GapReport, kinds: dict[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind, heading in kinds.items():
        found = [one for one in report.portfolio.write_down if one.kind == kind]
        said = []
        for one in found[:_WRITTEN]:
            asked = told("asked_short", count=one.asked_in) if one.asked_in else ""
            said.append(f"{one.text}{f' ({one.where}{asked})' if one.where else asked}")
        if found:
            more = [told("more", count=len(found) - _WRITTEN)] if len(found) > _WRITTEN else []
            yield heading, (*said, *more)
