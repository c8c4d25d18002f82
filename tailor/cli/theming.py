"""The command that lists themes and shows them: themes."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tailor.cli.options import AS_JSON
from tailor.cli.output import say, table, tell, tell_json, width
from tailor.errors import InputError, MachineError

if TYPE_CHECKING:
    from tailor.cli.context import Desk
    from tailor.tailoring import Subject

_SAMPLE_PERSON = "imani.yaml"
_SAMPLE_POSTING = "vantage-medical-center-ml-lead.md"
_USUAL = "themes"
"""The folder of previews under the folder of all output."""


@click.command()
@click.option(
    "--preview",
    metavar="[DIR]",
    is_flag=False,
    flag_value="",
    help="Write a resume and a letter of one sample person in each theme [default: out/themes].",
)
@AS_JSON
def themes(preview: str | None, *, as_json: bool) -> None:
    """List the themes there are, the workspace's own included, or show them."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.render import read_theme, theme_names  # noqa: PLC0415 - as above

    desk = Desk.here()
    names = theme_names(desk.root)
    if preview is not None:
        click.get_current_context().exit(_show(desk, names, preview))
    found = [read_theme(name, workspace=desk.root) for name in names]
    if not as_json:
        tell(table([(theme.name, f"{theme.title}: {theme['description']}") for theme in found], columns=width()))
        return
    for theme in found:
        tell_json(
            {
                "name": theme.name,
                "title": theme.title,
                "description": theme["description"],
                "fonts": list(theme.fonts),
            }
        )


def _show(desk: "Desk", names: tuple[str, ...], preview: str) -> int:
    """Write the sample person's pages in each theme, telling their paths; the exit code."""
    from tailor.cli.ordering import out_folder  # noqa: PLC0415 - heavy imports late

    folder = out_folder(desk, Path(preview) if preview else None)
    folder = folder if preview else folder / _USUAL
    subject = _sample()
    codes = [0]
    for name in names:
        try:
            codes.append(_write(desk, subject, name, folder))
        except InputError as error:
            say(str(error))
            codes.append(error.exit_code)
    return max(codes)


def _write(desk: "Desk", subject: "Subject", name: str, folder: Path) -> int:
    """The sample person's resume and letter in one theme; the exit code. MachineError where no PDF can be made."""
    from tailor.tailoring import make_documents, tailor_posting  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.writing import write_file  # noqa: PLC0415 - as above

    wish = replace(desk.wish({}, as_of=None), theme=name)
    made = make_documents(
        tailor_posting(subject, desk.tools, wish=wish), ("resume", "letter"), ("pdf",), desk.tools, wish=wish
    )
    if made.lacking:
        raise MachineError(made.lacking)
    for message in made.unprinted:
        say(message)
    # The letter's draft comes with it whatever is asked for, and shows nothing of a theme.
    for document in (one for one in made.documents if one.format == "pdf"):
        path = folder / f"{name}-{document.kind}.{document.format}"
        write_file(path, document.content)
        tell(str(path))
    return InputError.exit_code if made.unprinted else 0


def _sample() -> "Subject":
    """The sample person and a posting for them."""
    from tailor import resources  # noqa: PLC0415 - heavy imports late
    from tailor.cli.context import read_profile_file  # noqa: PLC0415 - as above
    from tailor.tailoring import Subject  # noqa: PLC0415 - as above
    from tailor.workspace.sources import read_source  # noqa: PLC0415 - as above

    folder = resources.samples_folder()
    source = read_source(folder / "postings" / _SAMPLE_POSTING)[0]
    profile = read_profile_file(folder / "profiles" / _SAMPLE_PERSON)
    return Subject.of(source.page, source.reading, source.record, profile)
