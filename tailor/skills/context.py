"""Which candidates of a line count, and how far each reaches."""

from collections.abc import Sequence

from tailor.model.skills import Role
from tailor.skills.candidates import Line
from tailor.skills.cues import Cues
from tailor.skills.entries import PROPER_KINDS
from tailor.skills.evidence import Place, evidence


def places(line: Line, role: Role, cues: Cues) -> tuple[Place, ...]:
    """The candidates of a line that count, in text order and without overlap; the longest wins, then the first.

    Safe ones come first; then every ambiguous one for which there is evidence, until no more are found, as one
    member of a list is evidence for the next.
    """
    judge = evidence(line, role, cues)
    pending = [(candidate, sense) for candidate in line.candidates for sense in judge.plausible(candidate)]
    counted: list[Place] = []
    while new := [pair for pair in pending if judge.counts(*pair, counted)]:
        pending = [pair for pair in pending if pair not in new]
        counted += [Place(start=candidate.start, end=candidate.end, sense=sense) for candidate, sense in new]
    return tuple(_core(place, line, cues) for place in _longest(counted))


def _longest(counted: Sequence[Place]) -> tuple[Place, ...]:
    """Without overlaps: the longest first, then the leftmost, then the one that counted first."""
    taken: set[int] = set()
    chosen = []
    for place in sorted(counted, key=lambda place: (-place.length, place.start)):
        words = set(range(place.start, place.end))
        if not words & taken:
            taken |= words
            chosen.append(place)
    return tuple(sorted(chosen, key=lambda place: place.start))


def _core(place: Place, line: Line, cues: Cues) -> Place:
    """The name without words that only say what it is ("Scrum methodology", "advanced Excel"), unless the label
    itself has them.
    """
    concept = place.sense.concept
    if place.length == 1 or " ".join(line.words[place.start : place.end]) == concept.label:
        return place
    inner = [
        Place(start=candidate.start, end=candidate.end, sense=sense)
        for candidate in line.candidates
        for sense in candidate.senses
        if sense.concept is concept and place.start <= candidate.start and candidate.end <= place.end
        if all(word in cues.fillers for word in line.words[place.start : candidate.start])
        if all(_empty(word, concept.skill.kind, cues) for word in line.words[candidate.end : place.end])
    ]
    return min(inner, key=lambda core: (core.length, core.start))


def _empty(word: str, kind: str, cues: Cues) -> bool:
    return word in cues.empty_heads or (kind in PROPER_KINDS and (word,) in cues.after)
