"""A table whose columns have headings -> the same lines row by row, each cell below its column's heading.

Person specifications stand so: a row for each field, columns "Essential" and "Desirable", and a list in each cell.
Read along the rows, such a list would lose the heading that tells what it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tailor.pages.blocks import Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_HEADING_WORDS, _MOST_LABEL_WORDS, _FEWEST_COLUMNS = 5, 5, 2
_ROW_LEVEL, _COLUMN_LEVEL = 5, 6
_LONG = 3
"""Words that a cell of a list has on average; tables of figures and of labels with values have fewer."""

Rows = Sequence[Sequence[str]]


def unfold(root: "HtmlElement") -> None:
    """Every such table below an element turned into headings and lists, in place; its words stay as they are."""
    for table in root.xpath(".//table[not(.//table)][.//tr[2]]"):
        rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in table.xpath(".//tr")]
        named = any(cell.tag == "th" or cell.xpath(".//b|.//strong") for cell in rows[0])
        texts = [[str(cell.text_content()) for cell in row] for row in rows]
        if named and _has_columns(texts):
            _replace(table, rows, labelled=_has_labels(texts))


def by_column(rows: Sequence[Sequence[Sequence[Piece]]]) -> tuple[Piece, ...]:
    """The rows of a table, each of cells, each of pieces, in that order; () for a table of another kind."""
    texts = [[" ".join(piece.text for piece in cell) for cell in row] for row in rows]
    named = bool(rows) and any(piece.kind == "heading" for cell in rows[0] for piece in cell)
    if not named or not _has_columns(texts):
        return ()
    return tuple(_below_headings(rows, texts))


def _below_headings(rows: Sequence[Sequence[Sequence[Piece]]], texts: Rows) -> Iterator[Piece]:
    labelled = _has_labels(texts)
    for row in rows[1:]:
        regular = len(row) == len(rows[0])
        for column, cell in enumerate(row):
            if regular and labelled and column == 0:
                yield from (replace(piece, kind="heading", level=_ROW_LEVEL) for piece in cell)
            elif regular and cell:
                yield Piece(text=texts[0][column], kind="heading", level=_COLUMN_LEVEL)
                yield from (replace(piece, kind="item", level=max(1, piece.level)) for piece in cell)
            else:
                yield from cell


def _has_columns(rows: Rows) -> bool:
    """Whether the first row names columns, of which at least two hold lists."""
    head, body = [text.split() for text in rows[0]], _regular(rows)
    if len(head) < _FEWEST_COLUMNS or not body or not all(head[1:]):
        return False
    lists = [column for column, name in enumerate(head) if name and _length(body, column) >= _LONG]
    short = all(len(name) <= _MOST_HEADING_WORDS for name in head)
    return short and len(lists) >= _FEWEST_COLUMNS and (len(head) > _FEWEST_COLUMNS or not _has_labels(rows))


def _has_labels(rows: Rows) -> bool:
    """Whether the first column names the rows: short, and shorter than the next."""
    body = _regular(rows)
    short = all(len(row[0].split()) <= _MOST_LABEL_WORDS for row in body)
    return len(rows[0]) > 1 and short and _length(body, 0) < _length(body, 1)


def _regular(rows: Rows) -> list[Sequence[str]]:
    return [row for row in rows[1:] if len(row) == len(rows[0])]


def _length(body: Sequence[Sequence[str]], column: int) -> float:
    """Words of a column's cells on average, the empty ones left out."""
    filled = [len(words) for row in body if (words := row[column].split())]
    return sum(filled) / len(filled) if filled else 0


def _replace(table: "HtmlElement", rows: Sequence[Sequence["HtmlElement"]], *, labelled: bool) -> None:
    from lxml.html import Element  # noqa: PLC0415 - heavy imports late

    made = Element("div")
    head = rows[0]
    for row in rows[1:]:
        regular = len(row) == len(head)
        for column, cell in enumerate(row):
            if regular and labelled and column == 0:
                _add_heading(made, cell, f"h{_ROW_LEVEL}")
            elif str(cell.text_content()).split():
                if regular:
                    _add_heading(made, head[column], f"h{_COLUMN_LEVEL}")
                made.append(_as_list(cell))
    made.tail = table.tail
    table.getparent().replace(table, made)


def _add_heading(made: "HtmlElement", cell: "HtmlElement", tag: str) -> None:
    from lxml.html import Element  # noqa: PLC0415 - heavy imports late

    text = " ".join(str(cell.text_content()).split())
    if any(letter.isalpha() for letter in text):
        heading = Element(tag)
        heading.text = text
        made.append(heading)


def _as_list(cell: "HtmlElement") -> "HtmlElement":
    """A cell as a list: one that holds a list already stays, else each of its lines is an item."""
    if cell.xpath(".//li"):
        cell.tag = "div"
        return cell
    from lxml.html import Element  # noqa: PLC0415 - heavy imports late

    made = Element("ul")
    for line in _lines(cell):
        item = Element("li")
        item.text = line
        made.append(item)
    return made


def _lines(cell: "HtmlElement") -> list[str]:
    """The lines of a cell as breaks and paragraphs part them."""
    for element in cell.xpath(".//br|.//p|.//div"):
        element.tail = f"\n{element.tail or ''}"
    return [text for line in str(cell.text_content()).split("\n") if (text := " ".join(line.split()))]
