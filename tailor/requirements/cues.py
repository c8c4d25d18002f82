"""The cues of requirements.yaml as compiled patterns."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from tailor.expressions import Lowered
from tailor.resources import language_data


@cache
def kind_cues() -> tuple[tuple[str, Lowered], ...]:
    """The kinds with the pattern that tells each, in the order of judgement."""
    return tuple((kind, lowered_pattern(cues)) for kind, cues in data()["kinds"].items())


@cache
def soft_cues() -> Lowered:
    """What tells a line about what a person is like."""
    return lowered_pattern(data()["soft"])


@cache
def softened_cues() -> Lowered:
    """What makes a part of a required line a wish."""
    return lowered_pattern(data()["softened"])


@cache
def path_cues() -> dict[str, Lowered]:
    """The words that stand alone on a line between items: "or" opens another path, "and" goes on."""
    return {name: lowered_pattern(cues) for name, cues in data()["paths"].items()}


@cache
def group_cues(name: str) -> re.Pattern[str]:
    """One of the word lists about lists: or, and, examples, any, open_ended."""
    return pattern(data()["groups"][name])


@cache
def skill_kinds() -> dict[str, str]:
    """Kinds of the lexicon -> the kind of a line that names such a skill."""
    return {kind: line for line, kinds in data()["skill_kinds"].items() for kind in kinds}


@cache
def wide_skills(name: str) -> frozenset[str]:
    """Ids of skills that are too wide to be asked for: `broad` nowhere, `fields` not among a posting's skills."""
    return frozenset(data()[name])


def data() -> dict[str, Any]:
    """The parsed cues."""
    cues: dict[str, Any] = language_data("en", "requirements.yaml")
    return cues


def pattern(cues: Iterable[str]) -> re.Pattern[str]:
    """Cues as one pattern, matched at the edges of words, the longest first; `{languages}` is filled in."""
    return re.compile(_edged(cues), re.IGNORECASE)


def lowered_pattern(cues: Iterable[str]) -> Lowered:
    """The same for a reader who needs no capitals of what is found: three times as fast."""
    return Lowered(_edged(cues))


def _edged(cues: Iterable[str]) -> str:
    languages = "|".join(data()["languages"])
    whole = "|".join(f"(?:{cue})" for cue in sorted(cues, key=len, reverse=True))
    return rf"(?<!\w)(?:{whole})(?!\w)".replace("{languages}", languages)
