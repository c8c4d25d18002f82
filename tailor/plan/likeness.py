"""Lines that say nearly the same."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import sqrt

from tailor.plan.lines import Line

# Of two lines more alike than this the weaker goes.
_SAME = 0.6


def repeats(lines: Sequence[Line]) -> dict[str, Line]:
    """Paths of lines that say nearly what a better one says, with that better one; pinned lines stay."""
    found: dict[str, Line] = {}
    for left, right in combinations(sorted(lines, key=_strength), 2):
        if left.path in found or right.pinned:
            continue
        if _alike(*sorted((left.planned.text, right.planned.text))) > _SAME:
            found.setdefault(right.path, left)
    return found


def _strength(line: Line) -> tuple[bool, float, int]:
    return (not line.pinned, -line.score, line.place)


@lru_cache(maxsize=16_384)
def _alike(one: str, other: str) -> float:
    """How alike two lines are; kept, because a person's lines are compared for posting after posting."""
    return _cosine(_words(one), _words(other))


@lru_cache(maxsize=1024)
def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def _cosine(left: Counter[str], right: Counter[str]) -> float:
    shared = sum(count * right[word] for word, count in left.items())
    return shared / sqrt(_square(left) * _square(right)) if shared else 0.0


def _square(counted: Counter[str]) -> int:
    return sum(count * count for count in counted.values())
