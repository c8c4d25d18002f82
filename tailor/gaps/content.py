"""Skills, experience, duties and soft skills: shown, listed, adjacent or not found; and years of them."""

from collections.abc import Container, Sequence
from dataclasses import replace

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.words import any_akin, gap_data, inside, joined, number, sentence, shortened, tokens, without
from tailor.gaps.years import Months, worked
from tailor.model.gaps import Evidence, State
from tailor.model.posting import Requirement
from tailor.model.profile import Entry
from tailor.model.skills import Skill

_MONTHS = 12
# A bullet is recognised by its first words.
_WORDS = 9
# A job's title speaks of a requirement when it shares this many words of its field with it, or all it has.
_TITLE_WORDS = 2
_QUOTED = 3
# Words of up to so many letters ("of", "in") say nothing of a skill.
_LETTERS = 2
# From this many years on, a field that a profile shows nothing of is a condition and not something to pick up.
_MANY_YEARS = 3

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
    missing = _missing(case, requirement)
    if missing:
        return finding("shown", "shown_part", evidence, said=said, missing=_names(missing))
    if not any(one.printed for one in evidence):
        return finding("shown", "shown_unprinted", evidence, said=said)
    return Finding(state="shown", reason=said, evidence=evidence)


def _missing(case: Case, requirement: Requirement) -> list[Group]:
    """The any-of groups that no bullet shows, where few are missing from a list; a duty has no list."""
    hard = [group for group in requirement.skills if not _is_soft(group)]
    missing = [group for group in hard if not _in(group, case.held.shown) and not _is_said(case, group)]
    told = requirement.kind != "duty" and len(missing) < len(hard) and len(missing) <= _QUOTED
    return missing if told else []


def _is_said(case: Case, group: Group) -> bool:
    """Whether one bullet says all words of a skill's name, in any form: then it is not missing."""
    names = [[word for word in tokens(skill.name) if len(word) > _LETTERS] for skill in group]
    texts = [tokens(text) for text in case.texts.values()]
    return any(name and all(any_akin([word], text) for word in name) for name in names for text in texts)


def _evidence(case: Case, requirement: Requirement) -> tuple[Evidence, ...]:
    """Bullets that match strongly, best first; for a bare skill also those that name it."""
    paths = [match.path for match in case.strong.get(requirement.id, ())]
    groups = requirement.skills
    if (
        not paths
        and requirement.kind == "skill"
        and groups
        and all(_in(group, case.held.shown) for group in groups)
    ):
        paths = [path for group in groups for path in _paths(case, group)]
    return case.quote(paths)


def _count(evidence: Sequence[Evidence]) -> str:
    if len(evidence) == 1:
        return sentence("reasons", "shown_one")
    return sentence("reasons", "shown", count=number(len(evidence)))


def _not_shown(case: Case, requirement: Requirement) -> Finding:
    if requirement.kind == "soft" or (requirement.skills and all(map(_is_soft, requirement.skills))):
        return finding("not found", "soft")
    groups, held = requirement.skills, case.held
    owned = [group for group in groups if _in(group, held.listed) or _in(group, held.shown)]
    missing = [group for group in groups if group not in owned]
    if owned:
        return _listed(case, owned, missing)
    near = dict.fromkeys(inside(skill) for group in groups for wanted in group for skill in held.near(wanted))
    if near:
        return finding("adjacent", "adjacent", names=_names(missing), near=joined(list(near)[:_QUOTED]))
    return _absent(case, requirement, missing)


def _absent(case: Case, requirement: Requirement, missing: Sequence[Group]) -> Finding:
    """Nothing found: the skills by name, or of a duty that nothing speaks of it; with the nearest bullet."""
    named = bool(missing) and requirement.kind != "duty"
    said = finding("not found", "absent_skill" if named else "absent", names=_names(missing))
    path = case.near.get(requirement.id)
    if path is None:
        return said
    bullet = shortened(case.texts[path], _WORDS)
    reason = said.reason if named else sentence("reasons", "absent_near", bullet=bullet)
    return replace(said, reason=reason, advice=sentence("advice", "absent_near", bullet=bullet))


def _listed(case: Case, owned: Sequence[Group], missing: Sequence[Group]) -> Finding:
    places = gap_data()["places"]
    where = dict.fromkeys(
        places[case.held.listed[skill.id]] for group in owned for skill in group if skill.id in case.held.listed
    )
    if not where:
        paths = [path for group in owned for path in _paths(case, group)][:_QUOTED]
        return finding("listed", "named_only", case.quote(paths), names=_names(owned, case))
    names, places_said = _names(owned, case), joined(list(where))
    if missing:
        return finding("listed", "listed_part", names=names, where=places_said, missing=_names(missing))
    return finding("listed", "listed", names=names, where=places_said)


def _with_years(case: Case, requirement: Requirement, found: Finding) -> Finding:
    """The finding with its years judged: too few in all is not met, enough in matching jobs is met."""
    wanted = (requirement.min_years or 0) * _MONTHS
    work = case.profile.section("work")
    career = worked(work, case.today)
    showing = [part for entry in work for part in _showing(case, requirement, entry)]
    shown = worked(showing, case.today)
    fields = {"wanted": requirement.min_years}
    if career.high < wanted and any(entry.start for entry in work):
        return finding("not met", "years_short", found.evidence, years=career, **fields)
    if shown.low >= wanted and showing:
        return _enough(found, showing, shown)
    if showing:
        return finding("ask", "years_unclear", found.evidence, years=shown, where=_employers(showing), **fields)
    return _no_years(case, requirement, found)


