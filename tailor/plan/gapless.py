"""Months of a working life that nothing in the profile covers."""

import datetime as dt
from collections.abc import Iterator

from tailor.model.profile import Date, Entry, Profile

_COVERING = ("work", "breaks", "education", "volunteer")


def uncovered(profile: Profile, today: dt.date) -> tuple[str, ...]:
    """The spans of more than a month, since the first dated job, that no job, study, post or break covers.

    A year without a month counts as a whole, so that only what is surely uncovered is named.
    """
    entries = [one for entry in profile.entries if entry.section in _COVERING for one in entry.held]
    firsts = [_first(one.start) for one in entries if one.start and one.section == "work"]
    covered = {month for one in entries if one.start for month in _months(one, one.start, today)}
    missing = sorted(set(range(min(firsts, default=0), _this(today))) - covered) if firsts else []
    return tuple(_span(run) for run in _runs(missing) if len(run) > 1)


def _months(entry: Entry, start: Date, today: dt.date) -> range:
    last = entry.end.year * 12 + (entry.end.month or 12) - 1 if entry.end else _this(today)
    return range(_first(start), last + 1)


def _first(date: Date) -> int:
    """Months since year 0; a year alone begins in January."""
    return date.year * 12 + (date.month or 1) - 1


def _this(today: dt.date) -> int:
    return today.year * 12 + today.month - 1


def _runs(months: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for month in months:
        if run and month != run[-1] + 1:
            yield run
            run = []
        run.append(month)
    if run:
        yield run


def _span(run: list[int]) -> str:
    first, last = (str(Date(year=month // 12, month=month % 12 + 1)) for month in (run[0], run[-1]))
    return f"{first} – {last}"
