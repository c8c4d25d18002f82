"""Skills, experience, duties and soft skills: shown, listed, adjacent or not found; and years of them."""

from collections.abc import Sequence

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.words import any_akin, gap_data, joined, number, sentence, tokens, without
from tailor.gaps.years import Months, worked
from tailor.model.gaps import Evidence
from tailor.model.posting import Requirement
from tailor.model.profile import Entry
from tailor.model.skills import Skill

_MONTHS = 12
# A job's title speaks of a requirement when it shares this many words of its field with it, or all it has.
_TITLE_WORDS = 2
_QUOTED = 3

Group = tuple[Skill, ...]


def content_state(case: Case, requirement: Requirement) -> Finding:
    """A requirement that bullets can prove, into its state; with `min_years`, its years are judged, too."""
    found = _shown(case, requirement) or _not_shown(case, requirement)
    if requirement.min_years is None:
        return found
    return _with_years(case, requirement, found)


def _shown(case: Case, requirement: Requirement) -> Finding | None:
    evidence = _evidence(case, requirement)
    if not evidence:
        return None
    said = _count(evidence)
    missing = [group for group in requirement.skills if not _in(group, case.held.shown)]
    if missing and len(missing) < len(requirement.skills):
        return finding("shown", "shown_part", evidence, said=said, missing=_names(missing))
    if not any(one.printed for one in evidence):
        return finding("shown", "shown_unprinted", evidence, said=said)
    return Finding(state="shown", reason=said, evidence=evidence)


def _evidence(case: Case, requirement: Requirement) -> tuple[Evidence, ...]:
    """Bullets that match strongly, best first; for a bare skill also those that name it."""
    paths = [match.path for match in case.strong.get(requirement.id, ())]
    groups = requirement.skills
    if not paths and requirement.kind == "skill" and groups and all(_in(group, case.held.shown) for group in groups):
        paths = [path for group in groups for path in _paths(case, group)]
    return case.quote(paths)


def _count(evidence: Sequence[Evidence]) -> str:
    if len(evidence) == 1:
        return sentence("reasons", "shown_one")
    return sentence("reasons", "shown", count=number(len(evidence)))


def _not_shown(case: Case, requirement: Requirement) -> Finding:
    if requirement.kind == "soft":
        return finding("not found", "soft")
    groups, held = requirement.skills, case.held
    owned = [group for group in groups if _in(group, held.listed) or _in(group, held.shown)]
    missing = [group for group in groups if group not in owned]
    if owned:
        return _listed(case, owned, missing)
    near = dict.fromkeys(skill.name for group in groups for wanted in group for skill in held.near(wanted))
    if near:
        return finding("adjacent", "adjacent", names=_names(missing), near=joined(list(near)[:_QUOTED]))
    if groups:
        return finding("not found", "absent_skill", names=_names(missing))
    return finding("not found", "absent")


def _listed(case: Case, owned: Sequence[Group], missing: Sequence[Group]) -> Finding:
    places = gap_data()["places"]
    where = dict.fromkeys(
        places[case.held.listed[skill.id]] for group in owned for skill in group if skill.id in case.held.listed
    )
    if not where:
        paths = [path for group in owned for path in _paths(case, group)][:_QUOTED]
        return finding("listed", "named_only", case.quote(paths), names=_names(owned, case))
    fields = {"names": _names(owned, case), "where": joined(list(where))}
    if missing:
        return finding("listed", "listed_part", **fields, missing=_names(missing))
    return finding("listed", "listed", **fields)


def _with_years(case: Case, requirement: Requirement, found: Finding) -> Finding:
    """The finding with its years judged: too few in the whole career is not met, enough in matching jobs is met."""
    wanted = (requirement.min_years or 0) * _MONTHS
    work = case.profile.section("work")
    career = worked(work, case.today)
    showing = [entry for entry in work if _shows(case, requirement, entry)]
    shown = worked(showing, case.today)
    fields = {"wanted": requirement.min_years}
    if career.high < wanted and any(entry.start for entry in work):
        return finding("not met", "years_short", found.evidence, years=career, **fields)
    if shown.low >= wanted and showing:
        return _enough(found, showing, shown)
    if showing:
        return finding("ask", "years_unclear", found.evidence, years=shown, where=_employers(showing), **fields)
    known_absent = found.state == "not found" and requirement.skills
    return finding("not met" if known_absent else "ask", "years_none", found.evidence, **fields)


def _enough(found: Finding, showing: Sequence[Entry], shown: Months) -> Finding:
    years = sentence("reasons", "years_enough", years=shown, where=_employers(showing))
    if found.state != "shown":
        return Finding(state="met", reason=years, evidence=found.evidence)
    said = sentence("reasons", "also_years", said=found.reason, more=years)
    return Finding(state="shown", reason=said, advice=found.advice, evidence=found.evidence)


def _shows(case: Case, requirement: Requirement, entry: Entry) -> bool:
    """Whether a job's bullets prove the requirement, name one of its skills, or its title is of its field."""
    own = {bullet.path for bullet in entry.bullets}
    if any(match.path in own for match in case.strong.get(requirement.id, ())):
        return True
    if any(own & set(_paths(case, group)) for group in requirement.skills):
        return True
    field = without(requirement.text, gap_data()["years_stop"])
    title = [word for word in tokens(entry.position) if word not in gap_data()["years_stop"]]
    shared = [word for word in title if any_akin([word], field)]
    return len(shared) >= _TITLE_WORDS or (bool(title) and len(shared) == len(title))


def _employers(entries: Sequence[Entry]) -> str:
    return joined(list(dict.fromkeys(entry.name for entry in entries if entry.start)))


def _in(group: Group, held: object) -> bool:
    return any(skill.id in held for skill in group)  # type: ignore[operator]  # any mapping by skill id


def _paths(case: Case, group: Group) -> list[str]:
    return [path for skill in group for path in case.held.shown.get(skill.id, ())]


def _names(groups: Sequence[Group], case: Case | None = None) -> str:
    """Any-of groups as words: "Java or Go, and SQL"; of an owned group only what is owned."""
    found = []
    for group in groups:
        owned = [s.name for s in group if case and (s.id in case.held.listed or s.id in case.held.shown)]
        found.append(joined(list(dict.fromkeys(owned or [skill.name for skill in group])), "list_or"))
    return joined(list(dict.fromkeys(found)))
