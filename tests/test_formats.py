"""Formats from the command line: what is made of each document, both in one PDF, and what there is none of."""

import io
import json
from pathlib import Path

import pypdf
import pytest
from sample_workspace import AS_OF

from tailor.check import read_back
from tailor.model.document import PrintedLine
from tailor.pages import read_pages
from tailor.workspace.settings import read_settings

NURSE = "postings/cedar-valley-icu-nurse.md"
STEM = "Tomasz-Wieland-Okafor-Registered-Nurse-Intensive-Care-Unit-Cedar-Valley-Hospital"


@pytest.fixture
def built(workspace: Path, tailor) -> Path:
    done = tailor("build", NURSE, "--as-of", AS_OF, "--combined", "--format", "pdf,txt,docx,json")
    assert done.code == 0, done.err
    return next((workspace / "out" / "tomasz").iterdir())


def test_each_document_comes_in_the_formats_that_it_has(built: Path) -> None:
    resume = [f"{STEM}-Resume.{form}" for form in ("docx", "json", "pdf", "txt")]
    letter = [f"{STEM}-Letter.{form}" for form in ("docx", "pdf", "txt")]
    gaps = [f"gap-report.{form}" for form in ("html", "json", "pdf", "txt")]
    names = sorted(path.name for path in built.iterdir())
    assert names == sorted([*resume, *letter, *gaps, f"{STEM}-Application.pdf", "letter.md", "manifest.json"])


def test_word_and_json_say_what_the_text_says(built: Path) -> None:
    for kind in ("Resume", "Letter"):
        lines = [
            line.removeprefix("- ") for line in (built / f"{STEM}-{kind}.txt").read_text("utf-8").splitlines()
        ]
        (page,) = read_pages((built / f"{STEM}-{kind}.docx").read_bytes(), kind)
        assert " ".join(page.text.split()) == " ".join(line for line in lines if line)
    values = json.loads((built / f"{STEM}-Resume.json").read_text(encoding="utf-8"))
    bullets = [line for line in (built / f"{STEM}-Resume.txt").read_text("utf-8").splitlines() if line[:2] == "- "]
    told = [line for section in values.values() if isinstance(section, list) for one in section
            for line in one.get("highlights", ())]  # fmt: skip
    assert sorted(f"- {line}" for line in told) == sorted(bullets)


def test_the_application_is_the_letter_and_behind_it_the_resume(built: Path) -> None:
    import page

    path = built / f"{STEM}-Application.pdf"
    kept = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    lines = [
        PrintedLine(document=line["document"], text=line["text"], sources=tuple(line["sources"]))
        for kind in ("letter", "resume")
        for line in kept["lines"]
        if line["document"] == kind
    ]
    assert read_back(path.read_bytes(), lines) == ()
    reader = pypdf.PdfReader(path)
    singles = [pypdf.PdfReader(built / f"{STEM}-{kind}.pdf") for kind in ("Letter", "Resume")]
    assert len(reader.pages) == sum(len(single.pages) for single in singles)
    assert reader.metadata is not None
    assert reader.metadata.title == "Tomasz Wieland-Okafor, Application"
    assert reader.metadata.author == "Tomasz Wieland-Okafor"
    assert "Cedar" not in str(reader.metadata) + reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert reader.trailer["/Root"]["/Lang"] == "en"
    links = [sum(len(one.get("/Annots", ())) for one in each.pages) for each in (reader, *singles)]
    assert links[0] == links[1] + links[2] > 1
    report = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_one_file_for_both_is_a_wish_that_is_kept_replayed_and_taken_back(built: Path, tailor) -> None:
    assert tailor("verify", built).code == 0
    words = ("build", NURSE, "--as-of", AS_OF, "--format", "pdf,txt,docx,json")
    assert "up to date" in tailor(*words, "--combined", "--dry-run").out
    Path("tailor.yaml").write_text("combined: true\n", encoding="utf-8")
    assert "up to date" in tailor(*words, "--dry-run").out
    assert "other options" in tailor(*words, "--no-combined", "--dry-run").out
    assert tailor(*words, "--no-combined").code == 0
    assert not (built / f"{STEM}-Application.pdf").exists()


def test_without_pdf_a_setting_for_one_file_is_silent_and_a_word_for_it_is_told(workspace: Path, tailor) -> None:
    Path("tailor.yaml").write_text("combined: true\nformats: txt\n", encoding="utf-8")
    assert tailor("build", NURSE).code == 0
    assert not list(Path("out").rglob("*Application*"))
    done = tailor("build", NURSE, "--combined")
    assert done.code == 2
    assert "--combined makes one PDF" in done.err


FAULTS = [
    (("letter", "json"), "a letter has no json (choose from pdf, html, md, txt, docx)"),
    (("letter", "docx,csv"), "a letter has no csv"),
    (("resume", "csv"), "a resume has no csv (choose from pdf, html, md, txt, docx, json)"),
    (("gaps", "docx"), "a gap report has no docx (choose from pdf, html, md, txt, json, csv)"),
    (("build", "rtf"), "there is no format 'rtf'"),
    (("resume", "pdf,"), "there is no format ''"),
]


