"""`tailor gaps` over one posting, a workspace, folders, and JSON lines: what is printed, written and said."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from sample_workspace import AS_OF, clean_environment
from test_cli_output import fits

NURSE = "postings/cedar-valley-icu-nurse.md"
EDUCATOR = "postings/brightwell-clinical-nurse-educator.md"
RULED = ("WHICH FIT BEST NOW", "MUST-HAVES", "WHAT IS MISSING, BY PRIORITY", "THE LEAST TO LEARN")


def rows(path: Path, *texts: str) -> Path:
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return path


def row(title: str, *asked: str) -> str:
    lines = "".join(f"- {line}\n" for line in asked)
    text = f"We are hiring for our site in Tarnside.\n\nRequirements\n\n{lines}"
    return json.dumps({"title": title, "company": "Tarnside Mill", "description": text})


THREE = (
    row("Data Engineer", "Experience with Terraform", "Strong Python", "Kafka in production"),
    row("Analytics Engineer", "Strong SQL", "Experience with Terraform"),
    row("Data Engineer", "Experience with Terraform", "Strong Python", "Kafka in production"),
)


@pytest.mark.parametrize("columns", ["40", "80"])
def test_a_workspace_is_told_in_one_overview_that_fits_the_terminal(
    columns, workspace, monkeypatch, tailor
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    done = tailor("gaps", "--profile", "imani", "--as-of", AS_OF)
    assert done.code == 0, done.err
    assert fits(done.out, int(columns))
    assert done.out.startswith("Imani Castellanos-Roy\n4 postings: ")
    assert [heading for heading in RULED if heading in done.out] == list(RULED)
    assert "\x1b" not in done.out
    assert "MUST-HAVES (" not in done.out
    assert len(done.out.splitlines()) < (220 if columns == "40" else 130)
    assert "2 postings are for somebody else" in done.err


def test_one_posting_is_told_in_full_and_details_tell_each(workspace, tailor) -> None:
    one = tailor("gaps", NURSE, "--as-of", AS_OF)
    assert "MUST-HAVES (" in one.out
    assert RULED[0] not in one.out
    both = tailor("gaps", NURSE, EDUCATOR, "--details", "--as-of", AS_OF)
    assert both.out.count("MUST-HAVES (") == 2
    assert both.out.count(RULED[0]) == 1


def test_json_lines_are_read_row_by_row_and_the_same_posting_counts_once(workspace, tailor) -> None:
    path = rows(workspace / "jobs.jsonl", *THREE)
    done = tailor("gaps", path, "--profile", "imani", "--json", "--as-of", AS_OF)
    assert done.code == 0, done.err
    told = json.loads(done.out)
    assert [one["posting"] for one in told["postings"]] == [f"{path}#{number}" for number in (1, 2, 3)]
    assert [one["twin"] for one in told["postings"]] == [False, False, True]
    assert {one["posting"] for one in told["requirements"]} == {f"{path}#{number}" for number in (1, 2, 3)}
    assert (told["portfolio"]["postings"], told["portfolio"]["twins"]) == (2, 1)
    terraform = next(skill for skill in told["skills"] if skill["name"] == "Terraform")
    assert (terraform["required_in"], terraform["named_in"]) == (2, 2)
    assert set(told) == {"profile", "postings", "requirements", "skills", "portfolio"}


def test_several_processes_say_the_same(workspace, tailor) -> None:
    path = rows(workspace / "jobs.jsonl", *THREE, row("Cook", "Ability to lift 40 lb"))
    words = ("gaps", path, "--profile", "imani", "--json", "--as-of", AS_OF)
    assert tailor(*words).out == tailor(*words, "--jobs", "2").out


def test_rows_that_are_none_are_told_and_the_others_read(workspace, tailor) -> None:
    path = rows(workspace / "jobs.jsonl", THREE[0], THREE[1], '{"title": "no text"}', "{broken", *THREE[:1])
    done = tailor("gaps", path, "--profile", "imani", "--as-of", AS_OF)
    assert done.code == 1
    assert f"{path}#3" in done.err
    assert f"{path}#4" in done.err
    assert "2 postings: " in done.out


def test_rows_may_come_from_standard_input(workspace) -> None:
    words = [sys.executable, "-m", "tailor", "gaps", "-", "--profile", "imani", "--json", "--as-of", AS_OF]
    done = subprocess.run(
        words, input="\n".join(THREE), capture_output=True, text=True, env=clean_environment(), check=True
    )
    assert json.loads(done.stdout)["portfolio"]["postings"] == 2


def test_a_folder_is_all_postings_in_it_and_an_empty_one_says_why(workspace, tailor) -> None:
    folder = workspace / "found"
    folder.mkdir()
    none = tailor("gaps", folder, "--profile", "imani")
    assert none.code == 1
    assert "there is no posting in this folder (drop a job posting into it, any format)" in none.err
    (folder / "one.txt").write_text("Data Engineer\n\nRequirements\n\n- Strong SQL\n- Kafka\n", encoding="utf-8")
    (folder / "two.txt").write_text("The lake is calm today, and nobody is hiring.\n", encoding="utf-8")
    told = tailor("gaps", folder, "--profile", "imani")
    assert told.code == 0, told.err
    assert "1 not read" in told.out
    assert "What was not read is not the same as no gap" in told.out.replace("\n", " ")


def test_near_copies_of_a_file_count_once(workspace, tailor) -> None:
    text = Path("postings/orchard-freight-ml-manager.txt").read_text(encoding="utf-8")
    Path("copy.txt").write_text(f"{text}\nApply by Friday.\n", encoding="utf-8")
    done = tailor("gaps", "postings/orchard-freight-ml-manager.txt", "copy.txt", "--profile", "imani", "--json")
    told = json.loads(done.out)["portfolio"]
    assert (told["postings"], told["twins"]) == (1, 1)
    assert told["fits"][0]["twins"] == ["copy.txt"]


def test_tables_for_a_spreadsheet_hold_postings_and_skills(workspace, tailor) -> None:
    path = rows(workspace / "jobs.jsonl", *THREE)
    done = tailor("gaps", path, "--profile", "imani", "--format", "csv", "--out", "told", "--as-of", AS_OF)
    assert done.code == 0, done.err
    names = {file.name for file in Path("told").iterdir() if file.suffix == ".csv"}
    assert names == {"gap-report.csv", "gap-report-postings.csv", "gap-report-skills.csv"}
    first = Path("told/gap-report-skills.csv").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("name,kind,state,priority,required_in,preferred_in,named_in,years")


def test_the_json_of_many_is_written_from_the_disk(workspace, monkeypatch, tailor) -> None:
    monkeypatch.setattr("tailor.cli.streams._IN_MEMORY", 10)
    path = rows(workspace / "jobs.jsonl", *THREE)
    done = tailor("gaps", path, "--profile", "imani", "--json", "--as-of", AS_OF)
    assert len(json.loads(done.out)["postings"]) == 3


def test_rows_are_told_from_other_json() -> None:
    from tailor.workspace.rows import are_rows, numbered

    assert are_rows([b'{"a": 1}\n', b'{"a": 2}\n'])
    assert not are_rows([b"{\n", b'"a": 1}\n'])
    assert not are_rows([b'{"a": 1}\n'])
    assert not are_rows([b"[1]\n", b"[2]\n"])
    stream = io.BytesIO(b'\xef\xbb\xbf{"a": 1}\r\n\n{"a": 2}')
    assert list(numbered(stream, "jobs")) == [("jobs#1", b'{"a": 1}'), ("jobs#2", b'{"a": 2}')]
