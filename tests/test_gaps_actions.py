"""What to do first: five steps at most, each about something of its own, counted by what asks for it."""

import re
from dataclasses import replace

import pytest
from letter_cases import ORCHARD, PEPPER, QUAY, TODAY, find, plan, posting, profile, ranking, requirement

from tailor.gaps import report
from tailor.gaps.phrases import same_name, says
from tailor.model.gaps import PostingGaps
from tailor.model.posting import Requirement
from tailor.model.skills import Mention

ALIASES = {"k8s": "Kubernetes", "ML deployment": "Model deployment"}


def found(text: str, role: str) -> tuple[Mention, ...]:
    """The toy finder, which knows a few other spellings."""
    others = tuple(
        replace(find(name, role)[0], text=hit.group(), start=hit.start(), end=hit.end())
        for spelling, name in ALIASES.items()
        for hit in re.finditer(rf"\b{re.escape(spelling)}\b", text)
    )
    return (*find(text, role), *others)


def gaps_of(*asked: Requirement, person=None, knockouts=(), strong=None, printed=None) -> PostingGaps:
    of = plan(posting(*asked, knockouts=knockouts), person, printed=printed)
    return report([(of, ranking(of, strong))], today=TODAY, find=found).postings[0]


def test_there_are_five_steps_at_most_and_two_of_a_kind() -> None:
    asked = [
        requirement(name) for name in ("Kubernetes", "Healthcare", "Budgeting", "Go", "Nomad", "Data pipelines")
    ]
    duties = [
        requirement(f"Run {name}", "responsibility", "duty") for name in ("Kubernetes", "healthcare", "Nomad")
    ]
    person = profile(QUAY, skills=("Go", "Nomad"))
    actions = gaps_of(*asked, *duties, person=person).verdict.actions
    kinds = [action.kind for action in actions]
    assert len(actions) <= 5
    assert len(set(kinds)) > 1
    assert all(kinds.count(kind) <= 2 for kind in kinds)


def test_what_several_lines_ask_for_is_one_step_with_their_number() -> None:
    gaps = gaps_of(requirement("Kubernetes"), requirement("Kubernetes in production"), person=profile(QUAY))
    (action,) = gaps.verdict.actions
    assert action.kind == "learn"
    assert action.about == ("r1", "r2")
    assert action.text.startswith("Learn Kubernetes")
    assert "two required items ask" in action.text


def test_skills_of_one_line_are_one_step_and_many_are_told_by_their_line() -> None:
    two = gaps_of(requirement("Kubernetes and budgeting"), person=profile(QUAY)).verdict.first
    assert two[0].startswith("Learn Kubernetes and budgeting,")
    text = "Kubernetes, budgeting, healthcare, data pipelines and model deployment"
    many = gaps_of(requirement(text), person=profile(QUAY)).verdict.first
    assert many[0].startswith("Learn what “Kubernetes, budgeting")


def test_what_only_the_person_can_say_is_one_step() -> None:
    permits = [requirement(text, kind="permit") for text in ("US citizenship", "Secret clearance")]
    one = gaps_of(permits[0], knockouts=(0,)).verdict.first
    assert one[0].startswith("Confirm “US citizenship”, a must-have: ")
    (both,) = gaps_of(*permits, knockouts=(0, 1)).verdict.actions
    assert both.kind == "confirm"
    assert both.about == ("r1", "r2")


def test_years_are_not_learnt() -> None:
    gaps = gaps_of(requirement("1 year in healthcare", kind="experience", years=1))
    assert not any(action.kind == "learn" for action in gaps.verdict.actions)
    assert "only such work brings it" in gaps.states[0].advice


def test_a_duty_that_names_nothing_is_no_step() -> None:
    gaps = gaps_of(requirement("Other things as they come", "responsibility", "duty"))
    assert gaps.verdict.actions == ()


