"""Two drafts into what differs between them, sentence by sentence, for a person to read."""

import difflib
from collections.abc import Iterator

from tailor.draft.lines import read_blocks
from tailor.draft.signs import draft_words, plain
from tailor.errors import InputError

_AROUND = 1
"""Unchanged lines shown around each change."""


def differences(yours: str, new: str, *, base: str, names: tuple[str, str]) -> str:
    """An edited draft and the new one into a readable comparison; `names` are those of their files.

    `base` is the draft that was edited, as it was made: where it is known, what is new stands first, apart from
    the person's own changes.
    """
    words = draft_words("en")["diff"]
    pairs = [(words["yours"], names[0], yours)]
    if base:
        pairs.insert(0, (words["news"], words["base"], base))
    said = ["\n".join([f"# {title}", *_changes(old, new, (name, names[1]))]) for title, name, old in pairs]
    return "\n\n".join(said) + "\n"


def _changes(old: str, new: str, names: tuple[str, str]) -> Iterator[str]:
    yield from difflib.unified_diff(_printed(old), _printed(new), *names, lineterm="", n=_AROUND)


def _printed(text: str) -> list[str]:
    """The printed lines of a draft, a blank one between paragraphs; of a text that cannot be read, all lines."""
    try:
        blocks = read_blocks(text, "")
    except InputError:
        return text.split("\n")
    return [line for block in blocks for line in (*(plain(each.text) for each in block), "")]
