"""The same evidence from the other side: every bullet with the requirements that it answers."""

from collections.abc import Mapping

from tailor.model.gaps import LineState
from tailor.model.plan import Plan, PlannedLine, RankedBullet, Ranking


def line_states(plan: Plan, ranking: Ranking, firm: Mapping[str, bool]) -> tuple[LineState, ...]:
    """The printed bullets in print order, then those left out that answer something, best first.

    `firm` says by path whether a bullet's place stands however the weights are moved. Private bullets stay out.
    """
    ranked = {one.bullet.path: one for one in ranking.bullets}
    printed = [
        _printed(line, planned.entry.name or planned.entry.position, ranked.get(line.path), firm)
        for planned in plan.entries
        for line in planned.lines
    ]
    return (*printed, *_left_out(plan, ranking, firm))


def _printed(line: PlannedLine, entry: str, ranked: RankedBullet | None, firm: Mapping[str, bool]) -> LineState:
    answers = ranked.requirements if ranked else ()
    return LineState(
        path=line.path, text=line.text, entry=entry, printed=True, answers=answers, firm=firm.get(line.path)
    )


def _left_out(plan: Plan, ranking: Ranking, firm: Mapping[str, bool]) -> tuple[LineState, ...]:
    why = {out.path: out.why for out in plan.left_out}
    return tuple(
        LineState(
            path=one.bullet.path,
            text=one.bullet.text,
            entry=one.entry.name or one.entry.position,
            printed=False,
            answers=one.requirements,
            firm=firm.get(one.bullet.path),
            why=why.get(one.bullet.path, ""),
        )
        for one in ranking.bullets
        if one.requirements and not one.bullet.private and one.bullet.path not in plan.printed
    )
