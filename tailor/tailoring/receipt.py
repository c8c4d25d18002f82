"""What an application was made of, for its manifest: choices, reasons, and every printed line with its source."""

from collections.abc import Iterable
from typing import Any

from tailor.model.gaps import Verdict
from tailor.model.plan import Plan
from tailor.model.record import HintOutcome
from tailor.tailoring.applying import Application
from tailor.tailoring.printing import Made


def receipt(application: Application, made: Made) -> dict[str, Any]:
    """An application and its documents into the part of the manifest that explains them."""
    plan, gaps = application.plan, application.gaps
    style = application.style
    return {
        "title": application.role,
        "company": gaps.company,
        "verdict": verdict_told(gaps.verdict),
        "style": {"theme": style.theme, "kind": style.kind, "paper": style.paper, "lang": style.lang},
        "fit": _fit(plan),
        "hints": _hints((*plan.hints, *application.letter.hints)),
        "asks": [{"text": ask.text, "note": ask.note} for ask in plan.asks],
        "letter": {
            "words": application.letter.words,
            "unfinished": list(application.letter.unfinished),
            "look_at": list(application.drafted.look_at),
            "edited": application.drafted.edited,
            "pointed_out": [
                {"line": fault.line, "problem": fault.problem} for fault in application.drafted.pointed_out
            ],
        },
        "evidence": {requirement: list(paths) for requirement, paths in sorted(plan.evidence.items())},
        "left_out": [{"path": out.path, "text": out.text, "why": out.why} for out in plan.left_out],
        "respelled": [
            {"path": term.path, "printed": term.text, "written": term.written}
            for line in plan.skills
            for term in line.terms
            if term.text != term.written
        ]
        + [
            {"path": line.path, "printed": printed, "written": written}
            for planned in plan.entries
            for line in planned.lines
            for written, printed in line.swaps
        ],
        "lost_in_reading_back": [{"name": lost.name, "lines": list(lost.lines)} for lost in made.lost],
        "lines": [
            {"document": line.document, "text": line.text, "sources": list(line.sources)} for line in made.lines
        ],
    }


def verdict_told(verdict: Verdict) -> dict[str, Any]:
    """A verdict as the manifest tells it: its word, counts, sentence, what blocks, and what to do first."""
    return {
        "word": verdict.word,
        "shown": verdict.shown,
        "required": verdict.required,
        "sentence": verdict.sentence,
        "blockers": list(verdict.blockers),
        "first": list(verdict.first),
    }


def _fit(plan: Plan) -> dict[str, Any]:
    fit = plan.fit
    return {
        "pages": fit.pages,
        "limit": fit.limit,
        "measured": fit.measured,
        "last_page_filled": round(fit.last_fill, 3),
        "note": fit.note,
    }


def _hints(hints: Iterable[HintOutcome]) -> list[dict[str, Any]]:
    return [{"text": hint.text, "used": hint.used, "note": hint.note} for hint in hints]
