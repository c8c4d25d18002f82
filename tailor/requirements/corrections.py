"""Facts and lines of a posting as the person corrected them in the record."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from tailor.model.posting import Facts, Item, Need, Reading, Salary, SetAside
from tailor.model.record import Record
from tailor.model.text import Page, Span, Stated

_NONE = "none"
_WHY = "your record"
_AMOUNT = r"\d[\d.,']*(?:\s?k)?"
_SALARY = re.compile(
    rf"(?P<low>{_AMOUNT})(?:\s*(?:-|–|to)\s*(?P<high>{_AMOUNT}))?\s*(?P<currency>[A-Z]{{3}})?"
    r"\s*(?:(?:per|an?|/)\s*)?(?P<period>hour|day|week|biweekly|month|year)?",
)
_REMOTE = ("remote", "hybrid", "onsite", "unstated")


def corrected(facts: Facts, record: Record | None) -> Facts:
    """Facts with the record's corrections in their place, each noted in `sources`.

    A value that a fact cannot have ("remote: perhaps") corrects nothing.
    """
    if record is None:
        return facts
    changed: dict[str, Any] = {}
    for key, text in record.decisions.facts:
        name = "locations" if key == "location" else key
        value = _READERS[name](text) if name in _READERS else None
        if value is not None:
            changed[name] = value
    noted = tuple(Stated(name=name, value=str(value), source="your record") for name, value in changed.items())
    return replace(facts, **changed, sources=(*facts.sources, *noted)) if changed else facts


def corrected_lines(page: Page, reading: Reading, record: Record | None) -> Reading:
    """A reading whose lines are what the record says of them, by their first words; "none" sets a line aside.

    A line of the page that was no item becomes one; words that stand nowhere correct nothing.
    """
    for words, kind in record.decisions.lines if record else ():
        reading = _with_line(page, reading, words, kind)
    return reading


def _with_line(page: Page, reading: Reading, words: str, kind: str) -> Reading:
    meant = [item for item in reading.items if _begins(item.span.text, words)]
    spans = [item.span for item in meant] or _spans(page, words)
    if not spans:
        return reading
    items = [item for item in reading.items if item.span not in spans]
    aside = [one for one in reading.set_aside if one.span not in spans]
    if kind == _NONE:
        aside += [SetAside(span=span, why=_WHY) for span in spans]
    else:
        items += [Item(span=span, need=cast("Need", kind), why=_WHY) for span in spans]
    return replace(
        reading,
        items=tuple(sorted(items, key=lambda item: item.span.start)),
        set_aside=tuple(sorted(aside, key=lambda one: one.span.start)),
    )


def _begins(text: str, words: str) -> bool:
    return " ".join(text.casefold().split()).startswith(" ".join(words.casefold().split()))


def _spans(page: Page, words: str) -> list[Span]:
    """The first block that begins so, or the words themselves where they stand inside one."""
    for block in page.blocks:
        if _begins(block.text, words):
            return [Span(text=block.text, start=block.start, end=block.end)]
    found = (
        re.search(r"\s+".join(map(re.escape, words.split())), page.text, re.IGNORECASE) if words.strip() else None
    )
    return [Span(text=found[0], start=found.start(), end=found.end())] if found else []


def _salary(text: str) -> Salary | None:
    """Pay as the contract writes it: "40000-45000 EUR per year"."""
    found = _SALARY.fullmatch(text.strip())
    if found is None:
        return None
    low, high = (_amount(found[name]) for name in ("low", "high"))
    if low and high and low * 100 < high and found["high"].endswith("k"):
        low *= 1000  # "40-45k"
    if low and high and low > high:
        low, high = high, low
    return Salary(minimum=low, maximum=high, currency=found["currency"], period=found["period"])


def _amount(text: str | None) -> float | None:
    if not text:
        return None
    bare = re.sub(r"[',.](?=\d{3}(?!\d))|\s|k\Z", "", text)
    try:
        value = float(bare) * (1000 if text.endswith("k") else 1)
    except ValueError:
        return None
    return int(value) if value == int(value) else value


def _text(text: str) -> str | None:
    return text or None


def _places(text: str) -> tuple[str, ...] | None:
    return tuple(place.strip() for place in text.split(";") if place.strip()) or None


def _remote(text: str) -> str | None:
    word = text.casefold().replace("-", "")
    return word if word in _REMOTE else None


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() else None


_READERS: dict[str, Callable[[str], Any]] = {
    "title": _text,
    "company": _text,
    "locations": _places,
    "remote": _remote,
    "employment_type": _text,
    "salary": _salary,
    "min_years": _whole,
    "education": _text,
    "date_posted": _text,
    "valid_through": _text,
    "url": _text,
    "language": _text,
}
