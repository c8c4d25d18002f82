"""The workspace: where profiles, postings and output are, and which profile a posting is for."""

from dataclasses import dataclass
from pathlib import Path

from tailor.errors import ChoiceError, InputError, fault

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
    def postings(self) -> tuple[Path, ...]:
        """Every file in `postings/`, sorted by name."""
        return _files(self.root / "postings", ())


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

    Names are file names in `profiles/` with or without their ending, or paths. Raises `ChoiceError` with the
    choices when it stays open, and when a name is not there.
    """
    for name in (asked, recorded, usual):
        if name:
            return _named_profile(name, workspace)
    choices = workspace.profiles if workspace else ()
    if len(choices) == 1:
        return choices[0]
    if not choices:
        message = "there is no profile (name one with --profile FILE, or make a workspace with `tailor new DIR`)"
        raise ChoiceError(message)
    message = f"which profile? (--profile {' or --profile '.join(path.stem for path in choices)})"
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
        raise fault(str(path), f"cannot be read: {error.strerror or error}") from error


def no_postings(workspace: Workspace | None) -> InputError:
    """Why there is nothing to do: no workspace here, or one without postings."""
    if workspace is None:
        return fault(
            str(Path.cwd()), "there is no workspace here", "name posting files, or make one with `tailor new DIR`"
        )
    return fault(
        str(workspace.root / "postings"),
        "there is no posting in this folder",
        "drop a job posting into it, any format",
    )


def _named_profile(name: str, workspace: Workspace | None) -> Path:
    if workspace:
        for path in workspace.profiles:
            if name in (path.stem, path.name):
                return path
    if Path(name).is_file():
        return Path(name)
    choices = ", ".join(path.stem for path in workspace.profiles) if workspace else ""
    message = f"there is no profile {name!r}" + (
        f" (there are: {choices})" if choices else " (check the file's name)"
    )
    raise ChoiceError(message)


def _files(folder: Path, endings: tuple[str, ...]) -> tuple[Path, ...]:
    if not folder.is_dir():
        return ()
    found = (path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    return tuple(sorted(path for path in found if not endings or path.suffix.lower() in endings))
