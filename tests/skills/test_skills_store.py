"""The cache of the compiled lexicon."""

from pathlib import Path

import pytest

from tailor.model.skills import Skill
from tailor.skills.lexicon import Concept, Lexicon
from tailor.skills.store import fingerprint, stored

CONCEPT = Concept(
    skill=Skill(id="a", name="Ä", kind="tool", broader=("b",), implies=("c", "d")),
    label="ä",
    not_before=frozenset({"x y"}),
    not_after=frozenset({"&"}),
)
ROW = ["a", "Ä", "tool", ("b",), ("c", "d"), ["x y"], ["&"], "ä"]
LEXICON = Lexicon(concepts=(ROW,), forms={"ä": [[0, "any", "Ä", "safe"]]}, blocked=("b b",), whole=("c's",))


def build() -> Lexicon:
    return LEXICON


def never() -> Lexicon:
    raise AssertionError("the cache was not read")


def test_what_is_kept_comes_back_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert stored(folder, "n", build) is LEXICON
    kept = stored(folder, "n", never)
    assert (kept.blocked, kept.whole, list(kept.forms)) == (LEXICON.blocked, LEXICON.whole, ["ä"])
    assert kept.senses("ä") == LEXICON.senses("ä")
    assert list(kept.all_concepts()) == [CONCEPT]
    assert kept.senses("nothing") == ()
    assert [path.name for path in folder.iterdir()] == ["lexicon-n.txt"]


def test_without_a_folder_nothing_is_kept() -> None:
    assert stored(None, "n", build) is LEXICON


@pytest.mark.parametrize("rubbish", [b"", b"{}", b"\xff\xfe", b"abc\n{}", b"abc\n"])
def test_a_broken_file_is_made_anew(tmp_path: Path, rubbish: bytes) -> None:
    stored(tmp_path, "n", build)
    whole = (tmp_path / "lexicon-n.txt").read_bytes()
    (tmp_path / "lexicon-n.txt").write_bytes(rubbish)
    assert stored(tmp_path, "n", build) is LEXICON
    assert (tmp_path / "lexicon-n.txt").read_bytes() == whole


def test_a_file_cut_short_is_made_anew(tmp_path: Path) -> None:
    stored(tmp_path, "n", build)
    path = tmp_path / "lexicon-n.txt"
    path.write_bytes(path.read_bytes()[:-10])
    assert stored(tmp_path, "n", build) is LEXICON


def test_a_folder_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert stored(tmp_path / "file", "n", build) is LEXICON


def test_other_parts_give_another_name() -> None:
    assert fingerprint([b"ab", b"c"]) != fingerprint([b"a", b"bc"])
    assert fingerprint([b"ab"]) == fingerprint([b"ab"])
