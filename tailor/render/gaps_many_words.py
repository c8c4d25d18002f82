"""The words of the part of a report that tells of several postings."""

from collections.abc import Sequence

from tailor.render.gaps_rows import words
from tailor.render.gaps_view import job_of

_NAMES = 5


def told(name: str, **fields: object) -> str:
    """A phrase about several postings, filled."""
    pattern: str = words()["many"][name]
    return pattern.format_map(fields)


def conditions_told(*, met: int, unmet: int, asked: int) -> str:
    """How many conditions are met, not met and open, as words."""
    page = words()
    counts = {page["words"]["not met"]: unmet, page["words"]["ask"]: asked, page["good"]: met}
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count)


def some(names: Sequence[str]) -> str:
    """The first of some names, and how many more there are."""
    more = [told("more", count=len(names) - _NAMES)] if len(names) > _NAMES else []
    return ", ".join([*names[:_NAMES], *more])


def shortened(text: str, most: int = 8) -> str:
    """The first words of a text, with an ellipsis where some are left out."""
    held = text.split()
    return " ".join(held[:most]).rstrip(".,;:") + (" …" if len(held) > most else "")


__all__ = ["conditions_told", "job_of", "shortened", "some", "told"]
