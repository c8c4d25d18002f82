"""`tailor skills`: of postings, of lines, what is unknown, every form."""

import json
from pathlib import Path

import pytest

POSTING = """Data Engineer

Requirements
- Experience with Python, Zorbix and PostgreSQL
- Docker, Zorbix, Kubernetes

Nice to have
- Grolldo, Kafka
"""


@pytest.fixture
def posting(tmp_path: Path) -> Path:
    path = tmp_path / "posting.txt"
    path.write_text(POSTING, encoding="utf-8")
    return path


def test_what_no_list_names_is_ready_for_a_file_of_ones_own(posting: Path, tailor, monkeypatch) -> None:
    done = tailor("skills", "--unknown", posting)
    assert done.out.splitlines()[1:] == [
        '- {label: "Zorbix", kind: tool}  # 2 x: Experience with Python, Zorbix and PostgreSQL',
        '- {label: "Grolldo", kind: tool}  # 1 x: Grolldo, Kafka',
    ]
    workspace = posting.parent / "mine"
    (workspace / "profiles").mkdir(parents=True)
    (workspace / "postings").mkdir()
    (workspace / "skills.yaml").write_text(done.out, encoding="utf-8")
    monkeypatch.chdir(workspace)
    assert tailor("skills", "--unknown", posting).out.splitlines() == [
        "# every name that looks like a skill is in the lists"
    ]
    assert "Zorbix" in tailor("skills", posting).out


def test_what_is_unknown_for_programs(posting: Path, tailor) -> None:
    found = [json.loads(line) for line in tailor("skills", "--unknown", "--json", posting).out.splitlines()]
    assert [(one["name"], len(one["lines"])) for one in found] == [("Zorbix", 2), ("Grolldo", 1)]


def test_every_form_is_told_with_its_skill(tailor) -> None:
    forms = json.loads(tailor("skills", "--aliases").out)
    assert len(forms) > 10_000
    assert forms["k8s"] == "Kubernetes"
    assert list(forms) == sorted(forms)


@pytest.mark.parametrize("words", [[], ["--lines"], ["--aliases", "posting.txt"]])
def test_files_or_every_form(words: list[str], tailor) -> None:
    done = tailor("skills", *words)
    assert done.code == 2
    assert "name the files to read, or --aliases alone" in done.err


def test_the_trained_part_can_be_left_out(tmp_path: Path, tailor) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("Requirements\nStrong expertise in mobile wallet settlement.\n", encoding="utf-8")
    assert "(unlisted)" in tailor("skills", "--lines", path).out
    assert "(unlisted)" not in tailor("skills", "--lines", "--rules", path).out
