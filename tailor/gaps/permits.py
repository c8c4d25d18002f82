"""Work permits, citizenship, clearances and sponsorship: what only the profile's own lines can settle."""

import re
from collections.abc import Iterator, Sequence

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.credentials import is_over
from tailor.gaps.words import cues_in, gap_data, tokens
from tailor.model.gaps import Evidence
from tailor.model.posting import Requirement
from tailor.model.profile import Date

_WORST = ("not met", "ask", "met")
_UNTIL = re.compile(r"(?<!\d)(20\d\d)(?:[-/.](\d\d))?(?!\d)")


def permit_state(case: Case, requirement: Requirement) -> Finding:
    """Work permit, citizenship, clearance or sponsorship into met, not met or ask, by the profile's own lines.

    Silence is always ask; a line counts only for the same country and the same kind of permit. Of several kinds
    that a line asks for the worst decides, of alternatives the best.
    """
    kinds = _kinds(requirement.text)
    if not kinds or kinds == ["check"]:
        return finding("ask", "logistics")
    lines = list(_lines(case))
    countries = _countries(requirement.text) or _located(case)
    found = [_answer(case, requirement.text, kind, countries, lines) for kind in kinds]
    ranked = sorted(found, key=lambda one: _WORST.index(one.state))
    return ranked[-1 if cues_in(requirement.text, gap_data()["either"]) else 0]


def _answer(
    case: Case, asked: str, kind: str, countries: set[str], lines: Sequence[tuple[str, Evidence]]
) -> Finding:
    """What the lines of a profile say to one kind of permit: the best of them, then what speaks against it."""
    answers = [(_permit(case, line, kind, asked, countries), evidence) for line, evidence in lines]
    for state, name in (("met", "permit_met"), ("denied", "permit_denied")):
        told = next((evidence for answer, evidence in answers if answer == state), None)
        if told is None:
            continue
        if state == "denied" and kind == "clearance" and _is_obtainable(asked):
            return finding("ask", "permit_obtainable", (told,), line=told.text)
        return finding("met" if state == "met" else "not met", name, (told,), line=told.text)
    return finding("ask", "permit_silent")


def _is_obtainable(asked: str) -> bool:
    """Whether a clearance may come later; an active one may not, whoever is eligible."""
    data = gap_data()
    return bool(cues_in(asked, data["obtainable"])) and not cues_in(asked, data["held_now"])


def _lines(case: Case) -> Iterator[tuple[str, Evidence]]:
    """The profile's lines that may speak of permits, clearances among its licences with them."""
    for index, line in enumerate(case.profile.permits):
        yield line, Evidence(path=f"permits[{index}]", text=line, printed=False)
    for credential in case.profile.credentials:
        if "clearance" not in _kinds(credential.name):
            continue
        over = credential.expires and is_over(credential.expires, case.today)
        line = f"{credential.name} {gap_data()['denies'][0] if over else ''}"
        printed = any(one.path == credential.path for one in case.plan.credentials)
        yield line, Evidence(path=credential.path, text=credential.name, printed=printed)


def _kinds(text: str) -> list[str]:
    """The kinds of permit that a text names; a visa beside a permit or a citizenship is no kind of its own."""
    found = [str(kind) for kind, cues in gap_data()["permits"].items() if cues_in(text, cues)]
    if "sponsorship" in found and {"authorization", "citizenship"} & set(found):
        found.remove("sponsorship")
    if len(found) > 1 and "check" in found:
        found.remove("check")
    return found


def _permit(case: Case, line: str, kind: str, asked: str, countries: set[str]) -> str:
    """What one line of the profile says to one kind of permit: "met", "denied", or nothing."""
    said = _kinds(line)
    denied = bool(set(tokens(line)) & set(gap_data()["denies"])) or _is_past(case, line)
    held = _countries(line)
    if kind == "clearance":
        return _clearance(line, asked, denied=denied) if "clearance" in said else ""
    if kind == "citizenship":
        return _citizenship(line, asked, countries, denied=denied)
    free = _may_work(countries, held, citizen=_is_citizen(line))
    if denied and (free or not held) and {"sponsorship", "authorization"} & set(said):
        return "denied"
    allowed = {"authorization", "citizenship"} & set(said) and free and not denied
    return "met" if allowed and not _is_tied(line) else ""


