"""The command that makes a workspace: new."""

import shlex
from pathlib import Path

import click

from tailor.cli.output import tell
from tailor.errors import ChoiceError

_SETTINGS = """\
# What you want without saying it each time. Take the # away from a line to use it.

# profile: jordan-vale          # whose profile, when there are several
# theme: classic                # `tailor themes` lists them
# paper: letter                 # or a4; by country when left out
# lang: en                      # or de, fr, es, en-GB …
# pages: auto                   # or 1, 2, any
# formats: [pdf, md, txt]       # also html, docx; json for resumes (JSON Resume) and gap reports, csv for these
# combined: true                # letter and resume in one PDF, too
"""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a workspace: sample profiles and postings to change, and the settings file."""
    from tailor import resources  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.folders import here  # noqa: PLC0415 - as above
    from tailor.workspace.writing import write_file  # noqa: PLC0415 - as above

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ChoiceError(f"{folder} is there already and not empty (name a new folder)")
    samples = resources.samples_folder()
    for part in ("profiles", "postings"):
        for path in sorted(each for each in (samples / part).iterdir() if each.is_file()):
            write_file(folder / part / path.name, path.read_bytes())
    write_file(folder / "tailor.yaml", _SETTINGS.encode())
    tell(f"made {folder}: profiles/ (two sample people), postings/ (six sample postings), tailor.yaml")
    go = "" if folder.resolve() == here() else f"cd {shlex.quote(str(folder))} && "
    tell(f"next: {go}tailor build")
    tell("then put your own profile and postings in the samples' place")
