"""Tags: what a person leaves out of a page by a word that they wrote on it."""

from collections.abc import Iterator

from tailor.model.profile import Entry, Profile
from tailor.plan.wish import PlanWish


def withheld(profile: Profile, wish: PlanWish) -> dict[str, str]:
    """The paths of entries and bullets that tags leave out, with the reason; an entry takes its bullets along."""
    return dict(found for entry in profile.entries for found in _of_entry(entry, wish))


def unknown_tags(profile: Profile, wish: PlanWish) -> tuple[str, ...]:
    """Tags that were asked for and nothing of the profile bears, in the order given."""
    borne = {tag for entry in profile.entries for tag in entry.tags}
    borne |= {tag for bullet in profile.bullets for tag in bullet.tags}
    return tuple(tag for tag in dict.fromkeys((*wish.include, *wish.exclude)) if tag not in borne)


def _of_entry(entry: Entry, wish: PlanWish) -> Iterator[tuple[str, str]]:
    whole = _why(entry.tags, wish)
    if whole:
        yield entry.path, whole
    for bullet in entry.bullets:
        if why := whole or _why(bullet.tags, wish):
            yield bullet.path, why


def _why(tags: tuple[str, ...], wish: PlanWish) -> str:
    """Why tags leave something out; empty if they do not."""
    for tag in tags:
        if tag in wish.exclude:
            return f"its tag “{tag}” is excluded"
    if tags and wish.include and not set(tags) & set(wish.include):
        return f"none of its tags is included ({', '.join(tags)})"
    return ""
