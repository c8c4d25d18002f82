"""Planned entries (jobs, courses, projects, voluntary posts) into the blocks that are printed for them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tailor.model.plan import EARLIER, PlannedEntry, PlannedLine
from tailor.model.profile import Entry
from tailor.render.dates import labels, period_text
from tailor.render.details import detail_notes
from tailor.render.sheet import DOT, Block, Item, Piece, TitleLine
from tailor.render.text import clean, safe_link, short_link

LONGEST_ADDRESS = 48
"""Characters of a project's address that still stand well beside other words; a longer one is only linked."""

_GRADE = re.compile(r"\d+(?:[.,]\d+)?(?:\s*/\s*\d+(?:[.,]\d+)?)?")


def entry_blocks(group: Sequence[PlannedEntry], lang: str, details: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """Positions at one employer into blocks of which the first names the employer; an entry is a group of one.

    `details` are those that the kind prints.
    """
    first, *further = (_block(one, lang, below=group[0].entry, details=details) for one in group)
    return (first, *(replace(block, under=(), follows=True) for block in further))


def _block(planned: PlannedEntry, lang: str, *, below: Entry, details: tuple[str, ...]) -> Block:
    """An entry with its chosen lines into its block; `below` is the one whose place is printed under the title.

    A job of long ago is one line: its title and its employer.
    """
    entry, held = planned.entry, planned.entry.held
    brief = planned.section == EARLIER
    title, under = (_one_line(held[0], lang), []) if brief else _title_and_under(held[0], lang)
    return Block(
        path=entry.path,
        title=title,
        when=_when(held[0], lang, below=below),
        under=tuple(piece for piece in under if piece),
        notes=() if brief else (*detail_notes(entry, details, lang), *_notes(entry, lang)),
        items=tuple(_item(line) for line in planned.lines),
        earlier=tuple(
            TitleLine(title=_title_and_under(one, lang)[0], when=_when(one, lang, below=below)) for one in held[1:]
        ),
        employer="" if brief else entry.employer,
        brief=brief,
    )


def _one_line(entry: Entry, lang: str) -> Piece:
    position, name = _field(entry, "position"), _named(entry)
    if position is None or not name.text:
        return position or name
    text = labels(lang)["lines"]["earlier"].format(title=position.text, name=name.text)
    return Piece(text=text, sources=(*position.sources, *name.sources))


def _when(entry: Entry, lang: str, *, below: Entry) -> Piece | None:
    """When a title was held, and where, if that is not the place below it."""
    when = _piece(period_text(entry.start, entry.end, lang), entry.at("startDate"), entry.at("endDate"))
    place = _field(entry, "location") if entry.location != below.location else None
    if when and place:
        return Piece(text=f"{when.text}{DOT}{place.text}", sources=(*when.sources, *place.sources))
    return when or place


def _title_and_under(entry: Entry, lang: str) -> tuple[Piece, list[Piece | None]]:
    """What stands in bold, and what stands under it; the name moves up where there is no position."""
    name = _named(entry)
    position = _degree(entry) if entry.section == "education" else _field(entry, "position")
    place = _field(entry, "location")
    if entry.section == "breaks" and position:
        return position, []
    if entry.section == "projects":
        return name, [position, place, _address(entry)]
    grade = _grade(entry, lang) if entry.section == "education" else None
    if position is None:
        return name, [place, grade]
    return position, [name, place, grade]


def _named(entry: Entry) -> Piece:
    key = {"education": "institution", "volunteer": "organization"}.get(entry.section, "name")
    return Piece(text=clean(entry.name), sources=(entry.at(key),), href=safe_link(entry.url))


def _degree(entry: Entry) -> Piece | None:
    """A degree and its field into "M.S., Statistics"; a degree that names the field already stays as it is."""
    degree, area = clean(entry.study_type), clean(entry.area)
    if degree and area and area.casefold() not in degree.casefold():
        return _piece(f"{degree}, {area}", f"{entry.path}.studyType", f"{entry.path}.area")
    if degree:
        return _piece(degree, f"{entry.path}.studyType")
    return _piece(area, f"{entry.path}.area") or _field(entry, "position")


def _address(entry: Entry) -> Piece | None:
    short, href = short_link(entry.url), safe_link(entry.url)
    if not href or len(short) > LONGEST_ADDRESS:
        return None
    return Piece(text=short, sources=(f"{entry.path}.url",), href=href)


def _notes(entry: Entry, lang: str) -> tuple[Piece, ...]:
    found = None
    if entry.section == "projects":
        found = _field(entry, "description")
    if entry.section == "education":
        found = _courses(entry, lang)
    return (found,) if found else ()


def _grade(entry: Entry, lang: str) -> Piece | None:
    """A bare number gets the label that JSON Resume defines it by (grade point average); words stay as written."""
    score = clean(entry.score)
    if _GRADE.fullmatch(score):
        score = labels(lang)["lines"]["grade"].format(score=score)
    return _piece(score, f"{entry.path}.score")


def _courses(entry: Entry, lang: str) -> Piece | None:
    if not entry.courses:
        return None
    courses = ", ".join(clean(course) for course in entry.courses)
    return _piece(labels(lang)["lines"]["courses"].format(courses=courses), f"{entry.path}.courses")


def _item(line: PlannedLine) -> Item:
    return Item(path=line.path, piece=Piece(text=clean(line.text), sources=(line.path,)))


def _field(entry: Entry, field: str) -> Piece | None:
    return _piece(getattr(entry, field), entry.at(field))


def _piece(text: str, *sources: str) -> Piece | None:
    cleaned = clean(text)
    return Piece(text=cleaned, sources=sources) if cleaned else None
