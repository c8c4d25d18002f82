"""Fragments of a printed sheet -> its rows in reading order: columns one after the other, tables row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tailor.pages.lines import is_lone_mark

# A free strip at least this wide, in points, may part two columns.
_GUTTER = 8.0
# Columns have so many rows each; and so many rows of theirs stand side by side, unlike headings set in the middle.
_FEWEST_ROWS, _FEWEST_BESIDE = 3, 2
_LOOK_AHEAD = 4
# Left cells of a table are labels; lines of a column are fuller.
_LABEL_WORDS = 5
# The share of labels that stand on the base line of their value, which is kept to so many points.
_BESIDE, _ONE_LINE = 0.7, 1.5
# Behind a gap of so many letter heights one side goes on alone: the columns have ended.
_BREAK = 2.6
# A few last rows need less of a gap.
_TAIL_ROWS, _TAIL_BREAK = 3, 1.4
_MARK_GAP = 6
# A row that fills this share of the sheet's width stands in no column.
_FULL = 0.7
_MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A run of letters on a sheet: its edges and base line in points from the sheet's lower left corner.

    `hang` is where the words behind a list mark begin, so that wrapped lines can be told to belong to it.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    bold: bool = False
    hang: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line in reading order, with the edges of the column that it stands in."""

    line: Fragment
    column_left: float
    column_right: float


def to_rows(fragments: Sequence[Fragment]) -> tuple[Row, ...]:
    """The fragments of one sheet into rows in the order a person reads them."""
    return tuple(_read(_grouped(fragments), _MOST_COLUMNS))


