"""What a letter is made from, decided before a word of it is written."""

from dataclasses import dataclass

from tailor.letter.bridging import Bridged
from tailor.letter.patterns import Voice
from tailor.letter.piece import Piece
from tailor.letter.points import Selection
from tailor.model.plan import Plan
from tailor.model.profile import Entry

NO_TERMS: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One letter's material: the plan, how it speaks, the evidence, what the notes chose, bridges over gaps.

    `terms` are what the posting asks for and the evidence names, in its words, with the places of these.
    """

    plan: Plan
    voice: Voice
    evidence: tuple[Piece, ...]
    selection: Selection
    bridged: tuple[Bridged, ...] = ()
    terms: tuple[tuple[str, ...], tuple[str, ...]] = NO_TERMS

    @property
    def present(self) -> Entry | None:
        """The person's present job: the latest one that goes on; None if every job has ended."""
        going = [entry for entry in self.plan.profile.section("work") if entry.current and entry.position]
        return max(going, key=lambda entry: str(entry.start)) if going else None
