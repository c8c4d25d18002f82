"""Cues of the word lists: compiled without regard to case, kept per set of languages."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tailor.posting.cues import Cues, Expressions, whole_words
from tailor.posting.patterns import (
    any_of,
    entries,
    labelled,
    pattern,
    per_language,
    per_line,
    phrases,
    readable,
    reading_in,
    spoken,
    straight,
    table,
    words,
)

GROWS = "İ Tea pot"  # the first letter is two when it is lowered


def cues(*languages: str | tuple[str, ...]) -> Cues:
    return Cues([whole_words([each] if isinstance(each, str) else each) for each in languages])


@pytest.mark.parametrize(
    ("part", "text", "place"),
    [
        ("tea pot", "A TEA  POT", (2, 10)),
        ("tea ?pot", "Teapot", (0, 6)),
        ("tea pot", "tea\npot", (0, 7)),
        ("tea", "Teapot", None),
        ("tea", "green_tea", (6, 9)),
        ("Tee", "der TEE", (4, 7)),
        ("(?<=no )tea", "No\ntea", (3, 6)),
        (r"c\+\+", "C++ dev", (0, 3)),
        (r"[A-ZÀ-Þ]té", "ÉTÉ", (0, 3)),
        (r"\S+\W", "Tea!", (0, 4)),
    ],
)
def test_a_cue_is_whole_words_in_any_case(part: str, text: str, place: tuple[int, int] | None) -> None:
    found = cues(part).search(text)
    assert (found and found.span()) == place


def test_escapes_and_names_of_groups_keep_their_capitals() -> None:
    small = Expressions(r"(?P<Name>[A-Z]\w+) \W\S É\Z").small
    assert small.pattern == r"(?P<Name>[a-z]\w+) \W\S é\Z"
    found = small.search("ada !! é")
    assert found is not None
    assert found.group("Name") == "ada"


def test_what_is_found_is_in_small_letters() -> None:
    found = cues("tea pot").search("Our TEA Pot")
    assert found is not None
    assert found.group() == "tea pot"


def test_of_several_languages_the_first_place_counts() -> None:
    found = cues("tea", "tee").search("Tee oder tea")
    assert found is not None
    assert found.group() == "tee"


def test_every_place_is_found_once_from_left_to_right() -> None:
    found = cues(("tea", "cup"), "tea cup").finditer("Cup, TEA cup and tea")
    assert [match.span() for match in found] == [(0, 3), (5, 8), (9, 12), (17, 20)]


def test_where_two_languages_find_one_place_the_first_is_believed() -> None:
    assert [match.group() for match in cues("tea cup", "tea").finditer("tea cup")] == ["tea cup"]


def test_match_begins_where_told_and_fullmatch_is_all() -> None:
    tea = cues("cup", "tea")
    assert tea.match("A tea", 2) is not None
    assert tea.match("A tea") is None
    assert tea.fullmatch("TEA") is not None
    assert tea.fullmatch("tea.") is None


@pytest.mark.parametrize(
    ("replacement", "text"),
    [(" ", "Our   and   Cup"), (lambda found: f"<{found.group()}>", "Our <tea> and <tea> Cup")],
)
def test_sub_keeps_the_capitals_of_what_stands_between(replacement: str, text: str) -> None:
    assert cues("tea").sub(replacement, "Our Tea and TEA Cup") == text


def test_no_language_finds_nothing() -> None:
    none = Cues([])
    assert (none.search("tea"), none.match("tea"), none.fullmatch("")) == (None, None, None)
    assert none.sub("", "Tea") == "Tea"


@pytest.mark.parametrize("part", ["tea", "Tea pot", "TEA"])
def test_letters_that_grow_when_lowered_hide_no_cue(part: str) -> None:
    assert cues(part).search(GROWS) is not None
    assert cues(part, "tee").search(f"{GROWS} İİ") is not None


def test_places_in_a_text_that_grows_are_the_texts_own() -> None:
    found = cues("tea pot").search(GROWS)
    assert found is not None
    assert GROWS[found.start() : found.end()] == "Tea pot"


def test_a_text_that_grows_is_cut_at_the_right_letters() -> None:
    assert cues("tea").sub("cup", GROWS) == "İ cup pot"


def test_match_begins_where_told_in_a_text_that_grows() -> None:
    assert cues("tea").match(GROWS, 2) is not None


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=" tTeEaAßſéÉ-x", max_size=12), st.sampled_from(["tea", "ÉTEA", "t e", "a ?x"]))
def test_places_are_those_of_the_text_in_any_case(text: str, part: str) -> None:
    for found in cues(part).finditer(text):
        assert text[found.start() : found.end()].lower() == found.group()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What you’ll bring:", ("what", "youll", "bring")),
        ("Full‑time (80%)", ("full", "time", "80")),
        ("GROSSE Straße", ("grosse", "strasse")),
        ("snake_case\u00a0Café", ("snake", "case", "café")),
        ("–", ()),
    ],
)
def test_words_are_small_and_without_marks(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found


@given(st.text(max_size=40))
def test_straightened_text_keeps_its_length(text: str) -> None:
    assert len(straight(text)) == len(text)
    assert not set("’‘‑\u00a0") & set(straight(text))


@pytest.mark.parametrize(
    ("codes", "read"),
    [
        (("de", "fr"), ("de", "fr", "en")),
        (("en", "de"), ("en", "de")),
        (("xx", "de", "de"), ("de", "en")),
        ((), ("en",)),
    ],
)
def test_a_posting_is_read_in_its_languages_and_in_english(codes: tuple[str, ...], read: tuple[str, ...]) -> None:
    with reading_in(codes):
        assert spoken() == read
    assert spoken() == readable()


def test_after_a_fault_the_languages_before_are_read_again() -> None:
    def fail() -> None:
        with reading_in(("fr",)):
            raise ValueError(spoken())

    with reading_in(("de",)):
        with pytest.raises(ValueError, match="'fr', 'en'"):
            fail()
        assert spoken() == ("de", "en")


def test_english_stands_first_among_all_languages() -> None:
    assert readable()[0] == "en"
    assert {"de", "es", "fr", "it", "nl", "pt"} <= set(readable())


@pytest.mark.parametrize("keep", [per_language, per_line])
def test_an_answer_is_kept_for_each_set_of_languages(keep: Callable[..., Callable[[str], str]]) -> None:
    asked: list[str] = []

    @keep
    def answer(text: str) -> str:
        asked.append(text)
        return " ".join((text, *spoken()))

    for codes in (("de",), ("fr",), ("de",)):
        with reading_in(codes):
            assert answer("tea") == f"tea {codes[0]} en"
    assert asked == ["tea", "tea"]


@pytest.mark.parametrize(("codes", "found"), [(("de",), True), (("en",), False)])
def test_cues_are_those_of_the_languages_that_are_read(
    codes: tuple[str, ...],
    found: bool,  # noqa: FBT001 - a table
) -> None:
    with reading_in(codes):
        assert bool(pattern("facts.yaml", "salary", "to").search("20 bis 30")) is found
        assert ("mai" in table("facts.yaml", "months")) is found
        assert pattern("facts.yaml", "salary", "to").search("20 to 30") is not None


def test_what_stands_below_a_path_of_the_word_lists() -> None:
    with reading_in(("en",)):
        assert {"nobody", "this position"} <= phrases("facts.yaml", "company", "never")
        assert table("cues.yaml", "mark_letters") == {"E": "required", "D": "preferred"}
        assert entries("facts.yaml", "title", "heads")[0] == "job title"
        assert [key for key, _ in labelled("facts.yaml", "remote")] == ["hybrid", "remote", "onsite", "values"]
        assert any_of("facts.yaml", "remote").search("A HYBRID job") is not None


def test_a_path_that_no_language_has_holds_nothing() -> None:
    assert (entries("facts.yaml", "nowhere"), phrases("nowhere.yaml", "x")) == ((), frozenset())
    assert pattern("facts.yaml", "nowhere").search("tea") is None
