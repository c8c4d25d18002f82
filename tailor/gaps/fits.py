"""Which postings fit best now: by what stops the application, then by how much of what is required is shown."""

import heapq
from collections.abc import Callable
from typing import Generic, TypeVar

from tailor.model.gaps import PostingFit, PostingGaps, VerdictWord

VERDICTS: tuple[VerdictWord, ...] = ("apply", "stretch", "thin", "blocked", "unread")
"""The verdicts in the order in which somebody who looks for work reads them."""

_MET, _UNMET = "met", "not met"
_PROVEN = frozenset({"met", "shown"})

_Kept = TypeVar("_Kept")
Key = tuple[object, ...]


def fit_of(gaps: PostingGaps, missing: tuple[str, ...], twins: tuple[str, ...] = ()) -> PostingFit:
    """The gaps of a posting into its line among the others."""
    deciding = [state.state for state in gaps.states if state.knockout]
    met, unmet = sum(one in _PROVEN for one in deciding), deciding.count("not met")
    return PostingFit(
        posting=gaps.posting,
        title=gaps.title,
        company=gaps.company,
        role=gaps.role,
        word=gaps.verdict.word,
        sentence=gaps.verdict.sentence,
        shown=gaps.verdict.shown,
        required=gaps.verdict.required,
        met=met,
        unmet=unmet,
        open=len(deciding) - met - unmet,
        missing=missing,
        twins=twins,
        far=gaps.verdict.far,
    )


def fit_order(fit: PostingFit) -> Key:
    """Sort key, best first: the verdict, what is not met, the share of required items shown, how many they are."""
    share = fit.shown / fit.required if fit.required else 0.0
    return (VERDICTS.index(fit.word), fit.unmet, -share, -fit.shown, fit.open, fit.posting)


class Best(Generic[_Kept]):
    """Keeps the `most` first of what is added, by a key that no two share; the others are forgotten."""

    def __init__(self, most: int | None, key: Callable[[_Kept], Key]) -> None:
        """Hold nothing yet; `most` None keeps all."""
        self._most, self._key = most, key
        self._heap: list[_Entry[_Kept]] = []

    def add(self, one: _Kept) -> None:
        """Keep it, if it is among the first."""
        entry = _Entry(self._key(one), one)
        if self._most is None or len(self._heap) < self._most:
            heapq.heappush(self._heap, entry)
        elif self._heap and self._heap[0] < entry:
            heapq.heapreplace(self._heap, entry)

    def kept(self) -> tuple[_Kept, ...]:
        """What is kept, first to last."""
        return tuple(entry.held for entry in sorted(self._heap, reverse=True))


class _Entry(Generic[_Kept]):
    """Something in a heap whose top is the last by key."""

    __slots__ = ("held", "key")

    def __init__(self, key: Key, held: _Kept) -> None:
        self.key, self.held = key, held

    def __lt__(self, other: "_Entry[_Kept]") -> bool:
        return self.key > other.key
