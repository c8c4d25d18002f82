"""A verb-first bullet into clauses of the first person, or nothing where that would not be grammatical."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tailor.letter.verbs import Form, past, verb_forms
from tailor.letter.words import (
    closed,
    first_word,
    folded,
    letter_data,
    lowered,
    raised,
    sentences,
    starts_with_i,
    words,
)

# A second part without a verb of its own stays behind its semicolon while the whole is no longer than this.
_TOGETHER = 28
# A list in brackets; with a figure in it, it is more than a list.
_BRACKETED = re.compile(r"\s*\((?:[^(),\d]+,)+[^(),\d]+\)")
_FIGURE = re.compile(r"\d")
# What stands before a colon says enough by itself with so many words.
_WHOLE = 8
_PREFIXES = ("re-", "co-", "de-", "pre-", "cross-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A bullet for a letter: `clause` follows "I"; `own` and `then` are what came after a semicolon.

    `own` are further clauses that follow "I"; `then` are whole sentences with a subject of their own.
    """

    clause: str
    own: tuple[str, ...] = ()
    then: tuple[str, ...] = ()


def turn(text: str, *, current: bool) -> Turned | None:
    """A bullet of a job that goes on (`current`) or has ended into clauses after "I"; None if it cannot be.

    The first word must be a verb by the language's lists, in the past, or in the present of a current job.
    Nothing is added and no word but the first changes its form. A language without verbs in its lists turns none.
    """
    if not letter_data()["regular"]:
        return None
    pieces = [
        piece.strip(" .") for part in sentences(_spoken(text)) for piece in part.split(";") if piece.strip(" .")
    ]
    if not pieces or not _speaks_of_me(text):
        return None
    clause = _clause(pieces[0], current=current)
    if clause is None:
        return None
    turned = Turned(clause=clause)
    for piece in pieces[1:]:
        turned = _with(turned, piece, current=current)
    return turned


def _spoken(text: str) -> str:
    """A bullet without the lists that nobody speaks: names in brackets, and what stands in a row behind a colon.

    What has figures stays: it is the evidence.
    """
    text = _BRACKETED.sub("", text)
    head, colon, tail = text.partition(": ")
    in_a_row = tail.count(",") > 1 and not _FIGURE.search(tail) and ";" not in tail
    return head if colon and in_a_row and len(head.split()) >= _WHOLE else text


def has_finite_verb(text: str) -> bool:
    """Whether a text certainly has a verb of its own after its first word."""
    finite = set(letter_data()["finite"])
    return any(folded(word) in finite for word in words(text)[1:])


def _with(turned: Turned, piece: str, *, current: bool) -> Turned:
    """The turned bullet with what follows a semicolon: a further clause, a sentence, or dropped as a fragment."""
    finite = has_finite_verb(piece)
    clause = _clause(piece, current=current)
    if clause is not None and not (finite and _may_be_noun(piece)):
        return replace(turned, own=(*turned.own, clause))
    if finite and not piece[:1].isdigit():
        return replace(turned, then=(*turned.then, closed(raised(piece))))
    together = f"{turned.clause}; {piece}"
    if turned.own or turned.then or len(together.split()) > _TOGETHER or not (finite or _has_verb(piece)):
        return turned
    return Turned(clause=together)


def _may_be_noun(piece: str) -> bool:
    return first_word(piece) in letter_data()["noun_too"]


def _has_verb(piece: str) -> bool:
    """Whether a part that does not begin with a verb has one: a past, or after a determiner a third person."""
    determined = first_word(piece) in letter_data()["determiners"]
    wanted = {"past", "third"} if determined else {"past"}
    held = [verb_forms().get(folded(word), frozenset()) for word in words(piece)]
    return not held[0] and any(form in wanted for forms in held[1:-1] for _, form in forms)


def _speaks_of_me(text: str) -> bool:
    others = set(letter_data()["not_mine"])
    return not any(folded(word) in others for word in words(text)[1:])


def _clause(text: str, *, current: bool) -> str | None:
    text = text.strip().rstrip(".")
    tokens = words(text)
    if not tokens or not text.startswith(tokens[0]):
        return None
    if starts_with_i(text) and "'" not in folded(tokens[0]) and len(tokens) > 1:
        return text[len(tokens[0]) :].strip()
    if state := _state(text, current=current):
        return state
    place = _verb_place(tokens)
    if place is None:
        return None
    verb = _verb_in_tense(tokens[place:], current=current)
    if verb is None:
        return None
    return _with_verb(lowered(text), tokens[place], verb, place)


def _state(text: str, *, current: bool) -> str | None:
    data = letter_data()
    if not text.casefold().startswith(tuple(f"{start} " for start in data["state_starts"])):
        return None
    return f"{data['be']['current' if current else 'ended']} {lowered(text)}"


def _verb_place(tokens: Sequence[str]) -> int | None:
    adverbs = letter_data()["adverbs"]
    for place, token in enumerate(tokens[:2]):
        if _forms(folded(token)):
            return place
        if folded(token) not in adverbs:
            return None
    return None


def _forms(word: str) -> frozenset[tuple[str, Form]]:
    known = verb_forms()
    if word in known:
        return known[word]
    for prefix in _PREFIXES:
        rest = known.get(word.removeprefix(prefix)) if word.startswith(prefix) else None
        if rest:
            return frozenset((prefix + base, form) for base, form in rest)
    return frozenset()


def _verb_in_tense(tokens: Sequence[str], *, current: bool) -> str | None:
    """The verb's form to print, or None where the first word may be no verb or its tense would clash."""
    word, data = folded(tokens[0]), letter_data()
    following = folded(tokens[1]) if len(tokens) > 1 else ""
    forms = dict(sorted((form, base) for base, form in _forms(word)))
    determined = _is_determined(following) or f"{word} {following}" in data["verb_with"]
    sure = determined or _is_plural(following)
    if "past" in forms:
        return word if determined or word not in data["adjective_too"] else None
    if "base" in forms:
        return word if current and (sure or word not in data["noun_too"]) else None
    if "third" in forms and current and sure and _alone(tokens, "s"):
        return forms["third"]
    if "gerund" in forms and sure and _alone(tokens, "ing"):
        return forms["gerund"] if current else past(forms["gerund"])
    return None


def _is_determined(word: str) -> bool:
    """Whether a word opens an object or is an adverb: what stands before it is a verb."""
    figures = any(char.isdigit() for char in word)
    return figures or word.endswith("ly") or word in letter_data()["determiners"]


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "is", "us"))


def _alone(tokens: Sequence[str], ending: str) -> bool:
    """Whether no later word is a verb in the first one's form: only then may that form change."""
    form: Form = "third" if ending == "s" else "gerund"
    return not any(found == form for token in tokens[1:] for _, found in verb_forms().get(folded(token), ()))


def _with_verb(text: str, written: str, verb: str, place: int) -> str:
    """The text with its verb in the form wanted; the verb is the first or, after an adverb, the second word."""
    if folded(written) == verb:
        return re.sub(re.escape(written), verb, text, count=1, flags=re.IGNORECASE) if place == 0 else text
    return re.sub(rf"\b{re.escape(written)}\b", verb, text, count=1, flags=re.IGNORECASE)
