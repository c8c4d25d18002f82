"""Skills over several postings: how many ask, how the profile answers, and what matters most."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tailor.gaps.holdings import Holdings
from tailor.model.gaps import SkillState, State
from tailor.model.posting import Need, Posting
from tailor.model.skills import Skill

_WEIGHTS: dict[Need, float] = {"required": 3.0, "responsibility": 2.0, "preferred": 1.0}
_ABSENCE: dict[State, float] = {"shown": 0.0, "listed": 0.5, "adjacent": 0.4, "not found": 1.0}
_NEAR = 3
# Not skills in a table of skills: a degree or a spoken language has its own field, a trait is told in person.
_FIELDS = frozenset({"degree", "natural-language", "credential", "soft"})

# Requirements that are answered as a whole: the field of a degree is no skill that is missing.
_OWN_ANSWER = frozenset({"degree", "licence", "language", "permit", "logistics"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One skill with its strongest need in each posting that asks for it."""

    skill: Skill
    needs: tuple[Need, ...]


def skill_states(
    postings: Sequence[Posting], held: Holdings, *, proven: Container[str] = ()
) -> tuple[SkillState, ...]:
    """The skills that postings ask for into their states, the highest priority first.

    Priority = sum over postings of weight x absence (required 3, responsibility 2, preferred 1; not found 1,
    listed .5, adjacent .4). Where one of an any-of group is owned, the others of it are no gap and are left out.
    `proven` are ids of skills that a bullet proves without naming them.
    """
    found = [_state(asked, held, proven=asked.skill.id in proven) for asked in _asked(postings, held)]
    return tuple(sorted(found, key=lambda s: (-s.priority, -s.required_in, -s.preferred_in, s.name.casefold())))


def state_of(skill: Skill, held: Holdings) -> State:
    """How a profile answers one skill."""
    if skill.id in held.shown:
        return "shown"
    if skill.id in held.listed:
        return "listed"
    return "adjacent" if held.near(skill) else "not found"


def _asked(postings: Iterable[Posting], held: Holdings) -> Iterator[_Asked]:
    skills: dict[str, Skill] = {}
    needs: dict[str, list[Need]] = {}
    for posting in postings:
        for skill, need in _of_posting(posting, held).values():
            skills.setdefault(skill.id, skill)
            needs.setdefault(skill.id, []).append(need)
    for name, skill in skills.items():
        yield _Asked(skill=skill, needs=tuple(needs[name]))


def _of_posting(posting: Posting, held: Holdings) -> Mapping[str, tuple[Skill, Need]]:
    found: dict[str, tuple[Skill, Need]] = {}
    for requirement in posting.requirements:
        if requirement.source != "posting" or requirement.kind in _OWN_ANSWER:
            continue
        for group in requirement.skills:
            for skill in _open(group, held):
                before = found.get(skill.id)
                if before is None or _WEIGHTS[requirement.need] > _WEIGHTS[before[1]]:
                    found[skill.id] = (skill, requirement.need)
    return found


def _open(group: Sequence[Skill], held: Holdings) -> Iterator[Skill]:
    owned = [skill for skill in group if skill.id in held.shown or skill.id in held.listed]
    yield from (skill for skill in (owned or group) if skill.kind not in _FIELDS)


def _state(asked: _Asked, held: Holdings, *, proven: bool) -> SkillState:
    state: State = "shown" if proven else state_of(asked.skill, held)
    near = tuple(skill.name for skill in held.near(asked.skill)[:_NEAR]) if state == "adjacent" else ()
    return SkillState(
        id=asked.skill.id,
        name=asked.skill.name,
        kind=asked.skill.kind,
        state=state,
        priority=round(sum(_WEIGHTS[need] * _ABSENCE[state] for need in asked.needs), 2),
        required_in=asked.needs.count("required"),
        preferred_in=asked.needs.count("preferred"),
        near=near,
    )
