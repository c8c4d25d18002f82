"""Rows of printed sheets -> pieces: running heads dropped, wrapped lines joined, headings told by their type."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tailor.pages.blocks import Piece, has_value, is_short
from tailor.pages.lines import take_mark
from tailor.pages.paper import Fragment, Row, to_rows

# Measured on prints of three programs: lines of one paragraph stand closer than this many letter heights.
_LEADING = 1.45
_SAME_HEIGHT = 0.08
_LARGE, _LARGER = 1.12, 1.5
_BOLD_LEVEL, _LARGE_LEVEL, _LARGER_LEVEL = 6, 3, 1
# So many rows at the top and bottom of a sheet may be its running head and foot.
_EDGE_ROWS = 3
# Running heads stand at one height, give or take these points.
_HEAD_DRIFT = 4
_SOFT_HYPHENS = ("\u2010", "\u00ad")


def to_pieces(sheets: Sequence[Sequence[Fragment]]) -> Iterator[Piece]:
    """The sheets of a print into its lines in reading order."""
    pages = _without_running_heads([to_rows(sheet) for sheet in sheets])
    rows = [row for page in pages for row in page]
    body = _body_height(rows)
    for line in _paragraphs(rows):
        yield _piece(line, body)


def _without_running_heads(pages: list[tuple[Row, ...]]) -> list[tuple[Row, ...]]:
    """Sheets without the lines that stand at the edge of several of them, whatever numbers are in them."""
    if len(pages) == 1:
        return pages
    edges = [(page[:_EDGE_ROWS], page[_EDGE_ROWS:][-_EDGE_ROWS:]) for page in pages]
    counts = Counter(key for top, bottom in edges for key in {_key(row) for row in (*top, *bottom)})
    kept = []
    for page, (top, bottom) in zip(pages, edges, strict=True):
        repeated = {id(row) for row in (*top, *bottom) if counts[_key(row)] > 1}
        kept.append(tuple(row for row in page if id(row) not in repeated))
    return kept


def _key(row: Row) -> tuple[str, int]:
    """What a running head is known by: its words, whatever numbers are in them, and its height on the sheet."""
    return re.sub(r"\d+", "#", row.line.text), round(row.line.base / _HEAD_DRIFT)


def _body_height(rows: Sequence[Row]) -> float:
    """The height of most letters."""
    heights: Counter[float] = Counter()
    for row in rows:
        heights[round(row.line.height, 1)] += len(row.line.text)
    return max(heights, key=lambda height: (heights[height], -height), default=0.0)


def _paragraphs(rows: Sequence[Row]) -> Iterator[Fragment]:
    """Lines with their wrapped ones joined."""
    line: Fragment | None = None
    last: Row | None = None
    for row in rows:
        if line is not None and last is not None and _continues(line, last, row):
            line = replace(line, text=_together(line.text, row.line.text), bold=line.bold and row.line.bold)
        else:
            if line is not None:
                yield line
            line = row.line
        last = row
    if line is not None:
        yield line


def _continues(line: Fragment, last: Row, row: Row) -> bool:
    """Whether a row goes on the line that the last row belongs to: hangs under its words, or did not fit there."""
    before, this = last.line, row.line
    if take_mark(this.text) or abs(before.height - this.height) > _SAME_HEIGHT * before.height:
        return False
    if before.bold and not this.bold:
        return False
    step = before.base - this.base
    turned = step <= 0  # the next column or sheet
    if not turned and step > _LEADING * before.height:
        return False
    if turned:
        return this.text[:1].islower() and not before.text.endswith((".", ":", ";", "!", "?"))
    if line.hang and abs(this.left - line.hang) <= 0.5 * this.height:
        return True
    first = len(this.text.split(maxsplit=1)[0])
    width = (this.right - this.left) * (first + 1) / max(1, len(this.text))
    overflows = before.right + width > last.column_right - 0.3 * this.height
    return overflows and " | " not in before.text


def _together(before: str, after: str) -> str:
    if before.endswith(_SOFT_HYPHENS):
        return before[:-1] + after
    return before + after if before.endswith("-") and before[-2:-1].isalpha() else f"{before} {after}"


def _piece(line: Fragment, body: float) -> Piece:
    if is_short(line.text) and not take_mark(line.text) and not has_value(line.text) and " | " not in line.text:
        if line.height >= _LARGE * body:
            return Piece(
                text=line.text,
                kind="heading",
                level=_LARGER_LEVEL if line.height >= _LARGER * body else _LARGE_LEVEL,
            )
        if line.bold:
            return Piece(text=line.text, kind="heading", level=_BOLD_LEVEL)
    return Piece(text=line.text)
