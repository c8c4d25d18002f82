"""A gap report arranged for reading: the verdict and what to do on top, then what it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tailor.model.actions import Action, Phrase, PhraseState
from tailor.model.gaps import GapReport, PostingGaps, SkillState
from tailor.model.record import HintOutcome
from tailor.render.gaps_lines import LineRow, anchor_of, line_anchors, line_rows
from tailor.render.gaps_rows import Group, Words, groups, row_anchor, words

# A page lists this many skills; JSON and CSV hold them all.
_SKILLS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A sentence with the place on the page that it is about, empty where there is none; `verb` opens it."""

    verb: str
    text: str
    anchor: str

    @property
    def whole(self) -> str:
        """The sentence with its first word."""
        return f"{self.verb} {self.text}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseRow:
    """The posting's words that stand alike on the page; `written` is what stands in their place."""

    state: PhraseState
    word: str
    texts: tuple[Linked, ...]
    written: str = ""


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
    blockers: tuple[Linked, ...]
    first: tuple[Linked, ...]
    groups: tuple[Group, ...]
    phrases: tuple[PhraseRow, ...]
    hints: tuple[HintOutcome, ...]
    set_aside: str
    lines: tuple[LineRow, ...]
    waiting: tuple[LineRow, ...]
    anchors: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """One skill for reading; `share` is its priority as a part of the highest one, 0 to 100."""

    anchor: str
    name: str
    symbol: str
    state: str
    word: str
    priority: str
    share: int
    asked: str
    near: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A gap report for reading: the title, its postings, and over several the skills with something missing."""

    title: str
    person: str
    postings: tuple[PostingView, ...]
    skills: tuple[SkillRow, ...]
    more_skills: int


def report_view(report: GapReport, *, printed: bool = False) -> ReportView:
    """A gap report into what its pages show, in reading order.

    On paper the lines of the profile are not told a second time, and no quote leads to them.
    """
    alone = len(report.postings) == 1
    shared = {} if printed else None if alone else own_anchors(report.postings)
    postings = tuple(_posting(gaps, index, shared) for index, gaps in enumerate(report.postings, start=1))
    missing = [skill for skill in report.skills if skill.priority > 0 and len(postings) > 1]
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


def own_anchors(postings: Sequence[PostingGaps]) -> dict[str, str]:
    """Where the page tells of each line once for several postings, by its path."""
    return {line.path: anchor_of("line", line.path) for gaps in postings for line in gaps.lines}


def _posting(gaps: PostingGaps, index: int, shared: Mapping[str, str] | None) -> PostingView:
    """One of the postings; with `shared` places of lines, those are told once for all and not here."""
    page, anchor = words(), f"posting-{index}"
    return PostingView(
        anchor=anchor,
        job=job_of(gaps.role or gaps.title, gaps.company),
        full_title=gaps.title if gaps.role and gaps.role != gaps.title else "",
        source=gaps.posting,
        word=gaps.verdict.word,
        verdict=page["verdicts"][gaps.verdict.word],
        sentence=gaps.verdict.sentence,
        blockers=_told_blockers(gaps, anchor),
        first=tuple(_linked(action, anchor) for action in gaps.verdict.actions),
        groups=tuple(groups(gaps.states, anchor)),
        phrases=tuple(_phrases(gaps.phrases, anchor)),
        hints=gaps.hints,
        set_aside=_set_aside(gaps.set_aside),
        lines=line_rows(gaps, anchor, page, printed=True) if shared is None else (),
        waiting=line_rows(gaps, anchor, page, printed=False) if shared is None else (),
        anchors=line_anchors(gaps, anchor) if shared is None else shared,
    )


def job_of(title: str, company: str) -> str:
    """A job as a heading names it: its title and where it is."""
    page = words()
    named = title or page["untitled"]
    return str(page["at"]).format(title=named, company=company) if company else str(named)


def _linked(action: Action, anchor: str) -> Linked:
    verb, _, rest = action.text.partition(" ")
    return Linked(verb=verb, text=rest, anchor=row_anchor(anchor, action.about[0]) if action.about else "")


def _told_blockers(gaps: PostingGaps, anchor: str) -> tuple[Linked, ...]:
    """What blocks, as a list of its own where the verdict's sentence does not already say it all."""
    blockers = gaps.verdict.blockers
    if len(blockers) == 1 and blockers[0].rstrip(".") in gaps.verdict.sentence:
        return ()
    return tuple(Linked(verb="", text=said, anchor=_blocker_anchor(gaps, said, anchor)) for said in blockers)


def _blocker_anchor(gaps: PostingGaps, said: str, anchor: str) -> str:
    """Where the condition stands that a sentence says is not met."""
    stopping = [one for one in gaps.states if one.knockout and one.state == "not met" and one.reason in said]
    return row_anchor(anchor, stopping[0].requirement.id) if stopping else ""


def _phrases(phrases: Sequence[Phrase], anchor: str) -> Iterator[PhraseRow]:
    """Words that are said otherwise one by one; those of the page, and those not had, in a row each."""
    page = words()
    for state, word in page["phrases"].items():
        of_state = [phrase for phrase in phrases if phrase.state == state]
        texts = [(phrase, _phrase_link(phrase, anchor)) for phrase in of_state]
        if state in {"printed", "missing"}:
            if texts:
                yield PhraseRow(state=state, word=word, texts=tuple(link for _, link in texts))
        else:
            for phrase, link in texts:
                yield PhraseRow(state=state, word=word, texts=(link,), written=phrase.written)


def _phrase_link(phrase: Phrase, anchor: str) -> Linked:
    return Linked(verb="", text=phrase.text, anchor=row_anchor(anchor, phrase.about[0]))


def _set_aside(count: int) -> str:
    page = words()
    if count == 0:
        return str(page["set_aside_none"])
    return str(page["set_aside_one"] if count == 1 else page["set_aside"]).format(count=count)


def _skills(skills: Sequence[SkillState], postings: int) -> Iterator[SkillRow]:
    page = words()
    highest = max((skill.priority for skill in skills), default=1.0)
    for skill in skills:
        yield SkillRow(
            anchor=anchor_of("skill", skill.id),
            state=skill.state,
            name=skill.name,
            symbol=page["symbols"][skill.state],
            word=page["words"][skill.state],
            priority=f"{skill.priority:g}",
            share=round(100 * skill.priority / highest),
            asked=_asked_by(skill, postings),
            near=_near(skill),
        )


def _near(skill: SkillState) -> str:
    """What stands in place of a skill: a bullet that answers its line, or the skills near it."""
    page = words()
    if skill.answered:
        return str(page["many"]["answered"])
    return f"{page['columns']['near']}: {', '.join(skill.near)}" if skill.near else ""


def _asked_by(skill: SkillState, postings: int) -> str:
    """Who asks for a skill, in words and counts."""
    page = words()
    duties = skill.named_in - skill.required_in - skill.preferred_in
    counts = {"required": skill.required_in, "preferred": skill.preferred_in, "duty": max(0, duties)}
    asking = {need: count for need, count in counts.items() if count}
    said = [page[f"{need}_in"].format(asking=found, count=postings) for need, found in asking.items()]
    return ", ".join(said) or str(page["asked_by_duty"])


__all__ = ["PostingView", "ReportView", "SkillRow", "Words", "job_of", "own_anchors", "report_view", "words"]
