#!/usr/bin/env python3
"""How fast postings are read, and how the time grows with their size. One process, one core.

    benchmarks/parsing.py [--rounds 5] [--most 9] [--seed 1]

Prints postings per second, parsing alone and with the finder of skills, on the text postings of tests/corpus and
tests/postings cut to about 600 words; seconds for saved pages of 500 kB, one that is mostly the site around the
posting and one that is mostly posting; and seconds for plain texts from 0.25 MB up to `--most`, whose lines are
drawn from the words of those postings and are all different. A step of 2.0 is linear growth while the requirements
per MB stay the same. Every figure is processor time, the best of several rounds, of one from 4 MB on. What the
program remembers of single lines is forgotten before each round; the word lists stay loaded.
"""

import argparse
import functools
import gc
import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from tailor.errors import InputError
from tailor.model.posting import Posting
from tailor.model.skills import Find
from tailor.pages import read_pages
from tailor.posting import read_posting
from tailor.requirements import build_posting
from tailor.skills import load_finder

_Result = TypeVar("_Result")
_TESTS = Path(__file__).parent.parent / "tests"
_ENDINGS = {".txt", ".md"}
_WORDS, _FEWEST_WORDS = 600, 450
_PAGE_SIZE, _MB = 500_000, 1_000_000
_SIZES = (0.25, 0.5, 1.0, 2.0, 4.0, 9.0)
_ONCE_FROM, _TOO_LARGE = 4.0, 10.5
_HEADINGS = (
    "About us", "About the role", "Your tasks", "Responsibilities", "Requirements", "What you bring",
    "Nice to have", "Benefits", "How to apply",
)  # fmt: skip
_PER_SECTION = 8


def main() -> None:
    """Print the figures, one section after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=float, default=_SIZES[-1], help="megabytes of the largest plain text")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    texts = list(own_texts())
    lines = Lines(texts, args.seed)
    print_rates(texts, args.rounds)
    print_pages(lines, args.rounds)
    print_growth(lines, args.most, args.rounds)


def parse(data: bytes, name: str, find: Find) -> Posting:
    """The bytes of a file into its posting, as the program reads it."""
    page = read_pages(data, name)[0]
    return build_posting(page, read_posting(page), find)


def no_skills(text: str, role: str) -> tuple[()]:  # noqa: ARG001 - the signature of a finder
    """A finder that finds nothing: what is left is parsing alone."""
    return ()


def own_texts() -> Iterator[str]:
    """The text postings of the tests that are long enough, cut behind the line with their 600th word."""
    files = [*_TESTS.glob("corpus/*/*"), *_TESTS.glob("postings/*")]
    for file in sorted(file for file in files if file.suffix in _ENDINGS):
        text = file.read_text(encoding="utf-8", errors="replace")
        if len(text.split()) >= _FEWEST_WORDS:
            yield cut(text)


def cut(text: str) -> str:
    """Whole lines of a text up to about 600 words."""
    kept, count = [], 0
    for line in text.split("\n"):
        if count >= _WORDS:
            break
        kept.append(line)
        count += len(line.split())
    return "\n".join(kept)


def best(work: Callable[[], _Result], rounds: int) -> tuple[float, _Result]:
    """The seconds of the fastest round and a result; nothing of single lines is remembered between rounds."""
    fastest = math.inf
    for _ in range(rounds):
        forget()
        start = time.process_time()
        result = work()
        fastest = min(fastest, time.process_time() - start)
    return fastest, result


def forget() -> None:
    """Empty the bounded caches, which hold answers about lines; those without a bound hold the word lists."""
    caches = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]  # noqa: SLF001
    for one in caches:
        if one.__module__.startswith("tailor.") and one.cache_parameters()["maxsize"]:
            one.cache_clear()
    gc.collect()


def print_rates(texts: Sequence[str], rounds: int) -> None:
    """Postings per second of parsing alone and with the finder of skills."""
    files = [text.encode() for text in texts]
    words = sum(len(text.split()) for text in texts) / len(texts)
    size = sum(map(len, files)) / len(files)
    print(f"{len(texts)} postings of {words:.0f} words and {size:.0f} bytes on average")
    finders: dict[str, Callable[[], Find]] = {
        "parsing alone": lambda: no_skills,
        "with the finder of skills": lambda: load_finder().find,
    }
    for title, load in finders.items():
        finds = [load() for _ in range(rounds + 1)]  # a finder remembers its answers: each round has its own

        def work(finds: list[Find] = finds) -> None:
            find = finds.pop()
            for data in files:
                parse(data, "posting.txt", find)

        work()
        seconds = best(work, rounds)[0] / len(files)
        print(f"{title:30}{1 / seconds:10.1f} postings/s{1000 * seconds:10.2f} ms each")


class Lines:
    """Lines that are all different, of words drawn as often as the postings use them; one seed, one sequence."""

    def __init__(self, texts: Sequence[str], seed: int) -> None:
        self._words = [word for text in texts for word in text.split() if word.strip("*#-–•|")]
        self._random = random.Random(seed)  # noqa: S311 - reproducible text, no secret
        self._number = 0

    def line(self, fewest: int, most: int) -> str:
        """A line of so many words and a number, which no other line has."""
        self._number += 1
        words = self._random.choices(self._words, k=self._random.randint(fewest, most))
        return f"{' '.join(words)} {self._number}"

    def posting(self) -> Iterator[tuple[str, str]]:
        """Kinds and texts of lines without end: a heading, known or made up, then sentences or items.

        The colon keeps a made-up heading from being the title of another job: of several jobs only one is read.
        """
        while True:
            known = self._random.random() < 0.5  # noqa: PLR2004 - half of them
            yield "heading", self._random.choice(_HEADINGS) if known else f"{self.line(2, 4)}:"
            kind = self._random.choice(("item", "item", "text"))
            for _ in range(_PER_SECTION):
                yield kind, self.line(5, 25)

    def plain(self, size: int) -> bytes:
        """A plain text of so many bytes."""
        forms = {"heading": "\n{}\n\n", "item": "- {}\n", "text": "{}.\n"}
        rows, length = [], 0
        for kind, text in self.posting():
            rows.append(forms[kind].format(text).encode())
            length += len(rows[-1])
            if length >= size:
                break
        return b"".join(rows)[:size].decode(errors="ignore").encode()

    def page(self, lines: int, size: int) -> bytes:
        """A saved page of so many bytes: a posting of so many lines, and the site around it for the rest."""
        forms = {"heading": "<h2>{}</h2>", "item": "<ul><li><p>{}</p></li></ul>", "text": "<p>{}</p>"}
        posting = "\n".join(forms[kind].format(escape(text)) for kind, text in islice(self.posting(), lines))
        menu = "".join(f'<li><a href="/c/{at}">{escape(self.line(1, 3))}</a></li>' for at in range(120))
        left = max(0, size - len(posting) - len(menu) - 400)
        script = self._filled(left * 4 // 10, lambda: f'"k{self._number}":"{escape(self.line(4, 12))}",')
        styles = self._filled(left * 2 // 10, lambda: f".c{self._random.randrange(10**8)}{{margin:0 4px}}\n")
        cards = self._cards(left * 4 // 10)
        return (
            f"<!doctype html><html lang=en><head><title>{escape(self.line(3, 5))}</title><style>{styles}</style>"
            f"<script>window.__STATE__={{{script}}}</script></head><body><header><nav><ul>{menu}</ul></nav></header>"
            f"<main><article><h1>{escape(self.line(2, 4))}</h1>{posting}</article></main>"
            f'<aside class="similar-jobs"><h2>Similar jobs</h2><ul>{cards}</ul></aside>'
            f"<footer><ul>{menu}</ul></footer></body></html>"
        ).encode()

    def _cards(self, size: int) -> str:
        """The cards of other jobs: title, employer, place and a snippet of the text."""
        return self._filled(
            size,
            lambda: (
                f'<li class="card"><a href="/jobs/{self._number}"><h3>{escape(self.line(2, 4))}</h3></a><div>'
                f"<span>{escape(self.line(1, 2))}</span><span>{escape(self.line(1, 2))}</span></div>"
                f"<p>{escape(self.line(10, 20))}</p></li>"
            ),
        )

    def _filled(self, size: int, part: Callable[[], str]) -> str:
        parts, length = [], 0
        while length < size:
            parts.append(part())
            length += len(parts[-1].encode())
        return "".join(parts)


def escape(text: str) -> str:
    """Text as it may stand in a page or in a script of one."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\\", "")


