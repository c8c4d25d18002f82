"""Spellings that the author allows to exchange: the posting's stands in place of the written one."""

import re
from collections.abc import Sequence

from tailor.model.posting import Posting

Terms = Sequence[Sequence[str]]


def asked_terms(posting: Posting, terms: Terms) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Of each group of spellings the one that the posting's requirements use, with the others of the group.

    A group of which the posting uses none, or several, changes nothing.
    """
    asked = "\n".join(one.text for one in posting.requirements if one.source == "posting")
    found = []
    for group in terms:
        used = [spelling for spelling in group if _places(spelling, asked)]
        if len(used) == 1:
            found.append((used[0], tuple(spelling for spelling in group if spelling != used[0])))
    return tuple(found)


def swapped(text: str, terms: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A line in the posting's spelling, and each exchange made: what was written, what stands now.

    A line that has the posting's spelling already stays: "continuous renal replacement therapy (CRRT)" names both.
    """
    swaps: list[tuple[str, str]] = []
    for wanted, others in terms:
        if _places(wanted, text):
            continue
        for written in sorted(others, key=len, reverse=True):
            if places := _places(written, text):
                start, end = places[0]
                printed = wanted[0].upper() + wanted[1:] if start == 0 and written[0].isupper() else wanted
                text = text[:start] + printed + text[end:]
                swaps.append((written, printed))
                break
    return text, tuple(swaps)


def _places(spelling: str, text: str) -> list[tuple[int, int]]:
    """Where a spelling stands as whole words, letter by letter; words in lower case also begin a sentence."""
    first = re.escape(spelling[0])
    if spelling.islower():
        first = f"[{first}{re.escape(spelling[0].upper())}]"
    pattern = rf"(?<!\w){first}{re.escape(spelling[1:])}(?!\w)"
    return [found.span() for found in re.finditer(pattern, text)]
