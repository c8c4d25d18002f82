"""A PDF's extracted text against the lines that were printed."""

import re
from collections.abc import Sequence

from tailor.errors import fault

LONGEST_WHOLE = 60
"""Characters of a word that surely fits a line; a longer one (an address) has to break somewhere."""


def read_back(pdf: bytes, lines: Sequence[str]) -> tuple[str, ...]:
    """A PDF and its printed lines in reading order into those that a reader loses, breaks or moves.

    White space is folded (a line may wrap); every line must be found whole, behind the one before it. Empty: all
    is well. Raises `InputError` when the bytes are no PDF that can be read.
    """
    text = _folded(extract_text(pdf))
    lost: list[str] = []
    at = 0
    for line in lines:
        found = _find(text, _folded(line), at)
        if found is None:
            lost.append(line)
        else:
            at = found
    return tuple(lost)


def extract_text(pdf: bytes, name: str = "PDF") -> str:
    """The text of a PDF as pypdf extracts it, pages one after the other.

    Raises `InputError` with the file's `name` when the bytes are no PDF that can be read.
    """
    import io  # noqa: PLC0415 - only reading needs it

    from pypdf import PdfReader  # noqa: PLC0415 - heavy imports late

    try:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    except Exception as error:
        raise fault(name, f"it cannot be read: {error}", "is this a PDF file?") from error


def _find(text: str, line: str, at: int) -> int | None:
    """Where a line ends in the text at or behind a place; None when it is not there whole."""
    if any(len(word) > LONGEST_WHOLE for word in line.split()):
        signs = (re.escape(sign) for sign in line if sign != " ")
        found = re.compile(r"\s?".join(signs)).search(text, at)
        return found.end() if found else None
    start = text.find(line, at)
    return start + len(line) if start >= 0 else None


def _folded(text: str) -> str:
    return " ".join(text.split())
