"""A gap report into pages and tables: HTML, Markdown, plain text, JSON, CSV, and for a terminal."""

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from tailor.model.document import Format
from tailor.model.gaps import GapReport, PostingGaps, RequirementState
from tailor.render.gaps_many import by_fit, many_view
from tailor.render.gaps_markdown import markdown_page
from tailor.render.gaps_text import terminal_lines, text_page
from tailor.render.gaps_view import Words, report_view, words

if TYPE_CHECKING:
    from jinja2 import Template

_TEXT_WIDTH = 88


def gaps_page(report: GapReport, format: Format, *, paper: str = "letter") -> str:  # noqa: A002 - the word of the wall
    """A gap report as one document: `html` (self-contained, no scripts), `md`, `txt`, `json` or `csv`.

    `paper` is what the HTML is printed on, letter or a4: the PDF is a print of it.

    Raises ValueError for a format that a gap report does not come in.
    """
    writers = {
        "html": lambda report: _html(report, paper),
        "md": lambda report: markdown_page(report_view(report)),
        "txt": lambda report: text_page(report_view(report), _TEXT_WIDTH),
        "json": lambda report: json.dumps(gaps_contract(report), ensure_ascii=False) + "\n",
        "csv": _csv,
    }
    if format not in writers:
        msg = f"a gap report comes as {', '.join(writers)}, not as {format}"
        raise ValueError(msg)
    return writers[format](report)


def gaps_contract(report: GapReport) -> dict[str, Any]:
    """A gap report as the JSON contract: postings with verdicts, requirements with evidence, skills."""
    return {
        "profile": report.profile,
        "postings": [_posting(gaps) for gaps in report.postings],
        "requirements": [_requirement(gaps, state) for gaps in report.postings for state in gaps.states],
        "skills": [
            {
                "name": skill.name,
                "kind": skill.kind,
                "priority": skill.priority,
                "required_in": skill.required_in,
                "preferred_in": skill.preferred_in,
                "state": skill.state,
                "near": list(skill.near),
            }
            for skill in report.skills
        ],
    }


def terminal_table(report: GapReport, width: int) -> str:
    """A gap report as plain text for a terminal of `width` columns (40 or more): symbols and words, no colour."""
    return "\n".join(terminal_lines(report_view(report), max(40, width))) + "\n"


def _posting(gaps: PostingGaps) -> dict[str, Any]:
    verdict = gaps.verdict
    return {
        "posting": gaps.posting,
        "title": gaps.title,
        "company": gaps.company,
        "verdict": {
            "word": verdict.word,
            "sentence": verdict.sentence,
            "shown": verdict.shown,
            "required": verdict.required,
            "blockers": list(verdict.blockers),
            "first": list(verdict.first),
            "actions": [
                {"kind": one.kind, "text": one.text, "requirements": list(one.about), "path": one.path}
                for one in verdict.actions
            ],
            "asked": verdict.asked,
        },
        "phrases": [
            {
                "text": phrase.text,
                "state": phrase.state,
                "written": phrase.written,
                "path": phrase.path,
                "requirements": list(phrase.about),
            }
            for phrase in gaps.phrases
        ],
        "hints": [{"text": hint.text, "used": hint.used, "note": hint.note} for hint in gaps.hints],
        "set_aside": gaps.set_aside,
        "lines": [
            {
                "path": line.path,
                "text": line.text,
                "printed": line.printed,
                "requirements": list(line.answers),
                "firm": line.firm,
                "why": line.why,
            }
            for line in gaps.lines
        ],
    }


def _requirement(gaps: PostingGaps, state: RequirementState) -> dict[str, Any]:
    requirement = state.requirement
    return {
        "posting": gaps.posting,
        "id": requirement.id,
        "text": requirement.text,
        "need": requirement.need,
        "kind": requirement.kind,
        "source": requirement.source,
        "knockout": state.knockout,
        "state": state.state,
        "reason": state.reason,
        "advice": state.advice,
        "evidence": [{"path": one.path, "text": one.text, "printed": one.printed} for one in state.evidence],
    }


def _csv(report: GapReport) -> str:
    """One row per requirement; cells that a spreadsheet would take for a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [
            "posting",
            "title",
            "company",
            "id",
            "need",
            "kind",
            "knockout",
            "state",
            "text",
            "reason",
            "advice",
            "evidence",
        ]
    )
    for gaps in report.postings:
        for state in gaps.states:
            row = _requirement(gaps, state)
            cells = [gaps.posting, gaps.title, gaps.company, row["id"], row["need"], row["kind"]]
            cells += ["yes" if state.knockout else "", state.state, row["text"], state.reason, state.advice]
            cells.append(" | ".join(one.text for one in state.evidence))
            writer.writerow([_safe_cell(cell) for cell in cells])
    return out.getvalue()


def _safe_cell(text: str) -> str:
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(("=", "+", "-", "@")) else flat


def _html(report: GapReport, paper: str) -> str:
    report = by_fit(report)
    many = many_view(report) if len(report.postings) > 1 else None
    template = report_template("report.html.j2")
    return template.render(view=report_view(report), many=many, w=words(), lang="en", paper=paper)


def report_template(name: str) -> "Template":
    """A page of the report folder, ready to render; the pages there are the tool's own and in no theme."""
    from jinja2 import FileSystemLoader, StrictUndefined  # noqa: PLC0415 - heavy imports late
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - as above

    from tailor.resources import templates_folder  # noqa: PLC0415 - kept beside its one use

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates_folder() / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)


__all__ = ["Words", "gaps_contract", "gaps_page", "terminal_table"]
