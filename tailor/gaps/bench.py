"""One plan with its ranking into the gaps of its posting, and into what sums over postings are made of."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tailor.gaps.asking import AskedSkill, Group, asked_skills, missing_groups
from tailor.gaps.case import compared
from tailor.gaps.holdings import Holdings, holdings
from tailor.gaps.phrases import Spellings, spellings
from tailor.model.gaps import PostingGaps
from tailor.model.plan import Plan, Ranking
from tailor.model.posting import Posting, Requirement
from tailor.model.profile import Bullet, Profile
from tailor.model.skills import Find

Firmness = Callable[[Plan, Ranking], Mapping[str, bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One posting as sums over postings need it.

    `missing` are the required any-of groups of which nothing is held, None where no skill is required; `proven`
    the ids of skills that make up a whole requirement which a bullet shows, `answered` those of all requirements
    that one shows, `unanswered` those of the others; `answering` and `printed` paths of bullets;
    `fingerprint` is the same for postings that say the same. `measured` says whether an engine laid the
    page out.
    """

    gaps: PostingGaps
    asked: tuple[AskedSkill, ...]
    missing: tuple[Group, ...] | None
    proven: frozenset[str]
    answered: frozenset[str]
    unanswered: frozenset[str]
    answering: frozenset[str]
    printed: frozenset[str]
    fingerprint: int
    measured: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What every posting of one report is judged with; the skills that a profile holds are read once.

    `titled` says a posting's title as people say it, `firmness` by path how firm the places of the bullets are,
    `lacks_result` whether a line plainly does not say what came of the work.
    """

    find: Find
    today: dt.date
    titled: Callable[[Posting], str] | None = None
    firmness: Firmness | None = None
    lacks_result: Callable[[str], bool] | None = None
    _held: dict[tuple[str, tuple[Bullet, ...]], Holdings] = field(default_factory=dict)
    _spelled: dict[tuple[str, tuple[Bullet, ...]], Spellings] = field(default_factory=dict)

    def held(self, profile: Profile) -> Holdings:
        """The skills of a profile in one of its languages."""
        key = (profile.lang, profile.bullets)
        if key not in self._held:
            self._held[key] = holdings(profile, self.find)
        return self._held[key]

    def spelled(self, profile: Profile) -> Spellings:
        """How a profile, in one of its languages, writes the skills that it names."""
        key = (profile.lang, profile.bullets)
        if key not in self._spelled:
            self._spelled[key] = spellings(profile, self.find)
        return self._spelled[key]


def summing(plan: Plan, ranking: Ranking, gaps: PostingGaps, bench: Bench) -> Judged:
    """The gaps of a posting into what sums over postings are made of."""
    held = bench.held(compared(plan))
    shown = [state.requirement for state in gaps.states if state.state == "shown"]
    open_ones = [state.requirement for state in gaps.states if state.state not in {"shown", "met"}]
    return Judged(
        gaps=gaps,
        asked=asked_skills(plan.posting, held),
        missing=missing_groups(plan.posting, held, {one.id for one in shown}),
        proven=frozenset(skill.id for one in shown if len(one.skills) == 1 for skill in one.skills[0]),
        answered=frozenset(_named(shown)),
        unanswered=frozenset(_named(open_ones)),
        answering=frozenset(match.path for match in ranking.matches if match.strong),
        printed=plan.printed,
        fingerprint=_fingerprint(plan.posting),
        measured=plan.fit.measured,
    )


def _named(requirements: Iterable[Requirement]) -> Iterator[str]:
    return (skill.id for one in requirements for group in one.skills for skill in group)


def _fingerprint(posting: Posting) -> int:
    """A number that two postings share when title, employer and all they ask for are the same words."""
    asked = sorted(" ".join(one.text.casefold().split()) for one in posting.requirements)
    said = [posting.title.casefold(), posting.company.casefold(), *(asked or [posting.text.casefold()])]
    digest = hashlib.blake2b("\n".join(said).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
