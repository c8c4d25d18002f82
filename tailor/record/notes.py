"""An outline of notes into the parts of a record: skills, wishes, hints, letter points, connection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from tailor.model.record import Answer, Hint, LetterPoint
from tailor.model.text import Block
from tailor.record.outline import Leaf, leaves
from tailor.record.words import conditional, phrases, place, section, split_label, topic, words

_SENTENCE_ENDS = (".", "!", "?")
_Section = Literal["work", "education", "projects", ""]
_Place = Literal["opening", "body", "company", "closing", ""]


@dataclass(slots=True)
class Notes:
    """What notes hold, gathered while they are read; each list in file order."""

    key_skills: list[str] = field(default_factory=list)
    wishes: list[Hint] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    letter_points: list[LetterPoint] = field(default_factory=list)
    connection: list[Answer] = field(default_factory=list)
    company_details: list[str] = field(default_factory=list)
    status: list[str] = field(default_factory=list)
    applied: list[str] = field(default_factory=list)


def read_notes(blocks: Sequence[Block]) -> Notes:
    """A record's own blocks into its parts; what stands under no known label is left to the person."""
    notes = Notes()
    for leaf in _relabelled(leaves(blocks)):
        part, below = _part(leaf)
        _PARTS.get(part, _ignore)(notes, leaf, below)
    return notes


def _relabelled(found: Iterator[Leaf]) -> Iterator[Leaf]:
    """A leaf "Key skills: Python, SQL" becomes the label "Key skills" over its words."""
    for leaf in found:
        label, rest = split_label(leaf.text)
        if label and rest and topic(label) not in (None, "other", "status", "applied") and not _inside(leaf):
            yield Leaf(block=_tail(leaf.block, rest), labels=(*leaf.labels, label))
        else:
            yield leaf


def _inside(leaf: Leaf) -> bool:
    """Whether the leaf already belongs to a part, where colons part employers, questions and places."""
    return _part(leaf)[0] in ("hints", "letter", "connection", "company_details")


def _tail(block: Block, rest: str) -> Block:
    start = block.text.find(rest)
    if start < 0:
        return block
    return Block(kind=block.kind, text=rest, start=block.start + start, end=block.start + start + len(rest))


def _part(leaf: Leaf) -> tuple[str, tuple[str, ...]]:
    """The innermost known part above a leaf, and the labels between the two."""
    for number in range(len(leaf.labels) - 1, -1, -1):
        if found := topic(leaf.labels[number]):
            if found in ("company_details", "other") and _outer(leaf, number) in ("letter", "hints"):
                continue
            return found, leaf.labels[number + 1 :]
    return "", leaf.labels


def _outer(leaf: Leaf, number: int) -> str | None:
    return next((found for label in leaf.labels[:number] if (found := topic(label))), None)


def _add_skill(notes: Notes, leaf: Leaf, _: tuple[str, ...]) -> None:
    commas = leaf.text.split(",") if leaf.block.level == 0 else [leaf.text]
    notes.key_skills += [text.strip(" .") for text in commas if text.strip(" .")]


def _add_wish(notes: Notes, leaf: Leaf, _: tuple[str, ...]) -> None:
    if found := phrases(leaf.text):
        unsure = conditional(leaf.text)
        notes.wishes.append(Hint(target="", section="", phrases=found, text=leaf.text, conditional=unsure))


def _add_hint(notes: Notes, leaf: Leaf, below: tuple[str, ...]) -> None:
    sections = [section(label.rstrip(":")) for label in below]
    named = next(filter(None, sections), "")
    target, text = split_label(leaf.text)
    if not target:
        owners = [label for label, name in zip(below, sections, strict=True) if not name]
        target = owners[-1].rstrip(": ") if owners else ""
    if wanted := phrases(text):
        unsure = conditional(leaf.text)
        hint = Hint(target=target, section=cast("_Section", named), phrases=wanted, text=text, conditional=unsure)
        notes.hints.append(hint)


def _add_point(notes: Notes, leaf: Leaf, below: tuple[str, ...]) -> None:
    label, text = split_label(leaf.text)
    found = place(label) if label else None
    if found is None:
        text = leaf.text
        found = next((named for name in reversed(below) if (named := place(name))), None)
    if text:
        notes.letter_points.append(LetterPoint(place=cast("_Place", found or ""), text=text))


def _add_answer(notes: Notes, leaf: Leaf, below: tuple[str, ...]) -> None:
    asked, mark, answer = leaf.text.partition("?")
    question = asked.strip() + "?"
    if not mark:
        question, answer = split_label(leaf.text)
    if not question and below:
        question = below[-1].rstrip(": ")
    if answer.strip() and answer.strip(" .").casefold() not in words("blank_answers"):
        notes.connection.append(Answer(question=question, text=answer.strip()))


def _add_details(notes: Notes, leaf: Leaf, _: tuple[str, ...]) -> None:
    if leaf.text.endswith(_SENTENCE_ENDS):
        notes.company_details.append(leaf.text)


def _add_status(notes: Notes, leaf: Leaf, _: tuple[str, ...]) -> None:
    notes.status.append(split_label(leaf.text)[1])


def _add_applied(notes: Notes, leaf: Leaf, _: tuple[str, ...]) -> None:
    notes.applied.append(split_label(leaf.text)[1])


def _ignore(notes: Notes, leaf: Leaf, below: tuple[str, ...]) -> None:
    """Leave what is not ours to the person."""


_PARTS = {
    "key_skills": _add_skill,
    "wishes": _add_wish,
    "hints": _add_hint,
    "letter": _add_point,
    "connection": _add_answer,
    "company_details": _add_details,
    "status": _add_status,
    "applied": _add_applied,
}
