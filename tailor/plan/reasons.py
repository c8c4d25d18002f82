"""Why a line is not printed, in plain words."""

from tailor.model.plan import LeftOut
from tailor.model.profile import Entry
from tailor.plan.fitting import Fitted
from tailor.plan.lines import Line
from tailor.plan.material import Material

_FAR = "answers little of what this posting asks for"

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
    gone = [entry for entry in material.entries if entry.path not in fitted.choice.entries]
    found += [_gone(entry, material, fitted) for entry in gone]
    unlisted = [item for item in material.listed if item.path not in fitted.choice.listed]
    found += [LeftOut(path=item.path, text=item.title, why=_no_room(fitted)) for item in unlisted]
    return tuple(found)


def _gone(entry: Entry, material: Material, fitted: Fitted) -> LeftOut:
    """A job is gone for want of room; a project, too, or because no line of it is near the posting."""
    own = [line.path for line in material.lines if line.entry.path == entry.path]
    far = bool(own) and all(path in fitted.filler for path in own)
    why = _FAR if far else _no_room(fitted)
    return LeftOut(path=entry.path, text=entry.position or entry.name, why=why)


def _why(line: Line, printed: list[Line], fitted: Fitted) -> str:
    if line.path in fitted.repeated:
        return f"says nearly the same as {_quoted(fitted.repeated[line.path])}"
    if line.path in fitted.filler:
        return _FAR
    own = [other for other in printed if other.entry.path == line.entry.path]
    if line.entry.path in fitted.most and len(own) >= fitted.most[line.entry.path]:
        why = f"{_lines(len(own))} of this entry answer the posting better"
    else:
        why = _outdone(line, printed, fitted)
    return f"your notes ask for it, but {why}" if line.hinted else why


def _outdone(line: Line, printed: list[Line], fitted: Fitted) -> str:
    """What took the place: a line that proves as much, or the printed and better one that is nearest in score."""
    own = [other for other in printed if other.entry.path == line.entry.path]
    if any(other.score < line.score for other in own) and (proof := _shown(line, printed)):
        return f"what it proves is shown by {_quoted(proof)}"
    stronger = [other for other in printed if other.score >= line.score]
    if not stronger:
        return _no_room(fitted)
    nearest = min(_own_or_all(stronger, line), key=lambda other: (other.score, other.place))
    return f"weaker for this posting than {_quoted(nearest)}"


def _shown(line: Line, printed: list[Line]) -> Line | None:
    """The printed line that proves a line's best requirement, where printed lines prove all it proves."""
    by = {
        requirement: max(proving, key=lambda other: dict(other.proofs)[requirement])
        for requirement, _ in line.proofs
        if (proving := [other for other in printed if requirement in dict(other.proofs)])
    }
    if not line.proofs or len(by) < len(line.proofs):
        return None
    return by[max(line.proofs, key=lambda proof: proof[1])[0]]


def _own_or_all(stronger: list[Line], line: Line) -> list[Line]:
    """The stronger lines of the same entry, or all where there is none."""
    return [other for other in stronger if other.entry.path == line.entry.path] or stronger


def _no_room(fitted: Fitted) -> str:
    return "no room on one page" if fitted.fit.limit == 1 else f"no room on {fitted.fit.limit} pages"


def _lines(count: int) -> str:
    return "one line" if count == 1 else f"{count} lines"


def _quoted(line: Line) -> str:
    text = line.planned.text
    return f"“{text if len(text) <= _QUOTED else text[: _QUOTED - 1].rsplit(' ', 1)[0] + ' …'}”"
