"""What a validated part of a profile says that only some kinds of resume print."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tailor.model.detail import Detail

if TYPE_CHECKING:
    from tailor.profile import detail_shape, shape


def post_details(path: str, read: "detail_shape.PostShape") -> tuple[Detail, ...]:
    """A job, a voluntary post or a position into its details."""
    scope = read.scope
    within = (("", scope.text), ("budget", scope.budget), ("headcount", scope.headcount)) if scope else ()
    singles = (("hours", read.hours), ("payGrade", read.pay_grade), ("supervisor", read.supervisor))
    return (
        *(
            Detail(name=key or "scope", path=f"{path}.scope{f'.{key}' if key else ''}", words=(text,))
            for key, text in within
            if text
        ),
        *(Detail(name=key, path=f"{path}.{key}", words=(text,)) for key, text in singles if text),
        *_several(path, sites=read.sites),
        *taught_details(path, read),
    )


def taught_details(path: str, read: "detail_shape.TaughtShape") -> tuple[Detail, ...]:
    """A job or a licence into what is taught with it, and whom."""
    return tuple(_several(path, subjects=read.subjects, grades=read.grades))


def study_details(path: str, read: "detail_shape.StudyShape") -> tuple[Detail, ...]:
    """A course of study into its details."""
    return tuple(_several(path, honors=read.honors, thesis=[read.thesis] if read.thesis else None))


def publication_details(path: str, read: "shape.PublicationShape") -> tuple[Detail, ...]:
    """A publication into who wrote it."""
    return tuple(_several(path, authors=read.authors))


def _several(path: str, **said: list[str] | None) -> Iterator[Detail]:
    for key, texts in said.items():
        words = tuple(text for text in texts or () if text)
        if words:
            yield Detail(name=key, path=f"{path}.{key}", words=words)
