"""One written form of a skill -> the other ways to write it that need no typing."""

import re
from dataclasses import dataclass

from tailor.skills.cues import Cues, Endings
from tailor.skills.entries import PROPER_KINDS, Entry

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHORTEST_JOINED = 5
"""Letters. Shorter joined words ("noon" from "no on") are other words too often."""
_LONGEST_JOINED = 13
"""Letters. "cybersecurity" is written so; nobody joins "machine learning" or "project management"."""
_LONGEST_INITIALS = 3
"""Letters of a part of "CI/CD", which is also written "CI CD" and "CICD"."""


LONGEST_SHORT = 3
"""Letters. Words up to this length count only as written (exact case gave +9 points of F1 on SkillSpan)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to write a skill; `exact` says that a guess about capitals must be met to the letter."""

    written: str
    exact: bool = False


def forms(entry: Entry, cues: Cues) -> tuple[Form, ...]:
    """All written forms of an entry, the author's own first, each once."""
    found: dict[str, Form] = {}
    for written in (entry.label, *entry.aliases):
        found.setdefault(written, Form(written=written))
    if entry.variants:
        for written in (entry.label, *entry.aliases):
            for form in _variants(written, entry.kind, cues):
                found.setdefault(form.written, form)
    return tuple(found.values())


def _variants(written: str, kind: str, cues: Cues) -> list[Form]:
    family = [Form(written=other) for other in _dotted_family(written, cues)]
    slashed = [Form(written=other) for other in _slashed(written)]
    joined = [Form(written=other) for other in _joined(written, cues)]
    split = [Form(written=other, exact=True) for other in _split(written)]
    short = len(written) <= LONGEST_SHORT or written.isupper()
    numbers = [Form(written=other, exact=short) for other in _numbers(written, kind, cues)]
    spaced = [Form(written=f". {written[1:]}")] if written.startswith(".") else []
    return [*family, *slashed, *joined, *split, *numbers, *spaced]


def _dotted_family(written: str, cues: Cues) -> list[str]:
    """Node.js -> NodeJS, Node JS, ..."""
    for ending, others in cues.dotted_family:
        if written.lower().endswith(ending) and len(written) > len(ending):
            return [written[: -len(ending)] + other for other in others]
    return []


def _slashed(written: str) -> list[str]:
    """CI/CD -> CI CD, CICD; longer parts are alternatives, not one name."""
    parts = written.split("/")
    if len(parts) == 1 or any(len(part) > _LONGEST_INITIALS for part in parts):
        return []
    return [" ".join(parts), "".join(parts)]


def _joined(written: str, cues: Cues) -> list[str]:
    """Power BI -> PowerBI, e-mail -> email; hyphens and spaces are already one in the comparison."""
    parts = re.split(r"[ -]", written)
    whole = "".join(parts)
    two_words = len(parts) == len(("first", "second")) and whole.isalpha()
    fits = _SHORTEST_JOINED <= len(whole) <= _LONGEST_JOINED and whole.lower() not in cues.ordinary_words
    return [whole] if two_words and fits else []


def _split(written: str) -> list[str]:
    """PostgreSQL -> Postgre SQL, PowerPoint -> Power Point."""
    parts = _CAMEL.split(written)
    long_enough = all(len(part) > 1 for part in parts)
    return [" ".join(parts)] if written.isalpha() and len(parts) > 1 and long_enough else []


def _numbers(written: str, kind: str, cues: Cues) -> list[str]:
    """The form in plural and in singular; names of products and virtues have neither, acronyms do (EHRs)."""
    words = written.split(" ")
    last = words[-1]
    acronym = last.isupper() and len(last) > 1
    alone = len(words) == 1 and kind in PROPER_KINDS | {"soft"} and not acronym
    product = kind in PROPER_KINDS and last[:1].isupper() and not last.isupper()
    if alone or product or not last.isalpha():
        return []
    changed = [_ended(last, cues.plurals)]
    if len(words) > 1:
        changed.append(_ended(last, cues.singulars))
    return [" ".join([*words[:-1], word]) for word in changed if word]


def _ended(word: str, endings: Endings) -> str:
    for pattern, instead in endings:
        if pattern.search(word):
            return "" if instead is None else pattern.sub(instead, word, count=1)
    return ""
