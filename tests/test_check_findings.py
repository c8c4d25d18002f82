"""`tailor check` of PDFs from anywhere: what software loses is found, and nothing is found in a good one."""

import pytest
from print_cases import HEAD, JOBS, SKILLS, bare, encrypted, good, made
from render_builders import STYLE, letter, plan

from tailor import render
from tailor.check import Finding, findings, read_print
from tailor.check.words import headings, is_date, normal, spans
from tailor.errors import InputError
from tailor.pdf import Press

TEXT = ("Zoe Berg, zoe@example.com, +47 555 01 340", "Work Experience", "Engineer 2019 - 2023", "Skills")


def found(pdf: bytes) -> tuple[Finding, ...]:
    return findings(read_print(pdf, "cv.pdf"))


def kinds(pdf: bytes, *, lost: bool = True) -> list[str]:
    return [one.kind for one in found(pdf) if one.lost is lost]


def test_nothing_is_found_in_a_good_resume() -> None:
    assert found(good()) == ()


@pytest.mark.parametrize("name", render.theme_names())
def test_nothing_is_found_in_what_we_print(name: str) -> None:
    theme = render.read_theme(name)
    press = Press((theme.folder,))
    for html in (
        render.resume(plan(), theme, STYLE, "html"),
        render.letter(letter(), plan(), theme, STYLE, "html"),
    ):
        assert found(press.write(html, created="2026-03-09")) == ()


COLUMNS = (
    "<table style='width: 100%'><tr><td style='width: 30%; vertical-align: top'><h2>Skills</h2>"
    "<p>Python</p><p>SQL</p><p>Kafka</p><p>Rust</p><h2>Languages</h2><p>English</p><p>Greek</p></td>"
    f"<td>{JOBS}</td></tr></table>"
)


@pytest.mark.parametrize(
    ("pdf", "kind"),
    [
        (made(HEAD + COLUMNS), "columns"),
        (good("<h2 style='letter-spacing: .5em'>EDUCATION</h2>"), "spaced-letters"),
        (good(f"<div style='position: absolute; top: 0'>{'<p>A line that is seen first</p>' * 6}</div>"), "order"),
        (made(f"<p>Zoë\u00a0Berg</p>{HEAD}{JOBS}"), "odd-character"),
        (made(f"<h1>On\u2011call</h1>{HEAD}{JOBS}"), "odd-character"),
        (good("<p>the o\ufb03ce</p>"), "odd-character"),
        (good("<p>u\u0308ber</p>", "p { font-family: 'Source Sans 3' }"), "odd-character"),
        (made(HEAD + JOBS.replace("• ", "<span style='display: block'>•</span>")), "lone-bullets"),
        (made(HEAD.replace("zoe@example.com", "Bergen") + JOBS), "no-email"),
        (made(HEAD + JOBS.replace("Work Experience", "My Journey")), "no-headings"),
        (made(HEAD + JOBS + "<p>2019 – 2023</p><p>Mar 2015 to present</p>"), "dates-apart"),
        (bare(*TEXT, picture=0.8), "picture"),
        (bare(picture=1.0), "no-text"),
        (bare(), "no-text"),
        (encrypted(good(), user="secret"), "encrypted"),
        (encrypted(good(), user=""), "encrypted"),
    ],
)  # fmt: skip
def test_what_software_loses_is_found(pdf: bytes, kind: str) -> None:
    assert kind in kinds(pdf)


@pytest.mark.parametrize(
    ("pdf", "kind"),
    [
        (made(HEAD.replace("+47 555 01 340", "Norway") + JOBS), "no-phone"),
        (good("<h2>My Journey</h2><p>Walking</p>"), "unknown-headings"),
        (good("<p>Clerk <span style='margin-left: 3in'>2011 – 2015</span></p>"), "far-dates"),
        (bare(*TEXT, picture=0.1), "picture"),
        (bare(*TEXT), "fonts"),
        (bare(*TEXT), "title"),
        (bare(*TEXT), "author"),
        (bare(*TEXT), "language"),
        (bare(*TEXT), "tags"),
        (made((HEAD + JOBS + "<p style='break-after: page'></p>") * 3), "pages"),
        (good("<p>one\u2009thin</p>"), "odd-character"),
    ],
)
def test_what_is_worth_knowing_is_found(pdf: bytes, kind: str) -> None:
    assert kind in kinds(pdf, lost=False)
    assert kind not in kinds(pdf)


