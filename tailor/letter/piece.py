"""One piece of evidence of a letter, and the phrases of the notes that a text speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tailor.letter.turning import Turned
from tailor.letter.words import letter_data, shared, themes, without_instruction
from tailor.model.plan import Plan
from tailor.model.posting import Need
from tailor.model.profile import Entry

WEIGHTS: dict[Need, float] = {"required": 3.0, "responsibility": 2.0, "preferred": 1.0}
"""Weight of a requirement by its need, as in the ranking."""

# A requirement of more words than this speaks of too much to say what a bullet under it is about.
_SHORT = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of evidence: a story, or a bullet with its turned clauses, and the requirements it answers.

    `points` are the phrases of the record's body letter points that it speaks of.
    """

    path: str
    text: str
    entry: Entry | None
    worth: float
    answers: tuple[str, ...]
    points: frozenset[str] = frozenset()
    turned: Turned | None = None

    @property
    def is_story(self) -> bool:
        """Whether the person's own paragraph is told as it stands."""
        return self.turned is None


def points_of(plan: Plan, text: str, answers: Sequence[str]) -> frozenset[str]:
    """The phrases of the body letter points that a text speaks of, itself or through what it answers."""
    asked = [requirement.text for requirement in plan.posting.requirements if requirement.id in answers]
    short = [one for one in asked if len(one.split()) <= _SHORT]
    return frozenset(
        phrase for phrase in _body_phrases(plan) if any(_speaks_of(phrase, o) for o in (text, *short))
    )


def _speaks_of(phrase: str, text: str) -> bool:
    """Whether a text carries all themes of a phrase but one, by their own words or those akin to them."""
    wanted, kin = themes(phrase), letter_data()["kin"]
    hits = sum(bool(shared((word, *kin.get(word, ())), text)) for word in wanted)
    return hits >= max(1, len(wanted) - 1)


def _body_phrases(plan: Plan) -> list[str]:
    """What the body letter points name, one phrase each: "system architecture", "team leadership"."""
    joint = letter_data()["list_and"]
    points = plan.record.letter_points if plan.record else ()
    texts = [without_instruction(point.text) for point in points if point.place in {"body", ""}]
    parts = [part.strip(" .") for text in texts for part in re.split(rf",\s*(?:{joint}\s+)?|\s{joint}\s", text)]
    return [part for part in parts if themes(part)]
