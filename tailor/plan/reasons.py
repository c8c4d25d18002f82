"""Why a line is not printed, in plain words."""

from tailor.model.plan import LeftOut
from tailor.plan.choose import MOST_PER_ENTRY
from tailor.plan.fitting import Fitted
from tailor.plan.material import Line, Material

# Words of another line that stand in a reason.
_QUOTED = 60


def left_out(material: Material, fitted: Fitted) -> tuple[LeftOut, ...]:
    """Lines, entries and listed items that found no place, each with the reason; best lines first."""
    printed = [line for line in material.lines if line.path in fitted.choice.lines]
    waiting = [line for line in material.lines if line.path not in fitted.choice.lines]
    found = [
        LeftOut(path=line.path, text=line.planned.text, why=_why(line, printed, fitted))
        for line in sorted(waiting, key=lambda line: (-line.score, line.place))
    ]
    room = _no_room(fitted)
    gone = [entry for entry in material.entries if entry.path not in fitted.choice.entries]
    found += [LeftOut(path=entry.path, text=entry.position or entry.name, why=room) for entry in gone]
    unlisted = [item for item in material.listed if item.path not in fitted.choice.listed]
    found += [LeftOut(path=item.path, text=item.title, why=room) for item in unlisted]
    return tuple(found)


def _why(line: Line, printed: list[Line], fitted: Fitted) -> str:
    if line.path in fitted.repeated:
        return f"says nearly the same as {_quoted(fitted.repeated[line.path])}"
    own = [other for other in printed if other.entry.path == line.entry.path]
    if len(own) >= MOST_PER_ENTRY:
        return f"this entry has {MOST_PER_ENTRY} lines that answer the posting better"
    # The line that took the place: of the printed and better ones the one nearest in score.
    stronger = [other for other in printed if other.score >= line.score]
    if not stronger:
        return _no_room(fitted)
    nearest = min(_own_or_all(stronger, line), key=lambda other: (other.score, other.place))
    return f"weaker for this posting than {_quoted(nearest)}"


def _own_or_all(stronger: list[Line], line: Line) -> list[Line]:
    """The stronger lines of the same entry, or all where there is none."""
    return [other for other in stronger if other.entry.path == line.entry.path] or stronger


def _no_room(fitted: Fitted) -> str:
    limit = fitted.fit.limit
    return "no room on one page" if limit == 1 else f"no room on {limit} pages"


def _quoted(line: Line) -> str:
    text = line.planned.text
    return f"“{text if len(text) <= _QUOTED else text[: _QUOTED - 1].rsplit(' ', 1)[0] + ' …'}”"
