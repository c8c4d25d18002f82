"""How strongly one line asks: cues inside it that lift it to preferred or to required."""

import re

from tailor.model.posting import Need
from tailor.posting.patterns import any_of, pattern, per_line, straight

_CUES = "cues.yaml"
_STRONG_STOPS = re.compile(r"[;]|\.\s+(?=[A-Z])|\s[–—-]\s")
# "LIS skills (Epic Beaker preferred)": what only a bracket wishes for.
_BRACKETED = re.compile(r"\([^()]*\)")
_FEWEST_OWN = 2
_TAIL = re.compile(r"[\s.;,!)\]*:]+\Z")


@per_line
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


def is_demanded(text: str) -> bool:
    """Whether a line says by itself that something is required."""
    line = straight(text)
    return bool(_required_cue(line)) and not _preferred_cue(line)


def has_cue(text: str) -> bool:
    """Whether a line says by itself how strongly it asks."""
    line = straight(text)
    return bool(_preferred_cue(line) or _required_cue(line))


def _preferred_cue(line: str) -> str:
    """The cue that makes all of a line preferred, or "" when there is none, or only for a part of the line."""
    if not any_of(_CUES, "preferred").search(line):
        return ""
    if first := _start_cue(line.lstrip("*•([\"' ")):
        return first
    bare = _TAIL.sub("", _BRACKETED.sub(_without_own_wish, line))
    if _asks_too(bare):
        return ""
    clauses = [_TAIL.sub("", clause) for clause in _STRONG_STOPS.split(bare)]
    cues = [_clause_cue(clause) for clause in clauses]
    heads = pattern(_CUES, "clause_heads")
    if len(clauses) > 1 and cues[-1] and clauses[-1].strip().lower() == cues[-1]:
        return cues[-1]  # "equine dentistry - nice to have"
    others = [
        clause for clause, cue in zip(clauses[1:], cues[1:], strict=True) if not cue and heads.search(clause)
    ]
    return cues[0] if not others else ""


def _without_own_wish(found: re.Match[str]) -> str:
    """A bracket that wishes for something it names itself is left out: it says nothing of the line before it."""
    inside = found.group().lower()
    first = inside[1:-1].split(",")[0].strip()
    if "," in inside and _at_end(first, "end") == first:
        return found.group()  # "(preferred, we can help you obtain it)"
    cue = _inside(inside) or _at_end(inside[1:-1].strip(), "end") or _start_cue(inside[1:].strip())
    named = [word for word in re.findall(r"[^\W_]+", inside.replace(cue, " ", 1)) if len(word) > 1] if cue else []
    return " " if len(named) >= _FEWEST_OWN else found.group()


def _start_cue(text: str) -> str:
    found = pattern(_CUES, "preferred", "start").match(text)
    return found.group() if found else ""


def _clause_cue(clause: str) -> str:
    """The cue that makes all of one clause preferred, or ""."""
    for cue, commas in (
        (_at_end(clause, "whole"), False),
        (_at_end(clause, "end"), True),
        (_inside(clause), True),
    ):
        if cue:
            return "" if commas and _first_part_stands(clause, cue) else cue
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


def _first_part_stands(clause: str, cue: str) -> bool:
    """Whether what stands before the last comma asks by itself: then the cue speaks for the rest only."""
    before = clause[: clause.lower().rindex(cue)]
    if "," not in before:
        return False
    first, last = before.rsplit(",", 1)
    heads = pattern(_CUES, "clause_heads")
    return bool(heads.search(first) and heads.search(last))


def _required_cue(line: str) -> str:
    found = pattern(_CUES, "required").search(pattern(_CUES, "preferred", "anywhere").sub(" ", line))
    return found.group() if found else ""
