"""First lines and captions: which words name the job, the employer and the town."""

from collections.abc import Iterator, Sequence

import pytest

from tailor.pages import read_pages
from tailor.posting.captions import captioned_company, captioned_title
from tailor.posting.cells import is_company, kind_of, names_job
from tailor.posting.masthead import Masthead, read_masthead
from tailor.posting.patterns import reading_in
from tailor.posting.places import clean_places, has_region, home_currency, is_where, places_in_header
from tailor.posting.titles import clean_title, without_town


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with reading_in(("en",)):
        yield


def masthead(text: str, title: str = "") -> Masthead:
    (page,) = read_pages(text.encode(), "posting.txt")
    return read_masthead(page.blocks, title)


@pytest.mark.parametrize(
    ("text", "titles", "companies", "places"),
    [
        ("Loom Mechanic\nOrrin & Loom Ltd\nOban, UK", ["Loom Mechanic"], ["Orrin & Loom Ltd"], ["Oban, UK"]),
        ("Fundraiser, Hill Hospice, Leeds", ["Fundraiser"], ["Hill Hospice"], ["Leeds"]),
        ("Senior Nurse at Fernhill Hospice", ["Senior Nurse"], ["Fernhill Hospice"], []),
        ("Baker @ Tavellin\nLeeds, UK", ["Baker"], ["Tavellin"], ["Leeds, UK"]),
        ("Dental Nurse\nParcelmint, Bristol", ["Dental Nurse"], ["Parcelmint"], ["Bristol"]),
        ("Site Geologist – Boise ID or Spokane WA", ["Site Geologist"], [], ["Boise ID", "Spokane WA"]),
        (
            "Halvern Foundation · Halifax NS\nProgramme Officer",
            ["Programme Officer"],
            ["Halvern Foundation"],
            ["Halifax NS"],
        ),
        (
            "Warehouse Manager\nOrrin Logistics\nKettering",
            ["Warehouse Manager"],
            ["Orrin Logistics"],
            ["Kettering"],
        ),
        ("Kelvane | Leeds, UK\nWelder", ["Welder"], ["Kelvane"], ["Leeds, UK"]),
        ("Electrician — $32–38/hr — Spokane, WA", ["Electrician"], [], ["Spokane, WA"]),
        ("Cook\tThe Gannet Inn\tWhitby", ["Cook"], ["The Gannet Inn"], ["Whitby"]),
        (
            "Nurse (part-time – 20 hours) | Fernhill Hospital | York, England",
            ["Nurse (part-time – 20 hours)"],
            ["Fernhill Hospital"],
            ["York, England"],
        ),
    ],
)
def test_the_first_lines_name_job_employer_and_town(
    text: str, titles: list[str], companies: list[str], places: list[str]
) -> None:
    assert masthead(text) == Masthead(titles=titles, companies=companies, places=places)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Lead – IT Operations", "Lead – IT Operations"),
        ("Staff Nurse - Ward 4 - Fernhill Hospital", "Staff Nurse - Ward 4"),
        ("Director of Wools, Yarns and Dyes", "Director of Wools, Yarns and Dyes"),
    ],
)
def test_a_title_keeps_the_cells_that_are_of_no_other_kind(line: str, title: str) -> None:
    assert masthead(line).titles == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Plumber\n\nRequirements\nBakewright Ltd",
        "Plumber\nWe at Orrin are growing fast. Come and join us now.\nBakewright Ltd",
        "Plumber\nCompany: Bakewright Ltd",
        "Plumber\n- Bakewright Ltd\n",
        "Plumber\nDUNMORE\nHEAD OFFICE",
    ],
)
def test_what_stands_below_a_heading_a_sentence_or_a_label_is_no_masthead(text: str) -> None:
    assert masthead(text) == Masthead(titles=["Plumber"], companies=[], places=[])


def test_a_title_of_markup_tells_which_line_is_the_title() -> None:
    text = "Skipper\nAlesund Ferries\nBergen, Norway"
    assert masthead(text, "Skipper") == Masthead(
        titles=["Skipper"], companies=["Alesund Ferries"], places=["Bergen, Norway"]
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pharmacy Technician", "title"),
        ("Head of House", "title"),
        ("Orrin Logistics Ltd", "company"),
        ("St Oda's School", "company"),
        ("City of Thornbury", "company"),
        ("Royal Marlow Police", "company"),
        ("Boise ID", "place"),
        ("Leeds, West Yorkshire", "place"),
        ("Parcelmint", "name"),
        ("$20 an hour", "fact"),
        ("Full-time", "fact"),
        ("Hybrid", "fact"),
        ("Posted 3 days ago", "fact"),
        ("the quick brown fox", ""),
        ("", ""),
    ],
)
def test_a_cell_is_told_by_its_words(text: str, kind: str) -> None:
    assert kind_of(text, ()) == kind


def test_where_markup_states_the_title_no_other_noun_makes_one() -> None:
    assert [kind_of(text, ("loom", "minder")) for text in ("Loom Minder", "Plumber")] == ["title", "name"]


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Bank of Thornbury", True),
        ("Orrin & Sons", True),
        ("Dental Clinic", True),
        ("Orrin & Sons.", False),
        ("Ltd", False),
        ("Dunmore Bank Manager", False),
        ("orrin logistics", False),
    ],
)
def test_a_company_is_a_name_with_a_form_or_a_trade(text: str, company: bool) -> None:  # noqa: FBT001 - a table
    assert is_company(text) is company


