"""Blocks -> sections: each heading with the lines below it; glued and run-in headings are parted first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from tailor.model.text import Block
from tailor.posting.grammar import is_duty
from tailor.posting.headings import NEEDS, Heading, classify, exact
from tailor.posting.patterns import pattern, phrases, straight, words
from tailor.posting.sentences import sentences

_CUES = "cues.yaml"
_HEADINGS = "headings.yaml"
_RUN_IN = re.compile(r"\s*(?::|\s[–—-]\s|\?(?=\s))\s*")
_GLUED = re.compile(r"(?<=[\w.!;)])\s*(?=[^\W\d_a-zà-ÿ][^.:;!?]{3,50}(?:\s?:|\?)\s*(?:\S|\Z))")
# "… and function.Responsibilities": a heading glued to a sentence at the end of a line.
_GLUED_END = re.compile(r"(?<=[a-zà-ÿ][.!?])[A-ZÀ-Þ][^.!?:]{3,40}\Z")
_MOST_LABEL_WORDS = 8
# What softens a list is a line about it; a paragraph asks by itself.
_MOST_SOFTENING = 2
# "Contract: permanent" is a fact of the job; a longer text behind a label is a section of its own.
_MOST_VALUE_WORDS = 8
# A line wholly in bold; publishers use it for headings and for sub-headings alike.
_BOLD_LEVEL = 6
# A stem stands below every heading.
_STEM_LEVEL = 7
_LOOK_AHEAD = 8
_UNKNOWN = Heading(kind="unknown")
_START = Heading(kind="start")


@dataclass(slots=True)
class Section:
    """A heading, what it says, and the blocks below it; `labels` are sub-headings that govern nothing."""

    heading: Heading
    title: str = ""
    level: int = 0
    why: str = ""
    blocks: list[Block] = field(default_factory=list)
    labels: list[Block] = field(default_factory=list)


def to_sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Blocks into sections, in order; the first holds what stands before any heading."""
    sections = [Section(heading=_START)]
    parted = [part for block in blocks for part in _part(block)]
    for index, block in enumerate(parted):
        following = parted[index + 1] if index + 1 < len(parted) else None
        opened = _opened(block, following, sections[-1])
        if opened is sections[-1] and _leaves_duties(block, parted[index + 1 : index + 1 + _LOOK_AHEAD], opened):
            opened = Section(heading=_UNKNOWN, title=block.text, level=block.level)
        if opened is None:
            sections[-1].blocks.append(block)
        elif opened is sections[-1]:
            opened.labels.append(block)
        else:
            sections.append(opened)
    return tuple(sections)


def _leaves_duties(block: Block, below: Sequence[Block], current: Section) -> bool:
    """Whether a heading beside that of the duties has a list below it of which no line is one."""
    if current.heading.kind != "responsibility" or not 0 < block.level <= current.level:
        return False
    items = list(takewhile(lambda one: one.kind == "item", below))
    return bool(items) and not any(is_duty(item.text) for item in items)


def _opened(block: Block, following: Block | None, current: Section) -> Section | None:
    """The section a block opens, the current one when it is a sub-heading of it, or None when it is no heading."""
    if block.kind == "item" and not block.text.rstrip().endswith(":"):
        return None
    named = _stem(block, following, "preferred") or _headed(block, current)
    named = named or _stem(block, following, "responsibility") or _stem(block, following, "required")
    if found := named or _softened(block, current):
        return found
    if block.kind != "heading":
        return None
    if _is_sub_heading(block, following, current):
        return current
    return Section(heading=_UNKNOWN, title=block.text, level=block.level)


def _headed(block: Block, current: Section) -> Section | None:
    """The section of a heading whose words are known; the current one when it only divides a set-aside section."""
    found = classify(block.text, marked=block.kind == "heading" and block.level > 0)
    if found is None:
        return None
    if _inside_aside(found, block, current):
        return current
    return Section(heading=found, title=block.text, level=block.level, why=f"the heading “{_short(block.text)}”")


def _inside_aside(found: Heading, block: Block, current: Section) -> bool:
    """A required-looking heading deeper than one that is set aside ("Education" below "Benefits") stays aside."""
    return (
        current.heading.aside
        and 0 < current.level < block.level
        and found.kind not in {"preferred", "responsibility"}
    )


