"""Reading files into pages: formats by content, verbatim blocks, clear refusals."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tailor.errors import InputError, TailorError
from tailor.model.text import Page
from tailor.pages import read_pages

DUTIES = "<ul><li>Tune looms</li><li>Order yarn</li></ul>"
SKILLS = "<h2>Skills</h2><ul><li>Patience &amp; care</li></ul>"
HTML = f"<html><body><h1>Weaver</h1><h2>Duties</h2>{DUTIES}{SKILLS}</body></html>"
RECORD = """# Application Details

## Company
Heather & Loom

## Position
Weaver

## Status
### Application
PENDING

## Job Description
Requirements:
- Two years of weaving

## Notes
- Resume bullet points:
  - Work experience:
    - Skye Mill: stress jacquard
"""


def page(text: str | bytes) -> Page:
    (only,) = read_pages(text.encode() if isinstance(text, str) else text, "posting.bin")
    return only


def texts(read: Page, kind: str) -> list[str]:
    return [block.text for block in read.blocks if block.kind == kind]


def stated(read: Page) -> dict[str, str]:
    return {fact.name: fact.value for fact in read.stated}


def job(description: str, **fields: object) -> str:
    return json.dumps({"@type": "JobPosting", "title": "Weaver", "description": description, **fields})


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (job(f"<p>Duties</p>{DUTIES}"), "JSON-LD"),
        (f"[{job(DUTIES)}]", "JSON-LD"),
        ('{"@graph":[{"@type":"WebPage"},' + job(DUTIES) + "]}", "JSON-LD"),
        (json.dumps({"jobTitle": "Weaver", "description": "Weave. " * 20}), "JSON"),
        (HTML, "html"),
        (
            f"<html><script type='application/ld+json'>{job(DUTIES * 2)}</script><body></body></html>",
            "html with JSON-LD",
        ),
        ("# Weaver\n\n## Duties\n- Tune looms", "markdown"),
        (RECORD, "record"),
        ("---\nprofile: ada\n---\nWeaver\n", "record"),
        ("---\nprofile: ada\n---# Weaver\n", "record"),
        ("Weaver\n\nDuties\n- Tune looms", "text"),
    ],
)
def test_a_format_is_recognised_by_its_content(text: str, form: str) -> None:
    assert page(text).format == form


@pytest.mark.parametrize("rounds", [0, 1, 2])
def test_a_description_that_is_escaped_up_to_twice_becomes_items(rounds: int) -> None:
    description = DUTIES
    for _ in range(rounds):
        description = description.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert texts(page(job(description)), "item") == ["Tune looms", "Order yarn"]


def test_raw_line_breaks_and_trailing_commas_in_json_are_forgiven() -> None:
    read = page('{"@type": "JobPosting", "description": "<ul><li>Tune\nlooms</li><li>Order yarn</li></ul>",}')
    assert texts(read, "item") == ["Tune looms", "Order yarn"]


def test_items_that_only_no_break_spaces_part_become_items() -> None:
    read = page(
        job("Short text", qualifications="Two years of weaving&nbsp;Knowledge of wool&nbsp;A steady right hand")
    )
    assert texts(read, "item") == ["Two years of weaving", "Knowledge of wool", "A steady right hand"]


def test_markup_states_its_facts_and_empty_fields_state_none() -> None:
    place = {"address": {"addressLocality": "Leith", "addressRegion": "", "addressCountry": {"name": "GB"}}}
    pay = {"currency": "", "value": {"minValue": "", "maxValue": ""}}
    read = page(
        job(DUTIES, hiringOrganization="Heather & Loom", jobLocation=[place], baseSalary=pay, validThrough="")
    )
    assert stated(read) == {"title": "Weaver", "company": "Heather & Loom", "location": "Leith, GB"}


def test_names_of_places_win_over_one_copied_address() -> None:
    address = {"addressLocality": "Leith", "addressRegion": "SCT"}
    places = [{"name": "Leith, SCT", "address": address}, {"name": "Skye, SCT", "address": address}]
    found = [fact.value for fact in page(job(DUTIES, jobLocation=places)).stated if fact.name == "location"]
    assert found == ["Leith, SCT", "Skye, SCT"]


def test_a_json_lines_file_is_as_many_pages_as_lines() -> None:
    pages = read_pages(f"{job(DUTIES)}\n{job(DUTIES)}\n".encode(), "feed.jsonl")
    assert [read.source for read in pages] == ["feed.jsonl#1", "feed.jsonl#2"]


def test_a_list_of_answers_is_as_many_pages_as_postings() -> None:
    answers = {"jobs": [{"title": title, "content": DUTIES * 3} for title in ("Weaver", "Dyer")]}
    pages = read_pages(json.dumps(answers).encode(), "jobs.json")
    assert [stated(read)["title"] for read in pages] == ["Weaver", "Dyer"]


def test_sections_beside_the_description_are_read() -> None:
    lists = [{"text": "Requirements", "content": "<li>Patience</li><li>Two years of weaving</li>"}]
    read = page(json.dumps({"text": "Weaver", "descriptionPlain": "We weave. " * 20, "lists": lists}))
    assert "Requirements" in texts(read, "heading")
    assert texts(read, "item") == ["Patience", "Two years of weaving"]


def test_the_chrome_of_a_page_is_dropped() -> None:
    chrome = (
        "<nav><a href='/'>Menu</a></nav><form>Apply here</form><div class='cookie-bar'>Cookies are required</div>"
    )
    read = page(
        f"<html><body>{chrome}<main>{HTML}</main><footer>Imprint</footer><p hidden>secret</p></body></html>"
    )
    assert {"Menu", "Apply here", "Cookies are required", "Imprint", "secret"}.isdisjoint(read.text.split("\n"))
    assert "Patience & care" in texts(read, "item")


@pytest.mark.parametrize(
    "mark",
    [
        "hidden",
        "aria-hidden='true'",
        "style='display: none'",
        "style='font-size:0'",
        "style='font-size: 1px'",
        "style='opacity:0'",
        "style='position:absolute;left:-9999px'",
        "style='color:#FFFFFF'",
        "style='margin:0; color: rgb(255, 255, 255)'",
    ],
)
def test_what_nobody_can_see_is_no_part_of_the_text(mark: str) -> None:
    read = page(f"<html><body><h1>Weaver</h1>{DUTIES}<ul><li {mark}>Ten years of silk</li></ul></body></html>")
    assert texts(read, "item") == ["Tune looms", "Order yarn"]


@pytest.mark.parametrize(
    "mark",
    [
        "style='font-size:1em'",
        "style='font-size:0.9em'",
        "style='font-size:1.2em;x:0'",
        "style='opacity:0.9'",
        "style='background:#003;color:#fff'",
        "style='left:0'",
    ],
)
def test_what_is_seen_stays(mark: str) -> None:
    read = page(f"<html><body><h1>Weaver</h1>{DUTIES}<ul><li {mark}>Ten years of silk</li></ul></body></html>")
    assert "Ten years of silk" in texts(read, "item")


def test_nested_items_keep_their_depth() -> None:
    read = page(
        "<html><body><ul><li>Tools<ul><li>Loom</li><li>Shuttle</li></ul></li><li>Dyes</li></ul></body></html>"
    )
    assert [(block.text, block.level) for block in read.blocks] == [
        ("Tools", 1),
        ("Loom", 2),
        ("Shuttle", 2),
        ("Dyes", 1),
    ]


def test_a_record_parts_the_posting_from_the_notes_and_states_its_facts() -> None:
    read = page(RECORD)
    assert texts(read, "item") == ["Two years of weaving"]
    assert stated(read) == {"company": "Heather & Loom", "title": "Weaver", "status": "PENDING"}
    items = [(block.text, block.level) for block in read.notes if block.kind == "item"]
    assert items == [("Resume bullet points:", 1), ("Work experience:", 2), ("Skye Mill: stress jacquard", 3)]


def test_front_matter_is_kept_as_found_and_states_its_facts() -> None:
    read = page(
        "---\ncompany: Heather & Loom\nurl: https://loom.example/1\n---\n\n"
        "Requirements:\n- Patience\n\n## Notes\n- mine\n"
    )
    assert read.front == "company: Heather & Loom\nurl: https://loom.example/1"
    assert stated(read) == {"company": "Heather & Loom", "url": "https://loom.example/1"}
    assert texts(read, "item") == ["Patience"]
    assert [block.text for block in read.notes] == ["Notes", "mine"]


def test_rows_of_a_fact_table_are_facts() -> None:
    table = "| Field | Details |\n|---|---|\n| **Company** | Heather & Loom |\n| **Location** | Leith |\n"
    read = page(f"# Job Description: Weaver\n\n## Company Information\n\n{table}\n## Match Analysis\n- fits\n")
    assert stated(read) == {"company": "Heather & Loom", "location": "Leith"}


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "– ", "· ", "1. ", "a) ", "✓ ", "[ ] ", "\uf0b7 ", "•"])
def test_marks_of_lists_are_taken_off(mark: str) -> None:
    assert texts(page(f"Duties\n\n{mark}Tune looms\n{mark}Order yarn\n"), "item") == ["Tune looms", "Order yarn"]


def test_question_marks_that_stand_for_lost_bullets_are_taken_off() -> None:
    assert texts(page("Duties:\n? Tune looms\n? Order yarn\n? 2 reports a day\n"), "item")[2] == "2 reports a day"


def test_a_bullet_alone_on_a_line_belongs_to_the_next() -> None:
    assert texts(page("Duties:\n•\nTune looms\n•\nOrder yarn\n"), "item") == ["Tune looms", "Order yarn"]


def test_hard_wrapped_lines_are_joined_in_place() -> None:
    rows = [
        "- Tune the looms of the mill in the morning, and report what you find to",
        "the foreman of the shift before ten;",
        "- Order yarn from the three spinners that the mill has worked with since",
        "it was founded;",
        "- Keep the dye house clean, and write the recipe of each bath in the book",
        "that hangs beside the door;",
        "- Show visitors the mill on the first Saturday of the month when there is",
        "nobody else.",
    ]
    read = page("\n".join(rows))
    assert len(texts(read, "item")) == 4
    assert texts(read, "item")[1] == f"{rows[2][2:]} {rows[3]}"
    assert len(read.text) == len("\n".join(rows))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    text = "Webermeister für Jacquard – Gehalt 40.000 € und viele schöne Stoffe\n" * 5
    assert "für Jacquard – Gehalt 40.000 €" in page(text.encode(encoding)).text


def test_a_declared_encoding_counts_and_latin_1_means_windows() -> None:
    html = "<html><head><meta charset='iso-8859-1'></head><body><p>Pay: € 40</p><p>x</p></body></html>"
    assert "€ 40" in page(html.encode("cp1252")).text


def test_control_zero_width_and_surrogate_characters_are_gone() -> None:
    read = page('{"title": "W\\ud800eaver", "description": "' + "Tune\u200b looms\\u0007 daily. " * 9 + '"}')
    assert "Tune looms daily." in read.text
    assert stated(read)["title"] == "Weaver"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04zip", "DOCX"),
        (b"{\\rtf1 text}", "Word"),
        (b"From: a@b.example\nMIME-Version: 1.0\n\n", "e-mail holds no text"),
        (bytes(range(256)) * 20, "not a text file"),
        (b'{"title": "Weaver", "description": "cut o', "cannot be read"),
        (b'{"a": 1, "b": [2, 3]}', "no posting's text"),
        (b"x" * 10_000_001, "too large"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        read_pages(data, "acme.txt")
    assert str(refused.value).startswith("acme.txt: ")


def verbatim(read: Page) -> bool:
    blocks = [*read.blocks, *read.notes]
    return all(
        block.text == read.text[block.start : block.end] and block.text.strip() == block.text for block in blocks
    )


PIECES = st.sampled_from(
    [*"\ta é•|`\n", "<p>", "<li>", "<br>", "<b>Duties</b>", "- ", "# ", "? ", "&lt;", "&nbsp;", "Duties:", "---"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=40).map("".join))
def test_every_block_is_a_verbatim_piece_of_its_page(text: str) -> None:
    for made in (text, job(text), f"<html><body>{text}</body></html>", f"## Status\n{text}\n## Notes\n{text}"):
        try:
            pages = read_pages(made.encode(), "x")
        except TailorError:
            continue
        assert pages
        assert all(map(verbatim, pages))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        pages = read_pages(data, "x")
    except InputError:
        return
    assert all(map(verbatim, pages))
