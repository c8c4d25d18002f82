"""Texts of postings -> which of them are next to the same."""

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W_]+")
_RUN = 5
"""Words of a run that two texts may share; shorter runs are phrases of the trade."""

_ALIKE = 0.7
"""The share of runs that two postings of one job have in common; of 150 different postings no two pass 0.3."""


def twin_of(text: str, others: Mapping[str, str]) -> str:
    """The name of the text that is next to the same as another (Jaccard index of word runs); "" if none is."""
    own = _runs(text)
    best, name = max(((_shared(own, _runs(other)), name) for name, other in others.items()), default=(0.0, ""))
    return name if best >= _ALIKE else ""


def twins_among(texts: Mapping[str, str]) -> dict[str, str]:
    """Texts by name into those that are next to the same as one before them, each with that one's name."""
    first: dict[str, frozenset[tuple[str, ...]]] = {}
    twins: dict[str, str] = {}
    for name, text in texts.items():
        own = _runs(text)
        same = max(((_shared(own, other), other_name) for other_name, other in first.items()), default=(0.0, ""))
        if same[0] >= _ALIKE:
            twins[name] = same[1]
        else:
            first[name] = own
    return twins


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[place : place + _RUN]) for place in range(max(0, len(words) - _RUN + 1)))


def _shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