def _grouped(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Fragments of one base line together, from the top down and left to right, list marks joined to words."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda one: (-one.base, one.left)):
        if rows and abs(rows[-1][0].base - fragment.base) <= 0.5 * min(rows[-1][0].height, fragment.height):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [_with_marks(sorted(row, key=lambda one: one.left)) for row in rows]


def _with_marks(row: list[Fragment]) -> list[Fragment]:
    joined: list[Fragment] = []
    for fragment in row:
        before = joined[-1] if joined else None
        near = before is not None and fragment.left - before.right <= _MARK_GAP * fragment.height
        if before is not None and near and is_lone_mark(before.text):
            joined[-1] = replace(
                fragment, text=f"{before.text} {fragment.text}", left=before.left, hang=fragment.left
            )
        else:
            joined.append(fragment)
    return joined


def _read(rows: list[list[Fragment]], depth: int) -> Iterator[Row]:
    """Rows with their bands of columns read one column after the other."""
    edges = (min((row[0].left for row in rows), default=0.0), max((row[-1].right for row in rows), default=0.0))
    at = 0
    while at < len(rows):
        wide = rows[at][0].right - rows[at][0].left > _FULL * (edges[1] - edges[0])
        end, gutter = _band(rows, at) if depth and not wide else (at, 0.0)
        if end > at:
            yield from _columns(rows[at:end], gutter, depth)
            at = end
        else:
            yield from _plain(rows[at], edges)
            at += 1


def _plain(row: list[Fragment], edges: tuple[float, float]) -> Iterator[Row]:
    yield Row(line=_joined(row), column_left=edges[0], column_right=edges[1])


def _joined(row: list[Fragment]) -> Fragment:
    """A row of cells as one line: bars where the gaps are wide."""
    text = row[0].text
    for before, fragment in pairwise(row):
        text += (
            "" if fragment.left - before.right < 0.1 * fragment.height else _blank(before, fragment)
        ) + fragment.text
    tallest = max(row, key=lambda one: len(one.text))
    return replace(
        row[0], text=text, right=row[-1].right, height=tallest.height, bold=all(one.bold for one in row)
    )


def _blank(before: Fragment, fragment: Fragment) -> str:
    return " | " if fragment.left - before.right > max(before.height, fragment.height) else " "


def _band(rows: list[list[Fragment]], start: int) -> tuple[int, float]:
    """Where the band of two columns that begins at a row ends, and the middle of the strip between them.

    The row itself, when none begins there.
    """
    best = (start, 0.0)
    for low, high in _gaps(rows, start):
        end, strip = start, (low, high)
        for index in range(start, len(rows)):
            free = _free(rows[index], strip)
            if free is None:
                break
            strip, end = free, index + 1
        end = _trimmed(rows, start, end, strip)
        if _is_columns(rows[start:end], sum(strip) / 2) and end > best[0]:
            best = (end, sum(strip) / 2)
    return best


def _gaps(rows: list[list[Fragment]], start: int) -> list[tuple[float, float]]:
    """The strips between what stands on the left and on the right in the next rows."""
    near = [fragment for row in rows[start : start + _LOOK_AHEAD] for fragment in row]
    pairs = {(round(one.right), round(other.left)) for one in near for other in near}
    return sorted((low, high) for low, high in pairs if high - low >= _GUTTER)


def _free(row: list[Fragment], strip: tuple[float, float]) -> tuple[float, float] | None:
    """The widest part of a strip that a row leaves free; None when it is too narrow for a gutter."""
    low, high = strip
    parts, at = [], low
    for fragment in row:
        if fragment.right > low and fragment.left < high:
            parts.append((at, min(high, fragment.left)))
            at = max(at, fragment.right)
    parts.append((at, high))
    widest = max(parts, key=lambda part: part[1] - part[0])
    return widest if widest[1] - widest[0] >= _GUTTER else None


def _trimmed(rows: list[list[Fragment]], start: int, end: int, strip: tuple[float, float]) -> int:
    """The end of a band without what follows a wide gap on one side alone."""
    middle = sum(strip) / 2
    for index in range(start + 1, end):
        step = rows[index - 1][0].base - rows[index][0].base
        rest = rows[index:end]
        sided = {one.left > middle for row in rest for one in row}
        far = _BREAK if len(rest) > _TAIL_ROWS else _TAIL_BREAK
        if step > far * rows[index][0].height and len(sided) == 1:
            return index
    return end


def _sides(rows: list[list[Fragment]], middle: float) -> tuple[list[list[Fragment]], list[list[Fragment]]]:
    left = [[one for one in row if one.left < middle] for row in rows]
    right = [[one for one in row if one.left >= middle] for row in rows]
    return left, right


def _is_columns(rows: list[list[Fragment]], middle: float) -> bool:
    left, right = _sides(rows, middle)
    beside = sum(bool(one) and bool(other) for one, other in zip(left, right, strict=True))
    return min(sum(map(bool, left)), sum(map(bool, right))) >= _FEWEST_ROWS and beside >= _FEWEST_BESIDE


def _columns(rows: list[list[Fragment]], middle: float, depth: int) -> Iterator[Row]:
    left, right = _sides(rows, middle)
    if _is_table(left, right):
        yield from _table(left, right, depth)
        return
    for side in (left, right):
        yield from _read([row for row in side if row], depth - 1)


def _is_table(left: list[list[Fragment]], right: list[list[Fragment]]) -> bool:
    """Whether the left side holds labels of what stands beside them, on the same base lines."""
    rows = [(one, other) for one, other in zip(left, right, strict=True) if one]
    beside = sum(bool(other) and abs(one[0].base - other[0].base) <= _ONE_LINE for one, other in rows)
    lengths = sorted(len(" ".join(cell.text for cell in one).split()) for one, _ in rows)
    return beside >= _BESIDE * len(rows) and lengths[len(lengths) // 2] <= _LABEL_WORDS


def _table(left: list[list[Fragment]], right: list[list[Fragment]], depth: int) -> Iterator[Row]:
    """Each label and what stands beside it: on one line, or above it where that is longer than a line."""
    opens = [index for index, row in enumerate(left) if row and right[index] and not row[0].text[:1].islower()]
    starts = sorted({0, *opens})
    for start, end in pairwise([*starts, len(left)]):
        cells = [row for row in right[start:end] if row]
        label = [fragment for row in left[start:end] for fragment in row]
        if len(cells) <= 1 and label and sum(map(bool, left[start:end])) == 1:
            whole = [*label, *(cells[0] if cells else [])]
            yield from _plain(whole, (whole[0].left, whole[-1].right))
            continue
        if label:
            yield from _plain(_stacked(label), (label[0].left, label[0].left))
        yield from _read(cells, depth - 1)


def _stacked(label: list[Fragment]) -> list[Fragment]:
    """The words of a label that stand below each other, as one fragment."""
    text = " ".join(fragment.text for fragment in label)
    return [replace(label[0], text=text, bold=all(fragment.bold for fragment in label))]
