#!/usr/bin/env python3
"""How every theme's documents come back from every reader on this machine.

    benchmarks/round_trip.py [--rounds 3]

Prints a table theme x reader over the people of tests/round_trip_cases.py (whole profiles, resume and letter, one
page to four; the resume alone of those whose language is not English): printed lines, how many come back whole,
how many in order, and what else a reader loses; then for each theme the bytes and processor milliseconds of the
sample people's documents (whole profiles, too), and of reading them back. Warm, one core.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from round_trip_cases import PEOPLE, SPEAKERS, THEMES, press_of, printed
from sample_workspace import AS_OF

from tailor.check import losses, read_back, readers, scores

_KINDS = ("resume", "letter")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    here = readers()
    print(f"{'theme':<10}{'reader':<22}{'lines':>7}{'whole':>7}{'order':>7}{'losses':>8}")
    for theme in THEMES:
        documents = [printed(theme, person, kind) for person in PEOPLE for kind in _KINDS]
        documents += [printed(theme, person, "resume", "a4") for person in SPEAKERS]
        for reader in here:
            lines = whole = ordered = lost = 0
            for document in documents:
                (score,) = scores(document.pdf, [line.text for line in document.lines], [reader])
                lines, whole, ordered = lines + score.lines, whole + score.whole, ordered + score.ordered
                lost += len(losses(reader.read(document.pdf), document.lines))
            print(f"{theme:<10}{reader.name:<22}{lines:>7}{whole:>7}{ordered:>7}{lost:>8}")
    print(f"\n{'theme':<10}{'document':<18}{'bytes':>8}{'print ms':>10}{'read back ms':>14}")
    for theme in THEMES:
        for person in list(PEOPLE)[:2]:
            for kind in _KINDS:
                document = printed(theme, person, kind)
                press = press_of(theme)
                made = _timed(rounds, lambda html=document.html, press=press: press.write(html, created=AS_OF))
                read = _timed(rounds, lambda one=document: read_back(one.pdf, one.lines))
                print(f"{theme:<10}{f'{person} {kind}':<18}{len(document.pdf):>8}{made:>10.1f}{read:>14.1f}")


def _timed(rounds: int, work: Callable[[], object]) -> float:
    """Milliseconds of processor time, the median of some rounds behind one that warms up."""
    work()
    found = []
    for _ in range(rounds):
        before = time.process_time()
        work()
        found.append((time.process_time() - before) * 1000)
    return median(found)


if __name__ == "__main__":
    main()
