"""The cues of the languages that a posting is written in, compiled: what a line must say to be read as something.

Which languages those are is set once per posting (`reading_in`); everything that comes from the word lists is
kept per set of languages, so a German text is never read with French cues, nor an English one with Dutch verbs.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from typing import Any, TypeVar

from tailor.posting.cues import Cues, Expressions, whole_words
from tailor.resources import language_data, language_folder, languages

_STRAIGHT = {"’": "'", "‘": "'", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " "}
_WORD = re.compile(r"[^\W_]+")
_HOME = "en"
_Answer = TypeVar("_Answer")


def straight(text: str) -> str:
    """Text of the same length with straight apostrophes, plain hyphens and plain blanks, as patterns expect."""
    if not text.isascii():
        for curly, plain in _STRAIGHT.items():
            text = text.replace(curly, plain)
    return text


@lru_cache(maxsize=8192)  # several readers ask for the words of one line
def words(text: str) -> tuple[str, ...]:
    """The words of a heading or label.

    Lower case, apostrophes dropped, everything else that is no letter parts.
    """
    return tuple(_WORD.findall(straight(text).casefold().replace("'", "")))


@cache
def readable() -> tuple[str, ...]:
    """The codes of all languages whose headings are known, English first."""
    known = [code for code in languages() if (language_folder(code) / "headings.yaml").is_file()]
    return tuple(sorted(known, key=lambda code: (code != _HOME, code)))


_SPOKEN: ContextVar[tuple[str, ...] | None] = ContextVar("languages of the posting being read", default=None)


@contextmanager
def reading_in(codes: Sequence[str]) -> Iterator[None]:
    """Read with the cues of these languages, and with the English ones, which stand in postings of all of them.

    The order is theirs: where two languages say different things with one word, the first is believed.
    """
    known = [code for code in codes if code in readable()]
    chosen = tuple(dict.fromkeys((*known, _HOME)))
    token = _SPOKEN.set(chosen)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> tuple[str, ...]:
    """The languages that are read now: those of the posting, or all where none is being read."""
    return _SPOKEN.get() or readable()


def per_language(function: Callable[..., _Answer]) -> Callable[..., _Answer]:
    """A function of the word lists that remembers its answers for each set of languages."""

    @cache
    def kept(_: tuple[str, ...], *args: Any) -> _Answer:  # noqa: ANN401 - the function's own arguments
        return function(*args)

    @wraps(function)
    def answer(*args: Any) -> _Answer:  # noqa: ANN401 - as above
        return kept(_SPOKEN.get() or readable(), *args)

    return answer


def per_line(function: Callable[..., _Answer]) -> Callable[..., _Answer]:
    """A function of one line that remembers its last answers: several readers ask the same of a line."""

    @lru_cache(maxsize=4096)
    def kept(_: tuple[str, ...], *args: Any) -> _Answer:  # noqa: ANN401 - the function's own arguments
        return function(*args)

    @wraps(function)
    def answer(*args: Any) -> _Answer:  # noqa: ANN401 - as above
        return kept(spoken(), *args)

    return answer


@cache
def has_data(code: str, file: str) -> bool:
    """Whether a language has a data file."""
    return (language_folder(code) / file).is_file()


def data_at(file: str, *path: str, everywhere: bool = False) -> Iterator[tuple[str, Any]]:
    """What the languages that are read now hold below a path of a data file, each with its code.

    `everywhere` adds all others behind them: headings and labels may be in another language than the text.
    """
    for code in dict.fromkeys((*spoken(), *readable())) if everywhere else spoken():
        found = _under(language_data(code, file), path) if has_data(code, file) else None
        if found is not None:
            yield code, found


@per_language
def entries(file: str, *path: str) -> tuple[str, ...]:
    """The texts of the languages' lists below a path of a data file, English first; of mappings the keys."""
    return tuple(str(entry) for _, found in data_at(file, *path) for entry in found)


@per_language
def table(file: str, *path: str) -> Mapping[str, Any]:
    """The languages' mappings below a path of a data file as one; the first language that names a key wins."""
    merged: dict[str, Any] = {}
    for _, found in data_at(file, *path):
        for key, value in found.items():
            merged.setdefault(str(key), value)
    return merged


@per_language
def phrases(file: str, *path: str) -> frozenset[str]:
    """The languages' lists below a path as plain phrases: lower case, one blank between words."""
    return frozenset(" ".join(words(entry)) for entry in entries(file, *path))


@per_language
def pattern(file: str, *path: str) -> Cues:
    """The expressions of the languages below a path of a data file, each language's matching whole words."""
    compiled = [_compiled(code, file, path) for code, _ in data_at(file, *path)]
    return Cues([each for each in compiled if each])


@per_language
def labelled(file: str, *path: str) -> tuple[tuple[str, Cues], ...]:
    """The expressions of the languages below a path, one set of cues per key, in the order of the files."""
    keys = dict.fromkeys(key for _, found in data_at(file, *path) for key in found)
    return tuple((key, pattern(file, *path, key)) for key in keys)


@per_language
def any_of(file: str, *path: str) -> Cues:
    """All expressions below a path whose keys hold lists, as one pattern: whether any of them stands somewhere."""
    compiled = [_any_compiled(code, file, path) for code, _ in data_at(file, *path)]
    return Cues([each for each in compiled if each])


@cache
def _any_compiled(code: str, file: str, path: tuple[str, ...]) -> Expressions | None:
    found = _under(language_data(code, file), path)
    parts = [str(part) for listed in found.values() if isinstance(listed, list) for part in listed]
    return whole_words(parts) if parts else None


@cache
def _compiled(code: str, file: str, path: tuple[str, ...]) -> Expressions | None:
    parts = [str(part) for part in _under(language_data(code, file), path) or ()]
    return whole_words(parts) if parts else None


def _under(data: Any, path: Sequence[str]) -> Any:  # noqa: ANN401 - the shape of the data file
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data
