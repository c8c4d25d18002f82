"""The weights of the trained part, and how they read a line: a gate for the line, then a tag for each word."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, sqrt
from typing import TYPE_CHECKING, Any

from tailor.skills.evidence import Evidence
from tailor.skills.lexicon import Lexicon
from tailor.skills.stretches import Place
from tailor.skills.trained.features import (
    REACH,
    Above,
    WordTable,
    gate_names,
    gate_step,
    line_names,
    line_units,
    mark_units,
    marked,
    padded,
    pair_units,
    word_units,
)

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.float32]]

TAGS = "OBILU"
"""Outside, first, inner and last word of a skill, a skill of one word (Ratinov and Roth 2009): .02 of strict F1
above tags without last and single words (SkillSpan dev)."""

_CLOSED = 0.02
"""Below this chance of a skill the words of a line are not asked: a third of the time for .001 of F1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A model file's arrays: a row of weights, one per tag, for each unit; the steps between tags; the gate."""

    rows: dict[str, int]
    weights: "Array"
    steps: tuple[tuple[float, ...], ...]
    gate: dict[str, float]
    bias: float


class TrainedPart:
    """Reads lines with trained weights; the sums for single words, pairs and marks are kept."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        """Hold the weights and what a lexicon knows of single words."""
        self._weights = weights
        self.table = WordTable(lexicon)
        self._kept: dict[Hashable, Array] = {}

    def chance(self, judge: Evidence, counted: Sequence[Place], above: Above) -> float:
        """How likely a line names a skill at all, 0 to 1: a logistic regression over `gate_names`.

        The names are a vector of length one, so that long lines do not weigh more than short ones.
        """
        known = self._weights.gate
        names = sorted(gate_names(judge.line, counted, above))  # sums of floats depend on their order
        score = sum(known.get(name, 0.0) for name in names) / sqrt(len(names))
        return 1 / (1 + exp(-self._weights.bias - score))

    def spans(self, judge: Evidence, counted: Sequence[Place], chance: float) -> list[tuple[int, int]]:
        """The words of a line that are read as skills: first word, and the word behind the last."""
        if chance < _CLOSED or not judge.line.words:
            return []
        return spans_of(best_tags(self.scores(judge, counted, chance).tolist(), self._weights.steps))

    def scores(self, judge: Evidence, counted: Sequence[Place], chance: float) -> "Array":
        """How much speaks for each tag of each word: one row per word, one column per tag."""
        import numpy as np  # noqa: PLC0415 - heavy imports late

        step, size = gate_step(chance), len(judge.line.words)
        texts, words = padded(judge.line)
        none = self._sums(())
        blocks = [
            [self._of(word_units, text, word, self.table) for text, word in zip(texts, words, strict=True)],
            [self._of(pair_units, one, two) for one, two in pairwise(texts)],
            [none, none, *(self._of(mark_units, mark, step) for mark in marked(judge, counted)), none, none],
        ]
        whole = self._sums((0, unit) for unit in line_units(line_names(judge, counted), step))
        total = np.tile(whole[REACH], (size, 1))
        for listed in blocks:
            total += _shifted(np.stack(listed), size)
        return total

    def _of(self, units: Callable[..., Iterable[tuple[int, str]]], *seen: Hashable) -> "Array":
        """The sums of the units of something that is seen, kept for the next line that holds it."""
        key = (units, *seen)
        found = self._kept.get(key)
        if found is None:
            found = self._sums(units(*seen))
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = found
        return found

    def _sums(self, units: Iterable[tuple[int, str]]) -> "Array":
        """The weights of some units, summed for each distance: one row per distance, one column per tag."""
        import numpy as np  # noqa: PLC0415 - heavy imports late

        sums = np.zeros((2 * REACH + 1, len(TAGS)), np.float32)
        for shift, unit in units:
            row = self._weights.rows.get(unit)
            if row is not None:
                sums[shift + REACH] += self._weights.weights[row]
        return sums


_MOST_KEPT = 60_000
"""Sums kept, 100 bytes each; a thousand postings have some 40,000 words and pairs."""


def _shifted(blocks: "Array", size: int) -> "Array":
    """Blocks of neighbours, the first two of them left of the line, summed as each word of the line sees them."""
    reach = range(min(2 * REACH + 1, len(blocks) - size + 1))
    return sum(blocks[shift : shift + size, shift] for shift in reach)  # type: ignore[return-value]


def best_tags(scores: Sequence[Sequence[float]], steps: Sequence[Sequence[float]]) -> list[int]:
    """The sequence of tags with the largest sum of scores and steps (Viterbi 1967); ties go to the first tag."""
    into = list(zip(*steps, strict=True))
    sums, ways = list(scores[0]), []
    for row in scores[1:]:
        came, before = [], sums
        sums = []
        for now, columns in enumerate(into):
            totals = [one + step for one, step in zip(before, columns, strict=True)]
            best = max(totals)
            came.append(totals.index(best))
            sums.append(best + row[now])
        ways.append(came)
    path = [sums.index(max(sums))]
    for came in reversed(ways):
        path.append(came[path[-1]])
    return path[::-1]


def spans_of(tags: Sequence[int]) -> list[tuple[int, int]]:
    """Tags into the stretches they mark; what has no beginning begins where it stands."""
    spans: list[tuple[int, int]] = []
    start = -1
    for place, tag in enumerate([*(TAGS[one] for one in tags), "O"]):
        if start >= 0 and tag in "OBU":
            spans.append((start, place))
            start = -1
        if tag != "O" and start < 0:
            start = place
        if tag in "LU":
            spans.append((start, place + 1))
            start = -1
    return spans
