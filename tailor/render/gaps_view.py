"""A gap report arranged for reading: verdicts on top, groups of rows in order, words for every state."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tailor.model.gaps import Evidence, GapReport, PostingGaps, RequirementState, SkillState, State
from tailor.model.posting import Need
from tailor.model.record import HintOutcome
from tailor.render.gaps_lines import LineRow, anchor_of, line_anchors, line_rows
from tailor.resources import language_data

Words = dict[str, Any]

_GOOD = frozenset({"shown", "met"})
_NEEDS: tuple[Need, ...] = ("required", "responsibility", "preferred")
# A page quotes this many bullets per row and lists this many skills; JSON and CSV hold them all.
_QUOTED = 3
_SKILLS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One requirement for reading: its state as symbol and words, the posting's words, and the answer.

    `plain` says that the reason adds nothing to the quotes, `anchor` names the row.
    """

    anchor: str
    symbol: str
    state: State
    word: str
    text: str
    reason: str
    advice: str
    evidence: tuple[Evidence, ...]
    more: int
    plain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows under one heading; `note` says what is folded away."""

    name: str
    heading: str
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingView:
    """One posting for reading; `anchors` says by path where the row of a line stands."""

    anchor: str
    job: str
    full_title: str
    source: str
    word: str
    verdict: str
    sentence: str
    blockers: tuple[str, ...]
    first: tuple[str, ...]
    groups: tuple[Group, ...]
    hints: tuple[HintOutcome, ...]
    set_aside: str
    lines: tuple[LineRow, ...]
    waiting: tuple[LineRow, ...]
    anchors: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """One skill for reading; `share` is its priority as a part of the highest one, 0 to 100."""

    name: str
    symbol: str
    word: str
    priority: str
    share: int
    asked: str
    near: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A gap report for reading: the title, its postings, its skills with something missing."""

    title: str
    person: str
    postings: tuple[PostingView, ...]
    skills: tuple[SkillRow, ...]
    more_skills: int


def words(language: str = "en") -> Words:
    """The words of the report page in one language."""
    page: Words = language_data(language, "gaps.yaml")["page"]
    return page


def report_view(report: GapReport) -> ReportView:
    """A gap report into what its pages show, in reading order."""
    postings = tuple(_posting(gaps, index) for index, gaps in enumerate(report.postings, start=1))
    missing = [skill for skill in report.skills if skill.priority > 0]
    return ReportView(
        title=_title(postings),
        person=report.person,
        postings=postings,
        skills=tuple(_skills(missing[:_SKILLS], len(report.postings))),
        more_skills=max(0, len(missing) - _SKILLS),
    )


def _title(postings: Sequence[PostingView]) -> str:
    page = words()
    if len(postings) == 1:
        return str(page["title_one"]).format(job=postings[0].job)
    return str(page["title_many"]).format(count=len(postings))


def _posting(gaps: PostingGaps, index: int) -> PostingView:
    page, anchor = words(), f"posting-{index}"
    return PostingView(
        anchor=anchor,
        job=_job(gaps),
        full_title=gaps.title if gaps.role and gaps.role != gaps.title else "",
        source=gaps.posting,
        word=gaps.verdict.word,
        verdict=page["verdicts"][gaps.verdict.word],
        sentence=gaps.verdict.sentence,
        blockers=_told_blockers(gaps),
        first=gaps.verdict.first,
        groups=tuple(_groups(gaps.states, anchor)),
        hints=gaps.hints,
        set_aside=_set_aside(gaps.set_aside),
        lines=line_rows(gaps, anchor, page, printed=True),
        waiting=line_rows(gaps, anchor, page, printed=False),
        anchors=line_anchors(gaps, anchor),
    )


def _job(gaps: PostingGaps) -> str:
    page = words()
    title = gaps.role or gaps.title or page["untitled"]
    return str(page["at"]).format(title=title, company=gaps.company) if gaps.company else str(title)


