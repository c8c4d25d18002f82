#!/usr/bin/env python3
"""What a reader sees on the page that is printed, on graded cases, against a page in the file's order.

    benchmarks/selection.py [FOLDER…] [--as-of 2026-01-15] [--pages auto] [--texts DIR]

Each FOLDER holds cases as benchmarks/ranking.py takes them (by default tests/ranking). For each case it prints how
many lines stand on the page, the share of them graded 2 or 3, the mean grade of the first six that a reader meets,
and the share of required items with evidence in the profile that have evidence on the page; then the same of the
page that a person makes who fills it with their newest jobs' lines as they stand. `--texts` writes both pages, as
text and PDF, for readers.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from ranking import label_of

from tailor import render
from tailor.model.document import Style
from tailor.model.plan import WORK_SECTIONS, Plan
from tailor.pages import read_pages
from tailor.plan.order import newest_first
from tailor.posting import read_posting
from tailor.profile import read_profile
from tailor.tailoring import Subject, Tools, Wish, plan_page, rank_posting

_OWN = Path(__file__).parent.parent / "tests" / "ranking"
_FIRST = 6
_GOOD = 2


def main() -> None:
    """Print one line per case and the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[_OWN])
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 1, 15))
    parser.add_argument("--pages", default="auto")
    parser.add_argument("--texts", type=Path)
    args = parser.parse_args()
    cases = sorted(path.parent for folder in args.folders for path in folder.glob("*/labels.json"))
    if not cases:
        raise SystemExit(f"no case found in {', '.join(map(str, args.folders))}")
    tools, wish = Tools(), Wish(today=args.as_of, pages=args.pages)
    print(f"{'case':14} lines  good  first  required | in file order: lines  good  first  required")
    rows = []
    for case in cases:
        labels = json.loads((case / "labels.json").read_text(encoding="utf-8"))
        pages, style = pages_of(case, tools, wish)
        rows.append([measured(page, labels) for page in pages])
        print(f"{case.name:14}", " | ".join(" ".join(f"{value:6.2f}" for value in row) for row in rows[-1]))
        if args.texts:
            _write_texts(args.texts / case.name, pages, style, tools, wish)
    means = [[sum(row[side][at] for row in rows) / len(rows) for at in range(4)] for side in (0, 1)]
    print(f"{'mean':14}", " | ".join(" ".join(f"{value:6.2f}" for value in row) for row in means))


def pages_of(case: Path, tools: Tools, wish: Wish) -> tuple[tuple[Plan, Plan], Style]:
    """A case's folder into the printed plan and one that fills a page in the file's order, and how both look."""
    file = next(path for path in sorted(case.iterdir()) if path.stem == "posting")
    page = read_pages(file.read_bytes(), file.name)[0]
    profile = read_profile((case / "profile.yaml").read_bytes(), "profile.yaml")
    subject = Subject.of(page, read_posting(page), None, profile)
    posting, ranking = rank_posting(subject, tools, wish=wish)
    plan, style = plan_page(subject, posting, ranking, tools, wish=wish)
    whole, _ = plan_page(subject, posting, ranking, tools, wish=replace(wish, pages="any"))
    theme = render.read_theme(style.theme)
    press = tools.press(theme)
    best, filed = _as_filed(whole, []), [one.path for one in _filed(whole)]
    for count in range(1, len(filed) + 1):
        longer = _as_filed(whole, filed[:count])
        if press.layout(render.resume(longer, theme, style, "html")).pages > max(1, plan.fit.pages):
            break
        best = longer
    return (plan, best), style


def measured(plan: Plan, labels: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """A page into its lines, the share of good ones, the first six's mean grade, and the required items shown."""
    order = [label_of(line.path) for planned in plan.entries for line in planned.lines]
    grades = {name: int(label["grade"]) for name, label in labels["labels"].items()}
    found = [grades[name] for name in order if name in grades]
    proving = {
        name: set(label["requirements"]) for name, label in labels["labels"].items() if label["grade"] >= _GOOD
    }
    required = {one["id"] for one in labels["requirements"] if one["kind"] == "required"}
    shown = set[str]().union(*proving.values()) & required
    on_page = set[str]().union(*(proving.get(name, set()) for name in order)) & required
    first = found[:_FIRST]
    return (
        len(found),
        sum(grade >= _GOOD for grade in found) / max(1, len(found)),
        sum(first) / max(1, len(first)),
        len(on_page) / max(1, len(shown)),
    )


def _filed(plan: Plan) -> Sequence[Any]:
    sections = ("work", "projects", "education", "volunteer")
    return [
        bullet for entry in newest_first(plan.profile, sections) for bullet in entry.bullets if not bullet.private
    ]


def _as_filed(plan: Plan, paths: Sequence[str]) -> Plan:
    """A plan of all titles with these lines only, as they stand in the file."""
    from tailor.model.plan import PlannedEntry, PlannedLine  # noqa: PLC0415 - beside the one use

    wanted = frozenset(paths)
    entries = tuple(
        PlannedEntry(
            entry=entry,
            section=entry.section,
            lines=tuple(PlannedLine(path=one.path, text=one.text) for one in entry.bullets if one.path in wanted),
        )
        for entry in newest_first(plan.profile, ("work", "education", "projects", "volunteer"))
    )
    named = ("work" if name in WORK_SECTIONS else name for name in plan.sections)
    return replace(plan, entries=entries, sections=tuple(dict.fromkeys((*named, "education", "projects"))))


def _write_texts(folder: Path, pages: Sequence[Plan], style: Style, tools: Tools, wish: Wish) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    theme = render.read_theme(style.theme)
    for name, plan in zip(("tailored", "filed"), pages, strict=True):
        (folder / f"{name}.txt").write_text(render.resume(plan, theme, style, "txt"), encoding="utf-8")
        (folder / f"{name}.pdf").write_bytes(
            tools.press(theme).write(render.resume(plan, theme, style, "html"), created=wish.today.isoformat())
        )


if __name__ == "__main__":
    main()
