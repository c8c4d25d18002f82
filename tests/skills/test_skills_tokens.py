"""How lines are cut and words brought to one spelling."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from tailor.skills.building import cutter
from tailor.skills.cues import read_cues
from tailor.skills.lexicon import Cut
from tailor.skills.tokens import blank_pipeline


@pytest.fixture(scope="module")
def cut() -> Cut:
    return cutter(blank_pipeline("en", dotted_names=read_cues("en").dotted_names, whole=["bachelor's"]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++, C#, F#.", ["C++", ",", "C#", ",", "F#", "."]),
        (".NET and ASP.NET", [".NET", "and", "ASP.NET"]),
        ("Node.js.", ["Node.js", "."]),
        ("Node.Js, D3.js", ["Node.Js", ",", "D3.js"]),
        ("CI/CD", ["CI", "/", "CD"]),
        ("C/C++/Rust", ["C", "/", "C++", "/", "Rust"]),
        ("R&D", ["R", "&", "D"]),
        ("•Python", ["•", "Python"]),
        ("-Python", ["-", "Python"]),
        ("AWS•Azure|GCP", ["AWS", "•", "Azure", "|", "GCP"]),
        ("part of IT.It is", ["part", "of", "IT", ".", "It", "is"]),
        ("Java 8+", ["Java", "8", "+"]),
        ("PHP7 Python3.8 C++17", ["PHP", "7", "Python", "3.8", "C++", "17"]),
        ("k8s S3 EC2 ES6", ["k8s", "S3", "EC2", "ES6"]),
        ("scikit-learn T-SQL", ["scikit", "learn", "T", "SQL"]),
        ("Java - Python", ["Java", "-", "Python"]),
        ("HTML+CSS", ["HTML", "+", "CSS"]),
        ("CompTIA A+", ["CompTIA", "A+"]),
        ("Acme's bachelor's", ["Acme", "'s", "bachelor's"]),
        ("a Bachelor’s degree", ["a", "Bachelor’s", "degree"]),
        ("ask jobs@python.example", ["ask", "jobs@python.example"]),
        ("see https://x.example/Python", ["see", "https://x.example/Python"]),
        ("deep\n  learning", ["deep", "learning"]),
    ],
)
def test_a_line_is_cut_into_the_words_that_are_compared(cut: Cut, text: str, words: list[str]) -> None:
    assert list(cut(text)) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("optimisation", "optimization"),
        ("Organised", "organized"),
        ("behavioural", "behavioral"),
        ("modelling", "modeling"),
        ("licence", "license"),
        ("Bachelor’s", "bachelor's"),
        ("Ph.D", "PhD"),
        ("&", "and"),
        ("paediatric", "pediatric"),
    ],
)
def test_two_spellings_of_a_word_are_one(one: str, other: str) -> None:
    spelling = read_cues("en").spelling
    assert spelling.word(one) == spelling.word(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Node.js", "nodejs"), ("four", "for"), ("C++", "C"), ("filing", "filling")]
)
def test_two_words_stay_two(one: str, other: str) -> None:
    spelling = read_cues("en").spelling
    assert spelling.word(one) != spelling.word(other)


@cache
def _pipeline() -> Language:
    return blank_pipeline("en", dotted_names=())


@given(text=st.lists(st.text(alphabet=st.characters(categories=["L"]), min_size=1), min_size=1).map(" ".join))
def test_words_of_letters_alone_are_cut_at_their_spaces(cut: Cut, text: str) -> None:
    nlp = _pipeline()
    assert [token.text for token in nlp.tokenizer(text)] == text.split(" ") == list(cut(text))
