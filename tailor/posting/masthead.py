"""The first lines of a posting -> what stands in them without a label: title, company, places.

Lines are cut into cells at bars, dots and spaced dashes, and each cell is judged by its words: the noun of a job
makes a title, a legal form or a kind of house a company, a region behind a comma a place. What is left beside a
company on its line is where it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tailor.model.text import Block
from tailor.posting.cells import Cell, has_form, is_name, kind_of, trim
from tailor.posting.headings import classify
from tailor.posting.labels import label_of
from tailor.posting.patterns import pattern, words
from tailor.posting.places import has_region, is_region

_LINES = 5
"""So many first lines may be the masthead; of 93 postings written for the project the title stands in these."""

# Bars, dots and dashes between blanks, outside brackets; "@" and "at" say that a company follows.
_PARTS = re.compile(
    r"\s+[|·•–—-]+\s+|\s*\|\s*|\s{3,}|\t+|\s+[\U0001f000-\U0001faff\u2600-\u27bf]\ufe0f?\s+"
    r"|(?P<at>\s+@\s+|\s+at\s+(?=[A-ZÀ-Þ]))"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_MOST_WORDS = 24
_PAIR, _MOST_TOWN_WORDS = 2, 2
_SENTENCE = re.compile(r"[.!?]\s+[A-ZÀ-Þ]\w+ (?:\w+ ){2}|\w{3,}[!?]\Z|\w{2}[.]\Z")


@dataclass(slots=True)
class Masthead:
    """Titles, companies and places in the order of the first lines; each may be empty."""

    titles: list[str] = field(default_factory=list)
    companies: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)


def read_masthead(blocks: Sequence[Block], title: str = "") -> Masthead:
    """The first blocks of a page into what they name; `title` is what markup calls the job, if it does."""
    found = Masthead()
    titled: list[str] = []  # companies that stand on the title's own line: a line of their own is surer
    likely: list[str] = []  # names before a place, and before a company on the first line
    above = False  # whether the line above is the title's
    for block in _lines(blocks):
        cells = _cells(block.text, words(title))
        if above and not found.companies and (pair := _name_and_town(block.text)):
            cells = pair
        named = [cell.text for cell in cells if cell.kind == "company"]
        if any(cell.kind == "title" for cell in cells):
            titled += named
            if not found.titles:
                found.titles.append(_whole_title(block.text, cells))
        else:
            found.companies += named
            likely += [cell.text for cell in cells[:1] if cell.kind == "likely"]
        found.places += [place for cell in cells if cell.kind == "place" for place in _several(cell.text)]
        if not found.places and found.companies and _is_town_line(block, cells):
            found.places += _several(cells[0].text)  # a name on a line below the employer's
        above = any(cell.kind == "title" for cell in cells)
    if likely and not (found.titles or title):
        found.titles.append(likely.pop(0))
    found.companies += [*titled, *likely]
    return found


def _is_town_line(block: Block, cells: Sequence[Cell]) -> bool:
    """Whether a line is a bare name that can be that of a town: no figures, no shouting."""
    plain = not any(letter.isdigit() for letter in block.text) and not block.text.isupper()
    return plain and [cell.kind for cell in cells] == ["name"]


def _lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """The first lines up to the first heading of a list or the first paragraph."""
    for block in blocks[:_LINES]:
        text = block.text.strip()
        heading = classify(text, marked=block.kind == "heading")
        if heading is not None and (heading.is_list or heading.aside):
            return
        if len(text.split()) > _MOST_WORDS or _SENTENCE.search(text):
            return
        if block.kind != "item" and label_of(text) is None:
            yield block


def _cells(line: str, title: tuple[str, ...]) -> tuple[Cell, ...]:
    """A line as its cells, those of unclear kind judged by their neighbours."""
    cells: list[Cell] = []
    at, company = 0, False
    hidden = _BRACKETS.sub(lambda found: "x" * len(found.group()), line)  # a dash inside brackets parts nothing
    for found in [*_PARTS.finditer(hidden), None]:
        text = trim(line[at : found.start() if found else len(line)])
        if text and company and any(cell.kind == "title" for cell in cells):
            cells.append(Cell(text=text.split(",")[0], kind="employer"))
        elif text:
            cells += _commas(text, title)
        at, company = (found.end(), bool(found.group("at"))) if found else (at, False)
    return tuple(_settled(cells))


def _settled(cells: Sequence[Cell]) -> Iterator[Cell]:
    """Cells with plain names told by their neighbours: a name before a place is a company, behind one a place."""
    kinds = [cell.kind for cell in cells]
    for place, cell in enumerate(cells):
        if cell.kind == "employer":
            yield Cell(text=cell.text, kind="company")
        elif cell.kind == "company" and "title" in kinds and not has_form(cell.text):
            yield Cell(text=cell.text, kind="name")
        elif cell.kind not in {"name", ""}:
            yield cell
        elif cell.kind == "name" and "company" in kinds[:place]:
            yield Cell(text=cell.text, kind="place")
        elif place == 0 and not {"company", "place"}.isdisjoint(kinds[1:]) and "title" not in kinds:
            yield Cell(text=cell.text, kind="likely")
        else:
            yield cell


def _commas(text: str, title: tuple[str, ...]) -> Iterator[Cell]:
    """A cell at its commas where they part what is of different kinds: "Fundraiser, Hill Hospice, Leeds"."""
    head, comma, tail = (part.strip() for part in text.partition(","))
    whole, first, rest = kind_of(text, title), kind_of(head, title), kind_of(tail, ())
    if not comma:
        yield Cell(text=text, kind=whole)
    elif first == "name" and _is_town(tail):
        yield from (Cell(text=head, kind="employer"), Cell(text=tail, kind="place"))
    elif first in {"company", "title"} or (first == "name" and (has_region(tail) or rest == "company")):
        yield from _parted(Cell(text=head, kind=first), tail)
    else:
        yield Cell(text=text, kind=whole)


def _name_and_town(line: str) -> tuple[Cell, ...]:
    """A line of two names below the title, as employers without a telling word are named: "Parcelmint, Leeds"."""
    names = [part.strip() for part in _BRACKETS.sub("", line).split(",")]
    if len(names) != _PAIR or not all(map(is_name, names)) or len(names[-1].split()) > _MOST_TOWN_WORDS:
        return ()
    if is_region(names[-1]) or any(kind_of(name, ()) not in {"name", "company"} for name in names):
        return ()
    return (Cell(text=names[0], kind="company"), Cell(text=names[1], kind="place"))


def _is_town(text: str) -> bool:
    """Whether a text is a town with its region, "Halifax NS", and not two regions, "Illinois, USA"."""
    first = re.split(r",\s*|\s+(?=[A-Z]{2,3}\Z)", text)[0]
    return has_region(text) and not is_region(first)


def _parted(head: Cell, tail: str) -> Iterator[Cell]:
    """A title or company and what stands behind its comma; a title keeps what is of no other kind."""
    rest = list(_commas(tail, ()))
    kinds = {cell.kind for cell in rest}
    if head.kind == "title" and kinds.isdisjoint({"company", "place", "fact"}):
        yield Cell(text=f"{head.text}, {tail}", kind="title")
    elif head.kind == "title":
        yield head
        yield from rest
    elif head.kind == "name" and kinds <= {"company", "name"}:
        yield head
        yield Cell(text=tail, kind="company")
    elif head.kind == "name":
        yield head
        yield from rest
    else:
        yield head
        yield Cell(text=tail, kind="place") if kinds <= {"name", "place"} else Cell(text=tail, kind="")


def _whole_title(line: str, cells: Sequence[Cell]) -> str:
    """A title with the cells behind it that are of no other kind: "Lead – IT Operations" is one title."""
    start = next(place for place, cell in enumerate(cells) if cell.kind == "title")
    end = start
    while end + 1 < len(cells) and cells[end + 1].kind in {"title", "name", ""}:
        end += 1
    begin = line.find(cells[start].text)
    return line[begin : line.find(cells[end].text, begin) + len(cells[end].text)]


def _several(text: str) -> list[str]:
    """The places of a cell: "Boise ID or Spokane WA" is two."""
    joined = pattern("cues.yaml", "joints", "or").sub("/", text)
    return [place for place in map(trim, re.split(r"\s*/\s*", joined)) if place]
