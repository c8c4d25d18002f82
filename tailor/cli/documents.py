"""Commands that make one document: resume, letter, gaps."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_JSON, AS_OF, NO_CHECK, document_options
from tailor.cli.output import say, say_faults, tell, tell_json, width
from tailor.errors import ChoiceError, InputError

if TYPE_CHECKING:
    from tailor.batch import Outcome
    from tailor.cli.context import Desk
    from tailor.model.document import DocumentKind, Format
    from tailor.model.gaps import GapReport
    from tailor.workspace.delivery import Delivered


@click.command()
@document_options
@NO_CHECK
@AS_OF
def resume(postings: tuple[Path, ...], **words: Any) -> None:  # noqa: ANN401 - click's options
    """Make the tailored resume of each posting."""
    _make(postings, words, "resume")


@click.command()
@document_options
@NO_CHECK
@AS_OF
def letter(postings: tuple[Path, ...], **words: Any) -> None:  # noqa: ANN401 - click's options
    """Draft the cover letter of each posting; where you edited its letter.md, make it from that."""
    _make(postings, words, "letter")


@click.command()
@document_options
@AS_OF
@AS_JSON
def gaps(postings: tuple[Path, ...], *, as_json: bool, **words: Any) -> None:  # noqa: ANN401 - click's options
    """Report what one or more postings ask for against the profile's evidence.

    Prints a table; files are written only where --out or --format ask for them.
    """
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.cli.ordering import formats_from  # noqa: PLC0415 - as above
    from tailor.render.gaps import gaps_contract, terminal_table  # noqa: PLC0415 - as above

    desk = Desk.here()
    formats = formats_from(desk, words.get("formats"), ("gaps",))
    report, code = _report(desk, postings, words)
    if as_json:
        tell_json(gaps_contract(report))
    else:
        tell(terminal_table(report, width()))
    if words.get("out") or words.get("formats"):
        _write_report(desk, report, formats, words.get("out"))
    click.get_current_context().exit(code)


def _make(postings: Sequence[Path], words: dict[str, Any], kind: "DocumentKind") -> None:
    """One kind of document for each posting, beside what `build` makes; their paths on standard output."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.cli.making import make_all  # noqa: PLC0415 - as above
    from tailor.cli.ordering import orders_from  # noqa: PLC0415 - as above

    desk = Desk.here()
    orders, code = orders_from(desk, postings, words, kinds=(kind,))

    def told(outcome: "Outcome", delivered: "Delivered") -> None:  # noqa: ARG001 - the shape of a Told
        for path in delivered.paths:
            tell(str(path))

    code = max(code, make_all(orders, desk, jobs=1, told=told) if orders else 0)
    click.get_current_context().exit(code)


def _report(desk: "Desk", postings: Sequence[Path], words: dict[str, Any]) -> "tuple[GapReport, int]":
    """The gap report over all postings for the one profile they share, and the exit code of those unread."""
    from tailor.cli.context import read_profile_file  # noqa: PLC0415 - heavy imports late
    from tailor.tailoring import Subject, asked_language, gap_report  # noqa: PLC0415 - as above

    gathered = desk.sources(postings)
    if not gathered.sources:
        raise InputError(gathered.faults)
    say_faults(gathered.faults)
    people = {desk.profile_path(source, words.get("profile")) for source in gathered.sources}
    if len(people) != 1:
        names = ", ".join(sorted(path.stem for path in people))
        raise ChoiceError(f"these postings are for several profiles: {names} (choose one with --profile)")
    wish, path = desk.wish(words, as_of=words.get("as_of")), people.pop()
    spoken = [asked_language(source.record, wish) for source in gathered.sources]
    profiles = {lang: read_profile_file(path, lang=lang) for lang in dict.fromkeys(spoken)}
    subjects = [
        Subject.of(source.page, source.reading, source.record, profiles[lang])
        for source, lang in zip(gathered.sources, spoken, strict=True)
    ]
    return gap_report(subjects, desk.tools, wish=wish), 1 if gathered.faults else 0


def _write_report(desk: "Desk", report: "GapReport", formats: Sequence["Format"], out: Path | None) -> None:
    from tailor.cli.ordering import out_folder  # noqa: PLC0415 - heavy imports late
    from tailor.tailoring import gap_documents  # noqa: PLC0415 - as above
    from tailor.workspace.delivery import deliver  # noqa: PLC0415 - as above

    for path in deliver(out_folder(desk, out), gap_documents(report, formats), {}, whole=False).paths:
        say(f"wrote {path}")
