"""Values of output: documents ready to be written."""

from dataclasses import dataclass
from typing import Literal

DocumentKind = Literal["resume", "letter", "gaps", "application", "email"]
"""An application is letter and resume in one file, an e-mail the letter in its short form."""

Format = Literal["pdf", "html", "md", "txt", "docx", "json", "csv"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A line of a document, where it comes from, and as its `role` what it is there: a heading, a bullet."""

    document: DocumentKind
    text: str
    sources: tuple[str, ...]
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file to be written: what it is, its format, its name and its bytes."""

    kind: DocumentKind
    format: Format
    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How documents look and are arranged: theme and kind by name, paper, language, theme options.

    `photo` is the address of a picture as a page can hold it (`data:`); empty where none is printed.
    """

    theme: str
    kind: str
    paper: Literal["letter", "a4"]
    lang: str
    options: tuple[tuple[str, str], ...] = ()
    photo: str = ""
