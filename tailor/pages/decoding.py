"""Bytes -> clean text: byte order mark, declaration, UTF-8, and last the statistics of the bytes."""

import codecs
import html
import re
import unicodedata

from tailor.errors import fault
from tailor.pages.charsets import guessed, utf16_name

# Ten megabytes: thirty times the largest of the 18 public postings the readers were written on (321 kB).
MOST_BYTES = 10_000_000
# A text file holds next to no control bytes; more than this share of the first block is not text.
_MOST_CONTROLS = 0.02
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_.:-]{3,30})""")
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r"))
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED_TAG = re.compile(
    r"&(?:amp;)*(?:lt|#0*60|#x0*3c);\s*/?[a-z!][^<]{0,2000}?&(?:amp;)*(?:gt|#0*62|#x0*3e);", re.IGNORECASE
)
_ROUNDS = 3


def decode(data: bytes, name: str) -> str:
    """The bytes of a text file as text, as it stands; raises InputError for an empty, oversized or binary file."""
    check_size(data, name)
    text = _decoded(data, name)
    if not clean(text).strip():
        raise fault(name, "the file is empty", "put the posting's text into it")
    return text


_NO_WIDTH = re.compile(
    r"&(?:#8203|#x200b|#8204|#x200c|#8288|#x2060|#65279|#xfeff|zwnj|zerowidthspace);", re.IGNORECASE
)
"""Entities of the signs without width; a web page's reader would make signs of them after the text was cleaned."""


def check_size(data: bytes, name: str) -> None:
    """Raise InputError for a file that is too large for a posting."""
    if len(data) > MOST_BYTES:
        raise fault(
            name,
            f"{len(data) / 1_000_000:.1f} MB is too large for a posting",
            "save the posting alone; the limit is 10 MB",
        )


def clean(text: str) -> str:
    """NFC text with plain line ends, without control, zero-width or bidirectional characters and surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\u2028", "\n")
    text = _SURROGATES.sub("", _CONTROLS.sub("", _NO_WIDTH.sub("", text)))
    return unicodedata.normalize("NFC", text)


def unescape(text: str) -> str:
    """Text whose tags are no longer entities: publishers escape HTML once or twice, so at most three rounds."""
    for _ in range(_ROUNDS):
        if not _ESCAPED_TAG.search(text):
            break
        text = html.unescape(text)
    return text


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if encoding := utf16_name(data):
        return data.decode(encoding, "replace")
    if _is_binary(data):
        raise fault(name, "this is not a text file", "save the posting as text, HTML or JSON and try again")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_declaration(data) or guessed(data)


def _is_binary(data: bytes) -> bool:
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    return b"\x00" in head or controls > _MOST_CONTROLS * len(head)


def _by_declaration(data: bytes) -> str | None:
    declared = _DECLARED.search(data[:4096])
    if not declared:
        return None
    encoding = declared.group(1).decode("ascii").lower()
    if encoding in {"utf-8", "utf8"}:
        return data.decode("utf-8", "replace")
    if encoding in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}:
        encoding = "cp1252"  # what browsers do: pages that declare Latin-1 use the Windows quotation marks
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return None
