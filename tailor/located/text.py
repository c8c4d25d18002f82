"""Bytes and texts made safe: UTF-8, no control characters, one form for each character."""

import re
import unicodedata

from tailor.errors import Fault, InputError

MOST_MARKS = 8
"""Combining marks kept in a row; no script stacks more, and long runs make shaping hang."""

# Controls (but tab and line feed), private bidirectional overrides, byte order marks inside a text.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?")
_OTHER_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_MARKS = re.compile(
    rf"((?:[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]){{{MOST_MARKS}}})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def decode(data: bytes, name: str) -> str:
    """A file's bytes as text with Unix line ends and without control characters.

    UTF-8 is expected, UTF-16 read where a byte order mark says so. Raises `InputError` at the first byte
    that is not UTF-8, and for binary data.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        text = _decode_utf8(data, name)
    if "\x00" in text:
        raise InputError([Fault(file=name, problem="this is not a text file", remedy="give a YAML file")])
    text = _BREAKS.sub("\n", text.removeprefix("\ufeff"))
    return _UNSAFE.sub("", _OTHER_BREAKS.sub(" ", text))


def clean_text(text: str) -> str:
    """A text without control characters and lone surrogates, in Unicode normal form C, marks limited."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    safe = _UNSAFE.sub("", _OTHER_BREAKS.sub("\n", whole))
    return unicodedata.normalize("NFC", _MARKS.sub(r"\1", safe))


def _decode_utf8(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        where = Fault(
            file=name,
            line=line,
            column=column,
            problem=f"byte {data[error.start]:#04x} is not UTF-8",
            remedy="save the file as UTF-8",
        )
        raise InputError([where]) from error
