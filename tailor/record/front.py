"""A record's front matter: the person's decisions for one posting, every fault with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tailor.errors import Fault, InputError
from tailor.located import Document, Mapping, Node, Pair, Scalar, Sequence, nearest_key, read_located, unknown_key
from tailor.model.record import Decisions
from tailor.model.text import Page
from tailor.resources import language_data, language_tag, no_language

TEXTS = ("profile", "kind", "theme", "paper", "pages", "lang", "photo", "posting", "why")
"""Keys with one text that the record keeps under the same name."""

DATES = ("status", "applied", "created", "deadline", "interview", "answered", "follow_up")
"""Where the application stands; only `status` and `applied` are read here, the others are the person's."""

LISTS = ("pin", "drop", "include", "exclude", "relevant")
"""Keys with a list: bullets by id or by their words, tags, entries by name."""

MAPPINGS = ("add", "edits", "facts", "lines")
"""Keys with keys below: lines of their own by entry, wordings by bullet, facts by name, the posting's lines."""

LINE_KINDS = ("required", "preferred", "responsibility", "none")
"""What the person may say that a line of the posting is."""

FACTS = (
    *("title", "company", "locations", "location", "remote", "employment_type", "salary", "min_years"),
    *("education", "date_posted", "valid_through", "url", "language"),
)
"""Facts of a posting that the person may correct under `facts`, or state at the top."""

FREE = ("notes", "meta", "tags")
"""Keys that are the person's own."""

