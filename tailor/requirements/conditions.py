"""A line -> the conditions it names: a licence, a permit, a degree, hours; and what the line says of each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, cast

from tailor.expressions import Lowered, with_single_blanks
from tailor.model.posting import KnockoutKind
from tailor.requirements.cues import data, softened_cues
from tailor.requirements.years import figure
from tailor.resources import language_data, language_folder

_FILE = "knockouts.yaml"
_HOME = "en"
_ENDS = re.compile(r"[;()•]|[.!?](?=\s|$)|\s[–—]\s")
"""Where a clause of a line ends; what denies a demand reaches no further."""

_PARTS = re.compile(rf"{_ENDS.pattern}|,\s")
"""Where a part of a clause ends; what softens a demand to a wish ends there: "2 years, ideally in retail"."""

_HOURS = ("travel", "relocation", "shift")
"""Kinds that the job's own description makes a condition."""

_WIDER = ("licence", "certificate")

Codes = tuple[str, ...]


def codes_of(language: str) -> Codes:
    """The languages whose cues read a posting's conditions: its own, English where that has none.

    English cues do not read other languages: "do" is a degree in one and an article in the next.
    """
    return (language,) if _data(language) else (_HOME,)


def conditions_in(text: str, codes: Codes) -> tuple[KnockoutKind, ...]:
    """The kinds of condition that a line asks for, each once, in the order in which they are told.

    `codes` are the languages it may be in. What a clause only wishes for, or says is not needed, is left out;
    words that tell a narrower kind tell no wider one: a driver's licence is no licence of a profession.
    """
    told: list[KnockoutKind] = []
    taken: list[tuple[int, int]] = []
    for kind in _kinds():
        places = [found.span() for found in _found(text, kind, codes) if _asks(text, found, kind, codes)]
        fresh = [place for place in places if kind not in _WIDER or not _overlaps(place, taken)]
        if fresh:
            told.append(kind)
            taken += fresh
    return tuple(told)


def _overlaps(place: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in taken)


def is_hard(text: str, kind: KnockoutKind, codes: Codes) -> bool:
    """Whether a line outside the required list makes such a thing a condition."""
    hard = any(_listed("hard", code).search(text) for code in codes)
    return hard or (kind in _HOURS and any(_listed("hard_hours", code).search(text) for code in codes))


def may_be_hard(text: str, codes: Codes) -> bool:
    """Whether a line makes anything a condition; asked first, as it is quickly answered."""
    return any(_listed(name, code).search(text) for code in codes for name in ("hard", "hard_hours"))


def details_of(text: str, kind: KnockoutKind, codes: Codes) -> tuple[tuple[str, str], ...]:
    """What a line says of a condition, by name, in the line's own words; of years the figure too."""
    found: dict[str, str] = {}
    if kind == "years" and (years := figure(text)):
        found["years"] = years.group().strip()
    for code in codes:
        for name, patterns in _details(kind, code):
            first = next(filter(None, (one.search(text) for one in patterns)), None)
            if first:
                found.setdefault(name, first.group("value").strip(" ,"))
    return tuple(found.items())


def _found(text: str, kind: KnockoutKind, codes: Codes) -> Iterator[re.Match[str]]:
    if kind == "years" and (stated := figure(text)):
        yield stated
        return
    for code in codes:
        yield from _cues(kind, code).finditer(text)


def _asks(text: str, found: re.Match[str], kind: KnockoutKind, codes: Codes) -> bool:
    """Whether the clause around a cue asks for it, and the part between its commas is no wish."""
    start, end = _around(text, found, _ENDS)
    clause = text[start:end]
    start, end = _around(text, found, _PARTS)
    part = text[start:end]
    return not any(_never(kind, code).search(clause) or _softened(code).search(part) for code in codes)


def _around(text: str, found: re.Match[str], ends: re.Pattern[str]) -> tuple[int, int]:
    """The stretch of a text between two ends, around a match."""
    starts = [0, *(mark.end() for mark in ends.finditer(text) if mark.end() <= found.start())]
    after = next((mark.start() for mark in ends.finditer(text, found.end())), len(text))
    return starts[-1], after


def _kinds() -> tuple[KnockoutKind, ...]:
    return cast("tuple[KnockoutKind, ...]", tuple(_data(_HOME)["kinds"]))


@cache
def _data(code: str) -> Mapping[str, Any]:
    there = (language_folder(code) / _FILE).is_file()
    found: Mapping[str, Any] = language_data(code, _FILE) if there else {}
    return found


@cache
def _cues(kind: str, code: str) -> Lowered:
    return _lowered(_data(code).get("kinds", {}).get(kind) or (), code)


@cache
def _listed(name: str, code: str) -> Lowered:
    return _lowered(_data(code).get(name) or (), code)


@cache
def _never(kind: str, code: str) -> Lowered:
    never = _data(code).get("never") or {}
    return _lowered([*(never.get("any") or ()), *(never.get(kind) or ())], code)


@cache
def _softened(code: str) -> Lowered:
    return softened_cues() if code == _HOME else _lowered(_data(code).get("softened") or (), code)


@cache
def _details(kind: str, code: str) -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    named = (_data(code).get("details") or {}).get(kind) or {}
    return tuple((name, tuple(_compiled([one], code) for one in listed)) for name, listed in named.items())


def _compiled(listed: Sequence[str], code: str) -> re.Pattern[str]:
    """Cues as one pattern that matches at the edges of words, whatever the case."""
    return re.compile(_joined(listed, code), re.IGNORECASE)


def _lowered(listed: Sequence[str], code: str) -> Lowered:
    """The same where nobody needs the capitals of what is found: a third of the time."""
    return Lowered(_joined(listed, code))


def _joined(listed: Sequence[str], code: str) -> str:
    """Cues as one expression; one that never matches for none."""
    if not listed:
        return r"(?!)"
    joined = (
        "|".join(f"(?:{with_single_blanks(one)})" for one in listed).replace(" ?", r"\s?").replace(" ", r"\s+")
    )
    filled = joined.replace("{languages}", _names("languages", code)).replace("{regions}", _names("regions", code))
    return rf"(?<![^\W_])(?:{filled})(?![^\W_])"


def _names(key: str, code: str) -> str:
    """The names of languages, or of states and countries, as alternatives."""
    own = _data(code).get(key)
    if own is None:
        own = data()["languages"] if key == "languages" else language_data(_HOME, "facts.yaml")["place"]["regions"]
    return "|".join(re.escape(str(name)).replace(r"\ ", r"\s+") for name in sorted(own, key=len, reverse=True))
