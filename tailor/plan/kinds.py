"""Kinds of resume: their structure is a data file each."""

from typing import Any

from tailor import resources
from tailor.errors import ChoiceError
from tailor.located import plain_value, read_located
from tailor.model.plan import Kind


def kind_names() -> tuple[str, ...]:
    """The names of all kinds there are, sorted."""
    return tuple(sorted(path.stem for path in resources.kinds_folder().glob("*.yaml")))


def read_kind(name: str) -> Kind:
    """A kind's name into its structure; `ChoiceError` names the kinds there are."""
    if name not in kind_names():
        raise ChoiceError(f"there is no kind of resume called {name!r}; there are: {', '.join(kind_names())}")
    path = resources.kinds_folder() / f"{name}.yaml"
    data: Any = plain_value(read_located(path.read_bytes(), path.name).root)
    return Kind(
        name=name,
        title=data["title"],
        sections=tuple(data["sections"]),
        pages=data.get("pages", "auto"),
        paper=data.get("paper", ""),
        asks=tuple(data.get("asks", ())),
        **{name: data[name] for name in ("least_fill", "age", "earlier", "split") if name in data},
    )
