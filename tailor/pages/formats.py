"""The formats of postings, told apart by content, and the reader of each."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tailor.errors import InputError, fault
from tailor.model.text import Page
from tailor.pages.decoding import check_size, clean, decode
from tailor.pages.docx_page import is_zip, read_docx
from tailor.pages.html_page import read_html
from tailor.pages.hygiene import blobs, signs
from tailor.pages.json_page import is_json, read_json
from tailor.pages.mail_page import is_mail, read_mail
from tailor.pages.markup import looks_like_html
from tailor.pages.pdf_page import is_pdf, read_pdf
from tailor.pages.record_page import is_record, read_record_page
from tailor.pages.text_page import is_markdown, read_markdown, read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Format:
    """How a format is recognised, and what reads it; the first that recognises a text reads it.

    A file of it holds one posting, or as many as the reader finds (`several`).
    """

    recognises: Callable[[str], bool]
    read: Callable[[str, str], tuple[Page, ...]]
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Binary:
    """A format that is no text: told by its first bytes, before the text's encoding is asked for."""

    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], tuple[Page, ...]]


def _anything(_: str) -> bool:
    return True


_FORMATS = (
    _Format(recognises=is_json, read=read_json, several=True),
    _Format(recognises=is_record, read=read_record_page),
    _Format(recognises=looks_like_html, read=read_html),
    _Format(recognises=is_markdown, read=read_markdown),
    _Format(recognises=_anything, read=read_text),
)
_BINARY = (
    _Binary(recognises=is_pdf, read=read_pdf),
    _Binary(recognises=is_zip, read=read_docx),
    _Binary(recognises=is_mail, read=read_mail),
)


def read_pages(data: bytes, name: str, *, job: int = 1) -> tuple[Page, ...]:
    """The bytes of a file into its pages, by content and never by the file's ending.

    One page per posting in it: a JSON-lines file or a JSON list is several, named `name#1`, `name#2` …; every
    other file is one. A saved page that marks up several jobs is read as its own, or as the `job` asked for.
    Raises InputError for an empty, oversized, damaged or binary file.
    """
    check_size(data, name)
    if refused := _refused(data, name):
        raise refused
    for binary in _BINARY:
        if binary.recognises(data):
            return tuple(_doubted(page, ()) for page in binary.read(data, name))
    raw = decode(data, name)
    text = clean(raw)
    for form in _FORMATS:
        if form.recognises(text):
            pages = form.read(text, name)
            chosen = pages if form.several else (_chosen(pages, job),)
            return tuple(_doubted(page, signs(raw)) for page in chosen)
    raise AssertionError  # the last format takes anything


def _doubted(page: Page, doubts: tuple[str, ...]) -> Page:
    """A page with the doubts about its file and its text."""
    return replace(page, doubts=(*doubts, *page.doubts, *blobs(page.text)))


def _chosen(pages: tuple[Page, ...], job: int) -> Page:
    """The page of the job asked for, told which others the file speaks of."""
    if len(pages) == 1:
        return pages[0]
    number = job if 0 < job <= len(pages) else 1
    titles = [next((fact.value for fact in page.stated if fact.name == "title"), "untitled") for page in pages]
    return replace(
        pages[number - 1], decided=f"{pages[number - 1].decided}; job {number} of {len(pages)}", jobs=tuple(titles)
    )


def _refused(data: bytes, name: str) -> InputError | None:
    copied = "copy its text into a .txt file and give that"
    head = data[:1024].lstrip()
    if head.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        return fault(name, "a Word document cannot be read as a posting", copied)
    return None
