"""An application into documents: bytes by format, every printed line with its sources, and the reading back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tailor.errors import InputError, MachineError
from tailor.model.document import Document, DocumentKind, Format, PrintedLine
from tailor.model.gaps import GapReport
from tailor.tailoring.applying import Application
from tailor.tailoring.tools import Tools
from tailor.tailoring.wishes import Wish
from tailor.workspace.names import title_name

if TYPE_CHECKING:
    from tailor.render import TextFormat, Theme

USUAL_FORMATS: tuple[Format, ...] = ("pdf", "md", "txt")
_GAP_FORMATS: tuple[Format, ...] = ("html", "md", "txt", "json", "csv")
EVERYTHING: tuple[DocumentKind, ...] = ("resume", "letter", "gaps")


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
    character that no font has).
    """

    documents: tuple[Document, ...]
    lines: tuple[PrintedLine, ...]
    lost: tuple[Lost, ...] = ()
    lacking: str = ""
    unprinted: tuple[str, ...] = ()


def make_documents(
    application: Application,
    kinds: Sequence[DocumentKind],
    formats: Sequence[Format],
    tools: Tools,
    *,
    wish: Wish,
) -> Made:
    """An application into the documents of some kinds in some formats.

    The gap report comes as HTML where the others come as PDF. Without a layout engine everything but the PDFs is
    made, and `lacking` says how to get it.
    """
    parts = [Made(documents=gap_documents(application.report, formats), lines=())] if "gaps" in kinds else []
    for kind in ("letter", "resume"):
        if kind in kinds:
            parts.insert(0, _pages(application, kind, formats, tools, wish=wish))
    return Made(
        documents=tuple(document for part in parts for document in part.documents),
        lines=tuple(line for part in parts for line in part.lines),
        lost=tuple(lost for part in parts for lost in part.lost),
        lacking=next((part.lacking for part in parts if part.lacking), ""),
        unprinted=tuple(dict.fromkeys(line for part in parts for line in part.unprinted)),
    )


def gap_documents(report: GapReport, formats: Sequence[Format]) -> tuple[Document, ...]:
    """A gap report into its documents; HTML stands in for PDF, and formats it does not come in are left out."""
    from tailor.render.gaps import gaps_page  # noqa: PLC0415 - heavy imports late

    wanted = dict.fromkeys("html" if form == "pdf" else form for form in formats)
    return tuple(
        Document(kind="gaps", format=form, name=f"gap-report.{form}", content=gaps_page(report, form).encode())
        for form in _GAP_FORMATS
        if form in wanted
    )


def document_name(application: Application, kind: DocumentKind, form: Format) -> str:
    """The file's name as recruiters like it: Firstname-Lastname-Role-Company-Resume.pdf."""
    name = title_name(application.profile.basics.name, application.role, application.posting.company, kind.title())
    return f"{name}.{form}"


def _pages(
    application: Application, kind: DocumentKind, formats: Sequence[Format], tools: Tools, *, wish: Wish
) -> Made:
    """A resume or a letter in every page format asked for."""
    from tailor import render  # noqa: PLC0415 - heavy imports late

    theme = render.read_theme(application.style.theme, workspace=wish.workspace)
    lines = _lines(application, kind)
    made: list[Document] = []
    lost: list[Lost] = []
    lacking, unprinted = "", list[str]()
    for form in formats:
        name = document_name(application, kind, form)
        if form == "pdf":
            try:
                content = _pdf(_text(application, kind, theme, "html"), theme, tools, wish=wish)
            except MachineError as error:
                lacking = str(error)
                continue
            except InputError as error:
                unprinted.append(f"{name} is not made: {error}")
                continue
            if losses := _losses(content, lines):
                lost.append(Lost(name=name, lines=losses))
                if wish.check:
                    continue
        elif form in ("html", "md", "txt"):
            content = _text(application, kind, theme, form).encode()
        else:
            continue
        made.append(Document(kind=kind, format=form, name=name, content=content))
    return Made(documents=tuple(made), lines=lines, lost=tuple(lost), lacking=lacking, unprinted=tuple(unprinted))


def _lines(application: Application, kind: DocumentKind) -> tuple[PrintedLine, ...]:
    from tailor import render  # noqa: PLC0415 - heavy imports late

    if kind == "resume":
        return render.resume_lines(application.plan, application.style)
    return render.letter_lines(application.letter, application.plan, application.style)


def _text(application: Application, kind: DocumentKind, theme: "Theme", form: "TextFormat") -> str:
    from tailor import render  # noqa: PLC0415 - heavy imports late

    if kind == "resume":
        return render.resume(application.plan, theme, application.style, form)
    return render.letter(application.letter, application.plan, theme, application.style, form)


def _pdf(html: str, theme: "Theme", tools: Tools, *, wish: Wish) -> bytes:
    return tools.press(theme).write(html, created=wish.today.isoformat())


def _losses(pdf: bytes, lines: Sequence[PrintedLine]) -> tuple[str, ...]:
    from tailor.check import read_back  # noqa: PLC0415 - heavy imports late

    return read_back(pdf, lines)
