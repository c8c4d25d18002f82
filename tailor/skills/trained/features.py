"""A line with its candidates -> what the trained part looks at, as short names without any weights.

They are those of a tagger by features (Lafferty et al. 2001): the word, its ends, its shape, the words around it,
and here the lexicon's view of each. The same functions serve training and reading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tailor.skills.candidates import Line
from tailor.skills.entries import PROPER_KINDS
from tailor.skills.evidence import Evidence
from tailor.skills.lexicon import Lexicon
from tailor.skills.stretches import Place

EDGE = "<>"
"""Stands where a line has no further word."""

REACH = 2
"""Words on each side that are looked at."""

_SHAPES = ((re.compile(r"\d+"), "d"), (re.compile(r"[A-Z]+"), "X"), (re.compile(r"[a-z]+"), "x"))
_LONGEST_SHAPE = 6
_MOST_MENTIONS, _MOST_LENGTH, _WORDS_A_STEP = 5, 8, 5
_ENDS = frozenset(".,;!?")
_HEADING_WORDS, _BEFORE_WORDS = 5, 3
_SHIFTS = tuple(range(-REACH, REACH + 1))
_TENTHS = 10
_STEPS = (0, 1, 3, 9, 29)
"""Up to where a count of forms is told as the same: 0, 1, 2-3, 4-9, 10-29, more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """What stands above a line: the words of the last short line, and the first words of the line before."""

    heading: tuple[str, ...]
    before: tuple[str, ...]


