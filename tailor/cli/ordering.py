"""Words of the command line into orders: which posting for which profile, in which look, to which folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from tailor.batch import Order, folders_for, inputs_of
from tailor.cli.context import Desk, read_profile_file
from tailor.errors import ChoiceError, Fault, InputError
from tailor.model.document import DocumentKind, Format
from tailor.model.profile import Profile
from tailor.tailoring import EVERYTHING, USUAL_FORMATS, Subject, Wish
from tailor.workspace import manifest
from tailor.workspace.sources import Source

_WORKSPACE_FILES = ("tailor.yaml", "skills.yaml")
"""Files of the workspace that every application depends on."""


def orders_for(
    desk: Desk,
    sources: Sequence[Source],
    words: dict[str, Any],
    *,
    kinds: Sequence[DocumentKind] = EVERYTHING,
) -> tuple[list[Order], list[Fault]]:
    """Sources into orders, and the faults of profiles that could not be read.

    `words` are the command line's: profile, out, formats, as_of, and the options of the look.
    """
    profiles: dict[Path, Profile | None] = {}
    faults: list[Fault] = []
    kept: list[tuple[Source, Path]] = []
    for source in sources:
        path = desk.profile_path(source, words.get("profile"))
        if path not in profiles:
            profiles[path] = _read(path, faults)
        if profiles[path]:
            kept.append((source, path))
    folders = folders_for(
        [source for source, _ in kept], [path for _, path in kept], out_folder(desk, words.get("out"))
    )
    orders = []
    for (source, path), folder in zip(kept, folders, strict=True):
        profile = profiles[path]
        if profile is not None:
            orders.append(_order(desk, source, (path, profile), folder, words=words, kinds=tuple(kinds)))
    return orders, faults


def out_folder(desk: Desk, out: Path | None) -> Path:
    """Where output goes: as asked, else the workspace's `out/`, else `out/` here."""
    return out or ((desk.root or Path.cwd()) / "out")


def formats_from(desk: Desk, formats: str | None) -> tuple[Format, ...]:
    """The formats asked for, else the settings', else the usual; ChoiceError names those there are."""
    asked = [word.strip().lower() for word in formats.split(",")] if formats else list(desk.settings.formats)
    known = get_args(Format)
    for word in asked:
        if word not in known:
            raise ChoiceError(f"there is no format {word!r} (choose from {', '.join(known)})")
    return tuple(each for each in known if each in asked) or USUAL_FORMATS


def _order(  # noqa: PLR0913 - an order is made of all that a posting and its user say
    desk: Desk,
    source: Source,
    person: tuple[Path, Profile],
    folder: Path,
    *,
    words: dict[str, Any],
    kinds: tuple[DocumentKind, ...],
) -> Order:
    path, profile = person
    subject = Subject(page=source.page, reading=source.reading, record=source.record, profile=profile)
    made = str(manifest.read_manifest(folder).get("made", ""))
    wish = desk.wish(words, as_of=words.get("as_of"), kept=made)
    return Order(
        source=source,
        subject=subject,
        wish=wish,
        formats=formats_from(desk, words.get("formats")),
        kinds=kinds,
        folder=folder,
        inputs=inputs_of(source, path, root=desk.root, extra=_extra(desk, subject, wish)),
    )


def _extra(desk: Desk, subject: Subject, wish: Wish) -> dict[str, bytes]:
    """The workspace's other files that an application depends on: settings, own skills, own theme."""
    if desk.root is None:
        return {}
    found = {name: (desk.root / name).read_bytes() for name in _WORKSPACE_FILES if (desk.root / name).is_file()}
    from tailor.tailoring import style_for  # noqa: PLC0415 - heavy imports late

    theme = desk.root / "templates" / style_for(subject, wish).theme
    if theme.is_dir():
        found[f"templates/{theme.name}"] = manifest.tree_digest([theme]).encode()
    return found


def _read(path: Path, faults: list[Fault]) -> Profile | None:
    try:
        return read_profile_file(path)
    except InputError as error:
        faults += error.faults
        return None


__all__ = ["formats_from", "orders_for", "out_folder"]