def test_preferred_items_are_left_out_where_enough_else_is_to_do() -> None:
    required = [requirement(name) for name in ("Kubernetes", "Healthcare", "Budgeting")]
    duty = requirement("Run data pipelines", "responsibility", "duty")
    gaps = gaps_of(*required, duty, requirement("Go", "preferred"), person=profile(QUAY))
    assert len(gaps.verdict.actions) == 3
    assert not any("(preferred)" in text for text in gaps.verdict.first)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("CRRT", "continuous renal replacement therapy", True),
        ("Postgres", "PostgreSQL", True),
        ("open source", "open-source", True),
        ("L&D", "labor and delivery", True),
        ("vital signs", "blood pressures", False),
        ("machine learning models", "ML", False),
        ("Go", "Google", False),
        ("data", "data pipelines", False),
    ],
)
def test_two_spellings_are_one_name(one, other, same) -> None:
    assert same_name(one, other) == same_name(other, one) == same


@pytest.mark.parametrize(
    ("asked", "person", "printed", "state", "written"),
    [
        ("Kubernetes", profile(ORCHARD, skills=("k8s",)), None, "unprinted", "k8s"),
        ("Python", profile(QUAY), None, "printed", ""),
        ("Python", profile(QUAY), (), "unprinted", "Python"),
        ("Programming", profile(QUAY), None, "implied", "Python"),
        ("Kubernetes", profile(QUAY), None, "missing", ""),
    ],
)
def test_the_postings_words_are_held_against_the_page(asked, person, printed, state, written) -> None:
    (phrase,) = gaps_of(requirement(asked), person=person, printed=printed).phrases
    assert (phrase.state, phrase.written) == (state, written)


@pytest.mark.parametrize(
    ("page", "words", "said"),
    [
        ("Built a data pipeline", "data pipelines", True),
        ("Python, SQL", "sql", True),
        ("Googled it", "Go", False),
        ("C++ and C", "C++", True),
        ("classes", "class", True),
    ],
)
def test_words_are_searched_as_they_are_one_or_many(page, words, said) -> None:
    assert says(page, words) == said


def test_another_spelling_on_the_page_is_told_with_what_to_write() -> None:
    one = replace(PEPPER.bullets[0], text="Ran k8s in two regions.")
    person = profile(replace(PEPPER, bullets=(one,)))
    gaps = gaps_of(requirement("Kubernetes", "preferred"), person=person, strong={"r1": (one.path,)})
    (phrase,) = gaps.phrases
    assert (phrase.state, phrase.text, phrase.written) == ("respelled", "Kubernetes", "k8s")


def test_of_a_name_with_its_short_form_the_one_on_the_page_is_enough() -> None:
    one = replace(PEPPER.bullets[0], text="Ran k8s in two regions.")
    gaps = gaps_of(requirement("Kubernetes (k8s)"), person=profile(replace(PEPPER, bullets=(one,))))
    assert [(phrase.text, phrase.state) for phrase in gaps.phrases] == [("k8s", "printed")]


def test_of_an_any_of_group_that_is_answered_the_others_are_not_missing() -> None:
    gaps = gaps_of(requirement("Python or Kubernetes"), person=profile(QUAY))
    assert [(phrase.text, phrase.state) for phrase in gaps.phrases] == [("Python", "printed")]


@pytest.mark.parametrize(
    ("shown", "asked", "start"),
    [
        (4, 1, "Apply: 4 of 5 required items are shown or met; one of the others only you can confirm."),
        (3, 4, "A stretch: 3 of 8 required items are shown or met; four of the others only you can confirm."),
        (0, 1, "Far off: 0 of 5"),
    ],
)
def test_what_only_the_person_can_say_is_counted_apart(shown, asked, start) -> None:
    lines = [requirement(f"Line {n} about model deployment") for n in range(4)]
    permits = [requirement(f"US citizenship {n}", kind="permit") for n in range(asked)]
    strong = {f"r{n + 1}": ("work[0].highlights[0]",) for n in range(shown)}
    verdict = gaps_of(*lines, *permits, strong=strong).verdict
    assert verdict.sentence.startswith(start)
    assert verdict.asked == asked


def test_where_few_items_are_settled_the_duties_count_with_them() -> None:
    asked = (requirement("Model deployment"), requirement("US citizenship", kind="permit"))
    duties = [requirement(f"Deploy {n} models", "responsibility", "duty") for n in range(3)]
    strong = dict.fromkeys(("r1", "r3", "r4", "r5"), ("work[0].highlights[0]",))
    verdict = gaps_of(*asked, *duties, strong=strong).verdict
    assert verdict.sentence.startswith("Apply: 4 of 5 required items and duties are shown or met;")
