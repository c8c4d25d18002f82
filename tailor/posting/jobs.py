"""A page with several adverts -> one of them: a title with lists of its own begins each."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tailor.model.text import Block
from tailor.posting.cells import is_name, names_job
from tailor.posting.headings import Heading, classify
from tailor.posting.labels import label_of
from tailor.posting.language import language_of
from tailor.posting.patterns import words

_MOST_WORDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Adverts:
    """The titles of a page's jobs, the blocks of the one that is read, and the blocks of the others."""

    titles: tuple[str, ...]
    blocks: tuple[Block, ...]
    others: tuple[Block, ...]


def choose(blocks: Sequence[Block], job: int) -> Adverts:
    """The blocks of one job, counted from one; a page of one job is all of it, as is one without such a job."""
    starts = _starts(blocks)
    if len(starts) < 2:  # noqa: PLR2004 - one job
        return Adverts(titles=(), blocks=tuple(blocks), others=())
    ends = [*starts[1:], len(blocks)]
    number = job if 0 < job <= len(starts) else 1
    start, end = starts[number - 1], ends[number - 1]
    own = (*blocks[: starts[0]], *blocks[start:end])
    others = (*blocks[starts[0] : start], *blocks[end:])
    return Adverts(titles=tuple(blocks[place].text for place in starts), blocks=own, others=others)


def _starts(blocks: Sequence[Block]) -> list[int]:
    """Where a title stands that has a heading of demands and a list below it, before the next title."""
    titled = [place for place, block in enumerate(blocks) if _is_title(block)]
    ranges = list(pairwise([*titled, len(blocks)]))
    kept = [start for start, end in ranges if _is_advert(blocks[start + 1 : end])]
    if len(kept) < 2:  # noqa: PLR2004 - several begin with two
        return []
    names = {words(blocks[place].text) for place in kept}
    spoken = {
        language_of(" ".join(block.text for block in blocks[start:end]))
        for start, end in pairwise([*kept, len(blocks)])
    }
    return kept if len(names) == len(kept) and len(spoken) <= 1 else []  # two languages are one job twice


def _is_title(block: Block) -> bool:
    """Whether a heading, marked or in capitals, names a job and nothing else."""
    text = block.text.strip()
    if block.kind == "item" or not (block.kind == "heading" or is_name(text)) or label_of(text) is not None:
        return False
    short = 0 < len(text.split()) <= _MOST_WORDS and text[-1] not in ".:;,?"
    return short and is_name(text) and names_job(text) and classify(text, marked=True) is None


def _is_advert(blocks: Sequence[Block]) -> bool:
    kinds = {heading.kind for block in blocks if (heading := _heading(block))}
    return {"required", "responsibility"} <= kinds


def _heading(block: Block) -> Heading | None:
    return classify(block.text, marked=block.kind == "heading") if block.kind != "item" else None
