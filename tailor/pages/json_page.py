"""JSON answers of job sites -> pages: a JobPosting object, or any object with a text and a title inside."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tailor.errors import fault
from tailor.model.text import Page, Stated
from tailor.pages import json_text, jsonld
from tailor.pages.blocks import Piece, lay_out, to_blocks
from tailor.pages.decoding import clean, unescape
from tailor.pages.html_page import hidden_in, page_of_job
from tailor.pages.markup import text_to_pieces

# Field names as the answers of Greenhouse, Lever, Ashby, JSearch, Google Jobs and France Travail write them;
# paths by dots, the first that holds a text counts.
_TEXTS = (
    "full_description",
    "description", "content", "descriptionHtml", "job_description", "descriptionPlain", "jobDescription",
    "body", "html",
    "jobDescriptionText", "fullDescription", "text_description", "description_html", "summary", "text",
)  # fmt: skip
_FACTS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "job_title", "jobTitle", "intitule", "position", "text", "name", "positionName", "role",
    "headline",
    "full_title"),
    "company": (
        "company_name", "companyName", "employer_name", "hiringOrganization", "company", "entreprise.nom",
        "organization",
        "employer", "organisation", "legal", "org", "account.name", "companyInfo.name",
    ),
    "location": (
        "job_location", "location.location_str",
        "location", "locations", "places", "lieuTravail.libelle", "categories.location", "job_city", "city",
        "jobLocation", "candidate_required_location",
    ),
    "employment_type": (
        "employmentType", "employment_type", "job_employment_type", "job_type", "jobType", "categories.commitment",
        "typeContratLibelle", "contract_type", "contractType",
    ),
    "employment_type_guess": ("metadata.scheduleType", "detected_extensions.schedule_type"),
    "remote": ("jobLocationType", "workplaceType", "categories.workplaceType", "remote_policy", "workplace_type"),
    "salary_text": ("salaire.libelle", "salary", "compensation.compensationTierSummary", "salary_range",
    "salaryRange", "money", "pay", "remuneration"),
    "date_posted": (
        "datePosted", "first_published", "job_posted_at_datetime_utc", "dateCreation", "publishedAt",
        "date_posted",
        "created_at", "publication_date", "posted_at", "live", "releasedDate",
    ),
    "valid_through": ("validThrough", "application_deadline", "job_offer_expiration_datetime_utc",
    "expires_at", "deadline", "close", "closing_date", "closingDate"),
    "url": ("absolute_url", "hostedUrl", "jobUrl", "url", "job_apply_link", "link", "origineOffre.urlOrigine",
    "apply_url"),
}  # fmt: skip
_REGION = {"job_city": "job_state", "city": "state"}
_TELECOMMUTE = ("job_is_remote", "isRemote", "remote", "is_remote", "telecommuting")
_PAY = {
    "salary_min": ("job_min_salary", "salaryRange.min", "salary_min", "min_salary"),
    "salary_max": ("job_max_salary", "salaryRange.max", "salary_max", "max_salary"),
    "salary_currency": ("job_salary_currency", "salaryRange.currency", "salary_currency"),
    "salary_period": ("job_salary_period", "salaryRange.interval", "salary_period"),
}
# Shorter texts are labels, not adverts.
_SHORTEST_TEXT = 80
_DEEPEST = 6


def read_json(text: str, name: str) -> tuple[Page, ...]:
    """JSON text into one page per posting in it.

    Raises InputError when it is broken or holds no posting's text.
    """
    try:
        values = _values(text)
    except (json.JSONDecodeError, RecursionError) as problem:
        raise fault(
            name, f"this looks like JSON and cannot be read: {problem}", "save the posting again"
        ) from None
    named = jsonld.by_identity(values)
    jobs = [jsonld.resolved(job, named) for value in values for job in jsonld.job_postings(value)]
    if jobs:
        return _numbered([page_of_job(job, name, "JSON-LD") for job in jobs])
    answers = [answer for value in values for answer in _answers(value)]
    if answers:
        return _numbered([_page(answer, name) for answer in answers])
    pages = [_scattered(value, name) for value in values]
    if not any(len(page.text) >= _SHORTEST_TEXT for page in pages):
        raise fault(
            name, "this JSON holds no posting's text", "a description of at most a few words is not enough"
        )
    return _numbered(pages)


def is_json(text: str) -> bool:
    """Whether a text is meant to be JSON, or JSON lines."""
    head = text.lstrip()[:200]
    return (head[:1] == "{" and '"' in head) or (head[:1] == "[" and head[1:].lstrip()[:1] in {"{", "["})


def _values(text: str) -> list[object]:
    """One value, or one per line of a JSON-lines file."""
    try:
        return [jsonld.load(text)]
    except json.JSONDecodeError:
        rows = [row for row in text.splitlines() if row.strip()]
        if len(rows) < 2:  # noqa: PLR2004 - one line is one value
            raise
        return [jsonld.load(row) for row in rows]


def _numbered(pages: list[Page]) -> tuple[Page, ...]:
    """Several pages of one file are told apart by a number behind its name."""
    if len(pages) == 1:
        return tuple(pages)
    return tuple(replace(page, source=f"{page.source}#{number}") for number, page in enumerate(pages, start=1))


def _answers(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object that holds an advert's text, outermost first."""
    if isinstance(value, dict):
        if _text_field(value):
            yield value
            return
        if depth < _DEEPEST:
            for inner in value.values():
                yield from _answers(inner, depth + 1)
    elif isinstance(value, list) and depth < _DEEPEST:
        for inner in value:
            yield from _answers(inner, depth + 1)


