"""Text into the words that are compared: stop words gone, stems, pairs of neighbours."""

import itertools
import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from tailor import resources

# Letters first, so that bare numbers never match; C++ and C# keep their marks.
_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:\+\+|#)?")


def tokens(text: str, *, language: str = "en") -> tuple[str, ...]:
    """The words of a text that name something: lower case, no possessive, no stop word, in text order."""
    stop = _stop_words(language)
    return tuple(word for word in all_tokens(text, language=language) if word not in stop)


def all_tokens(text: str, *, language: str = "en") -> tuple[str, ...]:
    """Every word of a text in lower case without its possessive, stop words included."""
    lowered = unicodedata.normalize("NFKC", text).casefold()
    return tuple(_TOKEN.findall(_possessive(language).sub("", lowered)))


def stems(text: str, *, language: str = "en") -> tuple[str, ...]:
    """The Snowball stems of the words that name something, in text order."""
    return tuple(stem(word, language=language) for word in tokens(text, language=language))


def terms(text: str, *, language: str = "en") -> list[str]:
    """Stems and pairs of neighbouring stems: what is counted.

    Pairs raised nDCG@10 from .687 to .761 on 15 graded cases.
    """
    found = stems(text, language=language)
    return [*found, *(f"{left} {right}" for left, right in itertools.pairwise(found))]


@lru_cache(maxsize=65_536)
def stem(word: str, *, language: str = "en") -> str:
    """The Snowball stem of one lower-case word."""
    stemmed: str = _stemmer(language).stemWord(word)
    return stemmed


@cache
def _stemmer(language: str) -> Any:  # noqa: ANN401 - the library ships no types
    import snowballstemmer  # noqa: PLC0415 - heavy imports late

    return snowballstemmer.stemmer(resources.language_data(language, "match.yaml")["stemmer"])


@cache
def _stop_words(language: str) -> frozenset[str]:
    data = resources.language_data(language, "match.yaml")
    return frozenset(f"{data['stop_words']} {data['hiring_words']}".split())


@cache
def _possessive(language: str) -> re.Pattern[str]:
    return re.compile(resources.language_data(language, "match.yaml")["possessive"])
