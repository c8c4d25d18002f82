"""One posting against one profile: what every state of its requirements is decided from."""

import datetime as dt
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from tailor.gaps.holdings import Holdings
from tailor.gaps.words import gap_data, sentence
from tailor.model.gaps import Evidence, RequirementState, State
from tailor.model.plan import Match, Plan, Ranking
from tailor.model.posting import Requirement
from tailor.model.profile import Profile

# So many shared terms make a weak match more than chance.
_TERMS = 2
# From this score on, a weaker match may be worth pointing at; below it bullets of seven open profiles shared no
# more than a common word with what was asked.
_NEAR = 0.25
# It is pointed at where it shares two different things. One alone ("reporting", "mentoring") joined bullets to
# lines of other fields of work: 143 times over 72 pairs of strangers, against 14 times with two.
_SHARED = 2
# Words with so many letters in common at their beginning are one thing.
_STEM = 4
# Scores that differ by less say the same; then printed bullets come first, then those first in the profile.
_ALIKE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A plan with its ranking, seen as a gap report sees it: strong matches per requirement, best first.

    `touched` are requirements with a weaker match that shares a skill, or two terms; `near` are requirements
    without a strong match -> the path of the printable bullet that comes nearest.
    """

    plan: Plan
    held: Holdings
    strong: Mapping[str, tuple[Match, ...]]
    texts: Mapping[str, str]
    printed: frozenset[str]
    touched: frozenset[str]
    near: Mapping[str, str]
    today: dt.date

    @property
    def profile(self) -> Profile:
        """The profile that the posting is held against, in the language that they share where there is one."""
        return compared(self.plan)

    def quote(self, paths: Iterable[str]) -> tuple[Evidence, ...]:
        """Paths of bullets as evidence, each once, in the order given."""
        known = dict.fromkeys(path for path in paths if path in self.texts)
        return tuple(Evidence(path=path, text=self.texts[path], printed=path in self.printed) for path in known)


def compared(plan: Plan) -> Profile:
    """The profile of a plan in the words that its posting is compared with."""
    return plan.profile.in_words_of(plan.posting.facts.language)


def open_case(plan: Plan, ranking: Ranking, held: Holdings, today: dt.date) -> Case:
    """A plan and its ranking into a case; matches with equal scores keep the ranking's order."""
    strong: dict[str, list[Match]] = {}
    for match in ranking.matches:
        if match.strong:
            strong.setdefault(match.requirement, []).append(match)
    ordered = {name: tuple(sorted(found, key=lambda match: -match.score)) for name, found in strong.items()}
    touched = {match.requirement for match in ranking.matches if match.skills or len(match.terms) >= _TERMS}
    texts = {bullet.path: bullet.text for bullet in compared(plan).bullets}
    return Case(
        plan=plan,
        held=held,
        strong=ordered,
        texts=texts,
        printed=plan.printed,
        touched=frozenset(touched),
        near=_nearest(plan, ranking, strong),
        today=today,
    )


def _nearest(plan: Plan, ranking: Ranking, strong: Container[str]) -> dict[str, str]:
    private = {bullet.path for bullet in plan.profile.bullets if bullet.private}
    order = {bullet.path: -place for place, bullet in enumerate(plan.profile.bullets)}
    named = {one.id: frozenset(s.name for group in one.skills for s in group) for one in plan.posting.requirements}
    best: dict[str, Match] = {}

    def worth(match: Match) -> tuple[int, bool, int]:
        return round(match.score / _ALIKE), match.path in plan.printed, order.get(match.path, -len(order))

    for match in ranking.matches:
        weak = match.requirement in strong or match.score < _NEAR or match.path in private
        before = best.get(match.requirement)
        if not weak and _is_near(match, named) and (before is None or worth(match) > worth(before)):
            best[match.requirement] = match
    return {requirement: match.path for requirement, match in best.items()}


def _is_near(match: Match, named: Mapping[str, frozenset[str]]) -> bool:
    """Whether a weaker match shares two different things, or a skill that the requirement names itself."""
    if named.get(match.requirement, frozenset()) & set(match.skills):
        return True
    stems = {word[:_STEM].casefold() for skill in match.skills for word in skill.split()}
    terms = {term[:_STEM].casefold() for term in match.terms} - stems
    return len(match.skills) + len(terms) >= _SHARED


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A state before it is joined to its requirement: why, what to do, and what says so."""

    state: State
    reason: str
    advice: str = ""
    evidence: tuple[Evidence, ...] = ()

    def about(self, requirement: Requirement, *, knockout: bool) -> RequirementState:
        """The state of this requirement."""
        return RequirementState(
            requirement=requirement,
            state=self.state,
            evidence=self.evidence,
            reason=self.reason,
            advice=self.advice,
            knockout=knockout,
        )


def finding(state: State, name: str, /, evidence: tuple[Evidence, ...] = (), **fields: object) -> Finding:
    """A finding whose reason, and advice where there is one, are the sentences of this name."""
    advice = sentence("advice", name, **fields) if name in gap_data()["advice"] else ""
    return Finding(state=state, reason=sentence("reasons", name, **fields), advice=advice, evidence=evidence)
