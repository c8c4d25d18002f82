"""Postings with their records: which files belong together, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tailor.errors import Fault, InputError, fault
from tailor.model.posting import Reading
from tailor.model.record import Record
from tailor.model.text import Page
from tailor.workspace.folders import read_input
from tailor.workspace.writing import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One posting as found: its page and reading, its record if there is one, and the files it came from.

    `files` are paths with the SHA-256 of their bytes; the posting's own file stands first. `number` counts the
    postings of one file from one, 0 when it holds just one.
    """

    path: Path
    page: Page
    reading: Reading
    record: Record | None
    files: tuple[tuple[Path, str], ...]
    number: int = 0

    @property
    def label(self) -> str:
        """The posting's name in messages and in the manifest."""
        return f"{self.path.name}#{self.number}" if self.number else self.path.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All postings that could be read, and the faults of the files that could not."""

    sources: tuple[Source, ...]
    faults: tuple[Fault, ...]


def gather(paths: Sequence[Path]) -> Gathered:
    """Posting files, in the order given, into sources; a posting that a record names is built through it."""
    sources: list[Source] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            sources += read_source(path)
        except InputError as error:
            faults += error.faults
    held = {file for source in sources for file, _ in source.files if file != source.path.resolve()}
    kept = [source for source in sources if source.path.resolve() not in held]
    return Gathered(sources=tuple(kept), faults=tuple(faults))


def read_source(path: Path, data: bytes | None = None) -> tuple[Source, ...]:
    """A posting file, or a record with the posting it holds or names, into its sources; raises InputError.

    `data` are the bytes when they came from somewhere else (standard input).
    """
    from tailor.pages import read_pages  # noqa: PLC0415 - heavy imports late
    from tailor.record import read_record  # noqa: PLC0415 - as above

    data = read_input(path, "posting") if data is None else data
    pages = read_pages(data, str(path))
    files = ((path.resolve(), digest(data)),)
    if len(pages) == 1 and (record := read_record(pages[0])):
        return (_recorded(path, pages[0], record, files),)
    return tuple(
        _source(path, page, None, files, number) for number, page in enumerate(pages, start=len(pages) > 1)
    )


def _recorded(path: Path, page: Page, record: Record, files: tuple[tuple[Path, str], ...]) -> Source:
    """The source of a record: the posting it names in its front matter, else the one it holds."""
    if not record.posting:
        return _source(path, page, record, files)
    from tailor.pages import read_pages  # noqa: PLC0415 - heavy imports late

    named = path.parent / record.posting
    if not named.is_file():
        raise fault(str(path), f"`posting: {record.posting}` is not beside it", "check the file's name")
    data = read_input(named, "posting")
    held = read_pages(data, str(named))
    if len(held) != 1:
        raise fault(str(named), f"holds {len(held)} postings, and a record is for one", "split the file")
    return _source(path, held[0], record, (*files, (named.resolve(), digest(data))))


def _source(
    path: Path, page: Page, record: Record | None, files: tuple[tuple[Path, str], ...], number: int = 0
) -> Source:
    from tailor.posting import read_posting  # noqa: PLC0415 - heavy imports late

    reading = read_posting(page)
    return Source(path=path, page=page, reading=reading, record=record, files=files, number=number)
