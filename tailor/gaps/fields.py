"""Fields of study asked for against the field of a degree held."""

import re
from collections.abc import Iterable, Sequence

from tailor.gaps.words import akin, cues_in, gap_data, tokens, without
from tailor.model.profile import Entry


def is_field(asked: str, entry: Entry) -> bool:
    """Whether a degree is of one of the fields that a line asks for, or the line asks for none.

    "Engineering" asks for any, "Civil Engineering" for civil: what many fields share tells none of them.
    """
    fields = [_words(part) for part in _parts(_before_figures(asked))]
    fields = [words for words in fields if words]
    if not fields or cues_in(asked, gap_data()["any_field"]):
        return True
    area = [
        word
        for word in tokens(f"{entry.study_type} {entry.study_type.replace('.', '')} {entry.area}")
        if word not in gap_data()["field_stop"]
    ]
    return any(_same(area, words) for words in fields)


def is_near_field(asked: str, entry: Entry) -> bool:
    """Whether a degree's field is a neighbour of one asked for: a wide word in common, or one row of them.

    Mechanical engineering is near to civil, statistics to computer science; journalism to neither.
    """
    wanted = [word for part in _parts(_before_figures(asked)) for word in _words(part)]
    area = [word for word in tokens(f"{entry.study_type} {entry.area}") if word not in gap_data()["field_stop"]]
    area = [word for word in area if not _is_degree_word(word)]
    rows = [set(row) for row in gap_data()["field_near"]]
    neighbours = any(set(area) & row and set(wanted) & row for row in rows)
    return neighbours or _alike(area, wanted) or is_field(asked, entry)


def names_field(asked: str, degree: str) -> bool:
    """Whether every telling word of a qualification stands in a line."""
    stop = set(gap_data()["field_stop"])
    words = [word for word in tokens(degree) if word not in stop]
    said = tokens(asked)
    return bool(words) and all(any(akin(word, other) for other in said) for word in words)


def _parts(text: str) -> list[str]:
    joining = "|".join([*gap_data()["either"], "and", "und", "et", "y"])
    return re.split(rf"[,;/()]|(?<!\w)(?:{joining})(?!\w)", text, flags=re.IGNORECASE)


def _words(text: str) -> list[str]:
    return [word for word in without(text, gap_data()["field_stop"]) if not _is_degree_word(word)]


def _same(area: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether a field shares with the one asked for a word that few have, or all it asks is a common one."""
    wide = set(gap_data()["wide_fields"])
    narrow = [word for word in asked if word not in wide]
    mine = [word for word in area if word not in wide]
    return _alike(mine, narrow) if narrow else _alike(area, asked)


def _alike(area: Iterable[str], asked: Iterable[str]) -> bool:
    rows = [set(row) for row in gap_data()["field_alike"]]
    pairs = [(one, other) for one in area for other in asked]
    return any(akin(one, other) or any({one, other} <= row for row in rows) for one, other in pairs)


def _before_figures(text: str) -> str:
    """What a line says before its first figure, if a field stands there: "Bachelor and 3 years of ..."."""
    numbered = re.sub(rf"\b(?:{'|'.join(gap_data()['numbered_words'])})\s*\d\b", " ", text, flags=re.IGNORECASE)
    before = re.split(r"\d", numbered, maxsplit=1)[0]
    degrees = [cue for cues in gap_data()["degree_cues"].values() for cue in cues]
    return before if cues_in(before, degrees) else numbered


def _is_degree_word(word: str) -> bool:
    return any(word in tokens(cue) for cues in gap_data()["degree_cues"].values() for cue in cues)
