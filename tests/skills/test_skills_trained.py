"""The trained part: its file, the sums and tags it reads a line with, and what is joined to the rules."""

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.resources import language_folder
from tailor.skills import UNLISTED, SkillFinder, load_finder
from tailor.skills.joining import joined
from tailor.skills.trained import NOTHING_ABOVE, TrainedPart, Weights, above_next, read_weights
from tailor.skills.trained.features import (
    gate_step,
    line_names,
    line_units,
    mark_units,
    marked,
    pair_units,
    word_units,
)
from tailor.skills.trained.files import FILE, weights_from, write_weights
from tailor.skills.trained.model import TAGS, best_tags, spans_of

MOST_BYTES = 5_000_000
NO_STEPS = ((0.0,) * len(TAGS),) * len(TAGS)
ROWS = st.lists(st.lists(st.integers(-9, 9).map(float), min_size=5, max_size=5), min_size=1, max_size=4)
STEPS = st.lists(st.lists(st.integers(-9, 9).map(float), min_size=5, max_size=5), min_size=5, max_size=5)


def weights(units: dict[str, list[float]], bias: float = 9.0) -> Weights:
    rows = {unit: row for row, unit in enumerate(units)}
    table = np.array(list(units.values()) or [[0.0] * 5], np.float32)
    return Weights(rows=rows, weights=table, steps=NO_STEPS, gate={}, bias=bias)


@given(ROWS, STEPS)
def test_the_best_tags_are_those_of_trying_all(scores: list[list[float]], steps: list[list[float]]) -> None:
    def total(path: tuple[int, ...]) -> float:
        walked = sum(steps[one][two] for one, two in pairwise(path))
        return walked + sum(scores[place][tag] for place, tag in enumerate(path))

    best = max(map(total, product(range(len(TAGS)), repeat=len(scores))))
    assert total(tuple(best_tags(scores, steps))) == best


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("OUO", [(1, 2)]),
        ("BIL", [(0, 3)]),
        ("BLU", [(0, 2), (2, 3)]),
        ("BB", [(0, 1), (1, 2)]),
        ("OII", [(1, 3)]),
        ("LO", [(0, 1)]),
        ("BO", [(0, 1)]),
        ("", []),
    ],
)
def test_tags_mark_stretches(tags: str, spans: list[tuple[int, int]]) -> None:
    assert spans_of([TAGS.index(tag) for tag in tags]) == spans


def test_a_file_comes_back_the_same_and_the_same_weights_are_the_same_bytes(tmp_path: Path) -> None:
    kept = Weights(
        rows={"0:w=a": 0, "l:ü": 1}, weights=np.arange(10, dtype=np.float32).reshape(2, 5), steps=NO_STEPS,
        gate={"w=a": 0.5}, bias=-1.0,
    )  # fmt: skip
    write_weights(tmp_path / "one.npz", kept)
    write_weights(tmp_path / "two.npz", kept)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    again = weights_from(tmp_path / "one.npz")
    assert (again.rows, again.steps, again.gate, again.bias) == (kept.rows, kept.steps, kept.gate, kept.bias)
    assert again.weights.tolist() == kept.weights.tolist()


def test_the_model_that_travels_with_the_product_is_small_and_whole() -> None:
    path = language_folder("en") / FILE
    assert 0 < path.stat().st_size <= MOST_BYTES
    model = read_weights("en")
    assert model is not None
    assert model.weights.shape == (len(model.rows), len(TAGS))
    assert read_weights("de") is None


@pytest.mark.parametrize("text", ["Python", "Knowledge of SQL (any), e.g. MySQL", "We like C++ and Go; no Java!"])
def test_a_words_score_is_the_sum_of_all_that_is_seen_from_it(finder: SkillFinder, text: str) -> None:
    model = read_weights("en")
    assert model is not None
    part = TrainedPart(model, finder.lexicon)
    judge, counted = finder.judged(finder.line(text), "line")
    step, size = gate_step(0.7), len(judge.line.words)
    texts = ["<>", "<>", *(token.text for token in judge.line.tokens), "<>", "<>"]
    words = ["<>", "<>", *judge.line.words, "<>", "<>"]
    said = [
        {at - 2: word_units(one, two, part.table) for at, (one, two) in enumerate(zip(texts, words, strict=True))},
        {at - 2: pair_units(one, two) for at, (one, two) in enumerate(pairwise(texts))},
        {at: mark_units(mark, step) for at, mark in enumerate(marked(judge, counted))},
    ]
    scores = part.scores(judge, counted, 0.7)
    for place in range(size):
        units = [unit for by in said for at, told in by.items() for shift, unit in told if at == place + shift]
        units += line_units(line_names(judge, counted), step)
        known = [model.weights[model.rows[unit]] for unit in units if unit in model.rows]
        assert scores[place].tolist() == pytest.approx(np.sum(known, axis=0).tolist(), abs=1e-4)


def test_a_closed_line_is_not_asked(finder: SkillFinder) -> None:
    judge, counted = finder.judged(finder.line("Python"), "line")
    part = TrainedPart(weights({"l:": [0, 0, 0, 0, 9]}, bias=-9.0), finder.lexicon)
    chance = part.chance(judge, counted, NOTHING_ABOVE)
    assert chance < 0.001
    assert part.spans(judge, counted, chance) == []
    assert part.spans(judge, counted, 0.9) == [(0, 1)]


@pytest.mark.parametrize(
    ("text", "spans", "read"),
    [
        ("sound cloud adoption habits", [(1, 3)], ["cloud adoption"]),
        ("the (odd stuff) here", [(1, 5)], ["odd stuff"]),
        ("uses odd (ODD) stuff", [(1, 5)], ["odd (ODD)"]),
        ("Docker and odd stuff", [(2, 4)], ["Docker", "odd stuff"]),
        ("Vue/Angular front", [(0, 3)], ["Vue", "Angular"]),
        ("Scrum", [(0, 1)], ["Scrum"]),
        (". here", [(0, 1)], []),
    ],
)
def test_stretches_and_names_are_joined(
    finder: SkillFinder, text: str, spans: list[tuple[int, int]], read: list[str]
) -> None:
    judge, counted = finder.judged(finder.line(text), "line")
    tokens = judge.line.tokens
    found = joined(judge, counted, spans)
    assert [text[tokens[one.start].start : tokens[one.end - 1].end] for one in found] == read


def test_a_short_line_without_a_stop_or_a_skill_is_what_stands_above(finder: SkillFinder) -> None:
    bring, tasks = ("what", "you", "bring"), ("your", "tasks")
    cases = {
        "What you bring": bring, "python": bring, "Python": bring, "We like dogs.": bring, "": bring,
        "Your tasks:": tasks,
    }  # fmt: skip
    above = NOTHING_ABOVE
    for text, heading in cases.items():
        above = above_next(*finder.judged(finder.line(text), "line"), above)
        assert above.heading == heading


def test_only_lines_below_a_heading_are_read_by_the_trained_part() -> None:
    rules, both = load_finder(trained=False), load_finder()
    lines = ["Strong expertise in mobile wallet settlement.", "Docker/Podman or similar.", ""]
    assert list(both.find_lines(lines)) == list(rules.find_lines(lines))
    headed = ["Requirements", *lines]
    assert list(both.find_lines(headed)) != list(rules.find_lines(headed))
    new = [one for found in both.find_lines(headed) for one in found if one.skill.kind == UNLISTED]
    assert new
    assert all(one.text == one.skill.name for one in new)
