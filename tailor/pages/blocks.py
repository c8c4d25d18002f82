"""Lines -> blocks: what the shape of a line and its neighbours say about headings, list items and paragraphs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tailor.model.text import Block
from tailor.pages.lines import Line, LineKind

# A heading without a mark is short (limits chosen while reading 18 public postings, not swept).
_MOST_WORDS, _MOST_CHARACTERS = 9, 80
_MOST_SHOUTED = 6
_SENTENCE_END = (".", ";", ",", "!", "…")
_FEWEST_GLUED, _FEWEST_GLUED_WORDS = 3, 3
_GLUED = re.compile(r"(?<=\S)[ \t]*\u00a0[\u00a0 \t]*(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One line as a reader of markup found it: its kind where the markup says one, else None."""

    text: str
    kind: LineKind | None = None
    level: int = 0


def lay_out(pieces: Iterable[Piece], start: int = 0) -> tuple[str, tuple[Line, ...]]:
    """Pieces into a text of one line each, and the lines with their places in it (offsets from `start`)."""
    lines: list[Line] = []
    texts: list[str] = []
    for piece in _parted(pieces):
        lines.append(Line(text=piece.text, start=start, kind=piece.kind, level=piece.level))
        texts.append(piece.text)
        start += len(piece.text) + 1
    return "\n".join(texts), tuple(lines)


def to_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Lines into blocks; a line without a mark that introduces a list is a heading of level 0."""
    blocks = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        kind = line.kind or ("heading" if introduces(line, following) else "text")
        level = line.level if kind != "text" else 0
        blocks.append(Block(kind=kind, text=line.text, start=line.start, end=line.end, level=level))
    return tuple(blocks)


def introduces(line: Line, following: Line | None) -> bool:
    """Whether an unmarked line is a heading by its shape: short, no sentence, and list items or a gap follow."""
    if not is_short(line.text):
        return False
    if line.text.endswith(":"):
        return following is not None
    if following is None:
        return False
    return following.kind == "item" or (is_shouted(line.text) and not is_shouted(following.text))


def is_shouted(text: str) -> bool:
    """Whether a line is a heading by its capitals: two to six words, no figures; a bracket may follow."""
    text = text.partition(" (")[0]
    return text.isupper() and 1 < len(text.split()) <= _MOST_SHOUTED and not any(map(str.isdigit, text))


def is_short(text: str) -> bool:
    """Whether a line has a heading's length and no sentence's end."""
    return len(text) <= _MOST_CHARACTERS and len(text.split()) <= _MOST_WORDS and not text.endswith(_SENTENCE_END)


def has_value(text: str) -> bool:
    """Whether a line is a label with its value behind a colon."""
    label, colon, value = text.partition(":")
    return bool(colon and label.strip() and value.strip())


def _parted(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Pieces without blanks at their ends; a list whose items only no-break spaces part becomes items."""
    for piece in pieces:
        parts = [part.strip() for part in _GLUED.split(piece.text)]
        if piece.kind is None and len(parts) >= _FEWEST_GLUED and all(map(_stands_alone, parts)):
            yield from (Piece(text=_plain(part), kind="item", level=1) for part in parts)
        elif text := _plain(piece.text):
            yield Piece(text=text, kind=piece.kind, level=piece.level)


def _stands_alone(part: str) -> bool:
    return (part[:1].isupper() or part[:1].isdigit()) and len(part.split()) >= _FEWEST_GLUED_WORDS


def _plain(text: str) -> str:
    return " ".join(text.split())
