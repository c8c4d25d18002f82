"""The command that makes everything: build."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_OF, NO_CHECK, document_options
from tailor.cli.output import say, tell, width

if TYPE_CHECKING:
    from tailor.batch import Order, Outcome
    from tailor.workspace.delivery import Delivered

_TABLES_UP_TO = 4
"""Postings for which the gap tables are printed before the verdicts; of more, the reports tell."""


@click.command()
@document_options
@click.option(
    "--combined/--no-combined", default=None, help="Letter and resume in one PDF, too [default: tailor.yaml, no]."
)
@NO_CHECK
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="How many processes [default: 1].")
@click.option("--force", is_flag=True, help="Make everything again, and read no cache.")
@click.option("--dry-run", is_flag=True, help="Only say what would be made, and why.")
@AS_OF
def build(postings: tuple[Path, ...], *, jobs: int, force: bool, dry_run: bool, **words: Any) -> None:  # noqa: ANN401 - click's options
    """Make everything for each posting: resume, letter, gap report, manifest; only what is stale.

    Ends with one plain verdict per posting. Without words it takes every posting of the workspace.
    """
    from tailor.batch import stale_because  # noqa: PLC0415 - heavy imports late
    from tailor.cli.context import Desk  # noqa: PLC0415 - as above
    from tailor.cli.making import make_all  # noqa: PLC0415 - as above
    from tailor.cli.ordering import orders_from  # noqa: PLC0415 - as above
    from tailor.cli.verdicts import tell_verdicts  # noqa: PLC0415 - as above

    desk = Desk.here()
    orders, code = orders_from(desk, postings, words)
    reasons = ["asked for" if force else stale_because(order) for order in orders]
    context = click.get_current_context()
    if dry_run:
        _tell_reasons(orders, reasons)
        context.exit(code)
    if force:
        desk.tools.cache = None
    stale = [order for order, reason in zip(orders, reasons, strict=True) if reason]
    made: list[Order] = []

    def told(outcome: "Outcome", _: "Delivered") -> None:
        made.append(outcome.order)
        if len(orders) <= _TABLES_UP_TO:
            _tell_table(outcome)

    code = max(code, make_all(stale, desk, jobs=jobs, told=told) if stale else 0)
    done = {id(order) for order in made}
    standing = [order for order, reason in zip(orders, reasons, strict=True) if not reason or id(order) in done]
    tell_verdicts(standing, made)
    if len(standing) == 1 and not made:
        say(f"`tailor gaps {standing[0].source.path}` prints the gap table again")
    context.exit(max(code, _still_lacking([order for order in standing if id(order) not in done])))


def _tell_reasons(orders: Sequence["Order"], reasons: Sequence[str]) -> None:
    from tailor.cli.output import hung  # noqa: PLC0415 - kept beside its one use

    for order, reason in zip(orders, reasons, strict=True):
        state = f"would make {order.source.label} ({reason})" if reason else f"up to date {order.source.label}"
        tell(hung(state, columns=width(), indent=0))
        tell(f"  {order.folder}")


def _tell_table(outcome: "Outcome") -> None:
    from tailor.render.gaps import terminal_table  # noqa: PLC0415 - heavy imports late

    if outcome.application:
        tell(terminal_table(outcome.application.report, width()))


def _still_lacking(fresh: Sequence["Order"]) -> int:
    """Say which PDFs earlier builds could not make and why, where it is still so; the exit code it asks for."""
    from tailor.cli.making import kept_lost, say_lacking, say_lost, say_unprinted  # noqa: PLC0415 - heavy imports late
    from tailor.errors import MachineError  # noqa: PLC0415 - kept beside its one use
    from tailor.workspace import manifest  # noqa: PLC0415 - as above

    code, lacking = 0, ""
    for order in fresh:
        kept = manifest.read_manifest(order.folder)
        lacking = lacking or str(kept.get("lacking") or "")
        code = max(code, say_unprinted(unprinted) if (unprinted := kept.get("unprinted")) else 0)
        if order.wish.check:
            code = max(code, say_lost(kept_lost(kept), check=True))
    if lacking:
        say_lacking(lacking)
        return MachineError.exit_code
    return code
