"""What a build says: compact at 40 and 80 columns, where the files are, and what it need not load."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_workspace import AS_OF, ROOT, clean_environment

from tailor.cli.output import hung, table

NURSE = "postings/cedar-valley-icu-nurse.md"
EDUCATOR = "postings/brightwell-clinical-nurse-educator.md"


def fits(text: str, columns: int) -> bool:
    """Whether every line fits, paths and other single words aside."""
    return all(len(line) <= columns or len(line.split()) == 1 for line in text.splitlines())


@pytest.mark.parametrize("columns", ["40", "80"])
def test_a_build_fits_the_terminal_and_says_where_files_are(columns, workspace, monkeypatch, tailor) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    done = tailor("build", NURSE, EDUCATOR, "--format", "txt", "--as-of", AS_OF)
    assert done.code == 0
    assert fits(done.out, int(columns))
    assert fits(done.err, int(columns))
    places = [line.strip() for line in done.out.splitlines() if line.startswith("  out")]
    assert len(places) == 2
    assert all(Path(place, "manifest.json").is_file() for place in places)
    assert re.search(r"^2 postings: .*; 2 made, 0 up to date$", done.out.replace("\n  ", " "), re.MULTILINE)
    assert [line[:30] for line in done.err.splitlines()] == [
        "[1/2] cedar-valley-icu-nurse.m",
        "[2/2] brightwell-clinical-nurs",
    ]
    assert done.out.count("HOW TO READ THIS") == 2


def test_a_single_posting_comes_with_its_gap_table_and_nothing_on_standard_error(workspace, tailor) -> None:
    done = tailor("build", NURSE, "--format", "txt", "--as-of", AS_OF)
    assert "Current Oregon RN license" in done.out
    assert done.out.rstrip().splitlines()[-1].startswith("  out/tomasz/")
    assert done.err == ""
    again = tailor("build", NURSE, "--format", "txt")
    assert "(up to date)" in again.out
    assert f"`tailor gaps {NURSE}`" in again.err


def test_an_edited_draft_is_told_with_the_place_of_the_new_one(workspace, tailor) -> None:
    assert tailor("build", NURSE, "--format", "txt").code == 0
    next(Path("out").rglob("*Letter.txt")).write_text("mine", encoding="utf-8")
    told = tailor("build", NURSE, "--format", "txt", "--force").err
    assert "you edited" in told
    assert Path(told.strip().rsplit(" is ", 1)[1]).read_text(encoding="utf-8").startswith("Tomasz")


def test_what_stays_to_do_in_the_letter_is_told(workspace, tailor) -> None:
    done = tailor("build", EDUCATOR, "--format", "txt")
    assert "  letter: one line under `why:`" in done.out


def test_a_text_hangs_and_a_path_stays_whole() -> None:
    path = "out/" + "x" * 60
    assert hung(f"first: some words and {path}", columns=30) == f"  first: some words and\n    {path}"
    assert table([("a", "some words"), ("a label", path)], columns=24).splitlines()[0] == "a        some words"


@pytest.fixture
def loaded(workspace: Path) -> Callable[..., set[str]]:
    """The top-level modules that a command loads, in a process of its own."""

    def run(*words: str) -> set[str]:
        environment = {
            **clean_environment(),
            "PYTHONPATH": str(ROOT),
            "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
        }
        words = [sys.executable, "-X", "importtime", "-m", "tailor", *words]
        done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
        lines = [line for line in done.stderr.splitlines() if line.startswith("import time:") and "|" in line]
        return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in lines}

    return run


HEAVY = {
    "spacy",
    "sklearn",
    "scipy",
    "numpy",
    "weasyprint",
    "pydantic",
    "pypdf",
    "pypdfium2",
    "jinja2",
    "multiprocessing",
}


def test_a_build_with_nothing_to_do_loads_no_big_library(workspace, loaded) -> None:
    assert loaded("build", NURSE, "--as-of", AS_OF, "--format", "txt") > HEAVY - {
        "pypdf",
        "pypdfium2",
        "multiprocessing",
    }
    for words in (("build", NURSE, "--format", "txt"), ("status",)):
        found = loaded(*words)
        assert {"tailor", "click"} <= found
        assert not found & HEAVY, words
