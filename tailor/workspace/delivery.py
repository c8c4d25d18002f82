"""Documents into an application's folder: ours are replaced, what the user edited stays, a kill loses nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tailor.model.document import Document
from tailor.workspace import manifest
from tailor.workspace.drafts import settle
from tailor.workspace.writing import digest, read_bytes, write_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """The paths written; `beside` pairs each file that the user edited with the new one beside it."""

    paths: tuple[Path, ...] = ()
    beside: tuple[tuple[Path, Path], ...] = ()


def deliver(folder: Path, documents: Sequence[Document], values: Mapping[str, Any], *, whole: bool) -> Delivered:
    """Write documents and the manifest `values`; a file whose bytes we never wrote there is the user's and stays.

    The new version of such a file stands beside it, with `.new` before its ending. `whole` documents are all there
    are: of the last build's, those not made again are removed. Otherwise the last build's manifest stays, and only
    remembers what was written since. Raises `MachineError` with what the disk refused.
    """
    kept = manifest.read_manifest(folder)
    settled = settle(folder, kept, documents)
    known = {name: set(shas) for name, shas in manifest.ours(kept).items()}
    before = sorted(known)
    for each in settled.documents:
        known.setdefault(each.name, set()).add(digest(each.content))
    # Told before it is done: after a kill, the next build still knows its own half from the user's.
    ours = {name: sorted(known[name]) for name in sorted(known)}
    pending = {**({} if whole else values), **kept, "ours": ours}
    write_file(folder / manifest.NAME, manifest.manifest_bytes(pending))
    done = [
        (folder / each.name, _write(folder / each.name, each.content, known[each.name]))
        for each in settled.documents
    ]
    _conclude(folder, pending, values, settled.told, whole=whole)
    made = {each.name for each in (*documents, *settled.documents)}
    for name in (*settled.gone, *(before if whole else ())):
        if name not in made:
            _remove_ours(folder / name, known.get(_origin(name), set()))
    beside = tuple((wanted, path) for wanted, path in done if path != wanted)
    return Delivered(paths=tuple(path for _, path in done), beside=beside)


def _conclude(
    folder: Path, pending: Mapping[str, Any], values: Mapping[str, Any], told: Mapping[str, Any], *, whole: bool
) -> None:
    """Write the manifest as it stays; of documents made alone, it only tells what it tells of the draft."""
    final = values if whole else pending
    edited = {"edited": manifest.draft_told(final).get("edited", "")}
    draft = {"letter_draft": {**told, **edited}} if told else {}
    if whole or draft:
        write_file(folder / manifest.NAME, manifest.manifest_bytes({**final, **draft}))


def _origin(name: str) -> str:
    """The document that a file beside it is a version of."""
    return name.replace(".new.", ".")


def _write(wanted: Path, content: bytes, ours: set[str]) -> Path:
    """Write a document under its own name, or under the first one beside it that no file of the user's has."""
    path, number = wanted, 0
    while path.exists() and digest(read_bytes(path)) not in ours:
        number += 1
        path = _aside(wanted, number)
    write_file(path, content)
    if path == wanted:
        _remove_ours(_aside(wanted, 1), ours)
    return path


def _aside(wanted: Path, number: int) -> Path:
    return wanted.with_name(f"{wanted.stem}.new{number if number > 1 else ''}{wanted.suffix}")


def _remove_ours(path: Path, ours: set[str]) -> None:
    """Remove a document that is no longer made under this name, unless the user edited it."""
    if path.is_file() and digest(read_bytes(path)) in ours:
        path.unlink()
