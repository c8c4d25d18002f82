"""The letter's draft from the command line, as a person edits it: with slips, between builds, in every format."""

import io
import json
import re
from pathlib import Path

import pypdf
import pytest
from sample_workspace import NURSE, build_in

PROFILE = Path("profiles/tomasz.yaml")
THANKS = "Many thanks for your consideration."


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one application built, made once for this module."""
    return build_in(tmp_path_factory.mktemp("draft") / "w", settings="formats: txt\n")


def edit(folder: Path, was: str, now: str) -> str:
    path = folder / "letter.md"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")
    return text.replace(was, now)


def edit_the_ending(folder: Path, now: str = THANKS) -> str:
    """The draft with another last sentence, whichever was chosen for it."""
    drafted = (folder / "letter.md").read_text(encoding="utf-8")
    *_, ending = re.findall(r"^(.+) <!-- .*pattern:closing", drafted, re.MULTILINE)
    return edit(folder, ending, now)


def change_the_story() -> None:
    text = PROFILE.read_text(encoding="utf-8")
    PROFILE.write_text(text.replace("a retired bus driver", "a retired tram driver"), encoding="utf-8")


def letter(folder: Path) -> str:
    return next(folder.glob("*Letter.txt")).read_text(encoding="utf-8")


def kept(folder: Path) -> dict:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_every_format_is_made_from_the_edited_draft(built: Path, tailor) -> None:
    mine = edit(built, "Dear Delia Fontaine,", "Good morning Delia,")
    mine = edit(built, "November 20, 2026", "1 December 2026")
    done = tailor("letter", NURSE, "--format", "pdf,html,docx,txt,md")
    assert done.code == 0, done.err
    assert "the letter is made from your out/tomasz/" in done.err
    assert "(to start anew, delete that file)" in done.err
    assert (built / "letter.md").read_text(encoding="utf-8") == mine
    names = [Path(line).name for line in done.out.splitlines()]
    assert [name.rsplit(".")[-1] for name in names] == ["pdf", "html", "txt", "docx"]
    from tailor.pages import read_pages

    pdf = pypdf.PdfReader(io.BytesIO(next(built.glob("*Letter.pdf")).read_bytes())).pages[0].extract_text()
    word = read_pages(next(built.glob("*Letter.docx")).read_bytes(), "x")[0].text
    for text in (letter(built), pdf, word, next(built.glob("*Letter.html")).read_text(encoding="utf-8")):
        assert "Good morning Delia," in text
        assert "1 December 2026" in text
        assert "November 20" not in text
        assert "profile:" not in text


def test_what_the_person_took_out_of_a_letter_is_no_empty_line(built: Path, tailor) -> None:
    (built / "letter.md").write_text("I would like to come.\n\n- I did this.\n- And that.\n", encoding="utf-8")
    done = tailor("letter", NURSE, "--format", "pdf,html,docx,txt")
    assert done.code == 0, done.err
    assert letter(built).endswith("@example.com\n\nI would like to come.\n\n• I did this.\n\n• And that.\n")
    html = next(built.glob("*Letter.html")).read_text(encoding="utf-8")
    assert not re.search(r"<(p|h2)\b[^>]*>\s*</\1>", html)
    from docx import Document

    paragraphs = Document(str(next(built.glob("*Letter.docx")))).paragraphs
    assert [each.text for each in paragraphs][-3:] == ["I would like to come.", "• I did this.", "• And that."]
    assert all(each.text for each in paragraphs)


def test_what_has_no_source_is_pointed_out_with_its_line_and_not_forbidden(built: Path, tailor) -> None:
    new = "I have taught Kubernetes to 47 nurses at Hogwarts Clinic."
    text = edit_the_ending(built, new)
    line = next(at for at, each in enumerate(text.split("\n"), start=1) if each.startswith(new))
    for command in ("build", "letter"):
        done = tailor(command, NURSE)
        assert done.code == 0
        for words in ("number 47", "skill “Kubernetes”", "name “Hogwarts Clinic”"):
            assert f"letter.md:{line}: no source for the {words} in profile, record or posting" in done.err
        assert done.err.count("no source") == 3
    assert new in letter(built)
    told = kept(built)["letter"]
    assert told["edited"] is True
    assert {each["line"] for each in told["pointed_out"]} == {line}
    assert told["unfinished"] == []
    assert [each for each in kept(built)["lines"] if each["document"] == "letter" and new in each["text"]]


def test_a_slip_of_the_pen_is_pointed_out_with_its_line(built: Path, tailor) -> None:
    new = "I would like to to come as a experienced nurse."
    text = edit_the_ending(built, new)
    line = next(at for at, each in enumerate(text.split("\n"), start=1) if each.startswith(new))
    done = tailor("letter", NURSE)
    assert done.code == 0
    assert f"letter.md:{line}: a doubled word" in done.err
    assert f"letter.md:{line}: “a experienced”" in done.err


def test_an_edit_makes_the_letter_stale_once(built: Path, tailor) -> None:
    edit_the_ending(built)
    assert "(letter.md was edited)" in tailor("build", NURSE, "--dry-run").out
    done = tailor("build", NURSE)
    assert done.code == 0
    assert "words, edited by you" in done.out
    assert THANKS in letter(built)
    assert "up to date" in tailor("build", NURSE, "--dry-run").out
    assert not (built / "letter.new.md").exists()
    edit(built, "Many thanks", "Thanks")
    assert "(letter.md was edited)" in tailor("build", NURSE, "--dry-run").out


@pytest.mark.parametrize("words", [(), ("--force",)])
def test_when_inputs_change_the_new_draft_comes_beside_the_edited_one(words, built, tailor) -> None:
    mine = edit_the_ending(built)
    change_the_story()
    done = tailor("build", NURSE, *words)
    assert done.code == 0
    assert "a new draft is out/tomasz/" in done.err
    assert "letter.diff beside it tells what differs" in done.err
    assert (built / "letter.md").read_text(encoding="utf-8") == mine
    assert "a retired tram driver" in (built / "letter.new.md").read_text(encoding="utf-8")
    said = (built / "letter.diff").read_text(encoding="utf-8")
    assert said.index("retired tram driver") < said.index(f"-{THANKS}")
    assert "a retired bus driver" in letter(built)
    assert "up to date" in tailor("build", NURSE, "--dry-run").out
    assert tailor("verify").code == 0


def test_sentences_that_were_not_changed_keep_their_sources_when_inputs_change(built: Path, tailor) -> None:
    edit_the_ending(built)
    change_the_story()
    done = tailor("build", NURSE)
    (line,) = [each for each in kept(built)["lines"] if "retired bus driver" in each["text"]]
    assert "profile:stories[0]" in line["sources"]
    assert "no source" not in done.err


def test_who_deletes_the_draft_gets_the_generated_one_back(built: Path, tailor) -> None:
    before = (built / "letter.md").read_bytes(), letter(built)
    edit_the_ending(built)
    assert tailor("build", NURSE).code == 0
    (built / "letter.md").unlink()
    assert "(letter.md is missing)" in tailor("build", NURSE, "--dry-run").out
    assert tailor("build", NURSE).code == 0
    assert ((built / "letter.md").read_bytes(), letter(built)) == before
    (built / "letter.md").write_text("Dear you,\n\nI am here.\n", encoding="utf-8")
    assert tailor("build", NURSE).code == 0
    (built / "letter.md").write_bytes(before[0])
    assert "(letter.md is the generated one again)" in tailor("build", NURSE, "--dry-run").out


SLIPS = [
    ("", "letter.md:1: there is no letter in this draft (write a paragraph, or delete the file"),
    ("Dear you,\n\nI am here. <!-- record:why --\n\nBye,\nTom\n", "letter.md:3:12: this mark is only half there"),
]


@pytest.mark.parametrize(("text", "message"), SLIPS)
def test_a_draft_that_cannot_be_read_is_told_and_costs_no_file(
    text: str, message: str, built: Path, tailor
) -> None:
    (built / "letter.md").write_text(text, encoding="utf-8")
    before = {path: path.read_bytes() for path in built.iterdir()}
    for command in ("build", "letter"):
        done = tailor(command, NURSE)
        assert done.code == 1
        assert message in done.err
    assert {path: path.read_bytes() for path in built.iterdir()} == before
    assert tailor("resume", NURSE).code == 0


def test_a_letter_alone_keeps_its_date_and_knows_an_edit(workspace: Path, tailor) -> None:
    assert tailor("letter", NURSE, "--format", "txt", "--as-of", "2026-03-09").code == 0
    folder = next(Path("out/tomasz").iterdir())
    edit_the_ending(folder)
    done = tailor("letter", NURSE, "--format", "txt")
    assert "the letter is made from your" in done.err
    assert "a new draft" not in done.err
    assert "March 9, 2026" in letter(folder)
    assert tailor("build", NURSE, "--format", "txt").code == 0
    assert kept(folder)["made"] == "2026-03-09"
    assert not (folder / "letter.new.md").exists()


def test_letter_and_resume_in_one_file_take_the_edited_letter(built: Path, tailor) -> None:
    edit_the_ending(built)
    assert tailor("build", NURSE, "--format", "pdf", "--combined").code == 0
    pages = pypdf.PdfReader(io.BytesIO(next(built.glob("*Application.pdf")).read_bytes())).pages
    assert THANKS in " ".join(pages[0].extract_text().split())
    assert tailor("verify").code == 0
