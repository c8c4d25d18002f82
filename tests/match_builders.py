"""Small fictional postings and profiles for tests of ranking and planning."""

import re
from collections.abc import Sequence
from datetime import date

from tailor.model.posting import Facts, Need, Posting, Requirement, RequirementKind
from tailor.model.profile import Basics, Bullet, Date, Entry, EntrySection, Profile
from tailor.model.skills import Mention, Role, Skill
from tailor.model.text import Span

TODAY = date(2026, 1, 15)

SKILLS = {
    "python": Skill(id="python", name="Python", kind="language"),
    "pyspark": Skill(id="pyspark", name="PySpark", kind="library", implies=("spark",)),
    "spark": Skill(id="spark", name="Spark", kind="framework"),
    "kafka": Skill(id="kafka", name="Kafka", kind="platform"),
    "postgres": Skill(id="postgresql", name="PostgreSQL", kind="database"),
    "postgresql": Skill(id="postgresql", name="PostgreSQL", kind="database"),
    "nursing": Skill(id="nursing", name="Nursing", kind="domain"),
    "spanish": Skill(id="spanish", name="Spanish", kind="natural-language"),
}


def find(text: str, role: Role) -> tuple[Mention, ...]:
    """The skills above, wherever a word of the text is one; the role does not matter here."""
    assert role
    return tuple(
        Mention(skill=SKILLS[word[0].casefold()], text=word[0], start=word.start(), end=word.end())
        for word in re.finditer(r"\w+", text)
        if word[0].casefold() in SKILLS
    )


def requirement(
    text: str, *, at: int = 1, need: Need = "required", kind: RequirementKind = "skill", notes: bool = False
) -> Requirement:
    """A requirement called r1, r2, … that asks for every skill its text names."""
    return Requirement(
        id=f"r{at}",
        need=need,
        kind=kind,
        span=Span(text=text, start=0, end=len(text)),
        skills=tuple((mention.skill,) for mention in find(text, "requirement")),
        min_years=None,
        why="",
        source="record" if notes else "posting",
    )


def posting(*asked: str | Requirement, title: str = "Data engineer") -> Posting:
    """A posting of these requirements, in this order."""
    requirements = tuple(
        requirement(one, at=at) if isinstance(one, str) else one for at, one in enumerate(asked, start=1)
    )
    facts = Facts(
        title=title,
        company="Umbrelcott",
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
    )
    return Posting(
        source="posting.txt",
        format="text",
        text="\n".join(one.text for one in requirements),
        facts=facts,
        requirements=requirements,
        knockouts=(),
        set_aside=(),
        skills=(),
    )


def entry(
    at: int,
    bullets: Sequence[str | Bullet],
    *,
    section: EntrySection = "work",
    name: str = "",
    years: tuple[int | None, int | None] = (2020, None),
) -> Entry:
    """The entry at a place of its section; `years` are its start and end, None for none."""
    path = f"{section}[{at}]"
    held = [one if isinstance(one, Bullet) else Bullet(path="", id="", text=one) for one in bullets]
    paths = [f"{path}.highlights[{place}]" for place in range(len(held))]
    return Entry(
        path=path,
        section=section,
        name=name or f"Firm {section} {at}",
        position="Engineer",
        start=Date(year=years[0]) if years[0] else None,
        end=Date(year=years[1]) if years[1] else None,
        bullets=tuple(
            Bullet(
                path=place,
                id=one.id or place,
                text=one.text,
                variants=one.variants,
                skills=one.skills,
                tags=one.tags,
                private=one.private,
                pin=one.pin,
            )
            for place, one in zip(paths, held, strict=True)
        ),
    )


def bullet(  # noqa: PLR0913 - the keys of a bullet, each by name
    text: str,
    *,
    id: str = "",  # noqa: A002 - the model's own word
    variants: tuple[str, ...] = (),
    skills: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    mark: str = "",
) -> Bullet:
    """A bullet that gets its path from its entry; `mark` is "private", "pin" or nothing."""
    return Bullet(
        path="",
        id=id,
        text=text,
        variants=variants,
        skills=skills,
        tags=tags,
        private=mark == "private",
        pin=mark == "pin",
    )


def profile(*entries: Entry) -> Profile:
    """A profile of these entries and nothing else."""
    return Profile(source="ada.yaml", basics=Basics(name="Ada Quillfeather"), entries=entries)
