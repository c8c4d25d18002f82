"""How firmly a bullet is printed or left out: its rank, its rival, and what other weights would do."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tailor.model.plan import Plan, RankedBullet, Ranking

_DRAWS, _SEED = 200, 20_260_115
_SWING = 0.2
"""Each part of the score is moved by up to a fifth, as far as the weights of two graders' cases differed."""
_FIRM = 0.95
"""Share of draws in which a choice must stand to be called firm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A bullet's rank among `of` bullets, whether it is printed, its rival, and how often it stays on its side.

    The rival of a printed bullet is the best of its entry that is not printed, that of another the weakest printed
    one of its entry, or of the page where the entry has none; None where there is no rival.
    """

    ranked: RankedBullet
    rank: int
    of: int
    printed: bool
    rival: RankedBullet | None
    stays: float

    @property
    def firm(self) -> bool:
        """Whether the choice stands however the weights are moved."""
        return self.stays >= _FIRM

    @property
    def lead(self) -> float:
        """By how much it is ahead of its rival; negative where it is behind."""
        return self.ranked.score - self.rival.score if self.rival else 0.0


def standing(plan: Plan, ranking: Ranking, path: str) -> Standing:
    """Where a bullet of the profile stands, by its path; KeyError if the ranking has none."""
    order = [one.bullet.path for one in ranking.bullets]
    if path not in order:
        raise KeyError(path)
    ranked = ranking.bullets[order.index(path)]
    return _standing(ranked, order.index(path) + 1, ranking, plan.printed)


def _standing(ranked: RankedBullet, rank: int, ranking: Ranking, on_page: frozenset[str]) -> Standing:
    printed = ranked.bullet.path in on_page
    rival = _rival(ranked, ranking, on_page)
    return Standing(
        ranked=ranked,
        rank=rank,
        of=len(ranking.bullets),
        printed=printed,
        rival=rival,
        stays=_stays(ranked, rival, printed=printed),
    )


def standings(plan: Plan, ranking: Ranking) -> Mapping[str, Standing]:
    """The standing of every bullet that may be printed, by path, best first."""
    on_page = plan.printed
    return {
        one.bullet.path: _standing(one, rank, ranking, on_page)
        for rank, one in enumerate(ranking.bullets, start=1)
        if not one.bullet.private
    }


def firmness(plan: Plan, ranking: Ranking) -> Mapping[str, bool]:
    """Whether the place of each bullet is firm, by path, where another could have it and the person is silent."""
    found = standings(plan, ranking).items()
    return {path: stands.firm for path, stands in found if stands.rival and path not in plan.withheld}


def _rival(ranked: RankedBullet, ranking: Ranking, on_page: frozenset[str]) -> RankedBullet | None:
    printed = ranked.bullet.path in on_page
    others = [one for one in ranking.bullets if not one.bullet.private and one.bullet.path != ranked.bullet.path]
    across = [one for one in others if (one.bullet.path in on_page) != printed]
    own = [one for one in across if one.entry.path == ranked.entry.path]
    if printed:
        return own[0] if own else None
    return _weakest(own) or _weakest(across)


def _weakest(bullets: Sequence[RankedBullet]) -> RankedBullet | None:
    return bullets[-1] if bullets else None


def _stays(ranked: RankedBullet, rival: RankedBullet | None, *, printed: bool) -> float:
    """The share of draws in which the better of the two stays the better; 1 without a rival."""
    if rival is None:
        return 1.0
    names = sorted({name for name, _ in (*ranked.parts, *rival.parts)})
    draw = random.Random(_SEED)  # noqa: S311 - a repeatable sweep, no secret
    ahead = ranked.score >= rival.score
    kept = 0
    for _ in range(_DRAWS):
        factors = {name: draw.uniform(1 - _SWING, 1 + _SWING) for name in names}
        kept += (_moved(ranked, factors) >= _moved(rival, factors)) == ahead
    stays = kept / _DRAWS
    # What is printed though its rival scores more owes its place to other rules; no weight decides there.
    return stays if ahead == printed else 1.0


def _moved(ranked: RankedBullet, factors: Mapping[str, float]) -> float:
    return sum(value * factors[name] for name, value in ranked.parts)
