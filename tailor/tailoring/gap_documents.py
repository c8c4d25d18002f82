"""A gap report into its documents."""

from collections.abc import Sequence

from tailor.errors import GlyphError, MachineError
from tailor.model.document import Document, Format
from tailor.model.gaps import GapReport
from tailor.tailoring.printing import FORMATS_OF, Made
from tailor.tailoring.tools import Tools

_STAND_IN = "□"
"""What a PDF prints for a character of a posting that no font has; the other formats hold the character."""


def gap_documents(report: GapReport, formats: Sequence[Format], tools: Tools, *, paper: str, day: str) -> Made:
    """A gap report into its documents; formats it does not come in are left out.

    A report is read on a screen: where PDF is asked for, HTML comes too. Of several postings, CSV is three tables:
    requirements, postings and skills. `lacking` says why there is no PDF.
    """
    from tailor.render.gaps import gap_tables, gaps_page  # noqa: PLC0415 - heavy imports late

    wanted = {*formats, *(("html",) if "pdf" in formats else ())}
    pages = [
        Document(kind="gaps", format=form, name=f"gap-report.{form}", content=gaps_page(report, form).encode())
        for form in FORMATS_OF["gaps"]
        if form in wanted and form != "pdf"
    ]
    tables = gap_tables(report) if "csv" in wanted else {}
    pages += [
        Document(kind="gaps", format="csv", name=f"gap-report-{name}.csv", content=table.encode())
        for name, table in tables.items()
    ]
    lacking = ""
    if "pdf" in wanted:
        try:
            content = _printed(report, tools, paper, day)
            pages.insert(0, Document(kind="gaps", format="pdf", name="gap-report.pdf", content=content))
        except MachineError as error:
            lacking = str(error)
    return Made(documents=tuple(pages), lines=(), lacking=lacking)


def _printed(report: GapReport, tools: Tools, paper: str, day: str) -> bytes:
    """The report's PDF; a posting may hold any character, and none of them is worth the loss of the report."""
    from tailor.render.gaps import gaps_print  # noqa: PLC0415 - heavy imports late

    html = gaps_print(report, paper=paper)
    try:
        return tools.plain_press.write(html, created=day)
    except GlyphError as error:
        for sign in error.signs:
            html = html.replace(sign, _STAND_IN)
        return tools.plain_press.write(html, created=day)
