"""Postings of one person into one gap report, however many: read, judged and summed up one after the other."""

import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tailor.batch import BUG, Failure, processes
from tailor.errors import TailorError, fault
from tailor.model.gaps import GapReport, PostingGaps
from tailor.model.profile import Profile
from tailor.tailoring import Judge, Subject, Tools, Wish, asked_language
from tailor.workspace.sources import Source, read_source

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tailor.gaps import Judged

_AT_ONCE = 8
"""Postings that a process is given at a time."""

_AHEAD = 4
"""Such lots in each process's queue; more would only take memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A posting to be judged: one that is read already, or bytes, a row of JSON lines or (not `in_rows`) a file.

    `twin` is the name of a posting that it is next to the same as: that one counts for both.
    """

    name: str
    source: Source | None = None
    row: bytes = b""
    in_rows: bool = True
    twin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """How postings are judged: for whom (the profile in each language asked for), with which tools and wish.

    Resumes are fitted to their pages by a layout engine if they are to be `measured`. Of `most` postings, those
    that fit best, the report tells the details; of all if it is None. `jobs` is the number of processes.
    """

    profiles: Mapping[str | None, Profile]
    tools: Tools
    wish: Wish
    measured: bool = True
    most: int | None = None
    jobs: int = 1

    @property
    def profile(self) -> Profile:
        """The profile in the language that no record changes."""
        return self.profiles[asked_language(None, self.wish)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What became of a task: the postings that it holds, judged, or why there is none."""

    task: Task
    judged: "tuple[Judged, ...]" = ()
    failure: Failure | None = None


Told = Callable[[PostingGaps, bool], None]
"""What is done with each posting's gaps; whether it counts, or says the same as one before."""


def survey(
    tasks: Iterable[Task], how: Survey, *, told: Told | None = None, failed: Callable[[Found], None] | None = None
) -> tuple[GapReport, int]:
    """Tasks into one gap report, in constant memory, and the number of those that could not be judged.

    Each posting's gaps are `told` as they are found, each failure goes to `failed`.
    """
    from tailor.gaps import Tally  # noqa: PLC0415 - heavy imports late

    tally, failures = Tally(most=how.most), 0
    for found in judged_all(tasks, how):
        if found.failure:
            failures += 1
            if failed:
                failed(found)
        for judged in found.judged:
            counts = not found.task.twin and tally.add(judged)
            if found.task.twin:
                tally.add_twin(judged.gaps.posting, found.task.twin)
            if told:
                told(judged.gaps, counts)
    profile = how.profile
    return tally.report(profile, Judge.of(profile, how.tools, how.wish, measured=False).bench), failures


def judged_all(tasks: Iterable[Task], how: Survey) -> Iterator[Found]:
    """Tasks into what became of them, in their order, one lot after the other."""
    if how.jobs <= 1:
        desk = _Bench(how)
        yield from (desk.found(task) for task in tasks)
        return
    given = Survey(profiles=dict(how.profiles), tools=how.tools.fresh(), wish=how.wish, measured=how.measured)
    with processes(how.jobs, _start_worker, (given,)) as pool:
        waiting: deque[Future[list[Found]]] = deque()
        for lot in _lots(tasks):
            waiting.append(pool.submit(_judge_in_worker, lot))
            if len(waiting) >= how.jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


class _Bench:
    """Judges in one process, one judge for each language of the profile."""

    def __init__(self, how: Survey) -> None:
        self._how = how
        self._judges: dict[str | None, Judge] = {}

    def found(self, task: Task) -> Found:
        """A task into what became of it; nothing that goes wrong with it stops the others."""
        bare = Task(name=task.name, twin=task.twin)  # what is read is not needed any more
        try:
            return Found(task=bare, judged=tuple(self._judged(source) for source in _read(task)))
        except TailorError as error:
            return Found(task=bare, failure=Failure(message=str(error), code=error.exit_code))
        except Exception as error:  # noqa: BLE001 - a bug met in one posting leaves the others to be judged
            failure = Failure(message=f"{type(error).__name__}: {error}", code=BUG, trace=traceback.format_exc())
            return Found(task=bare, failure=failure)

    def _judged(self, source: Source) -> "Judged":
        how = self._how
        lang = asked_language(source.record, how.wish)
        profile = how.profiles[lang]
        if lang not in self._judges:
            self._judges[lang] = Judge.of(profile, how.tools, how.wish, measured=how.measured)
        return self._judges[lang].judged(Subject.of(source.page, source.reading, source.record, profile))


def _read(task: Task) -> tuple[Source, ...]:
    if task.source:
        return (task.source,)
    sources = read_source(Path(task.name), task.row, name=task.name)
    if task.in_rows and any(source.page.format != "JSON" for source in sources):
        raise fault(task.name, "this row is no JSON object", "write one object per line")
    return sources


def _lots(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    rest = iter(tasks)
    while lot := list(islice(rest, _AT_ONCE)):
        yield lot


_WORKER: list[_Bench] = []
"""What a worker process judges with: made once, used for every posting it is given."""


def _start_worker(how: Survey) -> None:
    _WORKER[:] = [_Bench(how)]


def _judge_in_worker(tasks: list[Task]) -> list[Found]:
    return [_WORKER[0].found(task) for task in tasks]
