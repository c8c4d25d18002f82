"""The person's own notes: what may be told, and what stays private."""

import pytest
from letter_cases import CLINIC, TODAY, company_detail, find, plan, posting, ranking, record

from tailor.letter import write_letter
from tailor.letter.notes import chosen, is_private, reason, stated, to_you, units
from tailor.letter.points import select
from tailor.letter.titles import brief_title, named_title, own_form
from tailor.letter.unfinished import unwanted


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


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("Mention that I can travel to Minnesota", ["I can travel to Minnesota."]),
        ("Say that we are moving to Oslo in June", ["We are moving to Oslo in June."]),
        ("Mention experience as a user", []),  # a theme, not a sentence
        ("I can travel", []),  # no instruction: who says it to whom?
        ("Express that the team is great", []),  # not about the person
    ],
)
def test_a_point_that_states_something_of_the_persons_is_told_without_its_instruction(point, told) -> None:
    of = record(points=(("closing", point), ("body", "Mention that I run marathons")))
    assert [unit.text for unit in stated(of, "closing")] == told


def test_what_the_reason_says_already_is_not_said_again() -> None:
    why = "We are moving to Oslo next summer, and your labs are there."
    said = select(plan(record=record(points=(("closing", "Mention that we are moving to Oslo"),), why=why)))
    assert said.closing == ()


def test_a_long_reason_becomes_two_sentences_where_a_clause_begins() -> None:
    why = (
        "My husband's family lives in Tromsø and we are moving there with two children and a piano next summer, "
        "but I would have written to you from Bergen too, because your data science sits inside the hospital and "
        "not next to it."
    )
    first, second = reason(record(why=why))
    assert first.endswith("a piano next summer.")
    assert second.startswith("But I would have written")


@pytest.mark.parametrize(
    ("title", "brief", "named"),
    [
        ("Registered Nurse - Intensive Care Unit", "Registered Nurse", "Registered Nurse (Intensive Care Unit)"),
        ("Internationally Educated Nurse - RN - ICU", "Internationally Educated Nurse",
         "Internationally Educated Nurse (RN, ICU)"),
        ("Finance Analyst - Converted Freighters & Maintenance Services", "Finance Analyst", "Finance Analyst"),
        ("AI or ML Lead – IT Operations", "AI or ML Lead", "AI or ML Lead (IT Operations)"),
        ("Senior Director AI – ML Engineering", "Senior Director AI – ML Engineering",
         "Senior Director AI – ML Engineering"),
        ("Post-doctoral Researcher", "Post-doctoral Researcher", "Post-doctoral Researcher"),
        ("RN - Nights", "RN - Nights", "RN - Nights"),
        ("Planner", "Planner", "Planner"),
    ],
)  # fmt: skip
def test_running_text_says_a_title_in_short_where_the_rest_is_whole(title, brief, named) -> None:
    assert brief_title(title) == brief
    assert named_title(title) == named


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("No cover letters please.", "No cover letters"),
        ("Apply in two lines. Do not send us CVs.", "Do not send us CVs"),
        ("A cover letter is not required", "A cover letter is not required"),
        ("Please send a cover letter and your CV.", ""),
        ("You will not send anything to customers. Attach a resume.", ""),
    ],
)
def test_a_posting_against_letters_is_quoted_and_nothing_is_enclosed(line, said) -> None:
    of = plan(of=posting(text=line))
    assert unwanted(of.posting) == said
    letter = write_letter(of, ranking(of, {}), today=TODAY, find=find)
    assert ("the posting says" in " ".join(letter.unfinished)) == bool(said)
    assert bool(letter.enclosures) == (not said)


def test_as_a_user_means_what_answers_a_question_about_use() -> None:
    of = record(
        answers=(
            ("Have you used their product?", "Yes"),
            ("If yes, describe your experience", "We moved our handbook there in 2020 and I review changes"),
            ("Where do you live?", "I live in Tromsø"),
        )
    )
    (told,) = chosen("experience as a user", units(of), company="Fjordvik Health")
    assert told.text.startswith("We moved our handbook there")
    assert chosen("experience as a gardener", units(of)) == ()


def test_an_answer_that_speaks_of_it_comes_before_one_to_a_question_about_it() -> None:
    of = record(
        answers=(
            ("Have you used their services? How?", "My neighbor sings there at Christmas"),
            ("And you?", "I was treated there for asthma"),
        )
    )
    assert [unit.text for unit in chosen("connection as a patient", units(of))] == [
        "I was treated there for asthma."
    ]


@pytest.mark.parametrize(
    ("title", "own", "said"),
    [
        ("técnico/a de mantenimiento", ["Técnica de laboratorio"], "técnica de mantenimiento"),
        ("técnico/a de mantenimiento", ["Técnico de obra"], "técnico de mantenimiento"),
        ("técnico/a de mantenimiento", ["Electricista"], "técnico/a de mantenimiento"),
        ("professeur(e) de mathématiques", ["Professeure de physique"], "professeure de mathématiques"),
        ("Pflegefachfrau/-mann", ["Pflegefachmann"], "Pflegefachmann"),
        ("Pflegefachfrau / Pflegefachmann", ["Pflegefachfrau Intensivpflege"], "Pflegefachfrau"),
        ("Verkäufer*in", ["Verkäuferin"], "Verkäuferin"),
        ("Verkäufer:in", ["Verkäufer", "Verkäuferin"], "Verkäufer:in"),
        ("Data Engineer / Analyst", ["Data Analyst"], "Data Engineer / Analyst"),
        ("Driver/Cook", ["Cook"], "Driver/Cook"),
        ("Nurse (ICU)", ["Nurse"], "Nurse (ICU)"),
    ],
)
def test_of_two_forms_of_a_title_the_persons_own_is_said(title, own, said) -> None:
    assert own_form(title, own) == said
