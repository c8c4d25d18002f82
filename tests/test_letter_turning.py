"""Bullets into clauses of the first person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.letter.turning import turn
from tailor.letter.verbs import verb_forms
from tailor.letter.words import words


@pytest.mark.parametrize(
    ("bullet", "current", "clause"),
    [
        ("Led a group of 14 engineers.", False, "led a group of 14 engineers"),
        ("Coach three junior engineers", True, "coach three junior engineers"),
        ("Built the API in Django", True, "built the API in Django"),
        ("Set up a CI/CD pipeline", False, "set up a CI/CD pipeline"),
        ("Successfully migrated 40 sites to AWS", False, "successfully migrated 40 sites to AWS"),
        ("Manages a team of five", True, "manage a team of five"),
        ("Managing the night desk", True, "manage the night desk"),
        ("Managing the night desk", False, "managed the night desk"),
        ("Responsible for the weekly rota", False, "was responsible for the weekly rota"),
        ("Responsible for the weekly rota", True, "am responsible for the weekly rota"),
        ("Modelled a star schema for ridership", False, "modelled a star schema for ridership"),
        ("Re-architected the billing service", False, "re-architected the billing service"),
        ("Care for two patients per shift", True, "care for two patients per shift"),
        ("I repaired 300 bicycles a year", False, "repaired 300 bicycles a year"),
    ],
)
def test_a_verb_first_bullet_becomes_a_clause_in_the_right_tense(bullet, current, clause) -> None:
    turned = turn(bullet, current=current)
    assert turned is not None
    assert turned.clause == clause


@pytest.mark.parametrize(
    ("bullet", "current"),
    [
        ("Captain of the club rowing team", True),
        ("Coursework in statistics", False),
        ("Thesis on calibration", False),
        ("Coach three junior engineers", False),
        ("Project management of three sites", True),
        ("Lead engineer on the billing project", True),
        ("Certified Scrum Master since 2019", False),
        ("Advanced analytics for marketing", True),
        ("Manages a team and leads the guild", True),
        ("Helped him move the archive", False),
        ("Report to the CFO's office and design", False),
        ("3 awards for service", True),
        ("", True),
        (";", False),
    ],
)
def test_what_would_not_be_grammatical_is_not_turned(bullet, current) -> None:
    assert turn(bullet, current=current) is None


def test_a_part_after_a_semicolon_becomes_a_clause_a_sentence_or_nothing() -> None:
    hired = turn("Led a group of 14; hired nine of them", current=False)
    fell = turn("Delivered churn models; fraud losses fell 22% in two quarters", current=False)
    named = turn("Hold daily updates with families; named in 14 letters", current=True)
    noun = turn("Produced battle cards; win rate rose from 31% to 44%", current=True)
    assert hired is not None
    assert fell is not None
    assert named is not None
    assert noun is not None
    assert hired.own == ("hired nine of them",)
    assert fell.then == ("Fraud losses fell 22% in two quarters.",)
    assert (named.own, named.then) == ((), ())
    assert noun.then == ("Win rate rose from 31% to 44%.",)


def test_a_present_part_in_an_ended_job_is_left_out() -> None:
    turned = turn("Founded the local chapter; run the monthly meeting", current=False)
    assert turned is not None
    assert turned.own == ()


def test_names_and_acronyms_keep_their_case() -> None:
    turned = turn("Moved SAP and iPad forms to PostgreSQL", current=False)
    assert turned is not None
    assert turned.clause == "moved SAP and iPad forms to PostgreSQL"


@given(
    st.sampled_from(sorted(verb_forms())), st.booleans(), st.lists(st.from_regex(r"[a-z]{2,9}", fullmatch=True))
)
def test_turning_adds_no_words_but_the_verbs_own_form(verb, current, rest) -> None:
    bullet = " ".join([verb.capitalize(), "the", *rest])
    turned = turn(bullet, current=current)
    if turned is not None:
        assert words(turned.clause)[-len(rest) - 1 :] == ["the", *rest]
        assert len(words(turned.clause)) <= len(words(bullet)) + 1


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("Shipped a pricing service (Python, gRPC, Redis) that answers in 40 ms",
         "shipped a pricing service that answers in 40 ms"),
        ("Precept new graduates (14 so far, two a year)", "precept new graduates (14 so far, two a year)"),
        ("Ran the lab (with one technician)", "ran the lab (with one technician)"),
        ("Set the reference design for the new plant in Oslo: belts, ovens, silos",
         "set the reference design for the new plant in Oslo"),
        ("Own the calendar: articles, a webinar, one report", "own the calendar: articles, a webinar, one report"),
        ("Led the clinic at St. Olaf Hospital", "led the clinic at St. Olaf Hospital"),
    ],
)  # fmt: skip
def test_lists_that_nobody_speaks_are_left_out_and_figures_stay(bullet: str, clause: str) -> None:
    turned = turn(bullet, current=True)
    assert turned is not None
    assert turned.clause == clause
