"""Years of what a requirement asks for: the jobs that show it, the time they cover, and whether that is enough."""

from collections.abc import Sequence
from dataclasses import replace

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.domains import domain_of, in_one, says, unsaid, window_of
from tailor.gaps.groups import is_in, is_soft, paths_of
from tailor.gaps.words import any_akin, cues_in, gap_data, joined, number, sentence, tokens, without
from tailor.gaps.years import Months, asked_time, worked
from tailor.model.posting import Requirement
from tailor.model.profile import Entry

# A job's title speaks of a requirement when it shares this many words of its field with it, or all it has.
_TITLE_WORDS = 2
# From this many months on, a field that a profile shows nothing of is a condition and not something to pick up.
_MANY_MONTHS = 36
_YEAR = 12


def with_years(case: Case, requirement: Requirement, found: Finding) -> Finding:
    """The finding with its years judged: too few in all is not met, enough in jobs that show it is met."""
    wanted = months_of(requirement)
    work = case.profile.section("work")
    career = worked(work, case.today)
    showing = [part for entry in work for part in _showing(case, requirement, entry)]
    shown = worked(showing, case.today, within=window_of(requirement.text))
    fields: dict[str, object] = {"wanted": asked_time(wanted)}
    if career.high < wanted and any(entry.start for entry in work):
        return finding("not met", "years_short", found.evidence, years=career, **fields)
    if not showing:
        return _no_years(case, requirement, found)
    open_words = unsaid(case, requirement, showing, proven=_is_proven(case, requirement, showing))
    if shown.low >= wanted and not open_words:
        return _enough(found, showing, shown)
    fields |= {"years": shown, "where": _employers(showing)}
    if shown.low >= wanted:
        return finding("ask", "years_other", found.evidence, words=joined(open_words), **fields)
    return finding("ask", "years_unclear", found.evidence, **fields)


def months_of(requirement: Requirement) -> int:
    """How many months a requirement asks for."""
    if requirement.min_months is not None:
        return requirement.min_months
    return (requirement.min_years or 0) * _YEAR


def _no_years(case: Case, requirement: Requirement, found: Finding) -> Finding:
    """Years of what no dated job shows: not met where the profile has nothing even near it and many are asked."""
    months = months_of(requirement)
    wanted = asked_time(months)
    if found.state == "not found" and not requirement.skills:
        return finding("ask", "years_none", found.evidence, wanted=wanted)
    if found.state == "not found" and months >= _MANY_MONTHS:
        near = _touched(case, requirement)
        return finding("ask" if near else "not met", "years_none", found.evidence, wanted=wanted)
    if found.state == "shown":
        reason = sentence("reasons", "years_unsaid", said=found.reason.split(";")[0], wanted=wanted)
        return finding("ask", "years_unproven", found.evidence, said=reason)
    more = sentence("reasons", "years_asked", wanted=asked_time(months, number))
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
    if _shows(case, requirement, entry) or _speaks(requirement, entry):
        return (entry,)
    return tuple(held for held in entry.held if _is_titled(case, requirement, held))


def _shows(case: Case, requirement: Requirement, entry: Entry) -> bool:
    """Whether a job's bullets prove the requirement or name all its skills."""
    own = {bullet.path for bullet in entry.bullets}
    hard = [group for group in requirement.skills if not is_soft(group)]
    named = [group for group in hard if own & set(paths_of(case, group))]
    proven = any(match.path in own for match in case.strong.get(requirement.id, ()))
    if proven and (named or len(hard) <= 1):
        return True
    return bool(requirement.skills) and all(own & set(paths_of(case, group)) for group in requirement.skills)


def _is_proven(case: Case, requirement: Requirement, showing: Sequence[Entry]) -> bool:
    """Whether bullets, and not titles alone, make all these jobs ones that show a requirement."""
    return all(_shows(case, requirement, entry) for entry in showing)


def _speaks(requirement: Requirement, entry: Entry) -> bool:
    """Whether one bullet, or a title with its employer and its bullets, says every word of the field asked for.

    Not where a role is asked for, which only titles tell, and where bullets stand for several titles.
    """
    field = domain_of(requirement.text)
    if not field or entry.titles or cues_in(requirement.text, gap_data()["role_cues"]):
        return False
    title = _words(entry.position)
    lines = [_words(bullet.text) for bullet in entry.bullets]
    if any(all(any_akin([word], line) for word in field) for line in lines):
        return True
    whole = [*title, *_words(entry.name), *(word for line in lines for word in line)]
    return any(says(title, word) for word in field) and all(says(whole, word) for word in field)


def _words(text: str) -> list[str]:
    return tokens(in_one(text))


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
        any(len(skill.implies) > 1 and set(skill.implies) <= named for skill in group) or is_in(group, named)
        for group in requirement.skills
    )


def _touched(case: Case, requirement: Requirement) -> bool:
    """Whether something in the profile speaks of the requirement: then its years are asked, not denied."""
    return requirement.id in case.touched or bool(
        {word for entry in case.profile.section("work") for one in entry.held for word in tokens(one.position)}
        & set(without(requirement.text, gap_data()["years_stop"]))
    )


def _employers(entries: Sequence[Entry]) -> str:
    return joined(list(dict.fromkeys(entry.name for entry in entries if entry.start)))
