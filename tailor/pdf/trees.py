"""A page's HTML into its tree of elements: in a tenth of the time where it is as plain as our own pages are."""

import re
from typing import Any
from xml.etree import ElementTree as ET

_DOCTYPE = "<!DOCTYPE html>"
_VOID = re.compile(r"<(meta|img|br)\b([^>]*?)/?>")
_NOT_PLAIN = re.compile(r"<[!?]|</(?:meta|img|br)>|&#(?:x|1[2-5]\d)|<[^>]*[\n\t]|/>")
"""What XML reads in another way than HTML, or not at all: comments, ends of empty elements, line ends in a tag."""

_NAME = re.compile(r"[a-z][a-z-]*")
_WORDS = frozenset({"a", "b", "br", "em", "i", "img", "small", "span", "strong"})
_TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")
_FLOW = _WORDS | {"article", "div", "footer", "header", "main", "p", "section", "ul", *_TITLES}
_INSIDE = {
    "html": frozenset({"head", "body"}),
    "head": frozenset({"meta", "title"}),
    "ul": frozenset({"li"}),
    **dict.fromkeys(("title", "meta", "a", "img", "br"), frozenset[str]()),
    **dict.fromkeys(("b", "em", "i", "small", "span", "strong"), _WORDS),
    **dict.fromkeys(("p", *_TITLES), _WORDS),
    **dict.fromkeys(("article", "body", "div", "footer", "header", "li", "main", "section"), _FLOW),
}
"""Which elements stand in which, where the rules of HTML move none of them."""


def plain_tree(html: str) -> Any:  # noqa: ANN401 - an element of the standard library, as the layout engine wants it
    """A page's HTML into its root element if reading it as XML surely gives the same tree; else None."""
    if not html.startswith(_DOCTYPE):
        return None
    body = html[len(_DOCTYPE) :].lstrip()
    if _NOT_PLAIN.search(_VOID.sub(r"<\1\2>", body)):
        return None
    try:
        root = ET.fromstring(_VOID.sub(r"<\1\2/>", body))  # noqa: S314 - no declaration is let through
    except ET.ParseError:
        return None
    return root if _is_plain(root) else None


def _is_plain(root: ET.Element) -> bool:
    elements = list(root.iter())
    names = set().union(*(element.attrib for element in elements))
    return (
        [child.tag for child in root] == ["head", "body"]
        and not any(text and text.strip() for text in _between(root))
        and all(map(_NAME.fullmatch, names))
        and all(_holds_its_own(element) for element in elements)
    )


def _between(root: ET.Element) -> list[str | None]:
    """The text around the two halves of a page and inside the first, where none may stand."""
    head, body = root
    return [root.text, head.text, head.tail, body.tail, *(child.tail for child in head)]


def _holds_its_own(element: ET.Element) -> bool:
    inside = _INSIDE.get(element.tag)
    return inside is not None and all(child.tag in inside for child in element)