def print_pages(lines: Lines, rounds: int) -> None:
    """Seconds for saved pages, and how many lines were read from them as asked for."""
    print("\nsaved pages")
    pages = {
        "mostly the site around it": lines.page(60, _PAGE_SIZE),
        "mostly posting": lines.page(4200, _PAGE_SIZE),
    }
    for title, data in pages.items():
        seconds, found = best(functools.partial(parse, data, "page.html", no_skills), rounds)
        print(f"{title:30}{len(data) / 1000:10.0f} kB{seconds:10.3f} s{len(found.requirements):10} requirements")


def print_growth(lines: Lines, most: float, rounds: int) -> None:
    """Seconds by size, each with its share of a linear growth per doubling, and the answer to a file too large."""
    print(f"\n{'plain text':>10}{'seconds':>12}{'s per MB':>12}{'per doubling':>15}{'requirements per MB':>22}")
    before: tuple[float, float] | None = None
    for size in (one for one in _SIZES if one <= most):
        data = lines.plain(int(size * _MB))
        work = functools.partial(parse, data, "posting.txt", no_skills)
        seconds, found = best(work, 1 if size >= _ONCE_FROM else rounds)
        step = f"{(seconds / before[1]) ** (1 / math.log2(size / before[0])):15.2f}" if before else " " * 15
        per_size = len(found.requirements) / size
        print(f"{size:7.2f} MB{seconds:12.2f}{seconds / size:12.2f}{step}{per_size:22.0f}", flush=True)
        before = size, seconds
    try:
        parse(b"text\n" * int(_TOO_LARGE * _MB / 5), "posting.txt", no_skills)
        print(f"{_TOO_LARGE:7.2f} MB was read")
    except InputError as problem:
        print(f"{_TOO_LARGE:7.2f} MB refused: {problem}")


if __name__ == "__main__":
    main()
