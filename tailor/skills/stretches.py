"""Words of a line that count as a skill, and what lies between two such stretches."""

from dataclasses import dataclass

from tailor.skills.candidates import Candidate
from tailor.skills.lexicon import Sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of a line that count as a skill, and in which sense."""

    start: int
    end: int
    sense: Sense

    @property
    def length(self) -> int:
        """Words."""
        return self.end - self.start


def gap_between(candidate: Candidate, other: Place) -> range | None:
    """The words between a candidate and a skill that counts; None for those that overlap and for soft skills."""
    if other.sense.concept.skill.kind == "soft":
        return None
    if other.end <= candidate.start:
        return range(other.end, candidate.start)
    return range(candidate.end, other.start) if candidate.end <= other.start else None
