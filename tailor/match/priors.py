"""Priors on a bullet's score: the role it stands in, and how long ago that role ended."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence

from tailor.model.profile import Date, Entry

# The entry counts as much as the bullet: +.053 nDCG@10 on 15 graded cases.
ROLE_SHARE = 0.5
ROLE_BEST = 3

# A bullet never loses more than 30 % to age: plain halving hurts people whose wanted job is not the latest.
USUAL_AGE = 0.3
HALF_LIFE = 8.0


def role_means(owners: Sequence[str], scores: Sequence[float], texts: Sequence[str]) -> Mapping[str, float]:
    """The mean of each entry's three best scores; `owners` gives the entry's path of each score.

    A line that an entry says twice, by its `texts`, counts once.
    """
    by_owner: dict[str, dict[str, float]] = {}
    for owner, score, text in zip(owners, scores, texts, strict=True):
        by_owner.setdefault(owner, {}).setdefault(text, score)
    best = {owner: sorted(found.values(), reverse=True)[:ROLE_BEST] for owner, found in by_owner.items()}
    return {owner: sum(found) / len(found) for owner, found in best.items()}


def recency(entry: Entry, today: dt.date, age: float = USUAL_AGE) -> float:
    """The factor 1 - age + age x .5^(years since the end / 8); an entry without dates counts as half-way."""
    if entry.start is None and entry.end is None:
        return 1 - age / 2
    years = _years_since(entry.end, today) if entry.end else 0.0
    return 1 - age + age * math.pow(0.5, years / HALF_LIFE)


def _years_since(end: Date, today: dt.date) -> float:
    """Years from the last month that a date can mean; 0 for the future."""
    months = (today.year - end.year) * 12 + today.month - (end.month or 12)
    return max(0, months) / 12
