"""The smallest set of skills that completes the most lists of required skills, as steps.

A list is what one posting requires and the profile lacks: any-of groups, of each of which one skill is enough. A
set of a few skills is looked for that completes the most lists; of two that complete as many, the smaller. Small
cases are searched through; in large ones the set grows by what completes the most lists per skill.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from tailor.model.gaps import LearnStep
from tailor.model.skills import Skill

MOST_SKILLS = 5
"""So many things to learn are a plan; more are a wish."""

# Sets times lists up to which everything is searched through: about a second.
_SEARCHED = 2_000_000
_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """Lists that lack the same groups (ids of skills of which one is enough): how many, and some by name."""

    groups: frozenset[frozenset[str]]
    count: int
    postings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """Lists as bits of groups, and candidates with the groups that they answer, the most asked first."""

    lists: tuple[tuple[int, Lacking], ...]
    covers: Mapping[str, int]
    demand: Mapping[str, int]

    def completed(self, chosen: Sequence[str]) -> int:
        """How many lists a set of skills completes."""
        held = self.held(chosen)
        return sum(one.count for mask, one in self.lists if not mask & ~held)

    def held(self, chosen: Sequence[str]) -> int:
        """The groups that a set of skills answers."""
        held = 0
        for name in chosen:
            held |= self.covers[name]
        return held


def learn_steps(
    lists: Sequence[Lacking], skills: Mapping[str, Skill], *, complete: int = 0, most: int = MOST_SKILLS
) -> tuple[LearnStep, ...]:
    """Lists that lack something into the steps that complete the most of them with at most `most` skills.

    `skills` are the skills of all groups by id; `complete` says how many lists lack nothing. A step is one skill,
    or several where only together they complete a list; no step completes less than one more list.
    """
    task = _task(lists, skills)
    grown = _grown(task, most)
    best = _searched(task, most, grown)
    return tuple(_told(task, best, skills, complete))


def _task(lists: Sequence[Lacking], skills: Mapping[str, Skill]) -> _Task:
    groups = sorted({group for one in lists for group in one.groups}, key=sorted)
    bits = {group: 1 << place for place, group in enumerate(groups)}
    masks = tuple((sum(bits[group] for group in one.groups), one) for one in lists if one.groups)
    names = {name for group in groups for name in group}
    covers = {name: sum(bits[g] for g in groups if g & {name, *skills[name].implies}) for name in names}
    demand = {name: sum(one.count for mask, one in masks if mask & covers[name]) for name in names}
    order = sorted(names, key=lambda name: (-demand[name], skills[name].name.casefold(), name))
    kept: dict[str, int] = {}
    for name in order:
        # Who learns a skill that answers all that another answers, and is asked for as often, needs no other.
        if not any(covers[name] | held == held for held in kept.values()):
            kept[name] = covers[name]
    return _Task(lists=masks, covers=kept, demand=demand)


def _grown(task: _Task, most: int) -> tuple[str, ...]:
    """A set that grows by the skills which complete the most lists for each skill that they take."""
    chosen: tuple[str, ...] = ()
    while True:
        done = task.completed(chosen)
        bundles = {bundle for bundle in _bundles(task, chosen) if len(chosen) + len(bundle) <= most}
        worth = {bundle: (task.completed((*chosen, *bundle)) - done) / len(bundle) for bundle in bundles}
        if not worth:
            return chosen
        demand = task.demand
        best = min(worth, key=lambda one: (-worth[one], len(one), -sum(demand[name] for name in one), one))
        chosen = (*chosen, *best)


def _bundles(task: _Task, chosen: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """For each list that is not complete, skills that complete it, those first that answer most of it."""
    held = task.held(chosen)
    for left in sorted({mask & ~held for mask, _ in task.lists if mask & ~held}):
        bundle: list[str] = []
        open_groups = left
        while open_groups:
            name = max(task.covers, key=lambda one: _answered(task, one, open_groups))
            bundle.append(name)
            open_groups &= ~task.covers[name]
        yield tuple(sorted(bundle))


def _answered(task: _Task, name: str, left: int) -> tuple[int, int]:
    return (task.covers[name] & left).bit_count(), task.demand[name]


def _searched(task: _Task, most: int, grown: Sequence[str]) -> tuple[str, ...]:
    """The best set of all, where there are few enough to try; else the one that has grown."""
    best, done = tuple(grown), task.completed(grown)
    for size in range(1, min(most, len(task.covers)) + 1):
        if comb(len(task.covers), size) * len(task.lists) > _SEARCHED:
            break
        for chosen in combinations(task.covers, size):
            completed = task.completed(chosen)
            if completed > done or (completed == done and size < len(best)):
                best, done = chosen, completed
    return best


def _told(task: _Task, chosen: Sequence[str], skills: Mapping[str, Skill], complete: int) -> Iterator[LearnStep]:
    """A set in steps, none of which could be two, each the one that completes the most lists for its skills."""
    taken: tuple[str, ...] = ()
    left = list(chosen)
    while left:
        step = _next(task, taken, left)
        before, taken = task.held(taken), (*taken, *step)
        now = task.held(taken)
        new = [one for mask, one in task.lists if mask & ~before and not mask & ~now]
        count = sum(one.count for one in new)
        names = sorted(name for one in new for name in one.postings)
        left = [name for name in left if name not in step]
        yield LearnStep(
            skills=tuple(skills[name].name for name in step),
            completes=tuple(names[:_NAMED]),
            more=count,
            complete=complete + task.completed(taken),
        )


def _next(task: _Task, taken: Sequence[str], left: Sequence[str]) -> tuple[str, ...]:
    """The best of the smallest further steps: no part of one completes a list."""
    done = task.completed(taken)
    steps: dict[tuple[str, ...], float] = {}
    for size in range(1, len(left) + 1):
        for bundle in combinations(left, size):
            more = task.completed((*taken, *bundle)) - done
            if more and not any(set(step) <= set(bundle) for step in steps):
                steps[bundle] = more / size
    return max(steps, key=lambda step: steps[step], default=tuple(left))
