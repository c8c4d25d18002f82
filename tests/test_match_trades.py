"""Evidence as a reader of any trade would take it: the whole lexicon, short fictional people."""

from dataclasses import replace

import pytest
from match_builders import TODAY, entry, posting, profile

from tailor.match import rank
from tailor.model.posting import Item, Need, Posting, Reading
from tailor.model.profile import Profile
from tailor.model.skills import Find
from tailor.model.text import Page, Span
from tailor.requirements import build_posting
from tailor.skills import load_finder

PEOPLE = {
    "Grade 4 Teacher": [
        "Taught reading to 26 fourth graders; 19 moved up a level in a year.",
        "Started class meetings that cut office referrals by half.",
        "Wrote lesson plans for fractions that the whole grade uses.",
        "Met with parents twice a term and wrote a weekly letter home.",
        "Led the attendance committee, which brought absences from 9% to 5%.",
        "Painted the set of the spring play.",
    ],
    "Journeyman Electrician": [
        "Wired 40 apartments from panel to outlet, all passed inspection the first time.",
        "Led a crew of five on a school retrofit.",
        "Taught two apprentices to read blueprints.",
        "Programmed a small Allen-Bradley PLC for a pump station.",
        "Gave the Monday safety talk; four years without a lost-time injury.",
        "Kept the van stocked.",
    ],
    "Truck Driver": [
        "Drove 110,000 miles a year in eleven states without a preventable accident.",
        "Kept electronic logs that passed three roadside inspections.",
        "Trained four new hires on mountain routes.",
        "Collected signatures from customers.",
    ],
    "Associate Attorney": [
        "Took 45 depositions in commercial cases.",
        "Negotiated settlements worth $14M for three insurers.",
        "Wrote plain-language guides to new rules for hotel managers.",
        "Supervised two paralegals and a summer associate.",
        "Billed 2,100 hours a year.",
    ],
    "Registered Nurse, Surgical ICU": [
        "Care for two ventilated patients a shift.",
        "Manage arterial lines and titrate vasopressors.",
        "Led the delirium project that raised screening from 50% to 90%.",
        "Sit on the falls and skin committee.",
        "Organized the holiday lunch.",
    ],
    "Head of Machine Learning": [
        "Lead 17 engineers in three squads; hired eleven of them.",
        "Own a $4.2M annual budget and report to the CFO every quarter.",
        "Present the quarterly plan to the executive committee.",
        "Started a review board that checks every model for fairness and explainability.",
        "Worked with clinicians to map diagnoses from HL7 messages.",
        "Built the ingestion pipeline that takes scanned forms into PostgreSQL.",
        "Organized the chess ladder.",
    ],
}


@pytest.fixture(scope="module")
def find() -> Find:
    return load_finder().find


def read(asked: str, find: Find, *, need: Need = "required") -> Posting:
    """A posting of this one line, with its skills, kind and years as they are read."""
    span = Span(text=asked, start=0, end=len(asked))
    reading = Reading(items=(Item(span=span, need=need, why=""),), facts=posting().facts, set_aside=())
    return build_posting(
        Page(source="posting.txt", format="text", decided="", text=asked, blocks=()), reading, find
    )


def person(title: str) -> Profile:
    return profile(replace(entry(0, PEOPLE[title]), position=title))


def quoted(asked: str, title: str, find: Find) -> list[str]:
    """The bullets that prove the line, best first."""
    who = person(title)
    texts = {bullet.path: bullet.text for bullet in who.bullets}
    matches = rank(read(asked, find), who, find, today=TODAY).matches
    return [texts[one.path] for one in sorted(matches, key=lambda one: -one.score) if one.strong]


