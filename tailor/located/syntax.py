"""What stopped the YAML parser, in the user's words: judged by the line itself, not by the parser's message."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from tailor.errors import Fault
from tailor.located.tree import fault_at
from tailor.model.text import Place

_VALUE = re.compile(r"\s*(?:-\s+)*(?:[^\s#'\"\[{][^:#]*:\s+)?(?P<value>\S.*)?$")
_RESERVED = "*&!%@`|>"
_QUOTED = re.compile(r"""(?P<quote>["'])(?:\\.|''|(?!(?P=quote)).)*(?P=quote)\s*(?P<rest>[^\s:,#\]}].*)?""")
_KEY = re.compile(r"\s*(?:-\s+)*[\w-]+\s*:(\s|$)")
_KEY_AND_VALUE = re.compile(r"\s*(?:-\s+)*[^\s:#]+\s*:\s+[^\s#|>]")
_GLUED = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z]\w*):\S")


class _Said(NamedTuple):
    """A judgement: the line and the column (from zero), the problem and the remedy."""

    line: int
    column: int
    problem: str
    remedy: str


def explain(error: Any, lines: Sequence[str], *, file: str, first_line: int) -> Fault:  # noqa: ANN401 - PyYAML's
    """An error of the YAML parser as one fault with its line, a caret, and what to do.

    `error` is any `yaml.YAMLError`; its marks are used, its English is not.
    """
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    marks = [(mark.line, mark.column) for mark in (context, problem) if mark is not None]
    said = _judge(marks, lines) if marks else _Said(0, 0, "this is not YAML", "check the file")
    place = Place(file=file, line=said.line + first_line, column=said.column + 1)
    return fault_at(lines, place, said.problem, remedy=said.remedy, first_line=first_line)


def _judge(marks: Sequence[tuple[int, int]], lines: Sequence[str]) -> _Said:
    """The first judgement that fits: on the line the parser stopped at, then where the construct began."""
    stopped_line, stopped_column = marks[-1]
    near = [line for line in dict.fromkeys([stopped_line, marks[0][0]]) if line < len(lines)]
    for judge in (_tab, _reserved, _after_quote):
        for line in near:
            if said := judge(line, lines[line]):
                return said
    return (
        _unclosed(marks, lines)
        or _colon(stopped_line, stopped_column, lines)
        or _no_colon(marks, lines)
        or _indentation(min(stopped_line, len(lines) - 1), lines)
    )


def _tab(line: int, text: str) -> _Said | None:
    margin = text[: len(text) - len(text.lstrip())]
    if "\t" not in margin:
        return None
    return _Said(line, margin.index("\t"), "a tab stands in the indentation", "YAML indents with spaces only")


def _reserved(line: int, text: str) -> _Said | None:
    matched = _VALUE.match(text)
    value = matched["value"] if matched else None
    if matched is None or not value or value[0] not in _RESERVED:
        return None
    if value[0] in "|>" and re.fullmatch(r"[|>][-+0-9]*\s*(#.*)?", value):
        return None
    problem = f"a text that begins with {value[0]} must stand in quotes"
    return _Said(line, matched.start("value"), problem, f"write {_quoted(value)}")


def _after_quote(line: int, text: str) -> _Said | None:
    matched = _VALUE.match(text)
    if matched is None or not matched["value"]:
        return None
    quoted = _QUOTED.match(matched["value"])
    if quoted is None or not quoted["rest"]:
        return None
    column = matched.start("value") + quoted.start("rest")
    return _Said(line, column, "the text goes on after its closing quote", "put the whole text in quotes")


def _unclosed(marks: Sequence[tuple[int, int]], lines: Sequence[str]) -> _Said | None:
    line, column = marks[0]
    opener = lines[line][column : column + 1] if line < len(lines) else ""
    if opener in ('"', "'"):
        return _Said(line, column, "this quote is never closed", f"end the text with {opener}")
    if opener in ("[", "{"):
        closer = "]" if opener == "[" else "}"
        remedy = f"end it with {closer}, or put the text in quotes if it is no list"
        return _Said(line, column, f"this {opener} is never closed, or a comma is missing after it", remedy)
    return None


def _colon(line: int, column: int, lines: Sequence[str]) -> _Said | None:
    if line >= len(lines) or lines[line][column : column + 1] != ":":
        return None
    above = _line_above(line, lines)
    if above is not None and _deeper_than_full(lines[line], lines[above]):
        margin = len(lines[line]) - len(lines[line].lstrip())
        problem = "this line is indented deeper than the one above, which already has a value"
        return _Said(line, margin, problem, "align it with the line above")
    if above is not None and _KEY.match(lines[line]):
        margin = len(lines[above]) - len(lines[above].lstrip())
        if said := _no_colon([(above, margin)], lines):
            return said
    problem = "a colon followed by a space stands inside a text"
    return _Said(line, column, problem, "put the whole text in quotes")


def _no_colon(marks: Sequence[tuple[int, int]], lines: Sequence[str]) -> _Said | None:
    line, column = marks[0]
    if line >= len(lines) or not lines[line].strip() or _KEY.match(lines[line]):
        return None
    if glued := _GLUED.match(lines[line]):
        problem = f"a space is missing after {glued['key']}:"
        return _Said(line, glued.end("key"), problem, f"write `{glued['key']}: …`")
    if ":" in lines[line] or lines[line].lstrip().startswith("-"):
        return None
    return _Said(line, column, "this line has no `key:` before its text", "write `key: value` or `- item`")


def _indentation(line: int, lines: Sequence[str]) -> _Said:
    while line > 0 and not lines[line].strip():
        line -= 1
    margin = len(lines[line]) - len(lines[line].lstrip())
    remedy = "give it as many spaces as its neighbours have"
    return _Said(line, margin, "the indentation or form of this line does not fit the lines above", remedy)


def _line_above(line: int, lines: Sequence[str]) -> int | None:
    above = (number for number in range(line - 1, -1, -1) if lines[number].strip())
    return next(above, None)


def _deeper_than_full(text: str, above: str) -> bool:
    deeper = len(text) - len(text.lstrip()) > len(above) - len(above.lstrip().removeprefix("- "))
    return deeper and bool(_KEY_AND_VALUE.match(above))


def _quoted(value: str) -> str:
    short = value if len(value) <= 30 else value[:30].rstrip() + "…"  # noqa: PLR2004 - a remark, not a text
    return f"'{short}'" if '"' in short else f'"{short}"'
