"""The round trip is a gate: a PDF of which readers lose lines is told and not written, unless it is asked for."""

import json
import shutil
from pathlib import Path

import pytest
from sample_workspace import AS_OF

from tailor.resources import templates_folder

NURSE = "postings/cedar-valley-icu-nurse.md"
WORDS = ("--as-of", AS_OF, "--theme", "lossy")
LOST = "“Skills”: a reader gets other spaces"


@pytest.fixture
def lossy(workspace: Path) -> Path:
    """The sample workspace with a theme of its own whose headings are spaced wide."""
    folder = workspace / "templates" / "lossy"
    shutil.copytree(templates_folder() / "classic", folder)
    css = folder / "theme.css"
    wide = ".resume h2 { letter-spacing: .6em !important }\n"
    css.write_text(css.read_text(encoding="utf-8") + wide, encoding="utf-8")
    return workspace


def files(workspace: Path) -> dict[str, Path]:
    return {path.name.rpartition("-")[2]: path for path in (workspace / "out").rglob("*") if path.is_file()}


def test_a_pdf_that_loses_lines_is_told_and_not_written(lossy: Path, tailor) -> None:
    done = tailor("build", NURSE, *WORDS)
    assert done.code == 3
    assert "Resume.pdf is not written" in done.err
    assert LOST in done.err
    assert "--no-check" in done.err
    assert {"Resume.md", "Resume.txt", "Letter.pdf", "report.html"} <= set(files(lossy))
    assert "Resume.pdf" not in files(lossy)
    (lost,) = json.loads(files(lossy)["manifest.json"].read_text(encoding="utf-8"))["lost_in_reading_back"]
    assert lost["name"].endswith("-Resume.pdf")
    assert any(line.startswith(LOST) for line in lost["lines"])


def test_the_next_build_makes_nothing_and_tells_it_again(lossy: Path, tailor) -> None:
    tailor("build", NURSE, *WORDS)
    again = tailor("build", NURSE, *WORDS)
    assert again.code == 3
    assert LOST in again.err
    assert "up to date" in again.out


def test_the_status_tells_what_readers_lose(lossy: Path, tailor) -> None:
    def resume() -> str:
        told = next(
            filter(lambda one: one["verdict"], map(json.loads, tailor("status", "--json").out.splitlines()))
        )
        (line,) = told["pdf"]
        return line

    tailor("build", NURSE, *WORDS)
    assert "-Resume.pdf is not written: software that reads it loses " in resume()
    assert "not written: software" in " ".join(tailor("status").out.split())
    tailor("build", NURSE, *WORDS, "--no-check")
    assert "-Resume.pdf is written, as you asked: software that reads it loses " in resume()
    tailor("build", NURSE, "--as-of", AS_OF, "--format", "txt")
    assert "software" not in tailor("status").out


def test_without_the_check_it_is_written_and_still_told(lossy: Path, tailor) -> None:
    tailor("build", NURSE, *WORDS)
    done = tailor("build", NURSE, *WORDS, "--no-check")
    assert done.code == 0
    assert "Resume.pdf is written, as you asked" in done.err
    assert LOST in done.err
    assert "Resume.pdf" in files(lossy)
    assert tailor("build", NURSE, *WORDS, "--no-check").code == 0
    assert tailor("verify").code == 0


def test_a_pdf_that_was_good_does_not_stay_beside_one_that_is_not_written(lossy: Path, tailor) -> None:
    assert tailor("build", NURSE, "--as-of", AS_OF).code == 0
    assert "Resume.pdf" in files(lossy)
    assert tailor("build", NURSE, *WORDS).code == 3
    assert "Resume.pdf" not in files(lossy)


def test_one_document_alone_is_stopped_as_well(lossy: Path, tailor) -> None:
    stopped = tailor("resume", NURSE, *WORDS, "--format", "pdf")
    assert (stopped.code, stopped.out) == (3, "")
    made = tailor("resume", NURSE, *WORDS, "--format", "pdf", "--no-check")
    assert made.code == 0
    assert Path(made.out.strip()).is_file()
    assert tailor("letter", NURSE, *WORDS, "--format", "pdf").code == 0
