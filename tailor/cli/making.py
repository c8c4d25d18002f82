"""Orders into files, with what there is to say: progress, failures, drafts kept, what the machine lacks."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tailor.batch import BUG, Failure, Order, Outcome, make, write
from tailor.cli.bugs import bug_message
from tailor.cli.context import Desk
from tailor.cli.ordering import profiles_of
from tailor.cli.output import say, width
from tailor.errors import CheckError, ChoiceError, Fault, InputError, MachineError
from tailor.tailoring import Lost
from tailor.workspace import manifest
from tailor.workspace.delivery import Delivered
from tailor.workspace.folders import near

Told = Callable[[Outcome, Delivered], None]
"""What a command tells of each application made."""


def make_all(orders: Sequence[Order], desk: Desk, *, jobs: int, told: Told) -> int:
    """Make and write every order, saying what goes wrong; the exit code. What is done when it stops stays done."""
    profiles, code = profiles_of(orders)
    orders = [order for order in orders if order.person in profiles]
    codes, said, lacking = [code], set[str](), ""
    for number, outcome in enumerate(make(orders, profiles, desk.tools, jobs=jobs), start=1):
        _say_progress(outcome, number, len(orders))
        if outcome.failure:
            codes.append(outcome.failure.code)
            _say_failure(outcome.failure, said)
            continue
        delivered = write(outcome)
        told(outcome, delivered)
        codes.append(_say_kept_and_lost(outcome, delivered))
        lacking = lacking or (outcome.made.lacking if outcome.made else "")
        codes.append(_say_undrafted(outcome, said))
    if lacking:
        say_lacking(lacking)
        codes.append(MachineError.exit_code)
    return max(codes)


def say_lacking(lacking: str) -> None:
    """What the machine lacks, and that the rest is made."""
    say(f"Everything but the PDFs is made. {lacking}")


def say_unprinted(unprinted: Sequence[str]) -> int:
    """Why PDFs are not there although the machine could make them; the exit code."""
    for message in unprinted:
        say(message)
    return InputError.exit_code


def _say_undrafted(outcome: Outcome, said: set[str]) -> int:
    """Why there is no letter, once for all postings; the exit code, which a letter alone asks for."""
    why = outcome.made.undrafted if outcome.made else ""
    if why and why not in said:
        said.add(why)
        say(why)
    return ChoiceError.exit_code if why and outcome.order.kinds == ("letter",) else 0


def say_lost(lost: Sequence[Lost], *, check: bool) -> int:
    """What readers lose of which PDF, and whether it is written all the same; the exit code."""
    for each in lost:
        state = "not written" if check else "written, as you asked"
        say(f"{each.name} is {state}: software that reads it does not get what is printed:")
        for line in each.lines:
            say(f"  {line}")
    if not lost or not check:
        return 0
    say("The other files are made. Mend the theme or the line, or write the PDF all the same with --no-check.")
    return CheckError.exit_code


def kept_lost(kept: Mapping[str, Any]) -> Sequence[Lost]:
    """What an earlier build's manifest tells of PDFs of which readers lose lines."""
    told = kept.get("lost_in_reading_back")
    listed = [each for each in told if isinstance(each, dict)] if isinstance(told, list) else []
    return [Lost(name=str(each.get("name")), lines=tuple(map(str, each.get("lines") or ()))) for each in listed]


def _say_progress(outcome: Outcome, number: int, count: int) -> None:
    """A line of progress, cut to the terminal; none for a single posting that is made."""
    state = ": not made" if outcome.failure else ""
    if count == 1 and not state:
        return
    line = f"{f'[{number}/{count}] ' if count > 1 else ''}{outcome.order.source.label}{state}"
    say(line if len(line) < width() else f"{line[: width() - 2 - len(state)]}…{state}")


def _say_failure(failure: Failure, said: set[str]) -> None:
    """A failure's message, once for all postings that share it."""
    if failure.message not in said:
        said.add(failure.message)
        say(bug_message(failure.message, failure.trace) if failure.code == BUG else failure.message)


def _say_draft(pointed_out: Sequence[Fault], delivered: Delivered, folder: Path) -> None:
    """That the letter is made from the person's own draft, what in it has no source, and where a new one is."""
    for fault in pointed_out:
        say(str(fault))
    say(f"  the letter is made from your {near(folder / manifest.DRAFT)} (to start anew, delete that file)")
    new = [path for kept, path in delivered.beside if kept.name == manifest.DRAFT]
    for path in new:
        say(f"  a new draft is {near(path)}; {manifest.DIFF} beside it tells what differs")


def _say_kept_and_lost(outcome: Outcome, delivered: Delivered) -> int:
    """The drafts that the user edited, and what keeps a PDF from being there; the exit code they ask for."""
    if outcome.application and outcome.order.draft:
        _say_draft(outcome.application.drafted.pointed_out, delivered, outcome.order.folder)
    for kept, new in delivered.beside:
        if kept.name not in (manifest.DRAFT, manifest.DIFF):
            say(f"  you edited {kept.name}: it stays; the new one is {new}")
    if not outcome.made:
        return 0
    code = say_unprinted(outcome.made.unprinted) if outcome.made.unprinted else 0
    return max(code, say_lost(outcome.made.lost, check=outcome.order.wish.check))
