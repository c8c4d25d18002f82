"""YAML text into a located tree, straight from the parser's events (no recursion, no guessing of types)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tailor.errors import Fault, InputError, fault
from tailor.located.syntax import explain
from tailor.located.text import clean_text, decode
from tailor.located.tree import Document, Mapping, Node, Pair, Scalar, Sequence, fault_at
from tailor.model.text import Place

LARGEST_FILE = 2_000_000
"""Bytes. A long profile has 40 KB; more than this is another kind of file."""

DEEPEST = 50
"""Levels of nesting. A profile has 5; parsers of nested structures crash at depths of a hundred thousand."""

_SWALLOWED = re.compile(r"\s+(?=#\w)")


def read_located(data: bytes, name: str, *, first_line: int = 1) -> Document:
    """A YAML file's bytes into its tree; `first_line` is where the text starts in the file `name`.

    Every value stays the text that was written (`no`, `1.10`, `2023-05`). Duplicate keys, anchors, aliases,
    tags and swallowed comments are in the document's `faults`; what stops the parser, a file over
    `LARGEST_FILE` bytes, an empty one and nesting over `DEEPEST` raise `InputError`, with the faults so far.
    """
    if len(data) > LARGEST_FILE:
        remedy = f"{LARGEST_FILE // 1_000_000} MB is the limit; is this the right file?"
        raise fault(name, f"the file has {len(data):,} bytes", remedy)
    text = decode(data, name)
    builder = _Builder(file=name, lines=tuple(text.split("\n")), first_line=first_line)
    for event in _events(text, builder):
        builder.take(event)
    if builder.root is None:
        raise fault(name, "the file is empty", "nothing but comments or white space stands in it")
    return Document(
        file=name,
        lines=builder.lines,
        first_line=first_line,
        root=builder.root,
        faults=tuple(builder.faults),
    )


def _events(text: str, builder: "_Builder") -> Iterator[Any]:
    import yaml  # noqa: PLC0415 - heavy imports late

    try:
        yield from yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        stopped = explain(error, builder.lines, file=builder.file, first_line=builder.first_line)
        raise InputError([*builder.faults, stopped]) from error


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is still being read."""

    place: Place
    mapping: bool
    items: list[Node] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    keys: dict[str, Place] = field(default_factory=dict)
    key: Node | None = None


@dataclass(slots=True)
class _Builder:
    """Grows the tree event by event; the stack holds what is open."""

    file: str
    lines: tuple[str, ...]
    first_line: int
    root: Node | None = None
    faults: list[Fault] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def take(self, event: Any) -> None:  # noqa: ANN401 - events of PyYAML share no useful type
        """Add one event of the parser to the tree."""
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            self._start_document(event)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._refuse_marks(event)
            self._open(event, mapping=kind == "MappingStartEvent")
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._close()
        elif kind == "ScalarEvent":
            self._refuse_marks(event)
            self._add_scalar(event)
        elif kind == "AliasEvent":
            self._report(
                self._place(event), "a text that begins with * must stand in quotes", "aliases are not read"
            )
            self._add(Scalar(place=self._place(event), text="*" + event.anchor, plain=False))

    def _start_document(self, event: Any) -> None:  # noqa: ANN401 - as take
        self.documents += 1
        if self.documents > 1:
            raise InputError(
                [
                    *self.faults,
                    self._fault(self._place(event), "a second document starts here", "keep one per file"),
                ]
            )

    def _open(self, event: Any, *, mapping: bool) -> None:  # noqa: ANN401 - as take
        place = self._place(event)
        if len(self.stack) >= DEEPEST:
            deep = self._fault(place, f"values are nested more than {DEEPEST} deep", "flatten the file")
            raise InputError([*self.faults, deep])
        self.stack.append(_Open(place=place, mapping=mapping))

    def _close(self) -> None:
        done = self.stack.pop()
        if done.mapping:
            self._add(Mapping(place=done.place, pairs=tuple(done.pairs)))
        else:
            self._add(Sequence(place=done.place, items=tuple(done.items)))

    def _add_scalar(self, event: Any) -> None:  # noqa: ANN401 - as take
        plain = event.style is None or event.style == ""
        scalar = Scalar(place=self._place(event), text=clean_text(event.value), plain=plain)
        if plain and scalar.text:
            self._check_comment(event)
        self._add(scalar)

    def _check_comment(self, event: Any) -> None:  # noqa: ANN401 - as take
        end = event.end_mark
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if swallowed := _SWALLOWED.match(line, end.column):
            place = Place(file=self.file, line=end.line + self.first_line, column=swallowed.end() + 1)
            self._report(
                place,
                "what follows # is a comment and would be lost",
                "put the text in quotes, or a space after # if it is a comment",
            )

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
        elif not self.stack[-1].mapping:
            self.stack[-1].items.append(node)
        elif self.stack[-1].key is None:
            self.stack[-1].key = node
        else:
            self._add_pair(self.stack[-1], node)

    def _add_pair(self, holder: _Open, value: Node) -> None:
        key, holder.key = holder.key, None
        if not isinstance(key, Scalar):
            place = key.place if key else value.place
            self._report(place, "a key must be a plain word", "put texts with { or [ in quotes")
        elif key.text in holder.keys:
            first = holder.keys[key.text].line
            self._report(key.place, f"the key {key.text!r} stands twice", f"first on line {first}; keep one")
        else:
            holder.keys[key.text] = key.place
            holder.pairs.append(Pair(key=key, value=value))

    def _refuse_marks(self, event: Any) -> None:  # noqa: ANN401 - as take
        place = self._place(event)
        if event.anchor:
            self._report(place, "a text that begins with & must stand in quotes", "anchors are not read")
        if event.tag:
            self._report(place, "a text that begins with ! must stand in quotes", "tags are not read")

    def _place(self, event: Any) -> Place:  # noqa: ANN401 - as take
        mark = event.start_mark
        return Place(file=self.file, line=mark.line + self.first_line, column=mark.column + 1)

    def _fault(self, place: Place, problem: str, remedy: str) -> Fault:
        return fault_at(self.lines, place, problem, remedy=remedy, first_line=self.first_line)

    def _report(self, place: Place, problem: str, remedy: str) -> None:
        self.faults.append(self._fault(place, problem, remedy))
