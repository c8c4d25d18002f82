"""Classes of driving licences: which is asked for, which is held, and whether it reaches."""

import re
from collections.abc import Iterable

from tailor.gaps.words import gap_data


def class_reaches(asked: str, held: str) -> bool | None:
    """Whether a licence is of the class asked for or one above it; None where it names none."""
    wanted = _classes(asked)
    if not wanted:
        return True
    own = _classes(held)
    if not own:
        return None
    return any(_covers(mine, other) for mine in own for other in wanted)


def _classes(text: str) -> set[tuple[int, int]]:
    """The classes that a text names, each as ladder and place on it; of names in one another the longest."""
    found = [
        (one.start(), one.end(), (ladder, place))
        for ladder, classes in enumerate(gap_data()["licence_classes"])
        for place, names in enumerate(classes)
        for one in _named(text, names)
    ]
    return {
        value
        for start, end, value in found
        if not any((s, e) != (start, end) and s <= start and end <= e for s, e, _ in found)
    }


def _named(text: str, names: Iterable[str]) -> Iterable[re.Match[str]]:
    joined = "|".join(rf"(?:{name})" for name in names)
    return re.finditer(rf"(?<![\w+])(?:{joined})(?![\w+])", text, re.IGNORECASE)


def _covers(held: tuple[int, int], wanted: tuple[int, int]) -> bool:
    return held[0] == wanted[0] and held[1] >= wanted[1]
