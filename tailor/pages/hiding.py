"""What markup hides from people: elements that are never shown, by their kind, an attribute or a style."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = {
    "head",
    "iframe",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "button",
    "video",
}
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|"
    r"font-size\s*:\s*(?:0(?:em|rem|%)?|[01](?:\.\d+)?p[xt])\s*(?:[;!]|\Z)|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|\Z)|(?:text-indent|left|top)\s*:\s*-\d{4,}",
    re.IGNORECASE,
)
_WHITE = re.compile(
    r"(?:\A|[;\s])color\s*:\s*(?:white|#f{3}(?:f{3})?|rgba?\(\s*255\s*,\s*255\s*,\s*255|transparent)\b",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(r"background(?:-color|-image)?\s*:\s*(?!none|transparent|white|#fff)", re.IGNORECASE)


def is_hidden(element: "HtmlElement") -> bool:
    """Whether an element is never shown."""
    if not isinstance(element.tag, str) or element.tag in _SILENT or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style) and (bool(_HIDDEN_STYLE.search(style)) or _is_white(element, style))


def hidden_text(root: "HtmlElement") -> str:
    """The words below an element that a style or an attribute hides from people."""
    return " ".join(words for _, words in hidden_pieces(root))


def hidden_pieces(root: "HtmlElement") -> list[tuple["HtmlElement", str]]:
    """What is hidden below an element, piece by piece, each with the element that it stands in."""
    found: list[tuple[HtmlElement, str]] = []
    for element in root.iter():
        silent = not isinstance(element.tag, str) or element.tag in _SILENT
        if not silent and is_hidden(element) and not any(map(is_hidden, element.iterancestors())):
            parent = element.getparent()
            found.append((element if parent is None else parent, " ".join(element.text_content().split())))
    return found


def _is_white(element: "HtmlElement", style: str) -> bool:
    """Whether a style sets white letters where no style around them sets a background."""
    if not _WHITE.search(style):
        return False
    around = (parent.get("style") or "" for parent in (element, *element.iterancestors()))
    return not any(_BACKGROUND.search(one) for one in around)
