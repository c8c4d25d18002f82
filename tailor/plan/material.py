"""Everything a plan may print, before it is chosen from: lines with their worth, entries in print order."""

from collections.abc import Mapping
from dataclasses import dataclass

from tailor.model.plan import LeftOut, PlannedLine, RankedBullet, Ranking, SkillLine
from tailor.model.posting import Need, Posting
from tailor.model.profile import Bullet, Entry, Listed, Profile
from tailor.model.record import HintOutcome
from tailor.plan.decisions import Decided, decide
from tailor.plan.notes import named_entries
from tailor.plan.opening import headline, summary
from tailor.plan.order import newest_first
from tailor.plan.terms import skill_lines
from tailor.plan.unprinted import Opening, unprinted
from tailor.plan.wish import PlanWish

# As in the ranking: a requirement counts in full, a responsibility two thirds, a preference one third.
_NEED: Mapping[Need, float] = {"required": 1.0, "responsibility": 2 / 3, "preferred": 1 / 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A bullet that may be printed. `proofs` are weighted similarities to the requirements it is evidence for.

    `hinted` says that the person's notes for this posting ask for it.
    """

    bullet: Bullet
    entry: Entry
    planned: PlannedLine
    score: float
    proofs: tuple[tuple[str, float], ...]
    pinned: bool
    place: int
    hinted: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a reason for another page: evidence, or asked for by the person."""
        return bool(self.proofs) or self.hinted or self.pinned

    @property
    def path(self) -> str:
        """The bullet's path."""
        return self.bullet.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that may be printed of a profile for one posting; `entries` in print order, `lines` by them.

    `named` are the paths of entries that the person's notes ask for.
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
    hints: tuple[HintOutcome, ...]


def gather(posting: Posting, profile: Profile, ranking: Ranking, wish: PlanWish) -> Material:
    """A profile and its ranking into the material of a plan, the person's own decisions applied."""
    decided = decide(profile, wish.record)
    entries = newest_first(profile, wish.kind.sections)
    opening = Opening(headline=headline(posting, profile, wish), summary=summary(posting, profile, wish))
    return Material(
        posting=posting,
        profile=profile,
        ranking=ranking,
        wish=wish,
        headline=opening.headline,
        summary=opening.summary,
        skills=skill_lines(posting, profile, wish.find),
        listed=tuple(item for name in wish.kind.sections for item in profile.listed if item.section == name),
        entries=entries,
        lines=_lines(posting, ranking, entries, decided),
        left_out=unprinted(profile, decided, wish, opening),
        named=named_entries(profile, wish.record),
        hints=(*ranking.hints, *decided.outcomes),
    )


def _lines(posting: Posting, ranking: Ranking, entries: tuple[Entry, ...], decided: Decided) -> tuple[Line, ...]:
    ranked = {found.bullet.path: found for found in ranking.bullets}
    proofs = _proofs(posting, ranking)
    hinted = {found.bullet.path for found in ranking.bullets if "hints" in dict(found.parts)}
    bullets = [(entry, bullet) for entry in entries for bullet in entry.bullets]
    return tuple(
        Line(
            bullet=bullet,
            entry=entry,
            planned=_planned(bullet, ranked.get(bullet.path), decided),
            score=max(0.0, ranked[bullet.path].score) if bullet.path in ranked else 0.0,
            proofs=proofs.get(bullet.path, ()),
            pinned=bullet.path in decided.pinned,
            place=place,
            hinted=bullet.path in hinted,
        )
        for place, (entry, bullet) in enumerate(bullets)
        if not bullet.private and bullet.path not in decided.dropped
    )


def _proofs(posting: Posting, ranking: Ranking) -> dict[str, tuple[tuple[str, float], ...]]:
    weights = {requirement.id: _NEED[requirement.need] for requirement in posting.requirements}
    found: dict[str, list[tuple[str, float]]] = {}
    for match in ranking.matches:
        if match.strong:
            found.setdefault(match.path, []).append((match.requirement, weights[match.requirement] * match.score))
    return {path: tuple(proofs) for path, proofs in found.items()}


def _planned(bullet: Bullet, ranked: RankedBullet | None, decided: Decided) -> PlannedLine:
    """The wording to print: the person's edit, else the wording that ranked best, else the text."""
    if bullet.path in decided.edits:
        return PlannedLine(path=bullet.path, text=decided.edits[bullet.path], wording="edit")
    if ranked and ranked.wording in bullet.variants:
        return PlannedLine(path=bullet.path, text=ranked.wording, wording="variant")
    return PlannedLine(path=bullet.path, text=bullet.text)
