"""The lexicon's data: complete, consistent, and without forms that two concepts fight over unnoticed."""

from collections import Counter
from itertools import chain
from typing import Any

import pytest

from tailor import resources
from tailor.skills import SkillFinder
from tailor.skills.building import cutter
from tailor.skills.cues import read_cues
from tailor.skills.entries import KINDS, Entry, parse_entries
from tailor.skills.lexicon import whole_words
from tailor.skills.tokens import blank_pipeline

FEWEST = 800


@pytest.fixture(scope="module")
def files() -> dict[str, tuple[Entry, ...]]:
    return {path.name: parse_entries(path.read_bytes(), path.name) for path in resources.lexicon_files("en")}


@pytest.fixture(scope="module")
def entries(files: dict[str, tuple[Entry, ...]]) -> list[Entry]:
    return list(chain.from_iterable(files.values()))


def test_there_are_skills_of_every_kind(entries: list[Entry]) -> None:
    assert len(entries) >= FEWEST
    assert {entry.kind for entry in entries} == set(KINDS)


def test_no_id_stands_twice(entries: list[Entry]) -> None:
    assert [id_ for id_, times in Counter(entry.id for entry in entries).items() if times > 1] == []


def test_every_link_leads_somewhere_else(entries: list[Entry]) -> None:
    known = {entry.id for entry in entries}
    links = [(entry.id, link) for entry in entries for link in (*entry.broader, *entry.implies)]
    assert links
    assert [pair for pair in links if pair[1] not in known or pair[0] == pair[1]] == []


def test_nothing_implies_itself_on_a_way_round(entries: list[Entry]) -> None:
    step = {entry.id: entry.implies for entry in entries}
    assert [id_ for id_ in step if id_ in _reached(id_, step)] == []


def test_every_label_finds_its_own_skill(finder: SkillFinder, entries: list[Entry]) -> None:
    assert [
        entry.label for entry in entries if (found := finder.named(entry.label)) is None or found.id != entry.id
    ] == []


def test_no_two_entries_write_the_same_form(entries: list[Entry]) -> None:
    cues = read_cues("en")
    cut = cutter(blank_pipeline("en", dotted_names=cues.dotted_names, whole=whole_words(entries)))
    meant: dict[str, set[str]] = {}
    for entry in entries:
        for written in (entry.label, *entry.aliases):
            meant.setdefault(" ".join(map(cues.spelling.word, cut(written))), set()).add(entry.id)
    assert {key: ids for key, ids in meant.items() if len(ids) > 1} == {}


def test_every_value_is_text_or_a_switch() -> None:
    """YAML reads an unquoted `no` as false."""
    values = [
        (entry["id"], item)
        for path in resources.lexicon_files("en")
        for entry in resources.language_data("en", f"lexicon/{path.name}") or ()
        for key, value in entry.items()
        if key != "versions"
        for item in (value if isinstance(value, list) else [value])
    ]
    assert values
    assert [pair for pair in values if not isinstance(pair[1], str)] == []


def test_every_cue_is_text() -> None:
    cues = resources.language_data("en", "skills.yaml")
    lists = {key: value for key, value in cues.items() if isinstance(value, list)}
    negation = {key: value for key, value in cues["negation"].items() if isinstance(value, list)}
    assert "no" in negation["before"]
    flat = [
        item for value in (*lists.values(), *negation.values()) for item in value if not isinstance(item, list)
    ]
    assert [item for item in flat if not isinstance(item, str)] == []


def _reached(start: str, step: dict[str, Any]) -> set[str]:
    reached: set[str] = set()
    waiting = list(step[start])
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += step.get(one, ())
    return reached
