"""An HTML tree -> pieces: one line per block element or line break, with what the tags say about its kind."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tailor.pages.blocks import Piece, has_value, is_short
from tailor.pages.columns import unfold
from tailor.pages.decoding import clean
from tailor.pages.hiding import is_hidden
from tailor.pages.lines import split_lines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKS = {
    *_HEADINGS, "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "legend", "li", "main",
    "menu", "nav",
    "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_BOLD = {"b", "strong", "dt", "th", "summary", "legend"}
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_TAG = re.compile(
    r"</?(?:p|br|ul|ol|li|div|span|strong|b|em|i|u|a|h[1-6]|table|tr|td|section)\b[^<>]*>", re.IGNORECASE
)
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
# A line wholly in bold is a heading below all marked ones.
_BOLD_LEVEL = 6
_BAR = " | "
# One stray tag does not make a text HTML.
_FEWEST_TAGS = 2


@dataclass(slots=True)
class _Line:
    """The line being gathered: its words, and whether all of them are bold."""

    words: list[str] = field(default_factory=list)
    bold: bool = True

    def add(self, text: str, *, bold: bool) -> None:
        if text.strip():
            self.bold = self.bold and bold
        self.words.append(text)


@dataclass(slots=True)
class _State:
    """Where the walk stands in the tree."""

    line: _Line = field(default_factory=_Line)
    heading: int = 0
    lists: int = 0
    item: bool = False
    bold: list[bool] = field(default_factory=list)
    verbatim: int = 0


def looks_like_html(text: str) -> bool:
    """Whether a text carries HTML tags."""
    return bool(_PAGE.match(text)) or len(_TAG.findall(text[:200_000])) >= _FEWEST_TAGS


def parse(text: str) -> "HtmlElement":
    """HTML text, whole or a fragment, into a tree; broken markup is mended as browsers do."""
    from lxml import html as lxml_html  # noqa: PLC0415 - heavy imports late

    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    document = text if re.search(r"(?i)<(?:html|body)\b", text) else f"<div>{text}</div>"
    return lxml_html.document_fromstring(document.encode("utf-8", "replace"), parser=parser)


def text_to_pieces(text: str) -> tuple[Piece, ...]:
    """A description, HTML or plain, into its pieces."""
    if looks_like_html(text):
        return to_pieces(parse(text))
    text = clean(html.unescape(text))
    return tuple(Piece(text=line.text, kind=line.kind, level=line.level) for line in split_lines(text))


def to_pieces(root: "HtmlElement") -> tuple[Piece, ...]:
    """The visible lines below an element, in order; list marks that are written as characters are read too."""
    unfold(root)
    return tuple(marked(_walk(root)))


def marked(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces in order; a run of unmarked ones is read as plain text, so that written bullets count."""
    run: list[str] = []
    for piece in pieces:
        if piece.kind is None:
            run.append(piece.text)
            continue
        yield from _plain_run(run)
        run = []
        yield piece
    yield from _plain_run(run)


def _walk(root: "HtmlElement") -> Iterator[Piece]:
    from lxml import etree  # noqa: PLC0415 - heavy imports late

    state = _State(verbatim=int(not root.xpath(".//br|.//p|.//li|.//div/div|.//tr")))
    walker = etree.iterwalk(root, events=("start", "end"))
    skipped = None
    for event, element in walker:
        if event == "start" and is_hidden(element):
            skipped = element
            walker.skip_subtree()
        elif event == "start":
            yield from _open(state, element)
            state.line.add(_spaced(element.text, state), bold=state.bold[-1])
        else:
            if element is not skipped:
                yield from _close(state, element)
            if element is not root:
                state.line.add(_spaced(element.tail, state), bold=bool(state.bold and state.bold[-1]))
    yield from _flush(state)


def _open(state: _State, element: "HtmlElement") -> Iterator[Piece]:
    tag = element.tag
    if (tag in _BREAKS and not _in_row(tag, state.line)) or tag == "br":
        yield from _flush(state)
    style = element.get("style") or ""
    inherited = bool(state.bold and state.bold[-1]) and not _PLAIN_STYLE.search(style)
    state.bold.append(inherited or tag in _BOLD or bool(_BOLD_STYLE.search(style)))
    state.lists += tag in {"ul", "ol", "menu"}
    state.verbatim += tag == "pre"
    if tag == "li":
        state.item = True
    if tag in _HEADINGS:
        state.heading = _HEADINGS[tag]


def _in_row(tag: str, line: _Line) -> bool:
    """Whether a cell goes on the row that the cell before it began."""
    return tag in {"td", "th"} and next((word for word in reversed(line.words) if word.strip()), "") == _BAR


def _close(state: _State, element: "HtmlElement") -> Iterator[Piece]:
    tag = element.tag
    if tag in {"td", "th"} and element.getnext() is not None and not element.xpath(".//p|.//li|.//br|.//div"):
        state.line.add(_BAR, bold=True)
    elif tag in _BREAKS:
        yield from _flush(state)
    state.bold.pop()
    state.lists -= tag in {"ul", "ol", "menu"}
    state.verbatim -= tag == "pre"
    if tag in {"li", "ul", "ol", "menu"}:
        state.item = False
    if tag in _HEADINGS:
        state.heading = 0


def _flush(state: _State) -> Iterator[Piece]:
    line, state.line = state.line, _Line()
    for text in "".join(line.words).split("\n"):
        stripped = text.strip(" \t|\u00a0")
        if not stripped:
            continue
        yield _piece(state, stripped, bold=line.bold)
        state.item = False


def _piece(state: _State, text: str, *, bold: bool) -> Piece:
    if state.heading:
        return Piece(text=text, kind="heading", level=state.heading)
    if state.item:
        return Piece(text=text, kind="item", level=max(1, state.lists))
    if bold and is_short(text) and not has_value(text):
        return Piece(text=text, kind="heading", level=_BOLD_LEVEL)
    return Piece(text=text)


def _spaced(text: str | None, state: _State) -> str:
    """Text with its blanks collapsed as browsers do; its line breaks are kept where they are the only breaks."""
    if not text:
        return ""
    if state.verbatim:
        return re.sub(r"[ \t\r\f]+", " ", text)
    return _BLANKS.sub(" ", text)


def _plain_run(run: list[str]) -> Iterator[Piece]:
    for line in split_lines("\n".join(run)) if run else ():
        kind = None if line.kind == "heading" else line.kind
        yield Piece(text=line.text, kind=kind, level=line.level if kind else 0)