@pytest.mark.parametrize(("words", "message"), FAULTS)
def test_a_format_that_a_document_has_not_is_told_before_anything_is_made(
    words, message: str, workspace, tailor
) -> None:
    command, form = words
    done = tailor(command, NURSE, "--format", form, "--out", "made")
    assert done.code == 2
    assert message in done.err
    assert not done.out
    assert not Path("made").exists()


def test_settings_name_formats_for_all_documents_and_each_takes_its_own(workspace: Path, tailor) -> None:
    Path("tailor.yaml").write_text("formats: [md, json, csv]\n", encoding="utf-8")
    done = tailor("letter", NURSE)
    assert done.code == 0
    assert [Path(line).suffix for line in done.out.splitlines()] == [".md"]


def test_two_wishes_in_settings_for_one_file(tmp_path: Path) -> None:
    for said, wanted in (("true", True), ("false", False), ("", False)):
        (tmp_path / "tailor.yaml").write_text(f"combined: {said}\n", encoding="utf-8")
        assert read_settings(tmp_path).combined is wanted


def test_a_character_without_a_glyph_stops_the_pdfs_and_not_the_word_file(workspace: Path, tailor) -> None:
    profile = Path("profiles/tomasz.yaml")
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("name: Tomasz", "name: 🚀 Tomasz", 1), encoding="utf-8")
    done = tailor("build", NURSE, "--combined", "--format", "pdf,docx")
    assert done.code == 1
    assert "U+1F680 ROCKET" in done.err
    made = sorted(path.name for path in Path("out").rglob("*") if path.suffix in (".pdf", ".docx"))
    assert made == [f"{STEM}-Letter.docx", f"{STEM}-Resume.docx", "gap-report.pdf"]
    (page,) = read_pages(next(Path("out").rglob("*Resume.docx")).read_bytes(), "resume")
    assert page.text.startswith("🚀 Tomasz")
    told = tailor("status").out
    assert "is not made" in told
    assert "U+1F680 ROCKET" in " ".join(told.split())


@pytest.mark.parametrize(("lang", "name", "called"), [("de", "German", "Lebenslauf"), ("fr", "French", "CV")])
def test_where_no_letter_is_drafted_one_file_for_both_is_told_and_not_made(
    lang: str, name: str, called: str, workspace: Path, tailor
) -> None:
    words = ("build", NURSE, "--as-of", AS_OF, "--combined", "--format", "pdf,docx")
    assert tailor(*words).code == 0
    assert list(Path("out").rglob("*-Application.pdf"))
    done = tailor(*words, "--lang", lang)
    assert done.code == 0
    why = f"no letter is drafted in {name}: nothing in profiles/tomasz.yaml is said to be {name}"
    assert done.err.count(why) == 1
    assert "; so there is no PDF of letter and resume together" in " ".join(done.err.split())
    made = sorted(path.name for path in Path("out").rglob("*") if path.suffix in (".pdf", ".docx"))
    assert made == [f"{STEM}-{called}.docx", f"{STEM}-{called}.pdf", "gap-report.pdf"]
    assert tailor(*words, "--lang", lang).code == 0
    assert tailor("verify").code == 0


def test_a_letter_alone_in_a_language_without_letters_is_a_fault(workspace: Path, tailor) -> None:
    done = tailor("letter", NURSE, "--lang", "es", "--format", "pdf")
    assert done.code == 2
    assert "no letter is drafted in Spanish" in done.err
    assert "together" not in done.err
    assert not list(Path("out").rglob("*.pdf"))


def test_pages_written_together_are_the_same_bytes_from_any_press() -> None:
    from render_builders import STYLE, letter, plan

    from tailor import render
    from tailor.pdf import Press

    theme = render.read_theme("classic")
    pages = [render.letter(letter(), plan(), theme, STYLE, "html"), render.resume(plan(), theme, STYLE, "html")]
    made = [
        Press(folders).write_together(pages, title="Zoë, Application", created="2026-03-09")
        for folders in ((theme.folder,), (theme.folder,), ())
    ]
    assert made[0] == made[1] == made[2]
    fonts = [font for one in pypdf.PdfReader(io.BytesIO(made[0])).pages for font in one["/Resources"]["/Font"]]
    assert len(set(fonts)) == 3


@pytest.mark.parametrize("word", ["שלום", "مدرسة"])
def test_text_from_right_to_left_is_told_with_its_place_and_stops_the_pdfs_alone(
    word: str, workspace: Path, tailor
) -> None:
    profile = Path("profiles/tomasz.yaml")
    text = profile.read_text(encoding="utf-8").replace("name: Tomasz", f"name: {word} Tomasz", 1)
    profile.write_text(text, encoding="utf-8")
    at = next(number for number, line in enumerate(text.splitlines(), start=1) if word in line)
    done = tailor("build", NURSE, "--combined", "--format", "pdf,docx,txt")
    assert done.code == 1
    said = " ".join(done.err.split())
    assert (
        f"Resume.pdf is not made: profiles/tomasz.yaml:{at}: basics.name: {word} runs from right to left" in said
    )
    assert "no font" not in said
    made = {path.name.rpartition("-")[2] for path in Path("out").rglob("*Tomasz*.*")}
    assert made == {"Letter.docx", "Letter.txt", "Resume.docx", "Resume.txt"}
    assert "runs from right to left" in " ".join(tailor("status").out.split())
