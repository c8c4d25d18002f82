"""PDFs read back: what a reader loses is told, line by line, and why."""

from dataclasses import replace

import pytest
from render_builders import STYLE, letter, plan

from tailor import render
from tailor.check import extract_text, losses, read_back
from tailor.check.finding_lines import in_order, places
from tailor.errors import InputError
from tailor.model.document import PrintedLine
from tailor.pdf import Press

THEME = render.read_theme("classic")
PDF = Press().write(render.resume(plan(), THEME, STYLE, "html"), created="2026-03-09")
LINES = render.resume_lines(plan(), STYLE)
TEXT = extract_text(PDF)


def line(text: str, role: str = "text") -> PrintedLine:
    return PrintedLine(document="resume", text=text, sources=(), role=role)


def test_a_resume_of_ours_loses_nothing() -> None:
    assert len(LINES) > 20
    assert {one.role for one in LINES} >= {"name", "contact", "heading", "title", "when", "under", "bullet", "row"}
    assert read_back(PDF, LINES) == ()


def test_a_letter_of_ours_loses_nothing() -> None:
    pdf = Press().write(render.letter(letter(), plan(), THEME, STYLE, "html"), created="2026-03-09")
    assert read_back(pdf, render.letter_lines(letter(), plan(), STYLE)) == ()


PRINTED = (
    line("Zoë Berg", "name"),
    line("Work Experience", "heading"),
    line("Engineer", "title"),
    line("2019 – 2021", "when"),
    line("Ran 40 nightly jobs.", "bullet"),
    line("Led a CI/CD team.", "bullet"),
    line("Tools: Rust, C++", "row"),
)
GOOD = """Zoë Berg
Work Experience
Engineer 2019 – 2021
• Ran 40 nightly
jobs.
• Led a CI/CD team.
Tools: Rust, C++
"""
FIRST = "“Ran 40 nightly jobs.”: "


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", []),
        ("Work Experience", "WORK EXPERIENCE", []),
        ("Work Exp", "W O R K  E X P", ["“Work Experience”: a reader gets other spaces: “W O R K E X Perience”"]),
        ("Work Exp", "Wor k Exp", ["“Work Experience”: a reader gets other spaces: “Wor k Experience”"]),
        ("Ran 40", "ran 40", [FIRST + "a reader gets other capitals"]),
        ("nightly\njobs", "nightlyjobs", [FIRST + "a reader gets other spaces"]),
        ("Engineer 2", "Engineers 2", ["“Engineer”: a reader gets other capitals, or it runs into other words"]),
        ("C++", "C", ["“Tools: Rust, C++”: it is not there whole"]),
        (" 2019 – 2021\n• Ran 40 nightly\njobs.", "\n• Ran 40 nightly\njobs.\n2019 – 2021", ["“2019 – 2021”: it"]),
        ("• Ran", "Ran", [FIRST + "its bullet stands apart"]),
        ("•", "", []),
        ("Led a", "Led\u00a0a", ["“Led a CI/CD team.”: it is", "a CI/CD team.”: a reader gets U+00A0 NO-BREAK"]),
        ("Berg", "Berg\ufffd", ["“Zoë Berg\ufffd”: a reader gets U+FFFD REPLACEMENT"]),
        ("Zoë", "\ue0a1 Zoë", ["U+E0A1 PRIVATE USE"]),
        ("CI/CD", "CI/\ufffeCD", ["“Led a CI/CD team.”: it is not there whole"]),
    ],
)
def test_what_a_reader_loses_is_told_with_its_line(old: str, new: str, told: list[str]) -> None:
    found = losses(GOOD.replace(old, new), PRINTED)
    assert len(found) == len(told)
    for one, part in zip(found, told, strict=True):
        assert part in one


def test_bullets_that_stand_on_their_own_are_told_one_by_one() -> None:
    apart = GOOD.replace("• ", "") + "•\n•\n"
    assert [found.rpartition(": ")[2] for found in losses(apart, PRINTED)] == [
        "its bullet stands apart from it"
    ] * 2


def test_a_sign_that_the_person_wrote_is_none_to_tell() -> None:
    written = (*PRINTED, line("q\u0303 and \ufb01 as written"))
    assert losses(f"{GOOD}q\u0303 and \ufb01 as written", written) == ()


def test_one_moved_line_is_told_alone() -> None:
    moved = [LINES[-1], *LINES[:-1]]
    assert len(read_back(PDF, moved)) == 1


def test_white_space_is_folded_and_nothing_else() -> None:
    assert read_back(PDF, [line("Moved 40\n nightly  jobs to")]) == ()
    assert len(read_back(PDF, [line("moved 40 nightly jobs to")])) == 1
    assert len(read_back(PDF, [line("Moved 40 nightlyjobs to")])) == 1
    assert len(read_back(PDF, [line("oved 40 nightly jobs to")])) == 1


def test_an_address_longer_than_a_line_may_break() -> None:
    address = "https://example.org/" + "/".join(f"part-{index}" for index in range(20))
    whole = plan(summary=f"See {address} now.")
    page = render.resume(whole, THEME, STYLE, "html")
    assert read_back(Press().write(page, created="2026-03-09"), render.resume_lines(whole, STYLE)) == ()


STYLE_END = "</style>"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (STYLE_END, "h2 { text-transform: uppercase !important }</style>", 0),
        (STYLE_END, "h2 { letter-spacing: .4em !important; font-variant-caps: normal !important }</style>", 5),
        (STYLE_END, ".when { float: left !important; margin-left: 20em !important }</style>", 1),
        (STYLE_END, ".text { display: none !important }</style>", 1),
        ("•", '<span style="float: right">•</span>', 6),
        ("CI/CD", "CI/<wbr>&nbsp;CD", 3),
    ],
)
def test_a_theme_that_loses_text_is_told(old: str, new: str, told: int) -> None:
    page = render.resume(plan(), THEME, STYLE, "html")
    assert old in page
    lost = read_back(Press().write(page.replace(old, new), created="2026-03-09"), LINES)
    assert (len(lost) >= told) if told else lost == ()


def test_words_are_found_whole() -> None:
    assert places("a trust in Rust, Rusty", "Rust") == ((11, 15),)
    assert places("C++, C", "C") == ((0, 1), (5, 6))
    assert places("anything", "") == ()


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([[(0, 2)], [(3, 5)], [(6, 8)]], [0, 1, 2]),
        ([[(9, 10)], [(0, 2)], [(3, 5)]], [1, 2]),
        ([[(0, 2)], [(9, 10)], [(3, 5)], [(6, 8)]], [0, 2, 3]),
        ([[(0, 2), (4, 5)], [(1, 4)], []], [0]),
        ([[(0, 2), (7, 8)], [(3, 5)], [(4, 6), (7, 9)]], [0, 1, 2]),
        ([], []),
    ],
)
def test_the_most_lines_that_follow_each_other_are_kept(
    found: list[list[tuple[int, int]]], kept: list[int]
) -> None:
    assert list(in_order(found)) == kept


def test_the_text_of_a_pdf_is_read() -> None:
    assert "Zoë Ångström-Muñoz" in TEXT
    assert replace(LINES[0], role="").text == "Zoë Ångström-Muñoz"


@pytest.mark.parametrize("data", [b"", b"rubbish", b"%PDF-1.7\n%%EOF", PDF[:900]])
def test_bytes_that_are_no_pdf_are_told_by_name(data: bytes) -> None:
    with pytest.raises(InputError, match=r"cv\.pdf.*cannot be read"):
        extract_text(data, "cv.pdf")
