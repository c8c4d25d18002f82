"""What a kind of resume asks for and the profile lacks: told, and never invented."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from tailor import resources
from tailor.model.detail import all_details, said
from tailor.model.kind import Kind
from tailor.model.plan import EARLIER, Plan
from tailor.model.profile import Entry, Listed
from tailor.model.record import HintOutcome
from tailor.plan.gapless import uncovered

_Where = Sequence[str] | None
"""What lacks something, by name; empty where the whole profile does, None where nothing is amiss."""


def asked(plan: Plan, kind: Kind, today: dt.date) -> tuple[HintOutcome, ...]:
    """What a kind asks for and the profile of a plan lacks, each with what to add and where."""
    found = []
    for ask in kind.asks:
        where = _CHECKS[ask](plan, today)
        if where is None:
            continue
        words = _data()["asks"][ask]
        note = words["add"].format(where="; ".join(where))
        found.append(HintOutcome(text=words["name"], used=False, note=note))
    return tuple(found)


def _jobs(plan: Plan) -> list[Entry]:
    """The printed jobs, titles of long ago left out."""
    return [one.entry for one in plan.entries if one.entry.section == "work" and one.section != EARLIER]


def _called(title: Entry) -> str:
    return ", ".join(part for part in (title.position or title.study_type or title.area, title.name) if part)


def _some(names: Iterable[str]) -> _Where:
    return tuple(names) or None


def _empty(held: object) -> _Where:
    return None if held else ()


def _each(name: str) -> Callable[[Plan, dt.date], _Where]:
    """A check of every printed job, and of every title held in it."""

    def check(plan: Plan, today: dt.date) -> _Where:
        del today
        titles = [(one, (*job.details, *one.details)) for job in _jobs(plan) for one in job.held]
        return _some(_called(one) for one, details in titles if not said(details, (name,)))

    return check


def _any(*names: str) -> Callable[[Plan, dt.date], _Where]:
    """A check of all jobs, studies and licences together: one of them says it."""

    def check(plan: Plan, today: dt.date) -> _Where:
        del today
        person = plan.profile
        details = [one for entry in person.entries for one in all_details(entry)]
        details += [one for held in person.credentials for one in held.details]
        return _empty(said(tuple(details), names))

    return check


def _has(part: Callable[[Plan], object]) -> Callable[[Plan, dt.date], _Where]:
    """A check that a part of the profile holds something."""
    return lambda plan, _: _empty(part(plan))


def _without_region(plan: Plan, today: dt.date) -> _Where:
    del today
    return _some(one.name for one in plan.profile.credentials if one.kind == "licence" and not one.region)


def _without_end(plan: Plan, today: dt.date) -> _Where:
    del today
    return _some(one.name for one in plan.profile.credentials if one.kind == "licence" and not one.expires)


def _publications(plan: Plan) -> list[Listed]:
    return [one for one in plan.profile.listed if one.section == "publications"]


def _without_authors(plan: Plan, today: dt.date) -> _Where:
    del today
    return _some(one.title for one in _publications(plan) if not said(one.details, ("authors",)))


def _levels(plan: Plan, today: dt.date) -> _Where:
    """Languages whose level is none of the common scale's."""
    del today
    level = _said("levels")
    return _some(one.name for one in plan.languages if not level.search(one.fluency))


def _without_months(plan: Plan, today: dt.date) -> _Where:
    """Jobs whose beginning or end is a year alone, or not told at all."""
    del today
    titles = [title for job in _jobs(plan) for title in job.held]
    return _some(_called(one) for one in titles if not (one.start and one.start.month) or _bare_end(one))


def _bare_end(title: Entry) -> bool:
    return title.end is not None and title.end.month is None


def _gaps(plan: Plan, today: dt.date) -> _Where:
    return _some(uncovered(plan.profile, today))


def _drives(plan: Plan) -> bool:
    driving = _said("driving")
    return any(driving.search(one.name) for one in plan.profile.credentials)


@cache
def _said(name: str) -> re.Pattern[str]:
    """What the languages of documents say of a thing, whichever of them a profile is in."""
    patterns = [resources.language_data(code, "kinds.yaml")[name] for code in resources.document_languages()]
    return re.compile("|".join(patterns), re.IGNORECASE)


@cache
def _data() -> Any:  # noqa: ANN401 - the shape is the file's own
    return resources.language_data("en", "kinds.yaml")


_CHECKS: Mapping[str, Callable[[Plan, dt.date], _Where]] = {
    "authors": _without_authors,
    "certificate": _has(lambda plan: any(one.kind == "certificate" for one in plan.profile.credentials)),
    "credential": _has(lambda plan: plan.profile.credentials),
    "driving": _has(_drives),
    "education": _has(lambda plan: plan.profile.section("education")),
    "expiry": _without_end,
    "gapless": _gaps,
    "grades": _any("grades"),
    "hours": _each("hours"),
    "languages": _has(lambda plan: plan.profile.languages),
    "levels": _levels,
    "licence": _has(lambda plan: any(one.kind == "licence" for one in plan.profile.credentials)),
    "months": _without_months,
    "payGrade": _any("payGrade"),
    "permits": _has(lambda plan: plan.profile.permits),
    "projects": _has(lambda plan: plan.profile.section("projects")),
    "publications": _has(_publications),
    "region": _without_region,
    "scope": _any("scope", "budget", "headcount"),
    "sites": _any("sites"),
    "subjects": _any("subjects"),
}
