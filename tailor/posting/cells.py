"""A short piece of a header line -> what it names: a title, a company, a place, a fact, or a plain name."""

import re
from dataclasses import dataclass

from tailor.posting.patterns import labelled, pattern, per_language, phrases, straight, words
from tailor.posting.places import has_region

_FILE = "facts.yaml"
_EDGES = " \t-–—|·•,:;/#*@."
_MOST_WORDS, _MOST_PLACE_WORDS = 12, 5
_MOST_COMPANY_WORDS, _JOB_WORDS = 9, 3
_FIGURES = re.compile(r"[$£€]|\d{2,}[.,]?\d*\s?(?:%|k\b|hrs?|hours)|\b\d{4}\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_LONG = 4
"""Shorter words of a name may be small: "University of Leeds", "Étude d'avocats"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A part of a header line: title, company, place, fact, name, or "" for what cannot be told."""

    text: str
    kind: str


def kind_of(text: str, title: tuple[str, ...]) -> str:
    """What a cell is by its words; `title` are the words of the job's title where markup states it."""
    line, tokens = straight(_BRACKETS.sub("", text)), words(text)
    if not tokens or len(tokens) > _MOST_WORDS:
        return ""
    tests = (
        ("title", bool(title) and tokens == title),
        ("fact", _is_fact(line)),
        ("company", is_company(text)),
        ("title", not title and names_job(text)),
        ("place", has_region(text) and len(tokens) <= _MOST_PLACE_WORDS + 1),
        ("name", is_name(text) and len(tokens) <= _MOST_PLACE_WORDS),
    )
    return next((kind for kind, holds in tests if holds), "")


def is_company(text: str) -> bool:
    """Whether a short text is a name that holds a legal form or a kind of house or business."""
    tokens = words(text)
    if not 1 < len(tokens) <= _MOST_COMPANY_WORDS or not is_name(text) or text.endswith((".", "!", "?", ":")):
        return False
    if len(tokens) <= _JOB_WORDS and tokens[-1] in phrases(_FILE, "title", "nouns"):
        return False  # "Pharmacy Technician": the last word says what it is
    if tokens[-1] in phrases("cues.yaml", "name_ends_open") or " ".join(tokens) in phrases(
        _FILE, "company", "never"
    ):
        return False
    if pattern(_FILE, "company", "starts").fullmatch(straight(text)):
        return True
    trades = phrases(_FILE, "company", "trades")
    return has_form(text) or (not names_job(text) and not trades.isdisjoint(tokens))


def has_form(text: str) -> bool:
    """Whether a name holds a legal form or a kind of house, which only employers have."""
    return not phrases(_FILE, "company", "forms").isdisjoint(words(text))


def names_job(text: str) -> bool:
    """Whether a text holds the noun of a job: "nurse", "Geologist"."""
    tokens = words(text)
    return not _nouns().isdisjoint(tokens) or any(map(pattern(_FILE, "title", "noun_forms").fullmatch, tokens))


def is_name(text: str) -> bool:
    """Whether all long words of a text begin with a capital, as those of a name do."""
    long = [word for word in re.findall(r"[^\W\d_][\w'’&-]*", text) if len(word) >= _LONG]
    return bool(long) and all(word[:1].isupper() for word in long)


def trim(text: str) -> str:
    """A cell without the marks around it."""
    return text.strip(_EDGES)


@per_language
def _nouns() -> frozenset[str]:
    nouns = phrases(_FILE, "title", "nouns")
    return frozenset(nouns | {f"{noun}s" for noun in nouns})


def _is_fact(line: str) -> bool:
    """Whether a cell states pay, hours, dates, the kind of contract or where one works."""
    bare = line.strip(" (")
    policies = (pattern(_FILE, "remote", "values", kind) for kind in ("hybrid", "remote", "onsite"))
    return bool(
        _FIGURES.search(line)
        or any(cues.match(bare) for cues in policies)
        or any(cues.match(bare) for _, cues in labelled(_FILE, "employment_type", "values"))
        or pattern(_FILE, "masthead_chrome").search(line)
    )
