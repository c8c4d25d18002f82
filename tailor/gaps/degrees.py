"""Degrees asked for against degrees held: by level on one ladder, then by field."""

import re
from collections.abc import Sequence

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.fields import is_field, is_near_field, names_field
from tailor.gaps.words import cues_in, gap_data, joined
from tailor.model.gaps import Evidence
from tailor.model.posting import Requirement
from tailor.model.profile import Entry

# From this many words on, capitals are shouting, and "AS" or "MA" in them no degree.
_SHOUTED = 5


def names_degree(text: str) -> bool:
    """Whether a line names a degree whose level is known."""
    return bool(_levels(text))


def degree_state(case: Case, requirement: Requirement) -> Finding:
    """A required degree into met, not met or ask; a field that is not plainly the same is asked about."""
    wanted = min(_wanted(requirement.text), default=_level_of_fact(case))
    entries = case.profile.section("education")
    if not entries:
        return finding("ask", "degree_silent")
    if wanted is None:
        return _by_name(requirement, entries) or finding("ask", "degree_unstated")
    held = [(level, entry) for entry in entries for level in _levels(_degree(entry))[-1:]]
    if not held:
        said = joined([_degree(entry) for entry in entries])
        return _by_name(requirement, entries) or finding("ask", "degree_unread", degree=said)
    done = [(level, entry) for level, entry in held if _finished(case, entry)]
    reaching = [(level, entry) for level, entry in sorted(done, key=lambda one: -one[0]) if level >= wanted]
    if reaching:
        return _reached(requirement, reaching)
    return _too_low(requirement, wanted, held, done)


def _wanted(text: str) -> list[int]:
    """The levels that a line asks for; a level that it only wishes for is none of them where another is left."""
    parts = re.split(r"[;,()]|\.(?:\s|$)", text)
    firm = [part for part in parts if not cues_in(part, gap_data()["wishes"])]
    return _levels("; ".join(firm)) or _levels(text)


def _by_name(requirement: Requirement, entries: Sequence[Entry]) -> Finding | None:
    """A qualification of no known level, met where the profile's stands in the posting word for word."""
    for entry in entries:
        if names_field(requirement.text, _degree(entry)):
            return finding("met", "degree_met", _quote(entry), degree=_named(entry))
    return None


def _too_low(
    requirement: Requirement, wanted: int, held: list[tuple[int, Entry]], done: list[tuple[int, Entry]]
) -> Finding:
    going = [entry for level, entry in held if level >= wanted]
    if going:
        return finding("ask", "degree_going", _quote(going[0]), degree=_degree(going[0]))
    best = max(done or held, key=lambda one: one[0])[1]
    open_to_more = cues_in(requirement.text, (*gap_data()["equivalent"], *gap_data()["obtainable"]))
    level = gap_data()["ladder_said"][wanted]
    fields = {"degree": _degree(best), "wanted": level}
    if open_to_more:
        return finding("ask", "degree_low_equivalent", _quote(best), **fields)
    return finding("not met", "degree_low", _quote(best), **fields)


def _reached(requirement: Requirement, reaching: list[tuple[int, Entry]]) -> Finding:
    """A degree of the level: met where its field is the one asked for and its step on the level is high enough."""
    text = requirement.text
    for level, entry in reaching:
        if not is_field(text, entry):
            continue
        short = _short_step(text, level, entry)
        if short:
            return short
        more = [one for one in _wanted(text) if one > level]
        if more and _is_tied_to_years(text):
            return finding("ask", "degree_tied", _quote(entry), degree=_named(entry))
        return finding("met", "degree_met", _quote(entry), degree=_named(entry))
    best = reaching[0][1]
    near = [entry for _, entry in reaching if is_near_field(text, entry)]
    if near:
        return finding("ask", "degree_field", _quote(near[0]), degree=_named(near[0]))
    return finding("ask", "degree_other_field", _quote(best), degree=_named(best))


def _short_step(text: str, level: int, entry: Entry) -> Finding | None:
    """A numbered qualification below the number asked for; one without a number is asked about."""
    held, wanted = _step(_degree(entry)), _step(text)
    if held >= wanted or level not in _levels(text):
        return None
    fields = {"degree": _degree(entry), "wanted": _step_said(text)}
    if not held:
        return finding("ask", "degree_unread", degree=_degree(entry))
    if cues_in(text, (*gap_data()["equivalent"], *gap_data()["obtainable"])):
        return finding("ask", "degree_low_equivalent", _quote(entry), **fields)
    return finding("not met", "degree_low", _quote(entry), **fields)


def _is_tied_to_years(text: str) -> bool:
    """Whether a line asks for years beside a lower level: "a PhD, or a Master's and 3 years"."""
    units = "|".join(gap_data()["window_units"])
    return bool(re.search(rf"\d\+?\W+(?:{units})\b", text, re.IGNORECASE))


def _step(text: str) -> int:
    """The step within a level, where it is numbered: "NVQ Level 3" is 3; 0 for none."""
    found = re.search(rf"\b(?:{'|'.join(gap_data()['numbered_words'])})\s*(\d)\b", text, re.IGNORECASE)
    return int(found[1]) if found else 0


def _step_said(text: str) -> str:
    found = re.search(rf"\b(?:{'|'.join(gap_data()['numbered_words'])})\s*\d\b", text, re.IGNORECASE)
    return found[0] if found else ""


def _levels(text: str) -> list[int]:
    """The places on the ladder that a text names, lowest first."""
    data = gap_data()
    shouted = text.isupper() and len(text.split()) >= _SHOUTED
    found = []
    for place, level in enumerate(data["ladder"]):
        cues = data["degree_cues"][level]
        if cues_in(text, [cue for cue in cues if not (shouted and cue.isupper())]):
            found.append(place)
    return found


def _level_of_fact(case: Case) -> int | None:
    stated = case.plan.posting.facts.education
    ladder = gap_data()["ladder"]
    return ladder.index(stated) if stated in ladder else None


def _finished(case: Case, entry: Entry) -> bool:
    if cues_in(f"{entry.study_type}, {entry.area}", gap_data()["unfinished_studies"]):
        return False
    if entry.end is None:
        return entry.start is None
    return (entry.end.year, entry.end.month or 1) <= (case.today.year, case.today.month)


def _degree(entry: Entry) -> str:
    return entry.study_type or entry.position


def _named(entry: Entry) -> str:
    said = f"{_degree(entry)}, {entry.area}" if entry.area else _degree(entry)
    return f"{said} ({entry.name})" if entry.name else said


def _quote(entry: Entry) -> tuple[Evidence, ...]:
    return (Evidence(path=entry.path, text=_named(entry), printed=True),)
