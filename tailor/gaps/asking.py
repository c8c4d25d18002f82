"""What one posting asks of skills: each with its strongest need, and the required ones that are not held."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tailor.gaps.holdings import Holdings
from tailor.model.posting import Need, Posting, Requirement
from tailor.model.skills import Skill

WEIGHTS: Mapping[Need, float] = {"required": 3.0, "responsibility": 2.0, "preferred": 1.0}

# Not skills in a table of skills: a degree or a spoken language has its own field, a trait is told in person.
_FIELDS = frozenset({"degree", "natural-language", "credential", "soft"})

# Requirements that are answered as a whole: the field of a degree is no skill that is missing.
_OWN_ANSWER = frozenset({"degree", "licence", "language", "permit", "logistics"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSkill:
    """A skill that a posting asks for: the strongest need, and the first requirement that has it."""

    skill: Skill
    need: Need
    requirement: str


Group = tuple[Skill, ...]
"""Skills of which one is enough."""


def asked_skills(posting: Posting, held: Holdings) -> tuple[AskedSkill, ...]:
    """The skills that a posting asks for, each once; where one of an any-of group is owned, it stands for all."""
    found: dict[str, AskedSkill] = {}
    for requirement in _asking(posting):
        for group in requirement.skills:
            for skill in _open(group, held):
                before = found.get(skill.id)
                if before is None or WEIGHTS[requirement.need] > WEIGHTS[before.need]:
                    found[skill.id] = AskedSkill(skill=skill, need=requirement.need, requirement=requirement.id)
    return tuple(found.values())


def missing_groups(posting: Posting, held: Holdings, shown: Container[str] = ()) -> tuple[Group, ...] | None:
    """The required any-of groups of which the profile holds nothing; None where no skill is required.

    A requirement whose id is in `shown` is answered as a whole and lacks nothing. Of several ways to qualify the
    one that lacks least counts.
    """
    ways: dict[str, dict[str, list[Group]]] = {}
    for requirement in _asking(posting):
        if requirement.need == "required" and (groups := _skill_groups(requirement)):
            choice, _, way = requirement.path.partition(".")
            answered = requirement.id in shown
            lacking = [] if answered else [group for group in groups if not _is_held(group, held)]
            ways.setdefault(choice, {}).setdefault(way, []).extend(lacking)
    if not ways:
        return None
    return tuple(group for of in ways.values() for group in min(of.values(), key=len))


def _asking(posting: Posting) -> Iterator[Requirement]:
    for requirement in posting.requirements:
        if requirement.source == "posting" and requirement.kind not in _OWN_ANSWER:
            yield requirement


def _skill_groups(requirement: Requirement) -> list[Group]:
    """The groups that are skills altogether: where a degree is one of several ways, no skill is missing."""
    return [group for group in requirement.skills if all(skill.kind not in _FIELDS for skill in group)]


def _is_held(group: Group, held: Holdings) -> bool:
    return any(skill.id in held.shown or skill.id in held.listed for skill in group)


def _open(group: Sequence[Skill], held: Holdings) -> Iterator[Skill]:
    owned = [skill for skill in group if skill.id in held.shown or skill.id in held.listed]
    yield from (skill for skill in (owned or group) if skill.kind not in _FIELDS)
