#!/usr/bin/env python3
"""Rankers side by side on graded cases, by default those of tests/ranking.

    benchmarks/ranking.py FOLDER… [--as-of 2026-01-15]

Each FOLDER holds cases: a folder each with posting.*, profile.yaml and labels.json (`labels`: grade 0 to 3 and the
requirements evidenced, by "w0.3", "e0.0", "p1.2" for work, education and projects). Prints nDCG@10 (gain
2^grade - 1) of the file's order, of TF-IDF over whole documents (scikit-learn's defaults, then with its stop
words), of BM25, and of tailor, through its own reading of the posting. A profile that is written in the order of
relevance flatters the file's order.
"""

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tailor.match import rank
from tailor.model.posting import Posting
from tailor.model.profile import Profile
from tailor.pages import read_pages
from tailor.posting import read_posting
from tailor.profile import read_profile
from tailor.requirements import build_posting
from tailor.skills import load_finder

_OWN = Path(__file__).parent.parent / "tests" / "ranking"
_SECTIONS = {"work": "w", "education": "e", "projects": "p"}


def main() -> None:
    """Print one line per case and the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[_OWN])
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 1, 15))
    args = parser.parse_args()
    cases = sorted(path.parent for folder in args.folders for path in folder.glob("*/labels.json"))
    if not cases:
        raise SystemExit(f"no case found in {', '.join(map(str, args.folders))}")
    find = load_finder().find
    rows = [measured(case, find, today=args.as_of) for case in cases]
    print(f"{'case':12}", *(f"{name:>16}" for name in rows[0]))
    for case, row in zip(cases, rows, strict=True):
        print(f"{case.name:12}", *(f"{value:16.3f}" for value in row.values()))
    print(f"{'mean':12}", *(f"{sum(row[name] for row in rows) / len(rows):16.3f}" for name in rows[0]))


def measured(case: Path, find: Any, *, today: date) -> dict[str, float]:  # noqa: ANN401 - the finder's own signature
    """A case's folder into nDCG@10 of each ranker."""
    labels = json.loads((case / "labels.json").read_text(encoding="utf-8"))["labels"]
    grades = {name: int(label["grade"]) for name, label in labels.items()}
    posting, profile = read_case(case, find)
    found = rank(posting, profile, find, today=today)
    orders = {
        "file order": [bullet.path for bullet in profile.bullets],
        "TF-IDF": by_documents(posting, profile, None),
        "TF-IDF, stopped": by_documents(posting, profile, "english"),
        "BM25": by_bm25(posting, profile),
        "tailor": [one.bullet.path for one in found.bullets],
    }
    return {name: ndcg([label_of(path) for path in order], grades) for name, order in orders.items()}


def read_case(case: Path, find: Any) -> tuple[Posting, Profile]:  # noqa: ANN401 - as above
    """A case's folder into its posting, as tailor reads it, and its profile."""
    file = next(path for path in sorted(case.iterdir()) if path.stem == "posting")
    page = read_pages(file.read_bytes(), file.name)[0]
    profile = read_profile((case / "profile.yaml").read_bytes(), "profile.yaml")
    return build_posting(page, read_posting(page), find), profile


def by_documents(posting: Posting, profile: Profile, stop_words: str | None) -> list[str]:
    """Paths of bullets by the cosine of their TF-IDF with the whole posting's: what many tools do."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - a baseline's own library

    bullets = profile.bullets
    matrix = TfidfVectorizer(stop_words=stop_words).fit_transform([posting.text, *(one.text for one in bullets)])
    scores = (matrix[1:] @ matrix[0].T).toarray().ravel()
    return [bullets[at].path for at in sorted(range(len(bullets)), key=lambda at: -scores[at])]


def by_bm25(posting: Posting, profile: Profile, k1: float = 1.5, b: float = 0.75) -> list[str]:
    """Paths of bullets by Okapi BM25 (Robertson and Zaragoza 2009), the posting's words as the query."""
    bullets = profile.bullets
    documents = [Counter(re.findall(r"[^\W_]+", one.text.casefold())) for one in bullets]
    asked = set(re.findall(r"[^\W_]+", posting.text.casefold()))
    usual = sum(doc.total() for doc in documents) / max(1, len(documents))
    held = Counter(word for doc in documents for word in doc)

    def score(doc: Counter[str]) -> float:
        long = k1 * (1 - b + b * doc.total() / usual)
        return sum(
            math.log(1 + (len(documents) - held[word] + 0.5) / (held[word] + 0.5))
            * doc[word] * (k1 + 1) / (doc[word] + long)
            for word in sorted(asked & set(doc))
        )  # fmt: skip

    found = [score(doc) for doc in documents]
    return [bullets[at].path for at in sorted(range(len(bullets)), key=lambda at: -found[at])]


def label_of(path: str) -> str:
    """A path as the labels write it: "work[0].highlights[3]" is "w0.3"."""
    found = re.fullmatch(r"(\w+)\[(\d+)\]\.highlights\[(\d+)\]", path)
    return f"{_SECTIONS.get(found[1], found[1])}{found[2]}.{found[3]}" if found else path


def ndcg(order: Sequence[str], grades: Mapping[str, int], *, first: int = 10) -> float:
    """Normalized discounted cumulative gain of the first places; bullets without a grade are passed over."""

    def gain(names: Sequence[str]) -> float:
        return sum((2 ** grades[name] - 1) / math.log2(at + 2) for at, name in enumerate(names[:first]))

    best = gain(sorted(grades, key=lambda name: -grades[name]))
    return gain([name for name in order if name in grades]) / best if best else 1.0


if __name__ == "__main__":
    main()
