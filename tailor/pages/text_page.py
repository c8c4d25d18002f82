"""Plain text and Markdown -> a page."""

import re

from tailor.model.text import Page
from tailor.pages.blocks import to_blocks
from tailor.pages.lines import Line, split_lines, unwrap

_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_BOLD = re.compile(r"(\*\*\*|\*\*|___|__)(?=\S)(.+?)(?<=\S)\1")
_LEANING = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=[^\s*_])\1(?![\w*])")
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~&])")
_MARKDOWN = re.compile(r"(?m)^#{1,6} \S|\*\*\S[^*\n]*\*\*|^(?:```|~~~)|\[[^\]\n]+\]\((?:https?:|/)[^)\n]*\)")
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)(?=\S)([^*\n]+?)(?:\*\*|__)\s*:?\s*\Z")
_BOLD_LEVEL = 6


def is_markdown(text: str) -> bool:
    """Whether a text carries Markdown's marks: headings, bold, fences or links."""
    return bool(_MARKDOWN.search(text))


def read_text(text: str, name: str) -> tuple[Page, ...]:
    """Plain text into a page; where lines were hard-wrapped, a line break inside a sentence becomes a space."""
    text = unwrap(text)
    blocks = to_blocks(split_lines(text))
    return (Page(source=name, format="text", decided="plain text, line by line", text=text, blocks=blocks),)


def read_markdown(text: str, name: str) -> tuple[Page, ...]:
    """Markdown into a page; marks inside a line (bold, links, code) are taken out of the text."""
    text, lines = markdown_lines(text)
    return (
        Page(source=name, format="markdown", decided="Markdown, line by line", text=text, blocks=to_blocks(lines)),
    )


def markdown_lines(text: str) -> tuple[str, tuple[Line, ...]]:
    """Markdown into text without inline marks and its lines; a line wholly in bold is a heading of level 6."""
    rows = text.split("\n")
    bold = {index for index, row in enumerate(rows) if _BOLD_LINE.match(row) and ":" not in row.strip(" *_:")}
    bare = unwrap("\n".join(map(bare_markdown, rows)))
    starts = _row_starts(rows)
    headings = {starts[index] for index in bold}
    return bare, tuple(_as_heading(line) if line.start in headings else line for line in split_lines(bare))


def bare_markdown(row: str) -> str:
    """One row of Markdown without the marks inside it; those at its beginning stay."""
    if row.lstrip().startswith(">"):
        row = row.replace(">", "", 1)
    row = _LINK.sub(r"\1", _IMAGE.sub(r"\1", row))
    row = _BOLD.sub(r"\2", _BOLD.sub(r"\2", row))
    return _ESCAPE.sub(r"\1", _CODE.sub(r"\1", _LEANING.sub(r"\2", row)))


def _row_starts(rows: list[str]) -> list[int]:
    """Where the words of each row begin in the text; unwrapping keeps every length."""
    starts, at = [], 0
    for row in rows:
        plain = bare_markdown(row)
        starts.append(at + len(plain) - len(plain.lstrip()))
        at += len(plain) + 1
    return starts


def _as_heading(line: Line) -> Line:
    if line.kind is not None:
        return line
    return Line(text=line.text, start=line.start, kind="heading", level=_BOLD_LEVEL, gap=line.gap)
