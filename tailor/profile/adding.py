"""A story into a profile's file: written at the end of its stories, every other byte as it was."""

import json
import re

from tailor.errors import InputError, fault
from tailor.located import Document, Mapping, Sequence, read_located
from tailor.model.profile import Profile, Story
from tailor.profile.reader import read_profile

_PLAIN = re.compile(r"[A-Za-z][\w/.+ -]*[\w.+]|[A-Za-z]")
_WORDS_OF_YAML = frozenset({"yes", "no", "true", "false", "on", "off", "null", "y", "n"})
_KEY = "stories"


def with_story(data: bytes, name: str, story: Story, sentences: tuple[str, ...]) -> bytes:
    """A profile's bytes with one story more, its text a sentence a line; nothing else in the file changes.

    Raises `InputError` where the file has faults, or its stories stand in brackets or are empty, and where the
    file with the story would not read as the same profile with it.
    """
    before = read_profile(data, name)
    document = read_located(data, name)
    text = data.decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    held = text.splitlines(keepends=True)
    at, indent = _place(document, len(held))
    lines = _lines(story, sentences, indent)
    new = lines if at else [f"{_KEY}:", *lines]
    above, below = (held[:at], held[at:]) if at else (held, [])
    joint = "" if not above or above[-1].endswith("\n") else end
    added = joint + "".join(line + end for line in new)
    whole = ("".join(above) + added + "".join(below)).encode()
    _check(before, whole, name, story)
    return whole


def _place(document: Document, count: int) -> tuple[int, int]:
    """After how many lines a story goes, and how far its dash stands in; after none where there are no stories."""
    root = document.root
    pairs = root.pairs if isinstance(root, Mapping) else ()
    at = next((place for place, pair in enumerate(pairs) if pair.key.text == _KEY), None)
    if at is None:
        return 0, 2
    value = pairs[at].value
    line = document.lines[value.place.line - 1] if isinstance(value, Sequence) else ""
    if not isinstance(value, Sequence) or line[value.place.column - 1 :][:1] != "-":
        raise InputError(
            [
                document.fault(
                    pairs[at].key.place,
                    "stories are not a list with dashes",
                    "write `stories:` and below it `- text: …`, or take the key away",
                )
            ]
        )
    last = pairs[at + 1].key.place.line - 1 if at + 1 < len(pairs) else count
    while last > value.place.line and _is_after(document.lines[last - 1], value.place.column):
        last -= 1
    return last, value.place.column - 1


def _is_after(line: str, column: int) -> bool:
    """Whether a line is no part of the item above it: blank, a comment left of the items' texts, an end mark."""
    bare = line.strip()
    indent = len(line) - len(line.lstrip())
    return not bare or bare == "..." or (bare.startswith("#") and indent < column)


def _lines(story: Story, sentences: tuple[str, ...], indent: int) -> list[str]:
    dash, inner = " " * indent, " " * (indent + 2)
    lines = [f"{dash}- text: >-", *(f"{inner}  {sentence}" for sentence in sentences)]
    if story.proves:
        lines.append(f"{inner}proves: [{', '.join(map(_scalar, story.proves))}]")
    return [*lines, f"{inner}entry: {_scalar(story.entry)}"] if story.entry else lines


def _scalar(text: str) -> str:
    """A text as YAML has it: plain where it can be, else in quotes."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML
    return text if plain else json.dumps(text, ensure_ascii=False)


def _check(before: Profile, whole: bytes, name: str, story: Story) -> None:
    """Nothing, or the InputError of a file that would not read as the old profile with the story behind."""
    after = read_profile(whole, name)
    told = [(one.text, one.proves, one.entry) for one in after.stories]
    wanted = [*((one.text, one.proves, one.entry) for one in before.stories)]
    same = after.entries == before.entries and after.basics == before.basics
    if not same or told != [*wanted, (story.text, story.proves, story.entry)]:
        remedy = "write the story yourself, below `stories:`"
        raise fault(name, "a story cannot be put into this file without changing it", remedy)
