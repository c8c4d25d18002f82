"""Which spelling a skill is printed in, and the order of skills and their groups."""

import pytest
from match_builders import find, posting, requirement

from tailor.model.profile import Basics, Profile, SkillGroup
from tailor.plan.terms import same_name, skill_lines


@pytest.mark.parametrize(
    ("written", "spelling", "kind"),
    [
        ("CI / CD", "CI/CD", "method"),
        ("e-mail marketing", "email marketing", "method"),
        ("dashboards", "dashboard", "domain"),
        ("Node.JS", "NodeJS", "framework"),
        ("CRRT", "continuous renal replacement therapy", "method"),
        ("LLMs", "large language models", "method"),
        ("Retrieval-augmented generation", "RAG", "method"),
        ("AWS", "Amazon Web Services", "cloud"),
        ("K8s", "Kubernetes", "platform"),
        ("sklearn", "scikit-learn", "library"),
        ("Postgres", "PostgreSQL", "database"),
        ("Golang", "Go", "language"),
    ],
)
def test_variants_of_one_name(written: str, spelling: str, kind: str) -> None:
    assert same_name(written, spelling, kind)
    assert same_name(spelling, written, kind)


@pytest.mark.parametrize(
    ("written", "spelling", "kind"),
    [
        ("preceptorship", "preceptor", "method"),
        ("forecasting", "forecasts", "method"),
        ("nurse manager", "nursing management", "domain"),
        ("Excel", "pivot tables", "tool"),
        ("Office", "Office 365", "tool"),
        ("GA4", "Google Analytics", "tool"),
        ("Tableau", "Tableau Server", "tool"),
        ("MS Excel", "Excel", "tool"),
        ("TensorFlow", "TFLite", "library"),
        ("C", "C++", "language"),
        ("K9s", "Kubernetes", "method"),
        ("", "Go", "language"),
    ],
)
def test_other_words_for_one_thing_are_no_variants(written: str, spelling: str, kind: str) -> None:
    assert not same_name(written, spelling, kind)
    assert not same_name(spelling, written, kind)


def groups(*held: tuple[str, ...]) -> Profile:
    found = tuple(
        SkillGroup(path=f"skills[{at}]", name=f"Group {at}", keywords=words) for at, words in enumerate(held)
    )
    return Profile(source="a.yaml", basics=Basics(name="Ada"), entries=(), skills=found)


def names(profile: Profile, *need: str) -> list[list[str]]:
    asked = posting(
        *(
            requirement(text, at=at, need=kind)
            for at, (text, kind) in enumerate(zip(need[::2], need[1::2], strict=True))
        )  # type: ignore[arg-type]  # words of a table
    )
    return [[term.text for term in line.terms] for line in skill_lines(asked, profile, find)]


def test_only_a_required_skill_moves_its_group_up() -> None:
    person = groups(("Juggling",), ("Excel", "Kafka"), ("Python", "Spark"))
    assert names(person, "Kafka", "preferred", "Spark", "responsibility") == [
        ["Juggling"],
        ["Kafka", "Excel"],
        ["Spark", "Python"],
    ]
    assert names(person, "Kafka", "preferred", "Spark", "required")[0] == ["Spark", "Python"]


def test_every_skill_is_printed_once_under_its_own_group() -> None:
    person = groups(("Python", "Excel"), ("Kafka",))
    found = names(person, "Kafka", "required")
    assert sorted(term for group in found for term in group) == ["Excel", "Kafka", "Python"]
