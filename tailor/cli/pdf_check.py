"""The command that reads any PDF as software does: check."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_JSON
from tailor.cli.output import hung, say_faults, tell_json, width
from tailor.cli.output import tell as tell_raw
from tailor.errors import CheckError, InputError

if TYPE_CHECKING:
    from tailor.check import Finding, Print, Score


_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if code not in (9, 10)}
"""A file's own control characters are shown, not sent to the terminal."""


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE.pdf...", type=click.Path(path_type=Path))
@click.option("--readers", "compare", is_flag=True, help="Compare what every reader on this machine gets.")
@AS_JSON
def check(files: tuple[Path, ...], *, compare: bool, as_json: bool) -> None:
    """Show the text that software reads from any PDF, and what gets lost on the way; exit 3 if something does."""
    from tailor.check import findings, read_print  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.folders import read_input  # noqa: PLC0415 - as above

    code = 0
    for path in files:
        try:
            data = read_input(path, "PDF")
            held = read_print(data, str(path))
        except InputError as error:
            say_faults(error.faults)
            code = max(code, error.exit_code)
            continue
        found = findings(held)
        compared = _scores(data, held) if compare and held.text.strip() else ()
        if as_json:
            tell_json(_contract(path, held, found, compared))
        else:
            _tell(path, held, found, compared)
        code = max(code, CheckError.exit_code if any(one.lost for one in found) else 0)
    click.get_current_context().exit(code)


def _scores(data: bytes, held: "Print") -> "tuple[Score, ...]":
    from tailor.check import readers, scores, seen_lines  # noqa: PLC0415 - heavy imports late

    return scores(data, seen_lines(held.text), readers())


def tell(text: str) -> None:
    """A text of any file's, on standard output."""
    tell_raw(text.translate(_CONTROLS))


def _tell(path: Path, held: "Print", found: "Sequence[Finding]", compared: "Sequence[Score]") -> None:
    if held.text.strip():
        tell(held.text.strip())
        tell("")
    tell(hung(f"{path}: {', '.join(_facts(held))}", columns=width(), indent=0))
    for title, lost in (("Software loses", True), ("Worth knowing", False)):
        chosen = [one for one in found if one.lost is lost]
        if chosen:
            tell(title)
        for one in chosen:
            page = f"page {one.page}: " if one.page and len(held.sheets) > 1 else ""
            tell(hung(f"{page}{one.problem}", columns=width()))
            tell(hung(f"-> {one.remedy}", columns=width(), indent=4))
    if not any(one.lost for one in found):
        tell("Nothing that can be known from the file alone is lost.")
    if compared:
        tell("\n".join(_table(compared)))


def _facts(held: "Print") -> Iterator[str]:
    """What the file is and says of itself, in a few words."""
    pages = len(held.sheets)
    yield "1 page" if pages == 1 else f"{pages} pages"
    yield f"{len(held.text.strip()):,} characters"
    yield f"title “{held.title}”" if held.title else "no title"
    yield f"author “{held.author}”" if held.author else "no author"
    yield f"language {held.language}" if held.language else "no language"
    yield "tagged" if held.tagged else "not tagged"


def _table(compared: "Sequence[Score]") -> Iterator[str]:
    """The readers, how many of the lines each gets whole and in order, and the first that it loses."""
    from tailor.check import reader_names  # noqa: PLC0415 - heavy imports late

    yield f"\n{'Reader':<28}{'whole':>8}{'in order':>10}{'of':>7}"
    for one in compared:
        named = f"{one.reader} {one.version}".strip()
        if one.failed:
            yield f"{named:<28}fails: {one.failed}"
            continue
        yield f"{named:<28}{one.whole:>8}{one.ordered:>10}{one.lines:>7}"
        yield from (hung(f"loses “{line}”", columns=width(), indent=4) for line in one.lost)
    missing = [name for name in reader_names() if name not in {one.reader for one in compared}]
    if missing:
        yield f"not on this machine: {', '.join(missing)}"


def _contract(
    path: Path, held: "Print", found: "Sequence[Finding]", compared: "Sequence[Score]"
) -> dict[str, Any]:
    """What `check --json` tells of one file."""
    told: dict[str, Any] = {
        "file": str(path),
        "pages": len(held.sheets),
        "title": held.title or None,
        "author": held.author or None,
        "language": held.language or None,
        "tagged": held.tagged,
        "text": held.text,
        "findings": [
            {
                "kind": one.kind,
                "lost": one.lost,
                "page": one.page or None,
                "problem": one.problem,
                "remedy": one.remedy,
            }
            for one in found
        ],
    }
    if compared:
        told["readers"] = [
            {
                "name": one.reader,
                "version": one.version or None,
                "lines": one.lines,
                "whole": one.whole,
                "in_order": one.ordered,
                "loses": list(one.lost),
                "failed": one.failed or None,
            }
            for one in compared
        ]
    return told
