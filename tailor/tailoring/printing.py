"""One document of an application into its formats: bytes, printed lines with their sources, the reading back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tailor.errors import GlyphError, InputError, MachineError
from tailor.model.document import Document, DocumentKind, Format, PrintedLine
from tailor.model.letter import Letter
from tailor.tailoring.applying import Application
from tailor.tailoring.looks import no_letter_because
from tailor.tailoring.tools import Tools
from tailor.tailoring.unprintable import placed, refuse_turned
from tailor.tailoring.wishes import Wish
from tailor.workspace import manifest
from tailor.workspace.names import person_name, respelled, title_name

if TYPE_CHECKING:
    from tailor.render import TextFormat, Theme

FORMATS_OF: Mapping[DocumentKind, tuple[Format, ...]] = {
    "resume": ("pdf", "html", "md", "txt", "docx", "json"),
    "letter": ("pdf", "html", "md", "txt", "docx"),
    "gaps": ("pdf", "html", "md", "txt", "json", "csv"),
    "application": ("pdf",),
    "email": ("md", "txt"),
}
"""The formats that each document comes in; the letter's Markdown is its draft."""

_PRINTED_OF = {**FORMATS_OF, "letter": tuple(form for form in FORMATS_OF["letter"] if form != "md")}
"""The same without the draft, which is made whatever formats are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What a reader loses of one PDF: the file's name, and each line with why."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Documents with every printed line and its sources; `lost` are the PDFs of which a reader loses lines.

    Unless the wish is not to check, those are not among the documents. `lacking` says what the machine lacks for
    the formats that were asked for and not made, `unprinted` why a PDF cannot be printed as it is written (a
    character that no font has), `undrafted` why there is no letter.
    """

    documents: tuple[Document, ...]
    lines: tuple[PrintedLine, ...]
    lost: tuple[Lost, ...] = ()
    lacking: str = ""
    unprinted: tuple[str, ...] = ()
    undrafted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """Prints the documents of one application in its theme."""

    application: Application
    tools: Tools
    wish: Wish
    theme: "Theme"

    @classmethod
    def of(cls, application: Application, tools: Tools, wish: Wish) -> "Printer":
        """The printer of an application in the theme that its style names."""
        from tailor import render  # noqa: PLC0415 - heavy imports late

        theme = render.read_theme(application.style.theme, workspace=wish.workspace)
        return cls(application=application, tools=tools, wish=wish, theme=theme)

    def made(self, kind: DocumentKind, formats: Sequence[Format]) -> Made:
        """A resume, a letter or both in one file, in those of the formats that it comes in."""
        one = self.application
        if kind in ("letter", "email") and (why := no_letter_because(one.style, one.profile)):
            return Made(documents=(), lines=(), undrafted=why)
        lines = self._lines(kind)
        documents: list[Document] = []
        lost: list[Lost] = []
        lacking, unprinted = "", list[str]()
        if kind == "letter":
            documents.append(self._draft())
        for form in (form for form in _PRINTED_OF[kind] if form in formats):
            name = document_name(self.application, kind, form)
            try:
                if form == "pdf" and self.wish.check:
                    refuse_turned(lines, self.application)
                content = self._content(kind, form)
            except MachineError as error:
                lacking = str(error)
                continue
            except InputError as error:
                if form != "pdf":
                    raise
                unprinted.append(f"{name} is not made: {self._told(error, lines)}")
                continue
            if losses := _losses(content, lines) if form == "pdf" else ():
                lost.append(Lost(name=name, lines=losses))
                if self.wish.check:
                    continue
            documents.append(Document(kind=kind, format=form, name=name, content=content))
        return Made(
            documents=tuple(documents), lines=lines, lost=tuple(lost), lacking=lacking, unprinted=tuple(unprinted)
        )

    def _draft(self) -> Document:
        """The letter's draft, as generated: the letter's Markdown, whatever formats are asked for."""
        return Document(
            kind="letter", format="md", name=manifest.DRAFT, content=self.application.drafted.draft.encode()
        )

    def _told(self, error: InputError, lines: Sequence[PrintedLine]) -> InputError:
        """An error of the press; characters that no font has are told by the files that they come from."""
        return placed(error, lines, self.application) if isinstance(error, GlyphError) else error

    def _content(self, kind: DocumentKind, form: Format) -> bytes:
        if kind == "application":
            return self._together()
        if kind == "email":
            return self._email()
        if form == "pdf":
            return self.tools.press(self.theme).write(self._text(kind, "html"), created=self._day)
        if form in ("html", "md", "txt", "json"):
            return self._text(kind, form).encode()
        return self._docx(kind)

    def _together(self) -> bytes:
        """The letter and behind it the resume, in one PDF."""
        from tailor import render  # noqa: PLC0415 - heavy imports late

        title = render.application_title(self.application.plan, self.application.style)
        pages = [self._text("letter", "html"), self._text("resume", "html")]
        return self.tools.press(self.theme).write_together(pages, title=title, created=self._day)

    def _text(self, kind: DocumentKind, form: "TextFormat") -> str:
        from tailor import render  # noqa: PLC0415 - heavy imports late

        one = self.application
        if kind == "resume":
            return render.resume(one.plan, self.theme, one.style, form)
        return render.letter(one.letter, one.plan, self.theme, one.style, form)

    def _email(self) -> bytes:
        from tailor import render  # noqa: PLC0415 - heavy imports late

        return render.email(self._short(), self.application.plan).encode()

    def _short(self) -> Letter:
        """The letter in its short form, as an e-mail has it."""
        from tailor.letter import LetterWish, write_letter  # noqa: PLC0415 - heavy imports late

        one, wished = (
            self.application,
            LetterWish(variant=self.wish.variant, short=True, lang=self.application.style.lang),
        )
        find = self.tools.finder(one.profile).find
        return write_letter(one.plan, one.ranking, today=self.wish.today, find=find, wish=wished)

    def _docx(self, kind: DocumentKind) -> bytes:
        from tailor import render  # noqa: PLC0415 - heavy imports late

        one = self.application
        if kind == "resume":
            return render.resume_docx(one.plan, self.theme, one.style, day=self._day)
        return render.letter_docx(one.letter, one.plan, self.theme, one.style, day=self._day)

    def _lines(self, kind: DocumentKind) -> tuple[PrintedLine, ...]:
        from tailor import render  # noqa: PLC0415 - heavy imports late

        one = self.application
        if kind == "email":
            return ()
        if kind == "application":
            return (*self._lines("letter"), *self._lines("resume"))
        if kind == "resume":
            return render.resume_lines(one.plan, one.style)
        return render.letter_lines(one.letter, one.plan, one.style)

    @property
    def _day(self) -> str:
        return self.wish.today.isoformat()


def document_name(application: Application, kind: DocumentKind, form: Format) -> str:
    """The file's name as recruiters like it: Firstname-Lastname-Role-Company-Resume.pdf."""
    from tailor.render.dates import labels  # noqa: PLC0415 - heavy imports late

    basics, words = application.profile.basics, labels(application.style.lang)
    called, spelled = words["files"][kind], tuple(pair.split() for pair in words["spelled"])
    person = person_name(basics.name, basics.email, Path(application.profile.source).stem)
    parts = (person, application.role, application.posting.company, called)
    return f"{title_name(*(respelled(part, spelled) for part in parts))}.{form}"


def _losses(pdf: bytes, lines: Sequence[PrintedLine]) -> tuple[str, ...]:
    from tailor.check import read_back  # noqa: PLC0415 - heavy imports late

    return read_back(pdf, lines)
