"""Values of a gap report: the state of each requirement, and what to do about it."""

from dataclasses import dataclass
from typing import Literal

from tailor.model.posting import Need, Requirement
from tailor.model.record import HintOutcome

State = Literal["shown", "listed", "adjacent", "not found", "met", "not met", "ask"]


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
class SkillState:
    """A skill over all postings of a report: how many ask for it, and how the profile answers.

    `priority` = sum over postings of weight (required 3, responsibility 2, preferred 1) x absence
    (not found 1, listed .5, adjacent .4, shown 0).
    """

    id: str
    name: str
    kind: str
    state: State
    priority: float
    required_in: int
    preferred_in: int
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One plain verdict for one posting: words and counts, no percentage, no score.

    `word` is apply, stretch, blocked, thin (too little asked to say) or unread; `blockers` and `first` are
    sentences.
    """

    word: Literal["apply", "stretch", "blocked", "thin", "unread"]
    shown: int
    required: int
    sentence: str
    blockers: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """A bullet seen from its own side: where it stands, what it answers, how firm its place is.

    `entry` is the employer, school or project, `answers` the ids of the requirements it proves, the strongest
    first; `why` says why it is not printed, empty for a printed one. `firm` is None where nobody asked.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """Gaps of one or more postings against one profile."""

    profile: str
    person: str
    postings: tuple[PostingGaps, ...]
    skills: tuple[SkillState, ...]


_ORDER: dict[Need, int] = {"required": 0, "responsibility": 1, "preferred": 2}


def by_need(state: RequirementState) -> tuple[bool, int]:
    """Sort key: knock-outs first, then required, responsibilities, preferred."""
    return (not state.knockout, _ORDER[state.requirement.need])
