"""Running text -> sentences, as verbatim spans."""

import re
from functools import cache

from tailor.model.text import Span
from tailor.posting.patterns import readable
from tailor.resources import language_data, language_folder

_END = re.compile(r"([.!?…]+)([\"'”’)\]]*)\s+(?=[\"'“‘(\[]*[A-ZÀ-Þ0-9•*])|\n+")


def sentences(text: str, start: int = 0) -> tuple[Span, ...]:
    """The sentences of a text.

    Offsets count from `start`. A stop behind an abbreviation or an initial ends none.
    """
    spans: list[Span] = []
    begin = 0
    for match in _END.finditer(text):
        if match.group(1) == "." and _abbreviated(text[begin : match.start()]):
            continue
        spans.append(_span(text, begin, match.end(), start))
        begin = match.end()
    spans.append(_span(text, begin, len(text), start))
    return tuple(span for span in spans if span.text)


def _span(text: str, begin: int, end: int, offset: int) -> Span:
    piece = text[begin:end]
    inner = piece.strip()
    at = begin + (len(piece) - len(piece.lstrip()))
    return Span(text=inner, start=offset + at, end=offset + at + len(inner))


def _abbreviated(before: str) -> bool:
    word = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    word = word.strip("(\"'“”[").casefold()
    return word in _abbreviations() or (len(word) == 1 and word.isalpha())


@cache
def _abbreviations() -> frozenset[str]:
    known = (
        language_data(code, "cues.yaml") for code in readable() if (language_folder(code) / "cues.yaml").is_file()
    )
    return frozenset(word.casefold() for data in known for word in data.get("abbreviations") or ())
