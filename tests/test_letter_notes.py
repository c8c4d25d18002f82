"""The person's own notes: what may be told, and what stays private."""

import pytest
from letter_cases import CLINIC, record

from tailor.letter.details import company_detail
from tailor.letter.notes import chosen, is_private, reason, to_you, units


def test_an_answer_that_lists_clauses_offers_each_of_them() -> None:
    texts = [unit.text for unit in units(CLINIC)]
    assert "I've received care at its clinics." in texts
    assert "My husband works at Fjordvik Health." in texts


def test_answers_that_say_nothing_offer_nothing() -> None:
    empty = record(
        answers=(("Have you used it?", "Yes"), ("How long?", "N/A"), ("And?", "Several years with joy"))
    )
    assert units(empty) == ()


def test_a_question_about_values_offers_phrases_without_the_private_ones_marked_free() -> None:
    phrases = {unit.text: unit.private for unit in units(CLINIC) if unit.phrase}
    assert phrases == {"friendly staff": False, "careful approach to screening": False}


def test_a_letter_point_chooses_the_patient_and_not_the_husband() -> None:
    found = chosen("personal connection as a patient and desire to contribute", units(CLINIC))
    assert [unit.text for unit in found][:1] == ["I've received care at its clinics."]
    assert not any("husband" in unit.text for unit in found)


def test_family_is_told_when_the_letter_point_names_it() -> None:
    found = chosen("that my husband works there", units(CLINIC))
    assert any("husband" in unit.text for unit in found)
    assert any("son" in unit.text for unit in chosen("our family connection and the birth", units(CLINIC)))


@pytest.mark.parametrize(
    ("said", "to_them"),
    [
        ("a respect for their mission", "a respect for your mission"),
        ("I like its products", "I like your products"),
        ("their innovative approach", "your innovative approach"),
        ("my parents and their garden", "my parents and their garden"),
    ],
)
def test_the_companys_things_become_yours_and_other_peoples_do_not(said, to_them) -> None:
    assert to_you(said) == to_them


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("I grew up two streets from your mill.", ("I grew up two streets from your mill.",)),
        ("The open data you publish", ("the open data you publish",)),
        ("I use your maps. They got me home.", ("I use your maps.", "They got me home.")),
        (None, ()),
        ("  ", ()),
    ],
)
def test_the_reason_is_told_as_the_person_wrote_it(why, told) -> None:
    assert reason(record(why=why)) == told


def test_company_details_pass_over_praise_history_and_leaning_sentences() -> None:
    detail = company_detail(CLINIC, ("screening", "towns"), "Fjordvik Health")
    assert detail == "Your Screening Data group builds models that bring screening to small towns."


def test_a_sentence_about_the_company_is_said_to_it() -> None:
    notes = record(details="Nordlys builds software for small clinics.")
    assert company_detail(notes, (), "Nordlys") == "You build software for small clinics."
    both = record(details="Nordlys builds and sells software for small clinics.")
    assert company_detail(both, (), "Nordlys") == "Nordlys builds and sells software for small clinics."


def test_praise_alone_gives_no_detail() -> None:
    assert company_detail(record(details="Nordlys is the leading maker of lamps."), (), "Nordlys") == ""


def test_family_and_illness_are_private_and_work_is_not() -> None:
    assert is_private("My wife works there")
    assert is_private("after my diagnosis")
    assert not is_private("I've received care at its clinics")
