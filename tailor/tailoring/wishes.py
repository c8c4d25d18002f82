"""What a user wants of an application, and the same as text for its manifest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_THEME = "theme."
"""How a theme's own option is told from the wish's own fields."""

_WORDS = ("theme", "kind", "paper", "pages", "lang")
_TAGS = ("include", "exclude")
_UNCHECKED = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the user wants of an application. `pages` is "auto", "any" or a number; `today` is its date.

    `combined` is the wish for letter and resume in one file, beside those of their own.
    Without `check`, a PDF is made although a reader loses lines of it. `variant` is which draft of the letter.
    """

    today: date
    theme: str | None = None
    kind: str | None = None
    paper: str | None = None
    pages: str | None = None
    lang: str | None = None
    options: tuple[tuple[str, str], ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    combined: bool = False
    check: bool = True
    variant: int = 0
    workspace: Path | None = None


def wished(wish: Wish) -> dict[str, str]:
    """A wish as text by name, as a manifest keeps it; the workspace's own place is no wish."""
    words = {name: str(value) for name in ("today", *_WORDS) if (value := getattr(wish, name)) is not None}
    tags = {name: "\n".join(found) for name in _TAGS if (found := getattr(wish, name))}
    combined = {"combined": "yes"} if wish.combined else {}
    unchecked = {} if wish.check else {"check": _UNCHECKED}
    variant = {"variant": str(wish.variant)} if wish.variant else {}
    own = {f"{_THEME}{name}": value for name, value in wish.options}
    return {**words, **tags, **combined, **unchecked, **variant, **own}


def wish_of(options: Mapping[str, str], workspace: Path | None) -> Wish:
    """The wish that a manifest keeps as text by name; KeyError or ValueError where it has no date."""
    own = [(name, value) for name, value in options.items() if name.startswith(_THEME)]
    return Wish(
        today=date.fromisoformat(options["today"]),
        **{name: options.get(name) for name in _WORDS},
        include=tuple(options["include"].split("\n") if "include" in options else ()),
        exclude=tuple(options["exclude"].split("\n") if "exclude" in options else ()),
        combined="combined" in options,
        check=options.get("check") != _UNCHECKED,
        variant=int(options.get("variant", "0")),
        options=tuple((name.removeprefix(_THEME), value) for name, value in own),
        workspace=workspace,
    )
