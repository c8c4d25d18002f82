"""What a text must hold for an expression to match: looked for first, it spares most searches.

Read off the standard library's own parse of the expression. An expression that says nothing plain, or a library
that parses otherwise, costs speed alone: nothing is then known to be needed.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

_LENGTHS = (3, 4, 5)
"""Runs of so many letters tell which expressions may match; shorter texts tell too little."""

_STILL = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
"""Conditions on a place, which take no letters."""

_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})

Pieces = frozenset[str] | None


def needed(expression: str) -> tuple[str, ...]:
    """Texts of which one stands in every match of an expression, where case counts; none where none is known."""
    try:
        found = _of_sequence(re._parser.parse(expression))  # type: ignore[attr-defined]  # noqa: SLF001 - see above
    except (AttributeError, LookupError, TypeError, ValueError, re.error):
        return ()
    return tuple(sorted(found or ()))


class Sieve:
    """Tells of many expressions the few that may match a text, from what each needs."""

    def __init__(self, needs: Sequence[tuple[str, ...]]) -> None:
        """Take what each expression needs, in their order; one that needs nothing plain may always match."""
        self._always: list[int] = []
        self._by_run: dict[str, list[int]] = {}
        for place, texts in enumerate(needs):
            if not texts or min(map(len, texts)) < _LENGTHS[0]:
                self._always.append(place)
                continue
            for run in {text[: _LENGTHS[-1]] for text in texts}:
                self._by_run.setdefault(run, []).append(place)

    def may_match(self, text: str) -> list[int]:
        """The places of the expressions that may match a text, in their order."""
        found = set(self._always)
        for length in _LENGTHS:
            for run in {text[at : at + length] for at in range(len(text) - length + 1)}:
                found.update(self._by_run.get(run, ()))
        return sorted(found)


def _of_sequence(parsed: Iterable[tuple[Any, Any]]) -> Pieces:
    """The best of what the parts of a sequence need: letters that stand together, or what one part needs."""
    found: list[Pieces] = []
    letters = ""
    for operation, value in parsed:
        name = str(operation)
        if name == "LITERAL":
            letters += chr(value)
        elif name not in _STILL:
            found += [frozenset({letters}) if letters else None, _of_part(name, value)]
            letters = ""
    return _best([*found, frozenset({letters}) if letters else None])


def _of_part(name: str, value: Any) -> Pieces:  # noqa: ANN401 - the library's own parse
    if name == "SUBPATTERN":
        _, added, removed, inner = value
        return None if added or removed else _of_sequence(inner)
    if name == "BRANCH":
        return _any_of([_of_sequence(branch) for branch in value[1]])
    if name in _REPEATS and value[0] > 0:
        return _of_sequence(value[2])
    return None


def _any_of(branches: Sequence[Pieces]) -> Pieces:
    known = [branch for branch in branches if branch]
    return frozenset().union(*known) if len(known) == len(branches) else None


def _best(found: Iterable[Pieces]) -> Pieces:
    """What is rarest: the longest of the shortest, then the fewest."""
    known = [pieces for pieces in found if pieces]
    return max(known, key=lambda pieces: (min(map(len, pieces)), -len(pieces)), default=None)
