"""Blocks -> labelled values: "Location: Salem", a table row, or a heading above its value."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tailor.model.text import Block
from tailor.posting.patterns import data_at, per_language, words

_SPLIT = re.compile(r"\s*(?::|\s\|\s|\t)\s*")
_BARS = re.compile(r"\s+[|·•]\s+")
_MOST_LABEL_WORDS = 4
# The value below a label that has no mark; longer lines are sentences.
_MOST_BELOW = 7
_MOST_VALUE = 160


def labelled_values(blocks: Sequence[Block]) -> Mapping[str, tuple[str, ...]]:
    """The values of every known label, by fact, in the order of the text."""
    found: dict[str, list[str]] = {}
    for fact, value in _pairs(blocks):
        found.setdefault(fact, []).append(value)
    return {fact: tuple(values) for fact, values in found.items()}


def label_of(text: str) -> str | None:
    """The fact whose label a line begins with: "Location: Salem" tells a location."""
    return _fact(text) if _SPLIT.search(text) else None


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        for text in _cells(block.text):
            if (fact := _fact(text)) and (value := _value(text, block, following)) and len(value) <= _MOST_VALUE:
                yield fact, value


def _cells(text: str) -> Sequence[str]:
    """A line "Company: Northwind | Location: Salem" in its parts; any other line as it is."""
    cells = _BARS.split(text)
    return cells if len(cells) > 1 and all(":" in cell for cell in cells) else (text,)


def _fact(text: str) -> str | None:
    label = _SPLIT.split(text, maxsplit=1)[0]
    return _labels().get(words(label)) if len(label.split()) <= _MOST_LABEL_WORDS else None


def _value(text: str, block: Block, following: Block | None) -> str:
    """What stands behind a label, or on the line below a label that stands alone."""
    parts = _SPLIT.split(text, maxsplit=1)
    if len(parts) > 1 and parts[1].strip():
        return parts[1].strip()
    alone = block.kind == "heading" or block.text.endswith(":") or _stands_above(block, following)
    return following.text if alone and following is not None and following.kind != "heading" else ""


def _stands_above(block: Block, following: Block | None) -> bool:
    """Whether a bare line is a label with its value on the next: a short line that is no label itself."""
    if block.kind != "text" or following is None or following.kind != "text":
        return False
    bare = _labels().get(words(block.text)) is not None
    return bare and len(following.text.split()) <= _MOST_BELOW and _labels().get(words(following.text)) is None


@per_language
def _labels() -> Mapping[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for _, found in data_at("facts.yaml", "labels", everywhere=True):
        for fact, labels in found.items():
            for label in labels:
                table.setdefault(words(str(label)), fact)
    return table
