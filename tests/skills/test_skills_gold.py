"""The gate of skills: forty postings and profiles of ten fields, labelled twice. Floors rise and never fall."""

import pytest
from skill_scores import agreement, counted, documents, f1, labels_of

from tailor.skills import SkillFinder

# F1 as measured, less .02. The documents called -1 were read to grow the lexicon, those called -2 were not.
FIELDS = {
    "construction-and-trades": 0.70, "electronics-and-machines": 0.83, "finance-and-insurance": 0.82,
    "lab-and-pharma": 0.79, "legal-and-public-sector": 0.79, "logistics-and-hospitality": 0.81,
    "marketing-sales-and-design": 0.80, "nursing-and-clinical": 0.81, "software-and-data": 0.89,
    "teaching-and-research": 0.79,
}  # fmt: skip
UNREAD = 0.70
F1, PRECISION, TECHNOLOGIES = 0.81, 0.92, 0.95


def test_the_documents_are_there_and_the_readers_agree() -> None:
    assert len(documents()) == 40
    assert sum(len(labels_of(path)) for path in documents()) > 2_200
    assert agreement() >= 0.94


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_reaches_its_floor(finder: SkillFinder, field: str) -> None:
    paths = [path for path in documents() if path.name.startswith(field)]
    assert len(paths) == 4
    assert f1(counted(paths, finder)) >= FIELDS[field]


def test_what_is_found_is_right(finder: SkillFinder) -> None:
    counts = counted(documents(), finder)
    assert f1(counts) >= F1
    assert counts["right"] >= PRECISION * counts["found"]
    assert counts["right technologies"] >= TECHNOLOGIES * counts["technologies"]


def test_documents_that_nobody_has_read_for_the_lexicon_keep_their_floor(finder: SkillFinder) -> None:
    paths = [path for path in documents() if path.stem.endswith("-2")]
    assert len(paths) == 20
    assert f1(counted(paths, finder)) >= UNREAD


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_what_the_readers_quote_stands_in_the_text(path) -> None:
    text = path.read_text(encoding="utf-8").replace("''", "'")
    missing = [label.said for label in labels_of(path) if label.said not in text]
    assert missing == []
