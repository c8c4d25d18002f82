"""Pay, dates, people and demands in the words of a posting, one reader at a time."""

from collections.abc import Iterator, Mapping

import pytest

from tailor.model.posting import Item, Need, Salary
from tailor.model.text import Span
from tailor.posting.amounts import amounts_in, number
from tailor.posting.contacts import address_of, contact_of, is_agency
from tailor.posting.deadlines import date_in_text
from tailor.posting.demands import education, education_stated, min_years
from tailor.posting.patterns import reading_in
from tailor.posting.salary import salary_in, salary_stated
from tailor.posting.workplace import employment_in_text, employment_of_values, remote_in_text, remote_of_values

Pay = tuple[float | None, float | None, str | None, str | None]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with reading_in(("en",)):
        yield


def item(line: str, need: Need = "required", start: int = 0) -> Item:
    return Item(span=Span(text=line, start=start, end=start + len(line)), need=need, why="")


def salary(pay: Pay) -> Salary:
    minimum, maximum, currency, period = pay
    return Salary(minimum=minimum, maximum=maximum, currency=currency, period=period)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("76,500", 76500),
        ("20.356,35", 20356.35),
        ("11,50", 11.5),
        ("1'200", 1200),
        ("5,40,000", 540000),
        ("1,000,000.50", 1000000.5),
        ("", None),
    ],
)
def test_a_figure_is_read_with_thousands_marks_of_either_kind(written: str, value: float | None) -> None:
    assert number(written) == value


@pytest.mark.parametrize(
    ("line", "home", "amounts"),
    [
        ("$50,000", "", [(50000, None, "USD")]),
        ("$50 - $60", "AUD", [(50, 60, "AUD")]),
        ("US$50,000", "CAD", [(50000, None, "USD")]),
        ("CA$50,000", "", [(50000, None, "CAD")]),
        ("$80-120k", "", [(80000, 120000, "USD")]),
        ("£24,000 or 30,000 €", "", [(24000, None, "GBP"), (30000, None, "EUR")]),
        ("between £30,000 and £35,000", "", [(30000, 35000, "GBP")]),
        ("₹5.5 – 6.5 LPA", "", [(550000, 650000, "INR")]),
        ("12 lacs", "", [(1200000, None, "INR")]),
        ("Rs. 5,40,000 to 7,20,000", "", [(540000, 720000, "INR")]),
        ("CHF 1'200", "", [(1200, None, "CHF")]),
        ("$0", "", []),
    ],
)
def test_amounts_have_a_currency_and_a_bare_dollar_is_that_of_the_country(
    line: str, home: str, amounts: list[tuple[float, float | None, str]]
) -> None:
    assert [(pay.low, pay.high, pay.currency) for pay in amounts_in(line, home)] == amounts


@pytest.mark.parametrize(
    ("lines", "home", "pay"),
    [
        (("$28 an hour",), "CAD", (28, None, "CAD", "hour")),
        (("$18.50/hr to $22/hr",), "", (18.5, 22, "USD", "hour")),
        (("Salary: £24 – 26k",), "", (24000, 26000, "GBP", "year")),
        (("Up to £45,000 per annum",), "", (None, 45000, "GBP", "year")),
        (("KES 80,000 monthly",), "", (80000, None, "KES", "month")),
        (("Grade A £30,000 per annum, Grade B £35,000 per annum",), "", (30000, 35000, "GBP", "year")),
        (("Salary: $50,000-$60,000", "Salary: $55,000-$70,000"), "", (50000, 70000, "USD", "year")),
        (("Pay: $50,000-$60,000", "Pay: $75,000-$90,000"), "", (50000, 60000, "USD", "year")),
        (("A day out for £20 a day", "Pay: £120 - £140 per day"), "", (120, 140, "GBP", "day")),
        (("Salary £30,000 pro rata, plus a bonus of £2,000",), "", (30000, None, "GBP", "year")),
    ],
)
def test_the_plainest_pay_of_a_text_counts(lines: tuple[str, ...], home: str, pay: Pay) -> None:
    assert salary_in(lines, labelled_pay=False, home=home) == salary(pay)


@pytest.mark.parametrize(
    ("value", "pay"),
    [
        ("3 - 5 lakhs per annum", (300000, 500000, "INR", "year")),
        ("£12.50", (12.5, None, "GBP", None)),
        ("80k", (80000, None, None, "year")),
        ("30 per hour", (30, None, None, "hour")),
        ("£90,000 per hour", (90000, None, "GBP", "year")),
    ],
)
def test_behind_a_label_an_amount_is_enough(value: str, pay: Pay) -> None:
    assert salary_in([value], labelled_pay=True) == salary(pay)


@pytest.mark.parametrize(
    "line", ["Fees of £20,000 a year", "We pay a $5,000 bonus", "50% of our mills", "Pay: 30"]
)
def test_other_figures_are_no_pay(line: str) -> None:
    assert salary_in([line], labelled_pay=False) is None


@pytest.mark.parametrize(
    ("fields", "pay"),
    [
        ({"min": "50000", "max": "60000", "currency": "usd", "period": "YEAR"}, (50000, 60000, "USD", "year")),
        ({"min": "0", "max": "900", "period": "weekly"}, (None, 900, None, "week")),
        ({"min": "20000", "currency": "$", "period": "HOUR"}, (20000, None, None, "year")),
    ],
)
def test_fields_of_markup_state_pay(fields: Mapping[str, str], pay: Pay) -> None:
    assert salary_stated({f"salary_{name}": value for name, value in fields.items()}) == salary(pay)


