"""The headings that jobs stand under: one for all, or relevant and other ones; those of long ago at the end."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tailor.model.detail import all_details, said
from tailor.model.plan import EARLIER, OTHER, RELEVANT
from tailor.model.profile import Entry, Profile
from tailor.plan.limits import NEAR, relevances
from tailor.plan.lines import Line
from tailor.plan.wish import PlanWish

ANSWERS = 0.5
"""A job whose best lines score half as much as those of the best job answers the posting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """The sections of a page, those of jobs in place, and each entry's by its path; both in print order."""

    sections: tuple[str, ...]
    section_of: Mapping[str, str]


def grouped(
    profile: Profile, entries: Sequence[Entry], lines: Sequence[Line], named: frozenset[str], wish: PlanWish
) -> Grouped:
    """Entries in print order into the sections that they are printed in; `named` the person's notes ask for."""
    jobs = [entry for entry in entries if entry.stands_in == "work"]
    earlier = _earlier(jobs, lines, named, wish)
    relevant = _relevant(profile, jobs, lines, wish) - earlier
    rest = any(job.section == "work" and job.path not in relevant | earlier for job in jobs)
    parted = bool(relevant) and (rest or bool(wish.kind.split_by))
    held = {job.path: EARLIER if job.path in earlier else "work" for job in jobs}
    if parted:
        others = OTHER if rest else RELEVANT  # a break alone needs no heading of its own
        held |= {path: RELEVANT if path in relevant else others for path, name in held.items() if name == "work"}
    names = [RELEVANT, OTHER, EARLIER] if parted else ["work", EARLIER]
    sections = tuple(one for name in wish.kind.sections for one in (names if name == "work" else [name]))
    placed = [(held.get(entry.path, entry.stands_in), entry.path) for entry in entries]
    order = sorted(placed, key=lambda one: sections.index(one[0]))
    return Grouped(sections=sections, section_of={path: name for name, path in order})


def _earlier(
    jobs: Sequence[Entry], lines: Sequence[Line], named: frozenset[str], wish: PlanWish
) -> frozenset[str]:
    """Jobs that ended long ago, from the oldest up to the first one that has something to say for this posting."""
    if wish.kind.earlier is None:
        return frozenset()
    worth = relevances(lines)
    best = max(worth.values(), default=0.0)
    found: set[str] = set()
    for job in reversed(jobs):
        own = [line for line in lines if line.entry.path == job.path]
        if not _ended_before(job, wish.today, wish.kind.earlier) or job.path in named:
            break
        if own and (worth[job.path] >= NEAR * best or _alone(own, lines, found)):
            break
        found.add(job.path)
    return frozenset(found)


def _alone(own: Sequence[Line], lines: Sequence[Line], gone: set[str]) -> bool:
    """Whether a line was asked for, or proves a requirement that no line of another job or section proves."""
    others = {
        asked
        for line in lines
        if line.entry.path != own[0].entry.path and line.entry.path not in gone
        for asked, _ in line.proofs
    }
    return any(line.pinned or line.hinted or not {asked for asked, _ in line.proofs} <= others for line in own)


def _ended_before(job: Entry, today: dt.date, years: int) -> bool:
    return job.end is not None and (job.end.year, job.end.month or 12) < (today.year - years, today.month)


def _relevant(profile: Profile, jobs: Sequence[Entry], lines: Sequence[Line], wish: PlanWish) -> frozenset[str]:
    """Jobs that the record calls relevant; where it names none, those that the kind parts from the others."""
    if not wish.kind.split and not wish.kind.split_by:
        return frozenset()
    named = wish.record.decisions.relevant if wish.record else ()
    if named:
        return frozenset(entry.path for name in named for entry in profile.entries_called(name))
    if wish.kind.split_by:
        return frozenset(job.path for job in jobs if said(all_details(job), wish.kind.split_by))
    worth = {path: value for path, value in relevances(lines).items() if path in {job.path for job in jobs}}
    bar = ANSWERS * max(worth.values(), default=0.0)
    proving = {line.entry.path for line in lines if line.proofs}
    return frozenset(path for path, value in worth.items() if value >= bar and path in proving)
