"""`tailor verify` and `tailor status`: what was built, whether it comes out the same, where it stands."""

import json
from pathlib import Path

import pytest
from sample_workspace import NURSE, build_in


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one application built, made once for this module."""
    words = ("--format", "md,txt", "--pages", "1", "--set", "theme.size=10")
    return build_in(tmp_path_factory.mktemp("replay") / "w", *words)


def states(out: str) -> dict[str, str]:
    rows = [line.strip().rsplit("  ", 1) for line in out.splitlines() if line.startswith("  ")]
    return {name.rsplit("-", 1)[-1]: state.strip() for state, name in rows}


def test_the_same_inputs_give_the_same_bytes_with_the_builds_own_options(built: Path, tailor) -> None:
    done = tailor("verify", built)
    assert done.code == 0, done.err
    assert set(states(done.out).values()) == {"same"}
    assert len(states(done.out)) == 6


def test_verify_works_from_another_folder(built: Path, monkeypatch, tailor) -> None:
    folder = built.resolve()
    monkeypatch.chdir("/")
    assert tailor("verify", folder).code == 0


def test_without_words_everything_in_out_is_verified_and_nothing_is_written(built: Path, tailor) -> None:
    before = {path: path.stat().st_mtime_ns for path in Path().rglob("*") if path.is_file()}
    assert tailor("verify").code == 0
    assert {path: path.stat().st_mtime_ns for path in Path().rglob("*") if path.is_file()} == before


def test_an_edited_draft_is_the_users_and_a_missing_one_is_missing(built: Path, tailor) -> None:
    next(built.glob("*Resume.md")).write_text("mine", encoding="utf-8")
    next(built.glob("*Letter.txt")).unlink()
    done = tailor("verify", built)
    assert done.code == 0
    told = states(done.out)
    assert (told["Resume.md"], told["Letter.txt"], told["Resume.txt"]) == ("edited by you", "missing", "same")


def test_letters_of_an_edited_draft_come_out_the_same_and_those_of_another_are_not_compared(
    built: Path, tailor
) -> None:
    draft = built / "letter.md"
    for text, letter in (("Dear you,\n\nI am here.\n", "draft edited since"), ("", "draft edited since")):
        draft.write_text(text, encoding="utf-8")
        done = tailor("verify", built)
        assert done.code == 0
        told = states(done.out)
        assert (told["letter.md"], told["Letter.txt"], told["Resume.txt"]) == ("edited by you", letter, "same")
        assert "letter.md was edited since" in done.err
    draft.write_text("Dear you,\n\nI am here.\n", encoding="utf-8")
    options = ("--format", "md,txt", "--pages", "1", "--set", "theme.size=10")
    assert tailor("build", NURSE, *options).code == 0
    done = tailor("verify", built)
    assert done.code == 0, done.err
    assert states(done.out) == dict.fromkeys(states(done.out), "same") | {"letter.md": "edited by you"}


def test_bytes_that_differ_from_the_same_inputs_fail_the_check(built: Path, tailor) -> None:
    path = built / "manifest.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["outputs"][0]["sha256"] = "0" * 64
    path.write_text(json.dumps(told), encoding="utf-8")
    done = tailor("verify", built)
    assert done.code == 3
    assert list(states(done.out).values()).count("differs") == 1
    assert "although their inputs are the same: 1" in done.err


@pytest.mark.parametrize("path", [NURSE, "profiles/tomasz.yaml", "postings/cedar-valley-icu-nurse.txt"])
def test_changed_inputs_are_named_and_nothing_is_compared(path: str, built: Path, tailor) -> None:
    Path(path).write_text("changed", encoding="utf-8")
    done = tailor("verify", built)
    assert done.code == 0
    assert set(states(done.out).values()) == {"inputs changed"}
    assert f"inputs changed since: {path}" in done.err
    Path(path).unlink()
    assert f"{path} is gone" in tailor("verify", built).err


def test_own_skills_that_came_later_are_a_changed_input(built: Path, tailor) -> None:
    Path("skills.yaml").write_text("", encoding="utf-8")
    assert "skills.yaml is new" in tailor("verify", built).err


def test_a_manifest_of_another_make_is_told_and_still_compared(built: Path, tailor) -> None:
    path = built / "manifest.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"spacy": "', '"spacy": "0.'), encoding="utf-8")
    done = tailor("verify", built)
    assert done.code == 0
    assert "made with other versions: spacy 0." in done.err


@pytest.mark.parametrize("key", ["read", "options"])
def test_a_manifest_that_does_not_tell_enough_says_so(key: str, built: Path, tailor) -> None:
    path = built / "manifest.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told[key] = {}
    path.write_text(json.dumps(told), encoding="utf-8")
    done = tailor("verify", built)
    assert done.code == 1
    assert "cannot be played again" in done.err


def test_where_nothing_was_built_verify_says_so(workspace: Path, tailor) -> None:
    for words in (["verify"], ["verify", "postings"], ["verify", "not-there"]):
        done = tailor(*words)
        assert done.code == 1
        assert "nothing built stands here" in done.err


def test_status_lists_every_application_with_its_state(built: Path, tailor) -> None:
    done = tailor("status", "--json")
    assert done.code == 0
    told = {each["posting"]: each for each in map(json.loads, done.out.splitlines())}
    assert len(told) == 6
    nurse = told["cedar-valley-icu-nurse.md"]
    assert nurse["stale"] == "other options"
    assert " required item" in nurse["verdict"]
    assert nurse["profile"] == "tomasz"
    assert nurse["edited"] == []
    assert told["halcyon-principal-ml-engineer.md"]["stale"] == "not made yet"
    assert told["vantage-medical-center-ml-lead.md"]["status"]


def test_status_tells_what_is_fresh_edited_and_stale(built: Path, tailor) -> None:
    Path("tailor.yaml").write_text("formats: md, txt\npages: 1\n", encoding="utf-8")
    assert tailor("build", NURSE).code == 0
    next(built.glob("*Letter.txt")).write_text("mine", encoding="utf-8")
    out = tailor("status").out
    assert "up to date; 1 edited by you" in out
    assert out.count("not made yet") == 5
    profile = Path("profiles/tomasz.yaml")
    profile.write_text(profile.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")
    assert "profiles/tomasz.yaml changed; 1 edited by you" in tailor("status").out
    (built / "letter.md").write_text("mine", encoding="utf-8")
    assert "profiles/tomasz.yaml changed; letter edited; 1 edited by you" in tailor("status").out
