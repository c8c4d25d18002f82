"""A profile's bytes into a Profile, every fault of the file in one pass."""

from typing import Any

from tailor.errors import Fault, InputError
from tailor.located import Document, plain_value, read_located
from tailor.model.profile import Profile
from tailor.profile.build import build_profile
from tailor.profile.checks import sense_faults
from tailor.profile.faults import shape_faults


def read_profile(data: bytes, name: str) -> Profile:
    """A YAML (or JSON) profile into a Profile; `name` is the file's name in messages and its source.

    Raises `InputError` with all faults in file order: syntax, unknown and duplicate keys, wrong types,
    dates that are none, an end before its start, entries without a name.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - heavy imports late

    from tailor.profile.shape import ProfileShape  # noqa: PLC0415 - imports pydantic

    document = read_located(data, name)
    faults: list[Fault] = [*document.faults, *sense_faults(document)]
    shape = None
    try:
        shape = ProfileShape.model_validate(_values(document))
    except ValidationError as error:
        faults += shape_faults(error.errors(include_url=False, include_input=False), document, ProfileShape)
    if faults or shape is None:
        raise InputError(list(dict.fromkeys(faults)))
    return build_profile(shape, name)


def schema() -> dict[str, Any]:
    """The JSON Schema of a profile file, for editors that complete and check YAML."""
    from tailor.profile.shape import ProfileShape  # noqa: PLC0415 - imports pydantic

    made = ProfileShape.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "tailor profile"}


def _values(document: Document) -> object:
    """The file's values; the editor's `$schema` line at the top says nothing about the person."""
    value = plain_value(document.root)
    if isinstance(value, dict):
        value.pop("$schema", None)
    return value
