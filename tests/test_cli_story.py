"""`tailor story`: four answers into a story, and a profile's file in which nothing else changes."""

import difflib
from pathlib import Path

import pytest

from tailor.letter.story import story_sentences
from tailor.profile import read_profile

PROFILE = """\
# Ada's file: comments stay.
basics: {name: Ada Brandt, email: ada@example.com}   # odd spacing   stays
work:
  - name: Quay Clinic
    position: Nurse
    startDate: 2020-01
    highlights:
      - {id: falls, text: "Cut falls with injury by two thirds.", skills: [Fall prevention], tags: [safety]}
      - Trained 14 new graduates in telemetry.
"""
STORIES = """\
stories:
  - text: >-
      The bell rang all night.
      We moved it.
    entry: Quay Clinic

# after the stories
terms:
  - [A, B]
"""
ANSWERS = "patients fell at night\nmoved the beds\nFalls went down by two thirds.\nbecause my aunt fell once\n"
STORY = """\
Patients fell at night. I moved the beds. Falls went down by two thirds. \
It matters to me because my aunt fell once."""


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "ada.yaml"
    path.write_bytes(PROFILE.encode())
    (tmp_path / "answers.txt").write_text(ANSWERS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def only_added(before: str, after: str) -> bool:
    """Whether a text came about by putting lines into another one, and by nothing else."""
    steps = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return {name for name, *_ in steps} == {"equal", "insert"}


@pytest.mark.parametrize(
    "tail", ["", STORIES, STORIES.replace("\n  ", "\n"), STORIES.partition("\n\n#")[0] + "\n"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_story_is_added_and_every_other_byte_stays(profile: Path, tailor, tail: str, end: str) -> None:
    before = (PROFILE + tail).replace("\n", end)
    profile.write_bytes(before.encode())
    done = tailor("story", "falls", "--profile", profile, "--answers", "answers.txt")
    assert (done.code, STORY.split(". ", maxsplit=1)[0] in done.out) == (0, True)
    after = profile.read_bytes().decode()
    assert only_added(before, after)
    told = read_profile(after.encode(), "ada.yaml").stories
    assert len(told) == bool(tail) + 1
    assert (told[-1].text, told[-1].entry) == (STORY, "Quay Clinic")
    assert told[-1].proves[:2] == ("Fall prevention", "safety")


def test_a_file_without_a_last_line_feed_gets_one(profile: Path, tailor) -> None:
    profile.write_bytes(PROFILE.rstrip("\n").encode())
    assert tailor("story", "falls", "--profile", profile, "--answers", "answers.txt").code == 0
    assert profile.read_text(encoding="utf-8").startswith(PROFILE + "stories:\n")


def test_a_fifth_line_says_what_it_proves(profile: Path, tailor) -> None:
    (profile.parent / "answers.txt").write_text(ANSWERS + "Safety, yes\n", encoding="utf-8")
    assert tailor("story", "falls", "--profile", profile, "--answers", "answers.txt").code == 0
    assert read_profile(profile.read_bytes(), "ada.yaml").stories[0].proves == ("Safety", "yes")


def test_a_slip_is_answered_with_the_nearest_bullets(profile: Path, tailor) -> None:
    done = tailor("story", "trianed graduats", "--profile", profile, "--answers", "answers.txt")
    assert done.code == 2
    assert "nearest: work[0].highlights[1] “Trained 14 new graduates" in done.err
    assert profile.read_bytes() == PROFILE.encode()


@pytest.mark.parametrize(
    ("stories", "answers", "said"),
    [
        ("stories: []\n", ANSWERS, "not a list with dashes"),
        ("stories: [a, b]\n", ANSWERS, "not a list with dashes"),
        ("", "\n\n\n\n", "no answer"),
        ("", "we " * 40 + "\n", "more than 35 words"),
    ],
)
def test_what_cannot_be_added_is_told_and_nothing_is_written(profile, tailor, stories, answers, said) -> None:
    profile.write_bytes((PROFILE + stories).encode())
    (profile.parent / "answers.txt").write_text(answers, encoding="utf-8")
    done = tailor("story", "falls", "--profile", profile, "--answers", "answers.txt")
    assert done.code in {1, 2}
    assert said in done.err
    assert profile.read_bytes() == (PROFILE + stories).encode()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("rebuilt the list with her team", ("I rebuilt the list with her team.",)),
        ("I sat with them.  then we wrote it down", ("I sat with them.  then we wrote it down.",)),
        ("Nobody had asked. We did.", ("Nobody had asked.", "We did.")),
        ("because it was my unit", ("It matters to me because it was my unit.",)),
        ("EHR downtime, again", ("EHR downtime, again.",)),
        ("-", ()),
    ],
)
def test_answers_become_sentences_and_stay_the_persons_words(answer, told) -> None:
    assert story_sentences([answer]) == tuple(" ".join(one.split()) for one in told)
