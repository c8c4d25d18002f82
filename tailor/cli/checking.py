"""Commands that check and describe: validate, schema, doctor."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tailor.cli.output import say_faults, table, tell, width
from tailor.errors import ChoiceError, Fault, InputError, MachineError, TailorError

if TYPE_CHECKING:
    from tailor.workspace.folders import Workspace

_FILES = click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))


@click.command()
@_FILES
def validate(files: tuple[Path, ...]) -> None:
    """Tell every fault of profiles, records, postings and settings; of the whole workspace without words."""
    faults: list[Fault] = []
    files = files or _workspace_files()
    for path in files:
        try:
            _check_file(path)
        except InputError as error:
            faults += error.faults
        except ChoiceError as error:
            faults.append(Fault(file=str(path), problem=str(error)))
    say_faults(faults)
    tell(f"files read: {len(files)}; faults: {len(faults)}")
    click.get_current_context().exit(1 if faults else 0)


@click.command()
def schema() -> None:
    """Print the JSON Schema of a profile, for editors that complete and check YAML."""
    from tailor.profile import schema as profile_schema  # noqa: PLC0415 - heavy imports late

    tell(json.dumps(profile_schema(), indent=2, ensure_ascii=False))


@click.command()
def doctor() -> None:
    """Tell what this machine has and lacks; exit 4 when something is missing."""
    rows, lacking = [], False
    for name, value, missing in _findings():
        rows.append((name, value))
        lacking = lacking or missing
    tell(table(rows, columns=width()))
    click.get_current_context().exit(4 if lacking else 0)


def _findings() -> Iterator[tuple[str, str, bool]]:
    """What there is: a name, what was found, and whether something is missing."""
    from tailor import resources  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.manifest import versions  # noqa: PLC0415 - as above

    yield "Python", sys.version.split()[0], False
    for name, version in versions().items():
        yield name, version, version == "missing"
    try:
        from tailor.pdf import Press  # noqa: PLC0415 - as above

        Press().layout(
            "<html lang=en><head><title>x</title></head><body style='font-family: Source Sans 3'>x</body></html>"
        )
        yield "Pango", "found: PDFs can be made", False
    except MachineError as error:
        yield "Pango", str(error), True
    except TailorError as error:
        yield "PDF", str(error), True
    yield from _fonts()
    from tailor.check import readers  # noqa: PLC0415 - as above

    yield "PDF readers", f"{', '.join(reader.name for reader in readers())} (for `tailor check --readers`)", False
    yield "lexicon", f"{len(resources.lexicon_files('en'))} files of English skills", False


def _fonts() -> Iterator[tuple[str, str, bool]]:
    """The families that pages can be set in: those of the font package, and the workspace's own."""
    from tailor.pdf.faces import font_families  # noqa: PLC0415 - heavy imports late
    from tailor.pdf.own_fonts import own_families  # noqa: PLC0415 - as above
    from tailor.workspace.folders import find_workspace, here  # noqa: PLC0415 - as above

    try:
        yield "fonts", ", ".join(font_families()), False
    except MachineError as error:
        yield "fonts", str(error), True
    workspace = find_workspace(here())
    own = own_families(workspace.fonts) if workspace else {}
    yield "own fonts", ", ".join(own) or "none in templates/fonts of a workspace", False


def _workspace_files() -> tuple[Path, ...]:
    """Settings, profiles and postings of the workspace; InputError where there are none."""
    from tailor.workspace.folders import find_workspace, here, near, no_postings  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.settings import NAME  # noqa: PLC0415 - as above

    workspace = find_workspace(here())
    found = (*workspace.profiles, *workspace.postings) if workspace else ()
    if workspace is None or not found:
        raise no_postings(workspace)
    settings = near(workspace.root / NAME)
    return (settings, *found) if settings.is_file() else found


def _usual_language(workspace: "Workspace | None") -> str | None:
    """The language that a workspace's settings name; faults of theirs are told of their own file."""
    from tailor.workspace.settings import read_settings  # noqa: PLC0415 - heavy imports late

    try:
        return read_settings(workspace.root).lang if workspace else None
    except InputError:
        return None


def _check_file(path: Path) -> None:
    """Read one file as what it is: settings by name, a profile by ending or place, else a posting or record."""
    from tailor.profile import check_profile  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.folders import (  # noqa: PLC0415 - as above
        choose_profile,
        find_workspace,
        here,
        read_input,
    )
    from tailor.workspace.settings import NAME, read_settings  # noqa: PLC0415 - as above
    from tailor.workspace.sources import read_source  # noqa: PLC0415 - as above

    workspace = find_workspace(here())
    if path.name == NAME and path.is_file():
        named = read_settings(path.absolute().parent).profile
    elif path.suffix.lower() in (".yaml", ".yml") or path.parent.name == "profiles":
        check_profile(read_input(path, "profile"), str(path), lang=_usual_language(workspace))
        return
    else:
        source = read_source(path)[0]
        named = source.record.profile if source.record else None
    if named and workspace:
        choose_profile(workspace, asked=named, recorded=None, usual=None)
