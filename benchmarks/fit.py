#!/usr/bin/env python3
"""How well added heights tell how a page comes out, and what choosing lines costs.

    benchmarks/fit.py [--selections 1000] [--theme classic …] [--seed 1]

For each theme, random selections of lines, entries and lists of the sample profiles are laid out for real: printed
are the share of them for which the heights of their elements, measured once and added up, give the right number of
pages, and the largest error of the last page's fill. Then the time of choosing lines for random problems, by the
product's own way and exactly (SciPy's milp), with the least and the mean share of the exact value that is reached.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from datetime import date
from math import ceil
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from exact import exact_value

from tailor import render
from tailor.model.plan import Fit, Heights
from tailor.pages import read_pages
from tailor.plan.build import Choice, build, everything
from tailor.plan.choose import Problem, choose, value
from tailor.plan.estimate import total
from tailor.plan.kinds import read_kind
from tailor.plan.lines import Line
from tailor.plan.material import Material, gather
from tailor.plan.wish import PlanWish
from tailor.posting import read_posting
from tailor.profile import read_profile
from tailor.tailoring import Subject, Tools, Wish, rank_posting, style_for

_ROOT = Path(__file__).parent.parent
_SAMPLES = (
    ("tomasz.yaml", "orchard-freight-ml-manager.txt"),
    ("imani.yaml", "cedar-valley-icu-nurse.txt"),
)
_FIT = Fit(pages=0, limit=None, measured=False, last_fill=0.0)


def main() -> None:
    """Print the figures of fit, then those of choosing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--selections", type=int, default=1000)
    parser.add_argument("--theme", nargs="+", default=["classic"])
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    tools = Tools()
    for theme in args.theme:
        right, worst, count, seconds = fit_of(theme, args.selections, args.seed, tools)
        print(f"{theme}: pages right in {right} of {count}, last page's fill off by at most {worst:.3f}, "
              f"{1000 * seconds / count:.0f} ms a layout")  # fmt: skip
    for size, asks in ((30, 20), (40, 20), (200, 60)):
        print(solving(size, asks, args.seed))


def fit_of(name: str, count: int, seed: int, tools: Tools) -> tuple[int, float, int, float]:
    """A theme into how often the added heights give the right pages, and the largest error of the fill."""
    theme = render.read_theme(name)
    press = tools.press(theme)
    right, worst, seconds = 0, 0.0, 0.0
    share = count // len(_SAMPLES)
    for profile, posting in _SAMPLES:
        material, subject = _material(profile, posting, tools)
        style = style_for(subject, Wish(today=date(2026, 1, 15), theme=name))
        whole = build(material, everything(material), fit=_FIT)
        heights: Heights = press.heights(render.resume(whole, theme, style, "html"))
        for choice in _selections(material, share, seed):
            plan = build(material, choice, fit=_FIT)
            filled = total(plan, heights) / heights.page
            started = time.perf_counter()
            layout = press.layout(render.resume(plan, theme, style, "html"))
            seconds += time.perf_counter() - started
            right += ceil(filled) == layout.pages
            if ceil(filled) == layout.pages == 1:
                worst = max(worst, abs(filled - layout.last_fill))
    return right, worst, share * len(_SAMPLES), seconds


def _material(profile: str, posting: str, tools: Tools) -> tuple[Material, Subject]:
    file = _ROOT / "postings" / posting
    page = read_pages(file.read_bytes(), file.name)[0]
    person = read_profile((_ROOT / "profiles" / profile).read_bytes(), profile)
    subject = Subject.of(page, read_posting(page), None, person)
    wish = Wish(today=date(2026, 1, 15))
    read, ranking = rank_posting(subject, tools, wish=wish)
    planned = PlanWish(
        record=None, kind=read_kind("general"), pages="auto", today=wish.today, find=tools.finder(person).find
    )
    return gather(read, person, ranking, planned), subject


def _selections(material: Material, count: int, seed: int) -> Iterator[Choice]:
    """Random choices: from a few lines to nearly all, entries with the lines they need, some of the lists."""
    draw = random.Random(seed)  # noqa: S311 - a repeatable sweep, no secret
    for _ in range(count):
        share = draw.uniform(0.1, 1.0)
        lines = frozenset(line.path for line in material.lines if draw.random() < share)
        held = {line.entry.path for line in material.lines if line.path in lines}
        bare = {entry.path for entry in material.entries if draw.random() < 0.5}  # noqa: PLR2004 - a coin
        listed = frozenset(item.path for item in material.listed if draw.random() < share)
        yield Choice(lines=lines, entries=frozenset(held | bare), listed=listed)


def solving(size: int, asks: int, seed: int, runs: int = 20) -> str:
    """Random problems of a size into a line of times and of the share of the exact value."""
    draw = random.Random(seed)  # noqa: S311 - as above
    own, exact, shares = [], [], []
    for _ in range(runs):
        problem = _problem(size, asks, draw)
        started = time.perf_counter()
        chosen = choose(problem)
        own.append(time.perf_counter() - started)
        started = time.perf_counter()
        best = exact_value(problem)
        exact.append(time.perf_counter() - started)
        shares.append(value(problem, chosen) / best)
    middle = runs // 2
    return (
        f"{size} lines x {asks} requirements: {1000 * sorted(own)[middle]:.0f} ms (worst {1000 * max(own):.0f}), "
        f"exact {1000 * sorted(exact)[middle]:.0f} ms (worst {1000 * max(exact):.0f}); "
        f"{min(shares):.4f} of the exact value at least, {sum(shares) / runs:.4f} on average"
    )


def _problem(size: int, asks: int, draw: random.Random) -> Problem:
    from tailor.model.plan import PlannedLine  # noqa: PLC0415 - beside its one use
    from tailor.model.profile import Bullet, Entry  # noqa: PLC0415 - as above

    entries = [Entry(path=f"work[{at}]", section="work", name=f"Firm {at}") for at in range(max(2, size // 8))]
    lines = []
    for at in range(size):
        entry = draw.choice(entries)
        path = f"{entry.path}.highlights[{at}]"
        proofs = {f"r{draw.randrange(asks)}": draw.uniform(0.4, 1.0) for _ in range(draw.randrange(4))}
        lines.append(
            Line(
                bullet=Bullet(path=path, id=path, text=path),
                entry=entry,
                planned=PlannedLine(path=path, text=path),
                score=draw.uniform(0.1, 1.2),
                own=0.5,
                proofs=tuple(sorted(proofs.items())),
                pinned=False,
                place=at,
            )
        )
    heights = {line.path: 15.0 * draw.choice((1, 1, 2, 2, 3)) for line in lines}
    return Problem(lines=tuple(lines), heights=heights, room=0.4 * sum(heights.values()))


if __name__ == "__main__":
    main()
