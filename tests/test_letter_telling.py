"""How letters tell what they chose: whom they greet, how stories begin, what is said back to the company."""

import re
from dataclasses import replace

import pytest
from letter_cases import (
    PEPPER,
    QUAY,
    STRONG,
    TODAY,
    company_detail,
    entry,
    find,
    plan,
    posting,
    profile,
    ranking,
    record,
)
from position_cases import PROMOTED, TITLED

from tailor.letter import write_letter
from tailor.letter.addressee import addressee
from tailor.letter.details import company_details
from tailor.letter.sources import source_text
from tailor.letter.stories import story_entry
from tailor.letter.titles import letter_title
from tailor.letter.words import said_name
from tailor.model.letter import Letter
from tailor.model.plan import Plan
from tailor.model.profile import Profile, Story


def letter_of(of: Plan, strong=STRONG) -> Letter:
    return write_letter(of, ranking(of, strong), today=TODAY, find=find)


def text_of(letter: Letter) -> str:
    return "\n\n".join(paragraph.text for paragraph in letter.paragraphs)


def story(text: str, of: str) -> Story:
    return Story(path="stories[0]", text=text, proves=("data pipelines",), entry=of)


@pytest.mark.parametrize(
    ("text", "recipient", "salutation"),
    [
        (
            "Send your resume to jobs@x.example, attention Ida Holm, Nurse Manager. Reference 7.",
            ("Ida Holm", "Nurse Manager", "Fjordvik Health"),
            "Dear Ida Holm,",
        ),
        ("Attn: Dr. Ida Holm", ("Dr. Ida Holm", "Fjordvik Health"), "Dear Dr. Ida Holm,"),
        ("Hiring manager: Jean-Luc O'Neill", ("Jean-Luc O'Neill", "Fjordvik Health"), "Dear Jean-Luc O'Neill,"),
    ],
)
def test_a_contact_person_of_the_posting_is_greeted_by_name(text, recipient, salutation) -> None:
    of = plan(posting(text=text))
    letter = letter_of(of)
    assert letter.recipient == recipient
    assert letter.salutation == salutation
    (source,) = letter.recipient_sources
    start, end = map(int, source.removeprefix("posting:").split("-"))
    assert of.posting.text[start:end].startswith(recipient[0])


@pytest.mark.parametrize(
    "text",
    [
        "Attention to detail is a must.",
        "Pay attention Please Read this twice.",
        "Send your resume to Human Resources, Building 4.",
        "Apply to Fjordvik Health today.",
        "Attention Ida Holm. Or else attention Rolf Berg.",
        "ATTENTION ALL APPLICANTS",
        "Address your application to Hiring Manager",
    ],
)
def test_no_certain_person_is_no_person(text) -> None:
    assert addressee(posting(text=text)) is None
    assert letter_of(plan(posting(text=text))).recipient[0] == "Hiring Manager"


def test_a_story_that_names_its_employer_needs_no_introduction() -> None:
    own = story(
        "At Quay, the data pipelines broke each Monday. We mended them for good.", "Quay Analytics (data company)"
    )
    text = text_of(letter_of(plan(person=profile(stories=(own,)))))
    assert "\n\nAt Quay, the data pipelines broke" in text


def test_a_story_from_a_job_that_goes_on_says_what_the_person_is_today() -> None:
    own = story("When I joined Orchard, the data pipelines broke each Monday. We mended them.", "Orchard Labs")
    before = text_of(letter_of(plan(person=profile(stories=(own,))))).split("When I joined Orchard")[0]
    assert before.count("Lead Machine Learning Engineer") == 1
    assert before.count("Orchard Labs") == 1


def test_a_story_that_names_no_place_gets_one() -> None:
    own = story("The data pipelines broke each Monday. We mended them for good.", "PepperCo")
    text = text_of(letter_of(plan(person=profile(stories=(own,)))))
    assert "PepperCo" in text.split("The data pipelines")[0].split("\n\n")[-1]


def promoted(one: Profile, *strong: str, entry: str = "") -> str:
    """A person's letter; `strong` are the paths that prove, `entry` is what a story belongs to."""
    told = "The data pipelines broke each Monday. We mended them for good."
    of = plan(person=replace(one, stories=(story(told, entry),) if entry else ()))
    letter = letter_of(of, {f"r{at}": (path,) for at, path in enumerate(strong, start=1)})
    for sentence in (sentence for paragraph in letter.paragraphs for sentence in paragraph.sentences):
        assert all(source_text(of, source) for source in sentence.sources)
    return text_of(letter)


def test_an_earlier_position_at_the_same_employer_is_told_as_such() -> None:
    text = promoted(PROMOTED, "work[1].positions[1].highlights[0]", "work[1].positions[2].highlights[0]")
    assert "I led a group of 12 engineers" in text
    assert re.search(
        r"(in my time there as a Senior Engineer|Earlier at Orchard Labs(, as a Senior Engineer)?), I streamed",
        text,
    )


