"""Small fictional plans, rankings and postings for the tests of letters and gap reports."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tailor.letter.details import company_details, fitting
from tailor.model.plan import Fit, Match, Plan, PlannedEntry, PlannedLine, RankedBullet, Ranking
from tailor.model.posting import Facts, Knockout, KnockoutKind, Posting, Requirement
from tailor.model.profile import Basics, Bullet, Credential, Date, Entry, Language, Profile, SkillGroup, Story
from tailor.model.record import Answer, LetterPoint, Record
from tailor.model.skills import Find, Mention, Skill
from tailor.model.text import Span

TODAY = dt.date(2026, 11, 20)

SKILLS = {
    skill.id: skill
    for skill in (
        Skill(id="python", name="Python", kind="language", broader=("programming",), implies=("programming",)),
        Skill(id="go", name="Go", kind="language", broader=("programming",), implies=("programming",)),
        Skill(id="programming", name="Programming", kind="domain"),
        Skill(id="kubernetes", name="Kubernetes", kind="tool", broader=("orchestration",)),
        Skill(id="nomad", name="Nomad", kind="tool", broader=("orchestration",)),
        Skill(id="orchestration", name="Container orchestration", kind="domain"),
        Skill(id="model-deployment", name="Model deployment", kind="domain"),
        Skill(id="data-pipelines", name="Data pipelines", kind="domain"),
        Skill(id="healthcare", name="Healthcare", kind="domain"),
        Skill(id="budgeting", name="Budgeting", kind="domain"),
        Skill(id="communication", name="Communication", kind="soft"),
    )
}


def find(text: str, role: str) -> tuple[Mention, ...]:
    """A toy finder: every skill by its name, case ignored."""
    del role
    found = [
        Mention(skill=skill, text=hit.group(), start=hit.start(), end=hit.end())
        for skill in SKILLS.values()
        for hit in re.finditer(rf"\b{re.escape(skill.name)}\b", text, re.IGNORECASE)
    ]
    return tuple(sorted(found, key=lambda mention: mention.start))


_: Find = find  # type: ignore[assignment]  # a role is any text here


def entry(index: int, name: str, position: str, dates: str, *bullets: str, section: str = "work") -> Entry:
    """An entry with bullets; `dates` is "2020-2023", "2020.03-2023.05" with months, or "2020-"."""
    start, _, end = dates.partition("-")
    path = f"{section}[{index}]"
    lines = tuple(
        Bullet(path=f"{path}.highlights[{n}]", id=f"{path}.highlights[{n}]", text=text)
        for n, text in enumerate(bullets)
    )
    return Entry(
        path=path,
        section=section,  # type: ignore[arg-type]  # the tests name real sections
        name=name,
        position=position,
        start=date(start),
        end=date(end),
        bullets=lines,
    )


def date(text: str) -> Date | None:
    """ "2020" or "2020.03" as a date."""
    if not text:
        return None
    year, _, month = text.partition(".")
    return Date(year=int(year), month=int(month) if month else None)


ORCHARD = entry(
    0,
    "Orchard Labs",
    "Lead Machine Learning Engineer",
    "2023.05-",
    "Built drift dashboards in Grafana that page the owner when a feature moves beyond agreed limits.",
    "Coach three junior engineers through weekly pairing; two were promoted within 18 months.",
)
PEPPER = entry(
    1,
    "PepperCo",
    "Head of Machine Learning Engineering",
    "2021.02-2023.04",
    "Led a group of 14 engineers in Oslo and Turin; hired nine of them and kept attrition below 5%.",
    "Owned a $3.8M annual budget and reported return per use case to the CFO's office.",
)
QUAY = entry(
    2,
    "Quay Analytics (data company)",
    "Data Scientist",
    "2017-2020",
    "Trained document classifiers with Python sorting 120 page types with 96% accuracy.",
    "Captain of the rowing team.",
)
EDUCATION = replace(
    entry(0, "Fjord University", "", "2013-2015", section="education"), study_type="M.S.", area="Statistics"
)


def profile(  # noqa: PLR0913 - a builder names what each test cares about
    *entries: Entry,
    skills: Sequence[str] = (),
    stories: Sequence[Story] = (),
    languages: Sequence[Language] = (),
    credentials: Sequence[Credential] = (),
    permits: Sequence[str] = (),
    summary: str = "",
) -> Profile:
    """A fictional person; without entries the usual three jobs and a degree."""
    return Profile(
        source="profiles/ada.yaml",
        basics=Basics(
            name="Ada Brandt",
            label="Machine Learning Engineer",
            email="ada@example.com",
            summaries=(summary,) if summary else (),
        ),
        entries=entries or (ORCHARD, PEPPER, QUAY, EDUCATION),
        skills=(SkillGroup(path="skills[0]", name="Tools", keywords=tuple(skills)),) if skills else (),
        stories=tuple(stories),
        languages=tuple(languages),
        credentials=tuple(credentials),
        permits=tuple(permits),
    )


def requirement(
    text: str,
    need: str = "required",
    kind: str = "skill",
    *,
    years: int | None = None,
    source: str = "posting",
) -> Requirement:
    """A requirement; each skill it names is a group of its own, "A or B" are one group."""
    found = find(text, "requirement")
    groups = tuple((mention.skill,) for mention in found)
    if len(found) > 1 and " or " in text:
        groups = (tuple(mention.skill for mention in found),)
    return Requirement(
        id="",
        need=need,  # type: ignore[arg-type]  # the tests name real needs
        kind=kind,  # type: ignore[arg-type]  # and kinds
        span=Span(text=text, start=0, end=len(text)),
        skills=groups,
        min_years=years,
        why="test",
        source=source,  # type: ignore[arg-type]  # as above
    )


STOPS: dict[str, KnockoutKind] = {
    "licence": "licence",
    "permit": "permit",
    "degree": "degree",
    "language": "language",
    "logistics": "travel",
}


def posting(  # noqa: PLR0913 - as above
    *asked: Requirement,
    title: str | None = "Senior Machine Learning Engineer",
    company: str | None = "Fjordvik Health",
    knockouts: Iterable[int] = (),
    text: str = "",
    locations: Sequence[str] = (),
    empty: str = "",
) -> Posting:
    """A posting whose text holds title, company and every requirement; `knockouts` are places in `asked`."""
    body = f"{title or ''}\n{company or ''}\n{text}"
    placed = []
    for number, one in enumerate(asked, start=1):
        start = len(body) + 1
        body += f"\n{one.text}"
        placed.append(replace(one, id=f"r{number}", span=Span(text=one.text, start=start, end=len(body))))
    return Posting(
        source="postings/fjordvik.txt",
        format="text",
        text=body,
        facts=Facts(
            title=title,
            company=company,
            locations=tuple(locations),
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
        requirements=tuple(placed),
        knockouts=tuple(
            Knockout(kind=STOPS.get(placed[n].kind, "years"), requirement=placed[n]) for n in knockouts
        ),
        set_aside=(),
        skills=(),
        empty=empty,
    )


ASKED = (
    requirement("Experience with model deployment and data pipelines", kind="experience"),
    requirement("Leading engineers", "responsibility", "duty"),
    requirement("Python", "preferred"),
)


def plan(
    of: Posting | None = None,
    person: Profile | None = None,
    record: Record | None = None,
    *,
    printed: Iterable[str] | None = None,
) -> Plan:
    """A plan that prints every bullet, or the ones named."""
    person = person or profile()
    paths = None if printed is None else set(printed)
    entries = tuple(
        PlannedEntry(
            entry=one,
            section=one.section,
            lines=tuple(
                PlannedLine(path=bullet.path, text=bullet.text)
                for bullet in one.bullets
                if paths is None or bullet.path in paths
            ),
        )
        for one in person.entries
    )
    return Plan(
        posting=of or posting(*ASKED),
        profile=person,
        record=record,
        kind="general",
        headline="",
        summary="",
        sections=("work", "education"),
        entries=entries,
        skills=(),
        languages=person.languages,
        credentials=person.credentials,
        listed=(),
        left_out=(),
        fit=Fit(pages=1, limit=1, measured=False, last_fill=0.5),
    )


def ranking(of: Plan, strong: Mapping[str, Sequence[str]] | None = None) -> Ranking:
    """A ranking in file order with falling scores; `strong` maps a requirement's id to proving paths."""
    owners = {bullet.path: one for one in of.profile.entries for bullet in one.bullets}
    matches = tuple(
        Match(requirement=name, path=path, score=1 - 0.1 * n, parts=(), strong=True)
        for name, paths in (strong or {}).items()
        for n, path in enumerate(paths)
    )
    bullets = tuple(
        RankedBullet(
            bullet=bullet,
            entry=owners[bullet.path],
            score=1 - 0.01 * n,
            parts=(),
            requirements=tuple(m.requirement for m in matches if m.path == bullet.path),
        )
        for n, bullet in enumerate(of.profile.bullets)
    )
    return Ranking(bullets=bullets, matches=matches)


