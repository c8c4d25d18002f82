"""Limits of a choice: the least lines of a job, and lines too weak to open a second page."""

from collections.abc import Sequence

from tailor.plan.material import Line

# The two latest jobs show at least one line, the most relevant one two.
LATEST_JOBS = 2
LEAST_LATEST = 1
LEAST_RELEVANT = 2
_BEST = 3

# A line that proves nothing and scores below half of the best line is no reason for another page.
_WEAK = 0.5


def least_lines(lines: Sequence[Line]) -> dict[str, int]:
    """The least number of lines by the path of a job; `lines` stand newest job first."""
    jobs = list(dict.fromkeys(line.entry.path for line in lines if line.entry.section == "work"))
    least = dict.fromkeys(jobs[:LATEST_JOBS], LEAST_LATEST)
    if jobs:
        least[max(jobs, key=lambda job: _relevance(lines, job))] = LEAST_RELEVANT
    return least


def weak_lines(lines: Sequence[Line]) -> frozenset[str]:
    """The paths of lines that prove no requirement and are far from the best line."""
    bar = _WEAK * max((line.score for line in lines), default=0.0)
    return frozenset(line.path for line in lines if not line.counts and line.score < bar)


def _relevance(lines: Sequence[Line], job: str) -> float:
    """The mean of a job's three best scores."""
    best = sorted((line.score for line in lines if line.entry.path == job), reverse=True)[:_BEST]
    return sum(best) / len(best)
