"""What the pages of a PDF tell: no text, columns, order, pictures, fonts, and what the file says of itself."""

from collections.abc import Iterator
from itertools import pairwise

from tailor.check.finding import Finding
from tailor.check.finding_lines import in_order
from tailor.check.prints import Print, Sheet
from tailor.check.text_findings import is_resume
from tailor.check.words import is_date
from tailor.pages.paper import Fragment, to_rows

_FEWEST_LETTERS = 20
_FULL_PAGE, _LARGE = 0.5, 0.12
_FEWEST_ROWS = 6
_MOVED = 0.1
_WIDE_GAP = 10.0
_USUAL_PAGES = 2


def paper_findings(held: Print) -> Iterator[Finding]:
    """What is found on the pages of a PDF, and in what it says of itself."""
    if held.locked:
        yield Finding(
            kind="encrypted",
            problem="the file is encrypted: software cannot open it",
            remedy="save it without a password",
        )
        return
    if held.closed:
        yield Finding(
            kind="encrypted",
            problem="the file forbids copying of its text, and software may keep to that",
            remedy="save it without restrictions",
        )
    for number, sheet in enumerate(held.sheets, start=1):
        yield from _of_sheet(sheet, number)
    yield from _fonts(held)
    yield from _told(held)


def has_text(sheet: Sheet) -> bool:
    """Whether a page has a text of its own."""
    return sum(map(len, sheet.text.split())) >= _FEWEST_LETTERS


def _of_sheet(sheet: Sheet, number: int) -> Iterator[Finding]:
    if not has_text(sheet):
        if sheet.pictures or sheet.fragments or not sheet.text.strip():
            yield _without_text(sheet, number)
        return
    yield from _pictures(sheet, number)
    yield from _columns(sheet, number)
    yield from _far_dates(sheet, number)
    if sheet.uncoded:
        yield Finding(
            kind="no-letters",
            problem=f"{sheet.uncoded} characters are drawn without telling which letter they are",
            remedy="save the file with another program or font, so that the text can be copied",
            page=number,
        )


def _without_text(sheet: Sheet, number: int) -> Finding:
    scanned = sum(sheet.pictures) > _FULL_PAGE
    return Finding(
        kind="no-text",
        problem="the page is a picture of text (a scan): software reads nothing"
        if scanned
        else "the page has no text that software can read",
        remedy="make the PDF from the document itself, or run text recognition (OCR) on it",
        page=number,
    )


def _pictures(sheet: Sheet, number: int) -> Iterator[Finding]:
    large = [share for share in sheet.pictures if share > _LARGE]
    if large:
        yield Finding(
            kind="picture",
            problem=f"a picture covers {max(large):.0%} of the page: what is written in it is not read",
            remedy="write its words as text",
            page=number,
        )
    elif sheet.pictures:
        yield Finding(
            kind="picture",
            problem=f"pictures on the page: {len(sheet.pictures)}",
            remedy="see that none of them holds words; a photo belongs only where it is usual",
            lost=False,
            page=number,
        )


def _columns(sheet: Sheet, number: int) -> Iterator[Finding]:
    rows = to_rows(sheet.fragments)
    left = min(row.column_left for row in rows)
    right = max(row.column_right for row in rows)
    beside = [row for row in rows if (row.column_left, row.column_right) != (left, right)]
    if len(beside) >= _FEWEST_ROWS:
        yield Finding(
            kind="columns",
            problem=f"{len(beside)} of {len(rows)} lines stand in columns beside each other",
            remedy="use one column: many readers join the lines of both, and lose sections",
            page=number,
        )
    drawn = {_key(run): at for at, run in reversed(list(enumerate(sheet.fragments)))}
    places = [drawn[_key(row.line)] for row in rows if _key(row.line) in drawn]
    kept = in_order([[(place, place + 1)] for place in places])
    if len(places) - len(kept) > max(1, _MOVED * len(places)):
        moved = next(at for at in range(len(places)) if at not in kept)
        first = sheet.fragments[places[moved]].text
        yield Finding(
            kind="order",
            problem=f"text is drawn in another order than it is seen: {len(places) - len(kept)} of {len(places)}"
            f" lines, the first is “{first[:40]}”",
            remedy="avoid text boxes, frames and columns: most readers go by the order in the file",
            page=number,
        )


def _key(run: Fragment) -> tuple[int, int]:
    return round(run.left), round(run.base)


def _far_dates(sheet: Sheet, number: int) -> Iterator[Finding]:
    far = [
        run.text
        for before, run in pairwise(sheet.fragments)
        if abs(before.base - run.base) < 1 and run.left - before.right > _WIDE_GAP and is_date(run.text)
    ]
    if far:
        yield Finding(
            kind="far-dates",
            problem=f"{len(far)} dates stand far from the words before them, such as “{far[0]}”",
            remedy="some readers move them behind the lines below: `--readers` shows whether they do",
            lost=False,
            page=number,
        )


def _fonts(held: Print) -> Iterator[Finding]:
    missing = sorted({name for sheet in held.sheets for name, embedded in sheet.fonts if not embedded})
    if missing:
        yield Finding(
            kind="fonts",
            problem=f"fonts are not embedded: {', '.join(missing)}",
            remedy="save the file with its fonts embedded: it looks different on each machine",
            lost=False,
        )


def _told(held: Print) -> Iterator[Finding]:
    """What the file does not say of itself; nobody loses text by it."""
    if len(held.sheets) > _USUAL_PAGES and is_resume(held.text):
        pages = f"the file has {len(held.sheets)} pages"
        yield Finding(kind="pages", problem=pages, remedy="one or two are usual outside academia", lost=False)
    for kind, told, problem in (
        ("title", held.title, "the file has no title"),
        ("author", held.author, "the file names no author"),
        ("language", held.language, "the file does not say its language"),
    ):
        if not told:
            remedy = "set it where the document is made (its properties)"
            yield Finding(kind=kind, problem=problem, remedy=remedy, lost=False)
    if not held.tagged:
        yield Finding(
            kind="tags",
            problem="the file is not tagged: screen readers cannot tell headings and lists",
            remedy="save it as a tagged PDF (PDF/UA, or “for accessibility”)",
            lost=False,
        )
