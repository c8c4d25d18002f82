"""Sections -> items and lines set aside: the heading decides first, then cues, then the grammar of the line."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import cast

from tailor.model.posting import Item, Need, SetAside
from tailor.model.text import Block, Span
from tailor.posting.asides import alternative, aside_reason, label_reason
from tailor.posting.found import Found
from tailor.posting.grammar import (
    is_duty,
    item_need,
    names_a_demand,
    sentence_need,
    speaks_of_employer,
    substance,
)
from tailor.posting.groups import is_label
from tailor.posting.headings import NEEDS
from tailor.posting.labels import label_of
from tailor.posting.listing import is_list, is_paragraph, majority, rows, runs, what_the_job_is
from tailor.posting.marks import marks_of
from tailor.posting.openings import Section
from tailor.posting.parts import one_by_one, parts, unglued
from tailor.posting.prose import read_prose
from tailor.posting.sentences import clauses, sentences
from tailor.posting.strength import has_cue, is_demanded, lifted

# A line that ends in a colon names the lines below it, however long it is.
_MOST_LABEL_WORDS = 25
# One semicolon joins two halves of a thought; two part a list (tests/corpus).
_FEWEST_CLAUSES = 3
# Reasons that hold even where a line begins like a duty: "Level 2: $71,200", "Bonus up to 20 %".
_EVERYWHERE = {"pay", "says that it is not asked for"}
_SILENT = {"equal opportunity", "page chrome", "addressed to software", "says who should not apply"}


def to_items(sections: Sequence[Section]) -> Found:
    """Sections into items in the order of the text, and the lines set aside with the reason."""
    found = Found(
        marks=marks_of([block for section in sections for block in section.blocks]),
        duties_headed=any(section.heading.kind in {"responsibility", "mixed"} for section in sections),
    )
    for section in sections:
        _read_section(section, found)
    read_prose(sections, found)
    found.items.sort(key=lambda item: item.span.start)
    found.set_aside.sort(key=lambda aside: aside.span.start)
    return found


def _read_section(section: Section, found: Found) -> None:
    kind = section.heading.kind
    for label in section.labels:
        if label.kind == "item":
            found.set_aside.append(SetAside(span=_span(label), why="the label of a group"))
    if section.heading.aside:
        for block in section.blocks:
            _put_aside(block, section, found)
    elif kind in NEEDS:
        _read_list(section, cast("Need", kind), found)
    else:
        _read_unheaded(section, found)


def _put_aside(block: Block, section: Section, found: Found) -> None:
    """A block below a heading that asks for nothing; a sentence that asks for what decides is an item still."""
    kind = section.heading.kind
    spans = sentences(block.text, block.start)
    asking = [span for span in spans if kind not in _SILENT and _decides(span.text, found)]
    for span in asking:
        why = f"a sentence below the heading “{section.title}”"
        found.items.append(Item(span=span, need="required", why=why, heading=section.title))
    if not asking:
        found.set_aside.append(SetAside(span=_span(block), why=kind))
        return
    found.set_aside += [SetAside(span=span, why=kind) for span in spans if span not in asking]


def _decides(text: str, found: Found) -> bool:
    """Whether one sentence asks for what decides anyway, and no line above has asked for it."""
    named = substance(text)
    if not named or aside_reason(text, strong=False) or not is_demanded(text):
        return False
    return not any(named & substance(item.span.text) for item in found.items)


def _read_list(section: Section, need: Need, found: Found) -> None:
    """A section whose heading names the list: every item counts, running text only where it is the list itself."""
    listed = any(block.kind == "item" for block in section.blocks)
    rows = not listed and is_list(section.blocks)
    blocks = tuple(one_by_one(tuple(unglued(section.blocks))))
    for block, following in zip_longest(blocks, blocks[1:]):
        if is_label(block, following):
            found.set_aside.append(SetAside(span=_span(block), why="the label of a group"))
            continue
        if joint := alternative(block.text):
            found.splits += [block.start] * (joint == "or")
            found.set_aside.append(SetAside(span=_span(block), why="joins alternatives"))
        elif block.kind == "item" or (rows and not is_paragraph(block.text)):
            _add(_span(block), need, section, found)
        elif listed:
            _add_stray(block, need, section, found)
        else:
            for sentence in sentences(block.text, block.start):
                _add_sentence(sentence, need, section, found)


def _add(span: Span, need: Need, section: Section, found: Found) -> None:
    reason = aside_reason(span.text, strong=True)
    if need == "responsibility" and reason not in _EVERYWHERE and is_duty(span.text):
        reason = ""
    if not any(letter.isalpha() for letter in span.text):
        reason = "no words"
    if not reason and label_of(span.text):
        reason = "a fact of the job"
    if not reason and span.text.rstrip().endswith(":") and len(span.text.split()) <= _MOST_LABEL_WORDS:
        reason = "the label of a group"
    if reason:
        found.set_aside.append(SetAside(span=span, why=reason))
        return
    if marked := found.marks.get(span.start) if need != "responsibility" else None:
        found.items.append(Item(span=span, need=marked, why=f"its mark in {section.why}", heading=section.title))
        return
    split = parts(span) if need == "required" else ()
    for part, strength in split:
        why = f"its part of a line in {section.why} that both requires and prefers"
        found.items.append(Item(span=part, need=strength, why=why, heading=section.title))
    if split:
        return
    decided, cue = lifted(span.text, need)
    why = f"the words “{cue}” in {section.why}" if cue else section.why
    found.items.append(Item(span=span, need=decided, why=why, heading=section.title))


def _add_stray(block: Block, need: Need, section: Section, found: Found) -> None:
    """Running text between list items: an item that lost its mark, or a paragraph that follows the list."""
    told = sentences(block.text, block.start)
    for span in told:
        own = item_need(span.text) if len(told) == 1 else sentence_need(span.text)
        if reason := aside_reason(span.text, strong=False):
            found.set_aside.append(SetAside(span=span, why=reason))
        elif own and not speaks_of_employer(span.text) and (own == need or need != "responsibility"):
            _add(span, need, section, found)


def _add_sentence(span: Span, need: Need, section: Section, found: Found) -> None:
    if reason := aside_reason(span.text, strong=False):
        found.set_aside.append(SetAside(span=span, why=reason))
        return
    if speaks_of_employer(span.text) and sentence_need(span.text) is None:
        return
    if need == "responsibility" or sentence_need(span.text) or names_a_demand(span.text) or has_cue(span.text):
        several = clauses(span) if need != "responsibility" else ()
        for clause in several if len(several) >= _FEWEST_CLAUSES else (span,):
            _add(clause, need, section, found)


def _read_unheaded(section: Section, found: Found) -> None:
    """List items below no heading, or one that says nothing of them: each is judged by its own grammar.

    What most items of their list are, or of all lists of the section, those are too that say nothing themselves.
    """
    items = [block for block in section.blocks if block.kind == "item"]
    if not items and section.heading.kind != "start":
        items = rows(section.blocks)
    needs = [item_need(block.text) for block in items]
    most = majority(needs)
    if most is None and section.heading.kind == "overview" and not found.duties_headed:
        most = what_the_job_is(needs)
    for run in runs(section.blocks, items):
        _read_run(run, majority([item_need(block.text) for block in run]) or most, section, found)


def _read_run(run: Sequence[Block], most: Need | None, section: Section, found: Found) -> None:
    """The items of one list, where `most` is what those are that say nothing themselves."""
    for block in run:
        span = _span(block)
        reason = aside_reason(block.text, strong=section.heading.kind == "mixed") or label_reason(block.text)
        need = item_need(block.text) or _wished(block.text) or most
        if reason:
            found.set_aside.append(SetAside(span=span, why=reason))
        elif need and not speaks_of_employer(block.text):
            decided, cue = lifted(block.text, need)
            why = f"the words “{cue}”" if cue else "the grammar of the line"
            found.items.append(Item(span=span, need=decided, why=why, heading=section.title))
        else:
            found.unread.append(block)


def _wished(text: str) -> Need | None:
    """The need of an item that its words make preferred, where it names what it speaks of."""
    return "preferred" if names_a_demand(text) and lifted(text, "required")[0] == "preferred" else None


def _span(block: Block) -> Span:
    return Span(text=block.text, start=block.start, end=block.end)
