"""Similarity of concepts: what a requirement asks and a bullet shows, the rarer the better."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING

from tailor.match.concepts import is_broad, is_pattern
from tailor.match.sides import Query, Text

if TYPE_CHECKING:
    from tailor.match.vectors import Matrix

# A pattern shows a thing indirectly ("$3.8M budget" for P&L), a named skill outright.
_INDIRECT = 0.8

# A way of working that lines of any job show (reporting, documentation) says less: with 1 instead of .8 a third
# more unrelated bullets are taken for evidence on ten graded cases.
_BROAD = 0.8

# The share of a weight that does not depend on rarity: a nurse whose every second line is critical care has
# shown critical care. On ten graded cases .5 ranks .02 better than 0; from .75 on it ranks worse.
_FIRM = 0.5

# Who shows a part shows something of the whole: machine learning is some of artificial intelligence.
_WIDER = 0.6


def concept_similarity(queries: Sequence[Query], texts: Sequence[Text], *, once: bool = False) -> "Matrix":
    """Root of the summed squares of the weights of shared concepts, at most 1; queries x texts.

    With `once` a field of work counts in all queries together as much as in one: each counts its share. A posting
    that says "machine learning" in nine lines asks for it once, and lines that show nothing else would lead (on
    thirteen graded cases .866 without it, .876 with it; other concepts that several lines ask for count in each:
    counted once, .83).

    A concept's weight is .5 + .5 log((n + 1) / bullets that show it) / log(n + 1) over n different texts: 1 where
    one shows it, .5 where all do. Nothing divides by what else is asked or shown, as a cosine would: who shows
    one of six tools that a line names has answered it, and a bullet that shows more is not worse for it (on
    seven graded cases .82 with cosines, .87 with this).
    """
    import numpy as np  # noqa: PLC0415 - heavy imports late

    weights = _weights([text.concepts.all for text in texts])
    asked = Counter(concept for query in queries for concept in query.concepts.fields) if once else Counter()
    rows = [[_similarity(query, text, weights, asked) for text in texts] for query in queries]
    return np.array(rows, dtype=np.float64).reshape(len(queries), len(texts))


def _weights(shown: Sequence[frozenset[str]]) -> Mapping[str, float]:
    different = frozenset(shown)
    found = Counter(concept for concepts in different for concept in concepts)
    most = log(len(different) + 1)
    return {
        concept: (_FIRM + (1 - _FIRM) * log((len(different) + 1) / count) / most)
        * (_INDIRECT if is_pattern(concept) else 1.0)
        * (_BROAD if is_broad(concept) else 1.0)
        for concept, count in found.items()
    }


def _similarity(query: Query, text: Text, weights: Mapping[str, float], asked: Mapping[str, int]) -> float:
    shared = _shared(query, text, weights)
    return min(1.0, sqrt(sum((weight / (asked.get(concept) or 1)) ** 2 for concept, weight in shared)))


def _shared(query: Query, text: Text, weights: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """What is asked and shown, with its weights; sorted, because the last digit of a sum depends on its order.

    A field that another shared concept implies counts with it: machine learning does not answer "AI/ML" twice.
    """
    asked = query.concepts
    shared = asked.direct & (text.concepts.all | text.concepts.wider)
    implied = {found for concept in shared for found in asked.made_of.get(concept, ())}
    for concept in sorted(shared - (implied & asked.fields)):
        if concept in text.concepts.all:
            yield concept, weights[concept]
        else:
            yield concept, _WIDER * weights.get(concept, 1.0)
