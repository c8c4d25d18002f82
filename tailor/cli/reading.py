"""The command that shows what is read from postings: parse."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_JSON, AS_OF, OUT
from tailor.cli.output import say, say_faults, tell, tell_json, width
from tailor.errors import InputError

if TYPE_CHECKING:
    from tailor.cli.context import Desk
    from tailor.model.posting import Posting
    from tailor.workspace.sources import Source

_FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))


@click.command()
@_FILES
@click.option(
    "--job", type=click.IntRange(min=1), default=1, metavar="N", help="Which job of a posting with several."
)
@click.option("--all", "everything", is_flag=True, help="List the lines set aside one by one.")
@click.option(
    "--annotate", is_flag=True, help="Write a page per posting with its own text coloured by its reading."
)
@OUT
@AS_JSON
@AS_OF
def parse(files: tuple[Path, ...], **asked: Any) -> None:  # noqa: ANN401 - the options, by their names
    """Show what is read from postings: facts, what decides first, requirements with their reason, doubts."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.requirements import build_posting  # noqa: PLC0415 - as above

    desk = Desk.here()
    finder = desk.tools.finder()
    seen: dict[str, str] = {}
    unread: list[Path] = []
    for path, source in each_source(files, unread, job=asked["job"], as_json=asked["as_json"]):
        posting = build_posting(source.page, source.reading, finder.find, record=source.record)
        more = _more_doubts(desk, source, posting, seen, as_of=asked["as_of"])
        _show(replace(posting, doubts=(*more, *posting.doubts)), source, path, asked)
    click.get_current_context().exit(1 if unread else 0)


def _show(posting: "Posting", source: "Source", path: Path, asked: Mapping[str, Any]) -> None:
    """A posting as asked for: an object for programs, an annotated page, or a table."""
    from tailor.cli.contracts import posting_contract  # noqa: PLC0415 - heavy imports late
    from tailor.cli.posting_view import posting_view  # noqa: PLC0415 - as above

    if asked["as_json"]:
        tell_json(posting_contract(posting, source.record, str(path)))
    if asked["annotate"]:
        from tailor.render.annotated import annotated  # noqa: PLC0415 - as above
        from tailor.workspace.writing import write_file  # noqa: PLC0415 - as above

        target = (asked["out"] or Path("out")) / f"{Path(source.label).name}.annotated.html"
        write_file(target, annotated(posting, source.page).encode())
        say(f"{target}: the posting's text, coloured by what each piece became")
    elif not asked["as_json"]:
        decided = f"{source.label} ({source.page.decided})"
        tell(posting_view(posting, decided, columns=width(), everything=asked["everything"]))


def _more_doubts(
    desk: "Desk", source: "Source", posting: "Posting", seen: dict[str, str], *, as_of: str | None
) -> list[str]:
    """What only the day and the other postings tell: that it has ended, or is another one once more."""
    from tailor.cli.options import clock_today, today_from  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.alike import twin_of  # noqa: PLC0415 - as above

    doubts = []
    until = posting.facts.valid_through
    if until and until < (today_from(as_of) or clock_today()).isoformat():
        doubts.append(f"applications closed on {until}")
    others = {**desk.other_postings(source.path), **seen}
    if twin := twin_of(posting.text, others):
        doubts.append(f"next to the same text as {twin}: it may be the same job posted twice")
    seen[source.label] = posting.text
    return doubts


def each_source(
    files: Iterable[Path], unread: list[Path], *, job: int = 1, as_json: bool
) -> "Iterator[tuple[Path, Source]]":
    """Each posting of some files with its file; what is wrong with a file is said, the file put to `unread`."""
    for path in files:
        try:
            sources = _sources(path, job=job)
        except InputError as error:
            unread.append(path)
            _say_unread(path, error, as_json=as_json)
            continue
        yield from ((path, source) for source in sources)


def _sources(path: Path, *, job: int = 1) -> "tuple[Source, ...]":
    """A file, or standard input, into its postings, their small faults said; InputError if it holds none."""
    from tailor.cli.context import STANDARD_INPUT, standard_input  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.sources import read_source  # noqa: PLC0415 - as above

    if path == STANDARD_INPUT:
        return read_source(Path("standard-input"), standard_input(), lenient=True, job=job)
    sources = read_source(path, lenient=True, job=job)
    for source in sources:
        say_faults(source.faults)
    return sources


def _say_unread(path: Path, error: InputError, *, as_json: bool) -> None:
    """What is wrong with a file, for people, and as an object for programs."""
    if as_json:
        tell_json({"file": str(path), "error": "; ".join(fault.problem for fault in error.faults)})
    say_faults(error.faults)
