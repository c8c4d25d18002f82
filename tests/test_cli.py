"""The command line as a person runs it: help, slips, contracts, one document at a time."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sample_workspace import AS_OF, ROOT

from tailor.cli.group import _COMMANDS

NURSE = "postings/cedar-valley-icu-nurse.md"


@pytest.mark.parametrize("command", sorted(_COMMANDS))
def test_every_command_describes_itself(command: str, tailor) -> None:
    done = tailor(command, "--help")
    assert done.code == 0
    assert f"Usage: tailor {command}" in done.out
    assert len(done.out.splitlines()) > 5


def test_help_lists_every_command_with_one_line(tailor) -> None:
    done = tailor("--help")
    assert done.code == 0
    assert all(re.search(rf"^  {command} ", done.out, re.MULTILINE) for command in _COMMANDS)


def test_the_module_runs_as_the_command_does() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tailor", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("tailor, version ")


SLIPS = {
    "bulid": "did you mean 'build'?",
    "build --pages three": "auto, any, or a number",
    "build --format pfd": "choose from",
    "build --as-of yesterday": "2026-03-09",
    "build --profile nobody": "there are: imani, tomasz",
    "build --theme baroque": "choose one of",
    "build --kind pirate": "general",
    "build --set accent=red": "theme.accent",
    "rank": "Missing argument",
    "parse --jsno x": "--json",
}


@pytest.mark.parametrize("words", SLIPS)
def test_a_slip_ends_with_two_and_says_what_is_meant(words: str, workspace: Path, tailor) -> None:
    done = tailor(*words.split())
    assert done.code == 2
    assert SLIPS[words] in done.err
    assert "Traceback" not in done.err
    assert not (workspace / "out").exists()


def test_parse_gives_one_object_per_file_and_an_error_for_what_it_cannot_read(workspace: Path, tailor) -> None:
    done = tailor("parse", "--json", NURSE, "postings/missing.txt", "postings/halcyon-principal-ml-engineer.json")
    assert done.code == 1
    first, missing, last = (json.loads(line) for line in done.out.splitlines())
    assert first["title"] == "REGISTERED NURSE - INTENSIVE CARE UNIT (NIGHTS)"
    assert set(missing) == {"file", "error"}
    assert last["remote"] == "remote"
    assert last["salary"] == {"min": 178000, "max": 214000, "currency": "USD", "period": "year"}
    assert {each["need"] for each in last["requirements"]} == {"required", "preferred", "responsibility"}
    required = [each["text"] for each in last["requirements"] if each["need"] == "required"]
    assert required[0] == "Bachelor's degree in computer science, statistics or a related field"
    assert len(required) == 7


def test_skills_of_lines_are_verbatim_with_offsets(tmp_path: Path, tailor) -> None:
    lines = ["Knowledge of C/C++/Rust and CI/CD.", "", "Strong C# and .NET Core background.", "We love cake."]
    (tmp_path / "lines.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = tailor("skills", "--lines", "--json", tmp_path / "lines.txt")
    results = [json.loads(line)["skills"] for line in done.out.splitlines()]
    assert len(results) == len(lines)
    for line, found in zip(lines, results, strict=True):
        assert all(line[each["start"] : each["end"]] == each["text"] for each in found)
    assert [[each["text"] for each in found] for found in results] == [
        ["C", "C++", "Rust", "CI/CD"],
        [],
        ["C#", ".NET Core"],
        [],
    ]


def test_rank_lists_every_highlight_best_first(workspace: Path, tailor) -> None:
    done = tailor("rank", NURSE, "--json", "--as-of", AS_OF)
    told = json.loads(done.out)
    scores = [bullet["score"] for bullet in told["bullets"]]
    assert scores == sorted(scores, reverse=True)
    assert len(told["bullets"]) == (ROOT / "profiles" / "tomasz.yaml").read_text(encoding="utf-8").count(
        "\n      - "
    )
    for bullet in told["bullets"]:
        assert sum(bullet["parts"].values()) == pytest.approx(bullet["score"], abs=1e-4)


def test_gaps_gives_states_with_evidence(workspace: Path, tailor) -> None:
    done = tailor("gaps", NURSE, "--json", "--as-of", AS_OF)
    assert done.code == 0, done.err
    told = json.loads(done.out)
    states = {each["text"]: each["state"] for each in told["requirements"]}
    assert states["Current Oregon RN license (or eligible by endorsement)"] == "met"
    assert states["BLS and ACLS at hire"] == "met"
    assert set(states.values()) <= {"shown", "listed", "adjacent", "not found", "met", "not met", "ask"}
    assert any(each["evidence"] for each in told["requirements"])


@pytest.mark.parametrize("kind", ["resume", "letter"])
def test_one_document_is_made_and_its_path_told(kind: str, workspace: Path, tailor) -> None:
    done = tailor(kind, NURSE, "--format", "txt", "--as-of", AS_OF)
    assert done.code == 0, done.err
    *draft, path = done.out.splitlines()
    assert [Path(each).name for each in draft] == (["letter.md"] if kind == "letter" else [])
    assert path.endswith(f"-{kind.title()}.txt")
    assert "Tomasz Wieland-Okafor" in Path(path).read_text(encoding="utf-8")


def test_standard_input_is_a_posting(workspace: Path) -> None:
    posting = Path("postings/cedar-valley-icu-nurse.txt").read_bytes()
    words = [sys.executable, "-m", "tailor", "parse", "--json", "-"]
    done = subprocess.run(words, input=posting, capture_output=True, check=True)
    assert json.loads(done.stdout)["company"] == "Cedar Valley Hospital"


def test_plan_tells_what_is_printed_and_why_the_rest_is_not(workspace: Path, tailor) -> None:
    told = json.loads(tailor("plan", NURSE, "--json", "--as-of", AS_OF).out)
    assert told["pages"] == 1
    assert told["measured"]
    assert len(told["lines"]) > 8
    assert told["left_out"]
    assert all(out["why"] for out in told["left_out"])


def test_new_makes_a_workspace_and_never_a_second_time(tmp_path: Path, tailor) -> None:
    assert tailor("new", tmp_path / "mine").code == 0
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == ["postings", "profiles", "tailor.yaml"]
    again = tailor("new", tmp_path / "mine")
    assert again.code == 2
    assert "not empty" in again.err


def test_validate_reads_the_whole_workspace(workspace: Path, tailor) -> None:
    assert tailor("validate").code == 0
    Path("profiles/imani.yaml").write_text("basics:\n  nmae: Imani\nwrok: []\n", encoding="utf-8")
    Path("tailor.yaml").write_text("them: classic\n", encoding="utf-8")
    done = tailor("validate")
    assert done.code == 1
    for slip in ("nmae", "wrok", "them"):
        assert slip in done.err


def test_settings_choose_for_the_user(workspace: Path, tailor) -> None:
    Path("tailor.yaml").write_text("profile: tomasz\nformats: [txt]\n", encoding="utf-8")
    done = tailor("resume", "postings/cedar-valley-icu-nurse.txt")
    assert done.code == 0, done.err
    assert "/tomasz/" in done.out


def test_schema_themes_and_doctor_answer(tailor) -> None:
    assert json.loads(tailor("schema").out)["properties"]["basics"]
    assert json.loads(tailor("themes", "--json").out.splitlines()[0])["fonts"]
    done = tailor("doctor")
    assert done.code == 0
    assert "Pango" in done.out


def test_check_shows_what_software_reads(workspace: Path, tailor) -> None:
    path = tailor("resume", NURSE, "--format", "pdf", "--as-of", AS_OF).out.strip()
    assert "Manage arterial lines, continuous renal replacement therapy" in tailor("check", path).out
    Path("not.pdf").write_bytes(b"no pdf")
    broken = tailor("check", "not.pdf")
    assert broken.code == 1
    assert "Traceback" not in broken.err
