"""Checks on a letter: what a careful reader would point at, and every claim without a source."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tailor.letter.claims import other_companies, unsourced, unsourced_skills
from tailor.letter.rhythm import is_own, rhythm_faults
from tailor.letter.titles import said_title
from tailor.letter.turning import has_finite_verb
from tailor.letter.verbs import verb_forms
from tailor.letter.words import (
    LONGEST,
    first_word,
    folded,
    is_closed,
    letter_data,
    plain_name,
    spoken,
    spoken_name,
    starts_with_i,
    with_article,
    words,
)
from tailor.model.letter import Letter, Sentence
from tailor.model.plan import Plan
from tailor.model.profile import Entry
from tailor.model.skills import Find

MOST_WORDS = 320
"""Words that a letter keeps to."""

_PLACEHOLDER = re.compile(r"[{}<>\[\]]|\bNone\b|\bTODO\b|\bXXX+\b|\bLorem\b")


def letter_faults(
    letter: Letter, plan: Plan, *, find: Find | None = None, others: Sequence[str] = (), most: int = MOST_WORDS
) -> tuple[str, ...]:
    """A letter and its plan into plain faults; empty for a letter that may go out.

    Length, sentences over 35 words, placeholders, doubled words, a leaked instruction, fragments, tenses, a/an,
    what begins alike or is said twice, too much "I", and numbers, names or, with `find`, skills that none of the
    sentence's sources holds. `others` are companies that a letter to this one may not name.
    """
    with spoken(letter.lang or plan.profile.lang):
        sentences = [sentence for paragraph in letter.paragraphs for sentence in paragraph.sentences]
        found = [fault for one in sentences for fault in (*_form(one), *_claims(one, plan, find, others))]
        if letter.words > most:
            found.append(f"{letter.words} words; letters keep to {most}")
        return (*found, *rhythm_faults(letter.paragraphs, names_of(plan)))


def form_faults(text: str, lang: str) -> tuple[str, ...]:
    """A sentence that the person wrote, and its language, into what is wrong with its form; else empty."""
    with spoken(lang):
        return tuple(_forms(text, own=True))


def names_of(plan: Plan) -> tuple[str, ...]:
    """Names that a letter may say again: of the company, the job, skills, where the person has been as what."""
    entries = [held for entry in plan.profile.entries for held in (entry, *entry.titles)]
    told = [
        name for one in entries for name in (one.name, plain_name(one.name), spoken_name(one.name), one.position)
    ]
    skills = [skill.name for one in plan.posting.requirements for group in one.skills for skill in group]
    posting = plan.posting
    return (posting.company, spoken_name(posting.company), posting.title, said_title(plan), *told, *skills)


def _form(sentence: Sentence) -> Iterator[str]:
    yield from (f"{fault}: {sentence.text}" for fault in _forms(sentence.text, own=is_own(sentence)))


def _forms(text: str, *, own: bool) -> Iterator[str]:
    """What is wrong with the form of a sentence; how the person says things is theirs (`own`)."""
    if len(text.split()) > LONGEST:
        yield f"{len(text.split())} words in one sentence"
    if _PLACEHOLDER.search(text):
        yield "a placeholder"
    twice = [folded(one) for one, other in pairwise(words(text)) if folded(one) == folded(other) and one.isalpha()]
    if set(twice) - set(letter_data()["may_double"]):
        yield "a doubled word"
    if first_word(text) in letter_data()["instructions"]:
        yield "an instruction, not a sentence"
    if not is_closed(text) and not text.endswith(("”", '"')):
        yield "no end"
    if not own and _is_fragment(text):
        yield "a fragment"
    yield from (f"“{slip}”" for slip in _article_slips(text))


def _claims(sentence: Sentence, plan: Plan, find: Find | None, others: Sequence[str]) -> Iterator[str]:
    text = sentence.text
    yield from (f"no source for “{word}”: {text}" for word in unsourced(sentence, plan))
    if find:
        yield from (f"no source for the skill “{name}”: {text}" for name in unsourced_skills(sentence, plan, find))
    yield from (f"another company, {name}: {text}" for name in other_companies(sentence, plan, others))
    yield from (f"a present for a job that has ended: {text}" for _ in _tense_clashes(sentence, plan))


def _is_fragment(text: str) -> bool:
    """Whether a sentence certainly has no verb, by the lists of a language that has them."""
    data, first = letter_data(), first_word(text)
    begins = first in {*data["subjects"], *data["persons"], *data["not_mine"]}
    if not verb_forms() or begins or has_finite_verb(text) or "'" in first:
        return False
    return not any(verb_forms().get(folded(word)) for word in words(text))


def _tense_clashes(sentence: Sentence, plan: Plan) -> Iterator[str]:
    """Verbs after "I" that are only a present, in what is told of a job that has ended."""
    told = [_owner(plan, source) for source in sentence.sources if ".highlights[" in source]
    if not any(entry and not entry.current and entry.end for entry in told):
        return
    held = words(sentence.text)
    for before, word in pairwise(held):
        forms = {form for _, form in verb_forms().get(folded(word), ())}
        if starts_with_i(before) and forms and "past" not in forms:
            yield word


def _owner(plan: Plan, source: str) -> Entry | None:
    path = source.removeprefix("profile:")
    return next((one for one in plan.profile.entries for b in one.bullets if b.path == path), None)


def _article_slips(text: str) -> Iterator[str]:
    for article, word in re.findall(r"\b([Aa]n?)\s+([A-Za-z][\w-]*)", text):
        right = with_article(word).split(" ")[0]
        if right in {"a", "an"} and article.lower() != right:
            yield f"{article} {word}"
