"""A sheet as lines: for the manifest and the check, for plain text and for Markdown."""

import re
from collections.abc import Iterator

from tailor.model.document import DocumentKind, PrintedLine
from tailor.render.sheet import DOT, Block, Header, LetterSheet, Piece, ResumeSheet, Row, Section, row_text

_MARKED = re.compile(r"([\\`*\[\]<>])|(?<!\w)(_)|(_)(?!\w)|(&)(?=#?\w+;)|(~)(?=~)")
_OPENER = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+$|-+$)")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")


def printed_lines(sheet: ResumeSheet | LetterSheet) -> tuple[PrintedLine, ...]:
    """Every printed line in reading order, with its sources; bullets without their mark."""
    kind: DocumentKind = "resume" if isinstance(sheet, ResumeSheet) else "letter"
    return tuple(
        PrintedLine(document=kind, text=text, sources=sources, role=role) for role, text, sources in _lines(sheet)
    )


def plain_text(sheet: ResumeSheet | LetterSheet) -> str:
    """A sheet as plain text for web forms: one line each, `- ` before bullets, a blank line before headings."""
    said: list[str] = []
    for role, text, _ in _lines(sheet):
        if role in _SPACED and said:
            said.append("")
        said.append(f"- {text}" if role == "bullet" else text)
    return "\n".join(said) + "\n"


def markdown(sheet: ResumeSheet | LetterSheet) -> str:
    """A sheet as Markdown (CommonMark): headings by rank, bullets as list items, nothing else marked."""
    said: list[str] = []
    before = ""
    for role, text, _ in _lines(sheet):
        if said and not (role == before and role in ("bullet", "row")):
            said.append("")
        said.append(_MARKDOWN.get(role, "{}").format(_escaped(text)))
        before = role
    return "\n".join(said) + "\n"


_SPACED = frozenset(
    {"heading", "title", "date", "recipient", "subject", "salutation", "paragraph", "closing", "end"}
)
_MARKDOWN = {
    "name": "# {}",
    "heading": "## {}",
    "title": "### {}",
    "earlier": "### {}",
    "bullet": "- {}",
    "row": "- {}",
    "subject": "**{}**",
}

_Line = tuple[str, str, tuple[str, ...]]


def _lines(sheet: ResumeSheet | LetterSheet) -> Iterator[_Line]:
    yield from _header_lines(sheet.header)
    if isinstance(sheet, LetterSheet):
        yield from _letter_lines(sheet)
        return
    for section in sheet.sections:
        yield from _section_lines(section)


def _header_lines(header: Header) -> Iterator[_Line]:
    yield _line("name", header.name)
    if header.headline:
        yield _line("headline", header.headline)
    for pieces in header.contact:
        yield _joined("contact", pieces, DOT)


def _section_lines(section: Section) -> Iterator[_Line]:
    yield _line("heading", section.heading)
    if section.text:
        yield _line("text", section.text)
    for block in section.blocks:
        yield from _block_lines(block)
    for row in section.rows:
        yield ("row", row_text(row), _row_sources(row))


def _block_lines(block: Block) -> Iterator[_Line]:
    for at, one in enumerate(block.titles):
        yield _line("earlier" if at else "title", one.title)
        if one.when:
            yield _line("when", one.when)
    if block.under:
        yield _joined("under", block.under, DOT)
    for note in block.notes:
        yield _line("note", note)
    for item in block.items:
        yield _line("bullet", item.piece)


def _letter_lines(sheet: LetterSheet) -> Iterator[_Line]:
    """The lines of a letter; a part that the person took out of it is no line."""
    yield from (line for line in _whole_letter(sheet) if line[1])


def _whole_letter(sheet: LetterSheet) -> Iterator[_Line]:
    yield _line("date", sheet.date)
    for index, piece in enumerate(sheet.recipient):
        yield _line("address" if index else "recipient", piece)
    if sheet.subject:
        yield _line("subject", sheet.subject)
    yield _line("salutation", sheet.salutation)
    for paragraph in sheet.paragraphs:
        yield _line("paragraph", paragraph)
    yield _line("closing", sheet.closing)
    yield _line("signature", sheet.signature)
    if sheet.enclosures:
        yield _line("end", sheet.enclosures)


def _line(role: str, piece: Piece) -> _Line:
    return (role, piece.text, piece.sources)


def _joined(role: str, pieces: tuple[Piece, ...], joint: str) -> _Line:
    sources = dict.fromkeys(source for piece in pieces for source in piece.sources)
    return (role, joint.join(piece.text for piece in pieces), tuple(sources))


def _row_sources(row: Row) -> tuple[str, ...]:
    pieces = ((row.label,) if row.label else ()) + row.words
    return tuple(dict.fromkeys(source for piece in pieces for source in piece.sources))


def _escaped(text: str) -> str:
    marked = _MARKED.sub(lambda found: f"\\{found.group()}", text)
    return _NUMBERED.sub(r"\1\\\2", _OPENER.sub(lambda found: f"\\{found.group()}", marked))
