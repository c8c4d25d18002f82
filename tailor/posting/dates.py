"""A written date -> an ISO date."""

import re
from datetime import date

from tailor.posting.patterns import table

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,})\.?,?\s+(?:de\s+)?(\d{4}))|(?:([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:[\d:]+\s+\w+\s+)?(\d{4}))",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
# Publishers write a century ahead for "never".
_LAST_YEAR = 2099


def iso_date(text: str, *, day_first: bool | None = None) -> str | None:
    """The first date in a text as YYYY-MM-DD; None when there is none, or day and month cannot be told apart.

    `day_first` says which of two figures is the day, where the posting's country does.
    """
    if found := _ISO.search(text):
        return _date(*map(int, found.groups()))
    for found in _NAMED.finditer(text):
        day, month, year = (found.group(index) or found.group(other) for index, other in ((1, 5), (2, 4), (3, 6)))
        if number := table("facts.yaml", "months").get(month.casefold()):
            return _date(int(year), number, int(day))
    if found := _NUMERIC.search(text):
        first, second, year = map(int, found.groups())
        if first > 12 or "." in found.group():  # noqa: PLR2004 - no thirteenth month; dots stand in day-first dates
            return _date(year, second, first)
        if second > 12 or day_first is False:  # noqa: PLR2004 - as above
            return _date(year, first, second)
        return _date(year, second, first) if day_first else None
    return None


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year <= _LAST_YEAR else None
    except ValueError:
        return None
