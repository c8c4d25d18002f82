"""A reading into a posting: every item a requirement, the record's key skills with them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tailor.model.posting import Item, Posting, Reading, Requirement
from tailor.model.record import Record
from tailor.model.skills import Find, Mention, Role, Skill
from tailor.model.text import Page, Span
from tailor.requirements.corrections import corrected, corrected_lines
from tailor.requirements.cues import data, group_cues, skill_kinds, softened_cues, wide_skills
from tailor.requirements.groups import Group, any_of_groups
from tailor.requirements.kinds import kind_of
from tailor.requirements.knockouts import knockouts
from tailor.requirements.paths import ways
from tailor.requirements.years import min_months, min_years

_UNLISTED = ("soft", "degree")
_CLAUSES = re.compile(r"[^;.()]+")


def build_posting(page: Page, reading: Reading, find: Find, *, record: Record | None = None) -> Posting:
    """A page and its reading into a posting; `find` names the skills of a text by the role of its line.

    Requirements keep the order of the items and are called r1, r2, …; the key skills of the record follow as
    required ones of the source "record". `skills` are the distinct skills of the items in order of first
    mention, without personal qualities, degrees and their fields, names of whole fields, and what duties only
    describe. Knock-outs are what stops an application, from the requirements and from lines outside the lists.
    """
    reading = corrected_lines(page, reading, record)
    mentions = [find(item.span.text, _role(item)) for item in reading.items]
    asked = [_requirement(item, found) for item, found in zip(reading.items, mentions, strict=True)]
    own = list(_from_record(page, record, find)) if record else []
    paths = ways(reading.items, page.text)
    requirements = tuple(_numbered([*_with_paths(asked, paths), *own]))
    stopping = knockouts(requirements, reading)
    return Posting(
        source=page.source,
        format=page.format,
        text=page.text,
        facts=corrected(reading.facts, record),
        requirements=requirements,
        knockouts=stopping,
        set_aside=reading.set_aside,
        skills=_skills(asked, mentions),
        empty=reading.empty,
        doubts=(*page.doubts, *reading.doubts),
    )


def _role(item: Item) -> Role:
    return "duty" if item.need == "responsibility" else "requirement"


def _requirement(item: Item, mentions: Sequence[Mention]) -> Requirement:
    text = item.span.text
    years = min_years(text)
    asked = mentions if item.need != "required" else _firm(text, mentions)
    kind = kind_of(text, mentions, item.need, years)
    groups = any_of_groups(text, asked)
    return Requirement(
        id="",
        need=item.need,
        kind=kind,
        span=item.span,
        skills=groups if kind == "degree" else _narrow(groups),
        min_years=years,
        min_months=min_months(text),
        why=item.why,
        heading=item.heading,
    )


def _firm(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions of a required line outside its clauses that are only wishes ("a master's preferred").

    All of them when nothing else is left: the heading decided that the line is required.
    """
    wished = [clause.span() for clause in _CLAUSES.finditer(text) if softened_cues().search(clause[0])]
    firm = [m for m in mentions if not any(start <= m.start < end for start, end in wished)]
    return firm or mentions


def _narrow(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups that hold something narrow enough to be asked for; a wide skill stays where it is one of several.

    "Analytics or automation" keeps both: who automates has answered it.
    """
    wide = wide_skills("broad")
    return tuple(group for group in groups if any(skill.id not in wide for skill in group))


def _from_record(page: Page, record: Record, find: Find) -> Iterator[Requirement]:
    """The record's key skills as requirements whose words stand in the page."""
    for skill in (part for whole in record.key_skills for part in _parts(whole, find)):
        mentions = find(skill, "requirement")
        yield Requirement(
            id="",
            need="required",
            kind=kind_of(skill, mentions, "required", None),
            span=_span(page.text, skill),
            skills=_narrow(any_of_groups(skill, mentions)),
            min_years=min_years(skill),
            min_months=min_months(skill),
            why="a key skill of your notes",
            source="record",
        )


def _parts(skill: str, find: Find) -> list[str]:
    """A key skill of the notes, parted where "and" stands between two skills: each is shown by its own lines."""
    mentions = find(skill, "requirement")
    for joint in group_cues("and").finditer(skill):
        left = [one for one in mentions if one.end <= joint.start()]
        right = [one for one in mentions if one.start >= joint.end()]
        if left and right and len(left) + len(right) == len(mentions):
            return [skill[: joint.start()].strip(" ,"), *_parts(skill[joint.end() :].strip(" ,"), find)]
    return [skill]


def _span(text: str, words: str) -> Span:
    """Where words stand in a text, marks and white space between them aside; (0, 0) when they do not."""
    between = r"[\s*_`]+".join(re.escape(word) for word in words.split())
    found = re.search(between, text)
    if found is None:
        return Span(text=words, start=0, end=0)
    return Span(text=found[0], start=found.start(), end=found.end())


def _with_paths(requirements: Sequence[Requirement], paths: Mapping[int, str]) -> Iterator[Requirement]:
    for place, requirement in enumerate(requirements):
        if place in paths:
            why = f"{requirement.why}; one of several ways to qualify"
            yield replace(requirement, why=why, path=paths[place])
        else:
            yield requirement


def _numbered(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    for number, requirement in enumerate(requirements, start=1):
        yield replace(requirement, id=f"r{number}")


def _skills(asked: Sequence[Requirement], mentions: Sequence[Sequence[Mention]]) -> tuple[Skill, ...]:
    """The skills of the items, each once; of duties only named things, unless duties are all there is.

    A field or method that only heads narrower ones ("cloud platforms such as AWS") is left to them.
    """
    only_duties = all(requirement.need == "responsibility" for requirement in asked)
    distinct: dict[str, Skill] = {}
    for requirement, found in zip(asked, mentions, strict=True):
        described = requirement.need == "responsibility" and not only_duties
        headings = set(_headings(requirement.text, found))
        for mention in found:
            general = mention.skill.kind in data()["described"]
            if _is_own_skill(mention, requirement) and not (
                general and (described or mention.skill.id in headings)
            ):
                distinct.setdefault(mention.skill.id, mention.skill)
    return tuple(distinct.values())


def _headings(text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """The ids of what only heads its examples: "cloud platforms such as AWS", "experiment tracking (MLflow)"."""
    for one, two in pairwise(mentions):
        between = text[one.end : two.start]
        if one.skill.id in (*two.skill.broader, *two.skill.implies) and (
            "(" in between or group_cues("examples").search(between)
        ):
            yield one.skill.id


def _is_own_skill(mention: Mention, requirement: Requirement) -> bool:
    """Whether a mention is a skill of its own; the fields of study that a degree may be in are none."""
    skill = mention.skill
    studied = requirement.kind == "degree" and skill.kind == "domain"
    wide = skill.id in wide_skills("broad") | wide_skills("fields")
    return not (mention.negated or studied or wide) and skill_kinds().get(skill.kind) not in _UNLISTED
