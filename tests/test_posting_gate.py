"""The gate.

Short postings of many shapes and trades, labelled by hand, and the least that must be read from them.
"""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from tailor.model.posting import Reading
from tailor.pages import read_pages
from tailor.posting import read_posting

FOLDER = Path(__file__).parent / "postings"
LABELS = yaml.safe_load((FOLDER / "labels.yaml").read_text(encoding="utf-8"))
NEEDS = ("required", "preferred", "responsibility")
FLOORS = {"required": 0.97, "preferred": 0.96, "responsibility": 0.96}
STATED = (
    "title",
    "company",
    "locations",
    "remote",
    "employment_type",
    "min_years",
    "education",
    "date_posted",
    "valid_through",
    "url",
)


def read(name: str) -> Reading:
    (page,) = read_pages((FOLDER / name).read_bytes(), name)
    return read_posting(page)


def f1(need: str) -> float:
    counts: Counter[str] = Counter()
    for name, label in LABELS.items():
        found = [item.span.text for item in read(name).items if item.need == need]
        hits = sum(any(text.startswith(start) for text in found) for start in label[need])
        counts.update(hits=hits, found=len(found), gold=len(label[need]))
    return 2 * counts["hits"] / (counts["found"] + counts["gold"])


def test_every_posting_of_the_folder_is_labelled() -> None:
    assert len(LABELS) >= 30
    assert {path.name for path in FOLDER.iterdir()} == {*LABELS, "labels.yaml"}


@pytest.mark.parametrize("need", NEEDS)
def test_the_lists_reach_their_floor(need: str) -> None:
    assert f1(need) >= FLOORS[need]


@pytest.mark.parametrize("name", LABELS)
def test_no_line_that_asks_for_nothing_becomes_an_item(name: str) -> None:
    items = [item.span.text for item in read(name).items]
    assert [text for text in items if text.startswith(tuple(LABELS[name]["not"]))] == []


@pytest.mark.parametrize("name", LABELS)
def test_facts_are_right_where_stated_and_never_invented(name: str) -> None:
    facts, label = read(name).facts, LABELS[name]["facts"]
    unstated = {"locations": [], "remote": "unstated"}
    got = {fact: getattr(facts, fact) for fact in STATED}
    got["locations"] = list(got["locations"])
    expected = {fact: label.get(fact, unstated.get(fact)) for fact in STATED}
    if name == "run-in.txt":
        del got["title"], expected["title"]  # the first line is a sentence that holds it
    wrong = {fact for fact in got if got[fact] != expected[fact]}
    assert wrong == set(LABELS[name].get("pending", ())) - {"salary"}
    assert facts.language == label.get("language", "en")


@pytest.mark.parametrize("name", LABELS)
def test_pay_is_read_as_stated(name: str) -> None:
    salary, label = read(name).facts.salary, LABELS[name]["facts"].get("salary")
    got = [salary.minimum, salary.maximum, salary.currency, salary.period] if salary else None
    assert (got != label) == ("salary" in LABELS[name].get("pending", ()))
