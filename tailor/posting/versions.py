"""Items of a posting in two languages, or with repeated lines -> each thing once, the rest set aside."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tailor.model.posting import Item, SetAside
from tailor.model.text import Block
from tailor.posting.language import is_mixed, surely
from tailor.posting.patterns import words

_HOME = "en"
# Two versions of one posting are about as long: neither is more than so many times the other.
_ALIKE = 2.0
# Shorter lines may stand twice for a reason: "Python" among the tools of two teams.
_LONG_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """The items that count, those set aside, and the language of the version kept ("" for one version)."""

    items: tuple[Item, ...]
    set_aside: tuple[SetAside, ...]
    language: str = ""


def once(items: Sequence[Item], blocks: Sequence[Block]) -> Once:
    """Items without those that another language's version, or an equal line before, has already said."""
    kept, language, aside = _one_language(items, blocks)
    seen: set[tuple[str, tuple[str, ...]]] = set()
    final = []
    for item in kept:
        key = (item.need, words(item.span.text))
        if key in seen and len(key[1]) >= _LONG_WORDS:
            aside.append(SetAside(span=item.span, why="repeats a line above"))
            continue
        seen.add(key)
        final.append(item)
    return Once(items=tuple(final), set_aside=tuple(aside), language=language)


def _one_language(items: Sequence[Item], blocks: Sequence[Block]) -> tuple[Sequence[Item], str, list[SetAside]]:
    spoken = _languages(blocks) if is_mixed(" ".join(block.text for block in blocks)) else []
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(_at(spoken, item.span.start), []).append(item)
    groups.pop("", None)
    if len(groups) < 2:  # noqa: PLR2004 - one language
        return items, "", []
    first = _HOME if _HOME in groups else next(iter(groups))
    sizes = _sizes(spoken, blocks)
    others = [code for code in groups if code != first]
    repeated = {code for code in others if _alike(groups[first], groups[code], (sizes[first], sizes[code]))}
    if not repeated:
        return items, "", []
    kept = [item for item in items if _at(spoken, item.span.start) not in repeated]
    gone = [item for item in items if _at(spoken, item.span.start) in repeated]
    return kept, first, [SetAside(span=item.span, why="repeats the posting in another language") for item in gone]


def _languages(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """Where each stretch of one language begins; lines that do not tell theirs go on the one before."""
    spoken: list[tuple[int, str]] = []
    for block in blocks:
        code = surely(block.text)
        if code and (not spoken or spoken[-1][1] != code):
            spoken.append((block.start if spoken else 0, code))
    return spoken


def _at(spoken: Sequence[tuple[int, str]], place: int) -> str:
    own = ""
    for start, code in spoken:
        if start > place:
            break
        own = code
    return own


def _alike(one: Sequence[Item], other: Sequence[Item], sizes: tuple[int, int]) -> bool:
    """Whether two lists may be of two versions of one posting: texts of about one length, no other needs."""
    same_size = max(sizes) <= _ALIKE * min(sizes)
    return (
        same_size
        and len(other) <= _ALIKE * len(one)
        and {item.need for item in other} <= {item.need for item in one}
    )


def _sizes(spoken: Sequence[tuple[int, str]], blocks: Sequence[Block]) -> Counter[str]:
    """How many letters each language has."""
    sizes: Counter[str] = Counter()
    for block in blocks:
        sizes[_at(spoken, block.start)] += len(block.text)
    return sizes
