"""A fictional person's plan and letter, built by hand, for the tests of pages."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from tailor.model.document import Style
from tailor.model.letter import Letter, Paragraph, Sentence
from tailor.model.plan import Fit, Plan, PlannedEntry, PlannedLine, SkillLine, SkillTerm
from tailor.model.posting import Facts, Posting
from tailor.model.profile import (
    Basics,
    Bullet,
    Credential,
    Date,
    Entry,
    EntrySection,
    Language,
    Link,
    Listed,
    Profile,
)

SECTIONS = (
    "summary",
    "credentials",
    "work",
    "projects",
    "education",
    "volunteer",
    "skills",
    "languages",
    "awards",
)
STYLE = Style(theme="classic", kind="general", paper="letter", lang="en")
BULLETS = {
    "work[0]": (
        (
            "Moved 40 nightly jobs to CI/CD pipelines in Python and PostgreSQL, cutting failed runs by 62%, "
            "and freed a day a week for the team."
        ),
        "Led five engineers through a step-by-step migration to Kafka-backed services without downtime.",
        "Wrote the on-call handbook.",
    ),
    "work[1]": ("Built reports for 220 colleagues.", "Ran the SOC 2 evidence work; passed with no findings."),
    "projects[0]": ("Published a structural diff for YAML, 900 stars.",),
}


def bullets(path: str) -> tuple[Bullet, ...]:
    paths = ((f"{path}.highlights[{index}]", text) for index, text in enumerate(BULLETS.get(path, ())))
    return tuple(Bullet(path=at, id=at, text=text) for at, text in paths)


def entry(path: str, section: EntrySection, name: str, **fields: object) -> Entry:
    return Entry(path=path, section=section, name=name, bullets=bullets(path), **fields)


ENTRIES = (
    entry(
        "work[0]",
        "work",
        "Harbor & Vale",
        position="Lead Engineer",
        location="Bergen",
        start=Date(year=2021, month=3, day=1),
    ),
    entry(
        "work[1]",
        "work",
        "Office of Tides",
        position="Engineer",
        start=Date(year=2017),
        end=Date(year=2021, month=2),
    ),
    entry("projects[0]", "projects", "tidediff", url="https://example.org/tidediff", start=Date(year=2022)),
    entry(
        "education[0]",
        "education",
        "University of Lund",
        study_type="M.S.",
        area="Statistics",
        end=Date(year=2016, month=6),
        score="3.9/4.0",
        courses=("Time series", "Survey design"),
    ),
    entry("volunteer[0]", "volunteer", "Sea Rescue", position="Deckhand"),
)
BASICS = Basics(
    name="Zoë Ångström-Muñoz",
    label="Platform Engineer",
    email="zoe@example.com",
    phone="+47 555 01 34",
    location="Bergen, Norway",
    headlines=("Platform Engineer",),
    summaries=("Engineer of calm platforms for loud places.",),
    links=(Link(network="GitHub", username="zoe", url="https://www.github.com/zoe/"),),
)
PROFILE = Profile(
    source="zoe.yaml",
    basics=BASICS,
    entries=ENTRIES,
    languages=(
        Language(path="languages[0]", name="Norwegian", fluency="native"),
        Language(path="languages[1]", name="Greek"),
    ),
    credentials=(
        Credential(
            path="licences[0]",
            kind="licence",
            name="Deck Officer Class 5",
            issuer="Maritime Authority",
            region="Norway",
            number="D-77",
            date=Date(year=2019),
            expires=Date(year=2027, month=4, day=1),
        ),
    ),
    listed=(
        Listed(
            path="awards[0]", section="awards", title="Lighthouse Prize", by="Port Guild", date=Date(year=2023)
        ),
    ),
)
SKILLS = (
    SkillLine(
        path="skills[0]",
        name="Languages",
        terms=(
            SkillTerm(path="skills[0].keywords[0]", text="C++", written="C++"),
            SkillTerm(path="skills[0].keywords[1]", text="CI/CD", written="CI/CD"),
            SkillTerm(path="skills[0].keywords[2]", text="incident response", written="incident response"),
        ),
    ),
)
POSTING = Posting(
    source="posting.txt",
    format="text",
    text="",
    facts=Facts(
        title="Platform Lead",
        company="Fjord Freight",
        locations=(),
        remote="unstated",
        employment_type=None,
        salary=None,
        min_years=None,
        education=None,
        date_posted=None,
        valid_through=None,
        url=None,
        language="en",
    ),
    requirements=(),
    knockouts=(),
    set_aside=(),
    skills=(),
)


def plan(*, profile: Profile = PROFILE, without: Collection[str] = (), **fields: object) -> Plan:
    """A plan that prints everything of a profile but the bullets in `without`."""
    basis: dict[str, Any] = {
        "posting": POSTING,
        "profile": profile,
        "record": None,
        "kind": "general",
        "headline": profile.basics.label,
        "summary": next(iter(profile.basics.summaries), ""),
        "sections": SECTIONS,
        "entries": tuple(
            PlannedEntry(entry=one, lines=_lines(one, without), section=one.section) for one in profile.entries
        ),
        "skills": SKILLS,
        "languages": profile.languages,
        "credentials": profile.credentials,
        "listed": profile.listed,
        "left_out": (),
        "fit": Fit(pages=1, limit=1, measured=False, last_fill=0.5),
    }
    return Plan(**(basis | fields))


def with_name(name: str) -> Profile:
    return replace(PROFILE, basics=replace(BASICS, name=name))


def with_bullet(text: str) -> Plan:
    """A plan whose first bullet says something else."""
    whole = plan()
    first = whole.entries[0]
    line = PlannedLine(path=first.lines[0].path, text=text)
    return replace(whole, entries=(replace(first, lines=(line, *first.lines[1:])), *whole.entries[1:]))


def work_of(one: Profile, *gone: str) -> Plan:
    """A plan that prints the work of a profile, newest first, but for the entries in `gone`."""
    kept = [planned for planned in plan(profile=one).entries if planned.entry.path not in gone]
    kept.sort(key=lambda planned: str(planned.entry.end or "9") + str(planned.entry.start), reverse=True)
    kept.sort(key=lambda planned: not planned.entry.employer and not planned.entry.titles)
    return plan(profile=one, sections=("work",), entries=tuple(kept), headline="")


def letter(**fields: object) -> Letter:
    basis: dict[str, Any] = {
        "date": "March 9, 2026",
        "recipient": ("Hiring Team", "Fjord Freight", "Oslo"),
        "subject": "Application for Platform Lead",
        "salutation": "Dear Hiring Team,",
        "paragraphs": (
            _paragraph("I am applying for the position of Platform Lead.", "pattern:opening[0]"),
            _paragraph(BULLETS["work[0]"][1], "profile:work[0].highlights[1]"),
        ),
        "closing": "Sincerely,",
        "signature": "Zoë Ångström-Muñoz",
        "enclosures": ("Resume",),
    }
    return Letter(**(basis | fields))


def _lines(one: Entry, without: Collection[str]) -> tuple[PlannedLine, ...]:
    kept = (bullet for bullet in one.bullets if bullet.path not in without)
    return tuple(PlannedLine(path=bullet.path, text=bullet.text) for bullet in kept)


def _paragraph(text: str, *sources: str) -> Paragraph:
    return Paragraph(move="evidence", sentences=(Sentence(text=text, sources=sources),))
