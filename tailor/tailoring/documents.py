"""An application into its documents: resume, letter, both in one file, gap report."""

from collections.abc import Sequence

from tailor.model.document import DocumentKind, Format
from tailor.tailoring.applying import Application
from tailor.tailoring.gap_documents import gap_documents
from tailor.tailoring.printing import Made, Printer
from tailor.tailoring.tools import Tools
from tailor.tailoring.wishes import Wish

USUAL_FORMATS: tuple[Format, ...] = ("pdf", "md", "txt")
EVERYTHING: tuple[DocumentKind, ...] = ("resume", "letter", "gaps")


def make_documents(
    application: Application,
    kinds: Sequence[DocumentKind],
    formats: Sequence[Format],
    tools: Tools,
    *,
    wish: Wish,
) -> Made:
    """An application into the documents of some kinds in some formats.

    Without a layout engine everything but the PDFs is made, and `lacking` says how to get it. Letter and resume
    also come in one PDF where the wish is for it, both are asked for and both can be printed.
    """
    printer = Printer.of(application, tools, wish)
    parts = [printer.made(kind, formats) for kind in ("resume", "letter", "email") if kind in kinds]
    printed = "pdf" in formats and not any(part.lacking or part.unprinted or part.undrafted for part in parts)
    together = [printer.made("application", formats)] if wish.combined and printed and len(parts) > 1 else []
    every = (*parts, *together)
    if "gaps" in kinds:
        paper, day = application.style.paper, wish.today.isoformat()
        every = (*every, gap_documents(application.report, formats, tools, paper=paper, day=day))
    return Made(
        documents=tuple(document for part in every for document in part.documents),
        lines=tuple(line for part in parts for line in part.lines),
        lost=tuple(lost for part in every for lost in part.lost),
        lacking=next((part.lacking for part in every if part.lacking), ""),
        unprinted=tuple(dict.fromkeys(line for part in parts for line in part.unprinted)),
        undrafted=_undrafted(parts, together=wish.combined and "pdf" in formats and "resume" in kinds),
    )


def _undrafted(parts: Sequence[Made], *, together: bool) -> str:
    """Why there is no letter, and what that means where letter and resume were to come in one file."""
    why = next((part.undrafted for part in parts if part.undrafted), "")
    return f"{why}; so there is no PDF of letter and resume together" if why and together else why