_NO_FACTS = frozenset({"posting", "notes", "status", "applied"})
_FENCE = "---"


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What front matter says: texts by key, status, date of application, decisions."""

    texts: dict[str, str | None] = field(default_factory=dict)
    status: str | None = None
    applied: str | None = None
    decisions: Decisions = field(default_factory=Decisions)


def read_front(page: Page) -> Front | None:
    """The front matter of a page; None when no key of ours stands in it (another program's file).

    Raises `InputError` with all faults.
    """
    data, first_line = _inside_fences(page)
    document = read_located(data, page.source, first_line=first_line)
    faults = [*document.faults, *_faults(document)]
    if not isinstance(document.root, Mapping) or not _ours(document.root):
        return None
    if faults:
        raise InputError(faults)
    return _built(document.root)


def _inside_fences(page: Page) -> tuple[bytes, int]:
    """The YAML between the fences and the line it starts on; the fences may be left out."""
    lines = page.front.split("\n")
    first_line = 2
    if lines[0].strip() == _FENCE:
        lines = lines[1:]
    kept = [line for line in lines if line.strip() != _FENCE]
    return "\n".join(kept).encode("utf-8", "replace"), first_line


def _ours(root: Mapping) -> bool:
    known = {*TEXTS, *DATES, *LISTS, *MAPPINGS, *FACTS}
    return any(_fact(pair.key.text) for pair in root.pairs) or any(
        pair.key.text in known or nearest_key(pair.key.text, known) for pair in root.pairs
    )


def _faults(document: Document) -> Iterator[Fault]:
    if not isinstance(document.root, Mapping):
        return
    known = [*TEXTS, *DATES, *LISTS, *MAPPINGS, *FACTS, *FREE]
    for pair in document.root.pairs:
        key = pair.key.text
        if key in FREE or key.startswith("x-"):
            continue
        if key not in known and not _fact(key):
            problem, remedy = unknown_key(key, known)
            yield document.fault(pair.key.place, problem, remedy)
        elif problem := _wrong(pair):
            yield document.fault(pair.value.place, f"{key} must be {problem}")
        elif problem := _no_such(key, _text(pair.value)):
            yield document.fault(pair.value.place, problem)
        elif key == "facts" and isinstance(pair.value, Mapping):
            yield from _unknown_facts(pair.value, document)
        elif key == "lines" and isinstance(pair.value, Mapping):
            yield from _unknown_kinds(pair.value, document)


def _wrong(pair: Pair) -> str:
    """What a value ought to be, if it is something else."""
    key, value = pair.key.text, pair.value
    if isinstance(value, Scalar) and value.null:
        return ""
    if key in LISTS:
        listed = isinstance(value, Sequence) and all(isinstance(item, Scalar) for item in value.items)
        return "" if listed else "a list of texts, each with a dash before it"
    if key in MAPPINGS:
        return "" if isinstance(value, Mapping) else "keys with values, indented below it"
    if key in FACTS:
        return ""
    return "" if isinstance(value, Scalar) else "one text"


def _no_such(key: str, said: str) -> str:
    """What is wrong with the word of a key that knows its words."""
    if key == "lang" and said and not language_tag(said):
        return no_language(said)
    truths = ("", "true", "false", "yes", "no")
    return "photo must be true or false" if key == "photo" and said not in truths else ""


def _unknown_facts(facts: Mapping, document: Document) -> Iterator[Fault]:
    for pair in facts.pairs:
        if not _fact(pair.key.text):
            problem, remedy = unknown_key(pair.key.text, FACTS)
            yield document.fault(pair.key.place, problem, remedy)


def _unknown_kinds(lines: Mapping, document: Document) -> Iterator[Fault]:
    for pair in lines.pairs:
        kind = _text(pair.value)
        if kind not in LINE_KINDS:
            remedy = f"write one of {', '.join(LINE_KINDS)}"
            yield document.fault(pair.value.place, f"a line of the posting is not {kind or 'nothing'}", remedy)


def _built(root: Mapping) -> Front:
    edits, facts = root.get("edits"), root.get("facts")
    stated = {**_facts(root), **_facts(facts)}
    decisions = Decisions(
        pin=_texts(root.get("pin")),
        drop=_texts(root.get("drop")),
        edits=tuple(_pairs(edits)),
        facts=tuple(stated.items()),
        lines=tuple(_pairs(root.get("lines"))),
        added=tuple(_added(root.get("add"))),
        relevant=_texts(root.get("relevant")),
        include=_texts(root.get("include")),
        exclude=_texts(root.get("exclude")),
    )
    return Front(
        texts={key: _text(root.get(key)) or None for key in TEXTS},
        status=_text(root.get("status")) or None,
        applied=_text(root.get("applied")) or None,
        decisions=decisions,
    )


def _facts(node: Node | None) -> dict[str, str]:
    """The facts of a posting among some keys, by the names that postings have for them."""
    return {fact: text for key, text in _pairs(node) if text and (fact := _fact(key))}


def _fact(key: str) -> str:
    """The fact that a key names, in one of the words of a record's headings; empty if it names none."""
    if key in FACTS:
        return key
    words = key.replace("_", " ").replace("-", " ").casefold()
    named: dict[str, list[str]] = language_data("en", "headings.yaml")["record"]
    return next((fact for fact, phrases in named.items() if fact not in _NO_FACTS and words in phrases), "")


def _pairs(node: Node | None) -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        yield from ((pair.key.text, _text(pair.value)) for pair in node.pairs)


def _added(node: Node | None) -> Iterator[tuple[str, str]]:
    """Lines by the entry they belong to; below an entry stands one text or a list of them."""
    for pair in node.pairs if isinstance(node, Mapping) else ():
        texts = _texts(pair.value) if isinstance(pair.value, Sequence) else (_text(pair.value),)
        yield from ((pair.key.text, text) for text in texts if text)


def _text(node: Node | None) -> str:
    """A value as one text; of a list the items with semicolons between them."""
    if isinstance(node, Sequence):
        return "; ".join(_texts(node))
    return node.text.strip() if isinstance(node, Scalar) and not node.null else ""


def _texts(node: Node | None) -> tuple[str, ...]:
    items = node.items if isinstance(node, Sequence) else ()
    return tuple(text for item in items if (text := _text(item)))
