"""JSON-lines files of postings, row by row: however long the file, one row is held at a time."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from tailor.errors import fault

_BOM = b"\xef\xbb\xbf"
_LONGEST = 16_000_000
"""Bytes of a row; no posting is longer, and a file without line ends is no JSON lines."""


def is_rows(path: Path) -> bool:
    """Whether a file holds JSON objects, one per line, and more than one."""
    try:
        with path.open("rb") as stream:
            first = list(_read(_lines(stream), most=2))
    except OSError:
        return False
    return are_rows(first)


def are_rows(first: Sequence[bytes]) -> bool:
    """Whether the first two lines of a text are JSON objects."""
    return len(first) > 1 and all(_is_object(row.strip()) for row in first)


def rows_of(path: Path) -> Iterator[tuple[str, bytes]]:
    """The rows of a JSON-lines file, each with its name (`jobs.jsonl#7`); InputError if it cannot be read."""
    try:
        with path.open("rb") as stream:
            yield from numbered(_lines(stream), str(path))
    except OSError as error:
        raise fault(str(path), f"cannot be read: {error.strerror or error}", "check the file") from error


def numbered(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, bytes]]:
    """The rows among lines with their names; lines without content do not count."""
    yield from ((f"{name}#{number}", row) for number, row in enumerate(_read(lines), start=1))


def _read(lines: Iterable[bytes], most: int | None = None) -> Iterator[bytes]:
    count = 0
    for row in lines:
        if bare := row.removeprefix(_BOM).strip():
            yield bare
            count += 1
            if count == most:
                return


def _lines(stream: BinaryIO) -> Iterable[bytes]:
    return iter(lambda: stream.readline(_LONGEST), b"")


def _is_object(row: bytes) -> bool:
    try:
        return row.startswith(b"{") and isinstance(json.loads(row), dict)
    except ValueError:
        return False
