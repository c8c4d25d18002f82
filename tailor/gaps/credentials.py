"""Licences and certificates asked for against those held: by all their names, expiry and region."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.words import cues_in, gap_data, sentence, tokens
from tailor.model.gaps import Evidence
from tailor.model.posting import Requirement
from tailor.model.profile import Credential, Date

Row = tuple[str, ...]
_WORST = ("not met", "ask", "met")


def licence_state(case: Case, requirement: Requirement) -> Finding:
    """A licence or certificate into met, not met or ask; never met without a credential that says so.

    Several names joined by "or" or a slash are alternatives, otherwise all are wanted and the worst decides.
    """
    wanted = _wanted(requirement)
    if not wanted:
        return _unknown(case, requirement)
    found = [_one(case, requirement, row) for row in wanted]
    best_first = sorted(found, key=lambda one: -_WORST.index(one.state))
    return best_first[0] if _either(requirement.text) else _together(best_first)


def is_over(date: Date, today: dt.date) -> bool:
    """Whether a date has passed; a month or year counts to its end."""
    return (date.year, date.month or 12, date.day or 31) < (today.year, today.month, today.day)


def _together(best_first: Sequence[Finding]) -> Finding:
    """Several credentials that are all wanted: the worst state, with every reason for it and all that says so."""
    worst = best_first[-1]
    reasons = dict.fromkeys(one.reason for one in best_first if one.state == worst.state)
    evidence = tuple(evidence for one in best_first for evidence in one.evidence)
    return replace(worst, reason="; ".join(reasons), evidence=evidence)


def _wanted(requirement: Requirement) -> list[Row]:
    """The credentials that a requirement names; a name within a longer one found is not a second credential."""
    rows = [tuple(row) for row in gap_data()["credential_alike"]]
    hits = [(row, cues_in(requirement.text, row)) for row in rows]
    found = [(row, max(cues, key=len)) for row, cues in hits if cues]
    return [row for row, cue in found if not any(cue != other and cue in other for _, other in found)]


def _either(text: str) -> bool:
    return bool(re.search(rf"\b{gap_data()['list_or']}\b|/", text))


def _one(case: Case, requirement: Requirement, row: Row) -> Finding:
    held = [credential for credential in case.profile.credentials if _is_one(credential, row)]
    if held:
        judged = [_judged(case, requirement, credential) for credential in held]
        return max(judged, key=lambda one: _WORST.index(one.state))
    return _absent(case, requirement, row)


def _is_one(credential: Credential, row: Row) -> bool:
    return bool(cues_in(credential.name, row)) or credential.name.casefold() in {cue.casefold() for cue in row}


def _judged(case: Case, requirement: Requirement, credential: Credential) -> Finding:
    printed = any(one.path == credential.path for one in case.plan.credentials)
    evidence = (Evidence(path=credential.path, text=credential.name, printed=printed),)
    expires = credential.expires
    if expires and is_over(expires, case.today):
        return finding("not met", "credential_expired", evidence, name=credential.name, date=_written(expires))
    named = _regions(requirement.text)
    status = [word for word in gap_data()["statuses"] if word in tokens(requirement.text)]
    if status and not set(status) & set(tokens(credential.name)):
        return finding("ask", "credential_status", evidence, name=credential.name, status=status[0])
    if credential.region and named and not _covers(credential, named):
        return finding(
            "ask", "credential_region", evidence, name=credential.name, region=credential.region, wanted=named[0]
        )
    if expires:
        reason = sentence("reasons", "credential_met_until", name=credential.name, date=_written(expires))
    else:
        reason = sentence("reasons", "credential_met", name=credential.name)
    return Finding(state="met", reason=reason, evidence=evidence)


def _absent(case: Case, requirement: Requirement, row: Row) -> Finding:
    mentions = [path for path, text in case.texts.items() if cues_in(text, row)]
    held = [title for entry in case.profile.section("work") for title in entry.held]
    titled = [one for one in held if cues_in(one.position, row)]
    name = max(cues_in(requirement.text, row), key=len, default=row[0])
    if mentions or titled:
        return finding("ask", "credential_mentioned", case.quote(mentions), name=name)
    if cues_in(requirement.text, gap_data()["obtainable"]):
        return finding("ask", "credential_obtainable", name=name)
    everyday = set(row) & set(gap_data()["everyday"])
    if everyday or not case.profile.credentials:
        return finding("ask", "credential_silent" if not case.profile.credentials else "credential_unsaid")
    return finding("not met", "credential_absent", name=name)


def _unknown(case: Case, requirement: Requirement) -> Finding:
    """A credential that no list knows: met only if one of the profile's stands in the posting word for word."""
    for credential in case.profile.credentials:
        words = [word for word in tokens(credential.name) if word not in gap_data()["credential_stop"]]
        if words and set(words) <= set(tokens(requirement.text)):
            return _judged(case, requirement, credential)
    if not case.profile.credentials:
        return finding("ask", "credential_silent")
    return finding("ask", "credential_unsaid")


def _regions(text: str) -> list[str]:
    data = gap_data()
    return [name for name, short in data["states"].items() if cues_in(text, [name]) or _abbreviated(text, short)]


def _abbreviated(text: str, short: str) -> bool:
    return short in gap_data()["abbreviated"] and bool(
        re.search(rf"(?:,\s*|\(|\bof\s+){re.escape(short)}\b", text)
    )


def _covers(credential: Credential, named: Sequence[str]) -> bool:
    states = gap_data()["states"]
    held = {credential.region.casefold()}
    said = {name.casefold() for name in named} | {str(states[name]).casefold() for name in named}
    whole = f"{credential.name} {credential.region}"
    return bool(held & said) or bool(cues_in(whole, gap_data()["compact"])) or bool(cues_in(whole, named))


def _written(date: Date) -> str:
    data = gap_data()
    if date.month is None:
        return str(date.year)
    month = data["months"][date.month - 1]
    if date.day is None:
        return f"{month} {date.year}"
    return str(data["date"]).format(month=month, day=date.day, year=date.year)
