"""The opening of a page: the headline and the summary, each one of the author's own, never generated."""

from collections.abc import Callable, Mapping

from tailor.model.posting import Need, Posting
from tailor.model.profile import Profile
from tailor.model.skills import Find
from tailor.plan.decisions import edited
from tailor.plan.wish import PlanWish

_NEED: Mapping[Need, float] = {"required": 1.0, "responsibility": 2 / 3, "preferred": 1 / 3}


def headline(posting: Posting, profile: Profile, wish: PlanWish) -> str:
    """The record's headline, else the author's label or headline that is closest to the posting."""
    own = edited(wish.record, "headline")
    return own or _closest(posting, profile, wish.find, _headlines)


def summary(posting: Posting, profile: Profile, wish: PlanWish) -> str:
    """The record's summary, else the author's summary line that is closest to the posting; empty if none."""
    own = edited(wish.record, "summary")
    return own or _closest(posting, profile, wish.find, _summaries)


def _headlines(profile: Profile) -> tuple[str, ...]:
    return tuple(text for text in (profile.basics.label, *profile.basics.headlines) if text)


def _summaries(profile: Profile) -> tuple[str, ...]:
    return profile.basics.summaries


def _closest(posting: Posting, profile: Profile, find: Find, texts: Callable[[Profile], tuple[str, ...]]) -> str:
    """The text with most in common with the posting, in its language if it can be; the first wins a tie."""
    written, compared = texts(profile), texts(profile.in_words_of(posting.facts.language))
    if len(compared) != len(written):
        compared = written
    closeness = [_closeness(text, posting, find) for text in compared]
    return written[closeness.index(max(closeness))] if written else ""


def _closeness(text: str, posting: Posting, find: Find) -> float:
    """Weighted requirements that share a skill with the text, plus the share of the title's words in it."""
    shown = {skill for mention in find(text, "line") for skill in (mention.skill.id, *mention.skill.implies)}
    asked = sum(
        _NEED[requirement.need]
        for requirement in posting.requirements
        if any(skill.id in shown for group in requirement.skills for skill in group)
    )
    title = {word.strip(",.()").casefold() for word in posting.title.split()}
    named = {word.strip(",.()").casefold() for word in text.split()}
    return asked + len(title & named) / max(1, len(title))