def _told_blockers(gaps: PostingGaps) -> tuple[str, ...]:
    """What blocks, as a list of its own where the verdict's sentence does not already say it all."""
    blockers = gaps.verdict.blockers
    return () if len(blockers) == 1 and blockers[0].rstrip(".") in gaps.verdict.sentence else blockers


def _set_aside(count: int) -> str:
    page = words()
    if count == 0:
        return str(page["set_aside_none"])
    return str(page["set_aside_one"] if count == 1 else page["set_aside"]).format(count=count)


def _groups(states: Sequence[RequirementState], anchor: str) -> Iterator[Group]:
    """Knock-outs, then the needs, then the person's own key skills; soft skills fold into one group."""
    headings = words()["headings"]
    plain = [state for state in states if not state.knockout]
    soft = [state for state in plain if state.requirement.kind == "soft" and state.requirement.source == "posting"]
    hard = [state for state in plain if state not in soft]
    found: list[tuple[str, list[RequirementState]]] = [("knockouts", [s for s in states if s.knockout])]
    for need in _NEEDS:
        of_posting = [s for s in hard if s.requirement.need == need and s.requirement.source == "posting"]
        found.append((need, of_posting))
    found.append(("record", [state for state in hard if state.requirement.source == "record"]))
    found.append(("soft", soft))
    for name, members in found:
        if members:
            rows = tuple(_row(state, anchor) for state in members)
            yield Group(name=name, heading=headings[name], rows=rows, note=_note(name, members))


def _note(name: str, members: Sequence[RequirementState]) -> str:
    if name != "soft":
        return ""
    shown = sum(state.state in _GOOD for state in members)
    return str(words()["soft_fold"]).format(shown=shown, count=len(members))


def _row(state: RequirementState, anchor: str) -> Row:
    page = words()
    quoted = tuple(one for one in state.evidence if not _is_said(one, state.reason))
    return Row(
        anchor=anchor_of(anchor, state.requirement.id),
        symbol=page["symbols"][state.state],
        state=state.state,
        word=page["words"][state.state],
        text=" ".join(state.requirement.text.split()),
        reason=_opened(_reason(state)),
        advice=state.advice,
        evidence=quoted[:_QUOTED],
        more=max(0, len(quoted) - _QUOTED),
        plain=state.state == "shown" and not state.advice and state.requirement.min_years is None,
    )


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:] if text.split(" ", maxsplit=1)[0].islower() else text


def _is_said(one: Evidence, reason: str) -> bool:
    return one.text in reason


def _reason(state: RequirementState) -> str:
    """The reason; where it names what says so, with whether the resume prints that, in place of a quote."""
    said = [one for one in state.evidence if _is_said(one, state.reason)]
    if not said:
        return state.reason
    page = words()
    printed = {one.printed for one in said}
    if state.state != "met" or len(printed) > 1:
        return state.reason
    return f"{state.reason} ({page['printed' if printed == {True} else 'unprinted']})"


def _skills(skills: Sequence[SkillState], postings: int) -> Iterator[SkillRow]:
    page = words()
    highest = max((skill.priority for skill in skills), default=1.0)
    for skill in skills:
        yield SkillRow(
            name=skill.name,
            symbol=page["symbols"][skill.state],
            word=page["words"][skill.state],
            priority=f"{skill.priority:g}",
            share=round(100 * skill.priority / highest),
            asked=_asked_by(skill, postings),
            near=", ".join(skill.near),
        )


def _asked_by(skill: SkillState, postings: int) -> str:
    """Who asks for a skill, in words and counts."""
    page = words()
    counts = {"required": skill.required_in, "preferred": skill.preferred_in}
    asking = {need: count for need, count in counts.items() if count}
    if postings == 1:
        said = [page["asked_once"][need] for need in asking]
    else:
        said = [page[f"{need}_in"].format(asking=found, count=postings) for need, found in asking.items()]
    return ", ".join(said) or str(page["asked_by_duty"])
