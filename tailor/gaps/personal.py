"""Languages and their levels: what only the profile's own words can settle, and else is asked."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tailor.gaps.case import Case, Finding, finding
from tailor.gaps.words import cues_in, gap_data
from tailor.model.gaps import Evidence
from tailor.model.posting import Requirement
from tailor.model.profile import Language

_ORDER = ("not met", "ask", "met")


def language_state(case: Case, requirement: Requirement) -> Finding:
    """A language and its level into met, not met or ask; the profile's own language is never "not met".

    Of several languages each has the level that stands beside it. Where no level is asked, one below professional
    use is asked about, and only a beginner's is not met.
    """
    wanted = _languages(requirement.text)
    if not wanted:
        return finding("ask", "language_unread")
    levels = _levels(requirement.text)
    groups = [[_language(case, name, levels.get(name), alone=len(wanted) == 1) for name in group] for group in
              _groups(requirement.text, wanted)]  # fmt: skip
    best = [max(group, key=lambda one: _ORDER.index(one.state)) for group in groups]
    return min(best, key=lambda one: _ORDER.index(one.state))


def _groups(text: str, wanted: Sequence[str]) -> list[list[str]]:
    """The languages of a line: one of each group is enough; a comma joins as the next word of the list does."""
    places = [one for one in _places(text) if one[0] in wanted]
    between = [text[end:start] for (_, _, end), (_, start, _) in pairwise(places)]
    for at in range(len(between) - 2, -1, -1):
        if re.fullmatch(r"\s*,\s*", between[at]):
            between[at] = between[at + 1]
    groups: list[list[str]] = []
    for (name, _, _), joint in zip(places, ["", *between], strict=True):
        if groups and _is_choice(joint):
            groups[-1].append(name)
        elif not any(name in group for group in groups):
            groups.append([name])
    return groups


def _is_choice(joint: str) -> bool:
    """Whether an "or" joins two languages, and not two levels of one or a further language that nobody knows."""
    data = gap_data()
    either = cues_in(joint, data["either"]) or "/" in joint
    return bool(either) and not cues_in(joint, [*data["level_choice"], *data["all_of"]])


def names_language(text: str) -> bool:
    """Whether a line names a language."""
    return bool(_places(text))


def _language(case: Case, name: str, wanted: int | None, *, alone: bool) -> Finding:
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
    return _compared(held, level, wanted, evidence)


def _compared(held: Language, level: int, wanted: int | None, evidence: tuple[Evidence, ...]) -> Finding:
    fields = {"name": held.name, "fluency": held.fluency}
    usual = gap_data()["unstated_level"]
    if level >= (usual if wanted is None else wanted):
        return finding("met", "language_met", evidence, **fields)
    if wanted is None and level:
        return finding("ask", "language_between", evidence, **fields)
    said = gap_data()["fluency_names"][usual if wanted is None else wanted]
    return finding("not met", "language_low", evidence, **fields, wanted=said)


def _said(language: Language) -> str:
    return f"{language.name} ({language.fluency})" if language.fluency else language.name


def _languages(text: str) -> list[str]:
    names = [name for name, _, _ in _places(text)]
    inner = {short for short in names for long in names if short != long and short in long}
    return list(dict.fromkeys(name for name in names if name not in inner))


def _places(text: str) -> list[tuple[str, int, int]]:
    """The languages that a text names and where, in the order of the text."""
    data = gap_data()
    cues = {name.casefold(): name for name in data["languages"]} | data["language_alike"]
    flat = text.casefold()
    found = [(name, *one.span()) for cue, name in cues.items() for one in re.finditer(_word(cue), flat)]
    return sorted(found, key=lambda one: one[1])


def _word(cue: str) -> str:
    return rf"(?<!\w){re.escape(cue)}(?!\w)"


def _levels(text: str) -> dict[str, int | None]:
    """The level asked of each language: what stands between it and the next, before the first, or in the line."""
    places = _places(text)
    named = set(_languages(text))
    places = [one for one in places if one[0] in named]
    ends = [start for _, start, _ in places[1:]] + [len(text)]
    behind = {name: _level(text[end:until]) for (name, _, end), until in zip(places, ends, strict=True)}
    starts = [0, *(end for _, _, end in places)]
    before = {name: _level(text[start:at]) for (name, at, _), start in zip(places, starts, strict=False)}
    if len(named) > 1 and all(level is not None for level in before.values()):
        return dict(before)
    whole = _level(text)
    return {name: whole if len(named) == 1 or behind[name] is None else behind[name] for name in behind}


def _level(text: str) -> int | None:
    flat = text.casefold()
    ladder: list[list[str]] = gap_data()["fluency"]
    for place, cues in reversed(list(enumerate(ladder))):
        if cues_in(flat, cues):
            return place
    return None
