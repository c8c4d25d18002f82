"""Kinds of resume: their structure is a data file each."""

from typing import Any

from tailor import resources
from tailor.errors import ChoiceError
from tailor.model.kind import Bounds, Kind

_OWN = ("pages", "paper", "least_fill", "age", "earlier", "split")
"""What a kind says where it differs from the usual."""


def kind_names() -> tuple[str, ...]:
    """The names of all kinds there are, sorted."""
    return resources.kind_names()


def read_kind(name: str) -> Kind:
    """A kind's name into its structure; `ChoiceError` names the kinds there are."""
    if name not in kind_names():
        raise ChoiceError(f"there is no kind of resume called {name!r}; there are: {', '.join(kind_names())}")
    data: dict[str, Any] = resources.kind_data(name)
    return Kind(
        name=name,
        title=data["title"],
        sections=tuple(data["sections"]),
        headings=tuple(data.get("headings", {}).items()),
        limits=Bounds(**data.get("limits", {})),
        split_by=tuple(data.get("split_by", ())),
        details=tuple(data.get("details", ())),
        facts=tuple(data.get("facts", ())),
        asks=tuple(data.get("asks", ())),
        **{key: data[key] for key in _OWN if key in data},
    )
