"""What is wrong with the positions of one employer: what its own keys say against them."""

from collections.abc import Iterator, Sequence

from tailor.errors import Fault
from tailor.located import Document, Mapping
from tailor.located import Sequence as Listed
from tailor.model import periods
from tailor.model.profile import Date, Entry
from tailor.profile.dates import ends_before
from tailor.profile.nodes import date_of, mappings, text_of

_GOES_ON = "present"


def positions(entry: Mapping) -> tuple[Mapping, ...]:
    """The positions that an entry lists."""
    return tuple(mappings(entry.get("positions")))


def position_faults(entry: Mapping, document: Document) -> Iterator[Fault]:
    """Bullets of the employer beside those of its positions; a title or dates that the positions contradict."""
    listed = positions(entry)
    key = entry.key("highlights")
    if key and _has_bullets(entry) and any(map(_has_bullets, listed)):
        remedy = "move them under the position during which the work was done"
        yield document.fault(key.place, "these highlights stand beside positions that have their own", remedy)
    held = [one for one in map(_held, listed) if one]
    if held and len(held) == len(listed):  # else a position has a fault of its own
        yield from _title_fault(entry, held, document)
        yield from _date_faults(entry, held, document)


def _has_bullets(holder: Mapping) -> bool:
    own = holder.get("highlights")
    return isinstance(own, Listed) and bool(own.items)


def _held(position: Mapping) -> Entry | None:
    """A position with its title and dates; None where they cannot be read."""
    title, ended = text_of(position.get("position")), text_of(position.get("endDate"))
    start, end = date_of(position.get("startDate")), date_of(position.get("endDate"))
    if not title or start is None or (end is None and ended not in ("", _GOES_ON)):
        return None
    return Entry(path="", section="work", name="", position=title, start=start, end=end)


def _title_fault(entry: Mapping, held: Sequence[Entry], document: Document) -> Iterator[Fault]:
    node = entry.get("position")
    said, newest = text_of(node), periods.newest_first(held)[0].position
    if node and said and said != newest:
        problem = f"position {said!r} contradicts its positions, of which {newest!r} is the newest"
        yield document.fault(node.place, problem, "keep it in the list of positions only")


def _date_faults(entry: Mapping, held: Sequence[Entry], document: Document) -> Iterator[Fault]:
    start, end = periods.whole_span(held)
    for key, meant in (("startDate", start), ("endDate", end)):
        node = entry.get(key)
        said = date_of(node)
        open_ = text_of(node) == _GOES_ON
        if node and (said or open_) and not _agree(said, meant):
            problem = f"{key} {said or _GOES_ON} contradicts its positions, which say {meant or _GOES_ON}"
            yield document.fault(node.place, problem, "correct one of them, or keep it in the positions only")


def _agree(one: Date | None, other: Date | None) -> bool:
    if one is None or other is None:
        return one is other
    return not (ends_before(one, other) or ends_before(other, one))
