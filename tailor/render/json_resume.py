"""A plan into JSON Resume 1.0.0: what the resume prints, under the names that other software knows."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import quote

from tailor.model.plan import EARLIER, WORK_SECTIONS, Plan, PlannedEntry
from tailor.model.profile import Basics, Credential, Date, Entry, Link, Listed
from tailor.render.text import clean, safe_link

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

_JOBS = ("work", *WORK_SECTIONS)
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\\\"]+@[\w-]+(?:\.[\w-]+)+")
_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
_NAMES = {"volunteer": "organization", "education": "institution"}
"""What the standard calls an entry's name, where that is not `name`."""

Values = dict[str, Any]


def json_resume(plan: Plan) -> str:
    """A plan into JSON Resume: the chosen lines in print order, dates in ISO form, nothing that is not printed.

    Licences stand among the certificates, for which the standard has a place, with the keys `region`, `number` and
    `expires`; of several titles at one employer each is an entry.
    """
    values: Values = {"$schema": SCHEMA, "basics": _basics(plan)}
    for name in plan.sections:
        key = "work" if name in _JOBS else "certificates" if name == "credentials" else name
        if key in _SECTIONS and (found := _items(_SECTIONS[key](plan, name))):
            values[key] = [*values.get(key, ()), *found]
    return json.dumps({**values, "meta": {"version": "v1.0.0"}}, ensure_ascii=False, indent=2) + "\n"


def _basics(plan: Plan) -> Values:
    basics = plan.profile.basics
    email = clean(basics.email)
    return _said(
        {
            "name": clean(basics.name),
            "label": clean(plan.headline),
            "email": email if _EMAIL.fullmatch(email) else "",
            "phone": clean(basics.phone),
            "url": _address(basics.url),
            "summary": clean(plan.summary) if "summary" in plan.sections else "",
            "location": _said(_place(basics)),
            "profiles": _items(_page(link) for link in basics.links),
        }
    )


def _place(basics: Basics) -> Values:
    place, region = clean(basics.location), clean(basics.region)
    city = place.removesuffix(region).removesuffix(", ") if region else place
    return {"city": city, "region": region if place.endswith(region) else ""}


def _page(link: Link) -> Values:
    return {"network": clean(link.network), "username": clean(link.username), "url": _address(link.url)}


def _entries(plan: Plan, name: str) -> Iterator[Values]:
    """The printed entries of a section; the lines of an employer with several titles stand with the newest."""
    for planned in plan.section(name):
        first, *earlier = planned.entry.held
        yield {**_post(first, planned), **_more(planned)}
        yield from (_post(one, planned) for one in earlier)


def _post(entry: Entry, planned: PlannedEntry) -> Values:
    """One title, with what its place and dates are."""
    brief = planned.section == EARLIER
    study = entry.section == "education"
    return {
        _NAMES.get(entry.section, "name"): clean(entry.name),
        **({"area": clean(entry.area), "studyType": clean(entry.study_type)} if study else {}),
        **({} if study or entry.section == "projects" else {"position": clean(entry.position)}),
        "location": "" if brief else clean(entry.location),
        "url": "" if brief else _address(entry.url),
        "startDate": _month(entry.start),
        "endDate": _month(entry.end),
    }


def _more(planned: PlannedEntry) -> Values:
    """What stands once for an entry: its chosen lines, and what its section prints beside them."""
    entry = planned.entry
    more: Values = {}
    if entry.section == "education":
        more = {"score": clean(entry.score), "courses": _texts(entry.courses)}
    if entry.section == "projects":
        more = {"description": clean(entry.description), "roles": _texts(entry.position.split(", "))}
    return {**more, "highlights": _texts(line.text for line in planned.lines)}


def _skills(plan: Plan, _: str) -> Iterator[Values]:
    for line in plan.skills:
        if line.terms:
            yield {"name": clean(line.name), "keywords": _texts(term.text for term in line.terms)}


def _languages(plan: Plan, _: str) -> Iterator[Values]:
    return ({"language": clean(one.name), "fluency": clean(one.fluency)} for one in plan.languages)


def _credentials(plan: Plan, _: str) -> Iterator[Values]:
    return (_credential(one) for one in plan.credentials)


def _credential(one: Credential) -> Values:
    return {
        "name": clean(one.name),
        "issuer": clean(one.issuer),
        "region": clean(one.region),
        "number": clean(one.number),
        "date": _iso(one.date),
        "expires": _iso(one.expires),
        "url": _address(one.url),
    }


def _listed(plan: Plan, name: str) -> Iterator[Values]:
    return (_LISTED[name](one) for one in plan.listed if one.section == name)


def _award(one: Listed) -> Values:
    return {"title": clean(one.title), "awarder": clean(one.by), "date": _iso(one.date), **_about(one)}


def _publication(one: Listed) -> Values:
    return {"name": clean(one.title), "publisher": clean(one.by), "releaseDate": _iso(one.date), **_about(one)}


def _about(one: Listed) -> Values:
    return {"url": _address(one.url), "summary": clean(one.summary)}


def _interest(one: Listed) -> Values:
    return {"name": clean(one.title), "keywords": _texts(one.keywords)}


_LISTED: dict[str, Callable[[Listed], Values]] = {
    "awards": _award,
    "publications": _publication,
    "interests": _interest,
}
_SECTIONS: dict[str, Callable[[Plan, str], Iterator[Values]]] = {
    **dict.fromkeys(("work", "volunteer", "education", "projects"), _entries),
    **dict.fromkeys(_LISTED, _listed),
    "skills": _skills,
    "languages": _languages,
    "certificates": _credentials,
}


def _said(values: Values) -> Values:
    """Values without those that say nothing."""
    return {key: value for key, value in values.items() if value}


def _items(items: Iterable[Values]) -> list[Values]:
    return [said for said in map(_said, items) if said]


def _texts(texts: Iterable[str]) -> list[str]:
    return [text for text in map(clean, texts) if text]


def _month(date: Date | None) -> str:
    """When something began or ended: like the page, no nearer than a month."""
    return str(Date(year=date.year, month=date.month)) if date else ""


def _iso(date: Date | None) -> str:
    return str(date) if date else ""


def _address(url: str) -> str:
    """A link that the page has, as the standard wants it: an absolute address in ASCII."""
    return quote(safe_link(url), safe=_IN_ADDRESSES)
