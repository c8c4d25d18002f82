"""What letters promise beyond their sentences: bridges, the short form, other drafts, checks that find faults."""

import re
from dataclasses import replace

import pytest
from letter_cases import (
    ASKED,
    CLINIC,
    ORCHARD,
    PEPPER,
    QUAY,
    STRONG,
    TODAY,
    date,
    find,
    plan,
    posting,
    profile,
    ranking,
    record,
    requirement,
)

from tailor.letter import LetterWish, write_letter
from tailor.letter.checks import letter_faults
from tailor.letter.rhythm import rhythm_faults
from tailor.model.bridge import Bridge
from tailor.model.letter import Letter, Paragraph, Sentence
from tailor.model.plan import Plan
from tailor.model.profile import Story
from tailor.tailoring import Wish, wish_of, wished


def letter_of(of: Plan, strong=STRONG, *, variant: int = 0, short: bool = False) -> Letter:
    wish = LetterWish(variant=variant, short=short)
    return write_letter(of, ranking(of, strong), today=TODAY, find=find, wish=wish)


def text_of(letter: Letter) -> str:
    return "\n\n".join(paragraph.text for paragraph in letter.paragraphs)


GERMAN = Bridge(path="bridges[0]", text="My Kubernetes is two evening courses old, and I go on.", gap="Kubernetes")
PYTHON = Bridge(path="bridges[1]", text="I read Python daily.", gap="Python")
STORY = Story(
    path="stories[0]",
    text="The data pipelines broke each Monday. We mended them for good. I slept on the floor that week.",
    proves=("data pipelines",),
    entry="PepperCo",
)


@pytest.mark.parametrize(
    ("asked", "strong", "told"),
    [
        ("Kubernetes in production", {}, True),
        ("Kubernetes in production", {"r1": ("work[0].highlights[0]",)}, False),
        ("Go", {}, False),
    ],
)
def test_a_bridge_is_told_only_over_its_gap(asked, strong, told) -> None:
    of = plan(posting(requirement(asked)), replace(profile(), bridges=(GERMAN, PYTHON)))
    letter = letter_of(of, strong)
    assert (GERMAN.text in text_of(letter)) == told
    assert PYTHON.text not in text_of(letter)
    assert [paragraph.move for paragraph in letter.paragraphs].count("gap") == told
    assert not letter_faults(letter, of)


def test_of_several_bridges_one_is_told_and_the_required_gap_first() -> None:
    of = plan(
        posting(requirement("Python", "preferred"), requirement("Kubernetes")),
        replace(profile(), bridges=(PYTHON, GERMAN)),
    )
    text = text_of(letter_of(of, {}))
    assert GERMAN.text in text
    assert PYTHON.text not in text


def test_the_short_form_keeps_the_moves_and_a_hundred_words() -> None:
    of = plan(person=profile(stories=(STORY,)), record=record(why="Your clinics answer the phone. I like that."))
    short = letter_of(of, short=True)
    assert [paragraph.move for paragraph in short.paragraphs] == ["opening", "evidence", "closing"]
    assert 60 <= short.words <= 120
    assert "Your clinics answer the phone." in text_of(short)
    assert STORY.text in text_of(short)
    assert not letter_faults(short, of, find=find, most=120)


def test_a_story_that_is_too_long_for_it_is_cut_between_sentences() -> None:
    days = [f"On day {day} we tried another way to mend the data pipelines and it failed." for day in range(2, 9)]
    long = replace(STORY, text=" ".join([STORY.text, *days]))
    of = plan(person=profile(replace(QUAY, bullets=()), stories=(replace(long, entry="Quay Analytics"),)))
    short = letter_of(of, {}, short=True)
    assert short.words <= 120
    assert "The data pipelines broke each Monday." in text_of(short)


def test_a_letter_is_always_written() -> None:
    nothing = replace(profile(ORCHARD), entries=())
    for short in (False, True):
        letter = letter_of(plan(posting(title=None, company=None), nothing), {}, short=short)
        assert letter.words
        assert any("`why:`" in said for said in letter.unfinished)
        assert any("one story" in said for said in letter.unfinished)


@pytest.mark.parametrize("record_", [None, CLINIC, record(why="I use your app every day.")])
def test_another_variant_is_another_draft_and_always_the_same_one(record_) -> None:
    of = plan(record=record_)
    drafts = [letter_of(of, variant=variant) for variant in range(4)]
    assert len({text_of(letter) for letter in drafts}) == 4
    assert drafts == [letter_of(of, variant=variant) for variant in range(4)]
    for letter in drafts:
        assert not letter_faults(letter, of, find=find)