def test_every_finding_says_what_to_do() -> None:
    for pdf in (made(HEAD + COLUMNS), bare(*TEXT, picture=0.8), bare(), encrypted(good(), user="x")):
        assert found(pdf)
        for one in found(pdf):
            assert one.problem
            assert one.remedy


def test_an_address_behind_other_words_is_told() -> None:
    hidden = HEAD.replace("zoe@example.com", "<a href='mailto:zoe@example.com'>write to me</a>")
    (one,) = [one for one in found(made(hidden + JOBS)) if one.kind == "no-email"]
    assert "only a link behind other words" in one.problem


def test_a_sentence_that_ends_on_a_date_is_no_date_apart() -> None:
    line = "<p>• Ran the ward from the first to the last day of<br>May 2021{end}</p><p>• Led it.</p>"
    assert "dates-apart" in kinds(good(line.format(end="")))
    assert "dates-apart" not in kinds(good(line.format(end=".")))


def test_a_letter_needs_no_headings() -> None:
    words = "<p>Dear Hiring Team,</p><p>I am applying for the position of Platform Lead, as I have led before.</p>"
    assert found(made(HEAD + words)) == ()


def test_a_locked_file_has_no_text_and_one_finding() -> None:
    held = read_print(encrypted(good(), user="secret"), "cv.pdf")
    assert (held.locked, held.text, held.sheets) == (True, "", ())
    assert kinds(encrypted(good(), user="secret")) == ["encrypted"]


def test_what_a_file_says_of_itself_is_read() -> None:
    held = read_print(good(), "cv.pdf")
    assert (held.title, held.author, held.language, held.tagged) == ("A resume", "Zoë Berg", "en", True)
    assert "• Moved 40 nightly jobs.\n" in held.text
    assert SKILLS.startswith("<h2>Skills")


@pytest.mark.parametrize("data", [b"", b"rubbish", b"%PDF-1.7\n%%EOF"])
def test_bytes_that_are_no_pdf_are_told_by_name(data: bytes) -> None:
    with pytest.raises(InputError, match=r"cv\.pdf.*cannot be read"):
        read_print(data, "cv.pdf")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2019 – 2021", True),
        ("Mar 2019 – Present", True),
        ("03/2019 - 12/2021", True),
        ("März 2019 bis heute", True),
        ("de mars 2019 à aujourd’hui", True),
        ("Summer 2020", True),
        ("Jänner 2019 bis dato", True),
        ("1er févr. 2019 – en cours", True),
        ("FEVRIER 2019 - AUJOURD'HUI", True),
        ("setiembre de 2019 – actualidad", True),
        ("Engineer 2019", False),
        ("220 reports", False),
        ("Mar", False),
        ("", False),
    ],
)
def test_dates_of_all_languages_are_known(line: str, date: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_date(line) is date


def test_spans_of_dates_are_counted() -> None:
    assert spans("Engineer 2019 – 2021, Clerk Mar 2015 – Present, 03/2010 to 04/2012, in 2009") == 3


@pytest.mark.parametrize(
    "heading",
    [
        "Work Experience", "EDUCATION:", "Licenses & Certifications", "Studium", "Aus- & Weiterbildung",
        "Freiwilligenarbeit", "EXPERIENCE PROFESSIONNELLE", "Centres d’intérêt", "Permis et certifications",
        "FORMACION ACADEMICA", "Logros profesionales",
    ],
)  # fmt: skip
def test_usual_headings_are_known(heading: str) -> None:
    assert normal(heading) in headings()
