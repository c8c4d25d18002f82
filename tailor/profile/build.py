"""A validated shape into the frozen Profile: paths for every bullet, one line for every place."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tailor.model.profile import (
    Basics,
    Bullet,
    Credential,
    Entry,
    EntrySection,
    Language,
    Link,
    Listed,
    Profile,
    SkillGroup,
    Story,
)

if TYPE_CHECKING:
    from tailor.profile import shape


def build_profile(read: "shape.ProfileShape", name: str) -> Profile:
    """A validated file into a Profile; `name` becomes its source. References, which are not printed, stay out."""
    return Profile(
        source=name,
        basics=_basics(read.basics),
        entries=tuple(_entries(read)),
        skills=tuple(_skills(read)),
        languages=tuple(
            Language(path=f"languages[{index}]", name=one.language, fluency=one.fluency or "")
            for index, one in enumerate(read.languages or [])
        ),
        credentials=tuple(_credentials(read)),
        listed=tuple(_listed(read)),
        permits=_texts(read.permits),
        stories=tuple(
            Story(path=f"stories[{index}]", text=one.text, proves=_texts(one.proves), entry=one.entry or "")
            for index, one in enumerate(read.stories or [])
        ),
        terms=tuple(_texts(one) for one in read.terms or []),
        kind=read.kind or None,
        theme=read.theme or None,
        paper=read.paper,
    )


def _texts(values: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(value for value in values or () if value)


def _basics(read: "shape.BasicsShape") -> Basics:
    summaries = _texts([read.summary or "", *(read.summaries or [])])
    return Basics(
        name=read.name,
        label=read.label or "",
        email=read.email or "",
        phone=read.phone or "",
        url=read.url or "",
        location=_line(read.location),
        country=(read.location.country_code or "") if read.location else "",
        headlines=_texts(read.headlines),
        summaries=tuple(dict.fromkeys(summaries)),
        links=tuple(
            Link(network=one.network or "", username=one.username or "", url=one.url or "")
            for one in read.profiles or []
        ),
    )


def _line(place: "shape.PlaceShape | None") -> str:
    """A place as one printed line: town and region; the street stays out, the country is its own field."""
    if place is None:
        return ""
    return ", ".join(_texts([place.city or "", place.region or ""])) or place.address or ""


def _entries(read: "shape.ProfileShape") -> Iterator[Entry]:
    for index, job in enumerate(read.work or []):
        yield _entry("work", index, job, name=job.name, position=job.position)
    for index, post in enumerate(read.volunteer or []):
        yield _entry("volunteer", index, post, name=post.organization, position=post.position)
    for index, study in enumerate(read.education or []):
        yield _entry(
            "education",
            index,
            study,
            name=study.institution,
            study_type=study.study_type,
            area=study.area,
            score=study.score,
            courses=_texts(study.courses),
        )
    for index, project in enumerate(read.projects or []):
        yield _entry("projects", index, project, name=project.name, position=", ".join(_texts(project.roles)))


def _entry(
    section: EntrySection,
    index: int,
    read: "shape.EntryShape",
    *,
    courses: tuple[str, ...] = (),
    **texts: str | None,
) -> Entry:
    path = f"{section}[{index}]"
    return Entry(
        path=path,
        section=section,
        location=_line(read.location),
        url=read.url or "",
        start=read.start_date,
        end=read.end_date,
        summary=read.summary or "",
        description=read.description or "",
        courses=courses,
        keywords=_texts(read.keywords),
        tags=_texts(read.tags),
        bullets=tuple(
            _bullet(f"{path}.highlights[{number}]", one) for number, one in enumerate(read.highlights or [])
        ),
        **{key: text or "" for key, text in texts.items()},
    )


def _bullet(path: str, read: "shape.HighlightShape") -> Bullet:
    return Bullet(
        path=path,
        id=read.id or path,
        text=read.text,
        variants=_texts(read.variants),
        skills=_texts(read.skills),
        tags=_texts(read.tags),
        private=bool(read.private),
        pin=bool(read.pin),
    )


def _skills(read: "shape.ProfileShape") -> Iterator[SkillGroup]:
    for index, one in enumerate(read.skills or []):
        keywords, name = _texts(one.keywords), one.name or ""
        if not keywords and name:  # a skill that stands alone is its own keyword
            keywords, name = (name,), ""
        yield SkillGroup(path=f"skills[{index}]", name=name, keywords=keywords, level=one.level or "")


def _credentials(read: "shape.ProfileShape") -> Iterator[Credential]:
    for index, licence in enumerate(read.licences or read.licenses or []):
        region = licence.region or licence.state or ""
        yield _credential(f"licences[{index}]", licence, "licence", region=region)
    for index, certificate in enumerate(read.certificates or []):
        yield _credential(f"certificates[{index}]", certificate, "certificate", region="")


def _credential(path: str, read: "shape.CertificateShape", kind: str, *, region: str) -> Credential:
    return Credential(
        path=path,
        kind="licence" if kind == "licence" else "certificate",
        name=read.name,
        issuer=read.issuer or "",
        region=region,
        number=read.number or "",
        url=read.url or "",
        date=read.date,
        expires=read.expires,
    )


def _listed(read: "shape.ProfileShape") -> Iterator[Listed]:
    for index, award in enumerate(read.awards or []):
        yield Listed(
            path=f"awards[{index}]",
            section="awards",
            title=award.title,
            by=award.awarder or "",
            date=award.date,
            url=award.url or "",
            summary=award.summary or "",
        )
    for index, one in enumerate(read.publications or []):
        yield Listed(
            path=f"publications[{index}]",
            section="publications",
            title=one.name,
            by=one.publisher or "",
            date=one.release_date,
            url=one.url or "",
            summary=one.summary or "",
        )
    for index, interest in enumerate(read.interests or []):
        yield Listed(
            path=f"interests[{index}]",
            section="interests",
            title=interest.name,
            keywords=_texts(interest.keywords),
        )
