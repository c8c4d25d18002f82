"""One line of a list -> its parts: what it requires and what it only prefers, and items that lost their break."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tailor.model.posting import Need
from tailor.model.text import Block, Span
from tailor.posting.patterns import any_of, pattern, straight
from tailor.posting.strength import lifted

_STRONG = re.compile(r";\s+|\.\s+(?=[A-ZÀ-Þ])|\s+[–—]\s+|\s+-\s+")
_COMMA = re.compile(r",\s+")
_BRACKET = re.compile(r"\s*\((?=[^()]*\)[\s.;,]*\Z)")
_TAIL = " .;,:–—-()"
# A break that got lost leaves a capital in the middle of a line; so many other items must begin with that word.
_FEWEST_SIBLINGS = 3
_GLUED = re.compile(r"(?<=[\w)+])\s+(?=[A-ZÀ-Þ][a-zà-ÿ]+\s+[a-zà-ÿ])")
_FEWEST_BEFORE, _FEWEST_AFTER = 5, 4
# One line with so many semicolons and no sentence's end is a list.
_SEMICOLON, _FEWEST_SEMICOLONS = re.compile(r";"), 2
_SENTENCE = re.compile(r"\w{2}[.!?]\s+[A-ZÀ-Þ]\w*\s\w+\s\w+\s\w+\s\w+")
_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+\Z")


def parts(span: Span) -> tuple[tuple[Span, Need], ...]:
    """A required line that also prefers something, in its parts; () for a line of one strength."""
    line = straight(span.text)
    if not any_of("cues.yaml", "preferred").search(line):
        return ()
    whole = lifted(line, "required")[0] == "required"
    for separator in (_STRONG, _COMMA, _BRACKET) if whole else (_BRACKET,):
        for found in reversed(list(separator.finditer(line))):
            pair = _pair(span, found.start(), found.end())
            if pair:
                return pair
    return ()


def _pair(span: Span, end: int, start: int) -> tuple[tuple[Span, Need], ...]:
    """A line cut in two, where one part asks and the other prefers and both name something; else ()."""
    head, tail = _slice(span, 0, end), _slice(span, start, len(span.text))
    needs = [lifted(part.text, "required")[0] for part in (head, tail)]
    if set(needs) != {"required", "preferred"} or not all(map(_says_what, (head, tail))):
        return ()
    return ((head, needs[0]), (tail, needs[1]))


def _says_what(part: Span) -> bool:
    """Whether a part names what it speaks of by itself: "ideally in retail" does not."""
    return bool(pattern("cues.yaml", "clause_heads").search(straight(part.text)))


def one_by_one(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks of a list, a single line that holds all its items cut at the semicolons between them."""
    listed = any(block.kind == "item" for block in blocks)
    for block in blocks:
        cuts = [found.start() for found in _SEMICOLON.finditer(block.text)]
        if listed or len(cuts) < _FEWEST_SEMICOLONS or _SENTENCE.search(block.text):
            yield block
            continue
        for begin, end in pairwise([0, *cuts, len(block.text)]):
            piece = _slice(Span(text=block.text, start=block.start, end=block.end), begin, end)
            if piece.text:
                yield Block(kind="item", text=piece.text, start=piece.start, end=piece.end, level=1)


def unglued(blocks: Sequence[Block]) -> Iterator[Block]:
    """Items of one list, each that holds two cut in two where a word begins that other items begin with."""
    openers = Counter(block.text.split(maxsplit=1)[0] for block in blocks if block.kind == "item")
    common = {word for word, count in openers.items() if count >= _FEWEST_SIBLINGS}
    for block in blocks:
        yield from _cut(block, common) if block.kind == "item" and common else (block,)


def _cut(block: Block, common: set[str]) -> Iterator[Block]:
    at = 0
    for found in _GLUED.finditer(block.text):
        before, after = block.text[at : found.start()].split(), block.text[found.end() :].split()
        enough = len(before) >= _FEWEST_BEFORE and len(after) >= _FEWEST_AFTER
        if enough and after[0] in common and not _NAME.match(before[-1]):
            yield _block(block, at, found.start())
            at = found.end()
    yield _block(block, at, len(block.text)) if at else block


def _block(block: Block, begin: int, end: int) -> Block:
    start = block.start + begin
    return Block(
        kind=block.kind, text=block.text[begin:end], start=start, end=start + end - begin, level=block.level
    )


def _slice(span: Span, begin: int, end: int) -> Span:
    piece = span.text[begin:end]
    begin += len(piece) - len(piece.lstrip(_TAIL))
    inner = piece.strip(_TAIL)
    if inner.count("(") > inner.count(")") and span.text[begin + len(inner) : begin + len(inner) + 1] == ")":
        inner += ")"
    return Span(text=inner, start=span.start + begin, end=span.start + begin + len(inner))
