"""Commands that show choices: rank, plan."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_JSON, AS_OF, PROFILE, look_options
from tailor.cli.output import hung, table, tell, tell_json, width

if TYPE_CHECKING:
    from tailor.model.plan import Plan

_POSTING = click.argument("posting", type=click.Path(path_type=Path))


@click.command()
@_POSTING
@PROFILE
@AS_OF
@AS_JSON
def rank(posting: Path, profile: str | None, as_of: str | None, *, as_json: bool) -> None:
    """Rank every bullet of the profile for one posting, with the parts each score is the sum of."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.cli.contracts import ranking_contract  # noqa: PLC0415 - as above
    from tailor.tailoring import rank_posting  # noqa: PLC0415 - as above

    desk = Desk.here()
    wish = desk.wish({}, as_of=as_of)
    subject = desk.subject(desk.source(posting), profile, wish)
    read, ranking = rank_posting(subject, desk.tools, wish=wish)
    if as_json:
        tell_json(ranking_contract(ranking, str(posting), subject.profile.source))
        return
    if read.empty:
        tell(read.empty)
    rows = [
        (
            f"{ranked.score:.2f}",
            f"{ranked.bullet.text} ({ranked.entry.name}; {', '.join(ranked.requirements) or '-'})",
        )
        for ranked in ranking.bullets
    ]
    tell(table(rows, columns=width()) or "the profile has no bullets")


@click.command()
@_POSTING
@PROFILE
@look_options
@AS_OF
@AS_JSON
def plan(posting: Path, profile: str | None, as_of: str | None, *, as_json: bool, **look: Any) -> None:  # noqa: ANN401 - click's options
    """Show what the resume prints for one posting, in order, and what is left out and why."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.tailoring import plan_page, rank_posting  # noqa: PLC0415 - as above

    desk = Desk.here()
    wish = desk.wish(look, as_of=as_of)
    subject = desk.subject(desk.source(posting), profile, wish)
    read, ranking = rank_posting(subject, desk.tools, wish=wish)
    made, _ = plan_page(subject, read, ranking, desk.tools, wish=wish)
    if as_json:
        tell_json(_plan_contract(made))
    else:
        tell(_plan_table(made))


def _plan_contract(plan: "Plan") -> dict[str, Any]:
    return {
        "posting": plan.posting.source,
        "profile": plan.profile.source,
        "pages": plan.fit.pages,
        "measured": plan.fit.measured,
        "last_page_filled": round(plan.fit.last_fill, 3),
        "next_page": list(plan.fit.next_page),
        "lines": [
            {"path": line.path, "text": line.text, "wording": line.wording}
            for planned in plan.entries
            for line in planned.lines
        ],
        "asks": [{"text": ask.text, "note": ask.note} for ask in plan.asks],
        "left_out": [{"path": out.path, "text": out.text, "why": out.why} for out in plan.left_out],
        "evidence": {requirement: list(paths) for requirement, paths in sorted(plan.evidence.items())},
        "hints": [{"text": hint.text, "used": hint.used, "note": hint.note} for hint in plan.hints],
    }


def _plan_table(plan: "Plan") -> str:
    columns = width()
    rows: list[tuple[str, str]] = []
    for planned in plan.entries:
        rows.append(("", f"{planned.entry.position or planned.entry.study_type} {planned.entry.name}".strip()))
        rows += [("+", line.text) for line in planned.lines]
    waiting = frozenset(plan.fit.next_page)
    rows += [("!", f"{hint.text} [{hint.note}]") for hint in plan.hints if not hint.used]
    rows += [(">" if out.path in waiting else "-", f"{out.text} [{out.why}]") for out in plan.left_out]
    asks = [hung(f"{ask.text}: {ask.note}", columns=columns) for ask in plan.asks]
    lacking = [f"The kind {plan.kind} asks for more than the profile says:", *asks] if asks else []
    return "\n".join((_fit_told(plan), *lacking, table(rows, columns=columns)))


def _fit_told(plan: "Plan") -> str:
    """How the lines fit, and what a page more would add, in a sentence each."""
    fit = plan.fit
    filled = f"{fit.pages} page{'s' if fit.pages > 1 else ''}, the last one {fit.last_fill:.0%} full"
    told = f"{filled}{'' if fit.measured else ' (not measured)'}{f'; {fit.note}' if fit.note else ''}"
    texts = {out.path: out.text for out in plan.left_out}
    more = [texts[path] for path in fit.next_page if path in texts]
    if not more:
        return f"{told}\nA page more would add nothing."
    lines = "line" if len(more) == 1 else f"{len(more)} lines"
    return f"{told}\nA page more would add {'one ' if len(more) == 1 else ''}{lines}; they are marked with >."
