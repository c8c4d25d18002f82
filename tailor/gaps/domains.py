"""The field that years are asked of: its words, how recent they must be, and which of them no job says."""

import re
from collections.abc import Sequence
from functools import cache

from tailor.gaps.case import Case
from tailor.gaps.groups import paths_of
from tailor.gaps.words import any_akin, cues_in, gap_data, tokens, without
from tailor.model.posting import Requirement
from tailor.model.profile import Entry

# A field of more words than this is a description, of which no job says every word.
_FIELD = 4
_YEAR = 12


def domain_of(text: str) -> tuple[str, ...]:
    """The words of the field that a line asks years of, in its order; none of a description of many words.

    A figure that belongs to a word makes one with it: "Class 1" is not "Class 2".
    """
    flat = re.sub(r"\(\d+\)", "", _window().sub(" ", " ".join(text.split())))
    first = re.split(r"[;(.]\s|[;(]|" + "|".join(rf"\b{word}\b" for word in gap_data()["domain_ends"]), flat)[0]
    parts = first.split(",")
    firm = ",".join(part for part in parts if not cues_in(part, gap_data()["wishes"])) if len(parts) > 1 else first
    field = without(in_one(firm).replace("'", " ").replace("’", " "), gap_data()["years_stop"])
    return field if len(field) <= _FIELD else ()


def window_of(text: str) -> int | None:
    """The last months that count, where a line says so: "within the past 5 years"."""
    found = _window().search(" ".join(text.split()))
    if not found:
        return None
    words = {str(word): int(count) for count, word in gap_data()["numbers"].items()}
    said = found["count"].casefold()
    count = int(said) if said.isdigit() else words.get(said, 0)
    return count * _YEAR or None


def unsaid(case: Case, requirement: Requirement, showing: Sequence[Entry], *, proven: bool) -> list[str]:
    """The words of the field that none of the jobs says; where bullets prove it, only those that part fields.

    "Commercial" electrical work is not proven by wiring houses, however near that is.
    """
    said = [word for entry in showing for word in _said(case, requirement, entry)]
    parting = gap_data()["parting"]
    field = [word for word in domain_of(requirement.text) if not proven or word in parting]
    return [word for word in field if not says(said, word)]


def says(words: Sequence[str], wanted: str) -> bool:
    """Whether a word of a field, or another that shows it, is among words: "hospital" says "acute"."""
    return any_akin([wanted, *gap_data()["domain_shown_by"].get(wanted, ())], words)


def _said(case: Case, requirement: Requirement, entry: Entry) -> list[str]:
    """All words of a job, those of the skills with them that its bullets or its titles show."""
    texts = [entry.name, entry.summary, *entry.keywords, *(bullet.text for bullet in entry.bullets)]
    titles = [one.position for one in entry.held]
    own = {bullet.path for bullet in entry.bullets}
    named = {name for one in entry.held for name in case.held.titles.get(one.path, ())}
    skills = [
        skill.name
        for group in requirement.skills
        for skill in group
        if own & set(paths_of(case, (skill,)))
        or skill.id in named
        or (skill.implies and set(skill.implies) <= named)
    ]
    return tokens(in_one(" ".join([*texts, *titles, *skills])))


def in_one(text: str) -> str:
    """A text whose words with a figure of their own are one word: "Class 1" -> "Class1"."""
    return _numbered().sub(lambda one: f"{one[1]}{one[2]}", text)


@cache
def _window() -> re.Pattern[str]:
    counts = "|".join(gap_data()["numbers"].values())
    within, units = "|".join(gap_data()["window"]), "|".join(gap_data()["window_units"])
    return re.compile(rf"\b(?:{within}) (?P<count>\d+|{counts})(?: \(\d+\))? (?:{units})\b", re.IGNORECASE)


@cache
def _numbered() -> re.Pattern[str]:
    words = "|".join(gap_data()["numbered_words"])
    return re.compile(rf"\b({words})[\s-]+(\d{{1,2}}|[A-Z])\b", re.IGNORECASE)
