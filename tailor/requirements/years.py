"""Years of experience that a line asks for."""

import re
from functools import cache

from tailor.requirements.cues import data

_MONTHS_A_YEAR = 12
_MOST = 25
"""No posting asks for more years; a larger figure is a date or a count of something else."""

_AROUND = 24
"""Characters looked at on both sides of a figure for what makes it no experience."""


def min_years(text: str) -> int | None:
    """The smallest number of years that a line asks for, rounded down; None if it asks for none.

    The first figure of a line counts: what follows narrows it ("7+ years …, at least 5 in health care") or
    is the path of a higher degree ("5 years, or a master's and 3"). Ranges give their lower end.
    """
    months = min_months(text)
    return None if months is None else months // _MONTHS_A_YEAR


def min_months(text: str) -> int | None:
    """The same in months, which lose nothing of "18 months"."""
    found = figure(text)
    if found is None:
        return None
    count = _number(found["low"])
    return count if found["months"] else count * _MONTHS_A_YEAR


def figure(text: str) -> re.Match[str] | None:
    """Where a line states its years of experience; None if it does not."""
    return next((found for found in _figure().finditer(text) if not _trap(text, found)), None)


def _trap(text: str, found: re.Match[str]) -> bool:
    before, after = text[max(0, found.start() - _AROUND) : found.start()], text[found.end() :]
    years = _number(found["low"])
    if years > (_MOST * _MONTHS_A_YEAR if found["months"] else _MOST):
        return True
    if years in data()["years"]["ages"] and _ages().search(before):
        return True
    return bool(_before().search(before)) or bool(_after().match(after))


def _number(text: str) -> int:
    words: dict[str, int] = data()["years"]["numbers"]
    return words[text.casefold()] if text.casefold() in words else int(float(text))


@cache
def _figure() -> re.Pattern[str]:
    """`low [more] [to high [more]] unit`, a figure being digits or a word, or both: "five (5)"."""
    years = data()["years"]
    words = "|".join(years["numbers"])
    low = rf"(?<![\w$€£.,/%-])(?:(?:{words})\s*\(\s*)?(?P<low>\d{{1,3}}(?:\.\d)?|{words})\s*\)?"
    more = "|".join(years["more"])
    to = "|".join(years["to"])
    high = rf"(?:\s*(?:{to})\s*(?:\d{{1,3}}(?:\.\d)?|{words}))?"
    unit = rf"(?:(?P<months>{'|'.join(years['months'])})|(?:{'|'.join(years['units'])}))(?!\w)['’]?"
    bare = rf"(?<=\+)\s*(?={'|'.join(years['bare'])})"
    return re.compile(rf"{low}\s*(?:{more})?{high}\s*(?:{more})?(?:[\s-]*{unit}|{bare})", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(data()['years']['before'])})\s*$", re.IGNORECASE)


@cache
def _ages() -> re.Pattern[str]:
    words = "|".join(data()["years"]["age_before"])
    return re.compile(rf"(?<!\w)(?:{words})\W*(?:\w+\W+){{0,2}}$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[\s-]*(?:\w+\s+)?(?:{'|'.join(data()['years']['after'])})(?!\w)", re.IGNORECASE)
