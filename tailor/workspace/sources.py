"""Postings with their records: which files belong together, and what they say."""

import contextlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
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

    `files` are paths with the SHA-256 of their bytes; the file that was named stands first. `number` counts the
    postings of one file from one, 0 when it holds just one. `faults` are those of the record, where the posting is
    shown all the same.
    """

    path: Path
    page: Page
    reading: Reading
    record: Record | None
    files: tuple[tuple[Path, str], ...]
    number: int = 0
    faults: tuple[Fault, ...] = ()

    @property
    def label(self) -> str:
        """The posting's name in messages and in the manifest."""
        name = self.path.name.encode("utf-8", "replace").decode()
        return f"{name}#{self.number}" if self.number else name

    @property
    def names(self) -> frozenset[str]:
        """The label, and the names of all files that the posting came from."""
        return frozenset({self.label, *(file.name for file, _ in self.files)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All postings that could be read, and the faults of the files that could not."""

    sources: tuple[Source, ...]
    faults: tuple[Fault, ...]


def gather(paths: Sequence[Path], beside: Sequence[Path] = ()) -> Gathered:
    """Posting files, in the order given and each once, into sources; the faults of those that cannot be read.

    A posting that a record names is built through it: a record among `paths`, or else one `beside` them.
    """
    sources: list[Source] = []
    faults: list[Fault] = []
    for path in {path.resolve(): path for path in paths}.values():
        try:
            sources += read_source(path)
        except InputError as error:
            faults += error.faults
    bare = [source for source in sources if not source.record and not source.number]
    held = {file.resolve() for source in sources for file, _ in source.files[1:]}
    held -= {source.path.resolve() for source in sources if len(source.files) > 1}  # records that name each other
    through = {id(source): _through_record(source, beside) for source in bare}
    kept = [through.get(id(source), source) for source in sources if source.path.resolve() not in held]
    # Two bare postings may stand in one record's place.
    once = {(source.path.resolve(), source.number): source for source in kept}
    return Gathered(sources=tuple(once.values()), faults=tuple(faults))


def read_source(
    path: Path, data: bytes | None = None, *, name: str | None = None, lenient: bool = False, job: int = 1
) -> tuple[Source, ...]:
    """A posting file, or a record with the posting it holds or names, into its sources; raises InputError.

    `data` are the bytes when they came from somewhere else (standard input); `name` is what the file is called in
    documents and messages [default: its path]. `lenient` reads the posting of a record whose front matter has
    faults, and keeps them: who only looks at a posting decides nothing. Of several jobs the `job`-th is read.
    """
    from tailor.pages import read_pages  # noqa: PLC0415 - heavy imports late
    from tailor.record import read_record  # noqa: PLC0415 - as above

    data = read_input(path, "posting") if data is None else data
    pages = read_pages(data, name or str(path), job=job)
    files = ((path, digest(data)),)
    try:
        if len(pages) == 1 and (record := read_record(pages[0])):
            return (_recorded(path, pages[0], record, files, job),)
    except InputError as error:
        if not lenient:
            raise
        return (replace(_source(path, pages[0], None, files, job=job), faults=tuple(error.faults)),)
    return tuple(
        _source(path, page, None, files, number, job=job)
        for number, page in enumerate(pages, start=len(pages) > 1)
    )


def _recorded(path: Path, page: Page, record: Record, files: tuple[tuple[Path, str], ...], job: int) -> Source:
    """The source of a record: the posting it names in its front matter, else the one it holds."""
    if not record.posting:
        return _source(path, page, record, files, job=job)
    from tailor.pages import read_pages  # noqa: PLC0415 - heavy imports late

    named, shown = path.parent / record.posting, str(Path(page.source).parent / record.posting)
    if not os.path.isfile(named):  # noqa: PTH113 - a name too long for the disk is no file, and no error
        remedy = "write the name of a file beside the record"
        raise fault(page.source, f"`posting: {record.posting}` is not there: no file {shown}", remedy)
    if named.resolve() == path.resolve():
        raise fault(page.source, "`posting:` names this record itself", "name the file with the posting in it")
    data = read_input(named, "posting")
    held = read_pages(data, shown, job=job)
    if len(held) != 1:
        raise fault(shown, f"holds {len(held)} postings, and a record is for one", "split the file")
    return _source(path, held[0], record, (*files, (named, digest(data))), job=job)


_FRONT = 4096
"""Bytes at the beginning of a record in which its front matter names the posting."""


def _through_record(source: Source, beside: Sequence[Path]) -> Source:
    """A bare posting as the source of the record that names it, if one of the files beside it does."""
    name = source.path.name.encode("utf-8", "replace")
    for path in beside:
        if path.parent.resolve() != source.path.resolve().parent or path.name == source.path.name:
            continue
        with path.open("rb") as stream:
            front = stream.read(_FRONT)
        if b"posting:" not in front or name not in front:
            continue
        with contextlib.suppress(InputError):
            for found in read_source(path):
                if source.path.resolve() in {file.resolve() for file, _ in found.files[1:]}:
                    return found
    return source


def _source(  # noqa: PLR0913 - the parts of a source, one each
    path: Path,
    page: Page,
    record: Record | None,
    files: tuple[tuple[Path, str], ...],
    number: int = 0,
    *,
    job: int,
) -> Source:
    from tailor.posting import read_posting  # noqa: PLC0415 - heavy imports late

    reading = read_posting(page, job=job)
    return Source(path=path, page=page, reading=reading, record=record, files=files, number=number)
