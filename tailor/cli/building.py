"""The command that makes everything: build."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_OF, FORMATS, OUT, POSTINGS, PROFILE, look_options
from tailor.cli.output import say, say_faults, tell, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tailor.batch import Order, Outcome
    from tailor.cli.context import Desk

_TABLES_UP_TO = 4
"""Postings for which `build` prints the gap table: more than four no longer fit a few screens."""


@click.command()
@POSTINGS
@PROFILE
@OUT
@look_options
@FORMATS
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="How many processes [default: 1].")
@click.option("--force", is_flag=True, help="Make everything again, and read no cache.")
@click.option("--dry-run", is_flag=True, help="Only say what would be made.")
@AS_OF
def build(postings: tuple[Path, ...], *, jobs: int, force: bool, dry_run: bool, **words: Any) -> None:  # noqa: ANN401 - click's options
    """Make everything for each posting: resume, letter, gap report, manifest; only what is stale.

    Ends with one plain verdict per posting. Without words it takes every posting of the workspace.
    """
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.cli.ordering import orders_for  # noqa: PLC0415 - as above

    desk = Desk.here()
    gathered = desk.sources(postings)
    orders, faults = orders_for(desk, gathered.sources, words)
    faults = [*gathered.faults, *faults]
    say_faults(faults)
    stale = [order for order in orders if force or not order.fresh]
    if force:
        desk.tools.cache = None
    if dry_run:
        _tell_stale(orders, stale)
        code = 0
    else:
        code = _make_all(orders, stale, desk, jobs=jobs)
    click.get_current_context().exit(max(code, 1 if faults else 0))


def _tell_stale(orders: "Sequence[Order]", stale: "Sequence[Order]") -> None:
    for order in orders:
        tell(f"{'would make' if order in stale else 'up to date'}  {order.source.label} -> {_shown(order.folder)}")


def _make_all(orders: "Sequence[Order]", stale: "Sequence[Order]", desk: "Desk", *, jobs: int) -> int:
    """Make what is stale, then tell a verdict for every posting, in order; the exit code."""
    from tailor.batch import make, write  # noqa: PLC0415 - heavy imports late

    codes, lacking = [0], ""
    for number, outcome in enumerate(make(stale, desk.tools, jobs=jobs), start=1):
        write(outcome)
        say(f"[{number}/{len(stale)}] {outcome.order.source.label} -> {_shown(outcome.order.folder)}")
        codes.append(_say_outcome(outcome, table=len(orders) <= _TABLES_UP_TO))
        if outcome.made and outcome.made.lacking:
            lacking = outcome.made.lacking
    _tell_verdicts(orders, stale)
    if lacking:
        say(f"everything but the PDFs is made. {lacking}")
        codes.append(4)
    return max(codes)


def _say_outcome(outcome: "Outcome", *, table: bool) -> int:
    """What went wrong, or the gap table; the exit code the outcome asks for."""
    from tailor.render.gaps import terminal_table  # noqa: PLC0415 - heavy imports late

    if outcome.error:
        say(str(outcome.error))
        return outcome.error.exit_code
    if outcome.application and table:
        tell(terminal_table(outcome.application.report, width()))
    if outcome.made and outcome.made.lost:
        say("read back from the PDF, these lines are not as printed:")
        for line in outcome.made.lost:
            say(f"  {line}")
        return 3
    return 0


def _tell_verdicts(orders: "Sequence[Order]", stale: "Sequence[Order]") -> None:
    from tailor.workspace import manifest  # noqa: PLC0415 - heavy imports late

    for order in orders:
        kept = manifest.read_manifest(order.folder)
        if not kept:
            continue
        name = ", ".join(str(kept[part]) for part in ("company", "title") if kept.get(part)) or order.source.label
        state = "" if order in stale else " (up to date)"
        tell(f"{name}{state}\n" + "\n".join(f"  {line}" for line in kept.get("verdict", [])))
        tell(f"  in {_shown(order.folder)}")


def _shown(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
