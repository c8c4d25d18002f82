"""A PDF from anywhere into what can be known of it: its sheets, its texts, and what it says of itself."""

from collections.abc import Iterator
from ctypes import byref, c_int, c_ushort, create_string_buffer
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tailor.check.read_back import plain_text
from tailor.check.readers import read_with_pypdf
from tailor.errors import fault
from tailor.pages.paper import Fragment
from tailor.pages.pdf_page import check_size, fragments

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 60
_COPYING = 1 << 4
_DEEP = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page: its text, its runs of letters in the order they are drawn, its pictures as shares of it.

    `fonts` pairs the fonts that its text is set in with whether they are embedded; `links` are its addresses;
    `uncoded` counts characters that name no letter.
    """

    text: str
    fragments: tuple[Fragment, ...]
    pictures: tuple[float, ...]
    fonts: tuple[tuple[str, bool], ...]
    links: tuple[str, ...]
    uncoded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A PDF: its sheets and what it says of itself. `locked` by a password it has none; `closed` forbids copying.

    `second` is the text as pypdf gets it: pdfium spells ligatures out that other readers keep.
    """

    sheets: tuple[Sheet, ...] = ()
    title: str = ""
    author: str = ""
    language: str = ""
    tagged: bool = False
    locked: bool = False
    closed: bool = False
    second: str = ""

    @property
    def text(self) -> str:
        """The text of all sheets, as a reader gets it."""
        return "\n".join(sheet.text for sheet in self.sheets)


def read_print(pdf: bytes, name: str) -> Print:
    """A PDF's bytes into what is known of it. Raises `InputError` when they are no PDF, or unpack to too much."""
    import pypdfium2  # noqa: PLC0415 - heavy imports late

    check_size(pdf, name)
    try:
        document = pypdfium2.PdfDocument(pdf)
        if len(document) > MOST_PAGES:
            raise fault(name, f"{len(document)} pages are no resume", f"check a file of up to {MOST_PAGES} pages")
        try:
            return replace(_print(document), second=_second(pdf))
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            return Print(locked=True)
        raise fault(name, f"it cannot be read: {error}", "is this a PDF file?") from error


def _second(pdf: bytes) -> str:
    try:
        return read_with_pypdf(pdf)
    except Exception:  # noqa: BLE001 - a second opinion is none where it cannot be had
        return ""


def _print(document: "PdfDocument") -> Print:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy imports late

    told = document.get_metadata_dict()
    encrypted = raw.FPDF_GetSecurityHandlerRevision(document) >= 0
    return Print(
        sheets=tuple(_sheet(document, number) for number in range(len(document))),
        title=told.get("Title", "").strip(),
        author=told.get("Author", "").strip(),
        language=_language(document),
        tagged=bool(document.is_tagged()),
        closed=encrypted and not raw.FPDF_GetDocPermissions(document) & _COPYING,
    )


def _sheet(document: "PdfDocument", number: int) -> Sheet:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy imports late

    page = document[number]
    words = page.get_textpage()
    runs = tuple(fragments(document, number))
    objects = list(page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE), max_depth=_DEEP))
    return Sheet(
        text=plain_text(words.get_text_range()),
        fragments=runs,
        pictures=tuple(_shares(page, objects)),
        fonts=tuple(sorted(_fonts(objects))),
        links=tuple(_links(document, page)),
        uncoded=sum(raw.FPDFText_HasUnicodeMapError(words, at) == 1 for at in range(words.count_chars())),
    )


def _shares(page: "PdfPage", objects: list[Any]) -> Iterator[float]:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy imports late

    width, height = page.get_size()
    for found in objects:
        if found.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = found.get_bounds()
            wide = max(0.0, min(right, width) - max(left, 0.0))
            yield wide * max(0.0, min(top, height) - max(bottom, 0.0)) / (width * height)


def _fonts(objects: list[Any]) -> set[tuple[str, bool]]:
    """The fonts of text objects by name, each looked at once."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy imports late

    found = set()
    for one in objects:
        if one.type == raw.FPDF_PAGEOBJ_TEXT:
            font = one.get_font()
            name = font.get_base_name().rpartition("+")[2]
            found.add((name, raw.FPDFFont_GetIsEmbedded(font) == 1))
    return found


def _language(document: "PdfDocument") -> str:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy imports late

    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if size <= 0:
        return ""
    held = (c_ushort * (size // 2))()
    raw.FPDFCatalog_GetLanguage(document, held, size)
    return bytes(held).decode("utf-16-le", errors="replace").rstrip("\0")


def _links(document: "PdfDocument", page: "PdfPage") -> Iterator[str]:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy imports late

    at, link = c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, byref(at), byref(link)):
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if size > 1:
            held = create_string_buffer(size)
            raw.FPDFAction_GetURIPath(document, action, held, size)
            yield held.value.decode("utf-8", errors="replace")
