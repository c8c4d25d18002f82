"""A laid-out document into heights and fill, from WeasyPrint's box tree (private: the version is pinned)."""

import re
from typing import Any

from tailor.errors import fault
from tailor.model.plan import Heights, Layout

ENDLESS_INCHES = 400
"""Height of the page that a whole profile is measured on; 200 bullets take about 80 inches."""

PX_PER_INCH = 96.0
_UNITS = {"in": PX_PER_INCH, "mm": PX_PER_INCH / 25.4, "cm": PX_PER_INCH / 2.54, "pt": PX_PER_INCH / 72, "px": 1.0}
_SIZE = re.compile(r"@page\s*\{\s*size:\s*([\d.]+\w\w)\s+([\d.]+)(\w\w)")


def endless(html: str) -> tuple[str, float]:
    """A page's HTML with its paper made endless, and how much taller it became in CSS px.

    Raises `InputError` when the style does not begin its `@page` rule with a size of two lengths.
    """
    found = _SIZE.search(html)
    if found is None or found[3] not in _UNITS:
        raise fault("theme", "the style does not say the paper's size", "write @page { size: WIDTH HEIGHT; … }")
    taller = ENDLESS_INCHES * PX_PER_INCH - float(found[2]) * _UNITS[found[3]]
    paper = f"@page {{ size: {found[1]} {ENDLESS_INCHES}in"
    return html[: found.start()] + paper + html[found.end() :], taller


def heights(document: Any, taller: float) -> Heights:  # noqa: ANN401 - the library ships no types
    """A document on an endless page into the margin-box heights of its `data-path` elements, in CSS px."""
    page = document.pages[0]._page_box  # noqa: SLF001 - there is no public way to a box's height
    found: dict[str, float] = {}
    for box in page.descendants():
        path = box.element.get("data-path") if box.element is not None else None
        if path and path not in found:
            # A box comes before the anonymous ones inside it that share its element.
            found[path] = box.margin_height()
    return Heights(page=page.height - taller, elements=found)


def layout(document: Any) -> Layout:  # noqa: ANN401 - the library ships no types
    """A document into its number of pages, and the share of the last page that is filled."""
    page = document.pages[-1]._page_box  # noqa: SLF001 - there is no public way to a box's height
    filled = page.children[0].margin_height() / page.height
    return Layout(pages=len(document.pages), last_fill=min(1.0, max(0.0, filled)))
