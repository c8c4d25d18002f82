"""The one structure that HTML, Markdown, plain text and the manifest are views of."""

from dataclasses import dataclass

DOT = " · "
"""What stands between pieces of one line that are not one phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Printed words with their sources: paths of the profile, the record or the posting, or `label:` words."""

    text: str
    sources: tuple[str, ...]
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A bullet: `path` is its place in the profile and the name under which its height is measured."""

    path: str
    piece: Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a list: a label (a skill group, a certificate) and words that stand behind it.

    `joint` stands between the words; `glue` between the label and the words.
    """

    path: str
    label: Piece | None
    words: tuple[Piece, ...]
    joint: str = ", "
    glue: str = ": "


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLine:
    """A title and when it was held."""

    title: Piece
    when: Piece | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """An entry: title, when, earlier titles, the line under them (employer, place), notes, and its bullets.

    `employer` is the path of an employer that stands under the first title of several blocks, once for all: the
    name under which the height of its line is measured. `follows` says that a block before has that line, `brief`
    that the block is one line, a job of long ago.
    """

    path: str
    title: Piece
    when: Piece | None
    under: tuple[Piece, ...]
    notes: tuple[Piece, ...]
    items: tuple[Item, ...]
    earlier: tuple[TitleLine, ...] = ()
    employer: str = ""
    follows: bool = False
    brief: bool = False

    @property
    def titles(self) -> tuple[TitleLine, ...]:
        """All title lines, the newest first."""
        return (TitleLine(title=self.title, when=self.when), *self.earlier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it; `measured` names its rows where they are measured as one."""

    name: str
    heading: Piece
    text: Piece | None = None
    blocks: tuple[Block, ...] = ()
    rows: tuple[Row, ...] = ()
    measured: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Whose document it is: name, headline, the contact lines, and the address of a photo where one is printed."""

    name: Piece
    headline: Piece | None
    contact: tuple[tuple[Piece, ...], ...]
    photo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeSheet:
    """A resume as it is printed, before any format."""

    title: str
    header: Header
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSheet:
    """A letter as it is printed, before any format."""

    title: str
    header: Header
    date: Piece
    recipient: tuple[Piece, ...]
    subject: Piece | None
    salutation: Piece
    paragraphs: tuple[Piece, ...]
    closing: Piece
    signature: Piece
    enclosures: Piece | None


def row_text(row: Row) -> str:
    """A row as one line: "Languages: Python, SQL"."""
    words = row.joint.join(piece.text for piece in row.words)
    if row.label is None:
        return words
    return f"{row.label.text}{row.glue}{words}" if words else row.label.text
