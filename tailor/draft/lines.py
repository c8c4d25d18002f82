"""The text of a draft into lines: what is printed of each, and the sources that stand behind it."""

import re
from dataclasses import dataclass

from tailor.errors import Fault, InputError

_MARK = re.compile(r"(?<!\\)<!--(.*?)-->", re.DOTALL)
_SOURCE = re.compile(r"(?:profile|record|posting|pattern|letter):[^\s,]+")
_HALF = re.compile(r"(?<!\\)<\s?![-–—]|(?:--|[–—])\s?>|(?<!\w)(?:profile|record|pattern):\w+\[")
_GOES_ON = "\0"
"""Stands on the lines that a mark of several lines took: they are no blank lines."""

_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,}|={3,})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a line up to a mark, and the sources that the mark names."""

    text: str
    sources: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """The part of a letter that the mark names, such as "date"; empty for a sentence."""
        named = (source.removeprefix("letter:") for source in self.sources if source.startswith("letter:"))
        return next(named, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the draft that prints something; `number` counts from one."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All that is printed of the line, as Markdown."""
        return " ".join(piece.text for piece in self.pieces if piece.text)


Block = tuple[Line, ...]
"""Lines without a blank one between them."""


def read_text(data: bytes, name: str) -> str:
    """The bytes of a draft as text with plain line ends; InputError with the line that is no text."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = "this is not text in UTF-8"
        raise InputError([Fault(file=name, line=line, problem=problem, remedy="save the file as UTF-8")]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_blocks(text: str, name: str) -> tuple[Block, ...]:
    """The text of a draft into blocks of lines, marks taken out; InputError names one that is half there."""
    _check_marks(text, name)
    blocks: list[Block] = []
    block: list[Line] = []
    for number, shown in enumerate(_one_line_each(text).split("\n"), start=1):
        line = Line(number=number, pieces=_pieces(shown))
        if line.text:
            block.append(line)
        elif line.pieces and block:
            block[-1] = _with_sources(block[-1], line)
        elif not shown.strip() and block:
            blocks.append(tuple(block))
            block = []
    return (*blocks, tuple(block)) if block else tuple(blocks)


def _one_line_each(text: str) -> str:
    """The text with each mark on one line; the numbers of the lines behind it stay."""
    return _MARK.sub(
        lambda found: f"<!--{' '.join(found.group(1).split())}-->" + f"\n{_GOES_ON}" * found.group().count("\n"),
        text.replace(_GOES_ON, ""),
    )


def _pieces(shown: str) -> tuple[Piece, ...]:
    """A line as pieces; words without a mark behind them are the last. A mark that names no source is nothing."""
    pieces: list[Piece] = []
    words, place = "", 0
    for found in _MARK.finditer(shown):
        words = f"{words} {shown[place : found.start()]}"
        place = found.end()
        if sources := tuple(_SOURCE.findall(found.group(1))):
            pieces.append(Piece(text=_kept(words), sources=sources))
            words = ""
    rest = _kept(f"{words} {shown[place:]}")
    return (*pieces, Piece(text=rest)) if rest else tuple(pieces)


def _kept(words: str) -> str:
    text = " ".join(words.replace(_GOES_ON, " ").split())
    return "" if _RULE.match(text) else text


def _with_sources(line: Line, marks: Line) -> Line:
    """A line with the sources of marks that slipped to the line below."""
    last = line.pieces[-1]
    more = tuple(source for piece in marks.pieces for source in piece.sources)
    return Line(
        number=line.number,
        pieces=(*line.pieces[:-1], Piece(text=last.text, sources=tuple(dict.fromkeys((*last.sources, *more))))),
    )


def _check_marks(text: str, name: str) -> None:
    """Nothing, or the InputError of a mark without an end, which would hide words, or of half a mark."""
    broken = [found.start() for found in _MARK.finditer(text) if "<!--" in found.group(1)]
    bare = _MARK.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    broken += [found.start() for found in _HALF.finditer(bare)]
    faults = []
    for place in sorted(set(broken)):
        line = text.count("\n", 0, place) + 1
        begins = text.rfind("\n", 0, place) + 1
        problem = "this mark is only half there"
        remedy = "marks go from <!-- to -->: write it whole, or delete it"
        excerpt = text[begins:].split("\n", 1)[0]
        faults.append(
            Fault(file=name, line=line, column=place - begins + 1, problem=problem, remedy=remedy, excerpt=excerpt)
        )
    if faults:
        raise InputError(faults[:1])
