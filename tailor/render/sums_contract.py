"""What many postings say together, as the JSON contract and as tables for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tailor.model.gaps import GapReport, Portfolio, SkillState

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FITS = (
    "posting", "title", "company", "word", "shown", "required", "met", "open", "unmet", "missing", "twins",
    "sentence",
)  # fmt: skip
_SKILLS = (
    "name", "kind", "state", "priority", "required_in", "preferred_in", "named_in", "years", "near", "answered",
    "evidence",
)  # fmt: skip


def sums_contract(report: GapReport) -> dict[str, Any]:
    """The skills and the portfolio of a report as the JSON contract."""
    return {
        "skills": [_skill(skill) for skill in report.skills],
        "portfolio": _portfolio(report.portfolio),
    }


def fits_table(report: GapReport) -> str:
    """The postings kept by name, best fit first, as CSV."""
    rows = [asdict(fit) for fit in report.portfolio.fits]
    return _csv(_FITS, rows)


def skills_table(report: GapReport) -> str:
    """All skills that the postings ask for, the highest priority first, as CSV."""
    rows = [_skill(skill) | {"evidence": [one.text for one in skill.evidence]} for skill in report.skills]
    return _csv(_SKILLS, rows)


def csv_row(cells: Sequence[str]) -> list[str]:
    """Cells as a spreadsheet may take them: one line each, and none that it would run as a formula."""
    flat = [" ".join(cell.split()) for cell in cells]
    return [f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell for cell in flat]


def _skill(skill: SkillState) -> dict[str, Any]:
    return {
        "name": skill.name,
        "kind": skill.kind,
        "priority": skill.priority,
        "required_in": skill.required_in,
        "preferred_in": skill.preferred_in,
        "named_in": skill.named_in,
        "state": skill.state,
        "near": list(skill.near),
        "answered": skill.answered,
        "years": skill.years,
        "asked_by": [_plain(one) for one in skill.asked_by],
        "evidence": [_plain(one) for one in skill.evidence],
    }


def _portfolio(told: Portfolio) -> dict[str, Any]:
    return {
        "postings": told.postings,
        "twins": told.twins,
        "verdicts": dict(told.verdicts),
        "fits": [_plain(fit) for fit in told.fits],
        "conditions": [_plain(one) | {"asked_in": one.asked_in} for one in told.conditions],
        "lists": told.lists,
        "complete": told.complete,
        "learn": [_plain(step) for step in told.learn],
        "write_down": [_plain(one) for one in told.write_down],
        "measured": told.measured,
    }


def _plain(value: "DataclassInstance") -> dict[str, Any]:
    """A value of the model as JSON holds it: lists for tuples."""
    return {name: list(one) if isinstance(one, tuple) else one for name, one in asdict(value).items()}


def _csv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(csv_row([_cell(row[name]) for name in columns]))
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return " | ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
