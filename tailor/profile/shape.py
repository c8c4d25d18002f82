"""The shape of a profile file as pydantic models: JSON Resume's keys and ours. Imported late, by the reader."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from tailor.profile.detail_shape import PostShape, Several, StudyShape, TaughtShape
from tailor.profile.values import Began, Country, Needed, Shape, Text, Texts, Url, When, lower, text_as


class PlaceShape(Shape):
    """Where someone lives or works."""

    address: Text | None = None
    postal_code: Text | None = None
    city: Text | None = None
    country_code: Country | None = None
    region: Text | None = None


Location = Annotated[PlaceShape, BeforeValidator(text_as("city"), json_schema_input_type=str | PlaceShape)]


class LinkShape(Shape):
    """A page of the person's on a network."""

    network: Text | None = None
    username: Text | None = None
    url: Url | None = None


class BasicsShape(Shape):
    """Who the person is and how to reach them."""

    name: Needed
    label: Text | None = None
    headlines: Texts | None = None
    image: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    url: Url | None = None
    summary: Text | None = None
    summaries: Texts | None = None
    location: Location | None = None
    profiles: list[LinkShape] | None = None


class HighlightShape(Shape):
    """A bullet: its text and what steers its choice."""

    text: Needed
    id: Text | None = None
    variants: Texts | None = None
    skills: Texts | None = None
    tags: Texts | None = None
    private: bool | None = None
    pin: bool | None = None


Highlight = Annotated[
    HighlightShape, BeforeValidator(text_as("text"), json_schema_input_type=str | HighlightShape)
]


class EntryShape(Shape):
    """What jobs, voluntary posts, studies and projects share."""

    location: Location | None = None
    url: Url | None = None
    start_date: When = None
    end_date: When = None
    summary: Text | None = None
    description: Text | None = None
    highlights: list[Highlight] | None = None
    keywords: Texts | None = None
    tags: Texts | None = None


class HeldShape(Shape):
    """A title, when it was held, and what was done."""

    position: Needed
    start_date: Began
    end_date: When = None
    location: Location | None = None
    summary: Text | None = None
    highlights: list[Highlight] | None = None


class PositionShape(PostShape, HeldShape):
    """One of several titles held at one employer."""


Positions = Annotated[list[PositionShape], Field(min_length=1)]


class WorkShape(PostShape, EntryShape):
    """A job, or several positions at one employer."""

    name: Text | None = None
    position: Text | None = None
    positions: Positions | None = None


class VolunteerShape(PostShape, EntryShape):
    """A voluntary post, or several at one organization."""

    organization: Text | None = None
    position: Text | None = None
    positions: Positions | None = None


class BreakShape(Shape):
    """A time without a job, in the author's words: printed among the jobs as it is written."""

    text: Needed
    start_date: Began
    end_date: When = None
    tags: Texts | None = None


class EducationShape(StudyShape, EntryShape):
    """A course of study."""

    institution: Text | None = None
    area: Text | None = None
    study_type: Text | None = None
    score: Text | None = None
    courses: Texts | None = None


class ProjectShape(EntryShape):
    """A project."""

    name: Text | None = None
    roles: Texts | None = None
    entity: Text | None = None
    type: Text | None = None


class AwardShape(Shape):
    """An award."""

    title: Needed
    date: When = None
    awarder: Text | None = None
    url: Url | None = None
    summary: Text | None = None


class CertificateShape(Shape):
    """A certificate."""

    name: Needed
    issuer: Text | None = None
    region: Text | None = None
    number: Text | None = None
    date: When = None
    expires: When = None
    url: Url | None = None


class LicenceShape(TaughtShape, CertificateShape):
    """A licence or registration, valid in a region; `state` is another name for `region`."""

    state: Text | None = None


class PublicationShape(Shape):
    """A publication."""

    name: Needed
    authors: Several | None = None
    publisher: Text | None = None
    release_date: When = None
    url: Url | None = None
    summary: Text | None = None


class SkillShape(Shape):
    """A group of skills, or one skill with its level."""

    name: Text | None = None
    level: Text | None = None
    keywords: Texts | None = None


class LanguageShape(Shape):
    """A natural language."""

    language: Needed
    fluency: Text | None = None


class InterestShape(Shape):
    """An interest."""

    name: Needed
    keywords: Texts | None = None


class StoryShape(Shape):
    """A paragraph in the person's own voice."""

    text: Needed
    proves: Texts | None = None
    entry: Text | None = None


Award = Annotated[AwardShape, BeforeValidator(text_as("title"), json_schema_input_type=str | AwardShape)]
Certificate = Annotated[
    CertificateShape, BeforeValidator(text_as("name"), json_schema_input_type=str | CertificateShape)
]
Licence = Annotated[LicenceShape, BeforeValidator(text_as("name"), json_schema_input_type=str | LicenceShape)]
Publication = Annotated[
    PublicationShape, BeforeValidator(text_as("name"), json_schema_input_type=str | PublicationShape)
]
Skill = Annotated[SkillShape, BeforeValidator(text_as("name"), json_schema_input_type=str | SkillShape)]
Language = Annotated[
    LanguageShape, BeforeValidator(text_as("language"), json_schema_input_type=str | LanguageShape)
]
Interest = Annotated[InterestShape, BeforeValidator(text_as("name"), json_schema_input_type=str | InterestShape)]
Story = Annotated[StoryShape, BeforeValidator(text_as("text"), json_schema_input_type=str | StoryShape)]


class ProfileShape(Shape):
    """The whole file."""

    basics: BasicsShape
    work: list[WorkShape] | None = None
    breaks: list[BreakShape] | None = None
    volunteer: list[VolunteerShape] | None = None
    education: list[EducationShape] | None = None
    projects: list[ProjectShape] | None = None
    awards: list[Award] | None = None
    certificates: list[Certificate] | None = None
    licences: list[Licence] | None = None
    licenses: list[Licence] | None = None
    publications: list[Publication] | None = None
    skills: list[Skill] | None = None
    languages: list[Language] | None = None
    interests: list[Interest] | None = None
    references: Any = None
    permits: Texts | None = None
    stories: list[Story] | None = None
    terms: list[Texts] | None = None
    kind: Text | None = None
    theme: Text | None = None
    paper: Annotated[Literal["letter", "a4"], BeforeValidator(lower)] | None = None
    meta: Any = None
