"""The cues of the languages, compiled: what a line must say to be lifted, set aside, or read as a fact."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from tailor.resources import language_data, language_folder, languages

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " "})
NEVER = re.compile(r"(?!)")


def straight(text: str) -> str:
    """Text of the same length with straight apostrophes, plain hyphens and plain blanks, as patterns expect."""
    return text.translate(_STRAIGHT)


def words(text: str) -> tuple[str, ...]:
    """The words of a heading or label.

    Lower case, apostrophes dropped, everything else that is no letter parts.
    """
    return tuple(re.findall(r"[^\W_]+", straight(text).casefold().replace("'", "")))


@cache
def readable() -> tuple[str, ...]:
    """The codes of all languages whose headings are known, English first."""
    known = [code for code in languages() if (language_folder(code) / "headings.yaml").is_file()]
    return tuple(sorted(known, key=lambda code: (code != "en", code)))


@cache
def pattern(file: str, *path: str) -> re.Pattern[str]:
    """The expressions of every language below a path of a data file, as one that matches whole words."""
    parts: list[str] = []
    for code in readable():
        if (language_folder(code) / file).is_file():
            parts += _at(language_data(code, file), path)
    return whole_words(parts)


@cache
def labelled(file: str, *path: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The expressions of every language below a path, one compiled pattern per key, in the order of the files."""
    merged: dict[str, list[str]] = {}
    for code in readable():
        if (language_folder(code) / file).is_file():
            for key, parts in (_under(language_data(code, file), path) or {}).items():
                merged.setdefault(key, []).extend(parts)
    return tuple((key, whole_words(parts)) for key, parts in merged.items())


def whole_words(parts: Sequence[str]) -> re.Pattern[str]:
    """Expressions as one pattern that begins and ends at a word's edge, without regard to case."""
    if not parts:
        return NEVER
    joined = "|".join(part.replace(" ?", r"\s*").replace(" ", r"\s+") for part in parts)
    return re.compile(rf"(?<![^\W_])(?:{joined})(?![^\W_])", re.IGNORECASE)


def _under(data: Any, path: Sequence[str]) -> Any:  # noqa: ANN401 - the shape of the data file
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _at(data: object, path: Sequence[str]) -> list[str]:
    found = _under(data, path)
    return list(found) if isinstance(found, list) else []
