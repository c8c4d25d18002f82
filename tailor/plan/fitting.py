"""Choosing what fits the pages: choose by measured heights, lay out, correct; three rounds at most."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tailor.model.plan import Fit, Layout
from tailor.plan.build import Choice, build, everything
from tailor.plan.choose import Problem, choose
from tailor.plan.likeness import repeats
from tailor.plan.limits import filler
from tailor.plan.lines import Line
from tailor.plan.material import Material
from tailor.plan.paper import Paper
from tailor.plan.task import UNTRIED, Task, heads, listed_first, read_task, titles

ROUNDS = 3

# A last page emptier than this share is filled up in the next round; less is no whole line.
_WASTE = 0.03

# Of the room left over, this share is given out in the next round: margins between boxes do not add up exactly.
_CAUTION = 0.9


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


def fit_all(material: Material, paper: Paper) -> Fitted:
    """Everything that is near the posting and not said twice, on as many pages as it takes."""
    repeated, far = repeats(material.lines), filler(material.lines, material.wish.kind.limits.far)
    everywhere = everything(material)
    lines = everywhere.lines - frozenset(repeated) - far
    bare = _bare(material, lines)
    choice = Choice(lines=lines, entries=everywhere.entries - bare, listed=everywhere.listed)
    layout = paper.lay_out(build(material, choice, fit=UNTRIED))
    fit = Fit(pages=layout.pages, limit=None, measured=paper.measured, last_fill=layout.last_fill)
    return Fitted(choice=choice, fit=fit, repeated=repeated, filler=far, most={})


def fit_pages(material: Material, paper: Paper, *, limit: int, spare_weak: bool = False) -> Fitted:
    """Material into the choice that fits `limit` pages, verified by a layout.

    `spare_weak` keeps lines that are no evidence for the posting from opening another page. Where what is always
    printed takes more than `limit` pages, the fit has more.
    """
    task = read_task(material, paper, limit, spare_weak=spare_weak)
    tried = _rounds(task)
    fitting = [(choice, layout) for choice, layout in tried if layout.pages <= limit]
    choice, layout = max(fitting, key=lambda one: (one[1].pages, one[1].last_fill)) if fitting else tried[-1]
    fit = Fit(pages=layout.pages, limit=limit, measured=paper.measured, last_fill=layout.last_fill)
    bounds = task.limits
    return Fitted(choice=choice, fit=fit, repeated=task.repeated, filler=bounds.filler, most=bounds.most)


def next_page(material: Material, paper: Paper, fitted: Fitted) -> tuple[str, ...]:
    """The paths of lines that one more page would bring in, in print order, by heights alone."""
    limit = fitted.fit.pages + 1
    task = read_task(material, paper, limit, spare_weak=False)
    chosen = _choice(task, limit * paper.heights.page).lines
    return tuple(line.path for line in task.lines if line.path in chosen - fitted.choice.lines)


def _bare(material: Material, lines: frozenset[str]) -> frozenset[str]:
    """Projects and voluntary posts of which no line is printed, where they have lines."""
    return frozenset(
        line.entry.path for line in material.lines if line.entry.section in ("projects", "volunteer")
    ) - frozenset(line.entry.path for line in material.lines if line.path in lines)


def _rounds(task: Task) -> list[tuple[Choice, Layout]]:
    """Choices with their layouts; each round's room is corrected by what the last layout showed."""
    room = task.limit * task.paper.heights.page
    tried: list[tuple[Choice, Layout]] = []
    for _ in range(ROUNDS):
        choice = _choice(task, room)
        layout = task.paper.lay_out(task.plan(choice))
        tried.append((choice, layout))
        spare = (task.limit - layout.pages + 1 - layout.last_fill) * task.paper.heights.page
        if layout.pages > task.limit:
            room = min(room, task.height(choice)) + spare - task.paper.heights.page * _WASTE
        elif spare > task.paper.heights.page * _WASTE and _more(task, choice):
            room += _CAUTION * spare
        else:
            break
    return tried


def _more(task: Task, choice: Choice) -> bool:
    """Whether lines wait that a taller page would bring in."""
    late = frozenset(path for later in task.later if not later.beyond for path in later.lines)
    return any(line.path not in choice.lines and line.path not in late for line in task.lines)


def _choice(task: Task, room: float) -> Choice:
    """What to print in a height of paper."""
    entries = titles(task, room)
    always = Choice(lines=frozenset(), entries=entries, listed=listed_first(task, room, entries))
    taken = task.height(always)
    problem = Problem(
        lines=task.lines,
        heights={line.path: task.paper.heights.elements.get(line.path, 0.0) for line in task.lines},
        room=room - taken,
        heads=heads(task, always),
        first=task.limits.first,
        kept=task.limits.kept,
        most=task.limits.most,
        later=tuple(replace(later, room=later.room - taken) for later in task.later),
    )
    chosen = choose(problem)
    brought = frozenset(line.entry.path for line in task.lines if line.path in chosen)
    return _filled(task, room, Choice(lines=chosen, entries=entries | brought, listed=always.listed))


def _filled(task: Task, room: float, choice: Choice) -> Choice:
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
