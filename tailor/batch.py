"""Many postings: which are stale, making them one after another or in several processes, writing what was made."""

import signal
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tailor.errors import MachineError, TailorError
from tailor.model.document import DocumentKind, Format
from tailor.model.letter import Draft
from tailor.model.profile import Profile
from tailor.tailoring import (
    Application,
    Made,
    Subject,
    Tools,
    Wish,
    lacking_for_pdf,
    make_documents,
    receipt,
    tailor_posting,
    wished,
)
from tailor.workspace import manifest
from tailor.workspace.delivery import Delivered, deliver
from tailor.workspace.placing import read_from
from tailor.workspace.sources import Source
from tailor.workspace.writing import digest

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

BUG = 70
"""The exit code of a fault in the product itself (EX_SOFTWARE of sysexits.h)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One application to be made: its posting, the profile's file, what is wanted, and the folder it goes to.

    `inputs` are the files it is made from, by name, with the SHA-256 of their bytes; `draft` is the letter's draft
    where the person edited it.
    """

    source: Source
    profile: Path
    wish: Wish
    formats: tuple[Format, ...]
    kinds: tuple[DocumentKind, ...]
    folder: Path
    inputs: tuple[tuple[str, str], ...]
    draft: Draft | None = None

    @property
    def edited(self) -> str:
        """The SHA-256 of the edited draft; empty where the letter is as generated."""
        return digest(self.draft.content) if self.draft else ""

    @property
    def key(self) -> str:
        """One digest of everything that what is made depends on."""
        return manifest.key_of(dict(self.inputs), self.options)

    @property
    def options(self) -> dict[str, str]:
        """What was wished for, as text by name; the workspace's own place is no wish."""
        return {**wished(self.wish), "formats": ",".join(self.formats)}

    @property
    def person(self) -> "Person":
        """The profile's file and the language asked for, as it is written; empty leaves that to the profile."""
        recorded = self.source.record.lang if self.source.record else None
        return self.profile, self.wish.lang or recorded or ""

    def subject(self, profile: Profile) -> Subject:
        """What the application is about, once the profile is read."""
        source = self.source
        return Subject.of(source.page, source.reading, source.record, profile)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why an application was not made: the message, the exit code, and for a bug where it happened."""

    message: str
    code: int
    trace: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an order: the application and its documents, or why there are none."""

    order: Order
    application: Application | None = None
    made: Made | None = None
    failure: Failure | None = None


Person = tuple[Path, str]
"""Whose documents, and in which language: a profile is read once for each."""

Profiles = Mapping[Person, Profile]
"""The profiles of orders, by their files and languages."""


def stale_because(order: Order) -> str:
    """Why an application has to be made, in a few words; empty when its folder holds everything already."""
    kept = manifest.read_manifest(order.folder)
    if not kept.get("key"):
        return "not made yet"
    inputs = kept.get("inputs")
    before = inputs if isinstance(inputs, dict) else {}
    now = dict(order.inputs)
    changed = [name for name in now if now[name] not in before.values()]
    if changed or len(before) != len(now):
        return f"{changed[0]} changed" if changed else "its files changed"
    if kept.get("options") != order.options:
        return "other options"
    if kept.get("key") != order.key:
        return "another version of tailor or its libraries"
    lost = _outputs_lost(order, kept)
    if not lost and str(manifest.draft_told(kept).get("edited") or "") != order.edited:
        return f"{manifest.DRAFT} was edited" if order.draft else f"{manifest.DRAFT} is the generated one again"
    return lost


def make(orders: Sequence[Order], profiles: Profiles, tools: Tools, *, jobs: int = 1) -> Iterator[Outcome]:
    """Orders into outcomes, in their order; with `jobs` over one, in that many processes.

    Raises `MachineError` when a process was killed from outside.
    """
    if jobs <= 1 or len(orders) <= 1:
        yield from (make_one(order, profiles[order.person], tools) for order in orders)
        return
    given = (dict(profiles), tools.fresh())
    with processes(min(jobs, len(orders)), _start_worker, given) as pool:
        for order, outcome in zip(orders, pool.map(_make_in_worker, orders), strict=True):
            yield replace(outcome, order=order)  # what comes back from a process is a copy


