"""Characters that no font of a page has: named, with the place where they stand."""

import html as markup
import logging
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from tailor.errors import Fault, GlyphError

_LOGGER = logging.getLogger("weasyprint")
_CODE = re.compile(r"\.notdef glyph .*\(U\+([0-9A-F]{4,6})\)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PATH = re.compile(r'data-path="([^"]*)"')
_AROUND = 24


@contextmanager
def missing_glyphs() -> Iterator[list[str]]:
    """While it lasts, the characters that the layout engine found no glyph for are added to the list."""
    watch = _Watch()
    level = _LOGGER.level
    _LOGGER.addHandler(watch)
    _LOGGER.setLevel(logging.WARNING)
    try:
        yield watch.missing
    finally:
        _LOGGER.removeHandler(watch)
        _LOGGER.setLevel(level)


def glyph_error(html: str, missing: list[str]) -> GlyphError:
    """The characters without a glyph into an error that names each and shows where it stands."""
    signs = sorted(set(missing))
    return GlyphError([_fault(html, sign) for sign in signs], signs)


def no_glyph(sign: str, quote: str) -> tuple[str, str]:
    """Problem and remedy for a character without a glyph in some text."""
    named = f"U+{ord(sign):04X} {unicodedata.name(sign, 'unnamed')}"
    short = quote if len(quote) <= 2 * _AROUND else _around(sign, quote)
    remedy = "put a font that has it into templates/fonts of your workspace, write it another way, or leave it out"
    return f"no font has the character {sign} ({named}): “{short}”", remedy


class _Watch(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.missing: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if found := _CODE.search(record.getMessage()):
            self.missing.append(chr(int(found[1], 16)))


def _fault(html: str, sign: str) -> Fault:
    body = html.partition("<body")[2]
    at = body.find(markup.escape(sign))
    paths = _PATH.findall(body[: max(at, 0)])
    lead = _TAG.sub("", body[: max(at, 0)].rpartition(">")[2])[-_AROUND:]
    after = body[at + 1 :].partition("<")[0][:_AROUND] if at >= 0 else ""
    problem, remedy = no_glyph(sign, markup.unescape(f"{lead}{sign}{after}").strip())
    return Fault(file=paths[-1] if paths else "page", problem=problem, remedy=remedy)


def _around(sign: str, quote: str) -> str:
    at = quote.find(sign)
    return quote[max(0, at - _AROUND) : at + 1 + _AROUND].strip()
