"""The tree of a located file: frozen mappings, sequences and scalars, each with its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from tailor.errors import Fault
from tailor.model.text import Place

LONGEST_EXCERPT = 160
"""Characters of a line that a message shows; a terminal of two lines holds it with the caret."""

FREE_KEY = "x-"
"""Keys that begin so are the person's own, anywhere in a file."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text as it stands in the file, without its quotes; `plain` says that it had none."""

    place: Place
    text: str
    plain: bool

    @property
    def null(self) -> bool:
        """Whether YAML reads the value as nothing: left empty, `~` or `null`, without quotes."""
        return self.plain and self.text in _NULLS


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list with its items in file order."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A key with its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys with their values in file order; of a key that stands twice only the first is kept."""

    place: Place
    pairs: tuple[Pair, ...]

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None when the key is not there."""
        return next((pair.value for pair in self.pairs if pair.key.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself with its place, or None when it is not there."""
        return next((pair.key for pair in self.pairs if pair.key.text == key), None)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A located file: its tree, its lines (for excerpts) and the faults that did not stop the reading.

    `first_line` is the number of the first of `lines` in the file, counted from one.
    """

    file: str
    lines: tuple[str, ...]
    first_line: int
    root: Node
    faults: tuple[Fault, ...]

    def fault(self, place: Place, problem: str, remedy: str = "") -> Fault:
        """A fault at a place of this file, with the line as excerpt."""
        return fault_at(self.lines, place, problem, remedy=remedy, first_line=self.first_line)


def fault_at(lines: Iterable[str], place: Place, problem: str, *, remedy: str = "", first_line: int = 1) -> Fault:
    """A fault at a place of a file given as lines, with its line as excerpt, shortened on the right.

    A line whose caret would stand beyond `LONGEST_EXCERPT` gives no excerpt.
    """
    held = tuple(lines)
    index = place.line - first_line
    line = held[index].replace("\t", " ").rstrip() if 0 <= index < len(held) else ""
    if place.column > LONGEST_EXCERPT:
        line = ""
    elif len(line) > LONGEST_EXCERPT:
        line = line[:LONGEST_EXCERPT] + "…"
    return Fault(
        file=place.file, problem=problem, remedy=remedy, line=place.line, column=place.column, excerpt=line
    )


def plain_value(node: Node) -> object:
    """A node as plain Python: dict, list, str, or None for null; keys of the person's own (`x-…`) stay out."""
    match node:
        case Mapping():
            pairs = (pair for pair in node.pairs if not pair.key.text.startswith(FREE_KEY))
            return {pair.key.text: plain_value(pair.value) for pair in pairs}
        case Sequence():
            return [plain_value(item) for item in node.items]
        case Scalar():
            return None if node.null else node.text


def node_at(node: Node, path: Iterable[str | int]) -> Node:
    """The node under a path of keys and indexes, or the deepest one that is there."""
    for step in path:
        below = _child(node, step)
        if below is None:
            break
        node = below
    return node


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.get(str(step))
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None
