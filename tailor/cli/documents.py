"""Commands that make one document: resume, letter, gaps."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_JSON, AS_OF, FORMATS, OUT, POSTINGS, PROFILE, look_options
from tailor.cli.output import say, say_faults, tell, tell_json, width
from tailor.errors import ChoiceError, InputError

if TYPE_CHECKING:
    from tailor.model.document import DocumentKind
    from tailor.model.gaps import GapReport


@click.command()
@POSTINGS
@PROFILE
@OUT
@look_options
@FORMATS
@AS_OF
def resume(postings: tuple[Path, ...], **words: Any) -> None:  # noqa: ANN401 - click's options
    """Make the tailored resume of each posting."""
    _make(postings, words, "resume")


@click.command()
@POSTINGS
@PROFILE
@OUT
@look_options
@FORMATS
@AS_OF
def letter(postings: tuple[Path, ...], **words: Any) -> None:  # noqa: ANN401 - click's options
    """Draft the cover letter of each posting."""
    _make(postings, words, "letter")


@click.command()
@POSTINGS
@PROFILE
@OUT
@look_options
@FORMATS
@AS_OF
@AS_JSON
def gaps(postings: tuple[Path, ...], *, as_json: bool, **words: Any) -> None:  # noqa: ANN401 - click's options
    """Report what one or more postings ask for against the profile's evidence.

    Prints a table; files are written only where --out or --format ask for them.
    """
    report = _report(postings, words)
    if as_json:
        from tailor.render.gaps import gaps_contract  # noqa: PLC0415 - heavy imports late

        tell_json(gaps_contract(report))
        return
    from tailor.render.gaps import terminal_table  # noqa: PLC0415 - heavy imports late

    tell(terminal_table(report, width()))
    if words.get("out") or words.get("formats"):
        _write_report(report, words)


def _make(postings: Sequence[Path], words: dict[str, Any], kind: "DocumentKind") -> None:
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.cli.ordering import orders_for  # noqa: PLC0415 - as above
    from tailor.cli.single import make_single  # noqa: PLC0415 - as above

    desk = Desk.here()
    gathered = desk.sources(postings)
    orders, faults = orders_for(desk, gathered.sources, words, kinds=(kind,))
    faults = [*gathered.faults, *faults]
    say_faults(faults)
    codes = [1 if faults else 0]
    for order in orders:
        code, paths = make_single(order, desk.tools)
        codes.append(code)
        for path in paths:
            tell(str(path))
    click.get_current_context().exit(max(codes))


def _report(postings: Sequence[Path], words: dict[str, Any]) -> "GapReport":
    """The gap report over all postings for the one profile they share."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.tailoring import gap_report  # noqa: PLC0415 - as above

    desk = Desk.here()
    gathered = desk.sources(postings)
    if gathered.faults:
        raise InputError(gathered.faults)
    people = {desk.profile_path(source, words.get("profile")) for source in gathered.sources}
    if len(people) != 1:
        names = ", ".join(sorted(path.stem for path in people))
        raise ChoiceError(f"these postings are for several profiles: {names} (choose one with --profile)")
    subjects = [desk.subject(source, words.get("profile")) for source in gathered.sources]
    return gap_report(subjects, desk.tools, wish=desk.wish(words, as_of=words.get("as_of")))


def _write_report(report: "GapReport", words: dict[str, Any]) -> None:
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.cli.ordering import formats_from, out_folder  # noqa: PLC0415 - as above
    from tailor.tailoring import gap_documents  # noqa: PLC0415 - as above
    from tailor.workspace.writing import write_file  # noqa: PLC0415 - as above

    desk = Desk.here()
    folder = out_folder(desk, words.get("out"))
    for document in gap_documents(report, formats_from(desk, words.get("formats"))):
        write_file(folder / document.name, document.content)
        say(f"wrote {folder / document.name}")
