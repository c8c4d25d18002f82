"""A Word document -> a page: paragraphs, lists, tables and text boxes in the order of the document, each once."""

import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import Any

from tailor.errors import InputError, fault
from tailor.model.text import Page
from tailor.pages.blocks import Piece, has_value, is_short, lay_out, to_blocks
from tailor.pages.columns import by_column
from tailor.pages.decoding import clean
from tailor.pages.markup import marked

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The old drawing of a text box, which repeats the new one for programs before 2010.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{_W}txbxContent"
_SILENT = {_FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", _BOX}
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": " "}
# What all parts of a document may unpack to, in bytes; pictures are packed already, so few postings pass 20 MB.
_MOST_UNPACKED = 100_000_000
_MOST_PARTS = 2000
_BOLD_LEVEL = 6
_REMEDY = "save it again as DOCX, or copy its text into a .txt file"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """What a paragraph's style makes of it: a heading's level (0 for none), whether it is listed, whether bold."""

    heading: int = 0
    listed: bool = False
    bold: bool = False


def is_zip(data: bytes) -> bool:
    """Whether bytes are a zip archive, which a Word document is."""
    return data.startswith(b"PK\x03\x04")


def read_docx(data: bytes, name: str) -> tuple[Page, ...]:
    """A Word document into its page. Raises InputError for another archive, a damaged or an oversized one."""
    _check_archive(data, name)
    try:
        pieces = tuple(marked(_pieces(data)))
    except Exception as problem:  # noqa: BLE001 - the library's errors for broken parts are of many kinds
        raise fault(name, f"this Word document is damaged ({type(problem).__name__})", _REMEDY) from None
    if not pieces:
        raise fault(
            name, "this Word document holds no text", "if it is a picture, copy the posting's text by hand"
        )
    text, lines = lay_out(pieces)
    return (
        Page(
            source=name,
            format="DOCX",
            decided="the document's paragraphs, lists, tables and text boxes, in order",
            text=text,
            blocks=to_blocks(lines),
        ),
    )


def _check_archive(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise fault(name, "this archive is damaged and cannot be opened", _REMEDY) from None
    if not any(part.filename == "word/document.xml" for part in parts):
        raise _no_document(name)
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise fault(name, "this Word document unpacks to too much for a posting", _REMEDY)


def _no_document(name: str) -> InputError:
    return fault(name, "this is a ZIP archive and no Word document", "unpack it and give the posting inside")


def _pieces(data: bytes) -> Iterator[Piece]:
    from docx import Document  # noqa: PLC0415 - heavy imports late

    document = Document(BytesIO(data))
    known: dict[str, _Style] = {}
    styles = {style.style_id: style for style in document.styles}

    def style_of(identity: str) -> _Style:
        if identity not in known:
            known[identity] = _style(styles.get(identity))
        return known[identity]

    yield from _blocks(document.element.body, style_of)


def _style(style: Any) -> _Style:  # noqa: ANN401 - the library gives styles of several types
    """A style and those it builds on; built-in names are English in every language's Word."""
    heading, listed, bold = 0, False, False
    while style is not None:
        name = (style.name or "").casefold()
        if name.startswith("heading ") and name[8:].isdigit():
            heading = heading or int(name[8:])
        heading = heading or int(name == "title")
        listed = listed or style.element.find(f"{_W}pPr/{_W}numPr") is not None
        bold = bold or _is_on(style.element.find(f"{_W}rPr"), "b")
        style = getattr(style, "base_style", None)
    return _Style(heading=min(heading, _BOLD_LEVEL), listed=listed, bold=bold)


def _blocks(parent: Any, style_of: Callable[[str], _Style]) -> Iterator[Piece]:  # noqa: ANN401 - untyped XML
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, style_of)
            yield from chain.from_iterable(_blocks(box, style_of) for box in _boxes(child))
        elif child.tag == f"{_W}tbl":
            yield from _table(child, style_of)
        elif child.tag not in _SILENT:
            yield from _blocks(child, style_of)


def _boxes(parent: Any) -> Iterator[Any]:  # noqa: ANN401 - untyped XML
    """The text boxes anchored in a paragraph, those inside others left to them."""
    for child in parent:
        if child.tag == _BOX:
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _table(table: Any, style_of: Callable[[str], _Style]) -> Iterator[Piece]:  # noqa: ANN401 - untyped XML
    """A table below its columns' headings, or row after row."""
    own = [row for row in table.iter(f"{_W}tr") if next(row.iterancestors(f"{_W}tbl")) is table]
    rows = [
        [
            list(_blocks(cell, style_of))
            for cell in row.iter(f"{_W}tc")
            if next(cell.iterancestors(f"{_W}tr")) is row
        ]
        for row in own
    ]
    yield from by_column(rows) or chain.from_iterable(map(_row, rows))


def _row(row: Sequence[Sequence[Piece]]) -> Iterator[Piece]:
    """A table's row: one line where every cell holds one, else cell after cell."""
    cells = [cell for cell in row if cell]
    if len(cells) > 1 and all(len(cell) == 1 and cell[0].kind != "item" for cell in cells):
        yield Piece(text=" | ".join(cell[0].text for cell in cells))
        return
    yield from chain.from_iterable(cells)


def _paragraph(paragraph: Any, style_of: Callable[[str], _Style]) -> Iterator[Piece]:  # noqa: ANN401 - untyped XML
    runs = list(_runs(paragraph))
    properties = paragraph.find(f"{_W}pPr")
    style = style_of(_value(properties, "pStyle"))
    level = _list_level(properties, style)
    bold = all(bold or style.bold for text, bold in runs if text.strip())
    for text in clean("".join(text for text, _ in runs)).split("\n"):
        stripped = " ".join(text.split())
        if not stripped:
            continue
        if style.heading:
            yield Piece(text=stripped, kind="heading", level=style.heading)
        elif level:
            yield Piece(text=stripped, kind="item", level=level)
            level = 0
        elif bold and is_short(stripped) and not has_value(stripped):
            yield Piece(text=stripped, kind="heading", level=_BOLD_LEVEL)
        else:
            yield Piece(text=stripped)


def _list_level(properties: Any, style: _Style) -> int:  # noqa: ANN401 - untyped XML
    """The depth of a list item, 0 for a paragraph of no list."""
    numbered = None if properties is None else properties.find(f"{_W}numPr")
    if numbered is None:
        return int(style.listed)
    if _value(numbered, "numId") == "0":
        return 0
    depth = _value(numbered, "ilvl")
    return 1 + (int(depth) if depth.isdigit() else 0)


def _runs(parent: Any, *, bold: bool = False) -> Iterator[tuple[str, bool]]:  # noqa: ANN401 - untyped XML
    """The words of a paragraph, and whether each run is bold; deleted and hidden ones are left out."""
    for child in parent:
        if child.tag in _SILENT:
            continue
        if child.tag == f"{_W}t":
            yield child.text or "", bold
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag], bold
        elif child.tag == f"{_W}r":
            properties = child.find(f"{_W}rPr")
            if not _is_on(properties, "vanish"):
                yield from _runs(child, bold=_is_on(properties, "b"))
        else:
            yield from _runs(child, bold=bold)


def _is_on(properties: Any, name: str) -> bool:  # noqa: ANN401 - untyped XML
    found = None if properties is None else properties.find(f"{_W}{name}")
    return found is not None and found.get(f"{_W}val", "1") not in {"0", "false", "none"}


def _value(properties: Any, name: str) -> str:  # noqa: ANN401 - untyped XML
    found = None if properties is None else properties.find(f"{_W}{name}")
    return "" if found is None else str(found.get(f"{_W}val", ""))
