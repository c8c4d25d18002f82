"""Whether a line denies the skill it names ("no PHP required")."""

from tailor.skills.candidates import Line
from tailor.skills.cues import Negation, Phrases

_LONGEST_PHRASE = 5


def is_negated(line: Line, place: tuple[int, int], negation: Negation) -> bool:
    """Whether a phrase that denies stands within reach of the words of a mention, in its own clause."""
    if negation.first_words.isdisjoint(line.words):
        return False
    start, end = place
    before = _clause(line.words[max(0, start - negation.reach) : start][::-1])[::-1]
    after = _clause(line.words[end : end + negation.reach + _LONGEST_PHRASE])
    if _holds(before, negation.never) or _holds(after, negation.never):
        return False
    return _holds(before, negation.before) or _holds(after, negation.after)


def _clause(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words up to the first that is no word: a mark ends what a denial reaches."""
    for place, word in enumerate(words):
        if not word[:1].isalnum():
            return words[:place]
    return words


def _holds(words: tuple[str, ...], phrases: Phrases) -> bool:
    return any(
        words[start : start + size] in phrases
        for start in range(len(words))
        for size in range(1, _LONGEST_PHRASE + 1)
    )
