"""Bad input: one clear message each, exit 1, no traceback, and nothing in out/ lost or half-written."""

from pathlib import Path

import pytest

PROFILE = (
    "basics:\n  name: Ada Brook\nwork:\n  - name: Fenwick Mills\n    position: Fitter\n    startDate: 2020-01\n"
)

BAD_PROFILES = {
    "a typo in a key": (PROFILE.replace("position", "postion"), "position"),
    "a duplicate key": (PROFILE + "work: []\n", "twice"),
    "a tab": ("basics:\n\tname: Ada Brook\n", "tab"),
    "a wrong date": (PROFILE.replace("2020-01", "2020-13"), "2020-13"),
    "an unquoted star": (PROFILE + "    highlights:\n      - *starred\n", "quotes"),
    "no file": (None, "no profile"),
    "an empty file": ("", "empty"),
    "a list": ("- a\n- b\n", "profile"),
}

BAD_POSTINGS = {
    "a missing file": (None, "there is no such posting"),
    "an empty file": (b"", "empty"),
    "binary rubbish": (bytes(range(256)) * 40, "rubbish.txt"),
}


@pytest.fixture
def kept(workspace: Path) -> Path:
    """Something in out/ that must survive."""
    path = workspace / "out" / "ada" / "kept.txt"
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    return path


@pytest.mark.parametrize("case", BAD_PROFILES)
def test_a_bad_profile_gives_one_message_and_costs_nothing(case: str, kept: Path, tailor) -> None:
    text, said = BAD_PROFILES[case]
    if text is not None:
        Path("profiles/ada.yaml").write_text(text, encoding="utf-8")
    done = tailor("build", "postings/cedar-valley-icu-nurse.txt", "--profile", "profiles/ada.yaml")
    assert done.code == (1 if text is not None else 2)
    assert said in done.err
    assert "Traceback" not in done.err
    assert len([line for line in done.err.splitlines() if "ada.yaml" in line and not line.startswith(" ")]) == 1
    assert [path for path in Path("out").rglob("*") if path.is_file()] == [kept.relative_to(Path.cwd())]


@pytest.mark.parametrize("case", BAD_POSTINGS)
def test_a_bad_posting_gives_one_message_and_costs_nothing(case: str, kept: Path, tailor) -> None:
    data, said = BAD_POSTINGS[case]
    if data is not None:
        Path("postings/rubbish.txt").write_bytes(data)
    done = tailor("build", "postings/rubbish.txt", "--profile", "tomasz")
    assert done.code == 1
    assert said in done.err
    assert "Traceback" not in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert [path for path in Path("out").rglob("*") if path.is_file()] == [kept.relative_to(Path.cwd())]


def test_one_bad_posting_does_not_stop_the_others(workspace: Path, tailor) -> None:
    Path("postings/empty.txt").write_bytes(b"")
    done = tailor("build", "postings/empty.txt", "postings/cedar-valley-icu-nurse.md", "--format", "txt")
    assert done.code == 1
    assert "empty.txt" in done.err
    assert "Cedar Valley Hospital" in done.out
    assert list((workspace / "out").rglob("*Resume.txt"))


def test_a_posting_without_requirements_says_so_and_why(workspace: Path, tailor) -> None:
    Path("postings/hello.txt").write_text("Come and see us some time.\nThe door is open.\n", encoding="utf-8")
    done = tailor("parse", "--json", "postings/hello.txt")
    assert done.code == 0
    assert '"requirements": []' in done.out
    assert '"empty": null' not in done.out
    built = tailor("build", "postings/hello.txt", "--profile", "tomasz", "--format", "txt")
    assert built.code == 0
    assert list((workspace / "out").rglob("*.txt"))
