"""How strongly one line asks: cues inside it that lift it to preferred or to required."""

import re

from tailor.model.posting import Need
from tailor.posting.patterns import pattern, straight

_CUES = "cues.yaml"
_STRONG_STOPS = re.compile(r"[;]|\.\s+(?=[A-Z])|\s[–—-]\s")
_TAIL = re.compile(r"[\s.;,!)\]*:]+\Z")


def lifted(text: str, need: Need) -> tuple[Need, str]:
    """The need of a line below a heading of `need`, and the words that changed it ("" when none did).

    A required line becomes preferred when a cue governs all of it; one with a clause of each strength stays
    required. A preferred line, or a duty that opens with the words, becomes required when it says so.
    """
    line = straight(text)
    if need == "required":
        cue = _preferred_cue(line)
        return ("preferred", cue) if cue else ("required", "")
    if need == "preferred":
        cue = _required_cue(line)
        return ("required", cue) if cue and not _preferred_cue(line) else ("preferred", "")
    return "responsibility", ""


def _preferred_cue(line: str) -> str:
    """The cue that makes all of a line preferred, or "" when there is none, or only for a part of the line."""
    if first := pattern(_CUES, "preferred", "start").match(line.lstrip("*•([\"' ")):
        return first.group()
    bare = _TAIL.sub("", line)
    if _asks_too(bare):
        return ""
    for cue, commas in ((_at_end(bare, "whole"), False), (_at_end(bare, "end"), True), (_inside(bare), True)):
        if cue:
            return "" if _first_clause_stands(bare, cue, commas=commas) else cue
    return ""


def _inside(bare: str) -> str:
    found = pattern(_CUES, "preferred", "anywhere").search(bare)
    return found.group() if found else ""


def _at_end(bare: str, kind: str) -> str:
    for found in pattern(_CUES, "preferred", kind).finditer(bare):
        if found.end() == len(bare):
            return found.group()
    return ""


def _asks_too(line: str) -> bool:
    """Whether a line also says that something is required; a denied "required" does not count."""
    denied = pattern(_CUES, "preferred", "anywhere").sub(" ", line)
    return bool(pattern(_CUES, "required").search(denied))


def _first_clause_stands(bare: str, cue: str, *, commas: bool) -> bool:
    """Whether a clause of its own stands before the clause that holds the cue.

    Then the cue speaks for a part only.
    """
    before = bare[: bare.rindex(cue)]
    stops = list(_STRONG_STOPS.finditer(before))
    if stops:
        return bool(before[: stops[-1].start()].strip())
    if not commas or "," not in before:
        return False
    first, last = before.rsplit(",", 1)
    heads = pattern(_CUES, "clause_heads")
    return bool(heads.search(first) and heads.search(last))


def _required_cue(line: str) -> str:
    found = pattern(_CUES, "required").search(pattern(_CUES, "preferred", "anywhere").sub(" ", line))
    return found.group() if found else ""
