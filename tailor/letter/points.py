"""What the record's letter points, reason and answers choose for each paragraph of a letter."""

from collections.abc import Sequence
from dataclasses import dataclass

from tailor.letter.notes import Unit, chosen, company_detail, reason, units
from tailor.letter.words import themes, without_instruction
from tailor.model.plan import Plan
from tailor.model.record import LetterPoint, Record

# Clauses that one paragraph takes from the personal connection.
_CLAUSES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of one letter point: the move that tells it, or none; `private` says that it stayed back."""

    point: LetterPoint
    move: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The person's own words for each paragraph, and what became of each letter point but the body's."""

    why: tuple[str, ...] = ()
    opening: tuple[Unit, ...] = ()
    detail: str = ""
    company: tuple[Unit, ...] = ()
    closing: tuple[Unit, ...] = ()
    fates: tuple[Fate, ...] = ()

    @property
    def has_reason(self) -> bool:
        """Whether the person gives a reason of their own for this company."""
        return bool(self.why or self.opening or self.company or self.closing)


def select(plan: Plan) -> Selection:
    """A plan's record into what each paragraph tells; empty without a record.

    Letter points choose among the answers of the personal connection and the company details. Without a letter
    point that chooses any, the answers that tie the person to the company are told, private ones never.
    """
    record = plan.record
    if record is None:
        return Selection()
    offered = units(record)
    why = reason(record)
    opening = () if why else _opening(plan, record, offered)
    closing = _clauses(plan, "closing", _without(offered, opening))
    told = (*opening, *closing)
    detail = company_detail(record, _company_themes(plan, record), plan.posting.company)
    company = () if detail and told else _clauses(plan, "company", _without(offered, told))
    if not (told or company):
        company = _bonds(offered)
    found = Selection(why=why, opening=opening, detail=detail, company=company, closing=closing)
    return Selection(
        why=why,
        opening=opening,
        detail=detail,
        company=company,
        closing=closing,
        fates=_fates(record, offered, found),
    )


def points_for(record: Record, place: str) -> tuple[LetterPoint, ...]:
    """The letter points for one paragraph; those without a place belong to the body."""
    return tuple(point for point in record.letter_points if (point.place or "body") == place)


def _opening(plan: Plan, record: Record, offered: Sequence[Unit]) -> tuple[Unit, ...]:
    for point in points_for(record, "opening"):
        found = chosen(without_instruction(point.text), offered, company=plan.posting.company)
        found = tuple(sorted(found, key=lambda unit: not unit.phrase))
        if found:
            return found[:1]
    return ()


def _clauses(plan: Plan, place: str, offered: Sequence[Unit]) -> tuple[Unit, ...]:
    """The clauses that the points of one paragraph ask for, in the order of the person's answers."""
    clauses = [unit for unit in offered if not unit.phrase]
    points = points_for(plan.record, place) if plan.record else ()
    company = plan.posting.company
    found = [
        unit
        for one in points
        for unit in chosen(without_instruction(one.text), clauses, company=company)[:_CLAUSES]
    ]
    return tuple(unit for unit in offered if unit in found[:_CLAUSES])


def _bonds(offered: Sequence[Unit]) -> tuple[Unit, ...]:
    return tuple(unit for unit in offered if unit.bond and not unit.private and not unit.phrase)[:_CLAUSES]


def _without(offered: Sequence[Unit], taken: Sequence[Unit]) -> tuple[Unit, ...]:
    return tuple(unit for unit in offered if unit not in taken)


def _company_themes(plan: Plan, record: Record) -> tuple[str, ...]:
    wished = [without_instruction(point.text) for point in points_for(record, "company")]
    return themes(" ".join([*wished, plan.posting.title]))


def _fates(record: Record, offered: Sequence[Unit], found: Selection) -> tuple[Fate, ...]:
    told = {
        "opening": bool(found.why or found.opening),
        "company": bool(found.detail or found.company),
        "closing": bool(found.closing),
    }
    hidden = [unit for unit in offered if unit.private]
    fates = []
    for point in record.letter_points:
        place = point.place or "body"
        if place == "body" or told.get(place):
            fates.append(Fate(point=point, move=place))
        else:
            fates.append(Fate(point=point, private=bool(hidden)))
    return tuple(fates)
