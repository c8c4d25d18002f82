"""Limits of a choice: the lines that come first, the most lines of an entry, and lines that are mere filling."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from tailor.model.kind import Bounds
from tailor.plan.choose import best_proofs
from tailor.plan.lines import Line
from tailor.plan.order import is_recent

LATEST_JOBS = 2
"""The latest jobs show two lines where they have them; so does any recent job that comes near the best one."""

NEAR = 0.75
"""A job comes near the best one when its best lines score three quarters as much as those."""

_BEST = 3
_LEAST_RELEVANT = 3
_USUAL = 10

FILLER = 0.2
"""Lines that prove nothing and whose own words are worth less than this share of the usual are filling.

On 21 graded postings readers found 28 of such 264 lines good (2 or 3 of 3), and 50 of the 120 above it. By the
score with the job's part in it the two could not be told apart: a good job lifts its party quiz, too. Where pages
do not matter the share is the kind's `far`.
"""

# A line that proves nothing and whose own words are worth less than half of the usual is no reason for a page.
_WEAK = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What bounds a choice.

    `first` lines get a place before all others, in this order; those of `kept` hold it. `most` holds the most
    lines by the path of an entry, `filler` the paths of lines that are mere filling.
    """

    first: tuple[Line, ...]
    kept: frozenset[str]
    most: Mapping[str, int]
    filler: frozenset[str]


def limits(lines: Sequence[Line], named: frozenset[str], today: date, bounds: Bounds) -> Limits:
    """Lines, newest job first, into their limits; `named` are entries that the person's notes ask for."""
    relevance = relevances(lines)
    most = _most(lines, relevance, today, bounds)
    asked = [_named_line(own) for path, own in _by_entry(lines).items() if path in named]
    hinted = [line for line in lines if line.hinted and line.entry.path in named]
    one, more = _jobs(lines, relevance, today)
    first = (*_strongest(asked), *one, *_strongest(hinted), *_deserving(lines, bounds.projects), *more)
    return Limits(
        first=tuple({line.path: line for line in first}.values()),
        kept=frozenset(line.path for line in (*asked, *hinted)),
        most=most,
        filler=filler(lines),
    )


def relevances(lines: Sequence[Line]) -> dict[str, float]:
    """The mean of the three best scores of each entry that has lines, by its path."""
    return {path: _relevance(own) for path, own in _by_entry(lines).items()}


def filler(lines: Sequence[Line], share: float = FILLER) -> frozenset[str]:
    """The paths of lines that prove nothing, nobody asks for, and are worth less than a share of the usual."""
    bar = share * _usual(lines, lambda line: line.own)
    return frozenset(line.path for line in lines if not line.counts and line.own < bar)


def weak_lines(lines: Sequence[Line]) -> frozenset[str]:
    """The paths of lines that prove no requirement and whose own words are worth little."""
    return filler(lines, _WEAK)


def _usual(lines: Sequence[Line], worth: Callable[[Line], float]) -> float:
    """The middle of the ten best worths; lines that the notes raise do not count, where there are others."""
    plain = [worth(line) for line in lines if not line.hinted] or [worth(line) for line in lines]
    return median(sorted(plain, reverse=True)[:_USUAL]) if plain else 0.0


def _most(lines: Sequence[Line], relevance: Mapping[str, float], today: date, bounds: Bounds) -> dict[str, int]:
    jobs = _job_paths(lines)
    best = max(jobs, key=lambda job: relevance[job], default="")
    found = dict.fromkeys(relevance, bounds.other)
    for line in lines:
        job = line.entry.path
        if job == best:
            found[job] = bounds.best
        elif job in jobs:
            share = relevance[job] / relevance[best] if relevance[best] else 1.0
            ceiling = bounds.other if is_recent(line.entry, today) else bounds.old
            floor = bounds.latest if job in jobs[:LATEST_JOBS] else bounds.least
            found[job] = min(ceiling, max(floor, round(bounds.other * share)))
    return found


def _jobs(
    lines: Sequence[Line], relevance: Mapping[str, float], today: date
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """One line of each recent job, then the further lines that jobs should have at least; best first."""
    jobs = _job_paths(lines)
    best, filling = max(jobs, key=lambda job: relevance[job], default=""), filler(lines)
    one, more = [], []
    for at, (job, own) in enumerate((job, _by_entry(lines)[job]) for job in jobs):
        least = 1
        if at < LATEST_JOBS or relevance[job] >= NEAR * relevance[best]:
            least = 2
        if job == best:
            least = _LEAST_RELEVANT
        elif not is_recent(own[0].entry, today):
            least = 0
        one += own[: min(1, least)]
        more += [line for line in own[1:least] if line.path not in filling]
    return _strongest(one), _strongest(more)


def _deserving(lines: Sequence[Line], most: int) -> tuple[Line, ...]:
    """The best lines of projects and voluntary posts that come near the usual and prove something best of all."""
    bar = NEAR * _usual(lines, lambda line: line.score)
    proofs = best_proofs(lines)
    best = [
        next((line for line in own if any(proof >= proofs[asked] for asked, proof in line.proofs)), None)
        for own in _by_entry(lines).values()
        if own[0].entry.section in ("projects", "volunteer")
    ]
    return _strongest(line for line in best if line and line.score >= bar)[:most]


def _named_line(own: Sequence[Line]) -> Line:
    """The line an entry is asked for with: the best that the notes mean, else its best."""
    return next((line for line in own if line.hinted), own[0])


def _job_paths(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.entry.path for line in lines if line.entry.section == "work"))


def _by_entry(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines of each entry, best first; entries as they come."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.entry.path, []).append(line)
    return {path: list(_strongest(own)) for path, own in found.items()}


def _strongest(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (-line.score, line.place)))


def _relevance(own: Sequence[Line]) -> float:
    """The mean of an entry's three best scores."""
    best = [line.score for line in own[:_BEST]]
    return sum(best) / len(best)
