"""PDFs read back: what a reader loses is told."""

import pytest
from render_builders import STYLE, letter, plan

from tailor import render
from tailor.check import extract_text, read_back
from tailor.errors import InputError
from tailor.pdf import Press

THEME = render.read_theme("classic")
PDF = Press().write(render.resume(plan(), THEME, STYLE, "html"), created="2026-03-09")
LINES = tuple(line.text for line in render.resume_lines(plan(), STYLE))


def test_a_resume_of_ours_loses_nothing() -> None:
    assert len(LINES) > 20
    assert read_back(PDF, LINES) == ()


def test_a_letter_of_ours_loses_nothing() -> None:
    pdf = Press().write(render.letter(letter(), plan(), THEME, STYLE, "html"), created="2026-03-09")
    assert read_back(pdf, [line.text for line in render.letter_lines(letter(), plan(), STYLE)]) == ()


def test_a_line_that_is_not_there_is_told() -> None:
    assert read_back(PDF, [LINES[0], "Never printed.", LINES[1]]) == ("Never printed.",)


def test_a_line_that_stands_before_the_one_above_it_is_told() -> None:
    assert read_back(PDF, [LINES[-1], LINES[0]]) == (LINES[0],)


def test_white_space_is_folded_and_nothing_else() -> None:
    assert read_back(PDF, ["Moved 40\n nightly  jobs"]) == ()
    assert read_back(PDF, ["moved 40 nightly jobs"]) == ("moved 40 nightly jobs",)
    assert read_back(PDF, ["Moved 40 nightlyjobs"]) == ("Moved 40 nightlyjobs",)


def test_an_address_longer_than_a_line_may_break() -> None:
    address = "https://example.org/" + "/".join(f"part-{index}" for index in range(20))
    page = render.resume(plan(summary=f"See {address} now."), THEME, STYLE, "html")
    assert read_back(Press().write(page, created="2026-03-09"), [f"See {address} now."]) == ()


def test_the_text_of_a_pdf_is_read() -> None:
    assert "Zoë Ångström-Muñoz" in extract_text(PDF)


@pytest.mark.parametrize("data", [b"", b"rubbish", b"%PDF-1.7\n%%EOF", PDF[:900]])
def test_bytes_that_are_no_pdf_are_told_by_name(data: bytes) -> None:
    with pytest.raises(InputError, match=r"cv\.pdf.*cannot be read"):
        extract_text(data, "cv.pdf")
