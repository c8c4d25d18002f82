"""What a profile's shape cannot say: dates in order, entries with a name, ids that stand once."""

from collections.abc import Iterator

from tailor.errors import Fault
from tailor.located import Document, Mapping
from tailor.profile.dates import ends_before
from tailor.profile.nodes import date_of, mappings, text_of
from tailor.profile.positions import position_faults, positions

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
        for entry in mappings(pair.value):
            for dated in (entry, *positions(entry)):
                yield from _spans(dated, document)
            yield from _nameless(pair.key.text, entry, document)
            yield from position_faults(entry, document)
    yield from _repeated_ids(root, document)
    for one, other in _BOTH:
        if root.get(one) and (twin := root.key(other)):
            yield document.fault(twin.place, f"{one!r} and {other!r} are the same", "keep one of them")


def _spans(entry: Mapping, document: Document) -> Iterator[Fault]:
    for first, last in _SPANS:
        start, end = date_of(entry.get(first)), date_of(entry.get(last))
        held = entry.get(last)
        if start and end and held and ends_before(end, start):
            yield document.fault(held.place, f"{last} {end} is before {first} {start}", "check both dates")


def _nameless(section: str, entry: Mapping, document: Document) -> Iterator[Fault]:
    wanted = _NAMES.get(section, ())
    if positions(entry):  # they have their titles: what is wanted is whose they are
        wanted = wanted[:1]
    if wanted and not any(text_of(entry.get(key)) for key in wanted):
        yield document.fault(entry.place, f"this entry of {section} has no name", f"add {' or '.join(wanted)}")


def _repeated_ids(root: Mapping, document: Document) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for highlight in _highlights(root):
        held = highlight.get("id")
        if held is None or not (name := text_of(held)):
            continue
        if name in first:
            yield document.fault(held.place, f"the id {name!r} stands twice", f"first on line {first[name]}")
        first.setdefault(name, held.place.line)


def _highlights(root: Mapping) -> Iterator[Mapping]:
    for section in _NAMES:
        for entry in mappings(root.get(section)):
            for one in (entry, *positions(entry)):
                yield from mappings(one.get("highlights"))
