"""The optional `tailor.yaml`: what the user wants without saying it each time."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import get_args

from tailor import resources
from tailor.errors import Fault, InputError
from tailor.located import Document, Mapping, Pair, plain_value, read_located, unknown_key
from tailor.model.document import Format
from tailor.workspace.folders import near, read_input

NAME = "tailor.yaml"

_FREE = ("meta", "$schema")
_CHOICES = {"paper": ("letter", "a4"), "formats": get_args(Format), "combined": ("true", "false")}
_MOST_PAGES = 99
"""A resume of more pages is "any"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Defaults of a workspace; None leaves the choice to the record, the profile or the product."""

    profile: str | None = None
    theme: str | None = None
    kind: str | None = None
    paper: str | None = None
    pages: str | None = None
    lang: str | None = None
    formats: tuple[str, ...] = ()
    combined: bool = False


def read_settings(root: Path | None) -> Settings:
    """The settings in `root/tailor.yaml`, or none; InputError lists every unknown key and wrong value."""
    path = near(root / NAME) if root else None
    if path is None or not path.is_file():
        return Settings()
    data = read_input(path, "settings file")
    if all(not line.strip() or line.lstrip().startswith(b"#") for line in data.splitlines()):
        return Settings()  # as `tailor new` makes it: nothing but comments
    document = read_located(data, str(path))
    if not isinstance(document.root, Mapping):
        raise InputError([document.fault(document.root.place, "settings are `key: value` lines")])
    pairs = [
        pair for pair in document.root.pairs if not pair.key.text.startswith("x-") and pair.key.text not in _FREE
    ]
    faults = [*document.faults, *(found for pair in pairs if (found := _fault(pair, document)))]
    if faults:
        raise InputError(faults)
    values = {pair.key.text: _value(pair) for pair in pairs if plain_value(pair.value) is not None}
    return Settings(**values)  # type: ignore[arg-type] # `_value` gives what each key holds


def are_pages(pages: str) -> bool:
    """Whether this is a wish for pages: auto, any, or a number from 1."""
    return pages in ("auto", "any") or (pages.isdecimal() and 0 < int(pages) <= _MOST_PAGES)


def _fault(pair: Pair, document: Document) -> Fault | None:
    known = [field.name for field in fields(Settings)]
    key = pair.key.text
    if key not in known:
        problem, remedy = unknown_key(key, known)
        return document.fault(pair.key.place, problem, remedy)
    value = plain_value(pair.value)
    if value is None:
        return None
    if isinstance(value, dict) or (isinstance(value, list) and key != "formats"):
        return document.fault(pair.value.place, f"{key} is one word, not a list", "write it after the colon")
    words = _words(value)
    choices = _CHOICES.get(key, words)
    if wrong := [word for word in words if word not in choices]:
        return document.fault(
            pair.value.place, f"{key} cannot be {wrong[0]!r}", f"choose from {', '.join(choices)}"
        )
    problem, remedy = _no_such(key, words[0])
    return document.fault(pair.value.place, problem, remedy) if problem else None


def _no_such(key: str, word: str) -> tuple[str, str]:
    """What is wrong with the word of a setting, and what to write."""
    if key == "lang" and not resources.language_tag(word):
        return resources.no_language(word), ""
    if key == "pages" and not are_pages(word):
        return f"pages cannot be {word!r}", "auto, any, or a number such as 2"
    return "", ""


def _value(pair: Pair) -> str | tuple[str, ...] | bool:
    words = _words(plain_value(pair.value))
    if pair.key.text == "combined":
        return words[0] == "true"
    return words if pair.key.text == "formats" else words[0]


def _words(value: object) -> tuple[str, ...]:
    """A setting as words: a list's, or those between commas."""
    parts = value if isinstance(value, list) else str(value).split(",")
    return tuple(str(part).strip() for part in parts)
