"""What the rules counted, what the trained part reads and what looks like a name -> the skills of a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tailor.skills.candidates import Line
from tailor.skills.entries import PROPER_KINDS
from tailor.skills.evidence import Evidence
from tailor.skills.lexicon import Sense
from tailor.skills.stretches import Place

_PAIRS = {")": "(", "]": "["}
_KEPT_KINDS = PROPER_KINDS | {"soft"}
"""Kinds of the lexicon that count whatever the trained part reads: a product's name is one wherever it stands.
F1 is .573 with them and .555 without (SkillSpan dev), and no stretch hides the two names of "Vue/Angular"."""


_IN_PASSING = 0.2
"""Chance of a line below which a name in it is a skill one time in five (SkillSpan dev)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Words of a line that are read as a skill; `sense` is None where the lexicon has none for them."""

    start: int
    end: int
    sense: Sense | None


def joined(
    judge: Evidence, counted: Sequence[Place], spans: Iterable[tuple[int, int]], chance: float = 1.0
) -> tuple[Read, ...]:
    """The stretches of the trained part, and the names of products and languages, in text order.

    A stretch that the lexicon has no sense for gives way to the names inside it: "Helm charts" is Helm. In a line
    that hardly names a skill, by its `chance`, names outside the stretches are said in passing.
    """
    names = [one for one in counted if one.sense.concept.skill.kind in _KEPT_KINDS]
    kept = names if chance >= _IN_PASSING else []
    read: list[Read] = []
    taken: set[int] = set()
    for span in spans:
        stretch = _read(judge, counted, *_trimmed(judge.line, *span))
        inside = [one for one in names if one.start < stretch.end and stretch.start < one.end]
        if stretch.start < stretch.end and (stretch.sense or not inside):
            read.append(stretch)
            taken.update(range(stretch.start, stretch.end))
    read += [
        Read(start=one.start, end=one.end, sense=one.sense)
        for one in kept
        if taken.isdisjoint(range(one.start, one.end))
    ]
    return tuple(sorted(read, key=lambda one: one.start))


def rules_alone(counted: Iterable[Place]) -> tuple[Read, ...]:
    """What the rules counted, as it is."""
    return tuple(Read(start=one.start, end=one.end, sense=one.sense) for one in counted)


def with_names(read: Sequence[Read], names: Iterable[tuple[int, int]]) -> tuple[Read, ...]:
    """The skills of a line with unknown names outside them, in text order."""
    taken = {place for one in read for place in range(one.start, one.end)}
    new = [Read(start=start, end=end, sense=None) for start, end in names if taken.isdisjoint(range(start, end))]
    return tuple(sorted((*read, *new), key=lambda one: one.start))


def _read(judge: Evidence, counted: Sequence[Place], start: int, end: int) -> Read:
    """A stretch with what it means: as the rules took it, else the first sense that its letters allow."""
    for one in counted:
        if (one.start, one.end) == (start, end):
            return Read(start=start, end=end, sense=one.sense)
    for candidate in judge.line.candidates:
        if (candidate.start, candidate.end) == (start, end) and (senses := judge.plausible(candidate)):
            return Read(start=start, end=end, sense=senses[0])
    return Read(start=start, end=end, sense=None)


def _trimmed(line: Line, start: int, end: int) -> tuple[int, int]:
    """A stretch without marks at its ends; a bracket stays where its other half is inside."""
    words = line.words
    while start < end and _is_mark(words[start]):
        start += 1
    while start < end and _is_mark(words[end - 1]):
        opened = _PAIRS.get(words[end - 1])
        if opened and opened in words[start : end - 1]:
            break
        end -= 1
    return start, end


def _is_mark(word: str) -> bool:
    return not any(map(str.isalnum, word))
