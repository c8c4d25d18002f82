"""The postings that `tailor gaps` is asked about: files, folders, JSON-lines files, standard input, or all."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from tailor.cli.context import STANDARD_INPUT, Desk
from tailor.cli.output import say, say_faults
from tailor.errors import ChoiceError, Fault, InputError, fault
from tailor.survey import Task
from tailor.workspace.alike import twins_among
from tailor.workspace.rows import are_rows, is_rows, numbered, rows_of
from tailor.workspace.sources import Source

_COMPARED = 200
"""Files of which each is compared with all others; of more, only postings of the same words count once."""

_MANY = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """The postings of one person: those that are read already, and streams of rows; what could not be read."""

    profile: Path
    sources: tuple[Source, ...]
    rows: tuple[Path, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def count(self) -> int:
        """How many there are, or a number beyond any that is told in full, where nobody has counted."""
        return _MANY if self.rows else len(self.sources)

    def tasks(self) -> Iterator[Task]:
        """Each posting as a task, the rows read one by one."""
        texts = {source.page.source: source.page.text for source in self.sources}
        twins = twins_among(texts) if len(texts) <= _COMPARED else {}
        for source in self.sources:
            name = source.page.source
            yield Task(name=name, source=source, twin=twins.get(name, ""))
        yield from chain.from_iterable(map(_rows, self.rows))


def asked_postings(desk: Desk, named: Sequence[Path], asked: str | None) -> Postings:
    """What the command line names, or all of the workspace, as postings of one person.

    Faults of files are said. ChoiceError where the postings are for several people and none is asked for; without
    a name on the command line, postings whose record is for somebody else are left out.
    """
    files = [file for path in named for file in _files(path)]
    rows = [path for path in files if path == STANDARD_INPUT or is_rows(path)]
    others = [path for path in files if path not in rows]
    gathered = desk.sources(others) if others or not named else None
    sources, faults = (gathered.sources, gathered.faults) if gathered else ((), ())
    if gathered and not sources and not rows:
        raise InputError(faults)
    say_faults(faults)
    if not named and asked:
        sources = _own(desk, sources, asked)
    return Postings(profile=_profile(desk, sources, asked), sources=sources, rows=tuple(rows), faults=faults)


def _files(path: Path) -> list[Path]:
    """A path into itself, a folder into the files in it; InputError where it holds none."""
    if not path.is_dir():
        return [path]
    files = sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
    if not files:
        raise fault(str(path), "there is no posting in this folder", "drop a job posting into it, any format")
    return files


def _own(desk: Desk, sources: Sequence[Source], asked: str) -> tuple[Source, ...]:
    """The sources that are not somebody else's by their record."""
    wanted = desk.profile_path(None, asked).resolve()
    own = [one for one in sources if not _recorded(one) or desk.profile_path(one, None).resolve() == wanted]
    left = len(sources) - len(own)
    if left:
        say(f"{left} postings are for somebody else by their records: left out (name them to have them in)")
    if not own:
        raise ChoiceError(f"no posting of this workspace is for {asked} (name the postings)")
    return tuple(own)


def _recorded(source: Source) -> bool:
    return bool(source.record and source.record.profile)


def _profile(desk: Desk, sources: Sequence[Source], asked: str | None) -> Path:
    people = {desk.profile_path(source, asked) for source in sources} or {desk.profile_path(None, asked)}
    if len(people) != 1:
        names = ", ".join(sorted(path.stem for path in people))
        raise ChoiceError(f"these postings are for several profiles: {names} (choose one with --profile)")
    return people.pop()


def _rows(path: Path) -> Iterator[Task]:
    """The rows of a file, or of standard input, which may be one posting in any other format."""
    if path != STANDARD_INPUT:
        yield from (Task(name=name, row=row) for name, row in rows_of(path))
        return
    stream = sys.stdin.buffer
    name = "standard-input"
    head = [stream.readline(), stream.readline()]
    if are_rows(head):
        yield from (Task(name=each, row=row) for each, row in numbered(chain(head, stream), name))
    else:
        yield Task(name=name, row=b"".join([*head, stream.read()]), in_rows=False)
