"""What a letter is made from, decided before a word of it is written."""

from dataclasses import dataclass

from tailor.letter.about import About
from tailor.letter.bridging import Bridged
from tailor.letter.patterns import Voice
from tailor.letter.piece import Piece
from tailor.letter.points import Selection
from tailor.model.plan import Plan
from tailor.model.profile import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The plan, how the letter speaks, the evidence, what the notes chose, bridges over gaps.

    `about` is the person's own line about themselves, where the summary has one that a letter may say.
    """

    plan: Plan
    voice: Voice
    evidence: tuple[Piece, ...]
    selection: Selection
    bridged: tuple[Bridged, ...] = ()
    about: About | None = None

    @property
    def storied(self) -> bool:
        """Whether the letter tells a story of the person's own."""
        return any(piece.is_story for piece in self.evidence)

    @property
    def present(self) -> Entry | None:
        """The person's present job: the latest one that goes on; None if every job has ended."""
        going = [entry for entry in self.plan.profile.section("work") if entry.current and entry.position]
        return max(going, key=lambda entry: str(entry.start)) if going else None
