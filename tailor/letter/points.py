"""What the record's letter points, reason and answers choose for each paragraph of a letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tailor.letter.details import Detail, company_details, fitting
from tailor.letter.notes import Unit, chosen, reason, stated, units
from tailor.letter.words import shared, themes, without_instruction
from tailor.model.plan import Plan
from tailor.model.record import LetterPoint, Record

# Clauses that one paragraph takes from the personal connection.
_CLAUSES = 2
# A company detail answers a letter point outright when it shares this many of its themes.
_SURE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of one letter point: the move that tells it, or none; `private` says that it stayed back."""

    point: LetterPoint
    move: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The person's own words for each paragraph, and what became of each letter point but the body's.

    `drawn` is the company detail that the opening points name as the reason, `detail` the one of the company
    paragraph.
    """

    why: tuple[str, ...] = ()
    opening: tuple[Unit, ...] = ()
    drawn: Detail | None = None
    detail: Detail | None = None
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
    details = company_details(record, plan.posting.company)
    drawn = None if why or opening else _asked_detail(plan, record, details, "opening", least=_SURE)
    detail = None if why else _company_detail(plan, record, details, drawn)
    detail = None if detail and detail.being and told else detail
    company = () if detail and told else _clauses(plan, "company", _without(offered, told))
    company = (*company, *_unsaid(stated(record, "company"), why, (*told, *company)))
    closing = (*closing, *_unsaid(stated(record, "closing"), why, (*told, *company)))
    if not (told or company):
        company = _bonds(offered)
    found = Selection(why=why, opening=opening, drawn=drawn, detail=detail, company=company, closing=closing)
    return replace(found, fates=_fates(plan, record, offered, found))


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


def _unsaid(stated_units: Sequence[Unit], why: Sequence[str], told: Sequence[Unit]) -> tuple[Unit, ...]:
    """What the person asked to be told that is not told yet: "we are moving" once is enough."""
    said = " ".join([*why, *(unit.text for unit in told)])
    return tuple(unit for unit in stated_units if set(themes(unit.text)) - set(shared(themes(unit.text), said)))


def _company_detail(plan: Plan, record: Record, details: Sequence[Detail], drawn: Detail | None) -> Detail | None:
    """The detail of the company paragraph that its points ask for; without them none.

    A fact about the company says nothing by itself, and readers take it for a recital: beside a reason of the
    person's own it is not told.
    """
    left = [one for one in details if drawn is None or one.sentence != drawn.sentence]
    points = points_for(record, "company")
    return fitting(left, _point_themes(plan, points), least=1) if points else None


def _asked_detail(
    plan: Plan, record: Record, details: Sequence[Detail], place: str, *, least: int
) -> Detail | None:
    points = points_for(record, place)
    return fitting(details, _point_themes(plan, points), least=least) if points else None


def _point_themes(plan: Plan, points: Sequence[LetterPoint]) -> tuple[str, ...]:
    named = set(themes(plan.posting.company))
    asked = themes(" ".join(without_instruction(point.text) for point in points))
    return tuple(word for word in asked if word not in named)


def _fates(plan: Plan, record: Record, offered: Sequence[Unit], found: Selection) -> tuple[Fate, ...]:
    told = {
        "opening": bool(found.why or found.opening or found.drawn),
        "company": bool(found.detail or found.company),
        "closing": bool(found.closing),
    }
    fates = []
    for point in record.letter_points:
        place = point.place or "body"
        wanted = _point_themes(plan, [point])
        if place == "body" or told.get(place):
            fates.append(Fate(point=point, move=place))
        elif found.drawn and shared(wanted, found.drawn.written):
            fates.append(Fate(point=point, move="opening"))
        else:
            hidden = [unit for unit in offered if unit.private and shared(wanted, unit.text)]
            fates.append(Fate(point=point, private=bool(hidden)))
    return tuple(fates)
