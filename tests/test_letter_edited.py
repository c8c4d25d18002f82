"""Sentences that a person wrote into a letter: numbers, skills and names that none of their files holds."""

import pytest
from letter_cases import CLINIC, SKILLS, find, plan, posting, profile, requirement

from tailor.letter.edited import Sources
from tailor.model.profile import Story

PLAN = plan(
    posting(requirement("Experience with Kubernetes", kind="experience"), text="We are 1,200 people in Bergen."),
    profile(skills=("Nomad",), stories=(Story(path="stories[0]", text="I met 4,5 million readers at Øre & Co."),)),
    CLINIC,
)

CLAIMS = {
    "I led 14 engineers and a budget of $3.8M, below 5%.": [],
    "I led 15 engineers and a budget of $4.8M, below 6%.": [("number", "15"), ("number", "4.8"), ("number", "6")],
    "You are 1200 people, and I met 4.5 million readers.": [],
    "In 2017 I began, and since May 2023 I am here.": [],
    "In 1999 I began.": [("number", "1999")],
    "I hired nine of 9, and twelve more.": [("number", "twelve")],
    "I wrote 18 pages in Q3 and used HTML5.": [("name", "Q3"), ("name", "HTML5")],
    "I know Python and Nomad.": [],
    "I know Kubernetes, as you ask.": [],
    "I know Go well.": [("skill", "Go")],
    "I like programming.": [],
    "I have done budgeting, and communication is easy for me.": [("skill", "budgeting")],
    "I worked with PepperCo's people in Oslo and Turin.": [],
    "I worked with Acme Robotics of Lund, in Oslo.": [("name", "Acme Robotics"), ("name", "Lund")],
    "Yesterday Ms. Quill called. Tomorrow I answer.": [("name", "Quill")],
    "It says “Nothing is lost” in March.": [],
    "At Øre & Co. I learned it, and I’m glad I did.": [],
    "": [],
}


@pytest.mark.parametrize("sentence", CLAIMS)
def test_what_no_file_holds_is_told_once_and_nothing_else(sentence: str) -> None:
    assert list(Sources.of(PLAN, find).lacking(sentence)) == CLAIMS[sentence]


def test_what_a_skill_implies_has_a_source_and_more_texts_may_be_given() -> None:
    assert "programming" in SKILLS["python"].implies
    sources = Sources.of(PLAN, find, more=("Since 2031 in Narvik.",))
    assert sources.lacking("I saw Narvik in 2031, and Tromsø.") == (("name", "Tromsø"),)


def test_where_nouns_have_capitals_names_are_not_told() -> None:
    sources = Sources.of(PLAN, find, lang="de")
    assert sources.lacking("Ich leitete siebzig Häuser und 14 Leute mit Go.") == (
        ("number", "siebzig"),
        ("skill", "Go"),
    )
