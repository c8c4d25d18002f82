"""Values into the JSON objects that scorers and other programs rely on."""

from collections.abc import Sequence
from typing import Any

from tailor.model.plan import Ranking
from tailor.model.posting import Knockout, Posting, Requirement, Salary
from tailor.model.record import Record
from tailor.model.skills import Mention


def posting_contract(posting: Posting, record: Record | None, file: str) -> dict[str, Any]:
    """A posting into the object of `tailor parse --json`; `notes` are the applicant's own."""
    facts = posting.facts
    own = [requirement for requirement in posting.requirements if requirement.source == "posting"]
    return {
        "file": file,
        "title": facts.title,
        "company": facts.company,
        "locations": list(facts.locations),
        "remote": facts.remote,
        "employment_type": facts.employment_type,
        "salary": _salary(facts.salary),
        "min_years": facts.min_years,
        "education": facts.education,
        "date_posted": facts.date_posted,
        "valid_through": facts.valid_through,
        "url": facts.url,
        "language": facts.language,
        "agency": facts.agency,
        "contact": facts.contact,
        "apply_to": facts.apply_to,
        "requirements": [_requirement(requirement) for requirement in own],
        "knockouts": [_knockout(knockout) for knockout in posting.knockouts],
        "set_aside": [{"text": line.span.text, "why": line.why} for line in posting.set_aside],
        "skills": [skill.name for skill in posting.skills],
        "notes": _notes(record),
        "format": posting.format,
        "sources": {stated.name: stated.source for stated in facts.sources},
        "empty": posting.empty or None,
        "doubts": list(posting.doubts),
    }


def mentions_contract(mentions: Sequence[Mention]) -> dict[str, Any]:
    """The skills of one line into the object of `tailor skills --lines --json`."""
    return {
        "skills": [
            {
                "name": each.skill.name,
                "kind": each.skill.kind,
                "text": each.text,
                "start": each.start,
                "end": each.end,
            }
            for each in mentions
        ]
    }


def ranking_contract(ranking: Ranking, posting: str, profile: str) -> dict[str, Any]:
    """A ranking into the object of `tailor rank --json`, best bullet first."""
    return {
        "posting": posting,
        "profile": profile,
        "bullets": [
            {
                "path": ranked.bullet.path,
                "text": ranked.bullet.text,
                "score": round(ranked.score, 6),
                "requirements": list(ranked.requirements),
                "parts": {name: round(value, 6) for name, value in ranked.parts},
            }
            for ranked in ranking.bullets
        ],
    }


def _requirement(requirement: Requirement) -> dict[str, Any]:
    return {
        "id": requirement.id,
        "need": requirement.need,
        "kind": requirement.kind,
        "text": requirement.text,
        "start": requirement.span.start,
        "end": requirement.span.end,
        "skills": [[skill.name for skill in group] for group in requirement.skills],
        "min_years": requirement.min_years,
        "why": requirement.why,
        "path": requirement.path or None,
    }


def _knockout(knockout: Knockout) -> dict[str, Any]:
    return {
        **_requirement(knockout.requirement),
        "kind": knockout.kind,
        "details": dict(knockout.details),
        "alone": knockout.alone,
    }


def _salary(salary: Salary | None) -> dict[str, Any] | None:
    if salary is None:
        return None
    return {
        "min": _number(salary.minimum),
        "max": _number(salary.maximum),
        "currency": salary.currency,
        "period": salary.period,
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _notes(record: Record | None) -> dict[str, Any] | None:
    if record is None:
        return None
    return {
        "profile": record.profile,
        "status": record.status,
        "why": record.why,
        "company_details": record.company_details or None,
        "connection": [{"question": answer.question, "answer": answer.text} for answer in record.connection],
        "key_skills": list(record.key_skills),
        "wishes": [wish.text for wish in record.wishes],
        "hints": [{"for": hint.target, "phrases": list(hint.phrases)} for hint in record.hints],
        "letter_points": [{"place": point.place, "text": point.text} for point in record.letter_points],
    }
