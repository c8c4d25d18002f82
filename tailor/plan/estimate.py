"""Heights from characters, for machines without a layout engine: rough, and the fit says that it is."""

from math import ceil

from tailor.model.detail import said
from tailor.model.plan import EARLIER, Heights, Plan, by_employer
from tailor.model.profile import Entry

# A page of 10.5 pt text with usual margins: lines of about 95 characters, 15 px high, 930 px of them.
_LINE = 15.0
_CHARACTERS = 95
_PAGE = 930.0

# Lines that heads take, counted on usual one-column resumes.
_HEADER = 4.0
_HEADING = 1.8
_ENTRY = 2.4
_EMPLOYER = 1.0


def estimated(plan: Plan) -> Heights:
    """A plan into heights by element id, in CSS px, as a measure would give them."""
    found = {"header": _HEADER * _LINE, "summary": _height(plan.summary)}
    found |= {f"section:{name}": _HEADING * _LINE for name in plan.sections}
    for planned in plan.entries:
        found |= _head(planned.entry, plan.details)
        found |= {line.path: _height(line.text) for line in planned.lines}
    for group in plan.skills:
        found[group.path] = _height(group.name + ", ".join(term.text for term in group.terms))
    found["languages"] = _height(", ".join(one.name + one.fluency for one in plan.languages))
    found["credentials"] = _LINE * len(plan.credentials)
    found |= {item.path: _height(f"{item.title} {item.by} {item.summary}") for item in plan.listed}
    return Heights(page=_PAGE, elements=found)


def total(plan: Plan, heights: Heights) -> float:
    """The height of a plan: all its elements, one under the other."""
    return sum(heights.elements.get(element, 0.0) for element in elements(plan))


def elements(plan: Plan) -> tuple[str, ...]:
    """The ids of everything a plan prints, in the plan's order."""
    found = ["header", *(f"section:{name}" for name in plan.sections)]
    found += [name for name in ("summary", "languages", "credentials") if name in plan.sections]
    for group in by_employer(plan.entries):
        first = group[0]
        if first.entry.employer and first.section != EARLIER:
            found.append(first.entry.employer)
            found += [noted(first.entry.path)] if said(first.entry.details, plan.details) else []
        for planned in group:
            found += [planned.entry.path, *(line.path for line in planned.lines)]
    found += [one.path for one in plan.skills if "skills" in plan.sections]
    return (*found, *(item.path for item in plan.listed))


def noted(path: str) -> str:
    """The id of what stands under an employer's line about the first of its positions, outside its head."""
    return f"{path}:notes"


def _head(entry: Entry, details: tuple[str, ...]) -> dict[str, float]:
    """The head of an entry with the kind's details; the employer of several positions is a line of its own."""
    notes = sum(bool(said(one.details, details)) for one in (entry, *entry.titles))
    if entry.employer:
        return {entry.path: (_ENTRY - _EMPLOYER + notes) * _LINE, entry.employer: _EMPLOYER * _LINE}
    return {entry.path: (_ENTRY + len(entry.held) - 1 + notes) * _LINE}


def _height(text: str) -> float:
    return ceil(len(text) / _CHARACTERS) * _LINE
