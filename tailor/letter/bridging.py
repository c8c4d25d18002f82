"""Gaps that the profile has an answer to, in the person's own words: its bridges."""

from dataclasses import dataclass

from tailor.letter.tongue import is_foreign
from tailor.letter.words import LONGEST, sentences, shared, themes
from tailor.model.bridge import Bridge
from tailor.model.plan import Plan, Ranking
from tailor.model.posting import Requirement
from tailor.model.skills import Find

_ORDER = ("required", "responsibility", "preferred")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridged:
    """A bridge of the profile and the requirement that it answers."""

    bridge: Bridge
    requirement: Requirement


def bridges(plan: Plan, ranking: Ranking, find: Find) -> tuple[Bridged, ...]:
    """The profile's bridges over what this posting asks for and nothing proves, the most needed first.

    A bridge names what it is for; a requirement that names the same, and that no bullet answers outright, is its
    gap. One that answers no gap of this posting stays silent.
    """
    proven = {match.requirement for match in ranking.matches if match.strong}
    gaps = [requirement for requirement in plan.posting.requirements if requirement.id not in proven]
    found = [
        Bridged(bridge=bridge, requirement=gap)
        for gap in sorted(gaps, key=lambda gap: _ORDER.index(gap.need))
        for bridge in plan.profile.bridges
        if _is_for(bridge.gap, gap, find) and not _is_unfit(bridge)
    ]
    return tuple({one.bridge.path: one for one in reversed(found)}.values())[::-1]


def _is_for(gap: str, requirement: Requirement, find: Find) -> bool:
    """Whether a requirement asks for what a bridge is for: the same skill, or all of its words."""
    named = {mention.skill.id for mention in find(gap, "list")}
    asked = {skill.id for group in requirement.skills for skill in group}
    wanted = themes(gap)
    return bool(named & asked) or (bool(wanted) and len(shared(wanted, requirement.text)) == len(wanted))


def _is_unfit(bridge: Bridge) -> bool:
    return is_foreign(bridge.text) or any(len(sentence.split()) > LONGEST for sentence in sentences(bridge.text))
