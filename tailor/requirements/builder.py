"""A reading into a posting: every item a requirement, the record's key skills with them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tailor.model.posting import Item, Posting, Reading, Requirement
from tailor.model.record import Record
from tailor.model.skills import Find, Role, Skill
from tailor.model.text import Page, Span
from tailor.requirements.cues import data, hard_cues, skill_kinds
from tailor.requirements.groups import any_of_groups
from tailor.requirements.kinds import first_kind, kind_of
from tailor.requirements.years import min_years


def build_posting(page: Page, reading: Reading, find: Find, *, record: Record | None = None) -> Posting:
    """A page and its reading into a posting; `find` names the skills of a text by the role of its line.

    Requirements keep the order of the items and are called r1, r2, …; the key skills of the record follow as
    required ones of the source "record". `skills` are the distinct hard skills in order of first mention.
    """
    asked = [_requirement(item, find) for item in reading.items]
    own = list(_from_record(page, record, find)) if record else []
    requirements = tuple(_numbered([*asked, *own]))
    return Posting(
        source=page.source,
        format=page.format,
        text=page.text,
        facts=reading.facts,
        requirements=requirements,
        knockouts=tuple(filter(_stops, requirements)),
        set_aside=reading.set_aside,
        skills=_skills(requirements),
        empty=reading.empty,
    )


def _requirement(item: Item, find: Find) -> Requirement:
    text = item.span.text
    role: Role = "duty" if item.need == "responsibility" else "requirement"
    mentions = find(text, role)
    years = min_years(text)
    return Requirement(
        id="",
        need=item.need,
        kind=kind_of(text, mentions, item.need, years),
        span=item.span,
        skills=any_of_groups(text, mentions),
        min_years=years,
        why=item.why,
        heading=item.heading,
    )


def _from_record(page: Page, record: Record, find: Find) -> Iterator[Requirement]:
    """The record's key skills as requirements whose words stand in the page."""
    for skill in record.key_skills:
        mentions = find(skill, "requirement")
        yield Requirement(
            id="",
            need="required",
            kind=kind_of(skill, mentions, "required", None),
            span=_span(page.text, skill),
            skills=any_of_groups(skill, mentions),
            min_years=min_years(skill),
            why="a key skill of your notes",
            source="record",
        )


def _span(text: str, words: str) -> Span:
    """Where words stand in a text, marks and white space between them aside; (0, 0) when they do not."""
    between = r"[\s*_`]+".join(re.escape(word) for word in words.split())
    found = re.search(between, text)
    if found is None:
        return Span(text=words, start=0, end=0)
    return Span(text=found[0], start=found.start(), end=found.end())


def _numbered(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    for number, requirement in enumerate(requirements, start=1):
        yield replace(requirement, id=f"r{number}")


def _stops(requirement: Requirement) -> bool:
    """Whether who does not meet the requirement need not apply."""
    if requirement.source == "record" or requirement.need == "preferred":
        return False
    if requirement.need == "responsibility":
        return first_kind(requirement.text) in ("licence", "permit") and bool(hard_cues().search(requirement.text))
    return requirement.kind in data()["knockouts"] or (
        requirement.kind == "experience" and requirement.min_years is not None
    )


def _skills(requirements: Sequence[Requirement]) -> tuple[Skill, ...]:
    found = {
        skill.id: skill for r in requirements if r.source == "posting" for group in r.skills for skill in group
    }
    return tuple(skill for skill in found.values() if skill_kinds().get(skill.kind) not in ("soft", "degree"))