def test_nouns_of_jobs_are_known_by_their_ending_too() -> None:
    assert all(map(names_job, ("Nurses", "Hydrologist", "Loomworker")))
    assert not any(map(names_job, ("Loom", "Biology")))


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("Area Manager | Careers | Tavellin Packaging", "Area Manager"),
        ("Tavellin Packaging – Area Manager", "Area Manager"),
        ("Tavellin Packaging", ""),
    ],
)
def test_a_caption_names_the_job_in_the_part_with_its_noun(caption: str, title: str) -> None:
    assert captioned_title([caption]) == title


SAID = ("Tavellin Packaging makes boxes.", "Find us on LinkedIn, Indeed, Glassdoor, StepStone and Weaverjobs.com.")


@pytest.mark.parametrize(
    ("caption", "company"),
    [
        ("Area Manager | Careers | Tavellin Packaging", "Tavellin Packaging"),
        ("Area Manager | Tavellin Packaging Careers", "Tavellin Packaging"),
        ("Area Manager | Tavellin Packaging Group of Leith", "Tavellin Packaging Group of Leith"),
        ("Area Manager | Orrin Ltd", "Orrin Ltd"),
        ("Area Manager | Orrin", ""),
        ("Area Manager | Tavellin Packaging | Indeed", "Tavellin Packaging"),
        ("Area Manager - LinkedIn", ""),
        ("Area Manager | LinkedIn Ltd", ""),
        ("Area Manager | Glassdoor", ""),
        ("Area Manager | StepStone.de", ""),
        ("Area Manager | Weaverjobs.com", ""),
        ("Area Manager", ""),
    ],
)
def test_a_caption_names_the_employer_that_the_text_names_and_no_board(caption: str, company: str) -> None:
    assert captioned_company([caption], [*SAID, "You are an Area Manager."], "Area Manager") == company


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Weaver - $5,000 sign-on bonus", "Weaver"),
        ("Now hiring: Weaver", "Weaver"),
        ("3x Weaver (2 positions)", "Weaver"),
        ("<b>Weaver</b> of\n tweed", "Weaver of tweed"),
        ("Weaver needed - apply now", "Weaver"),
        ("Weaver #A-2231 | Vacancy", "Weaver"),
        ("Weaver – remote or hybrid in our mill", "Weaver"),
        ("Weaver (Remote)", "Weaver (Remote)"),
        ("12345", "12345"),
    ],
)
def test_a_title_is_cleaned_but_never_to_nothing(written: str, title: str) -> None:
    assert clean_title(written) == title


@pytest.mark.parametrize(
    ("title", "places", "texts", "parted"),
    [
        ("Warehouse Manager - Kettering", ("Kettering, UK",), (), ("Warehouse Manager", "Kettering")),
        ("Warehouse Manager – Oban", (), ("Our depot in Oban is old.",), ("Warehouse Manager", "Oban")),
        ("Head – Weaving – Leith", ("Leith",), (), ("Head – Weaving", "Leith")),
        ("Warehouse Manager - Kettering", (), (), ("Warehouse Manager - Kettering", "")),
        ("Weaving - Leith", ("Leith",), (), ("Weaving - Leith", "")),
        ("Warehouse Manager", ("Leith",), (), ("Warehouse Manager", "")),
    ],
)
def test_a_title_gives_up_the_town_behind_its_dash_where_the_posting_knows_it(
    title: str, places: Sequence[str], texts: Sequence[str], parted: tuple[str, str]
) -> None:
    assert without_town(title, places, texts) == parted


@pytest.mark.parametrize(
    ("values", "places"),
    [
        (["12 High Street, Oban"], ("Oban",)),
        (["Leith (Scotland)", "Leith, , Scotland"], ("Leith, Scotland",)),
        (["Location Toledo, OH"], ("Toledo, OH",)),
        (["Saint Brennan Medical Center - Zanesville, OH"], ("Zanesville, OH",)),
        (["Kettering branch / Oban office"], ("Kettering", "Oban")),
        (["Leeds with travel to York"], ("Leeds",)),
        (["Remote", "N/A", "Multiple locations", "Join us!"], ()),
        (["Remote, Italy"], ("Remote, Italy",)),
        (["Come and work with us in our lovely mill by the sea"], ()),
    ],
)
def test_places_lose_streets_houses_and_remarks(values: list[str], places: tuple[str, ...]) -> None:
    assert clean_places(values) == places


def test_a_name_is_a_town_where_a_sentence_speaks_of_it_so() -> None:
    lines = ("Based in Oban.", "the Oban branch", "our depot in Obanville", "We love Oban", "based in oban")
    assert [is_where("Oban", [line]) for line in lines] == [True, True, False, False, False]


def test_a_region_stands_behind_a_town() -> None:
    lines = ("Boise ID", "Oban, Scotland.", "Geelong VIC", "Cork, Co. Cork", "UK", "Leeds", "Area Manager, Leith")
    assert [has_region(line) for line in lines] == [True] * 4 + [False] * 3
    assert places_in_header(["Welder, Leith", "Boise, ID 83702"]) == ("Boise, ID",)


def test_the_first_text_that_names_a_country_tells_whose_dollars_are_meant() -> None:
    assert home_currency(["Leeds", "Auckland", "Toronto"]) == "NZD"
    assert home_currency(["Spokane, WA"]) == ""
