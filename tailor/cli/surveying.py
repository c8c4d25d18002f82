"""The command that holds one posting or thousands against one profile: gaps."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_JSON, AS_OF, document_options
from tailor.cli.output import say, tell, width
from tailor.errors import MachineError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tailor.cli.asked_postings import Postings
    from tailor.cli.context import Desk
    from tailor.model.document import Format
    from tailor.model.gaps import GapReport
    from tailor.survey import Survey

_TOLD = 12


@click.command()
@document_options
@click.option("--details", is_flag=True, help="Print each posting's own report, too, however many there are.")
@click.option(
    "--most",
    type=click.IntRange(1),
    default=_TOLD,
    help=f"Of so many postings, the best fitting, reports tell the details [default: {_TOLD}].",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="How many processes [default: 1].")
@AS_OF
@AS_JSON
def gaps(postings: tuple[Path, ...], *, details: bool, most: int, jobs: int, as_json: bool, **words: Any) -> None:  # noqa: ANN401 - click's options
    """Report what one posting or many ask for against the profile's evidence.

    Without POSTING, all of the workspace. A POSTING may be a folder, or a JSON-lines file of thousands. Prints
    what one posting asks for, or what many say together; files are written only where --out or --format ask.
    """
    from tailor.cli.asked_postings import asked_postings  # noqa: PLC0415 - heavy imports late
    from tailor.cli.context import Desk  # noqa: PLC0415 - as above
    from tailor.cli.ordering import formats_from  # noqa: PLC0415 - as above

    desk = Desk.here()
    formats = formats_from(desk, words.get("formats"), ("gaps",))
    found = asked_postings(desk, postings, words.get("profile"))
    paged = bool(words.get("out") or words.get("formats"))
    whole = details or paged or found.count == 1
    how = _how(desk, found, words, most=most, jobs=jobs, measured=whole and found.count <= most)
    report, code = _told(found, how, as_json=as_json, details=details)
    if paged:
        code = max(code, _write(desk, report, formats, how, words.get("out")))
    click.get_current_context().exit(code)


def _how(  # noqa: PLR0913 - what the command line says, by name
    desk: "Desk", found: "Postings", words: dict[str, Any], *, most: int, jobs: int, measured: bool
) -> "Survey":
    from tailor.cli.context import read_profile_file  # noqa: PLC0415 - heavy imports late
    from tailor.survey import Survey  # noqa: PLC0415 - as above
    from tailor.tailoring import asked_language  # noqa: PLC0415 - as above

    wish = desk.wish(words, as_of=words.get("as_of"))
    spoken = {asked_language(None, wish), *(asked_language(source.record, wish) for source in found.sources)}
    profiles = {lang: read_profile_file(found.profile, lang=lang) for lang in spoken}
    return Survey(profiles=profiles, tools=desk.tools, wish=wish, measured=measured, most=most, jobs=jobs)


def _told(found: "Postings", how: "Survey", *, as_json: bool, details: bool) -> "tuple[GapReport, int]":
    """The report of all postings, printed, and the exit code."""
    from tailor.cli.progress import Progress  # noqa: PLC0415 - heavy imports late
    from tailor.cli.streams import GapsObject  # noqa: PLC0415 - as above
    from tailor.survey import survey  # noqa: PLC0415 - as above

    progress = Progress()
    if as_json:
        with GapsObject() as whole:
            report, failures = survey(found.tasks(), how, told=progress.told(whole.add), failed=progress.failed)
            whole.write(report)
    else:
        report, failures = survey(found.tasks(), how, told=progress.told(None), failed=progress.failed)
        if report.portfolio.postings:
            _print(report, details=details)
    progress.close()
    return report, max(progress.code, 1 if failures or found.faults else 0)


def _print(report: "GapReport", *, details: bool) -> None:
    """One posting's report, or what several say together."""
    from tailor.render.gaps import terminal_overview, terminal_table  # noqa: PLC0415 - heavy imports late

    many = report.portfolio.postings > 1
    if many:
        tell(terminal_overview(report, width()).rstrip("\n"))
    if not many or details:
        tell(("\n" if many else "") + terminal_table(report, width()))


def _write(desk: "Desk", report: "GapReport", formats: "Sequence[Format]", how: "Survey", out: Path | None) -> int:
    """The report's files; what cannot be made is told, and asks for the exit code."""
    from tailor.cli.making import say_lacking  # noqa: PLC0415 - heavy imports late
    from tailor.cli.ordering import out_folder  # noqa: PLC0415 - as above
    from tailor.tailoring import gap_documents, report_paper  # noqa: PLC0415 - as above
    from tailor.workspace.delivery import deliver  # noqa: PLC0415 - as above

    paper, day = report_paper(how.profile, how.wish), how.wish.today.isoformat()
    made = gap_documents(report, formats, how.tools, paper=paper, day=day)
    for path in deliver(out_folder(desk, out), made.documents, {}, whole=False).paths:
        say(f"wrote {path}")
    if made.lacking:
        say_lacking(made.lacking)
    return MachineError.exit_code if made.lacking else 0
