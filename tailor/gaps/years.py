"""Years of work from merged date intervals, with the precision that the dates allow."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tailor.gaps.words import gap_data
from tailor.model.profile import Date, Entry

_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """How long something took, in months: at least `low`, at most `high`, as the dates' precision allows."""

    low: int
    high: int

    def __str__(self) -> str:
        """Whole years in words: "5 years", "4–5 years", "less than a year"."""
        words = gap_data()["years"]
        low, high = self.low // _YEAR, self.high // _YEAR
        if high == 0:
            return str(words["none"])
        if low != high:
            return str(words["range"]).format(low=low, high=high)
        return str(words["one"]) if low == 1 else str(words["exact"]).format(low=low)


def asked_time(months: int, said: Callable[[int], str] = str) -> str:
    """Months asked for in words: "5 years", "one year", "6 months", "18 months"."""
    words = gap_data()["years"]
    whole = months % _YEAR == 0 and months > 0
    count = months // _YEAR if whole else months
    name = ("asked_year" if count == 1 else "asked_years") if whole else "asked_months"
    return str(words[name]).format(count=said(count))


def worked(entries: Iterable[Entry], today: dt.date, *, within: int | None = None) -> Months:
    """Dated entries into the time they cover together: overlaps count once, gaps not at all.

    A date that gives a year alone counts from its January to its December: the shortest reading makes `low`, the
    longest `high`. Entries without a start count nothing; of several titles in one entry each counts its own time.
    `within` lets only the last so many months count.
    """
    dated = [held for entry in entries for held in entry.held if held.start]
    short = [_interval(entry, today, longest=False) for entry in dated]
    long = [_interval(entry, today, longest=True) for entry in dated]
    first = _now(today) - within if within else 0
    low, high = _covered(short, first), _covered(long, first)
    return Months(low=min(low, high), high=high)


def _interval(entry: Entry, today: dt.date, *, longest: bool) -> tuple[int, int]:
    """First month and the month after the last, counted from year 0."""
    first = _month(entry.start, 1 if longest else _YEAR) if entry.start else 0
    if entry.end is None:
        return first, _now(today)
    return first, _month(entry.end, _YEAR if longest else 1) + 1


def _month(date: Date, unknown: int) -> int:
    return date.year * _YEAR + (date.month or unknown) - 1


def _now(today: dt.date) -> int:
    """The month after this one."""
    return today.year * _YEAR + today.month


def _covered(intervals: Sequence[tuple[int, int]], reached: int) -> int:
    total = 0
    for first, after in sorted(intervals):
        total += max(0, after - max(first, reached))
        reached = max(reached, after)
    return total
