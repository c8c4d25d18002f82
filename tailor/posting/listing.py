"""Lines below a heading that says nothing of them -> whether they are a list, and what most of them are."""

from collections import Counter
from collections.abc import Sequence

from tailor.model.posting import Need
from tailor.model.text import Block
from tailor.posting.asides import aside_reason
from tailor.posting.labels import label_of
from tailor.posting.sentences import sentences

# A section without list marks whose blocks are this short on average is a list without marks; longer ones are
# prose.
_LIST_WORDS = 45
# One item may take two sentences; so many are a paragraph.
_PARAGRAPH = 3

# A list has so many items; at most one in so many of them is of another need than the rest.
_FEWEST_ITEMS, _FEW, _ROW_WORDS = 3, 4, 16


def what_the_job_is(needs: Sequence[Need | None]) -> Need | None:
    """A list below "The role" tells duties, where no other heading does and next to nothing in it is asked for."""
    asked = sum(need == "required" for need in needs)
    return "responsibility" if len(needs) >= _FEWEST_ITEMS and asked * _FEW <= len(needs) else None


def runs(blocks: Sequence[Block], items: Sequence[Block]) -> list[list[Block]]:
    """Items in the lists they stand in: other text between two of them ends one and begins the next."""
    starts = {block.start for block in items}
    lists: list[list[Block]] = [[]]
    for block in blocks:
        if block.start in starts:
            lists[-1].append(block)
        elif lists[-1]:
            lists.append([])
    return [one for one in lists if one]


def rows(blocks: Sequence[Block]) -> list[Block]:
    """The lines of a list without marks: several short ones of which next to none is a sentence or a fact."""
    short = [block for block in blocks if _is_row(block.text)]
    several = len(short) >= _FEWEST_ITEMS and _FEW * (len(blocks) - len(short)) <= len(blocks)
    return short if several else []


def _is_row(text: str) -> bool:
    plain = len(text.split()) <= _ROW_WORDS and not text.endswith((".", "!"))
    return plain and label_of(text) is None and not aside_reason(text, strong=False)


def majority(needs: Sequence[Need | None]) -> Need | None:
    """The need of at least half of a list's items, where next to none of them is of another."""
    for need, count in Counter(each for each in needs if each).most_common(1):
        others = sum(each not in {need, None} for each in needs)
        if len(needs) >= _FEWEST_ITEMS and 2 * count >= len(needs) and others * _FEW <= len(needs):
            return need
    return None


def is_list(blocks: Sequence[Block]) -> bool:
    """Whether blocks without marks are a list: short lines, or lines that mostly open with a label."""
    lengths = [len(block.text.split()) for block in blocks]
    several = [len(sentences(block.text)) for block in blocks]
    if not blocks:
        return False
    if len(blocks) == 1:
        return several[0] == 1
    labels = sum(_has_label(block.text) for block in blocks)
    return sum(lengths) / len(lengths) <= _LIST_WORDS or labels * 2 > len(blocks)


def is_paragraph(text: str) -> bool:
    """Whether a block is running text and no item: several sentences without a label before them."""
    return len(sentences(text)) >= _PARAGRAPH and not _has_label(text)


def _has_label(text: str) -> bool:
    label, colon, rest = text.partition(": ")
    return bool(colon and rest and len(label.split()) <= 8)  # noqa: PLR2004 - a label is a phrase
