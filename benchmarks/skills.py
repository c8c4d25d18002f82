#!/usr/bin/env python3
"""How fast skills are found. One process, one core.

    benchmarks/skills.py [--rounds 5]

Prints seconds until the lexicon is ready from its cache (spaCy imported before), the memory of a process that has
just read it, and postings per second: line by line with the rules alone, with the trained part, and as
postings are read (the lines of their lists, with their roles). The postings are those of benchmarks/parsing.py.
Processor time, the best of several rounds; what was remembered of lines is forgotten before each.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy  # noqa: F401 - its import is no part of what is measured
from parsing import own_texts

from tailor.pages import read_pages
from tailor.posting import read_posting
from tailor.skills import SkillFinder, load_finder


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    texts = list(own_texts())
    items = [lines_of(text) for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        load_finder(cache=cache, trained=False)
        ready = min(timed(lambda: load_finder(cache=cache, trained=False)) for _ in range(rounds))
        print(f"lexicon ready from the cache   {ready:8.3f} s")
        print(f"memory                         {memory(cache):8.0f} MB")
        rules, trained = load_finder(cache=cache, trained=False), load_finder(cache=cache)
    show("line by line, rules alone", len(texts), rounds, lambda: by_lines(rules, texts))
    show("line by line, trained part", len(texts), rounds, lambda: by_lines(trained, texts))
    show("the lists of postings", len(texts), rounds, lambda: by_items(rules, items))


def memory(cache: Path) -> float:
    """Megabytes at the most of a fresh process that has read the lexicon from its cache and one line (Linux)."""
    work = "load_finder(cache=Path(sys.argv[1])).find('Python')"
    told = "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    code = f"import sys; from pathlib import Path; from tailor.skills import load_finder; {work}; {told}"
    done = subprocess.run([sys.executable, "-c", code, str(cache)], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1000


def lines_of(text: str) -> list[tuple[str, str]]:
    """The items of a posting with the roles of their lines."""
    (page, *_) = read_pages(text.encode(), "posting.txt")
    roles = {"responsibility": "duty"}
    return [(item.span.text, roles.get(item.need, "requirement")) for item in read_posting(page).items]


def by_lines(finder: SkillFinder, texts: list[str]) -> None:
    """Every line of every text."""
    for text in texts:
        list(finder.find_lines(text.split("\n")))


def by_items(finder: SkillFinder, items: list[list[tuple[str, str]]]) -> None:
    """Every item of every posting."""
    for lines in items:
        for text, role in lines:
            finder.find(text, role)  # type: ignore[arg-type] # the two roles above
    finder.forget()


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def show(name: str, postings: int, rounds: int, work: Callable[[], None]) -> None:
    """The best of several rounds, one round to warm up before."""
    work()
    print(f"{name:30} {postings / min(timed(work) for _ in range(rounds)):8.0f} postings/s")


if __name__ == "__main__":
    main()
