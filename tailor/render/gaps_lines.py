"""The lines of a page arranged for reading: what each answers, and how firm its place is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tailor.model.gaps import LineState, PostingGaps

_SHORT = 90
"""Characters of a requirement that a link to it quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A requirement that a line answers: where its row stands, and its first words."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One line of the profile for reading; `place` says how firm it stands, or why it does not."""

    anchor: str
    text: str
    entry: str
    answers: tuple[Answer, ...]
    place: str


def line_rows(gaps: PostingGaps, anchor: str, page: Mapping[str, Any], *, printed: bool) -> tuple[LineRow, ...]:
    """The lines of a posting's page, or those left out, in the report's order; `page` holds the words."""
    texts = {state.requirement.id: " ".join(state.requirement.text.split()) for state in gaps.states}
    return tuple(_row(line, anchor, texts, page) for line in gaps.lines if line.printed == printed)


def line_anchors(gaps: PostingGaps, anchor: str) -> dict[str, str]:
    """Where the row of each line stands, by its path."""
    return {line.path: anchor_of(anchor, line.path) for line in gaps.lines}


def anchor_of(anchor: str, name: str) -> str:
    """The name of a row in a posting's part of the page."""
    return f"{anchor}-{re.sub(r'[^A-Za-z0-9]+', '-', name).strip('-')}"


def _row(line: LineState, anchor: str, texts: Mapping[str, str], page: Mapping[str, Any]) -> LineRow:
    sure = "" if line.firm is None else page["firm" if line.firm else "close"]
    return LineRow(
        anchor=anchor_of(anchor, line.path),
        text=line.text,
        entry=line.entry,
        answers=tuple(
            Answer(anchor=anchor_of(anchor, name), text=_short(texts[name]))
            for name in line.answers
            if name in texts
        ),
        place="; ".join(filter(None, (line.why, sure))),
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rsplit(" ", 1)[0] + " …"
