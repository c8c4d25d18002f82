"""A record corrects what was read: facts, lines, and what is told of values that are none; ways to qualify."""

import pytest

from tailor.errors import InputError
from tailor.model.posting import Facts, Item, Posting, Salary
from tailor.model.text import Page, Span
from tailor.pages import read_pages
from tailor.posting import read_posting
from tailor.record import read_record
from tailor.requirements import build_posting
from tailor.requirements.paths import ways

BODY = """# Weaver

Heather Mill weaves cloth for tailors. Our team holds a party each May.

## Requirements
- Patience with wool
- Two years of weaving

## Duties
- Tune the looms
- Order yarn
"""


def page(front: str, body: str = BODY) -> Page:
    (only,) = read_pages(f"---\n{front}\n---\n{body}".encode(), "mill.md")
    return only


def built(front: str, body: str = BODY) -> Posting:
    held = page(f"profile: ada\n{front}", body)
    return build_posting(held, read_posting(held), lambda _text, _role: (), record=read_record(held))


def facts(front: str) -> Facts:
    return built(front).facts


def needs(posting: Posting) -> dict[str, str]:
    return {each.text: each.need for each in posting.requirements}


def test_without_a_correction_the_posting_speaks() -> None:
    made = built("why: I like cloth.")
    assert (made.facts.title, made.facts.min_years) == ("Weaver", 2)
    assert "your record" not in {stated.source for stated in made.facts.sources}
    assert needs(made) == {
        "Patience with wool": "required",
        "Two years of weaving": "required",
        "Tune the looms": "responsibility",
        "Order yarn": "responsibility",
    }


@pytest.mark.parametrize(
    ("front", "name", "value"),
    [
        ("title: Master Weaver", "title", "Master Weaver"),
        ("position: Master Weaver", "title", "Master Weaver"),
        ("company: Heather & Loom", "company", "Heather & Loom"),
        ("location: Leith", "locations", ("Leith",)),
        ("locations: [Leith, Skye]", "locations", ("Leith", "Skye")),
        ("locations: Leith; Skye", "locations", ("Leith", "Skye")),
        ("remote: On-Site", "remote", "onsite"),
        ("employment_type: part-time", "employment_type", "part-time"),
        ("min_years: 3", "min_years", 3),
        ("min_years: 0", "min_years", 0),
        ("education: bachelor", "education", "bachelor"),
        ("date_posted: 2027-01-02", "date_posted", "2027-01-02"),
        ("valid_through: 2027-01-31", "valid_through", "2027-01-31"),
        ("url: https://mill.example/1", "url", "https://mill.example/1"),
        ("language: de", "language", "de"),
    ],
)
@pytest.mark.parametrize("below", [True, False], ids=["under facts", "at the top"])
def test_a_corrected_fact_wins_and_its_source_says_so(
    front: str, name: str, value: object, *, below: bool
) -> None:
    made = facts(f"facts:\n  {front}" if below else front)
    assert getattr(made, name) == value
    assert [each.value for each in made.sources if (each.name, each.source) == (name, "your record")] == [
        str(value)
    ]


def test_facts_below_their_key_win_over_those_at_the_top() -> None:
    assert facts("company: Heather & Loom\nfacts:\n  company: Larkfield").company == "Larkfield"


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("40000-45000 GBP per year", 40000, 45000, "GBP", "year"),
        ("40000 – 45000 GBP", 40000, 45000, "GBP", None),
        ("40k-45k EUR", 40000, 45000, "EUR", None),
        ("3,000 to 3,500 CHF a month", 3000, 3500, "CHF", "month"),
        ("3'000 CHF", 3000, None, "CHF", None),
        ("19.50 GBP per hour", 19.5, None, "GBP", "hour"),
        ("500 EUR/day", 500, None, "EUR", "day"),
        ("52000", 52000, None, None, None),
    ],
)
def test_pay_is_corrected(
    text: str, low: float | None, high: float | None, currency: str | None, period: str | None
) -> None:
    wanted = Salary(minimum=low, maximum=high, currency=currency, period=period)
    assert facts(f'facts:\n  salary: "{text}"').salary == wanted


@pytest.mark.parametrize(
    "front",
    [
        "remote: perhaps",
        "min_years: two",
        "min_years: -2",
        "salary: a lot",
        "locations: ;",
        "company: ''",
        "url: {}",
    ],
)
def test_what_a_fact_cannot_be_corrects_nothing(front: str) -> None:
    plain, made = facts("why: I like cloth."), facts(f"facts:\n  {front}")
    assert made == plain


@pytest.mark.parametrize("need", ["required", "preferred", "responsibility"])
def test_a_line_is_what_the_record_says(need: str) -> None:
    made = built(f"lines:\n  Order yarn: {need}\n  patience  WITH: {need}")
    assert needs(made)["Order yarn"] == needs(made)["Patience with wool"] == need
    assert {each.text for each in made.requirements if each.why == "your record"} == {
        "Order yarn",
        "Patience with wool",
    }
    assert [each.text for each in made.requirements] == list(needs(built("why: x")))


