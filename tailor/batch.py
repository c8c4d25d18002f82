"""Many postings: which are stale, making them one after another or in several processes, writing what was made."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from tailor.errors import TailorError
from tailor.model.document import DocumentKind, Format
from tailor.tailoring import Application, Made, Subject, Tools, Wish, make_documents, receipt, tailor_posting
from tailor.workspace import manifest
from tailor.workspace.names import folder_name, mark, slug
from tailor.workspace.sources import Source
from tailor.workspace.writing import digest, write_file, write_kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One application to be made: what it is about, what is wanted, and the folder it goes to."""

    source: Source
    subject: Subject
    wish: Wish
    formats: tuple[Format, ...]
    kinds: tuple[DocumentKind, ...]
    folder: Path
    inputs: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        """One digest of everything that what is made depends on."""
        return manifest.key_of(dict(self.inputs), self.options)

    @property
    def options(self) -> dict[str, str]:
        """What was wished for, as text by name; the workspace's own place is no wish."""
        wished = {each.name: getattr(self.wish, each.name) for each in fields(Wish) if each.name != "workspace"}
        kept = {name: str(value) for name, value in wished.items() if value not in (None, ())}
        return {**kept, "formats": ",".join(self.formats)}

    @property
    def fresh(self) -> bool:
        """Whether the folder holds everything already, made from just these inputs."""
        return manifest.fresh(self.folder, self.key, manifest.read_manifest(self.folder))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an order: the application and its documents, or the error that stopped it."""

    order: Order
    application: Application | None = None
    made: Made | None = None
    error: TailorError | None = None


def folders_for(sources: Sequence[Source], profiles: Sequence[Path], out: Path) -> tuple[Path, ...]:
    """Each source with its profile's file into its folder `out/PROFILE/COMPANY-POSITION`.

    Two postings of one name get folders of their own: the one that the folder's manifest names keeps it, else the
    first by file name; the others' folders end in a mark of their file's name.
    """
    plain = [_plain_folder(source, profile, out) for source, profile in zip(sources, profiles, strict=True)]
    chosen: list[Path] = []
    for source, folder in zip(sources, plain, strict=True):
        rivals = sorted(other.label for other, place in zip(sources, plain, strict=True) if place == folder)
        owner = str(manifest.read_manifest(folder).get("posting", "")) or rivals[0]
        chosen.append(folder if source.label == owner else folder.with_name(f"{folder.name}-{mark(source.label)}"))
    return tuple(chosen)


def make(orders: Sequence[Order], tools: Tools, *, jobs: int = 1) -> Iterator[Outcome]:
    """Orders into outcomes, in their order; with `jobs` over one, in that many processes."""
    if jobs <= 1 or len(orders) <= 1:
        yield from (_make_one(order, tools) for order in orders)
        return
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(tools.cache, tuple(tools.extra))) as pool:
        yield from pool.map(_make_in_worker, orders)


def write(outcome: Outcome) -> tuple[Path, ...]:
    """Write an outcome's documents and then its manifest; the paths written, edited files kept beside."""
    order, application, made = outcome.order, outcome.application, outcome.made
    if application is None or made is None:
        return ()
    kept = manifest.read_manifest(order.folder)
    before = manifest.made_before(kept)
    written = tuple(
        write_kept(order.folder / document.name, document.content, made=before.get(document.name))
        for document in made.documents
    )
    values = _manifest(order, application, made)
    write_file(order.folder / manifest.NAME, manifest.manifest_bytes(values))
    for name in sorted(set(before) - {document.name for document in made.documents}):
        _remove_old(order.folder / name, before[name])
    return written


def _make_one(order: Order, tools: Tools) -> Outcome:
    try:
        application = tailor_posting(order.subject, tools, wish=order.wish)
        made = make_documents(application, order.kinds, order.formats, tools, wish=order.wish)
    except TailorError as error:
        return Outcome(order=order, error=error)
    return Outcome(order=order, application=application, made=made)


_WORKER: list[Tools] = []
"""The tools of a worker process: made once, used for every order it is given."""


def _start_worker(cache: Path | None, extra: tuple[Path, ...]) -> None:
    _WORKER[:] = [Tools(cache=cache, extra=extra)]


def _make_in_worker(order: Order) -> Outcome:
    return _make_one(order, _WORKER[0])


def _plain_folder(source: Source, profile: Path, out: Path) -> Path:
    facts = source.reading.facts
    name = folder_name(facts.company or "", facts.title or "", source.path.stem)
    return out / (slug(profile.stem) or "profile") / name


def _manifest(order: Order, application: Application, made: Made) -> dict[str, Any]:
    return {
        "posting": order.source.label,
        "made": order.wish.today.isoformat(),
        "key": order.key,
        "inputs": dict(order.inputs),
        "options": order.options,
        "versions": manifest.versions(),
        "product": manifest.product_digest(),
        "format": order.source.page.decided,
        **receipt(application, made),
        "outputs": [
            {"name": each.name, "kind": each.kind, "format": each.format, "sha256": digest(each.content)}
            for each in made.documents
        ],
    }


def _remove_old(path: Path, made: str) -> None:
    """Remove a document that is no longer made under this name, unless the user edited it."""
    if path.is_file() and digest(path.read_bytes()) == made:
        path.unlink()


def inputs_of(
    source: Source, profile: Path, *, root: Path | None, extra: Mapping[str, bytes]
) -> tuple[tuple[str, str], ...]:
    """Name -> SHA-256 of every file that an application is made from; names are relative to the workspace."""
    named = [(_name(path, root), sha) for path, sha in source.files]
    named.append((_name(profile.resolve(), root), digest(profile.read_bytes())))
    named += [(name, digest(content)) for name, content in sorted(extra.items())]
    return tuple(dict(named).items())


def _name(path: Path, root: Path | None) -> str:
    if root and path.is_relative_to(root.resolve()):
        return path.relative_to(root.resolve()).as_posix()
    return path.name
