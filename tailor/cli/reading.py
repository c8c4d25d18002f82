"""Commands that show what is read: parse, skills."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tailor.cli.options import AS_JSON
from tailor.cli.output import say_faults, table, tell, tell_json, width
from tailor.errors import InputError

if TYPE_CHECKING:
    from tailor.model.posting import Posting
    from tailor.skills import SkillFinder
    from tailor.workspace.sources import Source

_FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))


@click.command()
@_FILES
@AS_JSON
def parse(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Show what is read from postings: requirements with their need and reason, facts, lines set aside."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.cli.contracts import posting_contract  # noqa: PLC0415 - as above
    from tailor.requirements import build_posting  # noqa: PLC0415 - as above

    finder = Desk.here().tools.finder()
    code = 0
    for path in files:
        try:
            sources = _sources(path)
        except InputError as error:
            code = 1
            _say_unread(path, error, as_json=as_json)
            continue
        for source in sources:
            posting = build_posting(source.page, source.reading, finder.find, record=source.record)
            if as_json:
                tell_json(posting_contract(posting, source.record, str(path)))
            else:
                tell(_posting_table(posting, source))
    click.get_current_context().exit(code)


@click.command()
@_FILES
@click.option("--lines", is_flag=True, help="Take each line by itself: one result per line.")
@AS_JSON
def skills(files: tuple[Path, ...], *, lines: bool, as_json: bool) -> None:
    """Show the skills that postings name, or with --lines the skills of each line of some text."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.cli.contracts import mentions_contract  # noqa: PLC0415 - as above

    finder = Desk.here().tools.finder()
    if not lines:
        _posting_skills(files, finder, as_json=as_json)
        return
    for path in files:
        for mentions in finder.find_lines(_lines(path), "line"):
            if as_json:
                tell_json(mentions_contract(mentions))
            else:
                tell(", ".join(f"{each.skill.name} ({each.skill.kind})" for each in mentions) or "-")


def _posting_skills(files: Sequence[Path], finder: "SkillFinder", *, as_json: bool) -> None:
    from tailor.requirements import build_posting  # noqa: PLC0415 - heavy imports late

    code = 0
    for path in files:
        try:
            sources = _sources(path)
        except InputError as error:
            code = 1
            _say_unread(path, error, as_json=as_json)
            continue
        for source in sources:
            found = build_posting(source.page, source.reading, finder.find, record=source.record).skills
            named = [{"name": skill.name, "kind": skill.kind} for skill in found]
            if as_json:
                tell_json({"file": str(path), "skills": named})
            else:
                tell(f"{source.label}: " + (", ".join(skill.name for skill in found) or "no known skill"))
    click.get_current_context().exit(code)


def _sources(path: Path) -> "tuple[Source, ...]":
    from tailor.cli.context import STANDARD_INPUT, standard_input  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.sources import read_source  # noqa: PLC0415 - as above

    if path == STANDARD_INPUT:
        return read_source(Path("standard-input"), standard_input(), lenient=True)
    sources = read_source(path, lenient=True)
    for source in sources:
        say_faults(source.faults)
    return sources


def _say_unread(path: Path, error: InputError, *, as_json: bool) -> None:
    if as_json:
        tell_json({"file": str(path), "error": "; ".join(fault.problem for fault in error.faults)})
    say_faults(error.faults)


def _lines(path: Path) -> Iterator[str]:
    from tailor.cli.context import STANDARD_INPUT, standard_input  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.folders import read_input  # noqa: PLC0415 - as above

    data = standard_input() if path == STANDARD_INPUT else read_input(path, "text file")
    # Only line feeds part lines here: other separators stay inside the line they stand in.
    text = data.decode("utf-8", errors="replace").removesuffix("\n")
    return (line.removesuffix("\r") for line in text.split("\n"))


def _posting_table(posting: "Posting", source: "Source") -> str:
    columns = width()
    parts = [table(list(_fact_rows(posting, source)), columns=columns)]
    for need in ("required", "preferred", "responsibility"):
        rows = [(each.id, f"{each.text} [{each.why}]") for each in posting.requirements if each.need == need]
        if rows:
            parts.append(f"{need} ({len(rows)})\n" + table(rows, columns=columns))
    if posting.set_aside:
        rows = [("-", f"{_short(line.span.text)} [{line.why}]") for line in posting.set_aside]
        parts.append(f"set aside ({len(rows)})\n" + table(rows, columns=columns))
    if posting.empty:
        parts.append(posting.empty)
    return "\n\n".join(parts) + "\n"


def _fact_rows(posting: "Posting", source: "Source") -> Iterable[tuple[str, str]]:
    facts = posting.facts
    yield "file", f"{source.label} ({source.page.decided})"
    yield "title", facts.title or "not stated"
    yield "company", facts.company or "not stated"
    yield "places", "; ".join(facts.locations) or "not stated"
    yield "remote", facts.remote
    yield "type", facts.employment_type or "not stated"
    if facts.salary:
        low, high = facts.salary.minimum, facts.salary.maximum
        amounts = " to ".join(f"{amount:,.2f}".removesuffix(".00") for amount in (low, high) if amount is not None)
        yield "salary", f"{amounts} {facts.salary.currency or ''} per {facts.salary.period or '?'}"
    yield "years", str(facts.min_years) if facts.min_years else "not stated"
    yield "education", facts.education or "not stated"


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
