"""The posting's words for what the evidence answers: what a lead sentence names."""

from collections.abc import Sequence

from tailor.letter.evidence import WEIGHTS, Piece
from tailor.letter.words import lowered
from tailor.model.plan import Plan
from tailor.model.posting import Requirement
from tailor.model.skills import Find, Mention

# A lead names at most this many terms; more is a list.
_MOST = 3


def asked_terms(plan: Plan, pieces: Sequence[Piece], find: Find) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Up to three skills, in the posting's words, that it asks for and the pieces name, with their sources."""
    shown = {
        name
        for piece in pieces
        for mention in find(piece.text, "bullet")
        if not mention.negated
        for name in (mention.skill.id, *mention.skill.implies)
    }
    terms: dict[str, tuple[str, str]] = {}
    for requirement in _answered(plan, pieces):
        for mention in find(requirement.text, "requirement"):
            if mention.skill.id in shown and not mention.negated:
                terms.setdefault(mention.skill.id, (_term(mention), _place(requirement, mention)))
    chosen = list({text.casefold(): (text, place) for text, place in terms.values()}.values())[:_MOST]
    return tuple(text for text, _ in chosen), tuple(place for _, place in chosen)


def _answered(plan: Plan, pieces: Sequence[Piece]) -> list[Requirement]:
    wanted = {answer for piece in pieces for answer in piece.answers}
    found = [r for r in plan.posting.requirements if r.id in wanted and r.source == "posting"]
    return sorted(found, key=lambda requirement: -WEIGHTS[requirement.need])


def _term(mention: Mention) -> str:
    """The posting's words, small at the beginning where the skill's own name is."""
    return lowered(mention.text) if mention.skill.name[:1].islower() else mention.text


def _place(requirement: Requirement, mention: Mention) -> str:
    start = requirement.span.start + mention.start
    return f"posting:{start}-{start + len(mention.text)}"
