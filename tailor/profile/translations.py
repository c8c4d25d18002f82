"""Texts in several languages, `{en: …, de: …}`, into a file as it reads in one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tailor import resources
from tailor.errors import Fault
from tailor.located import Document, Mapping, Node, Pair, Scalar, nearest_key
from tailor.located import Sequence as Listed
from tailor.located.tree import FREE_KEY

_FREE = frozenset({"meta", "references"})
"""Keys below which everything is the person's own, as below those that begin with x-."""

_BULLETS = "highlights"
"""A list whose items are named by their number, and so the same in all languages."""


def read_in(document: Document, tags: Sequence[str]) -> tuple[Document, tuple[Fault, ...]]:
    """A file into the same with each text in the first of some languages that it has, and the faults of that.

    A plain text serves every language. "de-AT" stands for German where there is nothing Austrian.
    """
    reading = _Reading(document=document, tags=tuple(tags))
    root = reading.node(document.root, "")
    return replace(document, root=root), tuple(reading.faults)


def languages_of(node: Node) -> tuple[str, ...]:
    """The codes of the languages that some text of a file is in, sorted."""
    return tuple(sorted({resources.language_tag(key)[:2] for key in _keys(node)} - {""}))


@dataclass(slots=True, kw_only=True)
class _Reading:
    """Replaces every text in several languages by the one wanted; what is not there is a fault."""

    document: Document
    tags: tuple[str, ...]
    faults: list[Fault] = field(default_factory=list)

    def node(self, node: Node, key: str) -> Node:
        """A node, `key` being what it stands under, as it reads in the languages wanted."""
        if isinstance(node, Listed):
            return replace(node, items=tuple(self.node(item, "") for item in node.items))
        if not isinstance(node, Mapping):
            return node
        if _is_translated(node):
            return self._chosen(node, key)
        return replace(node, pairs=tuple(self._pair(pair) for pair in node.pairs))

    def _pair(self, pair: Pair) -> Pair:
        own = _is_own(pair.key.text)
        return pair if own else replace(pair, value=self.node(pair.value, pair.key.text))

    def _chosen(self, node: Mapping, key: str) -> Node:
        self.faults += _wrong(node, key, self.document)
        told = {pair.key.text: pair.value for pair in node.pairs if not _is_empty(pair.value)}
        wanted = [tag for one in self.tags for tag in (one, one[:2])]
        found = next((told[tag] for tag in wanted if tag in told), None)
        if found is None:
            self._miss(node, self.tags[0][:2])
        return found or next(iter(told.values()), node)

    def _miss(self, node: Mapping, wanted: str) -> None:
        """A text without the language wanted is a fault, unless a key that is a slip of it has been told."""
        slips = {_nearest(pair.key.text) for pair in node.pairs if not _is_tag(pair.key.text)}
        if wanted not in slips:
            name = resources.document_languages()[wanted][0]
            self.faults.append(self.document.fault(node.place, f"no {name} text here", f"write {wanted}: …"))


def _wrong(node: Mapping, key: str, document: Document) -> Iterator[Fault]:
    """What is wrong with a text in several languages, whichever is wanted."""
    if key == _BULLETS:
        yield document.fault(node.place, "bullets are translated one by one", "write `- {en: …, de: …}`")
    known = ", ".join(resources.document_languages())
    for pair in node.pairs:
        if _is_own(pair.key.text):
            continue
        if not _is_tag(pair.key.text):
            remedy = f"a text in several languages has these keys only: {known}"
            near = _nearest(pair.key.text)
            remedy = f"did you mean {near!r}?" if near else remedy
            yield document.fault(pair.key.place, f"unknown language {pair.key.text!r}", remedy)
        elif not _is_text(pair.value):
            yield document.fault(pair.value.place, "a text is expected here, or a list of texts")


def _nearest(key: str) -> str:
    """The language that a key most likely means: by name, by another spelling of its tag, by a slip."""
    near = resources.language_tag(key) or resources.called_language(key)
    return near or nearest_key(key, resources.document_languages()) or ""


def _is_translated(node: Mapping) -> bool:
    """Whether keys are languages; one that is shows that the others are meant to be."""
    return any(resources.language_tag(pair.key.text) for pair in node.pairs)


def _is_tag(key: str) -> bool:
    return bool(key) and resources.language_tag(key) == key


def _is_text(node: Node) -> bool:
    texts = node.items if isinstance(node, Listed) else (node,)
    return all(isinstance(one, Scalar) for one in texts)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.null or not node.text.strip())


def _is_own(key: str) -> bool:
    return key.startswith(FREE_KEY) or key in _FREE


def _keys(node: Node) -> Iterator[str]:
    """The keys of every text in several languages of a file."""
    if isinstance(node, Listed):
        for item in node.items:
            yield from _keys(item)
    elif isinstance(node, Mapping):
        pairs = [pair for pair in node.pairs if not _is_own(pair.key.text)]
        if _is_translated(node):
            yield from (pair.key.text for pair in pairs)
        else:
            for pair in pairs:
                yield from _keys(pair.value)