def test_a_line_that_is_none_is_set_aside_and_asks_for_nothing() -> None:
    made = built("lines:\n  Two years: none")
    assert "Two years of weaving" not in needs(made)
    assert [(each.span.text, each.why) for each in made.set_aside] == [("Two years of weaving", "your record")]
    assert made.knockouts == ()


def test_words_in_a_sentence_become_a_line_and_words_nowhere_none() -> None:
    made = built("lines:\n  our team holds a party: responsibility\n  Spin gold: required")
    assert needs(made)["Our team holds a party"] == "responsibility"
    assert all(made.text[each.span.start : each.span.end] == each.text for each in made.requirements)
    assert len(made.requirements) == 5


def test_a_line_set_aside_comes_back() -> None:
    offer = f"{BODY}\n## Benefits\n- Free wool for all\n"
    assert "Free wool for all" in {each.span.text for each in built("why: x", offer).set_aside}
    made = built("lines:\n  Free wool: preferred", offer)
    assert needs(made)["Free wool for all"] == "preferred"
    assert "Free wool for all" not in {each.span.text for each in made.set_aside}


@pytest.mark.parametrize(
    ("front", "line", "said"),
    [
        ("lines: [a]", 2, "lines must be keys with values"),
        ("facts: no", 2, "facts must be keys with values"),
        ("lines:\n  Patience: unsure", 3, "a line of the posting is not unsure"),
        ("lines:\n  Patience: Required", 3, "a line of the posting is not Required"),
        ("lines:\n  Patience:\n  Order: none", 3, "a line of the posting is not nothing"),
        ("company: Mill\nsalery: 3", 3, "did you mean 'salary'?"),
        ("facts:\n  company: Mill\n  salery: 3", 4, "did you mean 'salary'?"),
        ("facts:\n  lines: x", 3, "unknown key 'lines'"),
        ("status: [sent]\nlines: x", 2, "status must be one text"),
    ],
)
def test_a_bad_value_is_told_with_file_and_line(front: str, line: int, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read_record(page(front))
    first = refused.value.faults[0]
    assert (first.file, first.line) == ("mill.md", line)
    assert said in str(first)
    assert str(first).startswith(f"mill.md:{line}:")


def test_all_bad_values_are_told_at_once() -> None:
    with pytest.raises(InputError) as refused:
        read_record(page("pin: falls\nlines:\n  Patience: maybe\n  Order: none\n  Tune: must"))
    assert [fault.line for fault in refused.value.faults] == [2, 4, 6]
    assert refused.value.faults[1].remedy == "write one of required, preferred, responsibility, none"


def paths(text: str, heading: str = "Needs") -> dict[str, str]:
    """The ways of the lines of a text, each line an item but for "or" and "and" alone on one."""
    items, at = [], 0
    for line in text.split("\n"):
        if line.casefold().strip(" -*") not in ("or", "and"):
            span = Span(text=line, start=at, end=at + len(line))
            items.append(Item(span=span, need="required", why="test", heading=heading))
        at += len(line) + 1
    return {items[place].span.text: way for place, way in ways(items, text).items()}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A degree\nTen looms", {}),
        ("A degree or\nTen looms", {"A degree or": "1.1", "Ten looms": "1.2"}),
        ("A degree; or\nTen looms\nWool", {"A degree; or": "1.1", "Ten looms": "1.2"}),
        ("A or\nB or\nC", {"A or": "1.1", "B or": "1.2", "C": "1.3"}),
        ("A\nOR\nB", {"A": "1.1", "B": "1.2"}),
        ("A\n- or -\nB", {"A": "1.1", "B": "1.2"}),
        ("Wool\nA\nB\nor\nC\nD", {"A": "1.1", "B": "1.1", "C": "1.2", "D": "1.2"}),
        ("Wool\nand\nA\nor\nC\nD", {"A": "1.1", "C": "1.2", "D": "1.2"}),
        ("A or\nB\nWool\nC or\nD", {"A or": "1.1", "B": "1.2", "C or": "2.1", "D": "2.2"}),
        ("A floor\nTen looms", {}),
    ],
)
def test_an_or_between_lines_parts_ways(text: str, wanted: dict[str, str]) -> None:
    assert paths(text) == wanted


def test_ways_stand_on_requirements_with_their_reason() -> None:
    made = built(
        "why: x", "# Weaver\n\n## Requirements\n- A degree in wool; or\n- Ten looms\n- Patience with yarn\n"
    )
    assert [each.path for each in made.requirements] == ["1.1", "1.2", ""]
    assert made.requirements[1].why.endswith("; one of several ways to qualify")


def test_a_corrected_line_leaves_its_ways() -> None:
    body = "# Weaver\n\n## Requirements\n- A degree in wool; or\n- Ten looms\n- Patience with yarn\n"
    made = built("lines:\n  Ten looms: none", body)
    assert [each.path for each in made.requirements] == ["", ""]
