"""Scores of requirements x texts, as sums of named parts."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tailor.match import vectors
from tailor.match.rarity import concept_similarity
from tailor.match.sides import Query, Text

if TYPE_CHECKING:
    from tailor.match.vectors import Matrix

# Weights of the parts. With .4 to .7 for concepts nDCG@10 on seven graded cases moves by less than its noise.
PART_WEIGHTS: Mapping[str, float] = {"words": 0.5, "letters": 0.5, "concepts": 0.5}

# A requirement counts in full, a responsibility two thirds, a preference one third.
NEED_WEIGHTS: Mapping[str, float] = {"required": 1.0, "responsibility": 2 / 3, "preferred": 1 / 3}


def parts(queries: Sequence[Query], texts: Sequence[Text], background: Sequence[str]) -> "dict[str, Matrix]":
    """The named parts of each query's similarity to each text (queries x texts); their sum is the score."""
    asked, written = [query.text for query in queries], [text.text for text in texts]
    found = {
        "words": vectors.word_similarity(asked, written, background),
        "letters": vectors.letter_similarity(asked, written, background),
        "concepts": concept_similarity(queries, texts),
    }
    return {name: PART_WEIGHTS[name] * matrix for name, matrix in found.items()}


def concepts_once(queries: Sequence[Query], texts: Sequence[Text]) -> "Matrix":
    """The concepts' part where a field of work counts once, however many of the queries ask for it."""
    return PART_WEIGHTS["concepts"] * concept_similarity(queries, texts, once=True)


def total(matrices: "dict[str, Matrix]") -> "Matrix":
    """The sum of all parts, element by element."""
    import numpy as np  # noqa: PLC0415 - heavy imports late

    summed: Matrix = np.sum(list(matrices.values()), axis=0)
    return summed


def combined(similar: "dict[str, Matrix]", weights: Sequence[float]) -> "dict[str, Matrix]":
    """Parts of each text's own score, sqrt(sum of weight x similarity squared) over the queries (1 x texts each).

    The root is not a sum, but splits into one exactly: sum of w S^2 / score, and S is the sum of its parts.
    """
    import numpy as np  # noqa: PLC0415 - heavy imports late

    weight = np.asarray(weights)[:, None]
    summed = total(similar)
    score = np.sqrt((weight * summed**2).sum(axis=0))
    share = np.divide(weight * summed, score, out=np.zeros_like(summed), where=score > 0)
    return {name: (share * matrix).sum(axis=0) for name, matrix in similar.items()}
