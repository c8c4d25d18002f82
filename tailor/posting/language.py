"""A text -> its language, by the share of each language's most frequent words."""

from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from tailor.posting.patterns import words
from tailor.resources import language_data, language_folder, languages

_DEFAULT = "en"
_ENOUGH = 20_000
# A line tells its language with so many frequent words of it, and so many times those of the next.
_FEWEST, _MARGIN = 4, 1.6
# Languages share some frequent words; below this share of the first's there is no text in a second.
_SHARE = 0.25


def language_of(text: str) -> str:
    """The code of the language whose frequent words make up most of a text; "en" when none does."""
    scores = _scores(text[:_ENOUGH])
    best = max(scores, key=lambda code: (scores[code], code == _DEFAULT), default=_DEFAULT)
    return best if scores.get(best) else _DEFAULT


def languages_in(text: str) -> tuple[str, ...]:
    """The codes of the languages that a text is written in, or that parts of it may be; all for a short text."""
    scores = _scores(text[:_ENOUGH])
    most = max(scores.values(), default=0)
    if most < _FEWEST:
        return languages()
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    return tuple(code for code in ranked if scores[code] >= _SHARE * most)


def surely(text: str) -> str:
    """The language of a text that shows it plainly, by frequent words of one and few of any other; else ""."""
    scores = _scores(text[:_ENOUGH])
    first, second = [*sorted(scores.values(), reverse=True), 0, 0][:2]
    if first < _FEWEST or first < _MARGIN * second:
        return ""
    return max(scores, key=lambda code: (scores[code], code))


def is_mixed(text: str) -> bool:
    """Whether a second language has so many of the frequent words that it may be a version of its own."""
    first, second = [*sorted(_scores(text[:_ENOUGH]).values(), reverse=True), 0, 0][:2]
    return second >= _SHARE * first


@lru_cache(maxsize=256)  # several readers ask the same of a page
def _scores(text: str) -> Mapping[str, float]:
    """How many frequent words of each language stand in a text; one that several share counts a part for each."""
    frequent = _frequent()
    scores: dict[str, float] = {}
    for word, count in Counter(words(text)).items():
        codes = frequent.get(word, ())
        for code in codes:
            scores[code] = scores.get(code, 0.0) + count / len(codes)
    return MappingProxyType(scores)


@cache
def _frequent() -> Mapping[str, tuple[str, ...]]:
    """Each frequent word with the languages it is frequent in."""
    spoken: dict[str, tuple[str, ...]] = {}
    for code in languages():
        if (language_folder(code) / "facts.yaml").is_file():
            for entry in language_data(code, "facts.yaml").get("stop_words") or ():
                for word in words(str(entry)):
                    spoken[word] = (*spoken.get(word, ()), code)
    return spoken
