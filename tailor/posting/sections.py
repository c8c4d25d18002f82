"""Blocks -> sections: each heading with the lines below it; glued and run-in headings are parted first."""

import re
from collections.abc import Iterator, Sequence

from tailor.model.text import Block
from tailor.posting.headings import Heading, classify, exact
from tailor.posting.openings import Section, opened
from tailor.posting.patterns import phrases, words

_HEADINGS = "headings.yaml"
_RUN_IN = re.compile(r"\s*(?::|\s[–—-]\s|\?(?=\s))\s*")
_GLUED = re.compile(r"(?<=[\w.!;)])\s*(?=[^\W\d_a-zà-ÿ][^.:;!?]{3,50}(?:\s?:|\?)\s*(?:\S|\Z))")
# "… in Cluj.Things that would make us happy:" is a heading whatever its words are.
_TIGHT = re.compile(r"[a-zà-ÿ\d)][.!?)][A-ZÀ-Þ][^.:;!?]{3,60}:\s*(?:\Z|[A-ZÀ-Þ•])")
# "… and function.Responsibilities": a heading glued to a sentence at the end of a line.
_GLUED_END = re.compile(r"(?<=[a-zà-ÿ][.!?])[A-ZÀ-Þ][^.!?:]{3,40}\Z")
# "What we're looking for. A degree in …": a heading that ends like a sentence, before the text below it.
_STOPPED = re.compile(r"(?P<label>[^.:;!?]{8,50})\.\s+(?=[^\W\da-zà-ÿ])")
_FEWEST_STOPPED = 3
_MOST_LABEL_WORDS = 8
# "Contract: permanent" is a fact of the job; a longer text behind a label is a section of its own.
_MOST_VALUE_WORDS = 8
_LOOK_AHEAD = 8
# The lines that name the job and the employer.
_HEADER_LINES = 2
_BUTTON_WORDS = 3
_START = Heading(kind="start")


def to_sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Blocks into sections, in order; the first holds what stands before any heading."""
    sections = [Section(heading=_START)]
    parted = [part for block in blocks for part in _part(block)]
    title = next((index for index, block in enumerate(parted) if block.level == 1 and block.kind == "heading"), -1)
    for index, block in enumerate(parted):
        below = parted[index + 1 : index + 1 + _LOOK_AHEAD]
        found = opened(block, below, sections[-1], first=index < _HEADER_LINES or index == title)
        if found is None or (_is_button(block, found, sections) and not (below and below[0].kind == "item")):
            sections[-1].blocks.append(block)
        elif found is sections[-1]:
            found.labels.append(block)
        else:
            sections.append(found)
    return tuple(sections)


def _is_button(block: Block, found: Section, sections: Sequence[Section]) -> bool:
    """Whether a bare line is a button of the site, "Save", "Apply now", which stand before the advert begins."""
    begun = any(section.heading.is_list for section in sections)
    bare = block.level == 0 and len(block.text.split()) <= _BUTTON_WORDS and not block.text.endswith(":")
    return bare and not begun and found.heading.kind in {"page chrome", "how to apply"}


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
        heading = classify(f"{label}?", marked=False)
    value = block.text[found.end() :].strip() if found else ""
    if heading and heading.aside and len(value.split()) <= _MOST_VALUE_WORDS and not value.endswith("."):
        heading = None
    if found and heading and (heading.is_list or heading.aside) and value and not _weak(label):
        yield Block(kind="heading", text=label, start=block.start, end=block.start + len(label), level=0)
        yield _slice(block, found.end(), len(block.text))
    elif stopped := _stopped(block.text):
        yield Block(kind="heading", text=stopped, start=block.start, end=block.start + len(stopped), level=0)
        yield _slice(block, len(stopped) + 1, len(block.text))
    elif block.text:
        yield block


def _stopped(text: str) -> str:
    """The known heading of several words that is the first sentence of a text, or ""."""
    found = _STOPPED.match(text)
    label = found["label"] if found else ""
    heading = exact(label) if len(words(label)) >= _FEWEST_STOPPED else None
    return label if heading and (heading.is_list or heading.aside) else ""


def _weak(label: str) -> bool:
    """One-word labels such as "Education:" name the item behind them; they open no list."""
    return len(words(label)) == 1 and words(label)[0] in phrases(_HEADINGS, "item_labels")


def _slice(block: Block, begin: int, end: int) -> Block:
    piece = block.text[begin:end]
    inner = piece.strip()
    start = block.start + begin + len(piece) - len(piece.lstrip())
    return Block(kind=block.kind, text=inner, start=start, end=start + len(inner), level=block.level)
