"""An overview as lines for a terminal, and as Markdown."""

import re
import textwrap

from tailor.render.overview import Overview
from tailor.render.overview_words import Line, Section, over_words

# A bar is this wide on a terminal of 60 columns and more; on narrower ones its row says the count alone.
_BAR, _WIDE = 10, 60
_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def overview_lines(view: Overview, width: int) -> list[str]:
    """An overview as lines of at most `width` characters."""
    lines = [line for said in (view.person, *view.counted) for line in _wrapped(said, width)]
    for section in view.sections:
        lines += ["", *_wrapped(section.heading.upper(), width)]
        lines += [line for row in section.rows for line in _row(row, width)]
        lines += [line for note in section.notes for line in _wrapped(note, width)]
    return lines


def overview_help(width: int) -> list[str]:
    """How to see more of the postings, as lines."""
    return ["", *_wrapped(over_words()["more_help"], width)]


def overview_markdown(view: Overview) -> list[str]:
    """An overview as lines of Markdown, below a title."""
    lines = [line for said in view.counted for line in (_escaped(said), "")]
    for section in view.sections:
        lines += [f"## {_escaped(section.heading)}", "", *_markdown_rows(section)]
        lines += [line for note in section.notes for line in (_escaped(note), "")]
    return lines


def _markdown_rows(section: Section) -> list[str]:
    lines = []
    for row in section.rows:
        lead = f"**{_escaped(row.lead)}** " if row.lead else ""
        bar = f"`{_bar(row.share)}` " if row.share is not None else ""
        mark = "" if row.mark == "-" else f"{_escaped(row.mark)} "
        lines.append(f"- {mark}{bar}{lead}{_escaped(row.text)}")
        lines += [f"  - {_escaped(said)}" for said in row.details]
    return [*lines, ""] if lines else []


def _row(row: Line, width: int) -> list[str]:
    bar = f"{_bar(row.share)} " if row.share is not None and width >= _WIDE else ""
    lead = f"{row.lead}  " if row.lead else ""
    lines = _wrapped(f"{bar}{lead}{row.text}", width, row.mark)
    indent = " " * (len(row.mark) + 1)
    return [*lines, *(line for said in row.details for line in _wrapped(said, width, indent=indent + "  "))]


def _bar(share: int) -> str:
    filled = min(_BAR, max(1 if share else 0, round(_BAR * share / 100)))
    return "█" * filled + "·" * (_BAR - filled)


def _wrapped(text: str, width: int, mark: str = "", *, indent: str = "") -> list[str]:
    first = f"{mark} " if mark else indent
    return textwrap.wrap(
        text, width=width, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
    ) or [""]


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
