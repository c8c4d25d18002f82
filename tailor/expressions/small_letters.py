"""Expressions matched in small letters, three times as fast as without regard to case."""

import re
from collections.abc import Iterator

from tailor.expressions.needed import needed

_LOOK_BEHIND = re.compile(r"\(\?<[=!][^()]*\)")
_CAPITAL = re.compile(r"\\.|\(\?P<\w+>|[A-ZÀ-ÖØ-Þ]")


class Lowered:
    """An expression matched in a text's small letters; places are the text's, groups in small letters."""

    __slots__ = ("_small", "needed")

    def __init__(self, expression: str) -> None:
        small = in_small_letters(expression)
        self._small = re.compile(small)
        self.needed = needed(small)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it stands."""
        return self._small.search(lowered(text))

    def stands_in(self, small: str) -> bool:
        """Whether it stands in a text that is in small letters already."""
        return self._small.search(small) is not None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether it is all of a text."""
        return self._small.fullmatch(lowered(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where it stands."""
        return self._small.finditer(lowered(text))


def in_small_letters(expression: str) -> str:
    """An expression with its capitals small, those of classes and of groups' names as they are."""
    return _CAPITAL.sub(_small_letter, expression)


def with_single_blanks(expression: str) -> str:
    """An expression whose look behinds, which must be of one width, match one blank for each of theirs."""
    return _LOOK_BEHIND.sub(lambda found: found.group().replace(" ", r"\s"), expression)


def lowered(text: str) -> str:
    """A text in small letters, each where its capital stands: a few letters of foreign scripts would grow."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _small_letter(found: re.Match[str]) -> str:
    text = found.group()
    return text if len(text) > 1 else text.lower()
