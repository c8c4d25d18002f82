"""A block -> the section that it opens: a known heading, a stem, a likely heading, or none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from tailor.model.text import Block, Span
from tailor.posting.asides import alternative
from tailor.posting.cells import names_job
from tailor.posting.grammar import is_duty
from tailor.posting.guess import by_words, guessed, leaves
from tailor.posting.headings import NEEDS, Heading, classify, exact, near_strength
from tailor.posting.patterns import pattern, phrases, straight, words
from tailor.posting.sentences import sentences
from tailor.posting.strength import lifted

_CUES = "cues.yaml"
_HEADINGS = "headings.yaml"
# What softens a list is a line about it; a paragraph asks by itself.
_MOST_SOFTENING = 2
# A line wholly in bold; publishers use it for headings and for sub-headings alike.
_BOLD_LEVEL = 6
# A stem stands below every heading.
_STEM_LEVEL = 7
# A line of wishes that ends in a colon is no longer than this.
_MOST_STEM_WORDS = 25
_BARE_WORDS = range(2, 10)
# A line with amounts or dates is no heading whose kind can be guessed.
_FIGURES = re.compile(r"[$£€]\s?\d|\d{3}")
_ANY_FIGURE = re.compile(r"\d")
_UNKNOWN = Heading(kind="unknown")


@dataclass(slots=True)
class Section:
    """A heading, what it says, and the blocks below it; `labels` are sub-headings that govern nothing."""

    heading: Heading
    title: str = ""
    level: int = 0
    why: str = ""
    blocks: list[Block] = field(default_factory=list)
    labels: list[Block] = field(default_factory=list)


def opened(block: Block, below: Sequence[Block], current: Section, *, first: bool) -> Section | None:
    """The section a block opens, the current one when it is a sub-heading of it, or None when it is no heading.

    The `first` lines of a page name the job and the employer, whatever they look like.
    """
    following = below[0] if below else None
    if alternative(block.text):
        return None
    if block.kind == "item" and not block.text.rstrip().endswith(":"):
        return _named_in_list(block, following) or _above_deeper(block, below, current)
    if found := _known(block, following, current, first=first) or _softened(block, current):
        return found
    if block.kind == "text" and not first:
        return _bare(block, below, current)
    return _unnamed(block, below, current, first=first) if block.kind == "heading" else None


def _known(block: Block, following: Block | None, current: Section, *, first: bool) -> Section | None:
    """The section of a stem or of a heading whose words are known."""
    named = _stem(block, following, "preferred")
    if named is None and not (first and names_job(block.text)):
        named = _headed(block, current)
    if named and named.heading.kind == "responsibility" and exact(block.text) is None:
        # "The successful candidate will have:" begins like a heading of duties.
        return _stem(block, following, "required") or named
    return named or _stem(block, following, "responsibility") or _stem(block, following, "required")


def _unnamed(block: Block, below: Sequence[Block], current: Section, *, first: bool) -> Section:
    """The section of a heading whose words are not known: a likely one, the current one, or an unknown one."""
    guess = None if first or names_job(block.text) else _guess(block, below, current)
    if guess:
        return guess
    following = below[0] if below else None
    if _is_sub_heading(block, following, current) and not _leaves_duties(block, below, current):
        return current
    return Section(heading=_UNKNOWN, title=block.text, level=block.level)


def _leaves_duties(block: Block, below: Sequence[Block], current: Section) -> bool:
    """Whether a heading beside that of the duties has a list below it of which no line is one."""
    if current.heading.kind != "responsibility" or not 0 < block.level <= current.level:
        return False
    items = list(takewhile(lambda one: one.kind == "item", below))
    return bool(items) and not any(is_duty(item.text) for item in items)


def _guess(block: Block, below: Sequence[Block], current: Section) -> Section | None:
    """The section of a heading whose words are not known, by their likeness to known ones and by what follows.

    None where that is no other than the current section's: such a heading only divides it.
    """
    lines = _lines(takewhile(lambda one: one.kind != "heading", below))
    if not lines or _FIGURES.search(block.text):
        return None
    inside = current.heading.kind in NEEDS or current.heading.aside
    if inside and current.level > 0 and (block.level == 0 or current.level < block.level < _BOLD_LEVEL):
        return None
    found = leaves(block.text, lines, current.heading) if inside else guessed(block.text, lines)
    if found is None:
        return None
    why = f"the heading “{_short(block.text)}” (likely)"
    return Section(heading=found, title=block.text, level=block.level, why=why)


def _lines(blocks: Iterable[Block]) -> list[str]:
    """The lines below a heading one by one, running text by its sentences."""
    return [
        line.text
        for block in blocks
        for line in (sentences(block.text) if block.kind == "text" else [Span(text=block.text, start=0, end=0)])
    ]


def _bare(block: Block, below: Sequence[Block], current: Section) -> Section | None:
    """The section of a line without a mark that reads like a heading: "Who we're after"."""
    text = block.text
    if not below or len(text.split()) not in _BARE_WORDS or not text[:1].isupper():
        return None
    if text.endswith(":"):
        return _guess(block, below, current)
    if not text[-1].isalnum() or _ANY_FIGURE.search(text) or words(text)[0] not in phrases(_HEADINGS, "openers"):
        return None
    found = by_words(text)
    if found is None or (current.heading.aside and found.aside):
        return None
    why = f"the heading “{_short(text)}” (likely)"
    return Section(heading=found, title=text, level=block.level, why=why)


def _above_deeper(block: Block, below: Sequence[Block], current: Section) -> Section | None:
    """The section of an item that heads deeper ones, where its words are a heading's: "2. You must have"."""
    deeper = bool(below) and below[0].kind == "item" and below[0].level > block.level
    if not deeper or len(block.text.split()) not in range(1, 10) or block.text.endswith((".", ";", ",")):
        return None
    found = classify(block.text, marked=True)
    if found is None or not (found.kind in NEEDS or found.aside) or found.kind == current.heading.kind:
        return None
    return Section(heading=found, title=block.text, why=f"the heading “{_short(block.text)}”")


def _named_in_list(block: Block, following: Block | None) -> Section | None:
    """The section that an item opens which is nothing but the name of a list: "Desirable", "Main duties"."""
    name = near_strength(block.text) or " ".join(words(block.text))
    found = exact(name)
    if found is None or following is None or following.level < block.level:
        return None
    strong = found.kind in NEEDS and name in phrases(_HEADINGS, "strength", found.kind)
    if not strong and name not in phrases(_HEADINGS, "unmistakable"):
        return None
    return Section(heading=found, title=block.text, why=f"the heading “{_short(block.text)}”")


def _headed(block: Block, current: Section) -> Section | None:
    """The section of a heading whose words are known; the current one when it only divides a set-aside section."""
    if pattern(_CUES, "opens_duties").search(straight(block.text)):
        return None
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
    if len(last.split()) > _MOST_STEM_WORDS:
        return None
    wishes = kind == "preferred" and lifted(last, "required")[0] == kind
    if not (wishes or pattern(_CUES, "stems", kind).fullmatch(last)):
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


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(": ")
    return text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + " …"  # noqa: PLR2004 - one line of a table
