"""TF-IDF similarity of queries and documents: the one place that calls scikit-learn."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from tailor.match import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix: TypeAlias = NDArray[np.float64]

_MOST_KEPT = 2048
"""Texts whose terms are kept: a person's lines come with every posting, and postings share lines."""

_LENGTHS = (3, 5)


def word_similarity(queries: Sequence[str], documents: Sequence[str], background: Sequence[str]) -> "Matrix":
    """Cosines of stems and pairs of stems, queries x documents, 0 to 1; idf from all texts, each once."""
    return _cosines(_word_terms, queries, documents, background)


def letter_similarity(queries: Sequence[str], documents: Sequence[str], background: Sequence[str]) -> "Matrix":
    """Cosines of runs of 3 to 5 letters inside words, queries x documents: kindred word forms meet."""
    return _cosines(_letter_terms, *map(_named, (queries, documents, background)))


def _named(texts: Sequence[str]) -> list[str]:
    return [" ".join(words.tokens(text)) for text in texts]


@lru_cache(maxsize=_MOST_KEPT)
def _word_terms(text: str) -> tuple[str, ...]:
    return tuple(words.terms(text))


@lru_cache(maxsize=_MOST_KEPT)
def _letter_terms(text: str) -> tuple[str, ...]:
    """The runs of letters of each word with a blank before and behind it; a word shorter than a run is one."""
    return tuple(run for word in text.split() for run in _runs(f" {word} "))


@lru_cache(maxsize=8 * _MOST_KEPT)
def _runs(word: str) -> tuple[str, ...]:
    found: list[str] = []
    for length in range(_LENGTHS[0], _LENGTHS[1] + 1):
        found += [word[at : at + length] for at in range(max(1, len(word) - length + 1))]
        if len(word) <= length:
            break
    return tuple(found)


def _cosines(
    terms: Callable[[str], tuple[str, ...]],
    queries: Sequence[str],
    documents: Sequence[str],
    background: Sequence[str],
) -> "Matrix":
    import numpy as np  # noqa: PLC0415 - heavy imports late
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - heavy imports late

    nothing = np.zeros((len(queries), len(documents)))
    if not queries or not documents:
        return nothing
    # Each text once, sorted: neither the order of a file nor a repeated line moves a score.
    texts = sorted({*queries, *documents, *background})
    rows = {text: row for row, text in enumerate(texts)}
    try:
        weighed = TfidfVectorizer(lowercase=False, analyzer=terms).fit_transform(texts)
    except ValueError:  # no text holds a single term: nothing is like anything
        return nothing
    found = weighed[[rows[text] for text in queries]] @ weighed[[rows[text] for text in documents]].T
    return np.asarray(found.toarray(), dtype=np.float64)
