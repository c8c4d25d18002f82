"""Gap reports on paper: one accessible HTML file, Markdown, text, JSON, CSV and the terminal."""

import csv
import io
import json
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from letter_cases import CLINIC, ORCHARD, STRONG, TODAY, find, plan, posting, profile, ranking, requirement

from tailor.gaps import report
from tailor.model.gaps import GapReport
from tailor.render.gaps import gaps_contract, gaps_page, terminal_table

HOSTILE = "Python <script>alert('x')</script> & | `code` *stars*"


def sample(*, postings: int = 1) -> GapReport:
    asked = (
        requirement("Bachelor's degree", kind="degree"),
        requirement("Model deployment", kind="experience"),
        requirement(HOSTILE),
        requirement("Leading engineers", "responsibility", "duty"),
        requirement("Kubernetes", "preferred"),
        requirement("Communication", kind="soft"),
    )
    pairs = []
    for n in range(postings):
        of = plan(posting(*asked, knockouts=(0,), company=f"Fjordvik {n}"), profile(skills=("Nomad",)), CLINIC)
        pairs.append((of, ranking(of, {"r2": STRONG["r1"]})))
    return report(pairs, today=TODAY, find=find)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))

    def handle_data(self, data) -> None:
        self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_the_page_is_one_file_without_scripts_or_links_out() -> None:
    reader = read(gaps_page(sample(), "html"))
    assert not {"script", "link", "img", "iframe"} & set(reader.tags)
    assert not any(value and "//" in value for _, attrs in reader.attributes for value in attrs.values())


def test_the_page_has_a_language_a_title_headings_in_order_and_scoped_headers() -> None:
    reader = read(gaps_page(sample(postings=2), "html"))
    assert ("html", {"lang": "en"}) in reader.attributes
    assert "title" in reader.tags
    levels = [int(tag[1]) for tag in reader.tags if tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    headers = [attrs for tag, attrs in reader.attributes if tag == "th"]
    assert headers
    assert all(attrs.get("scope") in {"col", "row"} for attrs in headers)


def test_ids_are_unique_and_every_link_leads_to_one() -> None:
    reader = read(gaps_page(sample(postings=3), "html"))
    ids = [attrs["id"] for _, attrs in reader.attributes if attrs.get("id")]
    assert len(ids) == len(set(ids))
    links = [attrs["href"] for tag, attrs in reader.attributes if tag == "a"]
    assert links
    assert all(link and link.removeprefix("#") in ids for link in links)


def test_states_are_told_in_words_and_not_by_colour_alone() -> None:
    text = " ".join(read(gaps_page(sample(), "html")).text.split())
    for word in ("shown", "adjacent", "not found", "met", "listed only", "to confirm"):
        assert word in text


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_verdict_knock_outs_and_quotes_stand_in_reading_order(form) -> None:
    page = gaps_page(sample(), form)
    text = " ".join((read(page).text if form == "html" else page).split())
    low = text.casefold()
    verdict, below = low.index("are shown"), low.index("conditions that decide alone")
    places = [
        low.index(wanted, below) for wanted in ("bachelor's degree", "model deployment", "leading engineers")
    ]
    assert [verdict, below, *places] == sorted([verdict, below, *places])
    assert "Built drift dashboards in Grafana" in text
    assert "on this resume" in text


def test_what_a_posting_holds_is_escaped() -> None:
    assert "<script" not in gaps_page(sample(), "html")
    assert "&lt;script&gt;" in gaps_page(sample(), "html")
    assert "\\<script\\>" in gaps_page(sample(), "md")


def test_no_percentage_and_no_score_is_printed() -> None:
    text = read(gaps_page(sample(), "html")).text.split("@page")[-1]
    assert "%" not in text.replace("below 5%", "").replace("96%", "")
    assert "score" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_terminal_table_keeps_to_its_width(width) -> None:
    lines = terminal_table(sample(postings=2), width).splitlines()
    assert lines
    assert max(len(line) for line in lines) <= width
    assert not any(line != line.rstrip() for line in lines)


def test_the_json_is_the_contract() -> None:
    found = json.loads(gaps_page(sample(postings=2), "json"))
    assert found == gaps_contract(sample(postings=2))
    assert {"postings", "requirements", "skills"} <= set(found)
    assert len(found["requirements"]) == 12
    for one in found["requirements"]:
        assert {"posting", "id", "text", "need", "state", "evidence"} <= set(one)
        assert all({"path", "text"} <= set(evidence) for evidence in one["evidence"])
    for skill in found["skills"]:
        assert {"name", "priority", "required_in", "preferred_in", "state"} <= set(skill)


def test_the_csv_has_a_row_per_requirement_and_no_formulas() -> None:
    of = plan(posting(requirement("=1+1"), requirement("Python")), profile(ORCHARD))
    page = gaps_page(report([(of, ranking(of))], today=TODAY, find=find), "csv")
    rows = list(csv.reader(io.StringIO(page)))
    assert len(rows) == 3
    assert len({len(row) for row in rows}) == 1
    assert "'=1+1" in rows[1]


def test_a_posting_that_was_not_read_says_so_on_every_page() -> None:
    of = plan(posting(empty="no text"))
    empty = report([(of, ranking(of))], today=TODAY, find=find)
    for form in ("html", "md", "txt"):
        assert "not the same as no gap" in " ".join(gaps_page(empty, form).split())


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="docx"):
        gaps_page(sample(), "docx")
