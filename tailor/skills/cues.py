"""What a language's `skills.yaml` says: spelling, blocked phrases, cue words, lists, negation."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from tailor.resources import language_data
from tailor.skills.words import Spelling

Phrases = frozenset[tuple[str, ...]]
"""Phrases as normalised words, ready to be compared with the words of a line."""


Endings = tuple[tuple[re.Pattern[str], str | None], ...]
"""Endings of words and what stands in their place; None where the word has no such form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """A language's data for finding skills; all phrases are normalised."""

    spelling: Spelling
    plurals: Endings
    singulars: Endings
    dotted_names: tuple[str, ...]
    dotted_family: tuple[tuple[str, tuple[str, ...]], ...]
    ordinary_words: frozenset[str]
    ordinary_names: frozenset[str]
    blocked: tuple[str, ...]
    before: Phrases
    after: Phrases
    fillers: frozenset[str]
    asking: Phrases
    role_nouns: frozenset[str]
    company_words: frozenset[str]
    empty_openers: frozenset[str]
    empty_heads: frozenset[str]
    inner_marks: frozenset[str]
    list_marks: frozenset[str]
    list_words: frozenset[str]
    max_list_gap: int
    head_joints: frozenset[str]
    never_names: frozenset[str]
    name_heads: frozenset[str]
    name_kin: frozenset[str]
    articles: frozenset[str]
    regions: Phrases
    negation: "Negation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """Phrases that deny a skill before or after it, those that only look so, and how many words they reach.

    `first_words` are what a denial starts with: a line without any of them denies nothing.
    """

    before: Phrases
    after: Phrases
    never: Phrases
    first_words: frozenset[str]
    reach: int


@cache
def read_cues(language: str) -> Cues:
    """The cues of a language from its `skills.yaml`; KeyError if a part is missing."""
    data: dict[str, Any] = language_data(language, "skills.yaml")
    spelling = Spelling(
        ampersand=data["ampersand"],
        rules=tuple((re.compile(pattern), instead) for pattern, instead in data["spelling"]),
        dotted_names=tuple(data["dotted_names"]),
    )
    return Cues(
        spelling=spelling,
        plurals=_endings(data["plurals"]),
        singulars=_endings(data["singulars"]),
        dotted_names=spelling.dotted_names,
        dotted_family=tuple((ending, tuple(others)) for ending, others in data["dotted_family"]),
        ordinary_words=frozenset(_words(data["ordinary_words"])),
        ordinary_names=frozenset(_words(data["ordinary_names"])),
        blocked=tuple(str(phrase) for phrase in data["blocked"]),
        before=_phrases(data["cues_before"], spelling),
        after=_phrases(data["cues_after"], spelling),
        fillers=frozenset(_words(data["fillers"])),
        asking=_phrases(data["asking"], spelling),
        role_nouns=_spelled(data["role_nouns"], spelling),
        company_words=_spelled(data["company_words"], spelling),
        empty_openers=_spelled(data["empty_openers"], spelling),
        empty_heads=_spelled(data["empty_heads"], spelling),
        inner_marks=frozenset(_words(data["inner_marks"])),
        list_marks=frozenset(data["list_marks"]),
        list_words=frozenset(_words(data["list_words"])),
        max_list_gap=int(data["max_list_gap"]),
        head_joints=frozenset(_words(data["head_joints"])),
        never_names=_spelled(data["never_names"], spelling),
        name_heads=_spelled(data["name_heads"], spelling),
        name_kin=_spelled(data["name_kin"], spelling),
        articles=_spelled(data["articles"], spelling),
        regions=_phrases(language_data(language, "facts.yaml")["place"]["regions"], spelling),
        negation=_negation(data["negation"], spelling),
    )


def _negation(data: dict[str, Any], spelling: Spelling) -> Negation:
    before, after = _phrases(data["before"], spelling), _phrases(data["after"], spelling)
    return Negation(
        before=before,
        after=after,
        never=_phrases(data["never"], spelling),
        first_words=frozenset(phrase[0] for phrase in before | after),
        reach=int(data["reach"]),
    )


def _endings(pairs: list[list[Any]]) -> Endings:
    return tuple((re.compile(pattern), instead) for pattern, instead in pairs)


def _phrases(written: list[Any], spelling: Spelling) -> Phrases:
    return frozenset(tuple(spelling.word(word) for word in str(phrase).split()) for phrase in written)


def _spelled(written: list[Any], spelling: Spelling) -> frozenset[str]:
    return frozenset(spelling.word(str(word)) for word in written)


def _words(written: list[Any]) -> list[str]:
    return [str(word) for word in written]
