"""Blocks -> labelled values: "Location: Salem", a table row, or a heading above its value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tailor.model.text import Block
from tailor.posting.patterns import readable, words
from tailor.resources import language_data, language_folder

_SPLIT = re.compile(r"\s*(?::|\s\|\s|\t)\s*")
_MOST_LABEL_WORDS = 4
_MOST_VALUE = 160


def labelled_values(blocks: Sequence[Block]) -> Mapping[str, tuple[str, ...]]:
    """The values of every known label, by fact, in the order of the text."""
    found: dict[str, list[str]] = {}
    for fact, value in _pairs(blocks):
        found.setdefault(fact, []).append(value)
    return {fact: tuple(values) for fact, values in found.items()}


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for index, block in enumerate(blocks):
        parts = _SPLIT.split(block.text, maxsplit=1)
        fact = _labels().get(words(parts[0])) if len(parts[0].split()) <= _MOST_LABEL_WORDS else None
        if fact is None:
            continue
        value = parts[1].strip() if len(parts) > 1 else ""
        if not value and index + 1 < len(blocks) and (block.kind == "heading" or block.text.endswith(":")):
            following = blocks[index + 1]
            value = following.text if following.kind != "heading" else ""
        if value and len(value) <= _MOST_VALUE:
            yield fact, value


@cache
def _labels() -> Mapping[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for code in readable():
        if (language_folder(code) / "facts.yaml").is_file():
            for fact, labels in (language_data(code, "facts.yaml").get("labels") or {}).items():
                for label in labels:
                    table.setdefault(words(str(label)), fact)
    return table
