"""Languages and permits: what only the profile's own words can settle, and else is asked."""

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.words import cues_in, gap_data, tokens
from tailor.model.gaps import Evidence
from tailor.model.posting import Requirement
from tailor.model.profile import Language

_ORDER = ("not met", "ask", "met")


def language_state(case: Case, requirement: Requirement) -> Finding:
    """A language and its level into met, not met or ask; the profile's own language is never "not met"."""
    wanted = _languages(requirement.text)
    if not wanted:
        return finding("ask", "language_unread")
    level = _level(requirement.text)
    wanted_level = gap_data()["unstated_level"] if level is None else level
    found = [_language(case, name, wanted_level, alone=len(wanted) == 1) for name in wanted]
    either = len(wanted) > 1 and cues_in(requirement.text, [gap_data()["list_or"]])
    ranked = sorted(found, key=lambda one: _ORDER.index(one.state))
    return ranked[-1] if either else ranked[0]


def permit_state(case: Case, requirement: Requirement) -> Finding:
    """Work permit, citizenship, clearance or sponsorship into met, not met or ask, by the profile's own lines.

    Silence is always ask; a line counts only for the same country and the same kind of permit.
    """
    kind = _kind(requirement.text)
    if kind in {"", "check"}:
        return finding("ask", "logistics")
    countries = _countries(requirement.text) or _countries(" ".join(case.plan.posting.facts.locations))
    for index, line in enumerate(case.profile.permits):
        evidence = (Evidence(path=f"permits[{index}]", text=line, printed=False),)
        answer = _permit(line, kind, requirement.text, countries)
        if answer == "denied":
            return finding("not met", "permit_denied", evidence, line=line)
        if answer == "met":
            return finding("met", "permit_met", evidence, line=line)
    return finding("ask", "permit_silent")


def _language(case: Case, name: str, wanted: int, *, alone: bool) -> Finding:
    held = next((one for one in case.profile.languages if name in _languages(one.name)), None)
    if held is None:
        own = name == gap_data()["own_language"]
        silent = own or not case.profile.languages
        reason = "language_silent" if silent else "language_absent" if alone else "language_absent_of"
        return finding("ask" if silent else "not met", reason, name=name)
    level = _level(held.fluency)
    printed = any(one.path == held.path for one in case.plan.languages)
    evidence = (Evidence(path=held.path, text=_said(held), printed=printed),)
    if level is None:
        return finding("ask", "language_unleveled", evidence, name=held.name)
    fields = {"name": held.name, "fluency": held.fluency}
    if level >= wanted:
        return finding("met", "language_met", evidence, **fields)
    return finding("not met", "language_low", evidence, **fields, wanted=gap_data()["fluency_names"][wanted])


def _said(language: Language) -> str:
    return f"{language.name} ({language.fluency})" if language.fluency else language.name


def _languages(text: str) -> list[str]:
    data = gap_data()
    flat = text.casefold()
    found = [name for name in data["languages"] if cues_in(flat, [name.casefold()])]
    found += [name for cue, name in data["language_alike"].items() if cues_in(flat, [cue])]
    inner = {short for short in found for long in found if short != long and short in long}
    return list(dict.fromkeys(name for name in found if name not in inner))


def _level(text: str) -> int | None:
    flat = text.casefold()
    ladder: list[list[str]] = gap_data()["fluency"]
    for place, cues in reversed(list(enumerate(ladder))):
        if cues_in(flat, cues):
            return place
    return None


def _kind(text: str) -> str:
    return next((str(kind) for kind, cues in gap_data()["permits"].items() if cues_in(text, cues)), "")


def _countries(text: str) -> set[str]:
    return {name for name, cues in gap_data()["countries"].items() if cues_in(text, cues)}


def _permit(line: str, kind: str, asked: str, countries: set[str]) -> str:
    """What one line of the profile says to one requirement: "met", "denied", or nothing."""
    data = gap_data()
    said = _kind(line)
    denied = bool(set(tokens(line)) & set(data["denies"]))
    same_place = _same_country(countries, _countries(line))
    if kind == "clearance":
        return _clearance(line, asked, denied=denied) if said == "clearance" else ""
    if kind == "citizenship":
        shared = set(cues_in(line, data["permits"]["citizenship"])) & _roots(asked)
        return "met" if shared and same_place and not denied else ""
    if denied and said in {"sponsorship", "authorization"} and (same_place or not _countries(line)):
        return "denied"
    allowed = said in {"authorization", "citizenship"} and same_place and not denied
    return "met" if allowed else ""


def _roots(asked: str) -> set[str]:
    """The citizenship cues of a posting and their singulars."""
    found = cues_in(asked, gap_data()["permits"]["citizenship"])
    pairs = gap_data()["citizenship_forms"]
    return {*found, *(form for cue in found for form in pairs.get(cue, ()))}


def _clearance(line: str, asked: str, *, denied: bool) -> str:
    levels: list[str] = gap_data()["clearance_levels"]
    held = [levels.index(level) for level in cues_in(line.casefold(), levels)]
    wanted = [levels.index(level) for level in cues_in(asked.casefold(), levels)]
    if denied:
        return "denied"
    return "met" if wanted and held and max(held) >= max(wanted) else ""


def _same_country(wanted: set[str], held: set[str]) -> bool:
    """Whether a permit's country is the one wanted, or a union the country belongs to; unknown is no."""
    union = gap_data()["union"]
    reach = held | {member for name in held for member in union.get(name, ())}
    reach |= {name for name, members in union.items() for country in held if country in members}
    return bool(wanted & reach)
