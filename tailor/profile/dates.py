"""Dates as a profile writes them: a year, a month or a day, with their precision kept."""

import re
from datetime import date

from tailor.model.profile import Date
from tailor.resources import language_data

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""A working life lies between; a year outside is a slip of the keyboard."""

_FORM = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?:T[\d:.]+Z?)?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,4})[-/. ]+(\d{1,4})(?:[-/. ]+(\d{1,4}))?", re.ASCII)
_WORDS = re.compile(r"[^\W\d]+|\d+")
_FULL_YEAR = 4
_WANTED = "write 2021, 2021-03 or 2021-03-09"


class DateError(ValueError):
    """A text that is no date of ours; `remedy` says what to write."""

    def __init__(self, problem: str, remedy: str) -> None:
        """Keep the two halves of the message apart."""
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


def parse_date(text: str) -> Date:
    """`2021`, `2021-03` or `2021-03-09` into a Date of that precision; a time of day is dropped.

    Raises `DateError` with what to write instead, for other spellings too ("May 2021").
    """
    matched = _FORM.fullmatch(text.strip())
    if matched is None:
        wrong = DateError(f"{_short(text)} is not a date as this file writes it", _instead(text))
        raise wrong
    month, day = (int(part) if part else None for part in matched.group("month", "day"))
    return _checked(int(matched["year"]), month, day)


def ends_before(end: Date, start: Date) -> bool:
    """Whether an end lies before a start, compared at the coarser of the two precisions."""
    pairs = zip((end.year, end.month, end.day), (start.year, start.month, start.day), strict=True)
    for late, early in pairs:
        if late is None or early is None:
            return False
        if late != early:
            return late < early
    return False


def _checked(year: int, month: int | None, day: int | None) -> Date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        wrong = DateError(f"the year {year} cannot be right", f"a year lies between {FIRST_YEAR} and {LAST_YEAR}")
        raise wrong
    if month is not None and not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        wrong = DateError(f"there is no month {month:02d}", "months go from 01 to 12")
        raise wrong
    if day is not None and month is not None:
        try:
            date(year, month, day)
        except ValueError:
            wrong = DateError(f"{year}-{month:02d} has no day {day:02d}", "check the day")
            raise wrong from None
    return Date(year=year, month=month, day=day)


def _instead(text: str) -> str:
    """What to write for a date in another spelling, as far as it can be told."""
    if _is_ongoing(text):
        return "write present, or leave the key out"
    found = _from_words(text) or _from_numbers(text)
    if not found:
        return _WANTED
    return "write " + " or ".join(str(one) for one in found)


def _is_ongoing(text: str) -> bool:
    return text.strip().casefold() in language_data("en", "profile.yaml")["ongoing"]


def _from_words(text: str) -> list[Date]:
    """The date of "May 2021", "9 March 2021" or "March 9, 2021"; empty if there is none."""
    words = [word.casefold() for word in _WORDS.findall(text)]
    month = next((number for word in words if (number := _month(word))), None)
    years = [int(word) for word in words if word.isdecimal() and len(word) == _FULL_YEAR]
    days = [int(word) for word in words if word.isdecimal() and len(word) < _FULL_YEAR - 1]
    if len(years) != 1:
        return []
    return _valid([(years[0], month, days[0] if month and len(days) == 1 else None)]) if month else []


def _month(word: str) -> int | None:
    for number, names in enumerate(language_data("en", "profile.yaml")["months"], start=1):
        if word in names:
            return number
    return None


def _from_numbers(text: str) -> list[Date]:
    """The possible dates of "2021/5", "05/2021", "3.12.2021" (two, when month and day can be swapped)."""
    matched = _NUMBERS.fullmatch(text.strip())
    if matched is None:
        return []
    parts = [part for part in matched.groups() if part]
    years = [part for part in parts if len(part) == _FULL_YEAR]
    if len(years) != 1:
        return []
    rest = [int(part) for part in parts if part != years[0]]
    if len(rest) == 1:
        return _valid([(int(years[0]), rest[0], None)])
    orders = [rest] if parts[0] == years[0] else [rest, rest[::-1]]
    return _valid([(int(years[0]), month, day) for month, day in orders])


def _valid(candidates: list[tuple[int, int | None, int | None]]) -> list[Date]:
    dates: list[Date] = []
    for candidate in candidates:
        try:
            checked = _checked(*candidate)
        except DateError:
            continue
        if checked not in dates:
            dates.append(checked)
    return dates


def _short(text: str) -> str:
    limit = 40
    return repr(text if len(text) <= limit else text[:limit] + "…")
