"""The person's own line about themselves, as a sentence of a letter."""

from dataclasses import dataclass
from itertools import pairwise

from tailor.letter.words import (
    LONGEST,
    closed,
    folded,
    letter_data,
    lowered,
    plain_position,
    sentences,
    starts_with_i,
    with_article,
    words,
)
from tailor.model.letter import Sentence
from tailor.model.plan import Plan

# A phrase names the person's role within this many words: "senior backend engineer with ...".
_ROLE_WITHIN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The person's own line as a sentence; the phrase with its article that it is made of, if it is one."""

    sentence: Sentence
    phrase: str = ""


def about_me(plan: Plan) -> About | None:
    """The first sentence of the person's summary, if it is one: in the first person, or a phrase for "I am ...".

    A phrase counts when it names a role that the profile states (in its label or a position) and goes on with a
    word such as "who" or "with"; where titles begin with the role, the phrase has to. Anything else is left to the
    resume.
    """
    summaries = plan.profile.basics.summaries
    printed = [text for text in summaries if text == plan.summary]
    found = [_said(plan, text) for text in dict.fromkeys([*printed, *summaries])]
    return next((about for about in found if about), None)


def _said(plan: Plan, summary: str) -> About | None:
    first = next(iter(sentences(summary)), "")
    source = "profile:basics.summary"
    if starts_with_i(first) and len(first.split()) <= LONGEST:
        return About(sentence=Sentence(text=closed(first), sources=(source,)))
    if not _names_a_role(plan, first) or len(first.split()) > LONGEST - 3:
        return None
    phrase = with_article(lowered(first.rstrip(". ")))
    text = letter_data()["patterns"]["about"][0].format(summary=phrase)
    return About(sentence=Sentence(text=text, sources=(source, "pattern:about[0]")), phrase=phrase)


def _names_a_role(plan: Plan, text: str) -> bool:
    data, held = letter_data(), [folded(word) for word in words(text)]
    joints, at = set(data["about_joints"]), 0 if data["role_first"] else -1
    roles = {folded(words(title)[at]) for title in _titles(plan) if words(title)}
    if set(held) & set(data["not_mine"]):
        return False
    held = held[: _ROLE_WITHIN + 1]
    if data["role_first"]:
        return held[:1] != [] and held[0] in roles and bool(joints & set(held))
    return any(word in roles and following in joints for word, following in pairwise(held))


def _titles(plan: Plan) -> list[str]:
    return [
        plain_position(plan.profile.basics.label),
        *(plain_position(held.position) for entry in plan.profile.section("work") for held in entry.held),
    ]
