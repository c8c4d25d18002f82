from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.errors import InputError
from tailor.located import (
    Mapping,
    Scalar,
    Sequence,
    clean_text,
    nearest_key,
    node_at,
    plain_value,
    read_located,
)
from tailor.located.reader import DEEPEST, LARGEST_FILE


def faults_of(text: str | bytes, **options: int) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    try:
        document = read_located(data, "a.yaml", **options)
    except InputError as error:
        found = list(error.faults)
    else:
        found = list(document.faults)
    return [f"{fault.line}:{fault.column} {fault.problem} ({fault.remedy})" for fault in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no\nb: 1.10\nc: 2023-05\nd: 12:30", {"a": "no", "b": "1.10", "c": "2023-05", "d": "12:30"}),
        ("a: ~\nb:\nc: null\nd: 'null'", {"a": None, "b": None, "c": None, "d": "null"}),
        ("- |\n  one\n  two\n- >-\n  three\n  four", ["one\ntwo\n", "three four"]),
        ('{"a": [1, {"b": "x"}]}', {"a": ["1", {"b": "x"}]}),
        ("a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
        ("x-mine: {a: 1}\na: {x-b: 2, c: 3}", {"a": {"c": "3"}}),
        ("a: x # a comment", {"a": "x"}),
    ],
)
def test_values_stay_the_text_that_was_written(text: str, value: object) -> None:
    document = read_located(text.encode(), "a.yaml")
    assert plain_value(document.root) == value
    assert document.faults == ()


def test_every_value_knows_its_line_and_column() -> None:
    root = read_located(b"a:\n  - b: one\n    c: two\n", "a.yaml").root
    found = node_at(root, ["a", 0, "c"])
    assert isinstance(root, Mapping)
    assert isinstance(root.get("a"), Sequence)
    assert isinstance(found, Scalar)
    assert (found.text, found.place.line, found.place.column) == ("two", 3, 8)
    assert node_at(root, ["a", 0, "none", "deeper"]).place.line == 2


def test_lines_count_from_where_the_text_starts_in_its_file() -> None:
    assert faults_of("a: 1\na: 2\n", first_line=2) == ["3:1 the key 'a' stands twice (first on line 2; keep one)"]


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("", "0:0", "the file is empty"),
        ("# only a comment\n", "0:0", "the file is empty"),
        ("a: 1\n\tb: 2\n", "2:1", "a tab stands in the indentation"),
        ("- *Led* a team\n", "1:3", "begins with *"),
        ("a:\n  - *x\n", "2:5", "begins with *"),
        ("a: &b c\n", "1:4", "begins with &"),
        ("a: !b c\n", "1:4", "begins with !"),
        ("a: %5\n", "1:4", "begins with %"),
        ("a: @home\n", "1:4", 'write "@home"'),
        ("a: > 40% faster\nb: 1\n", "1:4", "begins with >"),
        ("name: Ada\n  label: x\n", "2:3", "indented deeper"),
        ("a: b: c\n", "1:5", "a colon followed by a space"),
        ("a:\n  - 'x\nb: 1\n", "2:5", "this quote is never closed"),
        ('- "Quoted" text\n', "1:12", "goes on after its closing quote"),
        ("a: [1, 2\nb: 3\n", "1:4", "this [ is never closed"),
        ("a:\n  - x\n b: 2\n", "3:2", "does not fit the lines above"),
        ("name:Ada\nlabel: x\n", "1:5", "a space is missing after name:"),
        ("name\nlabel: x\n", "1:1", "no `key:` before"),
        ("a: b\nc\n", "2:1", "no `key:` before"),
        ("- Ranked #1 in sales\n", "1:10", "what follows # is a comment"),
        ("a: 1\nb: 2\na: 3\n", "3:1", "first on line 1"),
        ("---\na: 1\n---\nb: 2\n", "3:1", "a second document"),
        ("{{x}}: 1\n", "1:1", "a key must be a plain word"),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), f"1:{DEEPEST + 1}", "nested more than"),
        (b"a: \xff\n", "1:4", "byte 0xff is not UTF-8"),
        (b"a: \x00\x01", "0:0", "not a text file"),
        (b"a" * (LARGEST_FILE + 1), "0:0", "2 MB is the limit"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(text: str | bytes, place: str, says: str) -> None:
    found = faults_of(text)
    assert any(fault.startswith(place) and says in fault for fault in found), found


def test_faults_that_do_not_stop_the_reading_come_in_one_pass() -> None:
    found = faults_of("a: &x 1\nb: 2\nb: 3\nc: [*x]\nd: 'open\n")
    assert [fault.split()[0] for fault in found] == ["1:4", "3:1", "4:5", "5:4"]


def test_a_message_shows_the_line_and_a_caret() -> None:
    with pytest.raises(InputError) as caught:
        read_located(b"work:\n  - @home\n", "ada.yaml")
    assert str(caught.value) == (
        'ada.yaml:2:5: a text that begins with @ must stand in quotes (write "@home")\n      - @home\n        ^'
    )


def test_an_alias_bomb_is_refused_without_being_unfolded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{k}: &{k} [{', '.join(['*' + j] * 9)}]\n" for j, k in pairwise("abcdefgh"))
    assert len(faults_of(bomb)) > 20


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("e\u0301", "é"),
        ("a\x07b\x7f", "ab"),
        ("\ud83d\ude00\ud800", "😀"),
        ("a\u202eb\u2066c", "abc"),
        ("o" + "\u0308" * 5000, None),
    ],
)
def test_texts_are_made_safe(dirty: str, clean: str | None) -> None:
    made = clean_text(dirty)
    assert made == clean if clean is not None else len(made) < 20


@pytest.mark.parametrize(
    ("key", "meant"),
    [("wrok", "work"), ("start_date", "startDate"), ("company", "name"), ("Work", "work"), ("qqqq", None)],
)
def test_the_nearest_key_is_a_slip_or_another_formats_name(key: str, meant: str | None) -> None:
    assert nearest_key(key, ["work", "startDate", "name", "url"]) == meant


def faults_or_value(data: bytes) -> object:
    try:
        return plain_value(read_located(data, "a.yaml").root)
    except InputError as error:
        return error.faults


@given(st.text(max_size=300) | st.text(alphabet="ab:-#'\"[]{}*&!|>%@`?,~ \n\t\r\u2028", max_size=80))
def test_any_text_is_read_or_refused_in_the_users_words(text: str) -> None:
    assert faults_or_value(text.encode("utf-8", "surrogatepass")) != ()


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_the_users_words(data: bytes) -> None:
    assert faults_or_value(data) != ()
