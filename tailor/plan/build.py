"""A choice of lines into the plan that is printed."""

from collections.abc import Mapping
from dataclasses import dataclass

from tailor.model.plan import WORK_SECTIONS, Fit, LeftOut, Plan, PlannedEntry, Ranking
from tailor.plan.lines import Line
from tailor.plan.material import Material
from tailor.plan.order import ENTRY_SECTIONS, line_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Paths of what is printed: bullets, entries (with or without bullets), listed items."""

    lines: frozenset[str]
    entries: frozenset[str]
    listed: frozenset[str]


def everything(material: Material) -> Choice:
    """The choice of all there is."""
    return Choice(
        lines=frozenset(line.path for line in material.lines),
        entries=frozenset(entry.path for entry in material.entries),
        listed=frozenset(item.path for item in material.listed),
    )


def build(material: Material, choice: Choice, *, fit: Fit, left_out: tuple[LeftOut, ...] = ()) -> Plan:
    """A choice into the plan: sections in the kind's order, entries newest first, lines by relevance."""
    profile, wish = material.profile, material.wish
    lines = [line for line in material.lines if line.path in choice.lines]
    listed = tuple(item for item in material.listed if item.path in choice.listed)
    entries = tuple(
        PlannedEntry(
            entry=entry,
            lines=tuple(line.planned for line in line_order(_own(lines, entry.path))),
            section=material.section_of[entry.path],
        )
        for entry in material.entries
        if entry.path in choice.entries
    )
    return Plan(
        posting=material.posting,
        profile=profile,
        record=wish.record,
        kind=wish.kind.name,
        headline=material.headline,
        summary=material.summary,
        sections=tuple(name for name in material.sections if _has(name, material, entries, choice)),
        entries=entries,
        skills=material.skills,
        languages=profile.languages,
        credentials=profile.credentials,
        listed=listed,
        left_out=left_out,
        evidence=_evidence(material.ranking),
        withheld=material.withheld,
        hints=material.hints,
        headings=dict(wish.kind.headings),
        details=wish.kind.details,
        facts=wish.kind.facts,
        fit=fit,
    )


def _own(lines: list[Line], entry: str) -> list[Line]:
    return [line for line in lines if line.entry.path == entry]


def _has(name: str, material: Material, entries: tuple[PlannedEntry, ...], choice: Choice) -> bool:
    """Whether a section has anything to print."""
    if name in (*ENTRY_SECTIONS, *WORK_SECTIONS):
        return any(planned.section == name for planned in entries)
    held: dict[str, object] = {
        "summary": material.summary,
        "skills": any(line.terms for line in material.skills),
        "languages": material.profile.languages,
        "credentials": material.profile.credentials,
    }
    if name in held:
        return bool(held[name])
    return any(item.section == name and item.path in choice.listed for item in material.listed)


def _evidence(ranking: Ranking) -> Mapping[str, tuple[str, ...]]:
    """Each requirement's proving bullets of the whole profile, best first; ties in the ranking's order."""
    place = {found.bullet.path: at for at, found in enumerate(ranking.bullets)}
    strong = [match for match in ranking.matches if match.strong]
    found: dict[str, list[str]] = {}
    for match in sorted(strong, key=lambda match: (-match.score, place[match.path])):
        found.setdefault(match.requirement, []).append(match.path)
    return {requirement: tuple(paths) for requirement, paths in found.items()}
