"""The posting's words for what the evidence answers: what a sentence about the fit names."""

from collections.abc import Sequence

from tailor.letter.piece import WEIGHTS, Piece
from tailor.letter.words import letter_data, shared, themes, words
from tailor.model.plan import Plan
from tailor.model.posting import Requirement
from tailor.model.skills import Find, Mention

# At most this many terms are named; more is a list.
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
            named = any(_is_named(mention.text, piece.text) for piece in pieces)
            if named and mention.skill.id in shown and not mention.negated and _is_plain_name(mention):
                terms.setdefault(mention.skill.id, (_term(mention), _place(requirement, mention)))
    distinct = {text.casefold(): (text, place) for text, place in terms.values()}
    telling = [one for name, one in distinct.items() if not _in_title(name, plan.posting.title)]
    chosen = telling[:_MOST]
    return tuple(text for text, _ in chosen), tuple(place for _, place in chosen)


def _answered(plan: Plan, pieces: Sequence[Piece]) -> list[Requirement]:
    wanted = {answer for piece in pieces for answer in piece.answers}
    found = [r for r in plan.posting.requirements if r.id in wanted and r.source == "posting"]
    return sorted(found, key=lambda requirement: -WEIGHTS[requirement.need])


def _is_named(term: str, text: str) -> bool:
    """Whether a text says all words of a term itself, if in another form: what it only implies is not named."""
    wanted = themes(term)
    return bool(wanted) and len(shared(wanted, text)) == len(wanted)


def _in_title(term: str, title: str) -> bool:
    """Whether a term says no more than the job's title."""
    return set(term.split()) <= {word.casefold() for word in words(title)}


def _is_plain_name(mention: Mention) -> bool:
    """Whether the posting calls a skill by its name: a practice of two words or more, a tool with a capital.

    Other words for a skill ("data scientists") may not fit the sentence.
    """
    data = letter_data()
    named, said = mention.skill.name.casefold(), mention.text.casefold()
    if said.rstrip("s") != named.rstrip("s"):
        return False
    if mention.skill.kind in data["tool_kinds"]:
        return mention.text[:1].isupper() and len(mention.text) > 1
    return mention.skill.kind in data["term_kinds"] and " " in said


def _term(mention: Mention) -> str:
    """The posting's words as inside a sentence: practices with a small beginning, tools as written."""
    if mention.skill.kind in letter_data()["tool_kinds"] or letter_data()["keeps_capitals"]:
        return mention.text
    return " ".join(_small(word) for word in mention.text.split())


def _small(word: str) -> str:
    plain = word[1:].islower() and word not in letter_data()["proper"]
    return word[:1].lower() + word[1:] if plain else word


def _place(requirement: Requirement, mention: Mention) -> str:
    start = requirement.span.start + mention.start
    return f"posting:{start}-{start + len(mention.text)}"
