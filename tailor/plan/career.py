"""Date intervals of work."""

import datetime as dt

from tailor.model.profile import Date, Entry, Profile


def years_of_work(profile: Profile, today: dt.date) -> float:
    """The years a person has worked: months of all dated jobs, those that overlap counted once."""
    held = [title for entry in profile.section("work") for title in entry.held]
    months = {month for one in held if one.start for month in _months(one, one.start, today)}
    return len(months) / 12


def _months(entry: Entry, start: Date, today: dt.date) -> range:
    """The months of an entry, counted from year 0; a start without a month is January, such an end December."""
    this = today.year * 12 + today.month
    last = entry.end.year * 12 + (entry.end.month or 12) if entry.end else this
    return range(start.year * 12 + (start.month or 1), min(last, this) + 1)
