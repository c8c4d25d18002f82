"""`tailor build`: everything for each posting, the same bytes each time, only what is stale, nothing lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sample_workspace import AS_OF, clean_environment

NURSE = "postings/cedar-valley-icu-nurse.md"
FORMATS = ("pdf", "md", "txt")


def made(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def built(workspace: Path, tailor) -> Path:
    done = tailor("build", NURSE, "--as-of", AS_OF)
    assert done.code == 0, done.err
    return next((workspace / "out" / "tomasz").iterdir())


def test_a_build_makes_every_document_and_a_manifest(built: Path) -> None:
    names = sorted(path.name for path in built.iterdir())
    stem = "Tomasz-Wieland-Okafor-Registered-Nurse-Intensive-Care-Unit-Cedar-Valley-Hospital"
    documents = [f"{stem}-Resume.{form}" for form in FORMATS] + [f"{stem}-Letter.pdf", f"{stem}-Letter.txt"]
    reports = [f"gap-report.{form}" for form in ("html", *FORMATS)]
    assert names == sorted([*documents, "letter.md", *reports, "manifest.json"])


def test_the_manifest_tells_inputs_versions_options_and_each_lines_source(built: Path) -> None:
    told = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    assert set(told["inputs"]) == {
        "postings/cedar-valley-icu-nurse.md",
        "postings/cedar-valley-icu-nurse.txt",
        "profiles/tomasz.yaml",
    }
    assert all(len(sha) == 64 for sha in told["inputs"].values())
    assert told["made"] == AS_OF
    assert {"tailor", "spacy", "weasyprint", "scikit-learn"} <= set(told["versions"])
    assert told["fit"]["measured"]
    assert told["lost_in_reading_back"] == []
    assert len(told["lines"]) > 40
    assert all(line["sources"] for line in told["lines"])


def test_a_second_build_makes_nothing_and_still_tells_the_verdict(built: Path, tailor) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.iterdir()}
    done = tailor("build", NURSE)
    assert done.code == 0
    assert "up to date" in done.out
    assert "required" in done.out
    assert {path: path.stat().st_mtime_ns for path in built.iterdir()} == before


@pytest.mark.parametrize("path", ["profiles/tomasz.yaml", "postings/cedar-valley-icu-nurse.txt", NURSE])
def test_a_changed_input_makes_the_application_stale(path: str, built: Path, tailor) -> None:
    assert "up to date" in tailor("build", NURSE, "--dry-run").out
    file = Path(path)
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("  - Authorized", "  # checked\n  - Authorized") if "profiles" in path else text + "\n",
        encoding="utf-8",
    )
    assert "would make" in tailor("build", NURSE, "--dry-run").out


def test_another_option_makes_the_application_stale(built: Path, tailor) -> None:
    assert "would make" in tailor("build", NURSE, "--dry-run", "--paper", "a4").out


def test_the_date_of_the_first_build_is_kept(built: Path, tailor) -> None:
    Path("profiles/tomasz.yaml").write_text(
        Path("profiles/tomasz.yaml").read_text(encoding="utf-8") + "\n# later\n", encoding="utf-8"
    )
    assert tailor("build", NURSE).code == 0
    assert json.loads((built / "manifest.json").read_text(encoding="utf-8"))["made"] == AS_OF


def test_a_file_that_the_user_edited_is_never_overwritten(built: Path, tailor) -> None:
    text = next(built.glob("*Letter.txt"))
    text.write_text("my own words", encoding="utf-8")
    assert tailor("build", NURSE, "--force").code == 0
    assert text.read_text(encoding="utf-8") == "my own words"
    assert text.with_name(text.stem + ".new.txt").is_file()


def test_the_same_bytes_twice_with_another_hash_seed_and_in_two_processes(tmp_path: Path, workspace: Path) -> None:
    outputs = []
    for seed, jobs in (("1", "1"), ("2", "2")):
        out = tmp_path / f"seed{seed}"
        words = [
            "build",
            NURSE,
            "postings/brightwell-clinical-nurse-educator.md",
            "--out",
            str(out),
            "--as-of",
            AS_OF,
            "--jobs",
            jobs,
            "--format",
            "pdf,txt",
        ]
        environment = clean_environment() | {
            "PYTHONHASHSEED": seed,
            "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
        }
        command = [sys.executable, "-m", "tailor", *words]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        assert "2 made, 0 up to date" in done.stdout
        outputs.append(made(out))
    assert len(outputs[0]) == 18
    assert outputs[0] == outputs[1]


def test_which_profile_is_asked_when_it_stays_open(workspace: Path, tailor) -> None:
    Path("postings/bare.txt").write_bytes(Path("postings/cedar-valley-icu-nurse.txt").read_bytes())
    done = tailor("build", "postings/bare.txt")
    assert done.code == 2
    assert done.err.startswith("bare.txt: whose resume?")
    assert "--profile imani or --profile tomasz" in done.err


def test_an_empty_workspace_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tailor) -> None:
    monkeypatch.chdir(tmp_path)
    assert "tailor new" in tailor("build").err
    (tmp_path / "profiles").mkdir()
    (tmp_path / "postings").mkdir()
    done = tailor("build")
    assert done.code == 1
    assert "no posting" in done.err
