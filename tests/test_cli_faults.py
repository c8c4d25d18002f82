"""Whatever goes wrong, the person reads a message: bugs, Ctrl-C, what the system refuses, readers that go away."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sample_workspace import ROOT, clean_environment

from tailor.batch import BUG
from tailor.model.letter import Draft
from tailor.tailoring import Application, Subject, Tools, Wish, tailor_posting

NURSE = "postings/cedar-valley-icu-nurse.md"
POSTING = "Ward Nurse{}\nCompany: Twin Clinic\n\nRequirements\n- BLS\n- Three years of nursing\n"


def run(*words: str, cwd: Path, **settings: str) -> subprocess.CompletedProcess:
    """A command in a process of its own."""
    environment = {**clean_environment(), "PYTHONPATH": str(ROOT), **settings}
    return subprocess.run(
        [sys.executable, "-m", "tailor", *words], cwd=cwd, env=environment, capture_output=True, check=False
    )


def break_ranking(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("tailor.batch.tailor_posting", broken)


def test_a_bug_in_one_posting_says_what_to_report_and_no_traceback(workspace: Path, monkeypatch, tailor) -> None:
    break_ranking(monkeypatch, KeyError("flange"))
    monkeypatch.delenv("TAILOR_DEBUG", raising=False)
    done = tailor("build", NURSE)
    assert done.code == BUG
    assert "cedar-valley-icu-nurse.md: not made" in done.err
    assert "bug in tailor" in done.err
    assert "KeyError: 'flange'" in done.err
    assert "at tailor/batch.py:" in done.err.replace(os.sep, "/")
    assert "Traceback" not in done.err
    assert not [path for path in Path("out").rglob("*") if path.is_file()]


def test_a_bug_shows_its_traceback_when_asked(workspace: Path, monkeypatch, tailor) -> None:
    break_ranking(monkeypatch, KeyError("flange"))
    monkeypatch.setenv("TAILOR_DEBUG", "1")
    done = tailor("build", NURSE)
    assert done.code == BUG
    assert "Traceback (most recent call last)" in done.err


def test_a_bug_anywhere_else_is_told_the_same_way(monkeypatch, tailor) -> None:
    monkeypatch.setattr("tailor.workspace.manifest.versions", lambda: 1 / 0)
    monkeypatch.delenv("TAILOR_DEBUG", raising=False)
    done = tailor("doctor")
    assert done.code == BUG
    assert "ZeroDivisionError" in done.err
    assert "Traceback" not in done.err


def test_a_bug_stops_only_its_own_posting(workspace: Path, monkeypatch, tailor) -> None:
    real = tailor_posting

    def sometimes(subject: Subject, tools: Tools, *, wish: Wish, draft: Draft | None) -> Application:
        if "cedar" in subject.page.source:
            raise RecursionError("too deep")
        return real(subject, tools, wish=wish, draft=draft)

    monkeypatch.setattr("tailor.batch.tailor_posting", sometimes)
    done = tailor("build", NURSE, "postings/brightwell-clinical-nurse-educator.md", "--format", "txt")
    assert done.code == BUG
    assert "Brightwell Health System" in done.out
    assert "Cedar Valley" not in done.out


def test_what_the_system_refuses_is_no_bug(workspace: Path, monkeypatch, tailor) -> None:
    def refused(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied", "profiles/tomasz.yaml")

    monkeypatch.setattr("tailor.workspace.placing.read_input", refused)
    done = tailor("build", NURSE)
    assert done.code == 4
    assert done.err.startswith("the system refused: profiles/tomasz.yaml: Permission denied")


def test_ctrl_c_ends_with_one_line_and_130(workspace: Path, monkeypatch, tailor) -> None:
    break_ranking(monkeypatch, KeyboardInterrupt())
    done = tailor("build", NURSE)
    assert done.code == 130
    assert done.err.strip().splitlines()[-1].startswith("stopped")
    assert "Traceback" not in done.err


def test_a_failure_in_another_process_comes_back_as_its_message(workspace: Path) -> None:
    for number in (1, 2):
        Path(f"postings/{number}.txt").write_text(POSTING.format(number), encoding="utf-8")
    words = ("build", "postings/1.txt", "postings/2.txt", "--profile", "tomasz", "--jobs", "2", "--theme", "nope")
    done = run(*words, cwd=workspace)
    assert done.returncode == 2
    assert done.stderr.decode().count("there is no theme 'nope'") == 1
    assert done.stderr.decode().count("not made") == 2


def test_a_reader_that_goes_away_is_no_error(workspace: Path) -> None:
    command = f"{sys.executable} -m tailor status --json | head -c 20"
    environment = {**clean_environment(), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["/bin/sh", "-c", command], env=environment, capture_output=True, check=True)
    assert done.stdout.startswith(b'{"posting"')
    assert done.stderr == b""


def test_a_terminal_without_the_character_is_no_error(workspace: Path) -> None:
    Path("postings/Ärzte 🩺.txt").write_text(POSTING.format(""), encoding="utf-8")
    words = ("build", "postings/Ärzte 🩺.txt", "--profile", "tomasz", "--dry-run")
    done = run(*words, cwd=workspace, PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
    assert b"\xc4rzte ?.txt" in done.stdout


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="their file names are always text")
def test_a_file_whose_name_is_no_text_is_built(workspace: Path, tailor) -> None:
    name = os.fsdecode(b"postings/od\xff.txt")
    Path(name).write_text(POSTING.format(""), encoding="utf-8")
    assert tailor("build", name, "--profile", "tomasz", "--format", "txt").code == 0
    again = tailor("build", name, "--profile", "tomasz", "--format", "txt")
    assert "(up to date)" in again.out


@pytest.mark.parametrize("value", ["soon", "99999999999999999", "1e3"])
def test_a_source_date_that_is_none_says_so(value: str, workspace: Path, monkeypatch, tailor) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    done = tailor("build", NURSE, "--dry-run")
    assert done.code == 2
    assert "SOURCE_DATE_EPOCH" in done.err


def test_the_source_date_is_the_documents_date(workspace: Path, monkeypatch, tailor) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773014400")
    assert tailor("letter", NURSE, "--format", "txt").code == 0
    assert "March 9, 2026" in next(Path("out").rglob("*Letter.txt")).read_text(encoding="utf-8")


def test_one_unclear_posting_does_not_stop_the_others(workspace: Path, tailor) -> None:
    Path("postings/bare.txt").write_text(POSTING.format(""), encoding="utf-8")
    Path("postings/wrong.md").write_text("---\nprofile: nobody\n---\n\n" + POSTING.format(""), encoding="utf-8")
    done = tailor("build", "--dry-run")
    assert done.code == 2
    assert "bare.txt: whose resume?" in done.err
    assert "wrong.md: there is no profile 'nobody', which the record names" in done.err
    assert done.out.count("would make") == 6


def test_one_bad_profile_does_not_stop_the_other_persons_postings(workspace: Path, tailor) -> None:
    Path("profiles/imani.yaml").write_text("basics:\n  nmae: Imani\n", encoding="utf-8")
    done = tailor("build", NURSE, "postings/halcyon-principal-ml-engineer.md", "--format", "txt")
    assert done.code == 1
    assert "profiles/imani.yaml:2:3" in done.err
    assert "Cedar Valley" in done.out


def test_an_out_that_is_a_file_is_told_at_once(workspace: Path, tailor) -> None:
    Path("mine").write_text("keep", encoding="utf-8")
    for words in (("build", NURSE), ("resume", NURSE), ("gaps", NURSE)):
        done = tailor(*words, "--out", "mine/x")
        assert done.code == 4
        assert done.err.strip() == "cannot write to mine/x: mine is a file (choose another folder with --out)"
    assert Path("mine").read_text(encoding="utf-8") == "keep"


def test_out_may_be_deep_and_have_spaces(workspace: Path, tailor) -> None:
    done = tailor("resume", NURSE, "--format", "txt", "--out", "deep er/é/x")
    assert done.code == 0
    assert Path(done.out.strip()).is_file()


def test_a_character_that_no_font_has_costs_only_the_pdf(workspace: Path, tailor) -> None:
    text = POSTING.format("").replace("Twin Clinic", "東京病院")
    Path("postings/tokyo.txt").write_text(text, encoding="utf-8")
    for _ in range(2):
        done = tailor("build", "postings/tokyo.txt", "--profile", "tomasz")
        assert done.code == 1
        assert "no font has the character" in done.err
        assert "Letter.pdf is not made" in done.err
    endings = {path.suffix for path in Path("out").rglob("*Letter*")}
    assert endings == {".txt"}
    assert list(Path("out").rglob("letter.md"))
