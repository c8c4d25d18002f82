"""A requirement into its state: each thing that it asks for by itself; the worst is the line's."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.content import content_state
from tailor.gaps.credentials import licence_state
from tailor.gaps.degrees import degree_state, names_degree
from tailor.gaps.permits import permit_state
from tailor.gaps.personal import language_state, names_language
from tailor.gaps.wanted import wanted_groups
from tailor.gaps.words import gap_data
from tailor.model.posting import KnockoutKind, Requirement, RequirementKind

_WORST = ("not met", "ask", "met")
_STATES = {"shown": "met", "met": "met", "not met": "not met"}
_KINDS: Mapping[KnockoutKind, RequirementKind] = {
    "citizenship": "permit", "clearance": "permit", "permit": "permit", "driving": "licence", "licence": "licence",
    "certificate": "licence", "degree": "degree", "language": "language", "years": "experience",
    "travel": "logistics", "relocation": "logistics", "shift": "logistics",
    "check": "logistics", "age": "logistics",
}  # fmt: skip
_OF_DUTIES = frozenset({"permit", "licence"})
_NAMED: Mapping[RequirementKind, Callable[[str], object]] = {
    "licence": wanted_groups, "degree": names_degree, "language": names_language,
}  # fmt: skip


def found_of(case: Case, requirement: Requirement) -> Finding:
    """A requirement into its state, by all the conditions that its line names."""
    kinds = _kinds(case, requirement)
    if not kinds:
        return content_state(case, requirement)
    if kinds == ["experience"]:
        return _asked(content_state(case, requirement))
    found = [(kind, _asked(_JUDGES[kind](case, requirement))) for kind in kinds]
    judged = _instead(requirement, dict(found)) or _together([one for _, one in found])
    return judged if judged.state == "met" else _proven(case, requirement, judged)


def _kinds(case: Case, requirement: Requirement) -> list[RequirementKind]:
    """The kinds of condition that a line names; none of them where only its bullets count."""
    own = requirement.kind
    told = [_KINDS[one.kind] for one in case.plan.posting.knockouts if one.requirement.id == requirement.id]
    if own == "duty":
        told = [kind for kind in told if kind in _OF_DUTIES]
    kinds = list(dict.fromkeys([own, *told] if own in _JUDGES and own != "experience" else told))
    kinds = [kind for kind in kinds if kind == own or len(kinds) == 1 or _is_named(requirement, kind)]
    if len(kinds) > 1 and "logistics" in kinds and own != "logistics":
        kinds.remove("logistics")
    content = own not in _JUDGES or own == "experience"
    return [] if content and kinds == ["logistics"] and requirement.skills else kinds


def _is_named(requirement: Requirement, kind: RequirementKind) -> bool:
    """Whether a line names something of this kind that can be looked up; years must have been counted."""
    if kind == "experience":
        return requirement.min_years is not None
    return bool(_NAMED[kind](requirement.text)) if kind in _NAMED else True


def _asked(found: Finding) -> Finding:
    """A condition is never just not found: what nothing shows is asked about."""
    return replace(found, state="ask") if found.state in {"listed", "adjacent", "not found"} else found


def _instead(requirement: Requirement, found: Mapping[RequirementKind, Finding]) -> Finding | None:
    """A degree or so many years of experience: either is enough; the years alone leave a question."""
    if set(found) != {"degree", "experience"} or not _are_alternatives(requirement.text):
        return None
    degree, years = found["degree"], found["experience"]
    if degree.state == "met" or _STATES.get(years.state, "ask") == degree.state:
        return degree
    return replace(degree, state="ask")


def _are_alternatives(text: str) -> bool:
    """Whether a line offers its first figure of years instead of a degree: "a bachelor's, or 4 years of …"."""
    words = "|".join(gap_data()["either"])
    years = "|".join(gap_data()["window_units"])
    count = "|".join([r"\d+\+?", *gap_data()["numbers"].values()])
    before = rf"^[^\d]*(?<!\w)(?:{words})\W+(?:[^\W\d]+\W+){{0,3}}?(?:{count})\W+(?:\(\d+\)\W*)?(?:{years})"
    return bool(re.search(before, text, re.IGNORECASE))


def _together(found: Sequence[Finding]) -> Finding:
    states = [replace(one, state=_STATES.get(one.state, "ask")) for one in found]  # type: ignore[arg-type]
    if len(states) == 1:
        return states[0]
    worst = min(states, key=lambda one: _WORST.index(one.state))
    telling = [one for one in states if one.state == worst.state]
    reasons = dict.fromkeys(one.reason for one in telling)
    evidence = dict.fromkeys(evidence for one in states for evidence in one.evidence)
    return replace(worst, reason="; ".join(reasons), evidence=tuple(evidence))


def _proven(case: Case, requirement: Requirement, found: Finding) -> Finding:
    """A field the profile does not settle, with the bullets that speak of it."""
    paths = [match.path for match in case.strong.get(requirement.id, ())]
    evidence = dict.fromkeys((*found.evidence, *case.quote(paths)))
    return replace(found, evidence=tuple(evidence))


def _logistics(case: Case, requirement: Requirement) -> Finding:
    del case, requirement  # only the person can say
    return finding("ask", "logistics")


_JUDGES: Mapping[RequirementKind, Callable[[Case, Requirement], Finding]] = {
    "degree": degree_state,
    "licence": licence_state,
    "language": language_state,
    "permit": permit_state,
    "experience": content_state,
    "logistics": _logistics,
}
