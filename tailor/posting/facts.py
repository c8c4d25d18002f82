"""Markup and text -> the facts of a posting: markup names the job, the text tells what it asks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tailor.model.posting import Facts, Item, Remote, Salary
from tailor.model.text import Page, Stated
from tailor.posting.captions import captioned_company, captioned_title
from tailor.posting.cells import names_job
from tailor.posting.contacts import address_of, contact_of, is_agency
from tailor.posting.dates import iso_date
from tailor.posting.deadlines import date_in_text
from tailor.posting.demands import education, education_stated, min_years
from tailor.posting.labels import labelled_values
from tailor.posting.language import language_of
from tailor.posting.masthead import Masthead, read_masthead
from tailor.posting.patterns import pattern, spoken
from tailor.posting.places import clean_places, has_region, home_currency, places_in_header, places_in_text
from tailor.posting.salary import salary_in, salary_stated
from tailor.posting.titles import (
    clean_title,
    company_in_text,
    header_cells,
    header_parts,
    title_in_text,
    without_town,
)
from tailor.posting.workplace import employment_in_text, employment_of_values, remote_in_text, remote_of_values

_FILE = "facts.yaml"
# A sign of money that several countries share, and a date whose day and month only the country tells apart.
_DOLLARS, _FIGURES = re.compile(r"[$]|\br ?\d", re.IGNORECASE), re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")
_HEADER_BLOCKS = 8
# A title or a part of a header line; longer ones are sentences.
_CELL_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What the facts are read from: markup by name, labels by fact, and the blocks' texts."""

    page: Page
    stated: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, tuple[str, ...]]
    texts: tuple[str, ...]
    masthead: Masthead

    @property
    def header(self) -> tuple[str, ...]:
        """The first lines, and their parts where bars part them: "Northwind | Baker | Salem, OR"."""
        return (*header_cells(self.page.blocks), *self.texts[:_HEADER_BLOCKS])

    def markup(self, name: str) -> tuple[str, ...]:
        """The values that markup states for a fact."""
        return self.stated.get(name, ())

    def label(self, name: str) -> tuple[str, ...]:
        """The values behind a fact's labels in the text."""
        return self.labels.get(name, ())

    def first(self, name: str) -> str:
        """The first value of markup, else of a label, else nothing."""
        return next(iter((*self.markup(name), *self.label(name))), "")


def read_facts(page: Page, items: Sequence[Item], splits: Sequence[int] = ()) -> Facts:
    """A page and its items into the job's facts; what nobody states is None, empty or "unstated".

    `splits` are the places of lines that part alternative paths ("OR").
    """
    evidence = _gather(page)
    title = _title(evidence)
    facts = {
        "title": title,
        "company": _company(evidence, title),
        "locations": _places(evidence),
        "remote": _remote(evidence),
        "employment_type": _employment(evidence),
        "salary": _salary(evidence),
        "min_years": _years(evidence, items, splits),
        "education": _education(evidence, items),
        "date_posted": _day(evidence, "date_posted"),
        "valid_through": _day(evidence, "valid_through"),
        "url": evidence.first("url") or None,
    }
    company = facts["company"]
    return Facts(
        **facts,  # type: ignore[arg-type]  # one value per field, each of its type
        language=language_of(page.text),
        agency=company if isinstance(company, str) and is_agency(evidence.texts) else None,
        contact=contact_of(evidence.labels, evidence.texts),
        apply_to=address_of(evidence.texts),
        sources=tuple(_sources(facts, evidence)),
    )


def _gather(page: Page) -> _Evidence:
    stated: dict[str, list[str]] = {}
    for fact in page.stated:
        stated.setdefault(fact.name, []).append(fact.value)
    return _Evidence(
        page=page,
        stated={name: tuple(values) for name, values in stated.items()},
        labels=labelled_values(page.blocks),
        texts=tuple(block.text for block in page.blocks),
        masthead=read_masthead(page.blocks, " ".join(stated.get("title", [])[:1])),
    )


def _title(evidence: _Evidence) -> str | None:
    own = next(iter(evidence.masthead.titles), "")
    found = evidence.first("title") or _header_title(evidence) or own
    if not names_job(found):
        found = captioned_title(evidence.markup("caption")) or found
    stated = found or title_in_text(evidence.page.blocks)
    return without_town(clean_title(stated), _stated_places(evidence), evidence.texts)[0] or None


def _stated_places(evidence: _Evidence) -> tuple[str, ...]:
    return clean_places(evidence.markup("location")) or clean_places(evidence.label("location"))


def _header_title(evidence: _Evidence) -> str:
    """The title of a header "Northwind | Baker | Salem | Full-time", in which places are sure."""
    sure = header_parts(evidence.page.blocks) and not names_job(header_parts(evidence.page.blocks)[0])
    return title_in_text(evidence.page.blocks) if sure else ""