def test_of_several_titles_none_is_claimed_for_a_bullet() -> None:
    text = promoted(TITLED, "work[0].highlights[0]", "work[0].highlights[1]")
    (told,) = [line for line in text.split("\n\n") if "document classifiers" in line]
    assert "Head" not in told
    assert "same job" not in told
    assert re.search(r"Head of Data at PepperCo|At PepperCo I work as Head of Data", text)


def test_the_present_title_is_introduced_since_its_own_beginning() -> None:
    text = promoted(TITLED, entry="PepperCo Analyst")
    before = text.split("The data pipelines")[0]
    assert re.search(r"Head of Data at PepperCo|At PepperCo I work as Head of Data", before)
    assert "2015" not in before


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("Orchard Labs", "work[1].positions[1]"),
        ("work[1]", "work[1].positions[1]"),
        ("Orchard Labs Senior Engineer", "work[1].positions[2]"),
        ("work[1].positions[0]", "work[1].positions[0]"),
        ("Quay Analytics", "work[0]"),
    ],
)
def test_a_story_belongs_to_the_position_it_names_or_to_the_newest(said: str, path: str) -> None:
    found = story_entry(plan(person=PROMOTED), story("x", said))
    assert found is not None
    assert found.path == path


def test_what_follows_a_semicolon_stays_in_the_sentence_and_there_i_is_never_said() -> None:
    text = text_of(letter_of(plan(), {"r1": ("work[1].highlights[0]",), "r2": ("work[0].highlights[1]",)}))
    assert "in Oslo and Turin; I hired nine of them and kept attrition below 5%." in text
    assert "through weekly pairing; two were promoted within 18 months." in text
    assert "There I" not in text


def test_a_bullet_of_the_job_of_a_story_stands_in_its_paragraph() -> None:
    own = story("The data pipelines broke each Monday. We mended them for good.", "PepperCo")
    letter = letter_of(plan(person=profile(PEPPER, stories=(own,))), {"r2": ("work[1].highlights[0]",)})
    (evidence,) = [paragraph.text for paragraph in letter.paragraphs if paragraph.move == "evidence"]
    assert "for good." in evidence
    assert "I led a group of 14 engineers" in evidence or "also led a group of 14 engineers" in evidence


@pytest.mark.parametrize(
    ("details", "company", "said"),
    [
        ("Nordlys is the largest mill of the valley and the only one with a school of its own.", "Nordlys",
         "You are the only mill of the valley with a school of your own."),
        ("Nordlys is a small clinic. Its Eye Care group publishes every result.", "Nordlys",
         "Your Eye Care group publishes every result."),
        ("The valley has a clinic. Its river is cold.", "Nordlys", "The valley has a clinic."),
    ],
)  # fmt: skip
def test_company_details_are_said_to_the_company(details, company, said) -> None:
    assert company_detail(record(details=details), ("school", "publishes", "valley"), company) == said


def test_the_detail_that_the_opening_asks_for_is_the_reason() -> None:
    asked = record(
        points=(("opening", "Express interest in a clinic that publishes every result"),),
        details="Fjordvik Health is a clinic on the coast. Its Eye Care group publishes every result it gets.",
    )
    letter = letter_of(plan(record=asked))
    assert "your Eye Care group publishes every result it gets." in letter.paragraphs[0].text
    assert [hint.used for hint in letter.hints] == [True]


def test_what_a_company_is_is_not_told_back_unasked() -> None:
    bare = record(details="Fjordvik Health is a clinic on the coast.")
    assert "You are a clinic" not in text_of(letter_of(plan(record=bare)))
    assert [one.being for one in company_details(bare, "Fjordvik Health")] == [True]


def test_a_parent_of_a_patient_is_the_person_whose_child_was_treated() -> None:
    notes = record(
        points=(("closing", "Mention personal connection as the parent of a patient"),),
        answers=(("Describe:", "My son was treated for asthma at Fjordvik, and my wife works there as a cook"),),
    )
    text = text_of(letter_of(plan(record=notes)))
    assert "My son was treated for asthma at Fjordvik." in text
    assert "wife" not in text


def test_only_what_answers_a_point_is_called_private() -> None:
    notes = record(
        points=(("opening", "Express interest in sailing"), ("closing", "Mention the birth of our twins")),
        answers=(("Describe:", "My wife gave birth at Fjordvik"),),
    )
    hints = {hint.text: hint for hint in letter_of(plan(record=notes)).hints}
    assert "family" not in hints["Express interest in sailing"].note


