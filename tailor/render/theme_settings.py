"""The settings of a theme: read from its `theme.yaml`, and changed by a document's options."""

import re
from collections.abc import Mapping as Settings

from tailor.errors import ChoiceError, Fault, InputError, fault
from tailor.located import Document, Mapping, Pair, Scalar, unknown_key

EXTENDS = "extends"
"""The key that names the built-in theme whose settings and files a theme takes over."""

_NUMBER = r"\d{1,3}(?:\.\d{1,3})?"
_FONT = r"[A-Za-z][A-Za-z0-9 ]{1,40}"
_COLOUR = r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})"
_DENSITIES = {"compact": 0.95, "normal": 1.0, "airy": 1.08}

_FORMS: dict[str, tuple[str, str]] = {
    "title": (r"[^\n]{1,60}", "a short title"),
    "description": (r"[^\n]{0,300}", "one sentence"),
    "font": (_FONT, "a font's name, such as EB Garamond"),
    "heading_font": (_FONT, "a font's name, such as EB Garamond"),
    "fallback_font": (_FONT, "a font's name, such as Open Sans"),
    "generic_font": (r"serif|sans-serif", "serif or sans-serif"),
    "accent": (_COLOUR, "a colour such as #1f3b57"),
    "ink": (_COLOUR, "a colour such as #1a1a1a"),
    "quiet": (_COLOUR, "a colour such as #555555"),
    "rule": (_COLOUR, "a colour such as #aab4c0"),
    "size": (_NUMBER, "a number of points, such as 10.8"),
    "letter_size": (_NUMBER, "a number of points, such as 11.2"),
    "floor": (_NUMBER, "the smallest size in points, such as 10"),
    "leading": (_NUMBER, "a line's height in ems, such as 1.25"),
    "letter_leading": (_NUMBER, "a line's height in ems, such as 1.3"),
    "density": (rf"{'|'.join(_DENSITIES)}|{_NUMBER}", f"{', '.join(_DENSITIES)}, or a number such as 1.05"),
    "margin_top": (_NUMBER, "inches, such as 0.7"),
    "margin_side": (_NUMBER, "inches, such as 0.8"),
    "margin_bottom": (_NUMBER, "inches, such as 0.7"),
    "letter_margin_side": (_NUMBER, "inches, such as 1.1"),
}
_OPTIONS = ("accent", "density", "font", "heading_font", "size", "letter_size")
_SIZES = ("size", "letter_size")

_LEAST_DENSITY, _MOST_DENSITY = 0.9, 1.2
_GAPS_PER_LEADING = 4
"""How much faster the gaps between blocks grow than the lines: a page breathes in its gaps."""

_LEAST_LEADING = 1.05
"""Ems of a line below which letters of neighbouring lines touch."""

_HANG = 0.8 * 96 / 72
"""How far a bullet hangs out, in CSS px a point of its text: .8 em. The layout engine's tabs end at whole px."""

_OWN = "x-"
"""Keys that begin so are the person's own."""


def read_settings(document: Document, basis: Settings[str, str]) -> dict[str, str]:
    """A `theme.yaml` into all settings, those of `basis` where it says nothing; InputError has every fault."""
    if not isinstance(document.root, Mapping):
        raise fault(document.file, "a theme is a list of settings", "write `title: …` and so on")
    pairs = [pair for pair in document.root.pairs if pair.key.text != EXTENDS and pair.key.text[:2] != _OWN]
    faults = [*document.faults, *(found for pair in pairs if (found := _wrong(document, pair)))]
    held = {pair.key.text: pair.value.text for pair in pairs if isinstance(pair.value, Scalar)}
    if missing := [key for key in _FORMS if key not in held and key not in basis]:
        remedy = f"write them, or `{EXTENDS}: classic` for those of another theme"
        faults.append(
            Fault(file=document.file, problem=f"settings are missing: {', '.join(missing)}", remedy=remedy)
        )
    if faults:
        raise InputError(faults)
    settings = {**basis, **held}
    if small := [key for key in _SIZES if float(settings[key]) < float(settings["floor"])]:
        place = next(pair.value.place for pair in pairs if pair.key.text in (small[0], "floor"))
        problem = f"{small[0]} is {settings[small[0]]} pt, below the floor of {settings['floor']} pt"
        raise InputError([document.fault(place, problem, "write a larger size or a lower floor")])
    return settings


def extended(document: Document) -> Scalar | None:
    """The name that `extends` gives, with its place; None where there is none."""
    pairs = document.root.pairs if isinstance(document.root, Mapping) else ()
    found = next((pair.value for pair in pairs if pair.key.text == EXTENDS), None)
    if found is None or isinstance(found, Scalar):
        return found
    raise InputError([document.fault(found.place, f"{EXTENDS} is one theme's name", "write it after the colon")])


def chosen(settings: Settings[str, str], options: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Settings with a style's options put in their place, and with leading and gaps as their density wants them.

    Raises `ChoiceError` for an option the theme has not, a value of the wrong form or out of its bounds.
    """
    found = dict(settings)
    for key, value in options:
        if key not in _OPTIONS:
            raise ChoiceError(f"a theme has no option {key!r}; there are: {', '.join(_OPTIONS)}")
        if problem := _unfit(key, value):
            raise ChoiceError(f"theme.{key} is {value!r}; write {problem}")
        if key in _SIZES and float(value) < float(found["floor"]):
            raise ChoiceError(f"theme.{key} is {value} pt; the theme's floor is {found['floor']} pt")
        found[key] = value
    return found | _reckoned(found)


def _reckoned(settings: Settings[str, str]) -> dict[str, str]:
    """What follows from settings: leading and gaps from the density, how far a bullet hangs from the size."""
    density = _density(settings["density"])
    lines = {
        key: f"{max(_LEAST_LEADING, float(settings[key]) * density):.4g}" for key in ("leading", "letter_leading")
    }
    return {
        **lines,
        "gap": f"{1 + _GAPS_PER_LEADING * (density - 1):.4g}",
        "hang": str(int(float(settings["size"]) * _HANG)),
    }


def _density(value: str) -> float:
    return _DENSITIES[value] if value in _DENSITIES else float(value)


def _wrong(document: Document, pair: Pair) -> Fault | None:
    if pair.key.text not in _FORMS:
        return document.fault(pair.key.place, *unknown_key(pair.key.text, [*_FORMS, EXTENDS]))
    problem = (
        _unfit(pair.key.text, pair.value.text) if isinstance(pair.value, Scalar) else _FORMS[pair.key.text][1]
    )
    if problem:
        return document.fault(pair.value.place, f"this is no value for {pair.key.text}", f"write {problem}")
    return None


def _unfit(key: str, value: str) -> str:
    """What to write in place of a value that a setting cannot have; empty where it can."""
    form, wanted = _FORMS[key]
    if not re.fullmatch(form, value):
        return wanted
    if key == "density" and not _LEAST_DENSITY <= _density(value) <= _MOST_DENSITY:
        return f"{', '.join(_DENSITIES)}, or a number from {_LEAST_DENSITY} to {_MOST_DENSITY}"
    return ""
