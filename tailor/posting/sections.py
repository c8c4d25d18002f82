"""Blocks -> sections: each heading with the lines below it; glued and run-in headings are parted first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from tailor.model.text import Block
from tailor.posting.asides import alternative
from tailor.posting.cells import names_job
from tailor.posting.grammar import is_duty
from tailor.posting.guess import by_words, guessed, leaves
from tailor.posting.headings import NEEDS, Heading, classify, exact
from tailor.posting.patterns import pattern, phrases, straight, words
from tailor.posting.sentences import sentences
from tailor.posting.strength import lifted

_CUES = "cues.yaml"
_HEADINGS = "headings.yaml"
_RUN_IN = re.compile(r"\s*(?::|\s[–—-]\s|\?(?=\s))\s*")
_GLUED = re.compile(r"(?<=[\w.!;)])\s*(?=[^\W\d_a-zà-ÿ][^.:;!?]{3,50}(?:\s?:|\?)\s*(?:\S|\Z))")
# "… in Cluj.Things that would make us happy:" is a heading whatever its words are.
_TIGHT = re.compile(r"[a-zà-ÿ\d)][.!?)][A-ZÀ-Þ][^.:;!?]{3,60}:\s*(?:\Z|[A-ZÀ-Þ•])")
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
# The lines that name the job and the employer.
_HEADER_LINES = 2
# A line of wishes that ends in a colon is no longer than this.
_MOST_STEM_WORDS = 25
_BARE_WORDS = range(2, 10)
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
        below = parted[index + 1 : index + 1 + _LOOK_AHEAD]
        opened = _opened(block, below, sections[-1], first=index < _HEADER_LINES)
        if opened is None:
            sections[-1].blocks.append(block)
        elif opened is sections[-1]:
            opened.labels.append(block)
        else:
            sections.append(opened)
    return tuple(sections)


def _opened(block: Block, below: Sequence[Block], current: Section, *, first: bool) -> Section | None:
    """The section a block opens, the current one when it is a sub-heading of it, or None when it is no heading.

    The `first` lines of a page name the job and the employer, whatever they look like.
    """
    following = below[0] if below else None
    if alternative(block.text):
        return None
    if block.kind == "item" and not block.text.rstrip().endswith(":"):
        return _named_in_list(block, following)
    titled = first and names_job(block.text)
    named = _stem(block, following, "preferred") or (None if titled else _headed(block, current))
    named = named or _stem(block, following, "responsibility") or _stem(block, following, "required")
    if found := named or _softened(block, current):
        return found
    if block.kind == "text" and not first:
        return _bare(block, below, current)
    if block.kind != "heading":
        return None
    guess = None if first or names_job(block.text) else _guess(block, below, current)
    if guess is None and _is_sub_heading(block, following, current) and not _leaves_duties(block, below, current):
        return current
    return guess or Section(heading=_UNKNOWN, title=block.text, level=block.level)


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
    lines = [one.text for one in takewhile(lambda one: one.kind != "heading", below)]
    if not lines:
        return None
    inside = current.heading.kind in NEEDS or current.heading.aside
    if inside and current.level > 0 and (block.level == 0 or current.level < block.level < _BOLD_LEVEL):
        return None
    found = leaves(block.text, lines, current.heading) if inside else guessed(block.text, lines)
    if found is None:
        return None
    why = f"the heading “{_short(block.text)}” (likely)"
    return Section(heading=found, title=block.text, level=block.level, why=why)


def _bare(block: Block, below: Sequence[Block], current: Section) -> Section | None:
    """The section of a line without a mark that reads like a heading: "Who we're after"."""
    text = block.text
    shaped = text[:1].isupper() and len(text.split()) in _BARE_WORDS and text[-1].isalnum()
    if not shaped or not below or words(text)[0] not in phrases(_HEADINGS, "openers"):
        return None
    found = by_words(text)
    if found is None or (current.heading.aside and found.aside):
        return None
    why = f"the heading “{_short(text)}” (likely)"
    return Section(heading=found, title=text, level=block.level, why=why)


def _named_in_list(block: Block, following: Block | None) -> Section | None:
    """The section that an item opens which is nothing but the name of a list: "Desirable", "Main duties"."""
    found = exact(block.text)
    if found is None or following is None or following.level < block.level:
        return None
    name = " ".join(words(block.text))
    strong = found.kind in NEEDS and name in phrases(_HEADINGS, "strength", found.kind)
    if not strong and name not in phrases(_HEADINGS, "unmistakable"):
        return None
    return Section(heading=found, title=block.text, why=f"the heading “{_short(block.text)}”")


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
    wishes = kind == "preferred" and len(last.split()) <= _MOST_STEM_WORDS and lifted(last, "required")[0] == kind
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


def _part(block: Block) -> Iterator[Block]:
    """A block in parts where headings are glued to other text or run into it."""
    if block.kind == "heading" and block.level:
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
    if _TIGHT.match(text, max(0, found.start() - 2)):
        return True
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
    if found and heading is None and "?" in found.group():
        heading = classify(f"{label}?", marked=False) or by_words(label)
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
