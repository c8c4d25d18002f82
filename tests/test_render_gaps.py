"""Gap reports on paper: one accessible HTML file, Markdown, text, JSON, CSV and the terminal."""

import csv
import io
import json
import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from letter_cases import CLINIC, ORCHARD, STRONG, TODAY, find, plan, posting, profile, ranking, requirement

from tailor.gaps import report
from tailor.model.gaps import GapReport
from tailor.render.gaps import gaps_contract, gaps_page, terminal_table
from tailor.resources import templates_folder

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
    verdict, below = low.index("are shown"), low.index("must-haves (")
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


def test_what_nothing_is_found_of_is_one_row_with_one_thing_to_do() -> None:
    duties = [requirement(f"Steer regatta {n}", "responsibility", "duty") for n in range(4)]
    of = plan(posting(*duties))
    page = gaps_page(report([(of, ranking(of))], today=TODAY, find=find), "html")
    assert page.count("Steer regatta") == 4
    assert page.count("be ready to say so in the interview") == 1
    ids = [attrs.get("id") for tag, attrs in read(page).attributes if tag == "li"]
    assert {f"posting-1-r{n}" for n in (1, 2, 3, 4)} <= set(ids)


def test_what_is_open_stands_before_what_is_shown() -> None:
    asked = (requirement("Model deployment"), requirement("Kubernetes"), requirement("Handling falcons"))
    of = plan(posting(*asked))
    page = gaps_page(report([(of, ranking(of, {"r1": STRONG["r1"]}))], today=TODAY, find=find), "txt")
    below = page.index("REQUIRED")
    assert page.index("Handling falcons", below) < page.index("Model deployment", below)


def test_every_proving_bullet_is_on_the_page_with_whether_it_is_printed() -> None:
    paths = [bullet.path for bullet in profile().bullets]
    of = plan(posting(requirement("Model deployment")), printed=paths[:2])
    page = gaps_page(report([(of, ranking(of, {"r1": paths[:5]}))], today=TODAY, find=find), "html")
    table = unescape(page[page.index('<table class="asked">') : page.index("</table>")])
    assert all(bullet.text in table for bullet in profile().bullets[:5])
    assert table.count("not on this resume") == 3


def test_soft_skills_and_lines_are_folded_and_steps_lead_to_their_rows() -> None:
    page = gaps_page(sample(), "html")
    reader = read(page)
    assert reader.tags.count("details") >= 2
    assert page.index("<details>") < page.index("Soft skills")
    verdict = page[page.index('class="verdict') : page.index("</ol>")]
    assert '<a href="#posting-1-r' in verdict


def test_cells_of_the_heat_map_lead_to_the_quoted_requirement_and_bullet() -> None:
    page = gaps_page(sample(postings=3), "html")
    table = page[page.index('class="map"') :].partition("</table>")[0]
    cell = re.search(r'<a href="#(skill-[\w-]+-2)" title="([^"]+)"', table)
    assert cell is not None
    assert cell[2] in {"required, shown", "required, adjacent", "preferred, adjacent"}
    quotes = page[page.index('class="quotes"') :]
    quote = quotes[quotes.index(f'id="{cell[1]}"') :].partition("</dd>")[0]
    assert 'href="#posting-2-' in quote
    assert 'href="#line-work-0-highlights-0"' in quotes
    assert 'id="line-work-0-highlights-0"' in page


def test_a_page_of_many_says_first_what_to_do_and_which_fit() -> None:
    text = " ".join(read(gaps_page(sample(postings=3), "html")).text.split())
    places = [
        text.index(said) for said in ("3 postings:", "Do first", "Which fit best now", "Skills and postings")
    ]
    assert places == sorted(places)
    assert "Skills and postings" in gaps_page(sample(postings=3), "md")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_colours_of_text_are_told_from_their_ground(scheme) -> None:
    style = (templates_folder() / "report" / "report.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in style.split("* {")[0].split("@media")
    )
    colours = light if scheme == "light" else dark
    inks, grounds = ("ink", "soft", "good", "mid", "bad", "ask"), ("paper", "tint")
    pairs = [(ink, ground) for ink in inks for ground in grounds]
    pairs += [(name, f"{name}-tint") for name in ("good", "mid", "bad", "ask")]
    poor = [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]
    assert not poor


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