def _text_field(answer: Mapping[str, Any]) -> str:
    for field in _TEXTS:
        if isinstance(value := answer.get(field), str) and len(value) >= _SHORTEST_TEXT:
            return field
    return ""


def _page(answer: Mapping[str, Any], name: str) -> Page:
    field = _text_field(answer)
    text, lines = lay_out(_pieces(answer, field))
    return Page(
        source=name,
        format="JSON",
        decided=f"the text of the field {field}, and the facts of the fields beside it",
        text=text,
        blocks=to_blocks(lines),
        stated=tuple(_stated(answer, field)),
        doubts=hidden_in(unescape(clean(str(answer[field])))),
    )


def _scattered(value: object, name: str) -> Page:
    """A value whose text stands in many fields, none of them the advert's."""
    text, lines = lay_out(json_text.scattered(value))
    stated = tuple(_stated(flat, "") if (flat := _flat(value)) else ())
    return Page(
        source=name,
        format="JSON",
        decided="the texts of all fields: none of them holds the advert alone",
        text=text,
        blocks=to_blocks(lines),
        stated=stated,
    )


def _flat(value: object, depth: int = 0) -> dict[str, Any]:
    """The fields of all objects inside, the outermost first where two have one name."""
    if not isinstance(value, dict) or depth > _DEEPEST:
        return {}
    flat = dict(value)
    for inner in value.values():
        for key, found in _flat(inner, depth + 1).items():
            flat.setdefault(key, found)
    return flat


def _pieces(answer: Mapping[str, Any], field: str) -> Iterator[Piece]:
    main = list(text_to_pieces(unescape(clean(str(answer[field])))))
    for part in answer.get("lists") or ():  # Lever: sections beside the description
        if isinstance(part, dict):
            main.append(Piece(text=jsonld.text_of(part.get("text")), kind="heading", level=3))
            main += text_to_pieces(unescape(clean(jsonld.text_of(part.get("content")))))
    if isinstance(added := answer.get("additional"), str):
        main += text_to_pieces(unescape(clean(added)))
    yield from main
    yield from json_text.beside(answer, field, jsonld.bare(" ".join(piece.text for piece in main)))


def _stated(answer: Mapping[str, Any], field: str) -> Iterator[Stated]:
    for fact, paths in _FACTS.items():
        for path in paths:
            value = _value(answer, path) if path != field else ""
            if value and len(value) < 300:  # noqa: PLR2004 - a fact is a phrase
                yield Stated(name=fact, value=value, source=f"field {path}")
                break
    if any(answer.get(key) is True for key in _TELECOMMUTE):
        yield Stated(name="remote", value="TELECOMMUTE", source="field of the answer")
    pay = [
        (fact, next(filter(None, (_value(answer, path) for path in paths)), "")) for fact, paths in _PAY.items()
    ]
    if pay[0][1] or pay[1][1]:
        yield from (Stated(name=fact, value=value, source="fields of the answer") for fact, value in pay if value)


def _value(answer: Mapping[str, Any], path: str) -> str:
    value: object = answer
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    text = jsonld.text_of(value)
    if text and path in _REGION:
        region = jsonld.text_of(answer.get(_REGION[path]))
        return f"{text}, {region}" if region else text
    return text
