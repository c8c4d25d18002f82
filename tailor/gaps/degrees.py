"""Degrees asked for against degrees held: by level on one ladder, then by field."""

import re
from collections.abc import Iterable

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.words import akin, cues_in, gap_data, joined, tokens, without
from tailor.model.gaps import Evidence
from tailor.model.posting import Requirement
from tailor.model.profile import Entry

# From this many words on, capitals are shouting, and "AS" or "MA" in them no degree.
_SHOUTED = 5


def degree_state(case: Case, requirement: Requirement) -> Finding:
    """A required degree into met, not met or ask; a field that is not plainly the same is asked about."""
    levels = _levels(requirement.text)
    wanted = min(levels, default=_level_of_fact(case))
    entries = case.profile.section("education")
    if not entries:
        return finding("ask", "degree_silent")
    if wanted is None:
        return finding("ask", "degree_unstated")
    held = [(level, entry) for entry in entries for level in _levels(_degree(entry))[-1:]]
    if not held:
        return finding("ask", "degree_unread", degree=joined([_degree(entry) for entry in entries]))
    done = [(level, entry) for level, entry in held if _finished(case, entry)]
    reaching = [entry for level, entry in sorted(done, key=lambda one: -one[0]) if level >= wanted]
    if reaching:
        return _by_field(requirement, reaching)
    return _too_low(requirement, wanted, held, done)


def _too_low(
    requirement: Requirement, wanted: int, held: list[tuple[int, Entry]], done: list[tuple[int, Entry]]
) -> Finding:
    going = [entry for level, entry in held if level >= wanted]
    if going:
        return finding("ask", "degree_going", _quote(going[0]), degree=_degree(going[0]))
    best = max(done or held, key=lambda one: one[0])[1]
    open_to_experience = cues_in(requirement.text, gap_data()["equivalent"])
    state, name = ("ask", "degree_low_equivalent") if open_to_experience else ("not met", "degree_low")
    level = gap_data()["ladder_said"][wanted]
    degree = _degree(best)
    return finding("ask" if state == "ask" else "not met", name, _quote(best), degree=degree, wanted=level)


def _by_field(requirement: Requirement, reaching: list[Entry]) -> Finding:
    data = gap_data()
    said = _before_figures(requirement.text)
    fields = [word for word in without(said, data["field_stop"]) if not _is_degree_word(word)]
    open_field = cues_in(requirement.text, data["any_field"])
    for entry in reaching:
        area = tokens(f"{entry.study_type} {entry.study_type.replace('.', '')} {entry.area}")
        if not fields or open_field or _same_field(area, fields):
            return finding("met", "degree_met", _quote(entry), degree=_named(entry))
    best = reaching[0]
    return finding("ask", "degree_field", _quote(best), degree=_named(best))


def _before_figures(text: str) -> str:
    """What a line says before its first figure, if a degree stands there: "Bachelor and 3 years of ..."."""
    before = re.split(r"\d", text, maxsplit=1)[0]
    return before if _levels(before) else text


def _same_field(area: Iterable[str], fields: Iterable[str]) -> bool:
    alike = [set(row) for row in gap_data()["field_alike"]]
    stop = set(gap_data()["field_stop"])
    pairs = [(one, other) for one in area if one not in stop for other in fields]
    return any(akin(one, other) or any({one, other} <= row for row in alike) for one, other in pairs)


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


def _is_degree_word(word: str) -> bool:
    return any(word in tokens(cue) for cues in gap_data()["degree_cues"].values() for cue in cues)


def _finished(case: Case, entry: Entry) -> bool:
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