NOTHING_ABOVE = Above(heading=(), before=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A word of a line that a form of the lexicon covers: where in the form it stands, and what the form is."""

    near: tuple[str, ...]
    """Names that the neighbours look at too."""
    own: tuple[str, ...]


UNMARKED = Marked(near=("-",), own=())


class WordTable:
    """What the lexicon knows of single words: how many forms begin, end with or hold one, and of which kind."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._counts: dict[str, dict[tuple[str, str], int]] = {}
        for key in lexicon.forms:
            kind = _kind(lexicon.senses(key)[0].concept.skill.kind)
            words = key.split(" ")
            self._count(words[0], "first", kind)
            self._count(words[-1], "last", kind)
            for word in words:
                self._count(word, "in", "")

    def names(self, word: str) -> tuple[str, ...]:
        """A compared word into the names of what the lexicon knows of it."""
        counts = self._counts.get(word, {})
        names = []
        for place in ("last", "first"):
            kinds = {kind: count for (where, kind), count in counts.items() if where == place}
            names.append(f"{place}={_step(sum(kinds.values()))}")
            if kinds:
                names.append(f"{place}k={max(kinds, key=lambda kind: (kinds[kind], kind))}")
        return (*names, f"in={_step(counts.get(('in', ''), 0))}")

    def _count(self, word: str, place: str, kind: str) -> None:
        counts = self._counts.setdefault(word, {})
        counts[place, kind] = counts.get((place, kind), 0) + 1


def word_names(text: str) -> tuple[str, ...]:
    """A token into the names of its letters; the first is the word itself, the second its shape."""
    low = text.lower()
    return (
        f"w={low}", f"sh={shape(text)}", f"s2={low[-2:]}", f"s3={low[-3:]}", f"s4={low[-4:]}", f"p3={low[:3]}",
    )  # fmt: skip


def shape(text: str) -> str:
    """A token's capitals, small letters and digits, each run as one sign: "PHP7" as "Xd"."""
    for letters, sign in _SHAPES:
        text = letters.sub(sign, text)
    return text[:_LONGEST_SHAPE]


def marked(judge: Evidence, counted: Sequence[Place]) -> list[Marked]:
    """The words of a line with what covers them: the longest plausible candidate, and the rules' own finding."""
    size = len(judge.line.words)
    near: list[list[str]] = [[] for _ in range(size)]
    own: list[list[str]] = [[] for _ in range(size)]
    for start, end, kind, confidence in _longest(judge):
        for place, sign in _signs(start, end):
            near[place] += [f"c={sign}", f"ck={sign}{kind}"]
            own[place].append(f"cc={sign}{confidence}")
    for one in counted:
        for place, sign in _signs(one.start, one.end):
            near[place] += [f"r={sign}", f"rk={sign}{one.sense.concept.skill.kind}"]
    return [Marked(near=tuple(n), own=tuple(o)) if n else UNMARKED for n, o in zip(near, own, strict=True)]


def line_names(judge: Evidence, counted: Sequence[Place]) -> tuple[str, ...]:
    """What the whole line shows: whether it asks, how long it is, how much of it the rules found."""
    size = len(judge.line.words)
    covered = sum(place.length for place in counted)
    return (
        f"asks={judge.asks}",
        f"company={judge.company}",
        f"len={min(size // _WORDS_A_STEP, _MOST_LENGTH)}",
        f"found={min(len(counted), _MOST_MENTIONS)}",
        f"share={10 * covered // max(1, size)}",
    )


def padded(line: Line) -> tuple[list[str], list[str]]:
    """A line's tokens and its compared words with the edges on both sides that its outer words look at."""
    edges = [EDGE] * REACH
    return [*edges, *(token.text for token in line.tokens), *edges], [*edges, *line.words, *edges]


def gate_step(chance: float) -> int:
    """A chance in tenths, as the tagger is told of it."""
    return int(_TENTHS * chance)


def word_units(text: str, word: str, table: WordTable) -> list[tuple[int, str]]:
    """What a token and its compared word say to the words around it, each with how far ahead of them it stands."""
    if text == EDGE:
        return [(shift, f"{shift}:w={EDGE}") for shift in _SHIFTS if shift]
    letters, known = word_names(text), table.names(word)
    units = [(shift, f"{shift}:{letters[0]}") for shift in _SHIFTS]
    units += [(shift, f"{shift}:{name}") for shift in (-1, 1) for name in (letters[1], *known)]
    return units + [(0, f"0:{name}") for name in (*letters[1:], *known)]


def pair_units(one: str, two: str) -> list[tuple[int, str]]:
    """What two neighbours say together, each with how far ahead the first of them stands."""
    return [(shift, f"{shift}p:{one.lower()}|{two.lower()}") for shift in _SHIFTS[:-1]]


def mark_units(mark: Marked, step: int) -> list[tuple[int, str]]:
    """What covers a word, said to the words around it; with the line's chance to the word itself."""
    units = [(shift, f"{shift}:{name}") for shift in _SHIFTS if shift for name in mark.near]
    units += [(0, f"0:{name}") for name in (*mark.near, *mark.own)]
    return units + [(0, f"g{step}:{name}") for name in mark.near]


def line_units(names: Sequence[str], step: int) -> list[str]:
    """What the whole line says to each of its words."""
    return [f"l:{name}" for name in names] + [f"l:chance={step}", "l:"]


def gate_names(line: Line, counted: Sequence[Place], above: Above) -> set[str]:
    """What tells whether a line names any skill: words, pairs of words, what was found, what stands above."""
    low = [token.text.lower() for token in line.tokens]
    names = {f"w={word}" for word in low} | {f"p={one}|{two}" for one, two in pairwise(low)}
    names |= {f"h={word}" for word in above.heading} | {f"before={' '.join(above.before)}"}
    names |= {f"k={place.sense.concept.skill.kind}" for place in counted}
    size = len(low)
    return names | {f"n={min(_MOST_MENTIONS, len(counted))}", f"len={min(_MOST_LENGTH, size // _WORDS_A_STEP)}"}


def above_next(judge: Evidence, counted: Sequence[Place], above: Above) -> Above:
    """What stands above the next line; a short line with a capital, no full stop and no skill is a heading."""
    texts = [token.text for token in judge.line.tokens]
    if not texts:
        return above
    ends = texts[-1] not in _ENDS and texts[0][0].isupper()
    is_heading = len(texts) <= _HEADING_WORDS and ends and not counted
    words = tuple(text.lower() for text in texts)
    heading = tuple(word for word in words if word[0].isalnum()) if is_heading else above.heading
    return Above(heading=heading, before=words[:_BEFORE_WORDS])


def _longest(judge: Evidence) -> Iterator[tuple[int, int, str, str]]:
    """The plausible candidates without overlap, the longest first, each with its kind and confidence."""
    taken: set[int] = set()
    for candidate in sorted(judge.line.candidates, key=lambda one: (one.start - one.end, one.start)):
        senses = judge.plausible(candidate)
        places = range(candidate.start, candidate.end)
        if senses and taken.isdisjoint(places):
            taken.update(places)
            yield candidate.start, candidate.end, senses[0].concept.skill.kind, senses[0].confidence


def _signs(start: int, end: int) -> Iterator[tuple[int, str]]:
    """The words of a form with their place in it: alone, first, inner, last."""
    for place in range(start, end):
        if end - start == 1:
            yield place, "S"
        else:
            yield place, "B" if place == start else "E" if place == end - 1 else "I"


def _kind(kind: str) -> str:
    return "proper" if kind in PROPER_KINDS else kind


def _step(count: int) -> int:
    return next((step for step, most in enumerate(_STEPS) if count <= most), len(_STEPS))
