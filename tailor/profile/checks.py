"""What a profile's shape cannot say: dates in order, entries with a name, ids that stand once."""

from collections.abc import Iterator

from tailor.errors import Fault
from tailor.located import Document, Mapping, Node, Scalar, Sequence
from tailor.model.profile import Date
from tailor.profile.dates import DateError, ends_before, parse_date

_NAMES = {
    "work": ("name", "position"),
    "volunteer": ("organization", "position"),
    "education": ("institution", "area", "studyType"),
    "projects": ("name",),
}
_SPANS = (("startDate", "endDate"), ("date", "expires"))
_BOTH = (("licences", "licenses"),)


def sense_faults(document: Document) -> Iterator[Fault]:
    """Faults across keys: an end before its start, an entry without a name, an id used twice."""
    root = document.root
    if not isinstance(root, Mapping):
        return
    for pair in root.pairs:
        for entry in _mappings(pair.value):
            yield from _spans(entry, document)
            yield from _nameless(pair.key.text, entry, document)
    yield from _repeated_ids(root, document)
    for one, other in _BOTH:
        if root.get(one) and (twin := root.key(other)):
            yield document.fault(twin.place, f"{one!r} and {other!r} are the same", "keep one of them")


def _spans(entry: Mapping, document: Document) -> Iterator[Fault]:
    for first, last in _SPANS:
        start, end = _date(entry.get(first)), _date(entry.get(last))
        held = entry.get(last)
        if start and end and held and ends_before(end, start):
            yield document.fault(held.place, f"{last} {end} is before {first} {start}", "check both dates")


def _nameless(section: str, entry: Mapping, document: Document) -> Iterator[Fault]:
    wanted = _NAMES.get(section)
    if wanted and not any(_text(entry.get(key)) for key in wanted):
        yield document.fault(entry.place, f"this entry of {section} has no name", f"add {' or '.join(wanted)}")


def _repeated_ids(root: Mapping, document: Document) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for section in _NAMES:
        for entry in _mappings(root.get(section)):
            for highlight in _mappings(entry.get("highlights")):
                held = highlight.get("id")
                if held is None or not (name := _text(held)):
                    continue
                if name in first:
                    yield document.fault(
                        held.place, f"the id {name!r} stands twice", f"first on line {first[name]}"
                    )
                first.setdefault(name, held.place.line)


def _mappings(node: Node | None) -> Iterator[Mapping]:
    if isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Mapping))


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) and not node.null else ""


def _date(node: Node | None) -> Date | None:
    try:
        return parse_date(_text(node)) if _text(node) else None
    except DateError:
        return None
