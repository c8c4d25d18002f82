"""Blocks of notes as an outline: every piece with the labels that stand above it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tailor.model.text import Block
from tailor.record.words import unmarked

_TEXT_DEPTH = 10
"""Texts stand below all six levels of headings, and items below a text that introduces them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A piece of notes with nothing below it, and the labels above it, outermost first."""

    block: Block
    labels: tuple[str, ...]

    @property
    def text(self) -> str:
        """The piece without Markdown's marks."""
        return unmarked(self.block.text)


def leaves(notes: Sequence[Block]) -> Iterator[Leaf]:
    """The pieces of notes in file order, labels left out: a label is a heading or what has items below it."""
    above: list[tuple[int, str]] = []
    for number, block in enumerate(notes):
        depth = _depth(block)
        while above and above[-1][0] >= depth:
            above.pop()
        following = notes[number + 1] if number + 1 < len(notes) else None
        if _is_label(block, depth, following):
            above.append((depth, unmarked(block.text)))
        elif block.text.strip():
            yield Leaf(block=block, labels=tuple(label for _, label in above))


def _depth(block: Block) -> int:
    if block.kind == "heading":
        return max(1, block.level)
    return _TEXT_DEPTH + (block.level + 1 if block.kind == "item" else 0)


def _is_label(block: Block, depth: int, following: Block | None) -> bool:
    if block.kind == "heading":
        return True
    ends_open = block.text.rstrip(" *_").endswith((":", "?"))
    if following is None or following.kind == "heading":
        return False
    return _depth(following) > depth and (block.kind == "item" or ends_open)
