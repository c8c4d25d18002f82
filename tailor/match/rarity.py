"""Similarity of concepts: what a requirement asks and a bullet shows, the rarer the better."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING

from tailor.match.concepts import Concepts, is_pattern

if TYPE_CHECKING:
    from tailor.match.vectors import Matrix

# A pattern shows a thing indirectly ("$3.8M budget" for P&L), a named skill outright. From .6 to 1 the ranking of
# seven graded cases moves by no more than its noise.
_INDIRECT = 0.8


def concept_similarity(queries: Sequence[Concepts], texts: Sequence[Concepts]) -> "Matrix":
    """Root of the summed squares of the weights of shared concepts, at most 1; queries x texts.

    A concept's weight is log((n + 1) / bullets that show it) / log(n + 1) over n different texts: 1 where one
    shows it, near 0 where all do. Nothing divides by what else is asked or shown, as a cosine would: who shows
    one of six tools that a line names has answered it, and a bullet that shows more is not worse for it (on
    seven graded cases .82 with cosines, .87 with this).
    """
    import numpy as np  # noqa: PLC0415 - heavy imports late

    weights = _weights([text.all for text in texts])
    rows = [[_shared_weight(query.direct & text.all, weights) for text in texts] for query in queries]
    return np.array(rows, dtype=np.float64).reshape(len(queries), len(texts))


def _weights(shown: Sequence[frozenset[str]]) -> Mapping[str, float]:
    different = frozenset(shown)
    found = Counter(concept for concepts in different for concept in concepts)
    most = log(len(different) + 1)
    return {
        concept: log((len(different) + 1) / count) / most * (_INDIRECT if is_pattern(concept) else 1.0)
        for concept, count in found.items()
    }


def _shared_weight(shared: Iterable[str], weights: Mapping[str, float]) -> float:
    # Sorted, because the last digit of a sum depends on its order.
    return min(1.0, sqrt(sum(weights[concept] ** 2 for concept in sorted(shared))))