def test_a_title_does_not_repeat_the_company() -> None:
    assert letter_title(posting(title="Fjordvik Health Finance Analyst")) == "Finance Analyst"
    assert letter_title(posting(title="Fjordvik Health Nurse")) == "Fjordvik Health Nurse"


def test_a_project_is_told_without_making_it_a_job() -> None:
    own = entry(
        0, "tidewatch", "", "2020-", "Maintain an open-source library for tide tables.", section="projects"
    )
    text = text_of(letter_of(plan(person=profile(QUAY, own)), {"r3": ("projects[0].highlights[0]",)}))
    assert "tidewatch" in text
    assert "I maintain an open-source library for tide tables." in text


def test_a_bullet_of_a_storys_job_sets_its_scene_and_the_story_has_the_last_word() -> None:
    own = story("The data pipelines broke each Monday. We mended them for good.", "Orchard Labs")
    letter = letter_of(plan(person=profile(stories=(own,))), {"r2": ("work[0].highlights[0]",)})
    (evidence,) = [one for one in letter.paragraphs if one.move == "evidence" and "Monday" in one.text]
    sources = [sentence.sources[0] for sentence in evidence.sentences]
    assert sources == ["profile:work[0].highlights[0]", "profile:stories[0]", "profile:stories[0]"]
    assert letter.paragraphs[0].text.count("Lead Machine Learning Engineer at Orchard Labs") == 1


def test_what_else_is_told_of_a_job_follows_a_story_that_says_where_it_was() -> None:
    own = story("At PepperCo the data pipelines broke each Monday. We mended them for good.", "PepperCo")
    letter = letter_of(plan(person=profile(PEPPER, stories=(own,))), {"r2": ("work[1].highlights[0]",)})
    told, more = [one.text for one in letter.paragraphs if one.move == "evidence"]
    assert told == own.text
    assert more.startswith("Also at PepperCo, I led a group of 14 engineers")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Harbor Foods, Inc.", "Harbor Foods"),
        ("Groenewoud Foods N.V.", "Groenewoud Foods"),
        ("Alder & Finch LLP", "Alder & Finch"),
        ("Bureau of Tides (federal)", "the Bureau of Tides"),
        ("Inc", "Inc"),
        ("Zinc", "Zinc"),
        ("Limited Edition Books", "Limited Edition Books"),
    ],
)
def test_a_sentence_leaves_out_what_the_law_adds_to_a_name(name: str, said: str) -> None:
    assert said_name(name) == said


def paths_of(letter: Letter) -> set[str]:
    """The bullets and stories that a letter tells, by their paths."""
    told = [sentence.sources for paragraph in letter.paragraphs for sentence in paragraph.sentences]
    return {source.removeprefix("profile:") for sources in told for source in sources}


def test_the_present_job_is_told_of_even_where_only_an_earlier_one_answers() -> None:
    told = paths_of(letter_of(plan(), {"r1": ("work[1].highlights[0]",), "r2": ("work[2].highlights[0]",)}))
    assert any(path.startswith("work[0].highlights") for path in told)
    assert "work[1].highlights[0]" in told


def test_two_short_lines_of_a_job_are_one_sentence() -> None:
    job = entry(
        0, "Brekke Maps", "Cartographer", "2020-", "Drew 40 sheets of the coast.", "Taught three trainees."
    )
    letter = letter_of(
        plan(person=profile(job)), {"r1": ("work[0].highlights[0]",), "r2": ("work[0].highlights[1]",)}
    )
    (told,) = [one.text for one in letter.paragraphs if one.move == "evidence"]
    assert "drew 40 sheets of the coast, and I also taught three trainees." in told


def test_a_fact_about_the_company_is_not_told_beside_a_reason_of_the_persons_own() -> None:
    notes = record(
        points=(("company", "Connect to the group that publishes every result"),),
        details="Fjordvik Health is a clinic on the coast. Its Eye Care group publishes every result it gets.",
    )
    assert "publishes every result" in text_of(letter_of(plan(record=notes)))
    reasoned = replace(notes, why="I grew up two streets from your clinic.")
    assert "publishes every result" not in text_of(letter_of(plan(record=reasoned)))


def test_a_line_that_counts_what_a_story_counts_is_not_told() -> None:
    own = story("The data pipelines broke in 40 places. We mended them for good.", "Brekke Maps")
    job = entry(0, "Brekke Maps", "Cartographer", "2020-", "Mended 40 pipelines.", "Drew the coast for sailors.")
    told = paths_of(
        letter_of(
            plan(person=profile(job, stories=(own,))),
            {"r1": ("work[0].highlights[0]",), "r2": ("work[0].highlights[1]",)},
        )
    )
    assert told & {"work[0].highlights[0]", "work[0].highlights[1]"} == {"work[0].highlights[1]"}
