"""What is said to the user: results on standard output, messages on standard error."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import click

from tailor.errors import Fault

_WIDEST = 100
"""Columns beyond which lines are hard to read."""


def say(message: str) -> None:
    """A message for the person, on standard error."""
    click.echo(message, err=True)


def tell(text: str) -> None:
    """A result, on standard output."""
    click.echo(text)


def tell_json(value: Mapping[str, Any]) -> None:
    """A result for programs: one JSON object on one line of standard output."""
    click.echo(json.dumps(value, ensure_ascii=False))


def say_faults(faults: Sequence[Fault]) -> None:
    """Every fault with its place, on standard error."""
    for found in faults:
        say(str(found))


def width() -> int:
    """The columns of the terminal up to 100, or 80 when there is none."""
    import shutil  # noqa: PLC0415 - only tables need it

    return min(_WIDEST, shutil.get_terminal_size((80, 24)).columns)


def hung(text: str, *, columns: int, indent: int = 2) -> str:
    """A text wrapped at `columns`, its first line indented and the others two more; long words stay whole."""
    import textwrap  # noqa: PLC0415 - only tables need it

    return textwrap.fill(
        text,
        max(columns, indent + 20),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def table(rows: Sequence[tuple[str, str]], *, columns: int) -> str:
    """Pairs of a short label and a text into lines no longer than `columns`, the texts wrapped beside labels.

    A label too long for its column stands on a line of its own.
    """
    import textwrap  # noqa: PLC0415 - only tables need it

    margin = min(max((len(label) for label, _ in rows), default=0), columns // 3) + 2
    lines: list[str] = []
    for label, text in rows:
        wrapped = textwrap.wrap(
            text, max(20, columns - margin), break_long_words=False, break_on_hyphens=False
        ) or [""]
        if len(label) > margin - 2:
            lines.append(label)
            label = ""  # noqa: PLW2901 - it is told
        lines.append(f"{label:<{margin}}{wrapped[0]}".rstrip())
        lines += [" " * margin + more for more in wrapped[1:]]
    return "\n".join(lines)
