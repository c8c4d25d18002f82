"""Expressions of the word lists, compiled once per language: capitals and further languages cost little."""

import re
from collections.abc import Callable, Iterator, Sequence

from tailor.expressions import in_small_letters, lowered, with_single_blanks


class Expressions:
    """The expressions of one language for one purpose, as one pattern that reads without regard to case.

    A text is lowered and matched as it is, three times as fast as matching without regard to case; what is found
    is in small letters, the places are the text's.
    """

    __slots__ = ("pattern", "small")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.small = re.compile(in_small_letters(pattern))


class Cues:
    """The expressions of all languages that are read, asked one after the other."""

    __slots__ = ("_small", "languages")

    def __init__(self, languages: Sequence[Expressions]) -> None:
        self.languages = tuple(languages)
        self._small = tuple(each.small for each in self.languages)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where one stands."""
        low, patterns = lowered(text), self._small
        if len(patterns) == 1:
            return patterns[0].search(low)
        found = [match for each in patterns if (match := each.search(low))]
        return min(found, key=lambda match: match.start()) if found else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Where one stands at the beginning, or at `start`."""
        low = lowered(text)
        for each in self._small:
            if found := each.match(low, start):
                return found
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Where one is all of the text."""
        low = lowered(text)
        for each in self._small:
            if found := each.fullmatch(low):
                return found
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where one stands, from left to right, none in another."""
        low, end = lowered(text), 0
        patterns = self._small
        found = [match for each in patterns for match in each.finditer(low)]
        for match in sorted(found, key=lambda match: match.start()) if len(patterns) > 1 else found:
            if match.start() >= end:
                yield match
                end = match.end()

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every place replaced; what stands between them keeps its capitals."""
        parts, at = [], 0
        for found in self.finditer(text):
            parts += [
                text[at : found.start()],
                replacement if isinstance(replacement, str) else replacement(found),
            ]
            at = found.end()
        return "".join((*parts, text[at:]))


def whole_words(parts: Sequence[str]) -> Expressions:
    """Expressions as one pattern that begins and ends at a word's edge."""
    joined = "|".join(with_single_blanks(part).replace(" ?", r"\s*").replace(" ", r"\s+") for part in parts)
    return Expressions(rf"(?<![^\W_])(?:{joined})(?![^\W_])")