def test_empty_zero_and_unreadable_fields_are_no_pay() -> None:
    assert salary_stated({"salary_min": "0", "salary_max": "negotiable", "salary_currency": "EUR"}) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("We opened on 1 May 2020. Apply by 3 May 2031.", "2031-05-03"),
        ("Closing date: 5pm on 3 May 2031", "2031-05-03"),
        ("Closing date: 03/05/2031", "2031-05-03"),
        ("No later than Friday May 3rd, 2031", "2031-05-03"),
        ("Applications must reach us by 31 June 2031", None),
        ("Apply by 3 May", None),
        ("On 3 May 2031 we weave", None),
        ("loom " * 40 + "apply by 3 May 2031", None),
    ],
)
def test_a_deadline_is_the_date_behind_its_cue(text: str, date: str | None) -> None:
    assert date_in_text([text], "valid_through", day_first=True) == date


def test_each_date_has_cues_of_its_own() -> None:
    texts = ["Posted on May 1, 2031. Apply by 02/03/2031."]
    assert date_in_text(texts, "date_posted", day_first=False) == "2031-05-01"
    assert date_in_text(texts, "valid_through", day_first=False) == "2031-02-03"


@pytest.mark.parametrize(
    ("label", "sentence", "name"),
    [
        ("Ada Loomis, Head of Weaving", "", "Ada Loomis"),
        ("Prof. Dr. Ada van Loomis", "", "Prof. Dr. Ada van Loomis"),
        ("the office", "Contact Mr Orrin Vale for more.", "Mr Orrin Vale"),
        ("", "For an informal chat with Ada Loomis ring us", "Ada Loomis"),
        ("", "Contact Human Resources now", None),
        ("", "Ask for the Weaving Team", None),
        ("ada@loom.example", "", None),
    ],
)
def test_a_label_or_a_sentence_names_a_person_to_ask(label: str, sentence: str, name: str | None) -> None:
    assert contact_of({"contact": (label,)}, [sentence]) == name


@pytest.mark.parametrize(
    ("texts", "address"),
    [
        (["info@loom.example", "Send your CV to jobs@loom.example."], "jobs@loom.example"),
        (["Ask info@loom.example", "info@loom.example."], "info@loom.example"),
        (["Ask info@loom.example or mill@loom.example"], None),
        (["weave @ the mill"], None),
    ],
)
def test_one_writes_to_the_address_for_applying_or_to_the_only_one(texts: list[str], address: str | None) -> None:
    assert address_of(texts) == address


def test_who_speaks_for_a_client_is_an_agency() -> None:
    assert is_agency(["We hire.", "On behalf of our growing client we seek a weaver."])
    assert not is_agency(["You advise clients.", "Our clients love tweed."])


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("at least five years' post-qualification experience", 5),
        ("2.5 years of weaving", 2),
        ("10 plus years of experience", 10),
        ("Three to five yrs of experience", 3),
        ("40 years of experience", None),
        ("Your work in the last 5 years", None),
        ("within 2 years of joining", None),
    ],
)
def test_years_are_counted_where_they_are_experience(line: str, years: int | None) -> None:
    assert min_years([item(line)]) == years


def test_years_count_on_the_path_that_asks_least_and_where_required() -> None:
    paths = [item("5 years of experience"), item("3 years of experience", start=50)]
    assert (min_years(paths[:1]), min_years(paths, (40,))) == (5, 3)
    assert min_years([item("5 years of weaving", "preferred")]) is None


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("GCSEs in maths", "secondary"),
        ("NVQ Level 3", "vocational"),
        ("Master's or associate degree", "associate"),
        ("BSc or MSc", "bachelor"),
        ("Juris Doctor", "doctorate"),
        ("A high degree of care", None),
    ],
)
def test_a_line_names_the_lowest_level_it_accepts(line: str, level: str | None) -> None:
    assert education([item(line)]) == level
    assert education_stated(line) == level


@pytest.mark.parametrize(
    ("value", "sentence", "policy"),
    [
        ("TELECOMMUTE", "You may work from anywhere", "remote"),
        ("Leith – Remote", "This is a fully remote position", "remote"),
        ("hybrid/remote", "Two days a week in the office, else remote work", "hybrid"),
        ("On-site", "An on-site role", "onsite"),
        ("Leith", "You support remote teams", "unstated"),
    ],
)
def test_values_and_sentences_tell_where_one_works(value: str, sentence: str, policy: str) -> None:
    assert (remote_of_values(["Oban", value]), remote_in_text(["We weave.", sentence])) == (policy, policy)


@pytest.mark.parametrize(
    ("value", "sentence", "kind"),
    [
        ("FULL_TIME", "Full-time work at the loom", "full-time"),
        ("Permanent, full time", "A permanent full-time post", "full-time permanent"),
        ("Part-time or full-time", "Part-time work", "part-time"),
        ("CONTRACTOR", "a six-month contract", "contract"),
        ("Other", "Five years of full-time experience in contract law", None),
    ],
)
def test_values_and_sentences_tell_the_kind_of_employment(value: str, sentence: str, kind: str | None) -> None:
    assert (employment_of_values([value]), employment_in_text([sentence])) == (kind, kind)
