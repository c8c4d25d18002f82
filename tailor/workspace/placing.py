"""Where an application goes, and the names of what it is made from."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tailor.workspace.folders import read_input
from tailor.workspace.manifest import read_manifest
from tailor.workspace.names import folder_name, mark, person_folder
from tailor.workspace.photos import photo_of
from tailor.workspace.sources import Source
from tailor.workspace.writing import digest


def folders_for(sources: Sequence[Source], profiles: Sequence[Path], out: Path) -> tuple[Path, ...]:
    """Each source with its profile's file into its folder `out/PROFILE/COMPANY-POSITION`.

    Two postings of one name get folders of their own: the one that the folder's manifest names keeps it (a record
    that came later takes over its posting's), else the first by file name; the others' folders end in a mark of
    their file's name.
    """
    plain = [_plain_folder(source, profile, out) for source, profile in zip(sources, profiles, strict=True)]
    rivals: dict[Path, list[str]] = {}
    for source, folder in zip(sources, plain, strict=True):
        rivals.setdefault(folder, []).append(source.label)
    owners = {
        folder: str(read_manifest(folder).get("posting", "")) or min(labels) for folder, labels in rivals.items()
    }
    chosen: list[Path] = []
    for source, folder in zip(sources, plain, strict=True):
        marked = [
            folder.with_name(f"{folder.name}-{mark(said)}") for said in (source.label, source.path.as_posix())
        ]
        places = [folder, *marked] if owners[folder] in source.names else marked
        chosen.append(next((place for place in places if place not in chosen), places[-1]))
    return tuple(chosen)


def inputs_of(
    source: Source, profile: Path, *, root: Path | None, extra: Mapping[str, bytes]
) -> tuple[tuple[str, str], ...]:
    """Name -> SHA-256 of every file that an application is made from: posting, profile, its photo, then others.

    Names are relative to the workspace, or as given for files outside it.
    """
    named = [(_name(path, root), sha) for path, sha in source.files]
    whole = read_input(profile, "profile")
    named.append((_name(profile, root), digest(whole)))
    if photo := photo_of(whole, root):
        named.append((_name(photo, root), digest(photo.read_bytes())))
    return (*named, *((name, digest(content)) for name, content in sorted(extra.items())))


def _plain_folder(source: Source, profile: Path, out: Path) -> Path:
    facts = source.reading.facts
    name = folder_name(facts.company or "", facts.title or "", source.path.stem)
    return out / person_folder(profile.stem) / name


def _name(path: Path, root: Path | None) -> str:
    whole = path.resolve()
    if root and whole.is_relative_to(root.resolve()):
        return whole.relative_to(root.resolve()).as_posix()
    return path.as_posix()
