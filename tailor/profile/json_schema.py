"""The JSON Schema of a profile's file, for editors that complete and check YAML."""

from typing import Any

from tailor import resources

_VERSION = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": ["string", "number"]}


def schema() -> dict[str, Any]:
    """The shape of a profile's file as a JSON Schema; what a text is in several languages is defined once."""
    from tailor.profile.shape import ProfileShape  # noqa: PLC0415 - imports pydantic

    made = _referring(ProfileShape.model_json_schema(by_alias=True, mode="validation"))
    made["$defs"] |= {
        "Text": _spoken(_TEXT),
        "Texts": _spoken({"type": "array", "items": {"$ref": "#/$defs/Text"}}),
    }
    return {"$schema": _VERSION, **made, "title": "tailor profile"}


def _spoken(one: dict[str, Any]) -> dict[str, Any]:
    """A value, or the same by language."""
    codes = list(resources.document_languages())
    several = {
        "type": "object",
        "properties": dict.fromkeys(codes, one),
        "patternProperties": {f"^({'|'.join(codes)})-[A-Z]{{2}}$": one, "^x-": {}},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [one, several]}


def _referring(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """A schema with references in the place of marks."""
    from tailor.profile.values import MARK  # noqa: PLC0415 - imports pydantic

    if isinstance(node, list):
        return [_referring(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _referring(value) for key, value in node.items() if key != MARK}
    return kept | ({"$ref": f"#/$defs/{node[MARK]}"} if MARK in node else {})
