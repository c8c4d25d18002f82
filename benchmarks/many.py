#!/usr/bin/env python3
"""How fast `tailor gaps` goes through thousands of postings, and how much memory that takes.

    benchmarks/many.py [--sizes 1000 10000] [--jobs 1] [--seed 8] [--profile profiles/imani.yaml] [--shared]
    benchmarks/many.py --write jobs.jsonl --sizes 10000

Makes postings from those of tests/corpus and postings/: lines of the same need are drawn from all of them and
shuffled, titles and employers are mixed. No two postings have a line in common, for each line ends with a word of
its own; with `--shared` they have, as postings of one employer do. Each size runs in a process of its own, whose
postings per second (by the clock, and by the processor, all processes together) and peak memory are printed.
`--write` writes the postings to a file and measures nothing.
"""

import argparse
import datetime as dt
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tailor.errors import InputError
from tailor.model.gaps import PostingGaps
from tailor.pages import read_pages
from tailor.posting import read_posting
from tailor.profile import read_profile
from tailor.survey import Survey, Task, survey
from tailor.tailoring import Tools, Wish
from tailor.workspace.rows import rows_of

_ROOT = Path(__file__).parent.parent
_NEEDS = {"responsibility": "What you will do", "required": "Requirements", "preferred": "Nice to have"}
_LINES = {"responsibility": (3, 8), "required": (3, 9), "preferred": (0, 4)}
_NAMES = ("Northlight", "Cobalt", "Fernway", "Harrow", "Juniper", "Kestrel", "Larch", "Mistral", "Osprey", "Quill")
_KINDS = ("Systems", "Health", "Freight", "Savings", "Schools", "Foods", "Energy", "Labs", "Partners", "Council")
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "za")
_EVERY = 1000
"""Postings between two lines of progress, which show whether memory grows."""

_TODAY = dt.date(2026, 3, 9)


def main() -> None:
    """Write postings, measure one size, or measure every size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--profile", type=Path, default=_ROOT / "profiles" / "imani.yaml")
    parser.add_argument("--shared", action="store_true", help="postings have lines in common")
    parser.add_argument("--write", type=Path, help="write the postings of the first size here")
    parser.add_argument("--rows", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.rows:
        measure(args.rows, args.profile, args.jobs)
    elif args.write:
        write(args.write, args.sizes[0], args.seed, shared=args.shared)
    else:
        for size in args.sizes:
            run(size, args)


def run(size: int, args: argparse.Namespace) -> None:
    """Measure one size in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "postings.jsonl"
        write(rows, size, args.seed, shared=args.shared)
        words = ["--rows", str(rows), "--profile", str(args.profile), "--jobs", str(args.jobs)]
        subprocess.run([sys.executable, __file__, *words], check=True)


def measure(rows: Path, profile: Path, jobs: int) -> None:
    """Print how fast the postings of a file are judged, and the peak of memory."""
    person = read_profile(profile.read_bytes(), profile.name)
    how = Survey(
        profiles={None: person}, tools=Tools(), wish=Wish(today=_TODAY), measured=False, most=12, jobs=jobs
    )
    begun, used, count = time.perf_counter(), processor(), 0

    def told(gaps: PostingGaps, counts: bool) -> None:  # noqa: ARG001, FBT001 - the shape of a Told
        nonlocal count
        count += 1
        if count % _EVERY == 0:
            print(f"{count:6d}: {processor() - used:5.0f} s of processor, peak {peak():.0f} MB", flush=True)

    report, failures = survey((Task(name=name, row=row) for name, row in rows_of(rows)), how, told=told)
    took, used = time.perf_counter() - begun, processor() - used
    count = report.portfolio.postings
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{count:6d} postings ({report.portfolio.twins} twins, {failures} failures), {jobs} processes: "
        f"{count / took:5.1f} per second, {count / used:5.1f} per second of processor, "
        f"peak {peak():.0f} MB" + (f", {child:.0f} MB in the largest other process" if jobs > 1 else ""),
        flush=True,
    )


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor() -> float:
    """Seconds of processor time of this process and those that it has ended."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def write(path: Path, size: int, seed: int, *, shared: bool) -> None:
    """So many made postings into a JSON-lines file."""
    with path.open("w", encoding="utf-8") as out:
        for posting in made(size, seed, shared=shared):
            out.write(json.dumps(posting, ensure_ascii=False) + "\n")


def made(size: int, seed: int, *, shared: bool) -> Iterator[dict[str, str]]:
    """Postings mixed from our own: the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    titles, lines = own()
    for number in range(size):
        parts = []
        for need, heading in _NEEDS.items():
            fewest, most = _LINES[need]
            drawn = chance.sample(lines[need], chance.randint(fewest, most))
            if drawn:
                said = (line if shared else f"{line.rstrip('.;')} at {word(chance)}" for line in drawn)
                parts.append(f"{heading}\n\n" + "\n".join(f"- {line}" for line in said))
        company = f"{chance.choice(_NAMES)} {chance.choice(_KINDS)}"
        intro = f"{company} is hiring. We are team {number} and work at {word(chance)}."
        yield {
            "title": chance.choice(titles),
            "company": company,
            "description": "\n\n".join([intro, *parts]),
        }


def own() -> tuple[list[str], dict[str, list[str]]]:
    """The titles of our own postings, and their lines by need."""
    titles: list[str] = []
    lines: dict[str, list[str]] = {need: [] for need in _NEEDS}
    folders = [_ROOT / "tests" / "corpus" / "plain", _ROOT / "tests" / "corpus" / "hard", _ROOT / "postings"]
    for file in sorted(file for folder in folders for file in folder.iterdir() if file.suffix != ".yaml"):
        try:
            page = read_pages(file.read_bytes(), file.name)[0]
        except InputError:
            continue
        reading = read_posting(page)
        if reading.facts.language == "en" and reading.facts.title:
            titles.append(reading.facts.title)
            for item in reading.items:
                lines[item.need].append(" ".join(item.span.text.split()))
    return titles, {need: sorted(set(found)) for need, found in lines.items()}


def word(chance: random.Random) -> str:
    """A made-up word."""
    return "".join(chance.choice(_SYLLABLES) for _ in range(4)).capitalize()


if __name__ == "__main__":
    main()