def _no_years(case: Case, requirement: Requirement, found: Finding) -> Finding:
    """Years of what no dated job shows: not met where the profile has nothing even near it and many are asked."""
    years = requirement.min_years or 0
    if found.state == "not found" and not requirement.skills:
        return finding("ask", "years_none", found.evidence, wanted=years)
    if found.state == "not found" and years >= _MANY_YEARS:
        state: State = "ask" if _touched(case, requirement) else "not met"
        return finding(state, "years_none", found.evidence, wanted=years)
    if found.state == "shown":
        reason = sentence("reasons", "years_unsaid", said=found.reason.split(";")[0], wanted=years)
        return finding("ask", "years_unproven", found.evidence, said=reason)
    more = sentence("reasons", "year_asked" if years == 1 else "years_asked", wanted=number(years))
    advice = found.advice if found.state != "not found" else sentence("advice", "absent_years")
    return replace(found, reason=sentence("reasons", "also_years", said=found.reason, more=more), advice=advice)


def _enough(found: Finding, showing: Sequence[Entry], shown: Months) -> Finding:
    years = _years_in(showing, shown)
    if found.state != "shown":
        return Finding(state="met", reason=years, evidence=found.evidence)
    said = sentence("reasons", "also_years", said=found.reason, more=years)
    return Finding(state="shown", reason=said, advice=found.advice, evidence=found.evidence)


def _years_in(showing: Sequence[Entry], shown: Months) -> str:
    """Years with one position by name, with several by their employers: "7 years as Registered Nurse, ICU"."""
    positions = list(dict.fromkeys(one.position for entry in showing for one in entry.held))
    if len(positions) == 1 and positions[0]:
        return sentence("reasons", "years_as", years=shown, position=positions[0], where=_employers(showing))
    return sentence("reasons", "years_enough", years=shown, where=_employers(showing))


def _showing(case: Case, requirement: Requirement, entry: Entry) -> tuple[Entry, ...]:
    """What of a job shows a requirement: all of it where its bullets do, else the titles that are of its field."""
    if _shows(case, requirement, entry):
        return (entry,)
    return tuple(held for held in entry.held if _is_titled(case, requirement, held))


def _shows(case: Case, requirement: Requirement, entry: Entry) -> bool:
    """Whether a job's bullets prove the requirement or name all its skills."""
    own = {bullet.path for bullet in entry.bullets}
    hard = [group for group in requirement.skills if not _is_soft(group)]
    named = [group for group in hard if own & set(_paths(case, group))]
    proven = any(match.path in own for match in case.strong.get(requirement.id, ()))
    if proven and (named or len(hard) <= 1):
        return True
    return bool(requirement.skills) and all(own & set(_paths(case, group)) for group in requirement.skills)


def _is_titled(case: Case, requirement: Requirement, entry: Entry) -> bool:
    """Whether a title is of a requirement's field."""
    if _names_all_parts(case, requirement, entry):
        return True
    field = without(requirement.text, gap_data()["years_stop"])
    title = [word for word in tokens(entry.position) if word not in gap_data()["years_stop"]]
    shared = [word for word in title if any_akin([word], field)]
    return len(shared) >= _TITLE_WORDS or (bool(title) and len(shared) == len(title))


def _names_all_parts(case: Case, requirement: Requirement, entry: Entry) -> bool:
    """Whether a title names the parts of what is asked: "Registered Nurse, ICU" for "critical care nursing"."""
    named = case.held.titles.get(entry.path, frozenset())
    return bool(requirement.skills) and all(
        any(len(skill.implies) > 1 and set(skill.implies) <= named for skill in group) or _in(group, named)
        for group in requirement.skills
    )


def _touched(case: Case, requirement: Requirement) -> bool:
    """Whether something in the profile speaks of the requirement: then its years are asked, not denied."""
    return requirement.id in case.touched or bool(
        {word for entry in case.profile.section("work") for one in entry.held for word in tokens(one.position)}
        & set(without(requirement.text, gap_data()["years_stop"]))
    )


def _is_soft(group: Group) -> bool:
    return all(skill.kind in gap_data()["soft_kinds"] for skill in group)


def _employers(entries: Sequence[Entry]) -> str:
    return joined(list(dict.fromkeys(entry.name for entry in entries if entry.start)))


def _in(group: Group, held: Container[str]) -> bool:
    return any(skill.id in held for skill in group)


def _paths(case: Case, group: Group) -> list[str]:
    return [path for skill in group for path in case.held.shown.get(skill.id, ())]


def _names(groups: Sequence[Group], case: Case | None = None) -> str:
    """Any-of groups as words: "Java or Go, and SQL"; of an owned group only what is owned."""
    found = []
    for group in groups:
        owned = [s for s in group if case and (s.id in case.held.listed or s.id in case.held.shown)]
        found.append(joined(list(dict.fromkeys(inside(skill) for skill in owned or group)), "list_or"))
    return joined(list(dict.fromkeys(found)))
