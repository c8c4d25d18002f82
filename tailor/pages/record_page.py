"""An application record -> a page: the posting inside it, the applicant's own notes, the facts of its headings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from tailor.errors import InputError
from tailor.located import plain_value, read_located
from tailor.model.text import Block, Page, Stated
from tailor.pages.blocks import to_blocks
from tailor.pages.text_page import markdown_lines
from tailor.resources import language_data

# A heading may stand right behind the closing fence, where its line break got lost.
_FENCE = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z|(?=#))", re.DOTALL)
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
# Two headings that only an applicant writes make a file a record; one may be a publisher's.
_FEWEST_SIGNS = 2
_LOWEST = 6


@dataclass(slots=True)
class _Parts:
    """The parts of a record, gathered block by block."""

    posting: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)


def is_record(text: str) -> bool:
    """Whether a text is an application record: front matter, or headings that an applicant writes."""
    if _FENCE.match(text):
        return True
    headings = [_key(row.lstrip("# ")) for row in text.splitlines() if re.match(r"#{1,6}\s+\S", row)]
    table = _table()
    return (
        len({key for key in headings if table.get(key, "") in {"notes", "status", "applied", "url"}})
        >= _FEWEST_SIGNS
    )


def read_record_page(text: str, name: str) -> tuple[Page, ...]:
    """A record into its page.

    `blocks` are the posting's, `notes` the applicant's, `stated` the headings' facts.
    """
    fence = _FENCE.match(text)
    front = fence.group(1) if fence else ""
    body = text[fence.end() :] if fence else text
    bare, lines = markdown_lines(body)
    parts = _Parts()
    _sort(to_blocks(lines), parts)
    return (
        Page(
            source=name,
            format="record",
            decided="an application record: the posting's part, and the applicant's notes apart",
            text=bare,
            blocks=tuple(parts.posting),
            notes=tuple(parts.notes),
            stated=(*_front_facts(front), *parts.stated),
            front=front,
        ),
    )


def _sort(blocks: Sequence[Block], parts: _Parts) -> None:
    """Every block into the posting, the notes or the facts, by the heading it stands under.

    A heading deeper than the one that opened the posting or a fact stays inside it; the file's own title is
    above all others, so what stands below it is not inside it.
    """
    table = _table()
    part, level = "posting", _LOWEST
    for block in blocks:
        if block.kind == "heading" and block.level:
            found = _kind(block, table)
            inside = part != "notes" and block.level > level
            if found and not inside:
                part, level = found, block.level if block.level > 1 else _LOWEST
            elif part not in {"posting", "notes"} and block.level <= level:
                part = "notes"
        _put(block, part, parts, table)


def _put(block: Block, part: str, parts: _Parts, table: Mapping[str, str]) -> None:
    if part == "posting":
        parts.posting.append(block)
        return
    row = _table_row(block, table)
    if row:
        parts.stated.append(row)
    elif part == "notes":
        parts.notes.append(block)
    elif block.kind == "heading":
        if part in {"status", "applied"}:
            parts.notes.append(block)
    else:
        parts.stated.append(Stated(name=part, value=block.text, source="record heading"))
        if part in {"status", "applied"}:
            parts.notes.append(block)


def _table_row(block: Block, table: Mapping[str, str]) -> Stated | None:
    """A row "Company | Northwind" of a table, or None."""
    label, bar, value = block.text.partition(" | ")
    fact = table.get(_key(label), "") if bar and block.kind == "text" and " | " not in value else ""
    if not fact or fact in {"posting", "notes"}:
        return None
    return Stated(name=fact, value=value.strip(), source="record table")


def _kind(block: Block, table: Mapping[str, str]) -> str:
    """What a heading opens: posting, notes, or the fact it names; "" when it is unknown."""
    if block.kind != "heading" or not block.level:
        return ""
    head = re.split(r"\s*[:–—|]\s*", block.text)[0]
    return table.get(_key(block.text), "") or table.get(_key(head), "")


@cache
def _table() -> Mapping[str, str]:
    data: Mapping[str, Any] = language_data("en", "headings.yaml")["record"]
    return {_key(phrase): kind for kind, phrases in data.items() for phrase in phrases}


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(text.replace("’", "'").casefold()))


def _front_facts(front: str) -> Iterator[Stated]:
    """Facts of the front matter; what is wrong in it is told by the stage that reads the record."""
    if not front:
        return
    try:
        root = read_located(front.encode(), "front matter").root
    except InputError:
        return
    values = plain_value(root)
    table = _table()
    for key, value in values.items() if isinstance(values, dict) else ():
        fact = table.get(_key(str(key).replace("_", " ")), "")
        if fact and fact not in {"posting", "notes"} and value is not None and not isinstance(value, dict | list):
            yield Stated(name=fact, value=str(value), source="record front matter")
