"""Checks on a letter: what a careful reader would point at, and every claim without a source."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tailor.letter.sources import source_text
from tailor.letter.words import LONGEST, first_word, folded, letter_data, starts_with_i, with_article, words
from tailor.model.letter import Letter, Sentence
from tailor.model.plan import Plan

_MOST_WORDS = 320
_PLACEHOLDER = re.compile(r"[{}<>\[\]]|\bNone\b|\bTODO\b|\bXXX+\b|\bLorem\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def letter_faults(letter: Letter, plan: Plan) -> tuple[str, ...]:
    """A letter and its plan into plain faults; empty for a letter that may go out.

    Length, sentences over 35 words, placeholders, doubled words, a leaked instruction, a/an, two sentences in a
    row that begin with "I", and numbers or names that none of the sentence's sources holds.
    """
    sentences = [sentence for paragraph in letter.paragraphs for sentence in paragraph.sentences]
    found = [fault for sentence in sentences for fault in _sentence_faults(sentence, plan)]
    if letter.words > _MOST_WORDS:
        found.append(f"{letter.words} words; letters keep to {_MOST_WORDS}")
    for one, other in pairwise(sentences):
        if starts_with_i(one.text) and starts_with_i(other.text):
            found.append(f"two sentences in a row begin with “I”: {other.text}")
    return tuple(found)


def unsourced(sentence: Sentence, plan: Plan) -> tuple[str, ...]:
    """The numbers and names of a sentence that none of its sources, nor the posting's title or company, holds."""
    held = " ".join([*(source_text(plan, source) for source in sentence.sources), *_facts(plan)])
    known = {folded(word) for word in words(held)} | {
        folded(part) for word in words(held) for part in word.split("-")
    }
    names = [word for word in words(sentence.text)[1:] if word[0].isupper() and not starts_with_i(word)]
    loose = [name for name in names if folded(name) not in known and folded(name).removesuffix("'s") not in known]
    figures = set(_NUMBER.findall(held))
    return (*loose, *(figure for figure in _NUMBER.findall(sentence.text) if figure not in figures))


def _facts(plan: Plan) -> tuple[str, str]:
    return plan.posting.title, plan.posting.company


def _sentence_faults(sentence: Sentence, plan: Plan) -> Iterator[str]:
    text = sentence.text
    if len(text.split()) > LONGEST:
        yield f"{len(text.split())} words in one sentence: {text}"
    if _PLACEHOLDER.search(text):
        yield f"a placeholder: {text}"
    if any(folded(one) == folded(other) and one.isalpha() for one, other in pairwise(words(text))):
        yield f"a doubled word: {text}"
    if first_word(text) in letter_data()["instructions"]:
        yield f"an instruction, not a sentence: {text}"
    if not text.endswith((".", "!", "?", "…", "”", '"')):
        yield f"no end: {text}"
    yield from (f"“{slip}”: {text}" for slip in _article_slips(text))
    yield from (f"no source for “{word}”: {text}" for word in unsourced(sentence, plan))


def _article_slips(text: str) -> Iterator[str]:
    for article, word in re.findall(r"\b([Aa]n?)\s+([A-Za-z][\w-]*)", text):
        right = with_article(word).split(" ")[0]
        if right in {"a", "an"} and article.lower() != right:
            yield f"{article} {word}"
