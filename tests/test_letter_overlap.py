"""How the benchmark of letters counts what two of them have in common."""

import pytest
from letters import marked, own_pieces, runs_of, tokens

BULLET = "Led night shifts of nine nurses on a cardiac unit."


@pytest.mark.parametrize(
    ("letter", "left"),
    [
        ("Before that I led night shifts of nine nurses on a cardiac unit.", ["before that i"]),
        ("I led night shifts of nine nurses on a cardiac unit and liked it.", ["i", "and liked it"]),
        ("I led night shifts.", ["i led night shifts"]),
        ("", []),
    ],
)  # fmt: skip
def test_the_persons_own_runs_are_taken_out(letter: str, left: list[str]) -> None:
    held = runs_of(tokens(BULLET))
    assert [" ".join(piece) for piece in own_pieces(tokens(letter), held)] == left


def test_names_become_one_mark_so_that_letters_to_two_companies_compare() -> None:
    names = [tokens("Charge Nurse"), tokens("Fernbrook Hospital"), tokens("Larkfield")]
    one = marked(tokens("I apply for the Charge Nurse role at Fernbrook Hospital."), names)
    other = marked(tokens("I apply for the Charge Nurse role at Larkfield."), names)
    assert one == other == ["i", "apply", "for", "the", "_", "role", "at", "_"]
