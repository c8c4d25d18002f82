"""What a letter claims that none of its sources says: numbers, names, skills; and what it may not name."""

import re
from collections.abc import Iterator, Sequence

from tailor.letter.sources import source_text
from tailor.letter.titles import said_title
from tailor.letter.words import folded, letter_data, starts_with_i, words
from tailor.model.letter import Sentence
from tailor.model.plan import Plan
from tailor.model.skills import Find

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def unsourced(sentence: Sentence, plan: Plan) -> tuple[str, ...]:
    """The numbers and names of a sentence that none of its sources, nor the posting's title or company, holds."""
    held = _held(sentence, plan)
    known = {folded(word) for word in words(held)} | {
        folded(part) for word in words(held) for part in word.split("-")
    }
    names = [word for word in words(sentence.text)[1:] if word[0].isupper() and not starts_with_i(word)]
    loose = [name for name in names if folded(name) not in known and folded(name).removesuffix("'s") not in known]
    figures = set(_NUMBER.findall(held))
    return (*loose, *(figure for figure in _NUMBER.findall(sentence.text) if figure not in figures))


def unsourced_skills(sentence: Sentence, plan: Plan, find: Find) -> tuple[str, ...]:
    """The skills that a sentence names and none of its sources does, in the sentence's words."""
    held = _held(sentence, plan)
    spoken = held.casefold()
    loose = [mention for mention in find(sentence.text, "bullet") if mention.text.casefold() not in spoken]
    shown = {mention.skill.id for mention in find(held, "bullet")} if loose else set()
    return tuple(mention.text for mention in loose if mention.skill.id not in shown)


def other_companies(sentence: Sentence, plan: Plan, others: Sequence[str]) -> Iterator[str]:
    """The names among `others` that a sentence holds; this posting's company and the person's employers may."""
    own = [plan.posting.company, *(entry.name for entry in plan.profile.entries)]
    held = f" {' '.join(map(folded, words(sentence.text)))} "
    for name in others:
        spoken = " ".join(map(folded, words(name)))
        known = any(spoken in " ".join(map(folded, words(one))) for one in own if one)
        if spoken and not known and f" {spoken} " in held:
            yield name


def _held(sentence: Sentence, plan: Plan) -> str:
    facts = plan.posting.title, said_title(plan), plan.posting.company, letter_data()["resume"]
    return " ".join([*(source_text(plan, source) for source in sentence.sources), *facts])
