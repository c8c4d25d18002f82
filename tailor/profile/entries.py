"""Jobs, voluntary posts, studies and projects of a validated shape into entries, each bullet with its path."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tailor.model.detail import Detail
from tailor.model.periods import newest_first, whole_span
from tailor.model.profile import Bullet, Entry, EntrySection
from tailor.profile.details import post_details, study_details

if TYPE_CHECKING:
    from tailor.profile import shape
    from tailor.profile.shape_basics import PlaceShape

_OF_THE_EMPLOYER = ("name", "organization", "url")


def entries(read: "shape.ProfileShape") -> Iterator[Entry]:
    """A validated file into its entries, section by section, in the author's order."""
    for index, job in enumerate(read.work or []):
        yield from _posts(_entry("work", index, job, name=job.name, position=job.position), job)
    for index, pause in enumerate(read.breaks or []):
        yield Entry(
            path=f"breaks[{index}]",
            section="breaks",
            name="",
            position=pause.text,
            start=pause.start_date,
            end=pause.end_date,
            tags=texts(pause.tags),
        )
    for index, post in enumerate(read.volunteer or []):
        yield from _posts(_entry("volunteer", index, post, name=post.organization, position=post.position), post)
    for index, study in enumerate(read.education or []):
        whole = _entry(
            "education",
            index,
            study,
            name=study.institution,
            study_type=study.study_type,
            area=study.area,
            score=study.score,
            courses=texts(study.courses),
        )
        yield replace(whole, details=study_details(whole.path, study))
    for index, project in enumerate(read.projects or []):
        yield _entry("projects", index, project, name=project.name, position=", ".join(texts(project.roles)))


def texts(values: Iterable[str] | None) -> tuple[str, ...]:
    """The values that say something."""
    return tuple(value for value in values or () if value)


def place_line(place: "PlaceShape | None") -> str:
    """A place as one printed line: town and region; the street stays out, the country is its own field."""
    if place is None:
        return ""
    return ", ".join(texts([place.city or "", place.region or ""])) or place.address or ""


def _entry(
    section: EntrySection,
    index: int,
    read: "shape.EntryShape",
    *,
    courses: tuple[str, ...] = (),
    **fields: str | None,
) -> Entry:
    path = f"{section}[{index}]"
    said: dict[str, Any] = {key: text or "" for key, text in fields.items()}
    return Entry(
        path=path,
        section=section,
        location=place_line(read.location),
        url=read.url or "",
        start=read.start_date,
        end=read.end_date,
        summary=read.summary or "",
        description=read.description or "",
        courses=courses,
        keywords=texts(read.keywords),
        tags=texts(read.tags),
        bullets=_bullets(path, read.highlights),
        **said,
    )


def _posts(block: Entry, read: "shape.WorkShape | shape.VolunteerShape") -> Iterator[Entry]:
    """An employer's block into one entry, or into one for each of its positions where these have bullets."""
    whole = replace(block, details=post_details(block.path, read))
    held = [_position(whole, index, one) for index, one in enumerate(read.positions or [])]
    ordered = newest_first(held)
    if any(one.bullets for one in held):
        yield from (_with_rest(one, whole) if one is ordered[0] else one for one in held)
    elif held:
        newest, (start, end) = ordered[0], whole_span(held)
        place = newest.location
        yield replace(whole, position=newest.position, location=place, start=start, end=end, titles=ordered)
    else:
        yield whole


def _position(whole: Entry, index: int, read: "shape.PositionShape") -> Entry:
    """A position as an entry of its own; what it does not say itself is the employer's."""
    path = f"{whole.path}.positions[{index}]"
    place = place_line(read.location)
    return Entry(
        path=path,
        section=whole.section,
        name=whole.name,
        employer=whole.path,
        inherited=_OF_THE_EMPLOYER if place else (*_OF_THE_EMPLOYER, "location"),
        position=read.position,
        location=place or whole.location,
        url=whole.url,
        start=read.start_date,
        end=read.end_date,
        summary=read.summary or "",
        tags=whole.tags,
        bullets=_bullets(path, read.highlights),
        details=post_details(path, read),
    )


def _with_rest(newest: Entry, whole: Entry) -> Entry:
    """The newest position with what its employer's block says once for all: words about it, and for finding it."""
    rest = ("description", "keywords") if newest.summary else ("summary", "description", "keywords")
    return replace(
        newest,
        inherited=(*newest.inherited, *rest),
        summary=" ".join(texts((newest.summary, whole.summary))),
        description=whole.description,
        keywords=whole.keywords,
        details=(*newest.details, *_rest(newest, whole)),
    )


def _rest(newest: Entry, whole: Entry) -> tuple[Detail, ...]:
    """The details that only the employer's block says."""
    own = {one.name for one in newest.details}
    return tuple(one for one in whole.details if one.name not in own)


def _bullets(path: str, read: "list[shape.HighlightShape] | None") -> tuple[Bullet, ...]:
    return tuple(_bullet(f"{path}.highlights[{number}]", one) for number, one in enumerate(read or []))


def _bullet(path: str, read: "shape.HighlightShape") -> Bullet:
    return Bullet(
        path=path,
        id=read.id or path,
        text=read.text,
        variants=texts(read.variants),
        skills=texts(read.skills),
        tags=texts(read.tags),
        private=bool(read.private),
        pin=bool(read.pin),
    )
