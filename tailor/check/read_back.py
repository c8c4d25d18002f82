"""A PDF's extracted text against the lines that were printed: what a reader loses, and why."""

import re
from collections.abc import Iterator, Sequence

from tailor.check.finding_lines import Span, folded, in_order, places, stands_apart
from tailor.check.odd_signs import around, odd_signs, sign_name
from tailor.errors import fault
from tailor.model.document import PrintedLine

MARKS = "•●○◦▪■"
"""What stands before the lines of a list."""

LONE_MARKS = re.compile(rf"^\s*(?:[{MARKS}]\s*)+$", re.MULTILINE)
"""A line of a reader's text that holds nothing but marks."""

_CASED_BY_THEMES = frozenset({"name", "headline", "heading", "title", "earlier", "under", "subject"})
"""What a theme may set in capitals: readers then get capitals, and know the heading as well."""


def read_back(pdf: bytes, lines: Sequence[PrintedLine]) -> tuple[str, ...]:
    """A PDF and its printed lines in reading order into what a reader loses, each as the line and why.

    Raises `InputError` when the bytes are no PDF that can be read.
    """
    return losses(extract_text(pdf), lines)


def losses(text: str, lines: Sequence[PrintedLine]) -> tuple[str, ...]:
    """A reader's text and the printed lines into the lines that it broke, moved or changed; empty: all is well.

    Each line must be there whole and behind the one before it, a bullet behind its mark; white space is folded, as
    a line may wrap.
    """
    seen = folded(text)
    found = [_places(seen, line) for line in lines]
    chain = in_order(found)
    written = {sign for line in lines for sign in line.text}
    return (
        *(f"“{lines[at].text}”: {_why(seen, lines[at], moved=bool(found[at]))}" for at in _missing(found, chain)),
        *(f"“{line}”: its bullet stands apart from it" for line in _apart(text, seen, lines, chain)),
        *(
            f"“{around(text, at)}”: a reader gets {sign_name(sign)}"
            for sign, at in odd_signs(text).items()
            if sign not in written
        ),
    )


def extract_text(pdf: bytes, name: str = "PDF") -> str:
    """The text of a PDF as pdfium extracts it, pages one after the other.

    Raises `InputError` with the file's `name` when the bytes are no PDF that can be read.
    """
    import pypdfium2  # noqa: PLC0415 - heavy imports late

    try:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise fault(name, f"it cannot be read: {error}", "is this a PDF file without a password?") from error


def plain_text(text: str) -> str:
    """A reader's text with usual line ends; a hyphen that pdfium joins over a line's end is one again."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-\n")


def _places(seen: str, line: PrintedLine) -> tuple[Span, ...]:
    text = folded(line.text)
    cases = (text, text.upper(), text.lower()) if line.role in _CASED_BY_THEMES else (text,)
    return tuple({span for case in dict.fromkeys(cases) for span in places(seen, case)})


def _missing(found: Sequence[Sequence[Span]], chain: dict[int, Span]) -> Iterator[int]:
    return (at for at in range(len(found)) if at not in chain)


def _apart(text: str, seen: str, lines: Sequence[PrintedLine], chain: dict[int, Span]) -> tuple[str, ...]:
    """The bullets without a mark before them, where others have one or marks stand elsewhere on their own."""
    bullets = [at for at, line in enumerate(lines) if line.role == "bullet" and at in chain]
    without = [at for at in bullets if not _has_mark(seen, chain[at][0])]
    if len(without) == len(bullets) and not LONE_MARKS.search(text):
        return ()
    return tuple(lines[at].text for at in without)


def _why(seen: str, line: PrintedLine, *, moved: bool) -> str:
    if moved:
        return "it stands before or behind its place"
    text = folded(line.text)
    if re.search(re.escape(text), seen, re.IGNORECASE):
        return "a reader gets other capitals, or it runs into other words"
    if apart := stands_apart(seen, text):
        return f"a reader gets other spaces: “{apart}”"
    return "it is not there whole"


def _has_mark(seen: str, start: int) -> bool:
    before = seen[max(0, start - 2) : start].strip()
    return bool(before) and before[-1] in MARKS
