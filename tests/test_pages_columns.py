"""Tables whose columns have headings: each cell stands below its own."""

import io

import pytest
from docx import Document

from tailor.pages import read_pages

ROW = "<tr><th>{}</th><td>{}</td><td>{}</td></tr>"
HEAD = "<tr><th>Criteria</th><th>Essential</th><th>Desirable</th></tr>"
EXPERIENCE = ROW.format("Experience", "Two years in a shop<br>Cashing up a busy till", "Leading a team of three")
SKILLS = ROW.format("Skills", "<ul><li>Counting the stock in time</li></ul>", "<p>A second spoken language</p>")


def lines_of(markup: str) -> list[tuple[str, str]]:
    data = f"<!doctype html><html><body><main><h1>Clerk</h1><table>{markup}</table></main></body></html>"
    (page,) = read_pages(data.encode(), "clerk.html")
    assert all(page.text[block.start : block.end] == block.text for block in page.blocks)
    return [(block.kind, block.text) for block in page.blocks][1:]


def test_each_cell_of_a_specification_stands_below_its_column() -> None:
    assert lines_of(HEAD + EXPERIENCE + SKILLS) == [
        ("heading", "Experience"),
        ("heading", "Essential"),
        ("item", "Two years in a shop"),
        ("item", "Cashing up a busy till"),
        ("heading", "Desirable"),
        ("item", "Leading a team of three"),
        ("heading", "Skills"),
        ("heading", "Essential"),
        ("item", "Counting the stock in time"),
        ("heading", "Desirable"),
        ("item", "A second spoken language"),
    ]


@pytest.mark.parametrize(
    ("markup", "first"),
    [
        (
            "<tr><th>Pay</th><td>£12 an hour</td></tr><tr><th>Hours</th><td>30 a week</td></tr>",
            "Pay | £12 an hour",
        ),
        (
            "<tr><th>Step</th><th>Hourly</th><th>Yearly</th></tr><tr><td>1</td><td>12</td><td>24000</td></tr>",
            "Step | Hourly | Yearly",
        ),
    ],
)
def test_tables_of_labels_and_of_figures_are_read_along_their_rows(markup: str, first: str) -> None:
    assert first in [text for _, text in lines_of(markup)]


def test_a_document_s_table_is_read_the_same_way() -> None:
    document = Document()
    table = document.add_table(rows=2, cols=3)
    cells = [["Criteria", "Essential", "Desirable"], ["Experience", "Two years in a shop", "Leading a small team"]]
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text).bold = row is table.rows[0] or texts is cells[0]
    stream = io.BytesIO()
    document.save(stream)
    (page,) = read_pages(stream.getvalue(), "clerk.docx")
    assert [(block.kind, block.text) for block in page.blocks] == [
        ("heading", "Experience"),
        ("heading", "Essential"),
        ("item", "Two years in a shop"),
        ("heading", "Desirable"),
        ("item", "Leading a small team"),
    ]
