"""Text -> lines: marks of lists and headings taken off, wrapped lines joined, nothing else decided."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

LineKind = Literal["heading", "item", "text"]

_PICTURE = "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff]"
_BULLET = re.compile(
    r"(?:[•·¤§»‣⁃∙\ue000-\uf8ff–—*+>-]|--|~|=>|->|\[[ xX]\]|o(?=\s{2,}|\t)"
    rf"|{_PICTURE}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{_PICTURE})*){{1,2}}\s+(?=\S)"
)
_TIGHT_BULLET = re.compile(r"[•●▪■◆➢►‣⁃∙·✓✔\ue000-\uf8ff]\s*(?=\S)")
_LONE_BULLET = re.compile(r"[•●○◦▪▫■□◆❖➢➤►‣⁃∙·✓✔o*\ue000-\uf8ff–-]\Z")
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,2}\.?(?=\s+[^\W\d]))\s+(?=\S)"
)
# Bullets in the middle of a line: items that lost their line breaks. So many, and so many words between them.
_INLINE = re.compile(r"\s+[•●▪■◆‣∙]\s+(?=\S)")
_FEWEST_INLINE, _INLINE_WORDS = 2, 3
_LONE_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\Z")
_DAMAGED = re.compile(r"\?\s*(?=[^\W_])")
_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*\Z")
_CAPITALS = re.compile(r"[^\W\da-z]{2}[^a-z:]{1,40}:(?:\s|\Z)")
_RULE = re.compile(r"(?:[-_=*~•.+\s]{3,}|[|\s]+|`{3,}.*|~{3,}.*)\Z")
_TABLE_RULE = re.compile(r"\|?[\s:|-]*-{2,}[\s:|-]*\Z")
_CELL_ENDS = re.compile(r"\A[|\s]+|[|\s]+\Z")
# "? " stands for a bullet that an encoding lost only where several lines begin so.
_FEWEST_DAMAGED = 3
# Hard-wrapped mail is 60 to 90 columns wide; next to no line is longer (an address that cannot be broken).
_NARROWEST, _WIDEST, _MOST_WIDE = 45, 100, 0.03
_FEWEST_WRAPPED = 4
_MOST_SHOUTED = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page without its marks; `gap` says that blank lines stand before it."""

    text: str
    start: int
    kind: LineKind | None = None
    level: int = 0
    gap: bool = False
    indent: int = 0

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)


def unwrap(text: str) -> str:
    """Text of the same length whose hard-wrapped lines are joined: the line break becomes a space."""
    rows = text.split("\n")
    judged = [row.lower() for row in rows] if _is_shouted(text) else rows
    width = _wrap_width(judged)
    joined = [rows[0]]
    for place, (before, row) in enumerate(pairwise(judged), start=1):
        joined.append((" " if _continues(before, row, width) else "\n") + rows[place])
    return "".join(joined)


def _is_shouted(text: str) -> bool:
    """Whether a text is written in capitals: then they tell no heading from a sentence."""
    upper = sum(map(str.isupper, text))
    return upper > _MOST_SHOUTED * sum(map(str.isalpha, text))


def split_lines(text: str) -> tuple[Line, ...]:
    """Clean text into its lines, in order, with list and heading marks read and removed."""
    damaged = len(re.findall(r"(?m)^[ \t]*\?[ \t]*[^\W_]", text)) >= _FEWEST_DAMAGED
    lines: list[Line] = []
    gap, pending = False, False
    for raw, start in _raw_lines(text):
        stripped = raw.strip()
        if (
            not stripped
            or (_RULE.match(stripped) and not _LONE_BULLET.match(stripped))
            or _TABLE_RULE.match(stripped)
        ):
            gap = True
            continue
        if _LONE_BULLET.match(stripped):
            pending = True
            continue
        line = _read_line(raw, start, damaged=damaged)
        if pending and line.kind is None:
            line = replace(line, kind="item", level=1)
        lines.append(replace(line, gap=True) if gap else line)
        gap, pending = False, False
    return nest(lines)


