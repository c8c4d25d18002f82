"""Lines found again in a text: where each stands whole, and the most of them that stand in their order."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST_WHOLE = 60
"""Characters of a word that surely fits a line; a longer one (an address) has to break somewhere."""

Span = tuple[int, int]

_SPACES = re.compile(r"[ \t\r\n\f\v\x00]+")
_LINE_HYPHEN = "\ufffe"
"""What pdfium writes for a hyphen at the end of a line, which it joins to the next one."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One line in a chain of lines that follow each other."""

    line: int
    span: Span
    before: "_Step | None"


def folded(text: str) -> str:
    """A text with its white space as a reader's next step sees it: one space wherever there is any.

    Only what separates words is folded: a no-break space is a character of its own to software.
    """
    return _SPACES.sub(" ", text.replace(_LINE_HYPHEN, "-")).strip(" ")


def places(text: str, line: str) -> tuple[Span, ...]:
    """Every place in a folded text where a folded line stands whole: not inside longer words, none left out."""
    if any(len(word) > LONGEST_WHOLE for word in line.split(" ")):
        pattern = r"\s?".join(re.escape(sign) for sign in line if sign != " ")
        found = [match.span() for match in re.finditer(pattern, text)]
    else:
        found = list(_found(text, line))
    return tuple(span for span in found if _stands_alone(text, *span))


def in_order(found: Sequence[Sequence[Span]]) -> dict[int, Span]:
    """The places of each line into the most lines that stand one behind the other: line number -> its place there.

    What is left out is what a reader moved: a date behind the bullets is one line out of order, not ten.
    """
    ends: list[int] = []
    chains: list[_Step] = []
    for line, spans in enumerate(found):
        for span in sorted(spans, reverse=True):
            length = bisect_right(ends, span[0])
            step = _Step(line, span, chains[length - 1] if length else None)
            if length == len(ends):
                ends.append(span[1])
                chains.append(step)
            elif span[1] < ends[length]:
                ends[length], chains[length] = span[1], step
    return dict(_walked(chains[-1] if chains else None))


def stands_apart(text: str, line: str) -> str:
    """What a reader gets of a line whose letters stand with other spaces between them; empty if they do not."""
    letters = [re.escape(sign) for sign in line if sign != " "]
    found = re.search(" *".join(letters), text, re.IGNORECASE) if letters else None
    return found.group() if found else ""


def _found(text: str, line: str) -> Iterator[Span]:
    at = text.find(line) if line else -1
    while at >= 0:
        yield at, at + len(line)
        at = text.find(line, at + 1)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text begins and ends with words of its own."""
    joined_before = start > 0 and _is_word(text[start - 1]) and _is_word(text[start])
    joined_behind = end < len(text) and _is_word(text[end]) and _is_word(text[end - 1])
    return not joined_before and not joined_behind


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _walked(step: _Step | None) -> list[tuple[int, Span]]:
    steps = []
    while step is not None:
        steps.append((step.line, step.span))
        step = step.before
    return steps[::-1]
