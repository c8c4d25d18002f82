"""The shape of a profile file as pydantic models: JSON Resume's keys and ours. Imported late, by the reader."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from tailor.profile.detail_shape import PostShape, Several, StudyShape, TaughtShape
from tailor.profile.shape_basics import BasicsShape, Location
from tailor.profile.values import Began, Needed, Shape, Spoken, Text, Texts, Url, When, Word, Words, lower, text_as


class HighlightShape(Shape):
    """A bullet: its text and what steers its choice."""

    text: Needed
    id: Word | None = None
    variants: Texts | None = None
    skills: Texts | None = None
    tags: Words | None = None
    private: bool | None = None
    pin: bool | None = None


Highlight = Annotated[
    HighlightShape, BeforeValidator(text_as("text"), json_schema_input_type=Text | HighlightShape)
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
    tags: Words | None = None


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
    tags: Words | None = None


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
    number: Word | None = None
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


class BridgeShape(Shape):
    """What a letter says to something asked for that the person cannot show."""

    text: Needed
    gap: Needed = Field(alias="for")


Award = Annotated[AwardShape, BeforeValidator(text_as("title"), json_schema_input_type=Text | AwardShape)]
Certificate = Annotated[
    CertificateShape, BeforeValidator(text_as("name"), json_schema_input_type=Text | CertificateShape)
]
Licence = Annotated[LicenceShape, BeforeValidator(text_as("name"), json_schema_input_type=Text | LicenceShape)]
Publication = Annotated[
    PublicationShape, BeforeValidator(text_as("name"), json_schema_input_type=Text | PublicationShape)
]
Skill = Annotated[SkillShape, BeforeValidator(text_as("name"), json_schema_input_type=Text | SkillShape)]
Language = Annotated[
    LanguageShape, BeforeValidator(text_as("language"), json_schema_input_type=Text | LanguageShape)
]
Interest = Annotated[InterestShape, BeforeValidator(text_as("name"), json_schema_input_type=Text | InterestShape)]
Story = Annotated[StoryShape, BeforeValidator(text_as("text"), json_schema_input_type=Text | StoryShape)]


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
    bridges: list[BridgeShape] | None = None
    terms: list[Texts] | None = None
    kind: Word | None = None
    theme: Word | None = None
    lang: Spoken | None = None
    photo: bool | None = None
    paper: Annotated[Literal["letter", "a4"], BeforeValidator(lower)] | None = None
    meta: Any = None
