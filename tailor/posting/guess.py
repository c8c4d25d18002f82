"""A heading whose words are not known -> the kind it most likely is, from its words and the lines below it.

Two independent witnesses are added up as log-probabilities: naive Bayes over the words and pairs of words of all
known headings of a kind, and what the lines below look like one by one. Where they leave a doubt, it is no guess.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tailor.posting.asides import aside_reason
from tailor.posting.grammar import has_substance, item_need, sentence_need
from tailor.posting.headings import Heading, known_phrases
from tailor.posting.patterns import pattern, per_language, straight, words
from tailor.posting.strength import lifted

Look = Literal["required", "responsibility", "preferred", "aside", "none"]

# How lines below known headings look, in the order required, responsibility, preferred, aside, none. Measured on
# 960 lines of 49 postings (18 public ones and the project's own), rounded, none below .03; wished lines look like
# required ones, and only the heading tells them apart.
_LOOKS: tuple[Look, ...] = ("required", "responsibility", "preferred", "aside", "none")
_SHARES: Mapping[str, tuple[float, ...]] = {
    "required": (0.58, 0.05, 0.08, 0.04, 0.25),
    "responsibility": (0.06, 0.61, 0.03, 0.03, 0.27),
    "preferred": (0.58, 0.05, 0.08, 0.04, 0.25),
    "overview": (0.13, 0.27, 0.03, 0.17, 0.40),
    "": (0.06, 0.05, 0.03, 0.36, 0.50),  # every reason to set lines aside
}
# Lines of one list are alike, so no more than so many of them are independent witnesses.
_MOST_LINES = 5
# The guess must be so much likelier than the next (4 times for 1.4). Inside a list most unknown headings only
# divide it: to leave it, either the lines say so too, or the words must be that much surer. Chosen on the headings
# of the project's own postings that were written without a look at the rules.
_MARGIN, _LEAVING, _WORDS_ALONE = 1.4, 2.5, 4.0
# What is set aside is lost, so that guess must be surer.
_WISH_MARGIN = 2.0
_ASIDE_MARGIN, _BARE_MARGIN, _LINES_ALONE = 2.2, 2.5, 3.0
_ASIDE_ALONE = 5.5
# A word that no known heading holds says nothing; a heading must hold at least this share of known words to be
# judged by its words, and longer lines are sentences.
_KNOWN_SHARE = 0.5
_MOST_WORDS = 12
_SMOOTHING = 0.3
_UNSAID = {Heading(kind="required"): 0.0, Heading(kind="responsibility"): 0.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Model:
    """Counts of the features of known headings by kind."""

    counts: Mapping[Heading, Counter[str]]
    totals: Mapping[Heading, int]
    features: frozenset[str]


def guessed(text: str, below: Sequence[str]) -> Heading | None:
    """The kind of a heading by its words and the texts of the lines below it; None where neither tells."""
    said, looks = _by_words(text), [look_of(line) for line in below]
    if not said and all(look == "none" for look in looks):
        return None
    total = _total(said, looks)
    best = _best(total)
    asked = sum(look in {"required", "responsibility", "preferred"} for look in looks)
    if best.aside and asked > looks.count("aside"):
        return None
    needed = _ASIDE_MARGIN if best.aside else _MARGIN
    best = _asked_rather(best, total, looks)
    return best if total[best] - _next(total, best) >= needed else None


def _asked_rather(best: Heading, total: Mapping[Heading, float], looks: Sequence[Look]) -> Heading:
    """A list is required rather than preferred where neither the heading nor a line plainly speaks of a wish."""
    asked = next((kind for kind in total if kind.kind == "required"), best)
    doubtful = best.kind == "preferred" and "preferred" not in looks
    return asked if doubtful and total[best] - total[asked] < _WISH_MARGIN else best


def by_words(text: str) -> Heading | None:
    """The kind of a line without a mark by its words alone, where they leave little doubt."""
    said = _by_words(text)
    if not said:
        return None
    best = _best(said)
    return best if said[best] - _next(said, best) >= _BARE_MARGIN else None


def leaves(text: str, below: Sequence[str], current: Heading) -> Heading | None:
    """The kind of a heading inside a list, where it is surely another one than the list's.

    None for a heading that only divides the list.
    """
    looks = [look_of(line) for line in below]
    total = _total(_by_words(text), looks)
    best, here = _best(total), max((score for kind, score in total.items() if _same(kind, current)), default=None)
    if not below or here is None:
        return None
    if said := _said_by_lines(total, looks, current):
        return said
    if _same(best, current):
        return None
    lines = _by_lines(best, looks) - _by_lines(current, looks)
    needed = _LEAVING if lines > 0 else _WORDS_ALONE
    if best.aside and "aside" not in looks:
        needed = _ASIDE_ALONE
    return best if lines >= 0 and total[best] - here >= needed else None


def _said_by_lines(total: Mapping[Heading, float], looks: Sequence[Look], current: Heading) -> Heading | None:
    """The list that the lines below plainly are, where they are plainly not the current one."""
    for kind in _UNSAID:
        lead = _by_lines(kind, looks) - _by_lines(current, looks)
        if not _same(kind, current) and lead >= _LINES_ALONE and not current.aside:
            return kind if total.get(kind, 0.0) + _LINES_ALONE >= max(total.values()) else None
    return None


def _total(said: Mapping[Heading, float], looks: Sequence[Look]) -> dict[Heading, float]:
    return {kind: score + _by_lines(kind, looks) for kind, score in (said or _UNSAID).items()}


def _best(total: Mapping[Heading, float]) -> Heading:
    return max(total, key=lambda kind: (total[kind], kind.kind == "required", kind.kind))


def _next(total: Mapping[Heading, float], best: Heading) -> float:
    """The score of the likeliest kind of another family; what asks and what wishes are near kin."""
    asking = {"required", "preferred"}
    others = (
        score for kind, score in total.items() if not _same(kind, best) and not {kind.kind, best.kind} <= asking
    )
    return max(others, default=-math.inf)


def _same(one: Heading, other: Heading) -> bool:
    return _family(one) == _family(other)


def look_of(text: str) -> Look:
    """What a line looks like by itself."""
    if aside_reason(text, strong=False) or pattern("set_aside.yaml", "amounts").search(straight(text)):
        return "aside"
    need = item_need(text) or sentence_need(text) or ("required" if has_substance(text) else None)
    if need != "responsibility" and lifted(text, "required")[0] == "preferred":
        return "preferred"
    return need or "none"


def _family(kind: Heading) -> str:
    """Reasons to set aside are one family: which of them it is matters little."""
    return "" if kind.aside else kind.kind


def _by_lines(kind: Heading, looks: Sequence[Look]) -> float:
    shares = _SHARES.get(_family(kind), _SHARES["overview"])
    total = sum(math.log(shares[_LOOKS.index(look)]) for look in looks)
    return total * min(1.0, _MOST_LINES / max(1, len(looks)))


def _by_words(text: str) -> dict[Heading, float]:
    """The log-probability of each kind for a heading's words; {} where too few of them are known."""
    tokens = words(text)
    model = _model()
    known = sum(token in model.features for token in tokens)
    if not tokens or len(tokens) > _MOST_WORDS or known < _KNOWN_SHARE * len(tokens):
        return {}
    features = [feature for feature in _features(tokens) if feature in model.features]
    size = len(model.features)
    return {
        kind: sum(
            math.log((counts[feature] + _SMOOTHING) / (model.totals[kind] + _SMOOTHING * size))
            for feature in features
        )
        for kind, counts in model.counts.items()
    }


def _features(tokens: Sequence[str]) -> list[str]:
    padded = ("^", *tokens, "$")
    return [*tokens, *(f"{one} {two}" for one, two in pairwise(padded))]


@per_language
def _model() -> _Model:
    """The counts of the phrases of the languages that are read: words mean other things in others."""
    counts: dict[Heading, Counter[str]] = {}
    for phrase, kind in known_phrases().items():
        counts.setdefault(kind, Counter()).update(_features(phrase))
    return _Model(
        counts=counts,
        totals={kind: found.total() for kind, found in counts.items()},
        features=frozenset(feature for found in counts.values() for feature in found),
    )