def _company(evidence: _Evidence, title: str | None) -> str | None:
    if stated := evidence.first("company").strip():
        return _without_place(stated)[0]
    parts = header_parts(evidence.page.blocks)
    if parts and not names_job(parts[0]):
        return company_in_text(evidence.page.blocks, title or "") or None
    own = next(iter(evidence.masthead.companies), "")
    own = own or captioned_company(evidence.markup("caption"), evidence.texts, title or "")
    return own or company_in_text(evidence.page.blocks, title or "") or None


def _without_place(name: str) -> tuple[str, str]:
    """An employer's name and the place behind its comma: "Calderbeck Academy, Brighouse, West Yorkshire"."""
    head, _, tail = name.partition(", ")
    return (head, tail) if "," in tail and has_region(tail) else (name, "")


def _places(evidence: _Evidence) -> tuple[str, ...]:
    named = _stated_places(evidence)
    lines = [line for line in evidence.header if not names_job(line.split(",")[0])]  # "Head of Sales, IT"
    header = places_in_header(lines) or clean_places(evidence.masthead.places)
    header = header or clean_places([_without_place(evidence.first("company"))[1]])
    titled = without_town(next(iter(evidence.masthead.titles), ""), (), evidence.texts)[1]
    return named or header or clean_places([titled]) or places_in_text(evidence.texts)


def _remote(evidence: _Evidence) -> Remote:
    """Markup first, then the title and the labels, then the running text."""
    places = [*evidence.markup("location"), *evidence.label("location")]
    cells = [cell for cell in header_cells(evidence.page.blocks) if len(cell.split()) <= _CELL_WORDS]
    header = [*evidence.label("remote"), *places, *evidence.markup("title"), *cells]
    texts = [*evidence.markup("title"), *evidence.texts]
    for policy in (remote_of_values(evidence.markup("remote")), remote_of_values(header), remote_in_text(texts)):
        if policy != "unstated":
            return policy
    return "unstated"


def _employment(evidence: _Evidence) -> str | None:
    """Markup, then labels, then text; an aggregator's guess comes last."""
    return (
        employment_of_values(evidence.markup("employment_type"))
        or employment_of_values(evidence.label("employment_type"))
        or employment_of_values(header_parts(evidence.page.blocks))
        or employment_in_text(evidence.texts)
        or employment_of_values(evidence.markup("employment_type_guess"))
    )


def _day(evidence: _Evidence, fact: str) -> str | None:
    """A date as markup or a label states it, else as a sentence tells it."""
    ambiguous = any(_FIGURES.search(text) for text in (evidence.first(fact), *evidence.texts))
    day_first = _day_first(evidence.page.text, spoken()) if ambiguous else None
    stated = iso_date(evidence.first(fact), day_first=day_first)
    return stated or date_in_text(evidence.texts, fact, day_first=bool(day_first))


@lru_cache(maxsize=16)  # asked for each date of a page
def _day_first(text: str, _: tuple[str, ...]) -> bool | None:
    """A text and the languages it is read in -> whether its country writes the day first; None if unsaid."""
    american = bool(pattern(_FILE, "dates", "month_first").search(text))
    foreign = bool(home_currency((text,)) or pattern(_FILE, "dates", "day_first").search(text))
    return None if american == foreign else foreign


def _salary(evidence: _Evidence) -> Salary | None:
    home = home_currency((*_places(evidence), evidence.page.text)) if _DOLLARS.search(evidence.page.text) else ""
    flat = {name: values[0] for name, values in evidence.stated.items()}
    return (
        salary_stated(flat)
        or salary_in(evidence.markup("salary_text"), labelled_pay=True, home=home)
        or salary_in(evidence.label("salary"), labelled_pay=True, home=home)
        or salary_in(evidence.texts, labelled_pay=False, home=home)
    )


def _years(evidence: _Evidence, items: Sequence[Item], splits: Sequence[int]) -> int | None:
    """The text decides; markup counts months, and zero there means unknown."""
    said = min_years(items, splits)
    months = next(iter(evidence.markup("months_of_experience")), "")
    stated = int(float(months)) // 12 if months.replace(".", "", 1).isdigit() else 0
    return said if said is not None else stated or None


def _education(evidence: _Evidence, items: Sequence[Item]) -> str | None:
    said = education(items)
    return said or next(filter(None, map(education_stated, evidence.markup("education"))), None)


def _sources(facts: Mapping[str, object], evidence: _Evidence) -> Iterator[Stated]:
    """Where each stated fact comes from: markup where a field of it gave a value, else the text."""
    markup = {"salary": "salary_min", "min_years": "", "location": "location"}
    for name, value in facts.items():
        if value in (None, (), "unstated"):
            continue
        key = {"locations": "location"}.get(name, markup.get(name, name))
        source = next((fact.source for fact in evidence.page.stated if fact.name == key), "")
        yield Stated(name=name, value=_shown(value), source=f"markup: {source}" if source else "text")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, Salary):
        amounts = [f"{amount:g}" for amount in (value.minimum, value.maximum) if amount is not None]
        return " ".join(filter(None, ["–".join(amounts), value.currency, value.period and f"per {value.period}"]))
    return str(value)
