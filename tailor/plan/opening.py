"""The opening of a page: the headline and the summary, each one of the author's own, never generated."""

from collections.abc import Mapping

from tailor.model.posting import Need, Posting
from tailor.model.profile import Profile
from tailor.model.skills import Find
from tailor.plan.decisions import edited
from tailor.plan.wish import PlanWish

_NEED: Mapping[Need, float] = {"required": 1.0, "responsibility": 2 / 3, "preferred": 1 / 3}


def headline(posting: Posting, profile: Profile, wish: PlanWish) -> str:
    """The record's headline, else the author's label or headline that is closest to the posting."""
    own = edited(wish.record, "headline")
    return own or _closest((profile.basics.label, *profile.basics.headlines), posting, wish.find)


def summary(posting: Posting, profile: Profile, wish: PlanWish) -> str:
    """The record's summary, else the author's summary line that is closest to the posting; empty if none."""
    own = edited(wish.record, "summary")
    return own or _closest(profile.basics.summaries, posting, wish.find)


def _closest(texts: tuple[str, ...], posting: Posting, find: Find) -> str:
    """The text with most in common with the posting; the author's first wins a tie."""
    written = [text for text in texts if text]
    return max(written, key=lambda text: _closeness(text, posting, find), default="")


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
