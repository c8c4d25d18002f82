"""Licences and certificates asked for against those held: by names, class, expiry, region and subject."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.classes import class_reaches
from tailor.gaps.places import holds_anywhere, reaches_region, region_of, regions_in
from tailor.gaps.unlisted import alike, covers_line
from tailor.gaps.wanted import Group, Row, covering, names_in, rows_in, same_row, wanted_groups
from tailor.gaps.words import any_akin, cues_in, gap_data, sentence, tokens
from tailor.model.gaps import Evidence
from tailor.model.posting import Requirement
from tailor.model.profile import Credential, Date

_WORST = ("not met", "ask", "met")


def licence_state(case: Case, requirement: Requirement) -> Finding:
    """A licence or certificate into met, not met or ask; never met without a credential that says so.

    Of several names joined by "or" or a slash one is enough, otherwise all are wanted and the worst decides.
    """
    groups = wanted_groups(requirement.text)
    if not groups:
        return _unknown(case, requirement)
    return _together([_group(case, requirement, group) for group in groups])


def is_over(date: Date, today: dt.date) -> bool:
    """Whether a date has passed; a month or year counts to its end."""
    return (date.year, date.month or 12, date.day or 31) < (today.year, today.month, today.day)


def _group(case: Case, requirement: Requirement, group: Group) -> Finding:
    ways = [_together([_one(case, requirement, row) for row in way]) for way in group]
    return max(ways, key=lambda one: _WORST.index(one.state))


def _together(found: Sequence[Finding]) -> Finding:
    """Several credentials that are all wanted: the worst state, with every reason for it and all that says so."""
    worst = min(found, key=lambda one: _WORST.index(one.state))
    reasons = dict.fromkeys(one.reason for one in found if one.state == worst.state)
    best_first = sorted(found, key=lambda one: -_WORST.index(one.state))
    evidence = dict.fromkeys(evidence for one in best_first for evidence in one.evidence)
    return replace(worst, reason="; ".join(reasons), evidence=tuple(evidence))


def _one(case: Case, requirement: Requirement, row: Row) -> Finding:
    held = [one for one in case.profile.credentials if same_row(rows_in(_said(one)), row)]
    if held:
        judged = [_judged(case, requirement, credential, row) for credential in held]
        return max(judged, key=lambda one: _WORST.index(one.state))
    return _above(case, row) or _absent(case, requirement, row)


def _said(credential: Credential) -> str:
    """A credential's name with the endorsements that its letters stand for."""
    if not cues_in(credential.name, gap_data()["endorsed"]):
        return credential.name
    letters = [name for letter, name in gap_data()["endorsements"].items() if cues_in(credential.name, [letter])]
    return ", ".join([credential.name, *letters])


def _judged(case: Case, requirement: Requirement, credential: Credential, row: Row) -> Finding:
    """A credential that bears the name asked for: the first thing that speaks against it, else met."""
    printed = any(one.path == credential.path for one in case.plan.credentials)
    evidence = (Evidence(path=credential.path, text=credential.name, printed=printed),)
    checks: Iterable[Callable[[], Finding | None]] = (
        lambda: _lapsed(case, requirement, credential, evidence),
        lambda: _other_class(requirement, credential, row, evidence),
        lambda: _unfinished(case, requirement, credential, row, evidence),
        lambda: _other_region(case, requirement, credential, row, evidence),
        lambda: _other_subject(requirement, credential, row, evidence),
        lambda: _more_asked(requirement, row, evidence),
    )
    against = next((found for check in checks if (found := check())), None)
    return against or _met(credential, evidence)


def _met(credential: Credential, evidence: tuple[Evidence, ...]) -> Finding:
    if credential.expires:
        said = _written(credential.expires)
        reason = sentence("reasons", "credential_met_until", name=credential.name, date=said)
    else:
        reason = sentence("reasons", "credential_met", name=credential.name)
    return Finding(state="met", reason=reason, evidence=evidence)


def _lapsed(
    case: Case, requirement: Requirement, one: Credential, evidence: tuple[Evidence, ...]
) -> Finding | None:
    """An expired credential is not met, or asked about where the posting lets one obtain it later."""
    data = gap_data()
    if one.expires and is_over(one.expires, case.today):
        later = cues_in(requirement.text, data["obtainable"])
        state = "ask" if later else "not met"
        found = finding("not met", "credential_expired", evidence, name=one.name, date=_written(one.expires))
        return replace(found, state=state)  # type: ignore[arg-type]
    if cues_in(one.name, data["lapsed"]):
        return finding("not met", "credential_lapsed", evidence, name=one.name)
    return None


def _other_class(
    requirement: Requirement, one: Credential, row: Row, evidence: tuple[Evidence, ...]
) -> Finding | None:
    """A licence of a lower class is not met; one that names no class is asked about."""
    if row[0] not in gap_data()["with_class"]:
        return None
    reaches = class_reaches(requirement.text, _said(one))
    if reaches is None:
        return finding("ask", "credential_class", evidence, name=one.name)
    return None if reaches else finding("not met", "credential_class_low", evidence, name=one.name)


