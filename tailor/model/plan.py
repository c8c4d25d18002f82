"""Values of choosing: matches, rankings, and the plan that every document is a view of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from tailor.model.posting import Posting, Requirement
from tailor.model.profile import Bullet, Credential, Entry, Language, Listed, Profile
from tailor.model.record import HintOutcome, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How well one bullet answers one requirement: a score, its named parts, what both share.

    `strong` says that the bullet is evidence: it may be quoted as proof of the requirement.
    """

    requirement: str
    path: str
    score: float
    parts: tuple[tuple[str, float], ...]
    terms: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedBullet:
    """A bullet with its score for the whole posting, the parts it is the sum of, and what it answers.

    `wording` is the author's wording that answers best: the text, a variant, or the record's edit; empty stands
    for the text.
    """

    bullet: Bullet
    entry: Entry
    score: float
    parts: tuple[tuple[str, float], ...]
    requirements: tuple[str, ...]
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Every highlight of the profile, best first, with the matches it rests on, and the hints' fate."""

    bullets: tuple[RankedBullet, ...]
    matches: tuple[Match, ...]
    hints: tuple[HintOutcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something of the profile that is not printed, and why."""

    path: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heights:
    """A layout measured once on an endless page, in CSS pixels: margin-box heights by element id.

    Ids are the paths of bullets ("work[0].highlights[3]"), of entry heads ("work[0]", "work[1].positions[0]"), of
    employers that stand once for several such entries ("work[1]", the line alone), of sections ("section:work",
    the heading alone) and of single lines ("skills[0]", "languages", "summary", "header").
    `page` is the usable height of one page.
    """

    page: float
    elements: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A document laid out for real: its pages, and the share of the last page that is filled (0 to 1)."""

    pages: int
    last_fill: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How the chosen lines fill the paper. `measured` is False where no layout engine could be asked.

    `next_page` are the paths of bullets that one more page would add, in print order.
    """

    pages: int
    limit: int | None
    measured: bool
    last_fill: float
    note: str = ""
    next_page: tuple[str, ...] = ()


RELEVANT, OTHER, EARLIER = WORK_SECTIONS = ("relevant-work", "other-work", "earlier-work")
"""Headings that jobs may stand under in place of their section's: those that answer the posting, the others of a
kind that parts them, and those of long ago, of which only titles stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLine:
    """A bullet as it is printed: the profile's path, and the author's words (text, variant or edit).

    `swaps` are the words that were exchanged for the posting's, as the author allows, with those printed.
    """

    path: str
    text: str
    wording: Literal["text", "variant", "edit"] = "text"
    swaps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedEntry:
    """An entry that is printed with the lines chosen for it, in print order; none means a title line.

    `section` is the heading it stands under: its own section's, or one of `WORK_SECTIONS`.
    """

    entry: Entry
    lines: tuple[PlannedLine, ...]
    section: str


def by_employer(entries: Sequence[PlannedEntry]) -> tuple[tuple[PlannedEntry, ...], ...]:
    """Printed entries in groups: neighbours that are positions at one employer, every other entry for itself."""
    return tuple(tuple(group) for _, group in groupby(entries, key=_block))


def _block(planned: PlannedEntry) -> tuple[str, str]:
    """What neighbours share whose employer is named once; a job of long ago names its own."""
    apart = planned.section == EARLIER or not planned.entry.employer
    return planned.section, planned.entry.path if apart else planned.entry.employer


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillTerm:
    """A skill as printed: `text` may be the posting's spelling of what the profile wrote as `written`."""

    path: str
    text: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillLine:
    """A group of the skills section, in print order."""

    path: str
    name: str
    terms: tuple[SkillTerm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is printed, in which order, what was left out, and which bullets prove which requirement.

    `entries` keep sections in the kind's order and entries newest first. `evidence` maps a requirement's id to
    paths of every proving bullet of the whole profile, best first, printed or not. `withheld` are the paths that
    the person keeps out of the documents for this posting. `headings`, `details` and `facts` are the kind's;
    `asks` is what it asks for and the profile lacks.
    """

    posting: Posting
    profile: Profile
    record: Record | None
    kind: str
    headline: str
    summary: str
    sections: tuple[str, ...]
    entries: tuple[PlannedEntry, ...]
    skills: tuple[SkillLine, ...]
    languages: tuple[Language, ...]
    credentials: tuple[Credential, ...]
    listed: tuple[Listed, ...]
    left_out: tuple[LeftOut, ...]
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()
    hints: tuple[HintOutcome, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    details: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    asks: tuple[HintOutcome, ...] = ()
    fit: Fit

    def section(self, name: str) -> tuple[PlannedEntry, ...]:
        """The printed entries of one section, in print order."""
        return tuple(planned for planned in self.entries if planned.section == name)

    @property
    def printed(self) -> frozenset[str]:
        """The paths of all printed bullets."""
        return frozenset(line.path for planned in self.entries for line in planned.lines)

    def requirement(self, wanted: str) -> Requirement:
        """The requirement with this id; KeyError if there is none."""
        for requirement in self.posting.requirements:
            if requirement.id == wanted:
                return requirement
        raise KeyError(wanted)


Measure = Callable[[Plan], Heights]
LayOut = Callable[[Plan], Layout]
