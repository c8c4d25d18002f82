"""The layout engine's own style sheet, without its rules for what a page does not have."""

import re
from functools import cache
from typing import Any

from tailor.pdf.machine import engine

_RARE = re.compile(
    r"::|footnote|@note|note\(|list-item|list-style(?!(?:-type)?:\s*none\b)|@(?:top|right|bottom|left)-"
)
_MARKED = re.compile(r"<(?:ol|menu|dir|details|summary)\b")

_RULES = re.compile(r"^::.*$|^  @(?:top|right|bottom|left)-.*$", re.MULTILINE)
"""Rules for marks of lists, notes and text in the margins: each gives every element, or page, a further style."""


def usual_style(html: str, style: str) -> Any:  # noqa: ANN401 - the library ships no types
    """The engine's own style sheet as far as a page with this style needs it."""
    return _sheet(whole=bool(_RARE.search(style) or _MARKED.search(html)))


@cache
def _sheet(*, whole: bool) -> Any:  # noqa: ANN401 - as above
    weasyprint = engine()
    from weasyprint.html import UA, UA_STYLESHEET  # noqa: PLC0415 - heavy imports late

    return UA_STYLESHEET if whole else weasyprint.CSS(string=_RULES.sub("", UA), url_fetcher=_nothing)


def _nothing(url: str) -> None:
    """The sheet names no address; a fetcher of the engine's own takes 37 ms to make on Python 3.12."""
    raise ValueError(url)
