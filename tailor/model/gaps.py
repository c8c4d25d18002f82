"""Values of a gap report: the state of each requirement, and what to do about it."""

from dataclasses import dataclass
from typing import Literal

from tailor.model.actions import Action, Phrase
from tailor.model.posting import Need, Requirement
from tailor.model.record import HintOutcome

State = Literal["shown", "listed", "adjacent", "not found", "met", "not met", "ask"]
VerdictWord = Literal["apply", "stretch", "blocked", "thin", "unread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quoted bullet or other line of the profile, and whether the resume prints it."""

    path: str
    text: str
    printed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementState:
    """A requirement with its state; `reason` says why in words, `advice` what to do about it."""

    requirement: Requirement
    state: State
    evidence: tuple[Evidence, ...]
    reason: str
    advice: str = ""
    knockout: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A posting that asks for a skill: the strongest need, and the requirement that says so."""

    posting: str
    requirement: str
    need: Need


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillState:
    """A skill over all postings of a report: how many ask for it, and how the profile answers.

    `priority` = sum over postings of weight (required 3, responsibility 2, preferred 1) x absence
    (not found 1, listed .5, adjacent .4, shown 0). `named_in` counts the postings that name it in any requirement,
    `asked_by` are the first of them. `evidence` are bullets that show it, newest entry first, `years` the time of
    those entries ("4–5 years"), empty where none is dated. `answered` says that every
    line that asks for it is answered by a bullet, though its name stands in none.
    """

    id: str
    name: str
    kind: str
    state: State
    priority: float
    required_in: int
    preferred_in: int
    near: tuple[str, ...] = ()
    named_in: int = 0
    asked_by: tuple[Asked, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    years: str = ""
    answered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One plain verdict for one posting: words and counts, no percentage, no score.

    `blockers` are sentences, `actions` what to do, the most useful first. Of the `required` items counted, `shown`
    are shown or met, and `asked` can only be answered by the person; `far` is a stretch too wide to be worth it.
    """

    word: VerdictWord
    shown: int
    required: int
    sentence: str
    blockers: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    asked: int = 0
    far: bool = False

    @property
    def first(self) -> tuple[str, ...]:
        """What to do, in sentences, the most useful first."""
        return tuple(action.text for action in self.actions)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """A bullet seen from its own side: where it stands, what it answers, how firm its place is.

    `entry` is the employer, school or project, `answers` the ids of what it proves, the strongest first; `why`
    says why it is not printed, empty for a printed one. `firm` is None where nobody asked.
    """

    path: str
    text: str
    entry: str
    printed: bool
    answers: tuple[str, ...]
    firm: bool | None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingGaps:
    """The gap report of one posting. `role` is its title as people say it, empty where that is not known.

    `lines` are the bullets printed, in print order, then those left out that answer something, best first.
    """

    posting: str
    title: str
    company: str
    states: tuple[RequirementState, ...]
    verdict: Verdict
    hints: tuple[HintOutcome, ...] = ()
    set_aside: int = 0
    role: str = ""
    lines: tuple[LineState, ...] = ()
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingFit:
    """How one posting stands beside the others: verdict word and counts, no score.

    `shown` of `required` is what the verdict counts. Of the conditions that decide alone `met`, `open` (only the
    person can say) and `unmet` are numbers. `missing` are the required skills that are not held, by name. `twins`
    are the other names of the same posting, which is counted once.
    """

    posting: str
    title: str
    company: str
    role: str
    word: VerdictWord
    sentence: str
    shown: int
    required: int
    met: int = 0
    open: int = 0
    unmet: int = 0
    missing: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    far: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnStep:
    """One more step of learning: the skills to add, and the postings whose required skills are then all held.

    `completes` are the first of these postings, `more` their number, `complete` how many lists are then complete.
    """

    skills: tuple[str, ...]
    completes: tuple[str, ...]
    more: int
    complete: int


WriteDownKind = Literal["declared", "undeclared", "unchosen", "resultless"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteDown:
    """Something of the profile that asks to be written: where it stands, its words, and how many postings ask.

    `declared`: listed, shown by no bullet. `undeclared`: shown by a bullet, in no list. `unchosen`: a bullet that
    no resume prints. `resultless`: one that answers something and does not say what came of it. `text` is the
    skill or the bullet; `where` the entry or the list.
    """

    kind: WriteDownKind
    path: str
    text: str
    where: str = ""
    asked_in: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What decides alone, over all postings: how often it is met, not met, or only the person can say.

    `name` is the credential, degree or field, `quote` the words of the first posting that sets it where it is not
    met, else open, else met; `advice` what to do about it.
    """

    kind: str
    name: str
    met: int
    unmet: int
    open: int
    posting: str
    quote: str
    reason: str
    advice: str = ""

    @property
    def asked_in(self) -> int:
        """The number of postings that set it."""
        return self.met + self.unmet + self.open


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """What many postings say together. `postings` counts each once; `fits` are those that fit best, best first.

    `twins` counts the further names of the same postings. `lists` counts the postings that require skills and are
    not blocked, `complete` those of which all are held; `learn` is the smallest set of skills that completes the
    most of the others, in steps. `measured` is False where pages were estimated.
    """

    postings: int = 0
    twins: int = 0
    verdicts: tuple[tuple[VerdictWord, int], ...] = ()
    fits: tuple[PostingFit, ...] = ()
    conditions: tuple[Condition, ...] = ()
    lists: int = 0
    complete: int = 0
    learn: tuple[LearnStep, ...] = ()
    write_down: tuple[WriteDown, ...] = ()
    measured: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """Gaps of one or more postings against one profile.

    `postings` are those told in full: all of a few, the best fitting of many. Skills and portfolio are of all.
    """

    profile: str
    person: str
    postings: tuple[PostingGaps, ...]
    skills: tuple[SkillState, ...]
    portfolio: Portfolio = Portfolio()


_ORDER: dict[Need, int] = {"required": 0, "responsibility": 1, "preferred": 2}


def by_need(state: RequirementState) -> tuple[bool, int]:
    """Sort key: knock-outs first, then required, responsibilities, preferred."""
    return (not state.knockout, _ORDER[state.requirement.need])
