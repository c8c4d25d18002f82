"""Periods of a working life in the order people tell them: the newest first."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from tailor.model.profile import Date

Day = tuple[int, int, int]

ONGOING: Day = (9999, 12, 31)
"""The end of what goes on, behind every other."""


class Dated(Protocol):
    """Something that began and ended, as far as that is known."""

    @property
    def start(self) -> Date | None:
        """When it began."""

    @property
    def end(self) -> Date | None:
        """When it ended; None also where it goes on."""


Held = TypeVar("Held", bound=Dated)


def newest_first(held: Sequence[Held]) -> tuple[Held, ...]:
    """What ended last comes first, and of two with one end what began later; without dates the order stands."""
    return tuple(held if any(map(is_undated, held)) else sorted(held, key=age, reverse=True))


def is_undated(one: Dated) -> bool:
    """Whether nothing says when it was."""
    return one.start is None and one.end is None


def age(one: Dated) -> tuple[Day, Day]:
    """What newer things have more of: the last day of the end, then that of the start."""
    return (ONGOING if one.end is None else last_day(one.end), last_day(one.start or one.end))


def last_day(date: Date | None) -> Day:
    """The last day that a date can mean, as numbers that compare."""
    return ONGOING if date is None else (date.year, date.month or 12, date.day or 31)


def whole_span(held: Iterable[Dated]) -> tuple[Date | None, Date | None]:
    """The earliest start and the latest end of all; no end where one of them goes on."""
    dated = list(held)
    starts = [one.start for one in dated if one.start]
    ends = [one.end for one in dated if one.end]
    goes_on = len(ends) < len(dated)
    return min(starts, key=_first_day, default=None), None if goes_on else max(ends, key=last_day, default=None)


def _first_day(date: Date) -> Day:
    return (date.year, date.month or 1, date.day or 1)