def _unfinished(
    case: Case, requirement: Requirement, one: Credential, row: Row, evidence: tuple[Evidence, ...]
) -> Finding | None:
    """An examination on the way to a credential, or one still to come; a standing above it that is asked for."""
    data = gap_data()
    bare = one.name
    for name in names_in(bare, row):
        bare = bare.replace(name, "")
    coming = one.date and not is_over(one.date, case.today) and (one.date.year, one.date.month or 1) > (
        case.today.year, case.today.month,
    )  # fmt: skip
    if coming or cues_in(bare, data["unfinished"]):
        return finding("ask", "credential_unfinished", evidence, name=one.name)
    status = [word for word in data["statuses"] if word in tokens(requirement.text)]
    if status and not set(status) & set(tokens(one.name)):
        return finding("ask", "credential_status", evidence, name=one.name, status=status[0])
    return None


def _other_region(
    case: Case, requirement: Requirement, one: Credential, row: Row, evidence: tuple[Evidence, ...]
) -> Finding | None:
    """A licence of another state or country than the posting's is asked about."""
    named = regions_in(requirement.text)
    if not named and row[0] in gap_data()["local"]:
        named = regions_in(" ".join(f", {place}" for place in case.plan.posting.facts.locations))
    held = region_of(one)
    if held and not named and cues_in(requirement.text, gap_data()["any_state"]):
        named = [gap_data()["states_country"]]
    if not named or not held or holds_anywhere(held, requirement.text):
        return None
    if reaches_region(one, held, named, requirement.text):
        return None
    return finding("ask", "credential_region", evidence, name=one.name, region=held, wanted=named[0])


def _other_subject(
    requirement: Requirement, one: Credential, row: Row, evidence: tuple[Evidence, ...]
) -> Finding | None:
    """A licence to teach another subject than the one asked for is asked about."""
    if row[0] not in gap_data()["with_subject"]:
        return None
    written = " ".join([one.name, *(detail.text for detail in one.details)])
    asked, held = (_subjects(text, row) for text in (requirement.text, written))
    same = not asked or not held or any_akin(asked, held)
    return None if same else finding("ask", "credential_subject", evidence, name=one.name)


def _subjects(text: str, row: Row) -> list[str]:
    stop = {*gap_data()["subject_stop"], *(word for name in row for word in tokens(name))}
    regions = {word for name in regions_in(text) for word in tokens(name)}
    return [word for word in tokens(text) if word not in stop | regions and word.isalpha() and len(word) > 1]


def _more_asked(requirement: Requirement, row: Row, evidence: tuple[Evidence, ...]) -> Finding | None:
    """A driving licence with a record, a car or an insurance beside it: the licence is only a part."""
    more = row[0] in gap_data()["with_more"] and cues_in(requirement.text, gap_data()["more_than_licence"])
    return finding("ask", "credential_more", evidence, name=evidence[0].text, more=more[0]) if more else None


def _above(case: Case, row: Row) -> Finding | None:
    """A credential that stands above the one asked for: whether it counts is asked."""
    for higher in covering(row):
        for one in case.profile.credentials:
            if same_row(rows_in(_said(one)), higher) and not (one.expires and is_over(one.expires, case.today)):
                evidence = (Evidence(path=one.path, text=one.name, printed=True),)
                return finding("ask", "credential_above", evidence, name=one.name, wanted=row[0])
    return None


def _absent(case: Case, requirement: Requirement, row: Row) -> Finding:
    mentions = [path for path, text in case.texts.items() if names_in(text, row)]
    work = [title for entry in case.profile.section("work") for title in entry.held]
    elsewhere = [one for one in work if names_in(one.position, row)]
    elsewhere += [
        one for one in case.profile.section("education") if names_in(f"{one.study_type} {one.area}", row)
    ]
    name = next(iter(names_in(requirement.text, row)), row[0])
    if mentions or elsewhere:
        return finding("ask", "credential_mentioned", case.quote(mentions), name=name)
    if cues_in(requirement.text, gap_data()["obtainable"]):
        return finding("ask", "credential_obtainable", name=name)
    everyday = set(row) & set(gap_data()["everyday"])
    if everyday or not case.profile.credentials:
        return finding("ask", "credential_silent" if not case.profile.credentials else "credential_unsaid")
    return finding("not met", "credential_absent", name=name)


def _unknown(case: Case, requirement: Requirement) -> Finding:
    """A credential that no list knows: met only if those of the profile stand in the posting word for word."""
    found = [one for one in case.profile.credentials if alike(one.name, requirement.text)]
    if not found:
        return finding("ask", "credential_unsaid" if case.profile.credentials else "credential_silent")
    judged = [_judged(case, requirement, one, ("",)) for one in found]
    if cues_in(requirement.text, gap_data()["either"]):
        return max(judged, key=lambda one: _WORST.index(one.state))
    together = _together(judged)
    whole = covers_line([one.name for one in found], requirement.text)
    return together if whole or together.state != "met" else finding("ask", "credential_part", together.evidence)


def _written(date: Date) -> str:
    data = gap_data()
    if date.month is None:
        return str(date.year)
    month = data["months"][date.month - 1]
    if date.day is None:
        return f"{month} {date.year}"
    return str(data["date"]).format(month=month, day=date.day, year=date.year)
