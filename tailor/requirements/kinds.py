"""What kind of thing a line asks for."""

from collections.abc import Sequence
from typing import cast

from tailor.model.posting import Need, RequirementKind
from tailor.model.skills import Mention
from tailor.requirements.cues import kind_cues, skill_kinds, soft_cues
from tailor.requirements.years import figure

_FROM_SKILLS = ("licence", "degree", "language")


def kind_of(text: str, mentions: Sequence[Mention], need: Need, years: int | None) -> RequirementKind:
    """The kind of a line: duties by their list, conditions by their cues, the rest by the skills it names."""
    if need == "responsibility":
        return "duty"
    cue = first_kind(text)
    if cue == "degree" and _years_come_first(text):
        return "experience"
    if cue and cue != "experience":
        return cue
    hard = [m for m in mentions if skill_kinds().get(m.skill.kind) is None]
    if years is not None:
        return "experience"
    if hard:
        return "skill" if cue is None else "experience"
    return _without_hard_skill(text, mentions, cue)


def first_kind(text: str) -> RequirementKind | None:
    """The first kind whose cues stand in a text, in the order of judgement."""
    for kind, cues in kind_cues():
        if cues.search(text):
            return cast("RequirementKind", kind)
    return None


def _years_come_first(text: str) -> bool:
    """Whether a line asks for years, and names a degree only as what may shorten them."""
    years, degree = figure(text), dict(kind_cues())["degree"].search(text)
    return years is not None and degree is not None and years.start() < degree.start()


def _without_hard_skill(text: str, mentions: Sequence[Mention], cue: RequirementKind | None) -> RequirementKind:
    for kind in _FROM_SKILLS:
        if any(skill_kinds().get(m.skill.kind) == kind for m in mentions):
            return cast("RequirementKind", kind)
    if cue:
        return cue
    if mentions or soft_cues().search(text):
        return "soft"
    return "skill"
