"""A JobPosting object of schema.org -> facts that the markup states, and the pieces of its text."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tailor.model.text import Stated
from tailor.pages.blocks import Piece
from tailor.pages.decoding import clean, unescape
from tailor.pages.markup import text_to_pieces

_SOURCE = "JobPosting markup"
# Fields that hold parts of the advert's text on some sites; a part that the description repeats is left out.
_PARTS = (
    "responsibilities",
    "qualifications",
    "skills",
    "experienceRequirements",
    "educationRequirements",
    "jobBenefits",
)
_DEEPEST = 8
_MONTH_FIELD = "monthsOfExperience"


def load(text: str) -> Any:  # noqa: ANN401 - JSON is of any shape
    """JSON text into values.

    Raw line breaks inside strings and trailing commas, as publishers write, are forgiven.
    """
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError:
        return json.loads(re.sub(r",(\s*[}\]])", r"\1", text), strict=False)


def job_postings(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every JobPosting in a value: the root, a list, `@graph`, `mainEntity`, or deeper."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if _is_posting(value):
            yield value
            return
        for inner in value.values():
            yield from job_postings(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from job_postings(inner, depth + 1)


def by_identity(value: object, depth: int = 0) -> dict[str, dict[str, Any]]:
    """Every object in a value that has an `@id` and says more, by that id."""
    if depth > _DEEPEST:
        return {}
    found: dict[str, dict[str, Any]] = {}
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        found |= by_identity(inner, depth + 1)
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and len(value) > 1:
        found.setdefault(value["@id"], value)
    return found


def resolved(job: dict[str, Any], named: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A job whose fields that only name an object elsewhere on the page hold that object."""
    return {
        key: named.get(value["@id"], value) if isinstance(value, dict) and set(value) == {"@id"} else value
        for key, value in job.items()
    }


def stated(job: dict[str, Any]) -> tuple[Stated, ...]:
    """The facts of a JobPosting.

    Title, company, location, remote, employment_type, salary_*, dates, url, education.
    """
    pairs = [("title", text_of(job.get("title"))), ("company", text_of(job.get("hiringOrganization")))]
    pairs += [("location", place) for place in _places(job.get("jobLocation"))]
    pairs += [("remote", text_of(job.get("jobLocationType")))]
    pairs += [("employment_type", kind) for kind in _texts(job.get("employmentType"))]
    pairs += _salary(job.get("baseSalary"))
    pairs += [("date_posted", text_of(job.get("datePosted"))), ("valid_through", text_of(job.get("validThrough")))]
    pairs += [("url", text_of(job.get("url")))]
    pairs += [("education", _field(job.get("educationRequirements"), "credentialCategory"))]
    pairs += [("months_of_experience", _field(job.get("experienceRequirements"), _MONTH_FIELD))]
    return tuple(Stated(name=name, value=value, source=_SOURCE) for name, value in pairs if value)


def described(job: dict[str, Any]) -> str:
    """The description of a JobPosting, unescaped."""
    return unescape(clean(text_of(job.get("description"))))


def pieces(job: dict[str, Any]) -> tuple[Piece, ...]:
    """The text of a JobPosting: its description, then the parts that other fields add to it."""
    found = list(text_to_pieces(described(job)))
    said = bare(" ".join(piece.text for piece in found))
    for name in _PARTS:
        part = unescape(clean("\n".join(_texts(job.get(name)))))
        added = text_to_pieces(part)
        words = bare(" ".join(piece.text for piece in added))
        if words and words not in said and " " in part.strip():
            label = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
            found += [Piece(text=label, kind="heading", level=2), *added]
    return tuple(found)


def text_of(value: object) -> str:
    """The text of a field that may be a text, a number, an object with a name, or a list of those."""
    if isinstance(value, str):
        return clean(unescape(value)).strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, list):
        return next(filter(None, map(text_of, value)), "")
    if isinstance(value, dict):
        return next(
            filter(
                None,
                (text_of(value.get(key)) for key in ("name", "nom", "label", "libelle", "location_str", "@value")),
            ),
            "",
        )
    return ""


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for text in map(text_of, values) if text]


def _is_posting(value: dict[str, Any]) -> bool:
    kinds = value.get("@type")
    return any(
        str(kind).rpartition("/")[2] == "JobPosting" for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _field(value: object, name: str) -> str:
    for inner in value if isinstance(value, list) else [value]:
        if isinstance(inner, dict) and text_of(inner.get(name)):
            return text_of(inner.get(name))
    return ""


def _places(value: object) -> list[str]:
    """Places as "town, region" or "town, country".

    Names win where one address is copied to places of many names.
    """
    places = [place for place in (value if isinstance(value, list) else [value]) if place]
    addresses = [_address(place) for place in places]
    names = [text_of(place) for place in places]
    copied = len(set(addresses)) == 1 and len(set(names)) > 1 and all(names)
    chosen = names if copied else [address or name for address, name in zip(addresses, names, strict=True)]
    return list(dict.fromkeys(filter(None, chosen)))


def _address(place: object) -> str:
    address = place.get("address") if isinstance(place, dict) else None
    if isinstance(address, str):
        return clean(address).strip()
    if isinstance(address, list):
        address = address[0] if address else None
    if not isinstance(address, dict):
        return ""
    town, region, country = (text_of(address.get(f"address{part}")) for part in ("Locality", "Region", "Country"))
    if town and "," in town:
        return town
    parts = [town, region] if town and region else [town or region, country]
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _salary(value: object) -> list[tuple[str, str]]:
    base = value[0] if isinstance(value, list) and value else value
    if not isinstance(base, dict):
        return []
    amount = base.get("value")
    inner = amount if isinstance(amount, dict) else {"value": amount}
    low = text_of(inner.get("minValue")) or text_of(inner.get("value")) or text_of(base.get("minValue"))
    high = text_of(inner.get("maxValue")) or text_of(base.get("maxValue"))
    currency = text_of(base.get("currency")) or text_of(inner.get("currency"))
    period = text_of(inner.get("unitText")) or text_of(base.get("unitText"))
    pairs = [("salary_min", low), ("salary_max", high)]
    return [*pairs, ("salary_currency", currency), ("salary_period", period)] if low or high else []


def bare(text: str) -> str:
    """A text's words alone, to compare by."""
    return re.sub(r"\W+", " ", text).casefold().strip()
