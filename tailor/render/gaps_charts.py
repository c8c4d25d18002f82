"""Skills against postings in charts: a heat map, demand against evidence, and what both link to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tailor.model.gaps import GapReport, PostingGaps, RequirementState, SkillState
from tailor.model.posting import Need
from tailor.render.gaps_lines import anchor_of
from tailor.render.gaps_many_words import job_of, told
from tailor.render.gaps_rows import GOOD, row_anchor, words
from tailor.render.gaps_view import Linked

# Rows that a person reads on one page; JSON and CSV hold all that the report keeps.
_MISSING, _HELD = 12, 8
DOTS = 12
# Lines that are answered as a whole name no skill of their own: the field of a degree, a licence.
_OWN_ANSWER = frozenset({"degree", "licence", "language", "permit", "logistics"})
_NEEDS: tuple[Need, ...] = ("required", "responsibility", "preferred")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A skill in one posting: how it asks, as a mark and in words with the skill's state; empty if it does not."""

    mark: str = ""
    need: str = ""
    said: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A line of a posting that asks for a skill: which posting, the words, the need, and what answers it best."""

    anchor: str
    job: str
    text: str
    need: str
    state: str
    row: str
    bullet: Linked | None


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


def skill_views(
    report: GapReport, columns: Sequence[PostingGaps], anchors: Mapping[str, str]
) -> Iterator[SkillView]:
    """The skills of a report held against the postings of the columns; `anchors` are the places of bullets."""
    for skill in _chosen(report.skills):
        yield _skill(skill, report, columns, anchors)


def _chosen(skills: Sequence[SkillState]) -> list[SkillState]:
    """What is missing, by priority, then what is held, by how many ask for it."""
    missing = [skill for skill in skills if skill.priority > 0][:_MISSING]
    held = [skill for skill in skills if skill.state == "shown"]
    held.sort(key=lambda one: (-one.required_in, -one.named_in))
    return [*missing, *held[:_HELD]]


def _skill(
    skill: SkillState, report: GapReport, columns: Sequence[PostingGaps], anchors: Mapping[str, str]
) -> SkillView:
    page, asking = words(), skill.named_in or skill.required_in + skill.preferred_in
    anchor = anchor_of("skill", skill.id)
    lines = [_line(skill, gaps) for gaps in columns]
    return SkillView(
        anchor=anchor,
        name=skill.name,
        symbol=page["symbols"][skill.state],
        state=skill.state,
        word=page["words"][skill.state],
        cells=tuple(_cell(skill, line, f"{anchor}-{index}") for index, line in enumerate(lines, start=1)),
        asking=max(1, round(asking * min(DOTS, report.portfolio.postings) / report.portfolio.postings)),
        demand=told("asked_in", asking=asking, count=report.portfolio.postings, required=skill.required_in),
        evidence_dots=min(DOTS, len(skill.evidence)),
        evidence=_evidence(skill),
        asked=tuple(
            _quote(line, gaps, f"{anchor}-{index}", index, anchors)
            for index, (line, gaps) in enumerate(zip(lines, columns, strict=True), start=1)
            if line
        ),
        shown=tuple(Linked(verb="", text=one.text, anchor=anchors.get(one.path, "")) for one in skill.evidence),
    )


def _line(skill: SkillState, gaps: PostingGaps) -> RequirementState | None:
    """The line of a posting that asks for a skill most strongly."""
    named = {one.requirement for one in skill.asked_by if one.posting == gaps.posting}
    asking = [
        state
        for state in gaps.states
        if state.requirement.source == "posting"
        and state.requirement.kind not in _OWN_ANSWER
        and (
            state.requirement.id in named
            or any(one.id == skill.id for group in state.requirement.skills for one in group)
        )
    ]
    return min(asking, key=lambda state: _NEEDS.index(state.requirement.need), default=None)


def _cell(skill: SkillState, line: RequirementState | None, anchor: str) -> Cell:
    if line is None:
        return Cell()
    page, need = words(), line.requirement.need
    return Cell(
        mark=page["many"]["need_marks"][need],
        need=need,
        said=f"{page['many']['needs'][need]}, {page['words'][skill.state]}",
        anchor=anchor,
    )


def _quote(
    line: RequirementState, gaps: PostingGaps, anchor: str, index: int, anchors: Mapping[str, str]
) -> Quote:
    page = words()
    best = line.evidence[0] if line.evidence else None
    return Quote(
        anchor=anchor,
        job=f"{index}. {job_of(gaps.role or gaps.title, gaps.company)}",
        text=" ".join(line.requirement.text.split()),
        need=page["many"]["needs"][line.requirement.need],
        state=f"{page['symbols'][line.state]} {page['words'][line.state]}",
        row=row_anchor(f"posting-{index}", line.requirement.id),
        bullet=Linked(verb="", text=best.text, anchor=anchors.get(best.path, "")) if best else None,
    )


def _evidence(skill: SkillState) -> str:
    page = words()["many"]
    if skill.state not in GOOD:
        near = told("near", names=", ".join(skill.near)) if skill.near else ""
        if skill.answered:
            return str(page["answered"])
        return near or str(words()["words"][skill.state])
    count = len(skill.evidence)
    if not count:
        return str(page["proven"])
    said = page["bullets_one"] if count == 1 else told("bullets", count=count)
    return f"{said}, {skill.years}" if skill.years else str(said)