def nest(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines whose list items carry their depth: 1 for the outermost indentation, one more for each further one."""
    stack: list[int] = []
    nested = []
    for line in lines:
        if line.kind == "heading":
            stack = []
        if line.kind != "item":
            nested.append(line)
            continue
        while stack and stack[-1] > line.indent:
            stack.pop()
        if not stack or stack[-1] < line.indent:
            stack.append(line.indent)
        nested.append(line if line.level == len(stack) else replace(line, level=len(stack)))
    return tuple(nested)


def take_mark(text: str, *, damaged: bool = False) -> int:
    """How many characters of a list mark stand at the beginning of a stripped line; 0 when it has none."""
    marks = [_BULLET, _TIGHT_BULLET, _NUMBER] + ([_DAMAGED] if damaged else [])
    for mark in marks:
        if found := mark.match(text):
            return found.end()
    return 0


def is_lone_mark(text: str) -> bool:
    """Whether a text is a list mark and nothing else: a bullet, a number or a letter with its stop."""
    return bool(_LONE_BULLET.match(text) or _LONE_NUMBER.match(text))


def _raw_lines(text: str) -> Iterator[tuple[str, int]]:
    """The rows of a text with their places; a row with bullets inside it as the items that they part."""
    start = 0
    for raw in text.split("\n"):
        for begin, end in _inline_items(raw):
            yield raw[begin:end], start + begin
        start += len(raw) + 1


def _inline_items(raw: str) -> Iterator[tuple[int, int]]:
    """Where the items of a row with bullets inside begin and end; the whole of any other row."""
    marks = [found.start() for found in _INLINE.finditer(raw)]
    opened = bool(_TIGHT_BULLET.match(raw.lstrip()))
    if len(marks) + opened < _FEWEST_INLINE or len(raw.split()) < _INLINE_WORDS * (len(marks) + 1):
        yield 0, len(raw)
        return
    yield from pairwise([0, *marks, len(raw)])


def _read_line(raw: str, start: int, *, damaged: bool) -> Line:
    indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs(4))
    stripped = raw.strip()
    at = start + raw.index(stripped)
    if hashes := _HASHES.match(stripped):
        return Line(text=hashes.group(2), start=at + hashes.start(2), kind="heading", level=len(hashes.group(1)))
    if stripped.startswith("|"):
        row = _CELL_ENDS.sub("", stripped)
        return Line(text=row, start=at + stripped.index(row), kind="text")
    if taken := take_mark(stripped, damaged=damaged):
        return Line(text=stripped[taken:], start=at + taken, kind="item", indent=indent)
    return Line(text=stripped, start=at, indent=indent)


def _wrap_width(rows: Sequence[str]) -> int:
    """The column at which a text was hard-wrapped, or 0 when it was not."""
    lengths = [len(row.rstrip()) for row in rows if row.strip()]
    wide = sum(length > _WIDEST for length in lengths)
    if len(lengths) < _FEWEST_WRAPPED or wide > max(1, _MOST_WIDE * len(lengths)):
        return 0
    width = max(length for length in lengths if length <= _WIDEST)
    full = [
        before for before, row in pairwise(rows) if _overflows(before, row, width) and row.strip()[:1].islower()
    ]
    return width if width >= _NARROWEST and len(full) >= _FEWEST_WRAPPED else 0


def _overflows(before: str, row: str, width: int) -> bool:
    first = row.split(maxsplit=1)[0] if row.strip() else ""
    return bool(first and before.strip()) and len(before.rstrip()) + 1 + len(first) > width


def _continues(before: str, row: str, width: int) -> bool:
    """Whether a row goes on the sentence of the row before.

    It is indented under its item, or did not fit there.
    """
    stripped, previous = row.strip(), before.strip()
    if not stripped or not previous or _opens(stripped) or _opens_alone(previous):
        return False
    if width and _overflows(before, row, width):
        return True
    hanging = take_mark(previous) and _indent(row) > _indent(before) and stripped[:1].islower()
    return bool(hanging or (width and stripped[:1].islower() and previous[-1:] not in ".:;!?"))


def _opens(stripped: str) -> bool:
    marks = (_LONE_BULLET, _HASHES, _CAPITALS)
    return bool(take_mark(stripped) or any(mark.match(stripped) for mark in marks) or stripped[0] in "|`")


def _opens_alone(previous: str) -> bool:
    return bool(_HASHES.match(previous) or _RULE.match(previous) or previous[0] in "|`")


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())
