"""The credentials that a line names, by all their names, and whether all are wanted or one of several."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tailor.gaps.words import cues_in, gap_data, tokens

Row = tuple[str, ...]
Way = tuple[Row, ...]
Group = tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A credential named in a text, by one of its names, from character to character."""

    row: Row
    start: int
    end: int


def wanted_groups(text: str) -> tuple[Group, ...]:
    """The credentials of a line: all groups are wanted, of a group one way, of a way every credential.

    "BLS and ACLS or PALS" is BLS, and one of ACLS and PALS; what a parenthesis that begins with "or" names is one
    way instead of what stands before it: "Series 7 and 66 (or 63 and 65)".
    """
    full = _in_full(text)
    spoken = _firm(full) if tokens(_firm(full)) else full
    instead = re.search(rf"\(\s*(?:{_either()})\s([^()]*)\)", spoken)
    groups = _grouped(spoken if not instead else spoken[: instead.start()] + spoken[instead.end() :])
    if instead and groups:
        way = tuple(row for group in _grouped(instead[1]) for one in group for row in one)
        groups[-1] = (*groups[-1], way) if way else groups[-1]
    return tuple(groups)


def _firm(text: str) -> str:
    """A text without its parentheses and parts that are only wishes: "A+ (Network+ preferred)"."""
    wishes = gap_data()["wishes"]
    bare = re.sub(r"\([^()]*\)", lambda one: " " if cues_in(one[0], wishes) else one[0], text)
    parts = re.split(r"([;,]|\.\s)", bare)
    return "".join(" " if cues_in(part, wishes) else part for part in parts) if len(parts) > 1 else bare


def rows_in(text: str) -> tuple[Row, ...]:
    """The credentials that a text names, in its order."""
    return tuple(dict.fromkeys(place.row for place in _places(_in_full(text))))


def names_in(text: str, row: Row) -> tuple[str, ...]:
    """The names of one credential that a text uses, the longest first."""
    spoken = _in_full(text)
    found = {place[0] for cue in row for place in [_cue(cue).search(spoken)] if place}
    return tuple(sorted(found, key=lambda name: -len(name)))


def _grouped(text: str) -> list[Group]:
    groups: list[list[Way]] = []
    before: Place | None = None
    for place, between in _with_between(text):
        if before and groups and _is_choice(between):
            groups[-1].append((place.row,))
        elif not any(way == (place.row,) for group in groups for way in group):
            groups.append([(place.row,)])
        before = place
    return [tuple(dict.fromkeys(group)) for group in groups]


def _with_between(text: str) -> Iterator[tuple[Place, str]]:
    """Each credential with what joins it to the one before; a comma joins as the next word of the list does."""
    places = _places(text)
    joins = [text[one.end : other.start] for one, other in pairwise(places)]
    for at in range(len(joins) - 2, -1, -1):
        if re.fullmatch(r"\s*,\s*", joins[at]):
            joins[at] = joins[at + 1]
    yield from zip(places, ["", *joins], strict=False)


def _is_choice(between: str) -> bool:
    parted = re.search(r"[;.](?:\s|$)", between)
    return not parted and bool(re.search(rf"(?<!\w)(?:{_either()})(?!\w)|/", between, re.IGNORECASE))


def _places(text: str) -> list[Place]:
    """Where credentials are named; a name that overlaps a longer one is none of its own."""
    found = [
        Place(row, *one.span())
        for row in _rows()
        for cue in row
        if cue.split()[0].split("-")[0].casefold() in text.casefold()
        for one in _cue(cue).finditer(text)
    ]
    kept: list[Place] = []
    for place in sorted(found, key=lambda one: one.start - one.end):
        if all(place.end <= one.start or one.end <= place.start for one in kept):
            kept.append(place)
    return sorted(kept, key=lambda one: one.start)


def _in_full(text: str) -> str:
    """A text whose numbered names are written out: "Series 7 and 66" -> "Series 7 and Series 66"."""
    text = " ".join(text.replace("’", "'").split())
    for name in gap_data()["numbered"]:
        more = (
            rf"({name}\s?\d+(?:\s?(?:,|/|&|\+|and|or|\(or)\s?{name}\s?\d+)*)(\s?(?:,|/|&|\+|and|or|\(or)\s?)(?=\d)"
        )
        for _ in range(gap_data()["numbered_most"]):
            text = re.sub(more, rf"\1\2{name} ", text)
    return text


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(tuple(row) for row in gap_data()["credential_alike"])


@cache
def _either() -> str:
    return "|".join(gap_data()["either"])


@cache
def _cue(cue: str) -> re.Pattern[str]:
    flags = 0 if any(char.isupper() for char in cue) else re.IGNORECASE
    return re.compile(rf"(?<![\w.]){re.escape(cue)}s?(?![\w+#])", flags)


def covering(row: Row) -> tuple[Row, ...]:
    """Credentials that stand above one and often count for it, as gaps.yaml says."""
    above: Sequence[str] = gap_data()["stands_above"].get(row[0], ())
    return tuple(one for one in _rows() if one[0] in above)


def same_row(rows: Iterable[Row], row: Row) -> bool:
    """Whether one of the rows is this one."""
    return any(one[0] == row[0] for one in rows)
