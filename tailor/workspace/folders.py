"""The workspace: where profiles, postings and output are, and which profile a posting is for."""

import os
from dataclasses import dataclass
from pathlib import Path

from tailor.errors import ChoiceError, InputError, MachineError, fault

_PROFILE_ENDINGS = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A folder with `profiles/` and `postings/`."""

    root: Path

    @property
    def profiles(self) -> tuple[Path, ...]:
        """The profile files, sorted by name."""
        return _files(self.root / "profiles", _PROFILE_ENDINGS)

    @property
    def fonts(self) -> Path:
        """The folder of the person's own fonts, whether it is there or not."""
        return self.root / "templates" / "fonts"

    @property
    def postings(self) -> tuple[Path, ...]:
        """Every file in `postings/`, sorted by name."""
        return _files(self.root / "postings", ())


def here() -> Path:
    """The current folder; MachineError when it has been removed."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        message = "the current folder is no longer there; go to another one: cd"
        raise MachineError(message) from None


def near(path: Path) -> Path:
    """A path as a person would write it here: relative below the current folder, else as it is."""
    try:
        return path.relative_to(here())
    except ValueError:
        return path


def find_workspace(start: Path) -> Workspace | None:
    """The workspace that `start` is in: the nearest folder upwards that holds profiles and postings."""
    for folder in (start, *start.parents):
        if (folder / "profiles").is_dir() and (folder / "postings").is_dir():
            return Workspace(root=folder)
    return None


def choose_profile(
    workspace: Workspace | None, *, asked: str | None, recorded: str | None, usual: str | None
) -> Path:
    """Which profile: the one asked for, else the record's, else the settings', else the only one.

    Names are file names in `profiles/` with or without their ending, or paths from here or the workspace. Raises
    `ChoiceError` with the choices when it stays open, and when a name is not there or means two files.
    """
    for name, place in ((asked, ""), (recorded, ", which the record names"), (usual, ", which tailor.yaml names")):
        if name:
            return _named_profile(name, place, workspace)
    choices = workspace.profiles if workspace else ()
    if len(choices) == 1:
        return choices[0]
    if workspace is None:
        message = "whose resume? (name a profile with --profile FILE, or make a workspace with `tailor new DIR`)"
        raise ChoiceError(message)
    if not choices:
        folder = near(workspace.root / "profiles")
        message = f"whose resume? there is no profile in {folder} (put one there, or use --profile FILE)"
        raise ChoiceError(message)
    message = (
        f"whose resume? (--profile {' or --profile '.join(path.stem for path in choices)}; "
        "`profile: NAME` in tailor.yaml or in a record says it for good)"
    )
    raise ChoiceError(message)


def read_input(path: Path, what: str) -> bytes:
    """The bytes of a file the user named; InputError says that it is not there, a folder, or unreadable."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise fault(str(path), f"there is no such {what}", "check the name") from None
    except IsADirectoryError:
        raise fault(str(path), f"this is a folder, not a {what}", "name the files in it") from None
    except OSError as error:
        raise fault(str(path), f"cannot be read: {error.strerror or error}", "check the file") from error


def check_out(folder: Path) -> None:
    """Nothing, or the MachineError that writing below `folder` would end in: told before anything is made."""
    place = folder
    while not os.path.lexists(place) and place != place.parent:
        place = place.parent
    reason = "" if place.is_dir() else f"{place} is a file"
    if not reason and not os.access(place, os.W_OK | os.X_OK):
        reason = f"no permission to write in {place}"
    if reason:
        message = f"cannot write to {folder}: {reason} (choose another folder with --out)"
        raise MachineError(message)


def no_postings(workspace: Workspace | None) -> InputError:
    """Why there is nothing to do: no workspace here, or one without postings."""
    if workspace is None:
        return fault(
            str(here()), "there is no workspace here", "name posting files, or make one with `tailor new DIR`"
        )
    return fault(
        str(near(workspace.root / "postings")),
        "there is no posting in this folder",
        "drop a job posting into it, any format",
    )


def _named_profile(name: str, place: str, workspace: Workspace | None) -> Path:
    known = workspace.profiles if workspace else ()
    exact = [path for path in known if path.name == name]
    found = exact or [path for path in known if path.stem == name]
    if len(found) > 1:
        names = " and ".join(path.name for path in found)
        message = f"two profiles are called {name!r}{place}: {names} (write the ending too)"
        raise ChoiceError(message)
    beside = [workspace.root / name] if workspace else []
    for path in (*found, Path(name), *beside):
        if os.path.isfile(path):  # noqa: PTH113 - a name too long for the disk is no file, and no error
            return path
    choices = ", ".join(path.stem for path in known)
    remedy = f"there are: {choices}" if choices else "check the file's name"
    message = f"there is no profile {name!r}{place} ({remedy})"
    raise ChoiceError(message)


def _files(folder: Path, endings: tuple[str, ...]) -> tuple[Path, ...]:
    if not folder.is_dir():
        return ()
    found = (path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    return tuple(sorted(near(path) for path in found if not endings or path.suffix.lower() in endings))