@contextmanager
def processes(jobs: int, start: Callable[..., None], given: tuple[Any, ...]) -> "Iterator[ProcessPoolExecutor]":
    """So many processes, each begun with `start`; raises `MachineError` when one was killed from outside."""
    import multiprocessing  # noqa: PLC0415 - one process needs none of it
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above

    # Spawned, not forked: the same on every system, and safe beside the threads of numerical libraries.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(start, given))
    try:
        yield pool
    except BrokenProcessPool as error:
        message = "a process was ended from outside, perhaps for want of memory (try fewer with --jobs)"
        raise MachineError(message) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def make_one(order: Order, profile: Profile, tools: Tools) -> Outcome:
    """One order into its outcome; nothing that goes wrong with it stops the others."""
    try:
        application = tailor_posting(order.subject(profile), tools, wish=order.wish, draft=order.draft)
        made = make_documents(application, order.kinds, order.formats, tools, wish=order.wish)
    except TailorError as error:
        return Outcome(order=order, failure=Failure(message=str(error), code=error.exit_code))
    except Exception as error:  # noqa: BLE001 - a bug met in one posting leaves the others to be made
        failure = Failure(message=f"{type(error).__name__}: {error}", code=BUG, trace=traceback.format_exc())
        return Outcome(order=order, failure=failure)
    return Outcome(order=order, application=application, made=made)


def write(outcome: Outcome) -> Delivered:
    """Write an outcome's documents and its manifest; files that the user edited stay.

    When the order was for some of the documents only, the last build's manifest stays.
    """
    order, application, made = outcome.order, outcome.application, outcome.made
    if application is None or made is None:
        return Delivered()
    whole = "gaps" in order.kinds
    values = manifest_of(order, application, made) if whole else {**_place_of(order), **_day_of(order)}
    return deliver(order.folder, made.documents, values, whole=whole)


def manifest_of(order: Order, application: Application, made: Made) -> dict[str, Any]:
    """Everything that a whole build's manifest tells: what went in, why each line is there, what came out."""
    return {
        **_place_of(order),
        **_day_of(order),
        "key": order.key,
        "inputs": dict(order.inputs),
        "options": order.options,
        "versions": manifest.versions(),
        "product": manifest.product_digest(),
        "format": order.source.page.decided,
        "lacking": made.lacking,
        "unprinted": list(made.unprinted),
        "undrafted": made.undrafted,
        **receipt(application, made),
        "letter_draft": {"edited": order.edited},
        "outputs": [
            {"name": each.name, "kind": each.kind, "format": each.format, "sha256": digest(each.content)}
            for each in made.documents
        ],
    }


def _place_of(order: Order) -> dict[str, Any]:
    """What tells whose application a folder holds."""
    names = [name for name, _ in order.inputs]
    return {"posting": order.source.label, "read": read_from(order.source, order.profile, names)}


def _day_of(order: Order) -> dict[str, Any]:
    """The date of the documents, which later ones keep."""
    return {"made": order.wish.today.isoformat()}


def _outputs_lost(order: Order, kept: Mapping[str, Any]) -> str:
    """What is not there as the last build left it, the user's own edits aside."""
    for name, state in manifest.output_states(order.folder, kept).items():
        if state in ("missing", "made since"):
            return f"{name} is missing" if state == "missing" else f"{name} was made alone since"
    return "the PDFs can be made now" if kept.get("lacking") and not lacking_for_pdf() else ""


_WORKER: list[tuple[Profiles, Tools]] = []
"""The profiles and tools of a worker process: made once, used for every order it is given."""


def _start(start: Callable[..., None], given: tuple[Any, ...]) -> None:
    # Ctrl-C reaches every process of the terminal; the first one answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start(*given)


def _start_worker(profiles: Profiles, tools: Tools) -> None:
    _WORKER[:] = [(profiles, tools)]


def _make_in_worker(order: Order) -> Outcome:
    profiles, tools = _WORKER[0]
    return make_one(order, profiles[order.person], tools)
