"""A line -> the kind of list it heads: its phrases are looked up, the longest first, and must cover it."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from tailor.posting.patterns import data_at, entries, labelled, pattern, per_language, spoken, straight, words
from tailor.resources import language_data

_FILE = "headings.yaml"
_LISTS = ("required", "preferred", "responsibility", "mixed", "overview")
NEEDS = frozenset({"required", "preferred", "responsibility"})
# How much of a line its known phrases must cover: marked headings are headings anyway, a bare line must be all
# phrase. Chosen on 18 public postings: below these, sentences and sub-headings are taken for headings.
_MARKED, _COLON, _BARE = 0.5, 0.6, 0.99
_MOST_BARE_WORDS = 8
# A misspelt name of a strength: one letter of eight may be wrong.
_SHORTEST_NAME, _LONGEST_NAME, _ALIKE = 7, 20, 0.87
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a heading says of the lines below it: a list, `mixed`, `overview`, or a reason to set them aside."""

    kind: str
    aside: bool = False

    @property
    def is_list(self) -> bool:
        """Whether the lines below are items."""
        return self.kind in NEEDS or self.kind == "mixed"


def classify(text: str, *, marked: bool) -> Heading | None:
    """The kind of a heading, or None when its words are not known; `marked` lines are headings by their form."""
    tokens = words(text)
    ends = text.rstrip().endswith((":", "?", "…", "..."))
    if not tokens or len(tokens) > _MOST_WORDS or (not marked and not ends and len(tokens) > _MOST_BARE_WORDS):
        return None
    if (marked or ends) and pattern("cues.yaml", "not_needed").search(" ".join(tokens)):
        return Heading(kind="preferred")
    found, unknown = _phrases(tokens)
    known = sum(len(phrase) for phrase, _ in found)
    needed = _MARKED if marked else _COLON if ends else _BARE
    if needed == _BARE and tokens[0] in _listed("articles") and tokens not in _table():
        return None
    if not found or known < needed * (known + unknown):
        return _by_pattern(text) if marked or ends else None
    return _decided(found, tokens)


def _by_pattern(text: str) -> Heading | None:
    """The kind of a heading with a name in it, such as "Why Thornfield?"."""
    line = straight(text).strip(" :?!.…*#")
    for kind, expressions in labelled(_FILE, "patterns"):
        if expressions.fullmatch(line):
            return Heading(kind=kind, aside=kind not in _LISTS)
    return None


def exact(text: str) -> Heading | None:
    """The kind of a heading that is one known phrase and nothing else."""
    return _table().get(words(text))


def near_strength(text: str) -> str:
    """The name of a strength that a short line misspells, "Desireable"; "" for every other line."""
    name = " ".join(words(text))
    if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME:
        return ""
    known = [phrase for phrases in _strength().values() for phrase in phrases if len(phrase) >= _SHORTEST_NAME]
    return next(iter(get_close_matches(name, known, n=1, cutoff=_ALIKE)), "")


def known_phrases() -> Mapping[tuple[str, ...], Heading]:
    """Every phrase of the languages that are read, as its words, with the kind of heading that it is."""
    known: dict[tuple[str, ...], Heading] = {}
    for code in spoken():
        known |= {phrase: heading for phrase, heading in _phrases_of(code).items() if phrase not in known}
    return known


def _phrases(tokens: tuple[str, ...]) -> tuple[list[tuple[tuple[str, ...], Heading]], int]:
    """The known phrases of a line from left to right, the longest at each place.

    How many words are neither known nor empty.
    """
    table, ignored, longest = _table(), _listed("ignored"), _longest()
    found: list[tuple[tuple[str, ...], Heading]] = []
    unknown = at = 0
    while at < len(tokens):
        for length in range(min(longest, len(tokens) - at), 0, -1):
            phrase = tokens[at : at + length]
            if phrase in table:
                found.append((phrase, table[phrase]))
                at += length
                break
        else:
            unknown += tokens[at] not in ignored
            at += 1
    return found, unknown


def _decided(found: list[tuple[tuple[str, ...], Heading]], tokens: tuple[str, ...]) -> Heading:
    """One kind from the phrases: strength words first, then two lists at once, then the longest phrase."""
    if len(found) == 1 and found[0][0] == tokens:
        return found[0][1]
    kinds = {heading.kind for _, heading in found}
    strengths = [kind for kind in ("required", "preferred") if _has_strength(kind, tokens)]
    if "preferred" in kinds and kinds <= {"preferred", "required", "overview"}:
        return Heading(kind="required" if "required" in strengths else "preferred")
    if {"required", "responsibility"} <= kinds:
        return Heading(kind="mixed")
    return max(found, key=lambda pair: (len(pair[0]), pair[1].kind in NEEDS))[1]


def _has_strength(kind: str, tokens: tuple[str, ...]) -> bool:
    text = f" {' '.join(tokens)} "
    return any(f" {phrase} " in text for phrase in _strength()[kind])


@per_language
def _table() -> Mapping[tuple[str, ...], Heading]:
    """The phrases of all languages; where two share one, that of the language which is read wins."""
    table: dict[tuple[str, ...], Heading] = {}
    for code, _ in data_at(_FILE, everywhere=True):
        for phrase, heading in _phrases_of(code).items():
            table.setdefault(phrase, heading)
    return table


@cache
def _phrases_of(code: str) -> Mapping[tuple[str, ...], Heading]:
    table: dict[tuple[str, ...], Heading] = {}
    data = language_data(code, _FILE)
    for kind in _LISTS:
        for phrase in data.get(kind) or ():
            table.setdefault(words(str(phrase)), Heading(kind=kind))
    for reason, phrases in (data.get("aside") or {}).items():
        for phrase in phrases:
            table.setdefault(words(str(phrase)), Heading(kind=reason, aside=True))
    return table


@per_language
def _listed(key: str) -> frozenset[str]:
    return frozenset(word for entry in entries(_FILE, key) for word in words(entry))


@per_language
def _strength() -> Mapping[str, tuple[str, ...]]:
    both: dict[str, list[str]] = {"required": [], "preferred": []}
    for _, found in data_at(_FILE, "strength"):
        for kind, phrases in found.items():
            both[kind] += [" ".join(words(phrase)) for phrase in phrases]
    return {kind: tuple(phrases) for kind, phrases in both.items()}


@per_language
def _longest() -> int:
    return max(map(len, _table()))
