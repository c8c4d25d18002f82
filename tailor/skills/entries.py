"""YAML of the lexicon and of a user's own skills -> entries, with every fault of a file in one pass."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from tailor import located
from tailor.errors import Fault, InputError, fault

Kind = Literal[
    "language",
    "framework",
    "library",
    "tool",
    "cloud",
    "database",
    "platform",
    "method",
    "domain",
    "soft",
    "credential",
    "degree",
    "natural-language",
]
Case = Literal["any", "exact", "upper", "title"]
Confidence = Literal["safe", "needs-context", "list-only", "title-noise"]

KINDS: tuple[str, ...] = get_args(Kind)
PROPER_KINDS = frozenset(KINDS) - {"method", "domain", "soft", "credential", "degree"}
"""The kinds whose names are names of products and languages, not common nouns."""

_CASES: tuple[str, ...] = get_args(Case)
_CONFIDENCES: tuple[str, ...] = get_args(Confidence)
_LISTS = ("aliases", "broader", "implies", "not_before", "not_after")
_KEYS = ("id", "label", "kind", *_LISTS, "case", "confidence", "variants", "versions")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One concept of the lexicon as its author wrote it; `case` None means by the length of the form."""

    id: str
    label: str
    kind: str
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    case: str | None = None
    confidence: str = "safe"
    variants: bool = True
    versions: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _At:
    """Where an entry of a file starts, as a maker of faults."""

    say: Callable[[str, str], Fault]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An entry with what makes a fault at its place in its file, from a problem and a remedy."""

    entry: Entry
    say: Callable[[str, str], Fault]


def examine_file(path: Path) -> tuple[list[Placed], list[Fault]]:
    """A YAML file of entries with their places, in file order, and its faults; InputError if it can't be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise fault(str(path), f"cannot be read: {error.strerror}", "check the path") from error
    return examine(data, str(path))


def parse_entries(data: bytes, name: str) -> tuple[Entry, ...]:
    """A YAML text of entries (a list of mappings), in file order; raises InputError with every fault."""
    placed, faults = examine(data, name)
    if faults := [*faults, *twice_claimed(placed)]:
        raise InputError(faults)
    return tuple(one.entry for one in placed)


def examine(data: bytes, name: str) -> tuple[list[Placed], list[Fault]]:
    """A YAML text of entries with their places, as far as they can be read, and the faults of each by itself."""
    document = located.read_located(data, name)
    if not isinstance(document.root, located.Sequence):
        return [], [*document.faults, _no_list(name)]
    faults, entries = list(document.faults), []
    for node in document.root.items:
        at = _At(say=lambda problem, remedy, place=node.place: document.fault(place, problem, remedy))  # type: ignore[misc] # mypy infers no type for the bound default
        value = located.plain_value(node)
        if not isinstance(value, dict):
            faults.append(at.say("this is no skill", "write `- {id: …, label: …, kind: …}`"))
            continue
        faults += _faults(value, at)
        if value.get("label") and all(isinstance(value.get(key) or [], list) for key in _LISTS):
            entries.append(Placed(entry=entry_of(value), say=at.say))
    return entries, faults


def _no_list(name: str) -> Fault:
    return Fault(file=name, problem="this is no list of skills", remedy="start each skill with `- id: …`")


def twice_claimed(placed: Iterable[Placed]) -> list[Fault]:
    """What two entries of one file claim, an id or a form, as faults at the second of them."""
    ids: set[str] = set()
    owners: dict[str, str] = {}
    faults = []
    for one in placed:
        entry = one.entry
        if entry.id in ids:
            faults.append(one.say(f"the id `{entry.id}` stands twice", "give one of them another id"))
        ids.add(entry.id)
        for form in dict.fromkeys((entry.label, *entry.aliases)):
            owner = owners.setdefault(_bare(form), entry.id)
            if owner != entry.id:
                faults.append(one.say(f"`{form}` is a form of `{owner}` too", "leave it in one of the two"))
    return faults


def _bare(form: str) -> str:
    """A form without case, its hyphens as blanks: what counts as the same form."""
    return " ".join(re.split(r"[\s\-‐‑]+", form.casefold()))


def entry_of(value: Mapping[str, object]) -> Entry:
    """A mapping without faults as an entry; without an id it gets one from the label, without a kind "tool"."""
    label = str(value["label"])
    lists = {key: tuple(str(item) for item in cast("Iterable[object]", value.get(key) or ())) for key in _LISTS}
    return Entry(
        id=str(value.get("id") or slug(label)),
        label=label,
        kind=str(value.get("kind") or "tool"),
        case=str(value["case"]) if value.get("case") else None,
        confidence=str(value.get("confidence") or "safe"),
        variants=str(value.get("variants", "auto")).lower() != "none",
        versions=str(value.get("versions", "true")).lower() != "false",
        **lists,
    )


def slug(label: str) -> str:
    """A name as an id: lower-case ASCII letters and numbers with single hyphens ("C++" -> "c-plus-plus")."""
    spoken = label.replace("+", " plus ").replace("#", " sharp ")
    plain = unicodedata.normalize("NFKD", spoken).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "-".join(f"{ord(letter):x}" for letter in label)


def _faults(value: Mapping[str, object], at: _At) -> list[Fault]:
    found = [at.say(f"there is no key `{key}`", _close(key, _KEYS)) for key in value if key not in _KEYS]
    if not str(value.get("label") or "").strip():
        found.append(at.say("a skill needs a label", "add `label: …`, the name as people write it"))
    if value.get("id") and not _ID.fullmatch(str(value["id"])):
        remedy = f"for example `{slug(str(value['id']))}`"
        found.append(at.say("an id is lower-case letters, numbers and hyphens", remedy))
    for key, allowed in (("kind", KINDS), ("case", _CASES), ("confidence", _CONFIDENCES)):
        if value.get(key) is not None and str(value[key]) not in allowed:
            found.append(at.say(f"`{key}: {value[key]}` is unknown", _close(str(value[key]), allowed)))
    for key in _LISTS:
        items = value.get(key)
        if items is not None and (not isinstance(items, list) or not all(isinstance(item, str) for item in items)):
            found.append(at.say(f"`{key}` is no list of words", f"write `{key}: [one, two]`"))
    return found


def _close(word: str, allowed: Sequence[str]) -> str:
    import difflib  # noqa: PLC0415 - only when something is wrong

    near = difflib.get_close_matches(word, allowed, n=1)
    return f"did you mean `{near[0]}`?" if near else f"one of: {', '.join(allowed)}"
