"""Commands over what was built: status, verify."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_JSON, OUT, PROFILE
from tailor.cli.output import hung, say, table, tell, tell_json, width
from tailor.errors import CheckError, fault

if TYPE_CHECKING:
    from tailor.batch import Order


@click.command()
@PROFILE
@OUT
@AS_JSON
def status(*, as_json: bool, **words: Any) -> None:  # noqa: ANN401 - click's options
    """List the applications of the workspace: what is made, stale or edited, where they stand, their verdicts."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.cli.ordering import orders_from  # noqa: PLC0415 - as above

    orders, code = orders_from(Desk.here(), (), words)
    for order in orders:
        told = _state(order)
        if as_json:
            tell_json(told)
            continue
        parts = [
            told["stale"] or "up to date",
            *_edited(told["edited"]),
        ]
        tell(hung(told["name"] or told["posting"], columns=width(), indent=0))
        rows = [("state", "; ".join(parts)), *(("pdf", line) for line in told["pdf"])]
        rows += [("status", told["status"] or ""), ("verdict", told["verdict"]), ("in", told["folder"])]
        tell(
            "\n".join(
                "  " + line for line in table([row for row in rows if row[1]], columns=width() - 2).split("\n")
            )
        )
    click.get_current_context().exit(code)


@click.command()
@click.argument("folders", nargs=-1, metavar="[OUT]...", type=click.Path(path_type=Path))
def verify(folders: tuple[Path, ...]) -> None:
    """Build again from the same inputs, without writing, and compare bytes with what stands in OUT [default: out].

    OUT is an application's folder, or one that holds several. Each file is the same, edited by you, or differs
    (exit 3); where inputs have changed since, there is nothing to compare with.
    """
    from tailor.cli.ordering import out_folder  # noqa: PLC0415 - heavy imports late
    from tailor.cli.replay import Replay  # noqa: PLC0415 - as above

    replay = Replay()
    found = [folder for out in folders or (out_folder(replay.desk, None),) for folder in _applications(out)]
    differing = 0
    for folder in found:
        notes, states = replay.states(folder)
        tell(str(folder))
        tell("\n".join("  " + line for line in table(list(states), columns=width() - 2).split("\n")))
        for note in notes:
            say(hung(note, columns=width()))
        differing += sum(state == "differs" for state, _ in states)
    if differing:
        raise CheckError(f"files that differ although their inputs are the same: {differing}")


def _edited(names: Sequence[str]) -> Iterator[str]:
    """What of an application the person edited, in a few words: the letter by its draft, other files by number."""
    from tailor.workspace.manifest import DRAFT  # noqa: PLC0415 - heavy imports late

    if DRAFT in names:
        yield "letter edited"
    if others := len(names) - (DRAFT in names):
        yield f"{others} edited by you"


def _state(order: "Order") -> dict[str, Any]:
    """An application's state as the contract of `status --json`; `stale` says why, null is up to date."""
    from tailor.batch import stale_because  # noqa: PLC0415 - heavy imports late
    from tailor.cli.verdicts import application_name  # noqa: PLC0415 - as above
    from tailor.workspace import manifest  # noqa: PLC0415 - as above
    from tailor.workspace.folders import near  # noqa: PLC0415 - as above

    kept = manifest.read_manifest(order.folder)
    states = manifest.output_states(order.folder, kept)
    verdict = kept.get("verdict")
    facts, record = order.source.reading.facts, order.source.record
    name = application_name(kept) or ", ".join(part for part in (facts.company, facts.title) if part)
    return {
        "posting": order.source.label,
        "name": name,
        "profile": order.profile.stem,
        "stale": stale_because(order) or None,
        "edited": [name for name, state in states.items() if state == "edited"],
        "pdf": list(_pdf_faults(kept)),
        "status": record.status if record else None,
        "verdict": verdict.get("sentence", "") if isinstance(verdict, dict) else "",
        "folder": str(near(order.folder)),
    }


def _pdf_faults(kept: Mapping[str, Any]) -> Iterator[str]:
    """What an application's manifest tells of PDFs that the last build did not make, or made with a loss."""
    from tailor.cli.making import kept_lost  # noqa: PLC0415 - heavy imports late
    from tailor.workspace import manifest  # noqa: PLC0415 - as above

    for each in kept_lost(kept):
        state = "written, as you asked" if each.name in manifest.made(kept) else "not written"
        count = f"{len(each.lines)} line{'s' if len(each.lines) > 1 else ''}"
        yield f"{each.name} is {state}: software that reads it loses {count}"
    unprinted = kept.get("unprinted")
    yield from map(str, unprinted if isinstance(unprinted, list) else ())
    if lacking := kept.get("lacking"):
        yield f"no PDF is made: {lacking}"


def _applications(out: Path) -> Sequence[Path]:
    """The folders with a whole build's manifest in or below a folder, sorted; InputError when there is none."""
    found = sorted(_with_manifest(out))
    if not found:
        raise fault(str(out), "nothing built stands here", "name a folder that `tailor build` made")
    return found


def _with_manifest(out: Path) -> Iterator[Path]:
    from tailor.workspace import manifest  # noqa: PLC0415 - heavy imports late

    for path in out.rglob(manifest.NAME):
        if manifest.read_manifest(path.parent).get("key"):
            yield path.parent
