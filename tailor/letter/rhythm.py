"""How a letter sounds when read aloud: sentences that begin alike, runs of words said twice, too much "I"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tailor.letter.words import folded, starts_with_i, words
from tailor.model.letter import Paragraph, Sentence

MOST_I = 0.3
"""The share of sentences that may begin with "I"."""

# Below so many sentences a share says nothing.
_FEW = 4
# So many words the same are a repetition.
_RUN = 4
_OPENER = 2
_BREAK = "|"


def rhythm_faults(paragraphs: Sequence[Paragraph], names: Sequence[str]) -> tuple[str, ...]:
    """What repeats in a letter's paragraphs: `names` may be said again."""
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
    said = [sentence.text for sentence in sentences]
    return (*_i_in_a_row(sentences), *_too_much_i(said), *_openers(said), *_runs(said, names))


def share_of_i(paragraphs: Sequence[Paragraph]) -> float:
    """The share of sentences that begin with "I"."""
    return _share([sentence.text for paragraph in paragraphs for sentence in paragraph.sentences])


def _share(said: Sequence[str]) -> float:
    return sum(map(starts_with_i, said)) / max(1, len(said))


def is_own(sentence: Sentence) -> bool:
    """Whether a sentence is the person's as they wrote it: how they say things is theirs."""
    own = ("profile:stories", "profile:bridges", "record:why", "record:connection", "record:letter_points")
    return bool(sentence.sources) and all(source.startswith(own) for source in sentence.sources)


def _i_in_a_row(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Two in a row that begin with "I"; where both are the person's own, that is how they tell it."""
    for one, other in pairwise(sentences):
        told = is_own(one) and is_own(other)
        if starts_with_i(one.text) and starts_with_i(other.text) and not told:
            yield f"two sentences in a row begin with “I”: {other.text}"


def _too_much_i(said: Sequence[str]) -> Iterator[str]:
    share = _share(said)
    if share > MOST_I and len(said) >= _FEW:
        yield f"{share:.0%} of the sentences begin with “I”"


def _openers(said: Sequence[str]) -> Iterator[str]:
    begun = Counter(" ".join(map(folded, words(text)[:_OPENER])) for text in said)
    yield from (f"{count} sentences begin with “{start}”" for start, count in begun.items() if count > 1)


def _runs(said: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    known = sorted({name for name in names if name}, key=len, reverse=True)
    named = re.compile("|".join(rf"\b{re.escape(name)}" for name in known), re.IGNORECASE) if known else None
    runs = Counter(run for text in said for run in set(_runs_of(named.sub(_BREAK, text) if named else text)))
    yield from (f"said {count} times: “{run}”" for run, count in runs.items() if count > 1)


def _runs_of(text: str) -> Iterator[str]:
    for part in text.split(_BREAK):
        held = [folded(word) for word in words(part)]
        for at in range(len(held) - _RUN + 1):
            yield " ".join(held[at : at + _RUN])
