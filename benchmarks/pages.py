#!/usr/bin/env python3
"""What a page costs in each theme: milliseconds of processor time and bytes, in a warm process.

    benchmarks/pages.py [--rounds 25] [--theme classic …]

A resume and a letter of a sample person are written as HTML and printed as PDF, the themes in turn; told are the
least, the lower quartile and the middle of all rounds. The least is what the work takes; the middle also holds
what else the machine did.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tailor import render
from tailor.pages import read_pages
from tailor.posting import read_posting
from tailor.profile import read_profile
from tailor.record import read_record
from tailor.tailoring import Subject, Tools, Wish, tailor_posting

_ROOT = Path(__file__).parent.parent
_PROFILE = _ROOT / "profiles" / "imani.yaml"
_POSTING = _ROOT / "postings" / "vantage-medical-center-ml-lead.md"
_DAY = date(2026, 1, 15)

Job = Callable[[], bytes]


def main() -> None:
    """Print a line for each theme."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--theme", nargs="+", default=list(render.theme_names()))
    args = parser.parse_args()
    tools = Tools()
    jobs = {(theme, kind): job for theme in args.theme for kind, job in _jobs(theme, tools).items()}
    sizes = {name: len(job()) for name, job in jobs.items()}
    spent: dict[tuple[str, str], list[float]] = {name: [] for name in jobs}
    for _ in range(args.rounds):
        for name, job in jobs.items():
            spent[name].append(_milliseconds(job))
    for name, found in spent.items():
        least, quarter, middle = (sorted(found)[at] for at in (0, len(found) // 4, len(found) // 2))
        theme, kind = name
        print(
            f"{theme:<9} {kind:<7} {least:4.0f} ms least, {quarter:4.0f} ms quartile, {middle:4.0f} ms middle, "
            f"{sizes[name] / 1024:5.1f} KiB"
        )


def _jobs(name: str, tools: Tools) -> dict[str, Job]:
    """A theme into what makes its two documents, from the plan to the bytes."""
    page = read_pages(_POSTING.read_bytes(), _POSTING.name)[0]
    profile = read_profile(_PROFILE.read_bytes(), _PROFILE.name)
    subject = Subject.of(page, read_posting(page), read_record(page), profile)
    made = tailor_posting(subject, tools, wish=Wish(today=_DAY, theme=name, pages="1"))
    theme = render.read_theme(name)
    press = tools.press(theme)

    def resume() -> bytes:
        return press.write(render.resume(made.plan, theme, made.style, "html"), created=_DAY.isoformat())

    def letter() -> bytes:
        html = render.letter(made.letter, made.plan, theme, made.style, "html")
        return press.write(html, created=_DAY.isoformat())

    return {"resume": resume, "letter": letter}


def _milliseconds(job: Job) -> float:
    started = time.process_time()
    job()
    return 1000 * (time.process_time() - started)


if __name__ == "__main__":
    main()
