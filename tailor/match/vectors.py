"""TF-IDF similarity of queries and documents: the one place that calls scikit-learn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from tailor.match import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix: TypeAlias = NDArray[np.float64]


def word_similarity(queries: Sequence[str], documents: Sequence[str], background: Sequence[str]) -> "Matrix":
    """Cosines of stems and pairs of stems, queries x documents, 0 to 1; idf from all texts, each once."""
    return _cosines({"analyzer": words.terms}, queries, documents, background)


def letter_similarity(queries: Sequence[str], documents: Sequence[str], background: Sequence[str]) -> "Matrix":
    """Cosines of runs of 3 to 5 letters inside words, queries x documents: kindred word forms meet."""
    settings = {"analyzer": "char_wb", "ngram_range": (3, 5)}
    return _cosines(settings, _named(queries), _named(documents), _named(background))


def _named(texts: Sequence[str]) -> list[str]:
    return [" ".join(words.tokens(text)) for text in texts]


def _cosines(
    settings: dict[str, Any], queries: Sequence[str], documents: Sequence[str], background: Sequence[str]
) -> "Matrix":
    import numpy as np  # noqa: PLC0415 - heavy imports late
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - heavy imports late

    nothing = np.zeros((len(queries), len(documents)))
    if not queries or not documents:
        return nothing
    vectorizer = TfidfVectorizer(lowercase=False, **settings)
    try:
        # Each text once, sorted: neither the order of a file nor a repeated line moves a score.
        vectorizer.fit(sorted({*queries, *documents, *background}))
    except ValueError:  # no text holds a single term: nothing is like anything
        return nothing
    found = vectorizer.transform(queries) @ vectorizer.transform(documents).T
    return np.asarray(found.toarray(), dtype=np.float64)
