"""Skills over several postings: how many ask, how the profile answers, and what matters most."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from tailor.gaps.asking import WEIGHTS, AskedSkill
from tailor.gaps.bench import Bench
from tailor.gaps.holdings import Holdings
from tailor.gaps.words import any_akin, gap_data, tokens
from tailor.gaps.years import worked
from tailor.model.gaps import Asked, Evidence, PostingGaps, SkillState, State
from tailor.model.posting import Need
from tailor.model.profile import Profile
from tailor.model.skills import UNLISTED, Find, Skill

_ABSENCE: dict[State, float] = {"shown": 0.0, "listed": 0.5, "adjacent": 0.4, "not found": 1.0}
_NEAR = 3
_NAMED = 10
_QUOTED = 5
# Names that no list knows are as many as there are postings: of these the most asked for are kept.
_UNLISTED = 2000


@dataclass(slots=True, kw_only=True)
class _Sum:
    """A skill with the number of postings by their strongest need, and the first of them by name."""

    skill: Skill
    needs: dict[Need, int] = field(default_factory=dict)
    asked_by: list[Asked] = field(default_factory=list)

    def add(self, posting: str, asked: AskedSkill) -> None:
        """Count one posting more."""
        self.needs[asked.need] = self.needs.get(asked.need, 0) + 1
        self.asked_by.append(Asked(posting=posting, requirement=asked.requirement, need=asked.need))
        if len(self.asked_by) > 2 * _NAMED:
            self.asked_by = self.first()

    def first(self) -> list[Asked]:
        """The first postings that ask, the strongest need first."""
        return sorted(self.asked_by, key=lambda one: (-WEIGHTS[one.need], one.posting))[:_NAMED]

    @property
    def named_in(self) -> int:
        """How many postings ask for it at all."""
        return sum(self.needs.values())


class Skills:
    """Sums up the skills that postings ask for; as many sums as there are skills, however many the postings."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._sums: dict[str, _Sum] = {}
        self._unlisted = 0

    def add(self, posting: str, asked: Iterable[AskedSkill]) -> None:
        """Count what one posting asks for."""
        for one in asked:
            if one.skill.id not in self._sums:
                self._sums[one.skill.id] = _Sum(skill=one.skill)
                self._unlisted += one.skill.kind == UNLISTED
            self._sums[one.skill.id].add(posting, one)
        if self._unlisted > 2 * _UNLISTED:
            self._forget()

    def add_duties(self, gaps: PostingGaps, find: Find) -> None:
        """Count the duties of a posting that name a skill which some other posting asks for.

        A duty describes; what it names in several words is asked for where another posting wants it by name.
        """
        for state in gaps.states:
            asking = state.requirement
            if asking.need != "responsibility" or asking.source != "posting":
                continue
            for name in {one.skill.id for one in find(asking.text, "list") if " " in one.text and not one.negated}:
                one = self._sums.get(name)
                if one and all(asked.posting != gaps.posting for asked in one.asked_by):
                    one.add(gaps.posting, AskedSkill(skill=one.skill, need=asking.need, requirement=asking.id))

    @property
    def named_in(self) -> dict[str, int]:
        """By id, how many postings ask for a skill."""
        return {name: one.named_in for name, one in self._sums.items()}

    def states(self, telling: "Telling") -> tuple[SkillState, ...]:
        """The skills with their states, the highest priority first.

        Priority = sum over postings of weight x absence (required 3, responsibility 2, preferred 1; not found 1,
        listed .5, adjacent .4).
        """
        found = [telling.state(one) for one in self._sums.values()]
        return tuple(sorted(found, key=lambda s: (-s.priority, -s.required_in, -s.preferred_in, *_name(s))))

    def _forget(self) -> None:
        names = [name for name, one in self._sums.items() if one.skill.kind == UNLISTED]
        names.sort(key=lambda name: (-self._sums[name].named_in, name))
        for name in names[_UNLISTED:]:
            del self._sums[name]
        self._unlisted = _UNLISTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a sum is told with: ids of skills that only shown lines ask for, paths of bullets on some resume."""

    profile: Profile
    held: Holdings
    bench: Bench
    answered: Container[str]
    printed: Container[str]

    def state(self, one: _Sum) -> SkillState:
        """A sum into the state of its skill."""
        skill, held = one.skill, self.held
        state, answered = state_of(skill, held), skill.id in self.answered
        if answered and state != "shown":
            state = self._answered(skill, state)
        near = tuple(found.name for found in held.near(skill)[:_NEAR]) if state == "adjacent" else ()
        weight = sum(WEIGHTS[need] * count for need, count in one.needs.items())
        return SkillState(
            id=skill.id,
            name=skill.name,
            kind=skill.kind,
            state=state,
            priority=round(weight * _ABSENCE[state], 2),
            required_in=one.needs.get("required", 0),
            preferred_in=one.needs.get("preferred", 0),
            near=near,
            named_in=one.named_in,
            asked_by=tuple(one.first()),
            evidence=self._evidence(skill),
            years=self._years(skill),
            answered=answered and state == "adjacent",
        )

    def _answered(self, skill: Skill, state: State) -> State:
        """A skill whose line is shown: shown where a list or a bullet has its words in any form, else near."""
        if state == "listed":
            return "shown"
        name = [word for word in tokens(skill.name) if word not in gap_data()["small_words"]]
        texts = [tokens(bullet.text) for bullet in self.profile.bullets]
        if name and any(all(any_akin([word], text) for word in name) for text in texts):
            return "shown"
        return "adjacent"

    def _evidence(self, skill: Skill) -> tuple[Evidence, ...]:
        paths = self.held.shown.get(skill.id, ())
        texts = {bullet.path: bullet.text for bullet in self.profile.bullets}
        return tuple(
            Evidence(path=path, text=texts[path], printed=path in self.printed)
            for path in paths[:_QUOTED]
            if path in texts
        )

    def _years(self, skill: Skill) -> str:
        """The time that the jobs whose bullets or titles show a skill cover together, in words."""
        paths = frozenset(self.held.shown.get(skill.id, ()))
        parts = []
        for entry in self.profile.section("work"):
            if any(bullet.path in paths for bullet in entry.bullets):
                parts.append(entry)
            else:
                named = self.held.titles
                parts += [one for one in entry.held if skill.id in named.get(one.path, frozenset())]
        return str(worked(parts, self.bench.today)) if any(one.start for one in parts) else ""


def state_of(skill: Skill, held: Holdings) -> State:
    """How a profile answers one skill."""
    if skill.id in held.shown:
        return "shown"
    if skill.id in held.listed:
        return "listed"
    return "adjacent" if held.near(skill) else "not found"


def _name(state: SkillState) -> tuple[str, str]:
    return state.name.casefold(), state.id
