"""Keys of a profile that only some kinds of resume print, as pydantic models. Imported late, by the reader."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from tailor.profile.values import Shape, Text, Texts, text_as


def _listed(value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    """One text as a list of one; anything else as it is."""
    return [value] if isinstance(value, str) else value


Several = Annotated[Texts, BeforeValidator(_listed, json_schema_input_type=Text | Texts)]


class ScopeShape(Shape):
    """What somebody answered for: the money, the people, or a text of their own."""

    text: Text | None = None
    budget: Text | None = None
    headcount: Text | None = None


Scope = Annotated[ScopeShape, BeforeValidator(text_as("text"), json_schema_input_type=Text | ScopeShape)]


class TaughtShape(Shape):
    """What somebody teaches or may teach, and whom."""

    subjects: Several | None = None
    grades: Several | None = None


class PostShape(TaughtShape):
    """What a job, a voluntary post or a position says beyond its title, place and dates."""

    scope: Scope | None = None
    hours: Text | None = None
    pay_grade: Text | None = None
    supervisor: Text | None = None
    sites: Several | None = None


class StudyShape(Shape):
    """What a course of study says beyond its degree and dates."""

    honors: Several | None = None
    thesis: Text | None = None
