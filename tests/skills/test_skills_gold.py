"""The gate of skills: forty postings and profiles of ten fields, labelled twice. Floors rise and never fall."""

import pytest
from skill_scores import agreement, counted, documents, f1, labels_of

from tailor.skills import SkillFinder

FIELDS = {
    "construction-and-trades": 0.0, "electronics-and-machines": 0.0, "finance-and-insurance": 0.0,
    "lab-and-pharma": 0.0, "legal-and-public-sector": 0.0, "logistics-and-hospitality": 0.0,
    "marketing-sales-and-design": 0.0, "nursing-and-clinical": 0.0, "software-and-data": 0.0,
    "teaching-and-research": 0.0,
}  # fmt: skip
F1, PRECISION, TECHNOLOGIES = 0.0, 0.0, 0.0


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


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_what_the_readers_quote_stands_in_the_text(path) -> None:
    text = path.read_text(encoding="utf-8").replace("''", "'")
    missing = [label.said for label in labels_of(path) if label.said not in text]
    assert missing == []
