"""A theme into the styles of a Word document: fonts, sizes, colours and spaces as near as Word comes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from tailor.render.rules import Rules

Caps = Literal["", "small", "all"]

_INDENT, _HANGING = 1.4, 0.8
"""Ems from the margin to a bullet's text, and from its mark."""

_FAMILIES = {
    "EB Garamond": ("Garamond", "roman"),
    "Gentium Book Plus": ("Cambria", "roman"),
    "Lato": ("Calibri", "swiss"),
    "Mukta": ("Calibri", "swiss"),
    "Noto Sans": ("Segoe UI", "swiss"),
    "Open Sans": ("Segoe UI", "swiss"),
    "Open Sauce Sans": ("Segoe UI", "swiss"),
    "Poppins": ("Century Gothic", "swiss"),
    "Raleway": ("Century Gothic", "swiss"),
    "Roboto": ("Arial", "swiss"),
    "Source Sans 3": ("Calibri", "swiss"),
    "Ubuntu": ("Trebuchet MS", "swiss"),
}
"""What stands in for a font on a machine without it: the nearest that comes with Word, and the kind of font."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A style by its name in Word: what its words and its paragraphs look like. Sizes and spaces are points.

    `line` is the height of its lines; a style without one is of characters. `own` ones are none of Word's.
    `wider` is space behind each letter, `whole` that no page's end parts its lines, `level` a heading's in the
    outline, `rule` the colour of a line below and `gap` its distance.
    """

    name: str
    own: bool = False
    font: str = ""
    size: float = 0
    colour: str = ""
    bold: bool | None = None
    italic: bool | None = None
    caps: Caps = ""
    wider: float = 0
    line: float = 0
    before: float = 0
    after: float = 0
    left: float = 0
    hanging: float = 0
    centred: bool = False
    keep_next: bool = False
    whole: bool = False
    listed: bool = False
    level: int | None = None
    rule: str = ""
    gap: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font's name, what stands in for it, and its kind (roman has serifs, swiss has none)."""

    name: str
    instead: str
    family: str


def fonts(settings: Mapping[str, str]) -> tuple[Font, ...]:
    """A theme's settings into the fonts of its documents; one that nobody knows has nothing to stand in for it."""
    names = dict.fromkeys((settings["font"], settings["heading_font"]))
    return tuple(
        Font(name=name, instead=instead, family=family)
        for name in names
        for instead, family in (_FAMILIES.get(name, ("", "auto")),)
    )


def resume_looks(settings: Mapping[str, str], rules: Rules) -> tuple[Look, ...]:
    """A theme's settings and style sheet into the styles of a resume, the one of plain text first."""
    size, leading = float(settings["size"]), float(settings["leading"])
    text = Look(name="Normal", size=size, line=size * leading, colour=settings["ink"])
    indent, hanging = size * _INDENT, size * _HANGING
    return (
        text,
        *_head(settings, rules),
        _heading(text, settings, rules),
        replace(_text(text, "Heading 2"), bold=True, before=rules.points(".head", "margin-top", 5.5), level=1),
        replace(_text(text, "Employer"), own=True),
        replace(_text(text, "Body Text"), before=1.5),
        replace(_bullet(text, rules), left=indent, hanging=hanging),
        replace(_text(text, "List Continue"), left=indent),
        replace(_text(text, "List"), before=1.5, left=indent, hanging=indent, whole=True),
        Look(name="Strong", bold=True),
        Look(name="Emphasis", italic=rules.word(".under em", "font-style") != "normal"),
        Look(name="Dates", own=True, bold=False, colour=settings["quiet"]),
        Look(name="Gap", own=True, bold=False, wider=6),
        Look(name="Hyperlink"),
    )


def letter_looks(settings: Mapping[str, str], rules: Rules) -> tuple[Look, ...]:
    """A theme's settings and style sheet into the styles of a letter; the head is the resume's."""
    size = float(settings["letter_size"])
    leading = rules.ems(".letter", "--leading", float(settings["leading"]))
    text = Look(name="Normal", size=size, line=size * leading, colour=settings["ink"])
    head = _head(settings, rules)
    return (
        text,
        *head[:-1],
        replace(head[-1], rule=settings["rule"], gap=9),
        replace(_text(text, "Date"), before=16),
        replace(_text(text, "Recipient"), own=True, before=12),
        replace(_text(text, "Heading 1"), bold=True, before=14, keep_next=True, level=0),
        replace(_text(text, "Salutation"), before=7.5),
        replace(_text(text, "Body Text"), before=7.5),
        replace(_text(text, "Closing"), before=12),
        replace(_text(text, "Signature"), before=22),
        replace(_text(text, "Enclosures"), own=True, before=12, colour=settings["quiet"]),
        Look(name="Hyperlink"),
    )


def _head(settings: Mapping[str, str], rules: Rules) -> tuple[Look, ...]:
    """The styles of name, headline and contact data, which resume and letter share."""
    size = float(settings["size"])
    centred = rules.word("header", "text-align") == "center"
    text = Look(name="", size=size, line=size * 1.2, centred=centred)
    name = _text(text, "Title", rules.ems("h1", "font-size", 2.5), rules.ems("h1", "line-height", 1.1))
    headline = _text(text, "Subtitle", rules.ems(".headline", "font-size", 1.16), 1.2)
    italic = rules.word(".headline", "font-style") == "italic"
    return (
        replace(
            name,
            font=settings["heading_font"],
            after=rules.points("h1", "padding-bottom", 5.5),
            bold=rules.is_bold("h1") or None,
            caps=_caps("h1", rules),
        ),
        replace(headline, italic=italic or None, colour=settings["accent"], after=3),
        replace(
            _text(text, "Contact", rules.ems(".contact", "font-size", 1), 1.2), own=True, colour=settings["quiet"]
        ),
    )


def _heading(text: Look, settings: Mapping[str, str], rules: Rules) -> Look:
    """The style of a section's heading.

    Letters are not spaced: made a PDF by other programs, the document would read "SUMMA RY".
    """
    ems = rules.ems("h2", "font-size", 1.26)
    ruled = rules.word("h2", "border-bottom") not in ("", "0", "none")
    return replace(
        _text(text, "Heading 1", ems, rules.ems("h2", "line-height", 1.1)),
        font=settings["heading_font"],
        colour=settings["accent"],
        bold=rules.is_bold("h2") or None,
        caps=_caps("h2", rules),
        before=rules.points("h2", "margin-top", 7.5),
        after=1.5,
        keep_next=True,
        level=0,
        rule=settings["rule"] if ruled else "",
        gap=1,
    )


def _bullet(text: Look, rules: Rules) -> Look:
    before = rules.points("li", "margin-top", 1.2)
    return replace(_text(text, "List Bullet"), before=before, listed=True, whole=True)


def _caps(selector: str, rules: Rules) -> Caps:
    """Whether an element is set in small or in full capitals; what it says stays as it is written."""
    if rules.word(selector, "font-variant-caps") == "small-caps":
        return "small"
    return "all" if rules.word(selector, "text-transform") == "uppercase" else ""


def _text(text: Look, name: str, ems: float = 1, leading: float = 0) -> Look:
    """The style of plain text under another name, so many ems large; `leading` is a line's height in its own."""
    size = text.size * ems
    return replace(text, name=name, size=size, line=size * leading if leading else text.line * ems, colour="")
