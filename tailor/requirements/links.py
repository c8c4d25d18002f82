"""How the text between two skills of a line ties them: one list, alternatives, or two thoughts."""

import re
from typing import Literal

from tailor.requirements.cues import group_cues

Link = Literal["or", "and", "slash", "comma", "apart"]

STOP = re.compile(r"[.;:•\n|]|\s[-–—]\s")
"""Marks that end a list."""

_CONJUNCTIONS: tuple[Literal["or", "and"], ...] = ("or", "and")

_MOST_FILLERS = 6
"""Words between two skills of one list ("or another container orchestration tool"); more is a new thought."""

_TAIL_WORDS = 2
"""Words that may end a listed skill before its comma ("Python programming, SQL")."""

_ITEM_WORDS = 3
"""Words of a listed item that is no known skill ("Python, our own engine, or Spark")."""

_SLASH = re.compile(r"\s*/\s*")
_WORDS = re.compile(r"\w+")


def link_of(between: str) -> Link:
    """How the text between two mentions ties them: by its last separator, if all of it reads as one list."""
    if _SLASH.fullmatch(between):
        return "slash"
    if STOP.search(between) or group_cues("examples").search(between) or group_cues("any").search(between):
        return "apart"
    tail, *items = _cut(between)
    if not items or count(tail) > _TAIL_WORDS or group_cues("breaks").search(tail):
        return "apart"
    if any(count(item) > _ITEM_WORDS for item in items[:-1]):
        return "apart"
    last = items[-1]
    for link in _CONJUNCTIONS:
        if group_cues(link).match(last) and count(last) <= _MOST_FILLERS:
            return link
    new_thought = group_cues("breaks").match(last) and count(last) > 1
    return "comma" if count(last) <= _ITEM_WORDS and not new_thought else "apart"


def goes_on(after: str) -> bool:
    """Whether a list goes on, with an "or", to something that is no known skill: ", a similar field, or …"."""
    tail, *items = _cut(STOP.split(after)[0])
    if count(tail) > _TAIL_WORDS or group_cues("breaks").search(tail):
        return False
    for item in items:
        if group_cues("or").match(item):
            return True
        if count(item) > _ITEM_WORDS or group_cues("and").match(item):
            return False
    return False


def count(text: str) -> int:
    """The words of a text."""
    return len(_WORDS.findall(text))


def _cut(between: str) -> list[str]:
    """A text between two skills cut at commas and before "and" and "or"."""
    pieces = [piece.strip() for piece in between.split(",")]
    if len(pieces) > 1:
        return pieces
    for link in _CONJUNCTIONS:
        if found := group_cues(link).search(between):
            return [between[: found.start()], between[found.start() :]]
    return pieces if pieces[0] else ["", ""]
