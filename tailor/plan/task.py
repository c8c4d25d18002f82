"""What is fitted to how many pages: the lines to choose from, and all that stands whatever is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from tailor.model import periods
from tailor.model.plan import Fit, Plan
from tailor.model.profile import Entry
from tailor.plan.build import Choice, build
from tailor.plan.choose import Later
from tailor.plan.estimate import total
from tailor.plan.likeness import repeats
from tailor.plan.limits import Limits, limits, weak_lines
from tailor.plan.lines import Line
from tailor.plan.material import Material
from tailor.plan.order import is_recent
from tailor.plan.paper import Paper

FULL_ENOUGH = 0.85
"""The share of the last page from which white space is better than lines that are far from the posting."""

NEARLY_FULL = 0.9
"""The share of the last page up to which jobs may have two lines more than their most."""

HALF_EMPTY = 0.6
"""The share of the last page below which even old lines far from the posting are better than white space."""

_BEYOND = 2

# Titles and lists may take this share of the paper before the titles of jobs that ended long ago give way.
_TITLES_SHARE = 0.7

UNTRIED = Fit(pages=0, limit=None, measured=False, last_fill=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
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
        return build(self.material, choice, fit=UNTRIED)

    def height(self, choice: Choice) -> float:
        """The height of a choice by the heights of its elements."""
        return total(self.plan(choice), self.paper.heights)


def read_task(material: Material, paper: Paper, limit: int, *, spare_weak: bool) -> Task:
    """What is fitted to `limit` pages: what repeats is out; lines that are mere filling come in last."""
    repeated = repeats(material.lines)
    lines = tuple(line for line in material.lines if line.path not in repeated)
    bounds = limits(lines, material.named, material.wish.today, material.wish.kind.limits)
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
            Later(lines=bounds.filler & old, room=(limit - 1 + HALF_EMPTY) * page),
        ]
    return Task(
        material=material,
        paper=paper,
        limit=limit,
        repeated=repeated,
        lines=lines,
        limits=bounds,
        later=tuple(later),
    )


def listed_first(task: Task, room: float, entries: frozenset[str]) -> frozenset[str]:
    """Awards and publications in their order, while they keep to their share; interests wait."""
    rest = room - task.height(Choice(lines=frozenset(), entries=entries, listed=frozenset()))
    bounds = task.material.wish.kind.limits
    left, found = min(bounds.lists * room, bounds.lists_rest * rest), []
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


def titles(task: Task, room: float) -> frozenset[str]:
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


def heads(task: Task, always: Choice) -> dict[str, float]:
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


def _above(entry: Entry, task: Task) -> tuple[str, str]:
    """What stands once for several entries: the section's heading, the employer's line."""
    return f"section:{task.material.section_of[entry.path]}", entry.employer
