"""Which candidates of a line count, and how far each reaches."""

from collections.abc import Sequence

from tailor.model.skills import Skill
from tailor.skills.candidates import Candidate, Line
from tailor.skills.cues import Cues
from tailor.skills.entries import PROPER_KINDS
from tailor.skills.evidence import Evidence
from tailor.skills.lexicon import Sense
from tailor.skills.stretches import Place

_BESIDE = 2
"""Further acronyms in the same list; a place or a grade seldom stands with two others."""


def places(judge: Evidence) -> tuple[Place, ...]:
    """The candidates of a line that count, in text order and without overlap; the longest wins, then the first.

    Safe ones come first; then every ambiguous one for which there is evidence, until no more are found, as one
    member of a list is evidence for the next.
    """
    pending = [(candidate, sense) for candidate in judge.line.candidates for sense in judge.plausible(candidate)]
    counted: list[Place] = []
    while new := [pair for pair in pending if judge.counts(*pair, counted)]:
        pending = [pair for pair in pending if pair not in new]
        counted += [Place(start=candidate.start, end=candidate.end, sense=sense) for candidate, sense in new]
    counted += _acronyms(pending, judge)
    return tuple(_core(place, judge) for place in _longest(counted))


def _acronyms(pending: Sequence[tuple[Candidate, Sense]], judge: Evidence) -> list[Place]:
    """Ambiguous acronyms of which several stand side by side, so that each speaks for the others: "FTIR, NMR"."""
    short = [pair for pair in pending if judge.is_acronym(pair[0])]
    found: list[Place] = []
    for place, (candidate, sense) in enumerate(short):
        around = short[max(0, place - _BESIDE) : place] + short[place + 1 : place + 1 + _BESIDE]
        spans = {(other.start, other.end) for other, _ in around} - {(candidate.start, candidate.end)}
        if sum(judge.near(candidate, span) for span in spans) >= _BESIDE:
            found.append(Place(start=candidate.start, end=candidate.end, sense=sense))
    return found


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


def _core(place: Place, judge: Evidence) -> Place:
    """The name without words that only say what it is ("Scrum methodology"), unless the label itself has them."""
    line, cues, concept = judge.line, judge.cues, place.sense.concept
    joined = "".join(line.words[place.start : place.end])
    if place.length == 1 or _letters(joined) == _letters(concept.label):
        return place
    inner = [
        Place(start=candidate.start, end=candidate.end, sense=sense)
        for candidate in line.candidates
        for sense in judge.plausible(candidate)
        if place.start <= candidate.start and candidate.end <= place.end
        if sense.concept is concept or (candidate.key == sense.concept.label and _proper(sense.concept.skill))
        if all(_opens(word, sense.concept.skill, cues) for word in line.words[place.start : candidate.start])
        if all(_empty(index, line, sense.concept.skill, cues) for index in range(candidate.end, place.end))
    ]
    return min(inner, key=lambda core: (core.length, core.start))


def _opens(word: str, skill: Skill, cues: Cues) -> bool:
    """Whether a first word only says how well or for what a proper name is known ("fluent English")."""
    return _proper(skill) and word in cues.empty_openers


def _empty(index: int, line: Line, skill: Skill, cues: Cues) -> bool:
    """Whether a last word adds nothing: some never do, small ones not after a proper name ("Linux servers")."""
    word = line.words[index]
    said = line.tokens[index].text.islower() or (word,) in cues.after
    return word in cues.empty_heads or (_proper(skill) and said)


def _proper(skill: Skill) -> bool:
    """Whether a skill's name is one of a product or language, by its kind or by capitals within it."""
    return skill.kind in PROPER_KINDS or any(letter.isupper() for letter in skill.name[1:])


def _letters(key: str) -> str:
    return "".join(filter(str.isalnum, key))
