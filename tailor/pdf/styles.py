"""Style sheets, read once for all pages that have the same."""

import re
from collections import Counter
from typing import Any

from tailor.pdf.machine import engine

MOST_KEPT = 32
"""Style sheets kept: two documents, measured and printed, on two papers, in a few looks."""

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_SETTING = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)")
_ASKED = re.compile(r"var\((--[\w-]+)\)")
_NUMBER = r"(-?(?:\d+\.?\d*|\.\d+))([a-z]*)"
_PRODUCT = re.compile(rf"calc\(\s*{_NUMBER}\s*\*\s*{_NUMBER}\s*\)")


def parted(html: str) -> tuple[str, str]:
    """A page's HTML without its style sheet, and the style sheet."""
    found = _STYLE.search(html)
    return (html[: found.start()] + html[found.end() :], found[1]) if found else (html, "")


def settled(style: str) -> str:
    """A style sheet with its settings written out: variables that only the root sets, and products of two numbers.

    The layout engine would work them out anew for each of the styles that elements have.
    """
    names = Counter(name for name, _ in _SETTING.findall(style))
    rooted = (pair for found in _ROOT.findall(style) for pair in _SETTING.findall(found))
    values = {name: value.strip() for name, value in rooted if names[name] == 1}
    return _PRODUCT.sub(_product, _ASKED.sub(lambda found: values.get(found[1], found[0]), style))


def _product(found: re.Match[str]) -> str:
    one, unit, other, another = found.groups()
    if unit and another:
        return found[0]  # no length
    return f"{float(one) * float(other):.10g}{unit or another}"


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
                string=settled(text), font_config=font_config, base_url=base_url, url_fetcher=url_fetcher
            )
        return self._read[key]
