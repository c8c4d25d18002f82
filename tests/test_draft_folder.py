"""An edited draft in its folder: it stays byte for byte, the new one and the comparison come beside it."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tailor.model.document import Document
from tailor.workspace import manifest
from tailor.workspace.delivery import Delivered, deliver
from tailor.workspace.drafts import edited_draft
from tailor.workspace.writing import digest

TEXTS = {name: f"Dear you,\n\nI am {name}. <!-- record:why -->\n" for name in ("one", "two", "three")}


def hand_over(folder: Path, name: str, *, whole: bool = True) -> Delivered:
    """A generated draft and the letter made from it, or from the edited one, into a folder, as a build does."""
    draft = edited_draft(folder)
    content = TEXTS[name].encode()
    made = draft.content if draft else content
    documents = [
        Document(kind="letter", format="md", name="letter.md", content=content),
        Document(kind="letter", format="txt", name="Ada-Letter.txt", content=made),
    ]
    outputs = [{"name": each.name, "sha256": digest(each.content)} for each in documents]
    told = {"key": "k", "outputs": outputs, "letter_draft": {"edited": digest(made) if draft else ""}}
    return deliver(folder, documents, told if whole else {"posting": "p.txt"}, whole=whole)


def files(folder: Path) -> dict[str, str]:
    kept = ("manifest.json", "Ada-Letter.txt")
    return {path.name: path.read_text("utf-8") for path in folder.iterdir() if path.name not in kept}


@pytest.mark.parametrize("whole", [True, False])
def test_a_draft_that_nobody_edited_is_replaced(tmp_path: Path, *, whole: bool) -> None:
    for name in ("one", "two", "one"):
        hand_over(tmp_path, name, whole=whole)
        assert files(tmp_path) == {"letter.md": TEXTS[name]}
        assert edited_draft(tmp_path) is None


@pytest.mark.parametrize("whole", [True, False])
def test_beside_an_edited_draft_stands_the_new_one_only_where_it_is_another(
    tmp_path: Path, *, whole: bool
) -> None:
    hand_over(tmp_path, "one", whole=whole)
    (tmp_path / "letter.md").write_text("mine", encoding="utf-8")
    assert hand_over(tmp_path, "one", whole=whole).beside == ()
    assert files(tmp_path) == {"letter.md": "mine"}
    done = hand_over(tmp_path, "two", whole=whole)
    assert (tmp_path / "letter.md", tmp_path / "letter.new.md") in done.beside
    found = files(tmp_path)
    assert (found["letter.md"], found["letter.new.md"]) == ("mine", TEXTS["two"])
    assert "-I am one.\n+I am two." in found["letter.diff"]
    assert "-mine" in found["letter.diff"]
    hand_over(tmp_path, "three", whole=whole)
    assert files(tmp_path)["letter.new.md"] == TEXTS["three"]
    assert "-I am one.\n+I am three." in files(tmp_path)["letter.diff"]
    hand_over(tmp_path, "one", whole=whole)
    assert files(tmp_path) == {"letter.md": "mine"}


def test_a_new_draft_that_was_taken_away_comes_back_only_when_it_says_something_else(tmp_path: Path) -> None:
    hand_over(tmp_path, "one")
    (tmp_path / "letter.md").write_text("mine", encoding="utf-8")
    hand_over(tmp_path, "two")
    (tmp_path / "letter.new.md").unlink()
    hand_over(tmp_path, "two")
    assert files(tmp_path) == {"letter.md": "mine"}
    hand_over(tmp_path, "three")
    assert set(files(tmp_path)) == {"letter.md", "letter.new.md", "letter.diff"}


@pytest.mark.parametrize("how", ["deleted", "the new one in its place", "as it was"])
def test_who_gives_up_an_edit_gets_the_generated_draft_alone(how: str, tmp_path: Path) -> None:
    hand_over(tmp_path, "one")
    draft = tmp_path / "letter.md"
    draft.write_text("mine", encoding="utf-8")
    hand_over(tmp_path, "two")
    if how == "deleted":
        draft.unlink()
    elif how == "as it was":
        draft.write_text(TEXTS["one"], encoding="utf-8")
    else:
        (tmp_path / "letter.new.md").replace(draft)
    hand_over(tmp_path, "two")
    assert files(tmp_path) == {"letter.md": TEXTS["two"]}


def test_an_edited_new_draft_and_comparison_are_the_users_too(tmp_path: Path) -> None:
    hand_over(tmp_path, "one")
    for name in ("letter.md", "letter.new.md", "letter.diff"):
        if name != "letter.md":
            hand_over(tmp_path, "two")
        (tmp_path / name).write_text(f"my {name}", encoding="utf-8")
    hand_over(tmp_path, "three")
    found = files(tmp_path)
    assert [found[name] for name in ("letter.md", "letter.new.md", "letter.diff")] == [
        "my letter.md", "my letter.new.md", "my letter.diff",
    ]  # fmt: skip
    assert found["letter.new2.md"] == TEXTS["three"]


def test_a_draft_without_a_manifest_is_the_users(tmp_path: Path) -> None:
    hand_over(tmp_path, "one")
    (tmp_path / manifest.NAME).unlink()
    found = edited_draft(tmp_path)
    assert found is not None
    assert found.base == ""
    hand_over(tmp_path, "one")
    assert files(tmp_path) == {"letter.md": TEXTS["one"]}
    assert edited_draft(tmp_path) is None


GONE = {"no new one": "letter.new.md", "no comparison": "letter.diff", "no manifest": "manifest.json"}
STEPS = st.sampled_from([*TEXTS, "letter alone", "edit", *GONE])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=1, max_size=9), st.binary(min_size=1, max_size=40))
def test_an_edited_draft_survives_any_number_of_builds_byte_for_byte(steps: list[str], mine: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        hand_over(folder, "one")
        (folder / "letter.md").write_bytes(mine)
        for at, step in enumerate(steps):
            if step in TEXTS or step == "letter alone":
                hand_over(folder, step if step in TEXTS else "two", whole=step in TEXTS)
            elif step == "edit":
                mine += b"."
                (folder / "letter.md").write_bytes(mine)
            else:
                (folder / GONE[step]).unlink(missing_ok=True)
            assert (folder / "letter.md").read_bytes() == mine, steps[: at + 1]
