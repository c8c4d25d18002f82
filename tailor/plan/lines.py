"""The lines that may be printed: bullets in the wording that fits best, with what they are worth and prove."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tailor.model.plan import PlannedLine, RankedBullet, Ranking
from tailor.model.posting import Need, Posting
from tailor.model.profile import Bullet, Entry, Profile
from tailor.plan.decisions import Decided
from tailor.plan.swaps import asked_terms, swapped

# As in the ranking: a requirement counts in full, a responsibility two thirds, a preference one third.
_NEED: Mapping[Need, float] = {"required": 1.0, "responsibility": 2 / 3, "preferred": 1 / 3}

_OF_THE_JOB = frozenset({"role", "recency"})
"""Parts of a score that all lines of a job share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A bullet that may be printed. `proofs` are weighted similarities to the requirements it is evidence for.

    `score` is its own worth and that of its job together, `own` what its own words are worth. `hinted` says that
    the person's notes for this posting ask for it.
    """

    bullet: Bullet
    entry: Entry
    planned: PlannedLine
    score: float
    own: float
    proofs: tuple[tuple[str, float], ...]
    pinned: bool
    place: int
    hinted: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a reason for another page: evidence, or asked for by the person."""
        return bool(self.proofs) or self.hinted or self.pinned

    @property
    def path(self) -> str:
        """The bullet's path."""
        return self.bullet.path


def gather_lines(
    posting: Posting, profile: Profile, ranking: Ranking, entries: Sequence[Entry], decided: Decided
) -> tuple[Line, ...]:
    """Every bullet of these entries that may be printed, in their order; private and withheld ones stay out."""
    ranked = {found.bullet.path: found for found in ranking.bullets}
    proofs = _proofs(posting, ranking)
    hinted = {found.bullet.path for found in ranking.bullets if "hints" in dict(found.parts)}
    bullets = [(entry, bullet) for entry in entries for bullet in entry.bullets]
    terms = asked_terms(posting, profile.terms)
    return tuple(
        Line(
            bullet=bullet,
            entry=entry,
            planned=_planned(bullet, ranked.get(bullet.path), decided, terms),
            score=max(0.0, ranked[bullet.path].score) if bullet.path in ranked else 0.0,
            own=_own(ranked.get(bullet.path)),
            proofs=proofs.get(bullet.path, ()),
            pinned=bullet.path in decided.pinned,
            place=place,
            hinted=bullet.path in hinted,
        )
        for place, (entry, bullet) in enumerate(bullets)
        if not bullet.private and bullet.path not in decided.withheld
    )


def _own(ranked: RankedBullet | None) -> float:
    """What a bullet's own words are worth, without the job it stands in and its age."""
    return sum(value for name, value in ranked.parts if name not in _OF_THE_JOB) if ranked else 0.0


def _proofs(posting: Posting, ranking: Ranking) -> dict[str, tuple[tuple[str, float], ...]]:
    weights = {requirement.id: _NEED[requirement.need] for requirement in posting.requirements}
    found: dict[str, list[tuple[str, float]]] = {}
    for match in ranking.matches:
        if match.strong:
            found.setdefault(match.path, []).append((match.requirement, weights[match.requirement] * match.score))
    return {path: tuple(proofs) for path, proofs in found.items()}


def _planned(
    bullet: Bullet, ranked: RankedBullet | None, decided: Decided, terms: tuple[tuple[str, tuple[str, ...]], ...]
) -> PlannedLine:
    """The wording to print: the person's edit, else the best of the author's, in the spelling they allow."""
    if bullet.path in decided.edits:
        return PlannedLine(path=bullet.path, text=decided.edits[bullet.path], wording="edit")
    variant = ranked is not None and ranked.wording in bullet.variants
    text, swaps = swapped(ranked.wording if ranked and variant else bullet.text, terms)
    return PlannedLine(path=bullet.path, text=text, wording="variant" if variant else "text", swaps=swaps)
