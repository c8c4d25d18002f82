"""A validated shape into the frozen Profile."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tailor.model.bridge import Bridge
from tailor.model.profile import (
    Basics,
    Credential,
    Language,
    Link,
    Listed,
    Profile,
    SkillGroup,
    Story,
)
from tailor.profile.details import publication_details, taught_details
from tailor.profile.entries import entries, place_line, texts

if TYPE_CHECKING:
    from tailor.profile import shape
    from tailor.profile.shape_basics import BasicsShape


def build_profile(read: "shape.ProfileShape", name: str, lang: str) -> Profile:
    """A validated file into a Profile; `name` becomes its source, `lang` is the language that it was read in.

    References, which are not printed, stay out.
    """
    return Profile(
        source=name,
        lang=lang,
        basics=_basics(read.basics),
        entries=tuple(entries(read)),
        skills=tuple(_skills(read)),
        languages=tuple(
            Language(path=f"languages[{index}]", name=one.language, fluency=one.fluency or "")
            for index, one in enumerate(read.languages or [])
        ),
        credentials=tuple(_credentials(read)),
        listed=tuple(_listed(read)),
        permits=texts(read.permits),
        stories=tuple(
            Story(path=f"stories[{index}]", text=one.text, proves=texts(one.proves), entry=one.entry or "")
            for index, one in enumerate(read.stories or [])
        ),
        bridges=tuple(
            Bridge(path=f"bridges[{index}]", text=one.text, gap=one.gap)
            for index, one in enumerate(read.bridges or [])
        ),
        terms=tuple(texts(one) for one in read.terms or []),
        kind=read.kind or None,
        theme=read.theme or None,
        paper=read.paper,
        photo=bool(read.photo),
    )


def _basics(read: "BasicsShape") -> Basics:
    summaries = texts([read.summary or "", *(read.summaries or [])])
    return Basics(
        name=read.name,
        label=read.label or "",
        email=read.email or "",
        phone=read.phone or "",
        url=read.url or "",
        location=place_line(read.location),
        region=(read.location.region or "") if read.location else "",
        country=(read.location.country_code or "") if read.location else "",
        headlines=texts(read.headlines),
        summaries=tuple(dict.fromkeys(summaries)),
        links=tuple(
            Link(network=one.network or "", username=one.username or "", url=one.url or "")
            for one in read.profiles or []
        ),
        image=read.image or "",
    )


def _skills(read: "shape.ProfileShape") -> Iterator[SkillGroup]:
    for index, one in enumerate(read.skills or []):
        keywords, name = texts(one.keywords), one.name or ""
        if not keywords and name:  # a skill that stands alone is its own keyword
            keywords, name = (name,), ""
        yield SkillGroup(path=f"skills[{index}]", name=name, keywords=keywords, level=one.level or "")


def _credentials(read: "shape.ProfileShape") -> Iterator[Credential]:
    for index, licence in enumerate(read.licences or read.licenses or []):
        region, path = licence.region or licence.state or "", f"licences[{index}]"
        held = _credential(path, licence, "licence", region=region)
        yield replace(held, details=taught_details(path, licence))
    for index, certificate in enumerate(read.certificates or []):
        region = certificate.region or ""
        yield _credential(f"certificates[{index}]", certificate, "certificate", region=region)


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
            details=publication_details(f"publications[{index}]", one),
        )
    for index, interest in enumerate(read.interests or []):
        yield Listed(
            path=f"interests[{index}]",
            section="interests",
            title=interest.name,
            keywords=texts(interest.keywords),
        )
