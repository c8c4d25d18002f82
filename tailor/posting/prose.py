"""Sentences outside the lists -> items: what plainly asks, what its own label heads, what goes on asking."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import cast

from tailor.model.posting import Item, Need, SetAside
from tailor.model.text import Span
from tailor.posting.asides import aside_reason
from tailor.posting.found import Found
from tailor.posting.grammar import has_substance, sentence_need
from tailor.posting.headings import NEEDS, classify
from tailor.posting.openings import Section
from tailor.posting.patterns import pattern, straight
from tailor.posting.sentences import clauses, sentences

_LABEL = re.compile(r"(?P<label>[^.:;,!?()]{3,40}):\s+(?=\S)")
_FEWEST_BEHIND = 6
"""Words behind a label that heads a list; fewer are a fact: "Experience: 2-4 years" (tests/corpus)."""


def read_prose(sections: Sequence[Section], found: Found) -> None:
    """Add what sentences outside the lists ask for.

    All that ask where there is no such list, else only what decides anyway; a sentence behind a label that heads
    a list ("Desirable: …") always counts, in its clauses.
    """
    needs = {item.need for item in found.items}
    before: Need | None = None
    for span, section in _prose(sections, {block.start for block in found.unread}):
        if headed := _headed(span):
            why = f"a sentence behind “{headed[1]}”"
            found.items += [
                Item(span=one, need=headed[0], why=why, heading=section.title)
                for one in clauses(span, len(headed[1]) + 1)
            ]
            before = headed[0]
            continue
        if reason := aside_reason(span.text, strong=False):
            found.set_aside.append(SetAside(span=span, why=reason))
            before = None
            continue
        need = before if _goes_on(span.text) else sentence_need(span.text)
        before = need
        listed = need in needs or (need == "preferred" and "required" in needs)
        if need is None or (listed and (need == "responsibility" or not has_substance(span.text))):
            found.prose.append(span)
            continue
        found.items.append(Item(span=span, need=need, why="a sentence of the running text", heading=section.title))


def _headed(span: Span) -> tuple[Need, str] | None:
    """The need that a sentence's own label names, with the label: "Desirable: …", "You will need: …"."""
    found = _LABEL.match(span.text)
    heading = classify(found["label"] + ":", marked=False) if found else None
    if found is None or heading is None or heading.kind not in NEEDS:
        return None
    if len(span.text[found.end() :].split()) < _FEWEST_BEHIND:
        return None
    return cast("Need", heading.kind), found["label"]


def _goes_on(text: str) -> bool:
    """Whether a sentence asks as the one before: "So is any knowledge of …"."""
    return bool(pattern("cues.yaml", "grammar", "goes_on").match(straight(text)))


def _prose(sections: Sequence[Section], unread: AbstractSet[int]) -> Iterator[tuple[Span, Section]]:
    """The sentences outside the lists, those of `unread` list items too, with the sections that they stand in."""
    for section in sections:
        if section.heading.aside or section.heading.is_list:
            continue
        for block in section.blocks:
            if block.kind == "text" or block.start in unread:
                yield from ((sentence, section) for sentence in sentences(block.text, block.start))
