"""A PDF with a text layer -> a page: words by their places on the paper, in the order a person reads them."""

import re
import zlib
from collections.abc import Iterator
from ctypes import byref, c_double, create_string_buffer
from typing import TYPE_CHECKING, Any

from tailor.errors import InputError, fault
from tailor.model.text import Page
from tailor.pages.blocks import lay_out, to_blocks
from tailor.pages.decoding import clean
from tailor.pages.markup import marked
from tailor.pages.paper import Fragment
from tailor.pages.print_lines import to_pieces

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# A sign with its left and right edge, base line and height in points, and whether it is bold.
_Letter = tuple[str, float, float, float, float, bool]
# A posting has a few pages; a book is none.
_MOST_PAGES = 60
_MOST_CHARACTERS = 400_000
# What all streams of a file may unpack to, in bytes: some thirty scanned pages; a 2 kB file can unpack to 1 GB.
_MOST_UNPACKED = 200_000_000
_CHUNK = 65_536
_STREAM = re.compile(rb"stream\r?\n")
_EXPANDING = re.compile(rb"/Filter\s*\[[^\]]*/(?:Fl|LZW|RL|RunLength)\w*[^\]]*/(?:Fl|LZW|RL|RunLength)\w*[^\]]*\]")
# Smaller letters, in points, are not meant to be read.
_SMALLEST = 2.0
# A gap wider than this many letter heights parts two cells or columns; measured on prints of three programs.
_CELL_GAP = 1.1
_SAME_LINE, _RAISED = 0.35, 0.8
_FEWEST_LETTERS = 20


def is_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF; some programs write a few bytes before its mark."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes, name: str) -> tuple[Page, ...]:
    """A PDF into its page.

    Raises InputError for one that is encrypted, damaged, too large when unpacked, or a scan without text.
    """
    check_size(data, name)
    sheets = _sheets(data, name)
    letters = sum(len(fragment.text) for sheet in sheets for fragment in sheet)
    if letters < _FEWEST_LETTERS:
        raise fault(
            name,
            "this PDF has no text: it is a scan or a picture",
            "run text recognition (OCR) on it, or copy the text into a .txt file",
        )
    text, lines = lay_out(marked(to_pieces(sheets)))
    return (
        Page(
            source=name,
            format="PDF",
            decided=f"the text layer, by its place on the paper ({len(sheets)} printed pages)",
            text=text,
            blocks=to_blocks(lines),
        ),
    )


def check_size(data: bytes, name: str) -> None:
    """Nothing, or the InputError of a file whose streams unpack to far more than any page of text needs."""
    if _EXPANDING.search(data):
        raise _bomb(name)
    unpacked = 0
    for found in _STREAM.finditer(data):
        unpacked += _unpacked(data, found.end(), _MOST_UNPACKED - unpacked)
        if unpacked >= _MOST_UNPACKED:
            raise _bomb(name)


def _unpacked(data: bytes, start: int, most: int) -> int:
    """How many bytes a packed stream that begins at `start` unpacks to, counted up to `most`."""
    unpacker, size = zlib.decompressobj(), 0
    rest = data[start : start + _CHUNK]
    start += len(rest)
    try:
        while rest and size < most and not unpacker.eof:
            size += len(unpacker.decompress(rest, _CHUNK * 16))
            rest = unpacker.unconsumed_tail
            if not rest:
                rest = data[start : start + _CHUNK]
                start += len(rest)
    except zlib.error:
        return size
    return size


def _bomb(name: str) -> InputError:
    return fault(
        name, "this PDF unpacks to too much for a page of text", "copy its text into a .txt file and give that"
    )


def _sheets(data: bytes, name: str) -> list[tuple[Fragment, ...]]:
    import pypdfium2  # noqa: PLC0415 - heavy imports late

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        raise _unreadable(str(problem), name) from None
    try:
        if len(document) > _MOST_PAGES:
            raise fault(
                name, f"{len(document)} pages are too many for a posting", "save the posting's pages alone"
            )
        return [tuple(fragments(document, number)) for number in range(len(document))]
    except pypdfium2.PdfiumError as problem:
        raise _unreadable(str(problem), name) from None
    finally:
        document.close()


def _unreadable(said: str, name: str) -> InputError:
    if "assword" in said or "ecurity" in said:
        return fault(name, "this PDF is encrypted", "save it without a password and try again")
    return fault(
        name, "this PDF is damaged and cannot be opened", "download it again, or copy its text into a .txt file"
    )


def fragments(document: "PdfDocument", number: int) -> Iterator[Fragment]:
    """The runs of letters of one sheet, as the file draws them: parted at wide gaps and at line ends."""
    page = document[number]
    words = page.get_textpage()
    run: list[_Letter] = []
    blank = False
    for letter in _letters(words, min(words.count_chars(), _MOST_CHARACTERS)):
        if letter[0].isspace():
            blank = True
            continue
        if run and not _goes_on(run[-1], letter):
            yield from _fragment(run)
            run, blank = [], False
        if blank and run:
            run.append((" ", *run[-1][1:]))
        run.append(letter)
        blank = False
    yield from _fragment(run)
    words.close()
    page.close()


def _letters(words: Any, count: int) -> Iterator[_Letter]:  # noqa: ANN401 - untyped
    """Letters with their left, right, base line and height in points, and whether they are bold."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy imports late

    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    weights: dict[bytes, bool] = {}
    for index in range(count):
        code = raw.FPDFText_GetUnicode(words, index)
        sign = "-" if code == 2 else chr(code) if 0 < code < 0x110000 else ""  # noqa: PLR2004 - 2 marks a line's hyphen
        if not sign or sign in "\r\n":
            continue
        raw.FPDFText_GetLooseCharBox(words, index, byref(box))
        raw.FPDFText_GetCharOrigin(words, index, byref(x), byref(y))
        height = box.top - box.bottom
        if sign.isspace() or height >= _SMALLEST:
            yield sign, box.left, box.right, y.value, height, _is_bold(raw, words, index, weights)


def _is_bold(raw: Any, words: Any, index: int, known: dict[bytes, bool]) -> bool:  # noqa: ANN401 - untyped library
    name = create_string_buffer(80)
    raw.FPDFText_GetFontInfo(words, index, name, 80, None)
    if name.value not in known:
        known[name.value] = bool(re.search(rb"(?i)bold|black|heavy|-bd", name.value))
    return known[name.value]


def _goes_on(before: _Letter, letter: _Letter) -> bool:
    height = max(before[4], letter[4])
    gap = letter[1] - before[2]
    raised = min(before[4], letter[4]) < _RAISED * height  # the "st" of "1st", a footnote's number
    return (
        abs(letter[3] - before[3]) <= (_RAISED if raised else _SAME_LINE) * height
        and -height <= gap <= _CELL_GAP * height
    )


def _fragment(run: list[_Letter]) -> Iterator[Fragment]:
    text = clean("".join(letter[0] for letter in run)).strip()
    if not text:
        return
    solid = [letter for letter in run if letter[0] != " "]
    heights = sorted(letter[4] for letter in solid)
    yield Fragment(
        text=text,
        left=min(letter[1] for letter in solid),
        right=max(letter[2] for letter in solid),
        base=solid[0][3],
        height=heights[len(heights) // 2],
        bold=all(letter[5] for letter in solid),
    )