STRONG = {
    "r1": ("work[0].highlights[0]", "work[2].highlights[0]"),
    "r2": ("work[1].highlights[0]",),
    "r3": ("work[2].highlights[0]",),
}


def record(
    *,
    points: Sequence[tuple[str, str]] = (),
    answers: Sequence[tuple[str, str]] = (),
    why: str | None = None,
    details: str = "",
) -> Record:
    """An application record with letter points (place, text) and connection answers (question, text)."""
    return Record(
        source="postings/fjordvik.md",
        why=why,
        company_details=details,
        connection=tuple(Answer(question=question, text=text) for question, text in answers),
        letter_points=tuple(LetterPoint(place=place, text=text) for place, text in points),  # type: ignore[arg-type]
    )


CLINIC = record(
    points=(
        ("opening", "Express interest in Fjordvik Health's careful approach to screening"),
        ("body", "Highlight experience with model monitoring and team leadership"),
        ("company", "Connect to the mission of bringing screening to small towns"),
        ("closing", "Mention personal connection as a patient and desire to contribute to better care"),
    ),
    answers=(
        ("Have you used their product/service?", "Yes"),
        (
            "If yes, describe your experience:",
            "My husband works at Fjordvik Health, our son was born there, and I've received care at its clinics",
        ),
        (
            "Any specific features or aspects you particularly value?",
            "Friendly staff, careful approach to screening, and the kindness during our son's birth",
        ),
        (
            "How does this connection relate to your professional interest in the company?",
            "These visits have given me a lasting respect for their mission and a wish to contribute what I know",
        ),
    ),
    details=(
        "Fjordvik Health is a world-renowned network of clinics. It was founded in 1911. "
        "The Screening Data group builds models that bring screening to small towns."
    ),
)


def company_detail(notes: Record, wanted: Iterable[str], company: str) -> str:
    """The one fact of the company details that fits the themes best, as it is said to the company."""
    best = fitting(company_details(notes, company), wanted)
    return best.said if best else ""