def _stem(block: Block, following: Block | None, kind: str) -> Section | None:
    """The section that a line such as "You will have:" opens for the lines below it."""
    if not block.text.rstrip().endswith((":", "…", "...")) or following is None:
        return None
    last = re.split(r"(?<=[.!?])\s*(?=[A-ZÀ-Þ])", straight(block.text).rstrip(" :.…"))[-1]
    if not pattern(_CUES, "stems", kind).fullmatch(last):
        return None
    return Section(
        heading=Heading(kind=kind), title=block.text, level=_STEM_LEVEL, why=f"the stem “{_short(block.text)}”"
    )


def _softened(block: Block, current: Section) -> Section | None:
    if len(sentences(block.text)) > _MOST_SOFTENING:
        return None
    if current.heading.kind != "required" or not pattern(_CUES, "softened").search(straight(block.text)):
        return None
    soft = Heading(kind="preferred")
    return Section(
        heading=soft, title=current.title, level=current.level, why=f"softened by “{_short(block.text)}”"
    )


def _is_sub_heading(block: Block, following: Block | None, current: Section) -> bool:
    if current.heading.aside:
        return block.level == 0 or block.level > current.level
    if current.heading.kind not in NEEDS and current.heading.kind != "mixed":
        return False
    deeper = block.level == 0 or block.level > current.level
    listed = following is not None and following.kind == "item"
    by_shape = block.level in {0, _BOLD_LEVEL}
    return (listed and (by_shape or deeper)) or (deeper and block.text.rstrip().endswith(":"))


def _part(block: Block) -> Iterator[Block]:
    """A block in parts where headings are glued to other text or run into it."""
    if block.kind == "heading":
        yield block
        return
    at = 0
    for found in _GLUED.finditer(block.text):
        if _is_glued_heading(block.text, found):
            yield from _run_in(_slice(block, at, found.start()))
            at = found.end()
    yield from _glued_at_end(_slice(block, at, len(block.text)))


def _glued_at_end(block: Block) -> Iterator[Block]:
    """A block whose last words are a heading without a colon, as the text and the heading."""
    end = _GLUED_END.search(block.text)
    if end is None or exact(end.group()) is None:
        yield from _run_in(block)
        return
    yield from _run_in(_slice(block, 0, end.start()))
    yield Block(kind="heading", text=end.group(), start=block.start + end.start(), end=block.end, level=0)


def _is_glued_heading(text: str, found: re.Match[str]) -> bool:
    """Whether a known heading begins here, behind a sentence's end or a word that is no part of it."""
    before = text[: found.start()].split()[-1:]
    label = _RUN_IN.split(text[found.end() :], maxsplit=1)[0]
    inside_title = bool(before) and before[0][0].isupper() and before[0][-1].isalpha()
    heading = classify(f"{label}:", marked=False) if not inside_title and len(words(label)) > 1 else None
    return heading is not None and (heading.is_list or heading.aside)


def _run_in(block: Block) -> Iterator[Block]:
    """A block "Qualifications – a degree …" as the heading and the rest."""
    if block.kind == "item":
        yield block
        return
    found = _RUN_IN.search(block.text)
    label = block.text[: found.start()] if found else ""
    heading = exact(label) if found and len(words(label)) <= _MOST_LABEL_WORDS else None
    value = block.text[found.end() :].strip() if found else ""
    if heading and heading.aside and len(value.split()) <= _MOST_VALUE_WORDS and not value.endswith("."):
        heading = None
    if found and heading and (heading.is_list or heading.aside) and value and not _weak(label):
        yield Block(kind="heading", text=label, start=block.start, end=block.start + len(label), level=0)
        yield _slice(block, found.end(), len(block.text))
    elif block.text:
        yield block


def _weak(label: str) -> bool:
    """One-word labels such as "Education:" name the item behind them; they open no list."""
    return len(words(label)) == 1 and words(label)[0] in phrases(_HEADINGS, "item_labels")


def _slice(block: Block, begin: int, end: int) -> Block:
    piece = block.text[begin:end]
    inner = piece.strip()
    start = block.start + begin + len(piece) - len(piece.lstrip())
    return Block(kind=block.kind, text=inner, start=start, end=start + len(inner), level=block.level)


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(": ")
    return text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + " …"  # noqa: PLR2004 - one line of a table
