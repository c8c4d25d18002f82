"""Commands that check and describe: validate, check, schema, themes, doctor."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from tailor.cli.options import AS_JSON
from tailor.cli.output import say_faults, table, tell, tell_json, width
from tailor.errors import Fault, InputError, MachineError, TailorError

_FILES = click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))


@click.command()
@_FILES
def validate(files: tuple[Path, ...]) -> None:
    """Tell every fault of profiles, records, postings and settings; of the whole workspace without words."""
    faults: list[Fault] = []
    files = files or _workspace_files(faults)
    for path in files:
        try:
            _check_file(path)
        except InputError as error:
            faults += error.faults
    say_faults(faults)
    tell(f"files read: {len(files)}; faults: {len(faults)}")
    click.get_current_context().exit(1 if faults else 0)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE.pdf...", type=click.Path(path_type=Path))
@AS_JSON
def check(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Show what software reads from PDFs: their text in reading order."""
    from tailor.check import extract_text  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.folders import read_input  # noqa: PLC0415 - as above

    for path in files:
        text = extract_text(read_input(path, "PDF"), str(path))
        if as_json:
            tell_json({"file": str(path), "text": text})
        else:
            tell(text)


@click.command()
def schema() -> None:
    """Print the JSON Schema of a profile, for editors that complete and check YAML."""
    from tailor.profile import schema as profile_schema  # noqa: PLC0415 - heavy imports late

    tell(json.dumps(profile_schema(), indent=2, ensure_ascii=False))


@click.command()
@AS_JSON
def themes(*, as_json: bool) -> None:
    """List the themes there are, the workspace's own included."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.render import read_theme, theme_names  # noqa: PLC0415 - as above

    root = Desk.here().root
    found = [read_theme(name, workspace=root) for name in theme_names(root)]
    if as_json:
        for theme in found:
            tell_json({"name": theme.name, "title": theme.title, "fonts": list(theme.fonts)})
    else:
        tell(table([(theme.name, theme["description"]) for theme in found], columns=width()))


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
    yield "lexicon", f"{len(resources.lexicon_files('en'))} files of English skills", False


def _workspace_files(faults: list[Fault]) -> tuple[Path, ...]:
    """Profiles and postings of the workspace; faults of its settings are added to `faults`."""
    from tailor.workspace.folders import find_workspace, no_postings  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.settings import read_settings  # noqa: PLC0415 - as above

    workspace = find_workspace(Path.cwd())
    if workspace is None:
        raise no_postings(None)
    try:
        read_settings(workspace.root)
    except InputError as error:
        faults += error.faults
    return (*workspace.profiles, *workspace.postings)


def _check_file(path: Path) -> None:
    """Read one file as what it is: a profile by its ending and place, a posting or record otherwise."""
    from tailor.cli.context import read_profile_file  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.sources import read_source  # noqa: PLC0415 - as above

    if path.suffix.lower() in (".yaml", ".yml") or path.parent.name == "profiles":
        read_profile_file(path)
    else:
        read_source(path)
