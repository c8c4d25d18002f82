"""Validation errors into faults with their places and what to do."""

import typing
from collections.abc import Callable, Iterator
from typing import Any

from tailor.errors import Fault
from tailor.located import Document, Mapping, Node, Scalar, Sequence, nearest_key, node_at, unknown_key

Path = tuple[str | int, ...]


def shape_faults(errors: list[Any], document: Document, shape: type) -> Iterator[Fault]:
    """Pydantic's error details for a document into faults; `shape` is the model of the whole file."""
    for error in errors:
        judge = _JUDGES.get(error["type"], _own_words)
        if found := judge(error, error["loc"], document, shape):
            yield found


def _unknown(_: Any, path: Path, document: Document, shape: type) -> Fault:  # noqa: ANN401 - error details
    parent = node_at(document.root, path[:-1])
    if colon := _colon(path[:-1], parent, document, shape):
        return colon
    key = parent.key(str(path[-1])) if isinstance(parent, Mapping) else None
    free = _free_keys(shape, path[:-1], parent)
    there = [name for name in known_keys(shape, path[:-1]) if name not in free]
    problem, remedy = unknown_key(str(path[-1]), free, there=there)
    return document.fault(key.place if key else parent.place, problem, remedy)


def _missing(_: Any, path: Path, document: Document, shape: type) -> Fault | None:  # noqa: ANN401 - as above
    parent = node_at(document.root, path[:-1])
    if colon := _colon(path[:-1], parent, document, shape):
        return colon
    if path[-1] in _meant(parent, shape, path[:-1]):  # the unknown key says it already
        return None
    where = f"{written(path[:-1])} has" if path[:-1] else "the file has"
    return document.fault(parent.place, f"{where} no {path[-1]!r}", "add it")


def _colon(path: Path, found: Node, document: Document, shape: type) -> Fault | None:
    """An item of a list of texts that YAML read as `key: value` because of a colon in it."""
    known = known_keys(shape, path)
    if not path or not isinstance(path[-1], int) or not isinstance(found, Mapping) or "text" not in known:
        return None
    if len(found.pairs) != 1 or any(pair.key.text in known for pair in found.pairs):
        return None
    return document.fault(found.place, f"{written(path)} is a text with a colon", "put the whole text in quotes")


def _free_keys(shape: type, path: Path, parent: Node) -> list[str]:
    """The keys known under a path that are not there yet."""
    return [key for key in known_keys(shape, path) if not isinstance(parent, Mapping) or parent.key(key) is None]


def _meant(parent: Node, shape: type, path: Path) -> set[str | None]:
    """What the unknown keys of a mapping most likely mean."""
    if not isinstance(parent, Mapping):
        return set()
    known, free = known_keys(shape, path), _free_keys(shape, path, parent)
    return {nearest_key(pair.key.text, free) for pair in parent.pairs if pair.key.text not in known}


def _no_text(_: Any, path: Path, document: Document, shape: type) -> Fault:  # noqa: ANN401, ARG001 - as above
    found = node_at(document.root, path)
    if isinstance(found, Mapping):
        remedy = "if the text holds a colon, put it in quotes"
        return document.fault(found.place, f"{written(path)} must be a text, not keys with values", remedy)
    if isinstance(found, Sequence):
        return document.fault(
            found.place, f"{written(path)} must be a text, not a list", "write it without dashes"
        )
    return document.fault(found.place, f"{written(path)} is empty", "write a text or remove it")


def _no_list(_: Any, path: Path, document: Document, shape: type) -> Fault:  # noqa: ANN401, ARG001 - as above
    found = node_at(document.root, path)
    remedy = "begin each item on its own line with a dash and a space"
    return document.fault(found.place, f"{written(path)} must be a list, not {_kind(found)}", remedy)


def _empty_list(_: Any, path: Path, document: Document, shape: type) -> Fault:  # noqa: ANN401, ARG001 - as above
    place = node_at(document.root, path).place
    return document.fault(place, f"{written(path)} is an empty list", "list what there is, or remove the key")


def _no_mapping(_: Any, path: Path, document: Document, shape: type) -> Fault:  # noqa: ANN401 - as above
    found = node_at(document.root, path)
    keys = ", ".join(known_keys(shape, path)[:4])
    if isinstance(found, Scalar) and found.null:
        return document.fault(
            found.place, f"{written(path) or 'the file'} is empty", f"give it keys such as {keys}"
        )
    problem = f"{written(path) or 'the file'} must have keys such as {keys}, not be {_kind(found)}"
    return document.fault(found.place, problem, "write `key: value` lines")


def _no_truth(_: Any, path: Path, document: Document, shape: type) -> Fault:  # noqa: ANN401, ARG001 - as above
    return document.fault(node_at(document.root, path).place, f"{written(path)} must be true or false")


def _not_among(error: Any, path: Path, document: Document, shape: type) -> Fault:  # noqa: ANN401, ARG001 - as above
    place = node_at(document.root, path).place
    return document.fault(place, f"{written(path)} is none of the choices", f"write {error['ctx']['expected']}")


def _own_words(error: Any, path: Path, document: Document, shape: type) -> Fault:  # noqa: ANN401, ARG001 - as above
    context = error.get("ctx", {})
    problem = context.get("problem", error["msg"])
    return document.fault(node_at(document.root, path).place, problem, context.get("remedy", ""))


_JUDGES: dict[str, Callable[[Any, Path, Document, type], Fault | None]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "string_type": _no_text,
    "list_type": _no_list,
    "model_type": _no_mapping,
    "bool_type": _no_truth,
    "bool_parsing": _no_truth,
    "literal_error": _not_among,
    "too_short": _empty_list,
}


def written(path: Path) -> str:
    """A path as it is written: `work[0].highlights[3]`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def known_keys(shape: Any, path: Path) -> list[str]:  # noqa: ANN401 - types are walked
    """The keys that a shape knows under a path, in the order of their declaration."""
    for step in path:
        if isinstance(step, str):
            shape = _model(_fields(shape).get(step))
    return list(_fields(shape))


def _fields(shape: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    fields = getattr(shape, "model_fields", {})
    return {field.alias or name: field.annotation for name, field in fields.items()}


def _model(annotation: Any) -> Any:  # noqa: ANN401 - as above
    """The model inside `list[...]`, `... | None` or `Annotated[...]`; None if there is none."""
    if hasattr(annotation, "model_fields"):
        return annotation
    found = (_model(inner) for inner in typing.get_args(annotation))
    return next((inner for inner in found if inner is not None), None)


def _kind(node: Node) -> str:
    if isinstance(node, Mapping):
        return "keys with values"
    return "a list" if isinstance(node, Sequence) else "a text"
