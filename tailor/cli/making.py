"""Orders into files, with what there is to say: progress, failures, drafts kept, what the machine lacks."""

from collections.abc import Callable, Sequence

from tailor.batch import BUG, Failure, Order, Outcome, make, write
from tailor.cli.bugs import bug_message
from tailor.cli.context import Desk
from tailor.cli.ordering import profiles_of
from tailor.cli.output import say, width
from tailor.errors import MachineError
from tailor.workspace.delivery import Delivered

Told = Callable[[Outcome, Delivered], None]
"""What a command tells of each application made."""


def make_all(orders: Sequence[Order], desk: Desk, *, jobs: int, told: Told) -> int:
    """Make and write every order, saying what goes wrong; the exit code. What is done when it stops stays done."""
    profiles, code = profiles_of(orders)
    orders = [order for order in orders if order.profile in profiles]
    codes, said, lacking = [code], set[str](), ""
    for number, outcome in enumerate(make(orders, profiles, desk.tools, jobs=jobs), start=1):
        count = f"[{number}/{len(orders)}] " if len(orders) > 1 else ""
        _say_line(f"{count}{outcome.order.source.label}{': not made' if outcome.failure else ''}")
        if outcome.failure:
            codes.append(outcome.failure.code)
            _say_failure(outcome.failure, said)
            continue
        delivered = write(outcome)
        told(outcome, delivered)
        codes.append(_say_kept_and_lost(outcome, delivered))
        lacking = lacking or (outcome.made.lacking if outcome.made else "")
    if lacking:
        say_lacking(lacking)
        codes.append(MachineError.exit_code)
    return max(codes)


def say_lacking(lacking: str) -> None:
    """What the machine lacks, and that the rest is made."""
    say(f"Everything but the PDFs is made. {lacking}")


def _say_line(text: str) -> None:
    """A line of progress, cut to the terminal."""
    say(text if len(text) < width() else text[: width() - 2] + "…")


def _say_failure(failure: Failure, said: set[str]) -> None:
    """A failure's message, once for all postings that share it."""
    if failure.message not in said:
        said.add(failure.message)
        say(bug_message(failure.message, failure.trace) if failure.code == BUG else failure.message)


def _say_kept_and_lost(outcome: Outcome, delivered: Delivered) -> int:
    """The drafts that the user edited, and lines that a PDF reader does not find; the exit code they ask for."""
    for kept, new in delivered.beside:
        say(f"  you edited {kept.name}: it stays; the new one is {new}")
    if not outcome.made or not outcome.made.lost:
        return 0
    say("  read back from the PDF, these lines are not as printed:")
    for line in outcome.made.lost:
        say(f"    {line}")
    return 3
