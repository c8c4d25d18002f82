"""What an expression needs, and the sieve of many: never a match less, mostly a search less."""

import re

import pytest

from tailor.expressions import Lowered, Sieve
from tailor.expressions.needed import needed
from tailor.resources import evidence_names, language_data


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        (r"\bnurses?\b", ("nurse",)),
        (r"\b(?:cut|cutting|saved)\b", ("cut", "cutting", "saved")),
        (r"data (?:lakes?|bases?)", ("data ",)),
        (r"\bwork(?:ing)? (?:with|closely with)\b", ("work",)),
        (r"(?:ab)+cde", ("cde",)),
        (r"(?:ab)*x?", ()),
        (r"\d+ years", (" years",)),
        (r"(?i:Case)", ()),
        (r"a(?=bc)d|efg", ("ad", "efg")),
    ],
)
def test_what_every_match_holds_is_read_off_an_expression(expression: str, texts: tuple[str, ...]) -> None:
    assert needed(expression) == texts


def test_the_sieve_lets_every_match_through_and_holds_most_others_back() -> None:
    patterns = [
        Lowered("|".join(f"(?:{each})" for each in entry[side]))
        for name in evidence_names("en")
        for entry in language_data("en", name)["evidence"]
        for side in ("asked", "shown")
        if entry.get(side)
    ]
    sieve = Sieve([pattern.needed for pattern in patterns])
    lines = (
        "lead daily rounds with families and explain findings to executives",
        "owned a $3.8m annual budget and reported return per use case to the cfo's office",
        "assess, plan and give care to critically ill patients",
        "",
    )
    assert len(patterns) > 400
    for line in lines:
        may = sieve.may_match(line)
        assert may == sorted(may)
        assert {place for place, each in enumerate(patterns) if each.stands_in(line)} <= set(may)
        assert len(may) < len(patterns) / 2


def test_a_match_is_the_same_in_small_letters() -> None:
    assert Lowered("Go|Rust").stands_in("we use go")
    assert re.search("go", "we use go")
    assert not Lowered("Go|Rust").stands_in("we use java")
