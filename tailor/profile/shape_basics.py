"""Who a person is and where, in the shape of a profile file. Imported late, by the reader."""

from typing import Annotated

from pydantic import BeforeValidator

from tailor.profile.values import Country, Needed, Shape, Text, Texts, Url, Word, text_as


class PlaceShape(Shape):
    """Where someone lives or works."""

    address: Text | None = None
    postal_code: Word | None = None
    city: Text | None = None
    country_code: Country | None = None
    region: Text | None = None


Location = Annotated[PlaceShape, BeforeValidator(text_as("city"), json_schema_input_type=Text | PlaceShape)]


class LinkShape(Shape):
    """A page of the person's on a network."""

    network: Word | None = None
    username: Word | None = None
    url: Url | None = None


class BasicsShape(Shape):
    """Who the person is and how to reach them."""

    name: Needed
    label: Text | None = None
    headlines: Texts | None = None
    image: Word | None = None
    email: Word | None = None
    phone: Word | None = None
    url: Url | None = None
    summary: Text | None = None
    summaries: Texts | None = None
    location: Location | None = None
    profiles: list[LinkShape] | None = None
