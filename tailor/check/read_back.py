"""A PDF's extracted text against the lines that were printed."""

from collections.abc import Sequence

from tailor.errors import fault


def read_back(pdf: bytes, lines: Sequence[str]) -> tuple[str, ...]:
    """A PDF and its printed lines in reading order into those that a reader loses, breaks or moves.

    White space is folded (a line may wrap); every line must be found whole, behind the one before it. Empty: all
    is well. Raises `InputError` when the bytes are no PDF that can be read.
    """
    text = _folded(pdf_text(pdf))
    lost: list[str] = []
    at = 0
    for line in lines:
        wanted = _folded(line)
        found = text.find(wanted, at)
        if found < 0:
            lost.append(line)
        else:
            at = found + len(wanted)
    return tuple(lost)


def pdf_text(pdf: bytes) -> str:
    """The text of a PDF as pypdf extracts it, pages one after the other."""
    import io  # noqa: PLC0415 - only reading needs it

    from pypdf import PdfReader  # noqa: PLC0415 - heavy imports late
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - heavy imports late

    try:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    except (PyPdfError, ValueError, KeyError, OSError) as error:
        raise fault("PDF", f"it cannot be read: {error}", "is this a PDF file?") from error


def _folded(text: str) -> str:
    return " ".join(text.split())
