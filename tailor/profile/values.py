"""The single values of a profile file as pydantic types: texts, links, dates. Imported late, by the reader."""

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, WithJsonSchema
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from tailor import resources
from tailor.model.profile import Date
from tailor.profile.dates import DateError, parse_date

LONGEST_TEXT = 20_000
"""Characters of one text; a page holds 4,000, and layout time grows with a paragraph's length."""

OWN_FAULT = "tailor"
"""The type of validation errors whose context holds our own `problem` and `remedy`."""

MARK = "tailor:in-languages"
"""Marks in the JSON Schema what may be written in several languages; `json_schema` puts the definition there."""

_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):(?!\d)")
_LINKS = frozenset({"http", "https", "mailto", "tel"})
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_DATE_SCHEMA = {"type": ["string", "integer", "null"], "pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?|present)$"}
_BEGAN_SCHEMA = {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


class Shape(BaseModel):
    """What all parts share: camel-case keys, nothing unknown, keys `x-…` free."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        extra="forbid",
        frozen=True,
        json_schema_extra={"patternProperties": {"^x-": {}}},
    )


def lower(value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    """A text in lower case; anything else as it is."""
    return value.strip().lower() if isinstance(value, str) else value


def text_as(key: str) -> Callable[[Any], Any]:
    """A reader of an item that is either a mapping or a text standing for its key `key`."""

    def wrap(value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
        return {key: value} if isinstance(value, str) else value

    return wrap


def _own(problem: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError(OWN_FAULT, "{problem}", {"problem": problem, "remedy": remedy})


def _as_date(value: Any) -> Date | None:  # noqa: ANN401 - whatever stands in the file
    if value is None or value == "present":
        return None
    if not isinstance(value, str):
        wrong = _own("a date is expected", "write 2021, 2021-03 or 2021-03-09")
        raise wrong
    try:
        return parse_date(value)
    except DateError as error:
        raise _own(error.problem, error.remedy) from error


def _as_start(value: Any) -> Date:  # noqa: ANN401 - whatever stands in the file
    found = _as_date(value)
    if found is None:
        wrong = _own("the date of the beginning is missing", "write 2021, 2021-03 or 2021-03-09")
        raise wrong
    return found


def _limited(value: str) -> str:
    if len(value) > LONGEST_TEXT:
        wrong = _own(f"the text has {len(value):,} characters", f"{LONGEST_TEXT:,} is the limit")
        raise wrong
    return value.strip()


def _not_empty(value: str) -> str:
    if not value:
        wrong = _own("the text is empty", "write it or remove the entry")
        raise wrong
    return value


def _as_link(value: str) -> str:
    matched = _SCHEME.match(value)
    if matched and matched["scheme"].lower() not in _LINKS:
        wrong = _own(
            f"links of the kind {matched['scheme']}: are not printed", "use https:, http:, mailto: or tel:"
        )
        raise wrong
    return value


def _as_country(value: str) -> str:
    if not _COUNTRY.fullmatch(value):
        wrong = _own(f"{value!r} is no country code", "two letters of ISO 3166, such as US or NO")
        raise wrong
    return value.upper()


def _as_language(value: str) -> str:
    tag = resources.language_tag(value)
    if value and not tag:
        wrong = _own(resources.no_language(value), "")
        raise wrong
    return tag


Word = Annotated[str, AfterValidator(_limited), WithJsonSchema({"type": ["string", "number"]})]
"""A text that is the same in every language: an address, a number, a tag."""
Text = Annotated[str, AfterValidator(_limited), WithJsonSchema({MARK: "Text"})]
"""A text that may be written in several languages; what is validated is the one wanted (`translations`)."""
Needed = Annotated[Text, AfterValidator(_not_empty)]
Url = Annotated[Word, AfterValidator(_as_link)]
When = Annotated[Date | None, PlainValidator(_as_date), WithJsonSchema(_DATE_SCHEMA)]
Began = Annotated[Date, PlainValidator(_as_start), WithJsonSchema(_BEGAN_SCHEMA)]
Texts = Annotated[list[Text], WithJsonSchema({MARK: "Texts"})]
Words = list[Word]
Country = Annotated[Word, AfterValidator(_as_country)]
Spoken = Annotated[Word, AfterValidator(_as_language)]
