"""Skills, experience, duties and soft skills: shown, listed, adjacent or not found."""

from collections.abc import Sequence
from dataclasses import replace

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.experience import with_years
from tailor.gaps.groups import Group, is_in, is_soft, paths_of
from tailor.gaps.words import any_akin, gap_data, inside, joined, number, sentence, shortened, tokens
from tailor.model.gaps import Evidence
from tailor.model.posting import Requirement

# A bullet is recognised by its first words.
_WORDS = 9
_QUOTED = 3
# Words of up to so many letters ("of", "in") say nothing of a skill.
_LETTERS = 2


def content_state(case: Case, requirement: Requirement) -> Finding:
    """A requirement that bullets can prove, into its state; with `min_years`, its years are judged, too."""
    found = _shown(case, requirement) or _not_shown(case, requirement)
    if requirement.min_years is None:
        return found
    return with_years(case, requirement, found)


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
    hard = [group for group in requirement.skills if not is_soft(group)]
    missing = [group for group in hard if not is_in(group, case.held.shown) and not _is_said(case, group)]
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
        and all(is_in(group, case.held.shown) for group in groups)
    ):
        paths = [path for group in groups for path in paths_of(case, group)]
    return case.quote(paths)


def _count(evidence: Sequence[Evidence]) -> str:
    if len(evidence) == 1:
        return sentence("reasons", "shown_one")
    return sentence("reasons", "shown", count=number(len(evidence)))


def _not_shown(case: Case, requirement: Requirement) -> Finding:
    if requirement.kind == "soft" or (requirement.skills and all(map(is_soft, requirement.skills))):
        return finding("not found", "soft")
    groups, held = requirement.skills, case.held
    owned = [group for group in groups if is_in(group, held.listed) or is_in(group, held.shown)]
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
        paths = [path for group in owned for path in paths_of(case, group)][:_QUOTED]
        return finding("listed", "named_only", case.quote(paths), names=_names(owned, case))
    names, places_said = _names(owned, case), joined(list(where))
    if missing:
        return finding("listed", "listed_part", names=names, where=places_said, missing=_names(missing))
    return finding("listed", "listed", names=names, where=places_said)


def _names(groups: Sequence[Group], case: Case | None = None) -> str:
    """Any-of groups as words: "Java or Go, and SQL"; of an owned group only what is owned."""
    found = []
    for group in groups:
        owned = [s for s in group if case and (s.id in case.held.listed or s.id in case.held.shown)]
        found.append(joined(list(dict.fromkeys(inside(skill) for skill in owned or group)), "list_or"))
    return joined(list(dict.fromkeys(found)))
