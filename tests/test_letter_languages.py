"""A language's letters are data: patterns and words of its own, and nothing turned where it has no verbs."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from letter_cases import ORCHARD, STRONG, find, plan, posting, profile, ranking, record

from tailor import resources
from tailor.letter import write_letter
from tailor.letter.checks import letter_faults
from tailor.letter.sources import source_text
from tailor.letter.words import letter_data, spoken
from tailor.model.bridge import Bridge
from tailor.model.letter import Letter
from tailor.model.plan import Plan
from tailor.model.profile import Story

# A small language, as a person would begin one: no verbs, no word lists but those of the first person.
TINY = {
    "months": [f"m{number}" for number in range(1, 13)],
    "date": "{day}. {month} {year}",
    "date_place": "{place}, {date}",
    "salutation": ["Ehrenwerte Leute,"],
    "salutation_person": "Tag {name},",
    "salutation_honorific": {"frau": "Ehrenwerte Frau {titled},", "herr": "Ehrenwerter Herr {titled},"},
    "honorifics": ["frau", "herr", "dr"],
    "contact_cues": ["melden bei"],
    "recipient": "",
    "subject": "Bewerbung als {title}",
    "subject_company": "Bewerbung als {title}, {company}",
    "subject_reference": "{subject} ({reference})",
    "closing_word": "Mit Gruss",
    "enclosures": ["Lebenslauf"],
    "resume": "Lebenslauf",
    "i_starts": ["ich"],
    "keeps_capitals": True,
    "patterns": {
        "opening": ["hiermit bewerbe ich mich als {title} bei {company}."],
        "opening_after": ["darum bewerbe ich mich als {title} bei {company}."],
        "scene_ended": ["Von {from} bis {to} war ich {position} bei {employer}."],
        "scene_current": ["Seit {since} bin ich {position} bei {employer}."],
        "closing": [["Mein {resume} liegt bei, und mich erreichen Sie unter {email}."]],
        "closing_short": [["Mein {resume} liegt bei."]],
    },
}

STORY = Story(
    path="stories[0]",
    text="Die Rechner standen jeden Montag still. Heute laufen sie.",
    proves=("data pipelines",),
    entry="PepperCo",
)


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> str:
    """A language that exists for one test."""
    known = resources.language_data
    monkeypatch.setattr(
        "tailor.letter.words.language_data", lambda code, name: TINY if code == "xx" else known(code, name)
    )
    return "xx"


def spoken_in(lang: str, of: Plan) -> Plan:

    return replace(of, profile=replace(of.profile, lang=lang))


def letter_of(of: Plan, day: dt.date = dt.date(2026, 11, 20)) -> Letter:
    return write_letter(of, ranking(of, STRONG), today=day, find=find)


def text_of(letter: Letter) -> str:
    return "\n\n".join(paragraph.text for paragraph in letter.paragraphs)


def test_a_language_without_verbs_tells_stories_and_turns_no_bullet(tiny: str) -> None:
    person = profile(stories=(STORY,))
    of = spoken_in(tiny, plan(person=person, record=record(why="Ihre Karten brachten uns heim.")))
    letter = letter_of(of)
    text = text_of(letter)
    assert "Ihre Karten brachten uns heim." in text
    assert STORY.text in text
    assert "Von 2021 bis 2023 war ich Head of Machine Learning Engineering bei PepperCo." in text
    assert not re.search(r"\b(?:I|built|led|Dear|resume)\b", text)
    assert not letter_faults(letter, of)
    for sentence in (one for paragraph in letter.paragraphs for one in paragraph.sentences):
        with spoken(tiny):
            assert all(source_text(of, source) for source in sentence.sources)


def test_head_and_end_are_the_languages_own(tiny: str) -> None:
    of = spoken_in(tiny, plan(posting(text="melden bei Frau Dr. Ida Holm")))
    letter = letter_of(of)
    assert letter.date == "20. m11 2026"
    assert letter.subject == "Bewerbung als Senior Machine Learning Engineer, Fjordvik Health"
    assert letter.salutation == "Ehrenwerte Frau Dr. Holm,"
    assert (letter.closing, letter.enclosures) == ("Mit Gruss", ("Lebenslauf",))


def test_without_stories_a_letter_in_it_is_short_and_says_what_is_missing(tiny: str) -> None:
    letter = letter_of(spoken_in(tiny, plan()))
    assert [paragraph.move for paragraph in letter.paragraphs] == ["opening", "closing"]
    assert any("one story" in said for said in letter.unfinished)


def test_lists_that_a_language_lacks_are_empty(tiny: str) -> None:
    with spoken(tiny):
        data = letter_data()
        assert data["regular"] == []
        assert data["irregular"] == {}
        assert data["unfinished"]["why"]
    assert letter_data()["regular"]


def test_a_bridge_is_told_in_any_language(tiny: str) -> None:
    bridge = Bridge(path="bridges[0]", text="Python lerne ich abends.", gap="Python")

    person = replace(profile(ORCHARD), bridges=(bridge,))
    of = spoken_in(tiny, plan(person=person))
    letter = write_letter(of, ranking(of, {}), today=dt.date(2026, 11, 20), find=find)
    assert "Python lerne ich abends." in text_of(letter)


@pytest.mark.parametrize(
    ("lang", "date", "closing", "enclosure"),
    [
        ("en", "November 20, 2026", "Sincerely,", "Resume"),
        ("en-GB", "20 November 2026", "Yours sincerely,", "CV"),
    ],
)
def test_a_region_writes_its_own_date_and_ending(lang, date, closing, enclosure) -> None:
    letter = letter_of(spoken_in(lang, plan()))
    assert (letter.date, letter.closing, letter.enclosures) == (date, closing, (enclosure,))
    assert "resume" not in text_of(letter) or lang == "en"