def _citizenship(line: str, asked: str, countries: set[str], *, denied: bool) -> str:
    """A citizenship of the country asked for; a visa or a residence there says that there is none yet.

    Where the posting takes something else, too, that is not said.
    """
    shared = set(cues_in(line, gap_data()["permits"]["citizenship"])) & _roots(asked)
    same_place = _same_country(countries, _countries(line))
    if shared and same_place:
        return "" if denied else "met"
    foreign = cues_in(line, gap_data()["foreigners"])
    if cues_in(asked, gap_data()["either"]):
        return ""
    return "denied" if foreign and (same_place or not _countries(line)) and not _is_citizen(line) else ""


def _is_citizen(line: str) -> bool:
    return bool(cues_in(line, gap_data()["citizens"]))


def _is_tied(line: str) -> bool:
    """Whether a permit is bound to an employer, to studies or to hours: enough to ask, not to say yes."""
    return bool(cues_in(line, gap_data()["tied"]))


def _is_past(case: Case, line: str) -> bool:
    """Whether a line names the date up to which it holds, and that is over."""
    if not cues_in(line, gap_data()["until"]):
        return False
    dates = [Date(year=int(year), month=int(month) if month else None) for year, month in _UNTIL.findall(line)]
    return bool(dates) and all(is_over(date, case.today) for date in dates)


def _roots(asked: str) -> set[str]:
    """The citizenship cues of a posting and their other forms."""
    found = cues_in(asked, gap_data()["permits"]["citizenship"])
    pairs = gap_data()["citizenship_forms"]
    return {*found, *(form for cue in found for form in pairs.get(cue, ()))}


def _clearance(line: str, asked: str, *, denied: bool) -> str:
    """A clearance of a level against the one asked for, on one country's ladder."""
    if denied:
        return "denied"
    for ladder in gap_data()["clearances"]:
        held, wanted = _levels(line, ladder), _levels(asked, ladder)
        if held and wanted:
            return "met" if max(held) >= max(wanted) else "denied"
    return ""


def _levels(text: str, ladder: Sequence[Sequence[str]]) -> list[int]:
    flat = text.casefold()
    return [place for place, cues in enumerate(ladder) if cues_in(flat, cues)]


def _countries(text: str) -> set[str]:
    return {name for name, cues in gap_data()["countries"].items() if cues_in(text, cues)}


def _located(case: Case) -> set[str]:
    """The countries of the posting's places, by their names or by the letters of an American state."""
    places = case.plan.posting.facts.locations
    found = _countries(" ".join(places))
    if not found and any(re.search(rf",\s*(?:{_american()})\b", place) for place in places):
        return {gap_data()["states_country"]}
    return found


def _american() -> str:
    data = gap_data()
    names = list(data["states"].items())[: data["states_of_country"]]
    return "|".join(re.escape(form) for pair in names for form in pair)


def _may_work(wanted: set[str], held: set[str], *, citizen: bool) -> bool:
    """Whether who has a permit for one of these countries may work there; citizens in a whole union."""
    union = gap_data()["union"]
    if _same_country(wanted, held):
        return True
    return citizen and any(wanted & set(members) and held & set(members) for members in union.values())


def _same_country(wanted: set[str], held: set[str]) -> bool:
    """Whether a permit's country is the one wanted, or a union the country belongs to; unknown is no."""
    union = gap_data()["union"]
    reach = held | {member for name in held for member in union.get(name, ())}
    reach |= {name for name, members in union.items() for country in held if country in members}
    return bool(wanted & reach)
