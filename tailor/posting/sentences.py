"""Running text -> sentences, as verbatim spans."""

import re
from functools import lru_cache

from tailor.model.text import Span
from tailor.posting.patterns import entries, per_language, spoken

# No abbreviation is longer.
_LONGEST = 40
_CLAUSE = re.compile(r"[^;]+")
_FEWEST_WORDS = 2
"""Words of a clause that is an item of its own."""

_END = re.compile(r"([.!?…]+)([\"'”’)\]]*)\s+(?=[\"'“‘(\[]*[A-ZÀ-Þ0-9•*])|\n+")


def sentences(text: str, start: int = 0) -> tuple[Span, ...]:
    """The sentences of a text.

    Offsets count from `start`. A stop behind an abbreviation or an initial ends none.
    """
    return tuple(_span(text, begin, end, start) for begin, end in _cuts(text, spoken()))


def clauses(span: Span, begin: int = 0) -> tuple[Span, ...]:
    """What stands between the semicolons of a span, from a place on; all of that where a clause is one word."""
    stops = [found.span() for found in _CLAUSE.finditer(span.text, begin)]
    if any(len(span.text[start:end].split()) < _FEWEST_WORDS for start, end in stops):
        stops = [(begin, len(span.text))]
    return tuple(_span(span.text, start, end, span.start) for start, end in stops)


@lru_cache(maxsize=4096)  # several readers ask for the sentences of one line
def _cuts(text: str, _: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where each sentence begins and ends, blanks included; none for a text of blanks."""
    cuts: list[tuple[int, int]] = []
    begin = 0
    for match in _END.finditer(text):
        if match.group(1) == "." and _abbreviated(text[begin : match.start()]):
            continue
        cuts.append((begin, match.end()))
        begin = match.end()
    cuts.append((begin, len(text)))
    return tuple((begin, end) for begin, end in cuts if text[begin:end].strip())


def _span(text: str, begin: int, end: int, offset: int) -> Span:
    piece = text[begin:end]
    inner = piece.strip()
    at = begin + (len(piece) - len(piece.lstrip()))
    return Span(text=inner, start=offset + at, end=offset + at + len(inner))


def _abbreviated(before: str) -> bool:
    last = before[-_LONGEST:].rsplit(maxsplit=1)
    word = last[-1] if last else ""
    word = word.strip("(\"'“”[").casefold()
    return word in _abbreviations() or (len(word) == 1 and word.isalpha())


@per_language
def _abbreviations() -> frozenset[str]:
    return frozenset(word.casefold() for word in entries("cues.yaml", "abbreviations"))
