"""A sheet into the paragraphs of a Word document, each with its style and its runs: the printed page's words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tailor.render.sheet import DOT, Block, Header, LetterSheet, Piece, ResumeSheet, Row, Section, TitleLine

_BELOW_HEADING = 1.5
_BELOW_TITLE = 0.0
_BELOW_POSITION = 2.5
"""Points above an entry's title that stands below a heading, a title held later, another position's bullets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one look; `style` names a style of characters, `href` is where a link leads."""

    text: str
    style: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph by the name of its style.

    `keep` holds it on the page of the next one; `above` are points of space that are not its style's own; `photo`
    is the address of a picture that stands beside it and that its words describe.
    """

    style: str
    runs: tuple[Run, ...]
    keep: bool = False
    above: float | None = None
    photo: str = ""


def paragraphs(sheet: ResumeSheet | LetterSheet) -> tuple[Paragraph, ...]:
    """A sheet into its paragraphs: the lines of the printed page, where dates stand beside their title."""
    body = _letter(sheet) if isinstance(sheet, LetterSheet) else _resume(sheet)
    return (*_header(sheet.header), *body)


def _header(head: Header) -> Iterator[Paragraph]:
    yield replace(_plain("Title", head.name), photo=head.photo)
    if head.headline:
        yield _plain("Subtitle", head.headline)
    for pieces in head.contact:
        yield Paragraph(style="Contact", runs=_joined(pieces))


def _resume(sheet: ResumeSheet) -> Iterator[Paragraph]:
    for section in sheet.sections:
        yield _plain("Heading 1", section.heading)
        yield from _section(section)


def _section(section: Section) -> Iterator[Paragraph]:
    if section.text:
        yield _plain("Body Text", section.text)
    for number, block in enumerate(section.blocks):
        yield from _block(block, number)
    rows = tuple(Paragraph(style="List", runs=tuple(_row(row))) for row in section.rows)
    yield from _held(rows)


def _block(block: Block, number: int) -> Iterator[Paragraph]:
    """An entry, the `number`-th of its section from 0: its head stays with its first bullets, as on the page."""
    closer = _BELOW_HEADING if not number or block.brief else _BELOW_POSITION if block.follows else None
    head = [
        Paragraph(style="Heading 2", runs=tuple(_title(one)), keep=True, above=_BELOW_TITLE if at else closer)
        for at, one in enumerate(block.titles)
    ]
    if block.under:
        head.append(Paragraph(style="Employer", runs=_joined(block.under, "Emphasis"), keep=True))
    head += [Paragraph(style="List Continue", runs=(_run(note),), keep=True) for note in block.notes]
    yield from head[:-1]
    yield replace(head[-1], keep=bool(block.items))
    yield from _held(tuple(_plain("List Bullet", item.piece) for item in block.items))


def _held(listed: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of a list, of which no page's end parts the first or the last from its neighbour."""
    for number, paragraph in enumerate(listed):
        yield replace(paragraph, keep=len(listed) > 1 and number in (0, len(listed) - 2))


def _letter(sheet: LetterSheet) -> Iterator[Paragraph]:
    """The paragraphs of a letter; a part that the person took out of it is none."""
    yield from (paragraph for paragraph in _whole_letter(sheet) if any(run.text for run in paragraph.runs))


def _whole_letter(sheet: LetterSheet) -> Iterator[Paragraph]:
    yield _plain("Date", sheet.date)
    for number, piece in enumerate(sheet.recipient):
        yield replace(_plain("Recipient", piece), above=_BELOW_TITLE if number else None)
    if sheet.subject:
        yield _plain("Heading 1", sheet.subject)
    yield _plain("Salutation", sheet.salutation)
    for paragraph in sheet.paragraphs:
        yield _plain("Body Text", paragraph)
    yield replace(_plain("Closing", sheet.closing), keep=True)
    yield replace(_plain("Signature", sheet.signature), keep=bool(sheet.enclosures))
    if sheet.enclosures:
        yield _plain("Enclosures", sheet.enclosures)


def _title(one: TitleLine) -> Iterator[Run]:
    yield _run(one.title)
    if one.when:
        yield Run(text=" ", style="Gap")
        yield _run(one.when, "Dates")


def _row(row: Row) -> Iterator[Run]:
    words = row.joint.join(piece.text for piece in row.words)
    if row.label:
        yield _run(row.label, "Strong")
        words = words and f"{row.glue}{words}"
    if words:
        yield Run(text=words)


def _joined(pieces: Sequence[Piece], first: str = "") -> tuple[Run, ...]:
    """Pieces into one line, a dot between them; the first in a style of its own."""
    runs = [_run(piece, "" if number else first) for number, piece in enumerate(pieces)]
    dots = (Run(text=DOT) for _ in runs)
    return tuple(run for pair in zip(dots, runs, strict=True) for run in pair)[1:]


def _plain(style: str, piece: Piece) -> Paragraph:
    return Paragraph(style=style, runs=(_run(piece),))


def _run(piece: Piece, style: str = "") -> Run:
    return Run(text=piece.text, style=style, href=piece.href)
