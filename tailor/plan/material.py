"""Everything a plan may print, before it is chosen from: lines with their worth, entries in print order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tailor.model.detail import all_details, said
from tailor.model.plan import EARLIER, LeftOut, Ranking, SkillLine
from tailor.model.posting import Posting
from tailor.model.profile import Entry, Listed, Profile
from tailor.model.record import HintOutcome
from tailor.plan.decisions import decide
from tailor.plan.groups import grouped
from tailor.plan.lines import Line, gather_lines
from tailor.plan.notes import named_entries
from tailor.plan.opening import headline, summary
from tailor.plan.order import listed_order, newest_first
from tailor.plan.terms import skill_lines
from tailor.plan.unprinted import Opening, unprinted
from tailor.plan.wish import PlanWish


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that may be printed of a profile for one posting; `entries` in print order, `lines` by them.

    `named` are the paths of entries that the person's notes ask for, `withheld` those that the person left out.
    `sections` are those of the page in order, `section_of` maps an entry's path to its own.
    """

    posting: Posting
    profile: Profile
    ranking: Ranking
    wish: PlanWish
    headline: str
    summary: str
    skills: tuple[SkillLine, ...]
    listed: tuple[Listed, ...]
    entries: tuple[Entry, ...]
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    named: frozenset[str]
    withheld: frozenset[str]
    sections: tuple[str, ...]
    section_of: Mapping[str, str]
    hints: tuple[HintOutcome, ...]


def gather(posting: Posting, profile: Profile, ranking: Ranking, wish: PlanWish) -> Material:
    """A profile and its ranking into the material of a plan, the person's own decisions applied."""
    decided = decide(profile, wish)
    entries = tuple(
        entry for entry in newest_first(profile, wish.kind.sections) if entry.path not in decided.withheld
    )
    named = named_entries(profile, wish.record)
    lines = gather_lines(posting, profile, ranking, entries, decided)
    groups = grouped(profile, entries, lines, named, wish)
    opening = Opening(headline=headline(posting, profile, wish), summary=summary(posting, profile, wish))
    earlier = [line for line in lines if groups.section_of[line.entry.path] == EARLIER]
    return Material(
        posting=posting,
        profile=profile,
        ranking=ranking,
        wish=wish,
        headline=opening.headline,
        summary=opening.summary,
        skills=skill_lines(posting, profile, wish.find),
        listed=listed_order(profile, wish.kind.sections),
        entries=_in_order(entries, groups.section_of),
        lines=_placed([one for one in lines if groups.section_of[one.entry.path] != EARLIER], groups.section_of),
        left_out=(
            *_of_long_ago(earlier, _titles_only(entries, groups.section_of), wish),
            *unprinted(profile, decided, wish, opening),
        ),
        named=named,
        withheld=frozenset(decided.withheld),
        sections=groups.sections,
        section_of=groups.section_of,
        hints=(*ranking.hints, *decided.outcomes),
    )


def _in_order(entries: tuple[Entry, ...], section_of: Mapping[str, str]) -> tuple[Entry, ...]:
    """Entries in print order; `section_of` is in it."""
    order = list(section_of)
    return tuple(sorted(entries, key=lambda entry: order.index(entry.path)))


def _placed(lines: list[Line], section_of: Mapping[str, str]) -> tuple[Line, ...]:
    """Lines in print order, each knowing its place."""
    order = list(section_of)
    found = sorted(lines, key=lambda line: (order.index(line.entry.path), line.place))
    return tuple(replace(line, place=place) for place, line in enumerate(found))


def _titles_only(entries: tuple[Entry, ...], section_of: Mapping[str, str]) -> list[Entry]:
    return [entry for entry in entries if section_of[entry.path] == EARLIER]


def _of_long_ago(lines: list[Line], jobs: list[Entry], wish: PlanWish) -> tuple[LeftOut, ...]:
    """The lines of jobs of long ago, and what the kind would print beside their titles."""
    why = f"the job ended over {wish.kind.earlier} years ago: only its title stands"
    details = [one for job in jobs for one in said(all_details(job), wish.kind.details)]
    return (
        *(LeftOut(path=line.path, text=line.planned.text, why=why) for line in lines),
        *(LeftOut(path=one.path, text=one.text, why=why) for one in details),
    )
