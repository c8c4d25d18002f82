"""Any-of groups of skills against what a profile holds."""

from collections.abc import Container

from tailor.gaps.case import Case
from tailor.gaps.words import gap_data
from tailor.model.skills import Skill

Group = tuple[Skill, ...]


def is_soft(group: Group) -> bool:
    """Whether a group is of personal qualities alone."""
    return all(skill.kind in gap_data()["soft_kinds"] for skill in group)


def is_in(group: Group, held: Container[str]) -> bool:
    """Whether one skill of a group is among those held, by id."""
    return any(skill.id in held for skill in group)


def paths_of(case: Case, group: Group) -> list[str]:
    """The paths of the bullets that show a skill of the group."""
    return [path for skill in group for path in case.held.shown.get(skill.id, ())]
