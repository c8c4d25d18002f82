"""Programs that read the text of a PDF: those that are on this machine, and the text that each of them gets."""

import logging
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from tailor.check.read_back import extract_text, plain_text

_SECONDS = 60
_LIBRARIES = (
    ("pdfium", "pypdfium2", "pypdfium2"),
    ("pypdf", "pypdf", "pypdf"),
    ("pdfminer.six", "pdfminer", "pdfminer.six"),
    ("pdfplumber", "pdfplumber", "pdfplumber"),
    ("PyMuPDF", "pymupdf", "PyMuPDF"),
)
_COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("pdftotext", ("pdftotext", "-enc", "UTF-8", "FILE", "-")),
    ("pdftotext -layout", ("pdftotext", "-layout", "-enc", "UTF-8", "FILE", "-")),
    ("pdftotext -raw", ("pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-")),
    ("mutool", ("mutool", "draw", "-q", "-F", "text", "-o", "-", "FILE")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A program that reads PDFs. `read` raises whatever the program raises."""

    name: str
    version: str
    read: Callable[[bytes], str]


def readers() -> tuple[Reader, ...]:
    """The readers there are on this machine: libraries that can be imported, programs that are on the PATH."""
    return (*_libraries(), *_commands())


def reader_names() -> tuple[str, ...]:
    """Every reader that is known, whether it is here or not."""
    return (*(name for name, _, _ in _LIBRARIES), *(name for name, _ in _COMMANDS))


def _libraries() -> Iterator[Reader]:
    for name, module, distribution in _LIBRARIES:
        if find_spec(module) is not None:
            try:
                version = metadata.version(distribution)
            except metadata.PackageNotFoundError:
                version = ""
            yield Reader(name=name, version=version, read=_READ[name])


def _commands() -> Iterator[Reader]:
    for name, words in _COMMANDS:
        if shutil.which(words[0]):
            yield Reader(name=name, version="", read=_run(words))


def _run(words: tuple[str, ...]) -> Callable[[bytes], str]:
    def read(pdf: bytes) -> str:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "read.pdf"
            path.write_bytes(pdf)
            line = [str(path) if word == "FILE" else word for word in words]
            done = subprocess.run(line, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 - our own words
        return done.stdout.decode("utf-8", errors="replace")

    return read


def _pdfium(pdf: bytes) -> str:
    return plain_text(extract_text(pdf))


def read_with_pypdf(pdf: bytes) -> str:
    """A PDF's text as pypdf gets it; raises whatever pypdf raises."""
    from pypdf import PdfReader  # noqa: PLC0415 - heavy imports late

    # The library's own remarks on a broken file say what is told in plain words.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def _pdfminer(pdf: bytes) -> str:
    from pdfminer.high_level import extract_text as extract  # noqa: PLC0415 - it may be missing

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    return str(extract(BytesIO(pdf)))


def _pdfplumber(pdf: bytes) -> str:
    import pdfplumber  # noqa: PLC0415 - it may be missing

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    with pdfplumber.open(BytesIO(pdf)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _pymupdf(pdf: bytes) -> str:
    import pymupdf  # noqa: PLC0415 - it may be missing

    with pymupdf.open(stream=pdf, filetype="pdf") as document:  # type: ignore[no-untyped-call]  # it has half its types
        return "\n".join(page.get_text() for page in document)


_READ: dict[str, Callable[[bytes], str]] = {
    "pdfium": _pdfium,
    "pypdf": read_with_pypdf,
    "pdfminer.six": _pdfminer,
    "pdfplumber": _pdfplumber,
    "PyMuPDF": _pymupdf,
}
