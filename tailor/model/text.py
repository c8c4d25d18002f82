"""Values of text: places in files, pieces of a decoded posting, pages and what their reader decided."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A file, a line and a column, both counted from one."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A verbatim piece of a page: `text == page.text[start:end]`, offsets in characters."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One heading, list item, or paragraph of a page; `text == page.text[start:end]`.

    `level` is the depth of a heading (1 to 6, 0 when it has no mark) or of a list item (1 outermost).
    """

    kind: Literal["heading", "item", "text"]
    text: str
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A fact that markup or a record's headings state outright: `name` is one of the posting's facts."""

    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file as read: decoded text, its blocks in order, facts from markup, and what the reader decided.

    `blocks` belong to the posting; `notes` are the applicant's own blocks (a record's other sections), never
    part of the posting. `front` is the YAML front matter with the line it starts on, as found. `jobs` are the
    titles of all jobs that the file marks up, where there are several. `doubts` say what looked wrong in the file.
    """

    source: str
    format: str
    decided: str
    text: str
    blocks: tuple[Block, ...]
    notes: tuple[Block, ...] = ()
    stated: tuple[Stated, ...] = ()
    front: str = ""
    jobs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
