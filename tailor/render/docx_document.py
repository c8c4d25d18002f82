"""A sheet and a theme into a Word document: the printed page's words, and its look as near as Word comes."""

import re

from tailor.model.document import Style
from tailor.render.docx_file import Page, docx_bytes
from tailor.render.docx_lines import paragraphs
from tailor.render.docx_styles import fonts, letter_looks, resume_looks
from tailor.render.page import PAPERS
from tailor.render.rules import Rules
from tailor.render.sheet import LetterSheet, ResumeSheet
from tailor.render.theme import Theme, styled

_POINTS = {"in": 72.0, "mm": 72 / 25.4}
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COUNTRIES = {"en": "US", "ca": "ES", "cs": "CZ", "da": "DK", "el": "GR", "sv": "SE", "uk": "UA"}
"""The country by which Word knows a language; that of the others is written like the language."""


def docx_document(sheet: ResumeSheet | LetterSheet, theme: Theme, style: Style, day: str) -> bytes:
    """A sheet into a Word document in the theme's fonts, sizes and colours; `day` (ISO) is the one it is of.

    Raises `ChoiceError` for a theme option there is not.
    """
    settings = styled(theme, style)
    is_letter = isinstance(sheet, LetterSheet)
    width, height = map(_points, PAPERS[style.paper])
    sides = "letter_margin_side" if is_letter else "margin_side"
    top, side, bottom = (_points(f"{settings[key]}in") for key in ("margin_top", sides, "margin_bottom"))
    page = Page(
        title=sheet.title,
        author=sheet.header.name.text,
        lang=_tag(style),
        day=day,
        size=(width, height),
        margins=(top, side, bottom),
    )
    sheets = dict(theme.files)
    rules = Rules.of(*(sheets[name] for name in theme.styles))
    looks = letter_looks(settings, rules) if is_letter else resume_looks(settings, rules)
    return docx_bytes(page, paragraphs(sheet), looks, fonts(settings))


def _points(length: str) -> float:
    return float(length[:-2]) * _POINTS[length[-2:]]


def _tag(style: Style) -> str:
    """A document's language as Word names it: "en-US", in English on A4 "en-GB"."""
    tag = style.lang if _TAG.fullmatch(style.lang) else style.lang[:2]
    if "-" in tag:
        return tag
    code = tag.lower()
    british = code == "en" and style.paper == "a4"
    return f"{code}-{'GB' if british else _COUNTRIES.get(code, code.upper())}"