@pytest.mark.parametrize(
    ("title", "asked", "opening"),
    [
        ("Grade 4 Teacher", "3+ years of classroom teaching experience", "Taught reading"),
        ("Grade 4 Teacher", "Positive behavior management", "Started class meetings"),
        ("Grade 4 Teacher", "Communicate with families about progress", "Met with parents"),
        ("Grade 4 Teacher", "Quality improvement projects", "Led the attendance committee"),
        ("Journeyman Electrician", "5 years of commercial electrical experience", "Wired 40 apartments"),
        ("Journeyman Electrician", "Experience supervising apprentices or a crew", "Led a crew"),
        ("Journeyman Electrician", "Read blueprints and schematics", "Taught two apprentices"),
        ("Journeyman Electrician", "Experience with PLCs", "Programmed"),
        ("Journeyman Electrician", "Commitment to workplace safety", "Gave the Monday"),
        ("Truck Driver", "2 years of over-the-road driving experience", "Drove"),
        ("Truck Driver", "Knowledge of DOT regulations and hours of service", "Kept electronic logs"),
        ("Truck Driver", "Experience training others", "Trained four"),
        ("Associate Attorney", "4+ years of litigation experience", "Took 45 depositions"),
        ("Associate Attorney", "Explain complex matters to non-lawyers", "Wrote plain-language"),
        ("Associate Attorney", "Supervise junior staff", "Supervised two"),
        ("Registered Nurse, Surgical ICU", "3 years of recent critical care nursing experience", "Care for two"),
        ("Registered Nurse, Surgical ICU", "1 year of ICU experience", "Manage arterial"),
        ("Registered Nurse, Surgical ICU", "Take part in projects on falls and delirium", "Led the delirium"),
        ("Registered Nurse, Surgical ICU", "Take part in projects on falls and delirium", "Sit on the falls"),
        ("Head of Machine Learning", "3+ years of experience leading teams of engineers", "Lead 17"),
        ("Head of Machine Learning", "7+ years of progressive leadership experience", "Lead 17"),
        ("Head of Machine Learning", "Experience managing P&L and achieving financial objectives", "Own a"),
        ("Head of Machine Learning", "Explain technical decisions to non-technical leaders", "Present the"),
        ("Head of Machine Learning", "Responsible AI", "Started a review board"),
        ("Head of Machine Learning", "2+ years of experience with healthcare data", "Worked with clinicians"),
        ("Head of Machine Learning", "Work with nurses and physicians", "Worked with clinicians"),
        ("Head of Machine Learning", "Data pipelines", "Built the ingestion pipeline"),
    ],
)
def test_what_a_bullet_proves_is_found(title: str, asked: str, opening: str, find: Find) -> None:
    assert [text for text in quoted(asked, title, find) if text.startswith(opening)]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Grade 4 Teacher", "Experience with budgets"),
        ("Grade 4 Teacher", "Experience leading a team of engineers"),
        ("Grade 4 Teacher", "Knowledge of Python"),
        ("Journeyman Electrician", "Patient assessment"),
        ("Journeyman Electrician", "P&L responsibility"),
        ("Truck Driver", "Experience with machine learning"),
        ("Truck Driver", "Forklift certification"),
        ("Associate Attorney", "Experience with Kubernetes"),
        ("Associate Attorney", "Experience leading digital transformation"),
        ("Registered Nurse, Surgical ICU", "Experience with business data"),
        ("Registered Nurse, Surgical ICU", "Triage bugs and issues"),
        ("Head of Machine Learning", "Experience negotiating with vendors"),
        ("Head of Machine Learning", "Hands-on experience with autonomous AI systems in hospitals"),
        ("Head of Machine Learning", "3 years of critical care nursing experience"),
    ],
)
def test_what_no_bullet_proves_is_not_found(title: str, asked: str, find: Find) -> None:
    assert quoted(asked, title, find) == []


@pytest.mark.parametrize(
    ("title", "asked", "opening"),
    [
        ("Registered Nurse, Surgical ICU", "3 years of critical care experience", "Organized the holiday"),
        ("Head of Machine Learning", "5 years of machine learning experience", "Organized the chess"),
        ("Truck Driver", "2 years of truck driving experience", "Collected signatures"),
    ],
)
def test_a_title_alone_makes_no_proof_of_a_bullet(title: str, asked: str, opening: str, find: Find) -> None:
    assert not [text for text in quoted(asked, title, find) if text.startswith(opening)]


def test_a_title_orders_no_bullets(find: Find) -> None:
    found = rank(read("2 years of truck driving experience", find), person("Truck Driver"), find, today=TODAY)
    assert found.bullets
    assert all("title" not in dict(one.parts) for one in found.bullets)


@pytest.mark.parametrize(
    ("asked", "need", "listed"),
    [
        ("Experience with data, design and PostgreSQL", "required", ["PostgreSQL"]),
        ("Strong documentation and testing", "required", []),
        ("Experience in the healthcare sector and with Epic", "required", ["Epic"]),
        ("Proficient in AutoCAD; troubleshooting", "required", ["AutoCAD"]),
    ],
)
def test_words_of_every_trade_are_no_skills_of_a_posting(
    asked: str, need: Need, listed: list[str], find: Find
) -> None:
    assert [skill.name for skill in read(asked, find, need=need).skills] == listed
