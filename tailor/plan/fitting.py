"""Choosing what fits the pages: choose by measured heights, lay out, correct; three rounds at most."""

from collections.abc import Mapping
from dataclasses import dataclass

from tailor.model.plan import Fit, Layout, Plan
from tailor.plan.build import Choice, build, everything
from tailor.plan.choose import Problem, choose
from tailor.plan.estimate import total
from tailor.plan.likeness import repeats
from tailor.plan.limits import least_lines, weak_lines
from tailor.plan.material import Line, Material
from tailor.plan.order import is_recent
from tailor.plan.paper import Paper

ROUNDS = 3

# The share of the paper that awards, publications and interests may take: evidence goes before them.
_LISTED_SHARE = 0.12

# A last page emptier than this share is filled up in the next round; less is no whole line.
_WASTE = 0.03

# Of the room left over, this share is given out in the next round: margins between boxes do not add up exactly.
_CAUTION = 0.9

_UNTRIED = Fit(pages=0, limit=None, measured=False, last_fill=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What is printed, how it fits, and which lines were set aside because a better one says the same."""

    choice: Choice
    fit: Fit
    repeated: Mapping[str, Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is fitted to how many pages; lines of `repeated` are out of it, `weak` ones stay on page one."""

    material: Material
    paper: Paper
    limit: int
    repeated: Mapping[str, Line]
    weak: frozenset[str]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines to choose from."""
        return tuple(line for line in self.material.lines if line.path not in self.repeated)

    def plan(self, choice: Choice) -> Plan:
        """A choice as the plan that is laid out."""
        return build(self.material, choice, fit=_UNTRIED)

    def height(self, choice: Choice) -> float:
        """The height of a choice by the heights of its elements."""
        return total(self.plan(choice), self.paper.heights)


def fit_all(material: Material, paper: Paper) -> Fitted:
    """Everything, on as many pages as it takes."""
    choice = everything(material)
    layout = paper.lay_out(build(material, choice, fit=_UNTRIED))
    fit = Fit(pages=layout.pages, limit=None, measured=paper.measured, last_fill=layout.last_fill)
    return Fitted(choice=choice, fit=fit, repeated={})


def fit_pages(material: Material, paper: Paper, *, limit: int, spare_weak: bool = False) -> Fitted:
    """Material into the choice that fits `limit` pages, verified by a layout.

    `spare_weak` keeps lines that are no evidence for the posting from opening another page. Where what is always
    printed takes more than `limit` pages, the fit's note says so.
    """
    weak = weak_lines(material.lines) if spare_weak else frozenset()
    task = _Task(material=material, paper=paper, limit=limit, repeated=repeats(material.lines), weak=weak)
    tried = _rounds(task)
    fitting = [(choice, layout) for choice, layout in tried if layout.pages <= limit]
    choice, layout = max(fitting, key=lambda one: (one[1].pages, one[1].last_fill)) if fitting else tried[-1]
    note = "" if fitting else f"what is always printed takes {layout.pages} pages"
    fit = Fit(pages=layout.pages, limit=limit, measured=paper.measured, last_fill=layout.last_fill, note=note)
    return Fitted(choice=choice, fit=fit, repeated=task.repeated)


def _rounds(task: _Task) -> list[tuple[Choice, Layout]]:
    """Choices with their layouts; each round's room is corrected by what the last layout showed."""
    room = task.limit * task.paper.heights.page
    tried: list[tuple[Choice, Layout]] = []
    for _ in range(ROUNDS):
        choice = _choice(task, room)
        layout = task.paper.lay_out(task.plan(choice))
        tried.append((choice, layout))
        spare = (task.limit - layout.pages + 1 - layout.last_fill) * task.paper.heights.page
        if layout.pages > task.limit:
            room += spare - task.paper.heights.page * _WASTE
        elif spare > task.paper.heights.page * _WASTE and len(choice.lines) < len(task.lines):
            room += _CAUTION * spare
        else:
            break
    return tried


def _choice(task: _Task, room: float) -> Choice:
    """What to print in a height of paper."""
    listed = _listed(task, room)
    entries = _entries(task, room, listed)
    always = Choice(lines=frozenset(), entries=entries, listed=listed)
    taken = task.height(always)
    page = task.paper.heights.page
    problem = Problem(
        lines=task.lines,
        heights={line.path: task.paper.heights.elements.get(line.path, 0.0) for line in task.lines},
        room=room - taken,
        least=least_lines(task.lines),
        heads=_heads(task, always),
        modest=task.weak,
        modest_room=page - taken,
    )
    chosen = choose(problem)
    brought = frozenset(line.entry.path for line in task.lines if line.path in chosen)
    return Choice(lines=chosen, entries=entries | brought, listed=listed)


def _listed(task: _Task, room: float) -> frozenset[str]:
    """Awards, publications and interests in their order, while they keep to their share."""
    left, found = _LISTED_SHARE * room, []
    for item in task.material.listed:
        left -= task.paper.heights.elements.get(item.path, 0.0)
        if left < 0:
            break
        found.append(item.path)
    return frozenset(found)


def _entries(task: _Task, room: float, listed: frozenset[str]) -> frozenset[str]:
    """Entries that keep at least their title line: all work and education; the oldest jobs go where too many."""
    kept = [entry for entry in task.material.entries if entry.section in ("work", "education")]
    today = task.material.wish.today
    old = [entry for entry in kept if entry.section == "work" and not is_recent(entry, today)]
    paths = frozenset(entry.path for entry in kept)
    while old and task.height(Choice(lines=frozenset(), entries=paths, listed=listed)) > room:
        paths -= {old.pop().path}
    return paths


def _heads(task: _Task, always: Choice) -> dict[str, float]:
    """Heights of heads that only a chosen line brings in, each with its section's heading where none stands."""
    elements = task.paper.heights.elements
    standing = {entry.section for entry in task.material.entries if entry.path in always.entries}
    return {
        entry.path: elements.get(entry.path, 0.0)
        + (0.0 if entry.section in standing else elements.get(f"section:{entry.section}", 0.0))
        for entry in task.material.entries
        if entry.path not in always.entries
    }
