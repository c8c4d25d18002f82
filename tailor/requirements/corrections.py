"""Facts of a posting as the person corrected them in the record."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tailor.model.posting import Facts
from tailor.model.record import Record
from tailor.model.text import Stated

_REMOTE = ("remote", "hybrid", "onsite", "unstated")


def corrected(facts: Facts, record: Record | None) -> Facts:
    """Facts with the record's corrections in their place, each noted in `sources`; a salary stays as parsed.

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
    "min_years": _whole,
    "education": _text,
    "date_posted": _text,
    "valid_through": _text,
    "url": _text,
    "language": _text,
}
