"""What is said to the user: results on standard output, messages on standard error."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import click

from tailor.errors import Fault


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
    """The columns of the terminal, or 80 when there is none."""
    import shutil  # noqa: PLC0415 - only tables need it

    return shutil.get_terminal_size((80, 24)).columns


def table(rows: Sequence[tuple[str, str]], *, columns: int) -> str:
    """Pairs of a short label and a text into lines no longer than `columns`, the texts wrapped beside labels."""
    import textwrap  # noqa: PLC0415 - only tables need it

    margin = min(max((len(label) for label, _ in rows), default=0), columns // 3) + 2
    lines: list[str] = []
    for label, text in rows:
        wrapped = textwrap.wrap(text, max(20, columns - margin)) or [""]
        lines.append(f"{label:<{margin}}{wrapped[0]}".rstrip())
        lines += [" " * margin + more for more in wrapped[1:]]
    return "\n".join(lines)
