"""Choosing what fits the pages: choose by measured heights, lay out, correct; three rounds at most."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tailor.model import periods
from tailor.model.plan import Fit, Layout, Plan
from tailor.model.profile import Entry
from tailor.plan.build import Choice, build, everything
from tailor.plan.choose import Later, Problem, choose
from tailor.plan.estimate import total
from tailor.plan.likeness import repeats
from tailor.plan.limits import FAR, Limits, filler, limits, weak_lines
from tailor.plan.lines import Line
from tailor.plan.material import Material
from tailor.plan.order import is_recent
from tailor.plan.paper import Paper

ROUNDS = 3

FULL_ENOUGH = 0.8
"""The share of the last page from which white space is better than lines that are far from the posting."""

NEARLY_FULL = 0.9
"""The share of the last page up to which jobs may have two lines more than their most."""

_BEYOND = 2

# Awards and publications may take this share of the paper, and of what titles and lists leave of it.
_LISTED_SHARE = 0.12
_LISTED_REST = 0.1

# Titles and lists may take this share of the paper before the titles of jobs that ended long ago give way.
_TITLES_SHARE = 0.7

# A last page emptier than this share is filled up in the next round; less is no whole line.
_WASTE = 0.03

# Of the room left over, this share is given out in the next round: margins between boxes do not add up exactly.
_CAUTION = 0.9

_UNTRIED = Fit(pages=0, limit=None, measured=False, last_fill=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What is printed, how it fits, and which lines were set aside because a better one says the same.

    `filler` are lines far from the posting, `most` the most lines by the path of an entry.
    """

    choice: Choice
    fit: Fit
    repeated: Mapping[str, Line]
    filler: frozenset[str]
    most: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is fitted to how many pages; lines of `repeated` are out of it, those of `later` come in last."""

    material: Material
    paper: Paper
    limit: int
    repeated: Mapping[str, Line]
    lines: tuple[Line, ...]
    limits: Limits
    later: tuple[Later, ...]

    def plan(self, choice: Choice) -> Plan:
        """A choice as the plan that is laid out."""
        return build(self.material, choice, fit=_UNTRIED)

    def height(self, choice: Choice) -> float:
        """The height of a choice by the heights of its elements."""
        return total(self.plan(choice), self.paper.heights)


def fit_all(material: Material, paper: Paper) -> Fitted:
    """Everything that is near the posting and not said twice, on as many pages as it takes."""
    repeated, far = repeats(material.lines), filler(material.lines, FAR)
    everywhere = everything(material)
    lines = everywhere.lines - frozenset(repeated) - far
    bare = _bare(material, lines)
    choice = Choice(lines=lines, entries=everywhere.entries - bare, listed=everywhere.listed)
    layout = paper.lay_out(build(material, choice, fit=_UNTRIED))
    fit = Fit(pages=layout.pages, limit=None, measured=paper.measured, last_fill=layout.last_fill)
    return Fitted(choice=choice, fit=fit, repeated=repeated, filler=far, most={})


def fit_pages(material: Material, paper: Paper, *, limit: int, spare_weak: bool = False) -> Fitted:
    """Material into the choice that fits `limit` pages, verified by a layout.

    `spare_weak` keeps lines that are no evidence for the posting from opening another page. Where what is always
    printed takes more than `limit` pages, the fit has more.
    """
    task = _task(material, paper, limit, spare_weak=spare_weak)
    tried = _rounds(task)
    fitting = [(choice, layout) for choice, layout in tried if layout.pages <= limit]
    choice, layout = max(fitting, key=lambda one: (one[1].pages, one[1].last_fill)) if fitting else tried[-1]
    fit = Fit(pages=layout.pages, limit=limit, measured=paper.measured, last_fill=layout.last_fill)
    bounds = task.limits
    return Fitted(choice=choice, fit=fit, repeated=task.repeated, filler=bounds.filler, most=bounds.most)


def next_page(material: Material, paper: Paper, fitted: Fitted) -> tuple[str, ...]:
    """The paths of lines that one more page would bring in, in print order, by heights alone."""
    limit = fitted.fit.pages + 1
    task = _task(material, paper, limit, spare_weak=False)
    chosen = _choice(task, limit * paper.heights.page).lines
    return tuple(line.path for line in task.lines if line.path in chosen - fitted.choice.lines)


def _bare(material: Material, lines: frozenset[str]) -> frozenset[str]:
    """Projects and voluntary posts of which no line is printed, where they have lines."""
    return frozenset(
        line.entry.path for line in material.lines if line.entry.section in ("projects", "volunteer")
    ) - frozenset(line.entry.path for line in material.lines if line.path in lines)


def _task(material: Material, paper: Paper, limit: int, *, spare_weak: bool) -> _Task:
    repeated = repeats(material.lines)
    lines = tuple(line for line in material.lines if line.path not in repeated)
    bounds = limits(lines, material.named, material.wish.today)
    page = paper.heights.page
    near = frozenset(line.path for line in lines) - bounds.filler
    today = material.wish.today
    old = frozenset(line.path for line in lines if not is_recent(line.entry, today))
    if spare_weak:
        later = [Later(lines=weak_lines(lines) | bounds.filler, room=page)]
    else:
        later = [
            Later(lines=near, room=(limit - 1 + NEARLY_FULL) * page, beyond=_BEYOND),
            Later(lines=bounds.filler - old, room=(limit - 1 + FULL_ENOUGH) * page),
            Later(lines=bounds.filler & old, room=0.0),
        ]
    return _Task(
        material=material,
        paper=paper,
        limit=limit,
        repeated=repeated,
        lines=lines,
        limits=bounds,
        later=tuple(later),
    )


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
        elif spare > task.paper.heights.page * _WASTE and _more(task, choice):
            room += _CAUTION * spare
        else:
            break
    return tried


def _more(task: _Task, choice: Choice) -> bool:
    """Whether lines wait that a taller page would bring in."""
    late = frozenset(path for later in task.later if not later.beyond for path in later.lines)
    return any(line.path not in choice.lines and line.path not in late for line in task.lines)


def _choice(task: _Task, room: float) -> Choice:
    """What to print in a height of paper."""
    entries = _entries(task, room)
    always = Choice(lines=frozenset(), entries=entries, listed=_listed(task, room, entries))
    taken = task.height(always)
    problem = Problem(
        lines=task.lines,
        heights={line.path: task.paper.heights.elements.get(line.path, 0.0) for line in task.lines},
        room=room - taken,
        heads=_heads(task, always),
        first=task.limits.first,
        kept=task.limits.kept,
        most=task.limits.most,
        later=tuple(replace(later, room=later.room - taken) for later in task.later),
    )
    chosen = choose(problem)
    brought = frozenset(line.entry.path for line in task.lines if line.path in chosen)
    return _filled(task, room, Choice(lines=chosen, entries=entries | brought, listed=always.listed))


def _filled(task: _Task, room: float, choice: Choice) -> Choice:
    """A choice with what needs no line of its own and still has room: entries without lines, listed items."""
    held = {line.entry.path for line in task.material.lines}
    bare = [entry.path for entry in task.material.entries if entry.path not in held | choice.entries]
    for path in bare:
        wider = Choice(lines=choice.lines, entries=choice.entries | {path}, listed=choice.listed)
        choice = wider if task.height(wider) <= room else choice
    for item in task.material.listed:
        wider = Choice(lines=choice.lines, entries=choice.entries, listed=choice.listed | {item.path})
        choice = wider if task.height(wider) <= room else choice
    return choice


def _listed(task: _Task, room: float, entries: frozenset[str]) -> frozenset[str]:
    """Awards and publications in their order, while they keep to their share; interests wait."""
    rest = room - task.height(Choice(lines=frozenset(), entries=entries, listed=frozenset()))
    left, found = min(_LISTED_SHARE * room, _LISTED_REST * rest), []
    heights = task.paper.heights.elements
    headed: set[str] = set()
    for item in task.material.listed:
        left -= heights.get(item.path, 0.0)
        left -= 0.0 if item.section in headed else heights.get(f"section:{item.section}", 0.0)
        if left < 0 or item.section == "interests":
            break
        headed.add(item.section)
        found.append(item.path)
    return frozenset(found)


def _entries(task: _Task, room: float) -> frozenset[str]:
    """Entries that keep at least their title line: all work and education; the oldest jobs go where too many."""
    kept = [entry for entry in task.material.entries if entry.stands_in in ("work", "education")]
    today = task.material.wish.today
    old = list(
        periods.newest_first([one for one in kept if one.stands_in == "work" and not is_recent(one, today)])
    )
    paths = frozenset(entry.path for entry in kept)
    share = _TITLES_SHARE * room
    while old and task.height(Choice(lines=frozenset(), entries=paths, listed=frozenset())) > share:
        paths -= {old.pop().path}
    return paths


def _heads(task: _Task, always: Choice) -> dict[str, float]:
    """Heights of heads that only a chosen line brings in, with the heading and the employer where none stands."""
    elements = task.paper.heights.elements
    standing = {
        above for entry in task.material.entries if entry.path in always.entries for above in _above(entry, task)
    }
    return {
        entry.path: elements.get(entry.path, 0.0)
        + sum(elements.get(above, 0.0) for above in _above(entry, task) if above not in standing)
        for entry in task.material.entries
        if entry.path not in always.entries
    }


def _above(entry: Entry, task: _Task) -> tuple[str, str]:
    """What stands once for several entries: the section's heading, the employer's line."""
    return f"section:{task.material.section_of[entry.path]}", entry.employer