def test_the_variant_stands_among_the_options_of_the_manifest() -> None:
    told = wished(Wish(today=TODAY, variant=2))
    assert told["variant"] == "2"
    assert wish_of(told, None).variant == 2
    assert "variant" not in wished(Wish(today=TODAY))
    assert wish_of(wished(Wish(today=TODAY)), None).variant == 0


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (["Several quiet evenings in Oslo."], "a fragment"),
        (["I lead a group of 14 engineers in Oslo and Turin."], "a present for a job that has ended"),
        (["I led a group for Brekke Maps."], "another company, Brekke Maps"),
        (["I led a group in Kubernetes."], "the skill “Kubernetes”"),
        (["We would talk today.", "Talk is good.", "We would call you."], "2 sentences begin with “we would”"),
        (["Anna sat by the river it said.", "By the river it flowed."], "by the river it"),
        (["I led it.", "I led a group."], "two sentences in a row"),
        (["I led.", "We led.", "I sat.", "They led."], "50% of the sentences"),
        (["We led " + "and led on " * 12 + "again."], "words in one sentence"),
    ],
)  # fmt: skip
def test_the_checks_find_what_is_planted(said, fault) -> None:
    of = plan()
    source = f"profile:{PEPPER.bullets[0].path}"
    told = tuple(Sentence(text=text, sources=(source,)) for text in said)
    letter = replace(letter_of(of), paragraphs=(Paragraph(move="evidence", sentences=told),))
    faults = letter_faults(letter, of, find=find, others=("Brekke Maps", "PepperCo", "Fjordvik Health"))
    assert fault in " ".join(faults)


def test_employers_of_ones_own_and_the_company_may_be_named() -> None:
    of = plan()
    others = ("PepperCo", "Orchard Labs", "Fjordvik Health", "Quay Analytics")
    assert not letter_faults(letter_of(of), of, others=others)


def test_names_may_be_said_again() -> None:
    said = ["At Orchard Labs of Upper Bergen we sat.", "Since 2020 Orchard Labs of Upper Bergen has grown."]
    paragraph = Paragraph(move="x", sentences=tuple(Sentence(text=text, sources=()) for text in said))
    assert rhythm_faults([paragraph], ["Orchard Labs of Upper Bergen"]) == ()
    assert rhythm_faults([paragraph], [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Visit us: 12 North Quay Street, Salem, OR 97301", ("12 North Quay Street", "Salem, OR 97301")),
        ("3600 Harbor Blvd, Philadelphia, PA is our office.", ("3600 Harbor Blvd", "Philadelphia, PA")),
        ("12 North Quay Street, Salem, OR or 9 Mill Road, Salem, OR", ()),
        ("We have 12 North American offices, and more.", ()),
    ],
)
def test_the_one_address_of_a_posting_stands_below_the_company(text, lines) -> None:
    of = plan(posting(*ASKED, text=text))
    letter = letter_of(of)
    assert letter.recipient == ("Hiring Manager", "Fjordvik Health", *lines)
    for source in letter.recipient_sources:
        start, end = map(int, source.removeprefix("posting:").split("-"))
        assert of.posting.text[start:end].startswith(lines[0])


def test_the_person_to_ask_is_greeted() -> None:
    of = posting(*ASKED, text="Questions? Ask Ida Holm in the clinic.")
    named = replace(of, facts=replace(of.facts, contact="Ida Holm"))
    assert letter_of(plan(named)).salutation == "Dear Ida Holm,"


_PLACE = "Fjordvik Health"
_FELT = f"My wife previously worked at {_PLACE}, our daughter was born at FHU, and I've received care"
_VALUED = "Friendly staff, patient approach to screening, and the kindness during our daughter's birth"
_BOND = f"These years with {_PLACE} have given me a real appreciation for their mission and a wish to contribute"
SEEDLIKE = record(
    points=(
        ("opening", f"Express interest in {_PLACE}'s patient approach to screening and the chance to apply ML"),
        ("body", "Highlight experience with drift monitoring and team leadership"),
        ("company", f"Connect to {_PLACE}'s mission of bringing screening to small towns"),
        ("closing", "Mention personal connection as a patient and desire to contribute to screening"),
    ),
    answers=(
        ("Have you used their product/service?", "Yes"),
        ("If yes, describe your experience:", f"{_FELT} at {_PLACE} clinics"),
        ("How long have you used it?", "Several years with deep family connections"),
        ("Any specific features or aspects you particularly value?", _VALUED),
        ("How does this connection relate to your professional interest in the company?", f"{_BOND} what I know"),
    ),
    details=(
        f"{_PLACE} is a world-renowned network, combining top-tier care and exceptional people. It has a school. "
        f"{_PLACE} is consistently ranked among the best. "
        "The Screening Data group builds models that bring screening to small towns."
    ),
)


def test_a_record_of_the_seeds_shape_steers_and_is_not_recited() -> None:
    of = plan(record=SEEDLIKE)
    for variant in range(6):
        letter = letter_of(of, variant=variant)
        text = text_of(letter)
        assert "your patient approach to screening" in letter.paragraphs[0].text
        closing = next(paragraph.text for paragraph in letter.paragraphs if paragraph.move == "closing")
        assert closing.startswith("I've received care at Fjordvik Health clinics. These years")
        assert "your mission" in closing
        assert not re.search(r"\b(?:wife|daughter|born|birth)\b", text)
        assert not re.search(
            r"\b(?:Express|Highlight|Connect|Mention)\b|renowned|top-tier|exceptional|ranked", text
        )
        assert not re.search(r"(?i)\bexperience with (?:\w+ )*(?:healthcare|screening)", text)
        assert not letter_faults(letter, of, find=find)
        assert {hint.used for hint in letter.hints} == {True}


def test_dates_of_the_letter_do_not_change_its_words() -> None:
    of = plan(person=profile(replace(ORCHARD, start=date("2023.05"))))
    one = write_letter(of, ranking(of, STRONG), today=TODAY, find=find)
    other = write_letter(of, ranking(of, STRONG), today=TODAY.replace(year=2027), find=find)
    assert text_of(one) == text_of(other)
