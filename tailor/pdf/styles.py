"""Style sheets, read once for all pages that have the same."""

import re
from typing import Any

from tailor.pdf.machine import engine

MOST_KEPT = 32
"""Style sheets kept: two documents, measured and printed, on two papers, in a few looks."""

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def parted(html: str) -> tuple[str, str]:
    """A page's HTML without its style sheet, and the style sheet."""
    found = _STYLE.search(html)
    return (html[: found.start()] + html[found.end() :], found[1]) if found else (html, "")


class Styles:
    """Style sheets by their text. Reading one takes a tenth of the time of a page."""

    def __init__(self) -> None:
        """Begin with none."""
        self._read: dict[tuple[Any, str], Any] = {}

    def read(self, text: str, *, font_config: Any, base_url: str, url_fetcher: Any) -> Any:  # noqa: ANN401 - no types
        """A style sheet's text as the layout engine reads it; the oldest of many is forgotten."""
        key = (font_config, text)
        if key not in self._read:
            if len(self._read) >= MOST_KEPT:
                del self._read[next(iter(self._read))]
            self._read[key] = engine().CSS(
                string=text, font_config=font_config, base_url=base_url, url_fetcher=url_fetcher
            )
        return self._read[key]
