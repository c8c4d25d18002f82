"""A gap report into pages and tables: HTML, Markdown, plain text, JSON, CSV, and for a terminal."""

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from tailor.model.actions import Phrase
from tailor.model.document import Format
from tailor.model.gaps import GapReport, PostingGaps, RequirementState, Verdict
from tailor.render.gaps_many import by_fit, many_view
from tailor.render.gaps_markdown import first_list, map_table, markdown_page
from tailor.render.gaps_text import terminal_lines, text_page
from tailor.render.gaps_view import Words, report_view, words
from tailor.render.overview import overview
from tailor.render.overview_text import overview_help, overview_lines, overview_markdown
from tailor.render.sums_contract import csv_row, fits_table, skills_table, sums_contract

if TYPE_CHECKING:
    from jinja2 import Template

_TEXT_WIDTH = 88


def gaps_page(report: GapReport, format: Format) -> str:  # noqa: A002 - the word of the wall and of the command line
    """A gap report as one document: `html` (self-contained, no scripts), `md`, `txt`, `json` or `csv`.

    Raises ValueError for a format that a gap report does not come in.
    """
    writers = {
        "html": _html,
        "md": _markdown,
        "txt": lambda report: text_page(report_view(report), _TEXT_WIDTH),
        "json": lambda report: json.dumps(gaps_contract(report), ensure_ascii=False) + "\n",
        "csv": _csv,
    }
    if format not in writers:
        msg = f"a gap report comes as {', '.join(writers)}, not as {format}"
        raise ValueError(msg)
    return writers[format](report)


def gaps_print(report: GapReport, *, paper: str) -> str:
    """A gap report as the HTML that is printed: on letter or a4, without what a screen folds away."""
    return _html(report, paper, printed=True)


def gaps_contract(report: GapReport) -> dict[str, Any]:
    """A gap report as the JSON contract: postings with verdicts, requirements with evidence, skills, portfolio."""
    return {
        "profile": report.profile,
        "postings": [posting_contract(gaps) for gaps in report.postings],
        "requirements": [one for gaps in report.postings for one in requirements_contract(gaps)],
        **sums_contract(report),
    }


def terminal_table(report: GapReport, width: int) -> str:
    """A gap report as plain text for a terminal of `width` columns (40 or more): symbols and words, no colour."""
    return "\n".join(terminal_lines(report_view(report), max(40, width))) + "\n"


def terminal_overview(report: GapReport, width: int) -> str:
    """What many postings say together, as plain text for a terminal of `width` columns (40 or more)."""
    columns = max(40, width)
    return "\n".join([*overview_lines(overview(report), columns), *overview_help(columns)]) + "\n"


def posting_contract(gaps: PostingGaps) -> dict[str, Any]:
    """The gaps of one posting as its part of the JSON contract."""
    return {
        "posting": gaps.posting,
        "title": gaps.title,
        "company": gaps.company,
        "verdict": _verdict(gaps.verdict),
        "phrases": [_phrase(phrase) for phrase in gaps.phrases],
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


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "word": verdict.word,
        "sentence": verdict.sentence,
        "shown": verdict.shown,
        "required": verdict.required,
        "asked": verdict.asked,
        "blockers": list(verdict.blockers),
        "first": list(verdict.first),
        "actions": [
            {"kind": one.kind, "text": one.text, "requirements": list(one.about), "path": one.path}
            for one in verdict.actions
        ],
    }


def _phrase(phrase: Phrase) -> dict[str, Any]:
    return {
        "text": phrase.text,
        "state": phrase.state,
        "written": phrase.written,
        "path": phrase.path,
        "requirements": list(phrase.about),
    }


def requirements_contract(gaps: PostingGaps) -> list[dict[str, Any]]:
    """The requirements of one posting as its part of the JSON contract."""
    return [_requirement(gaps, state) for state in gaps.states]


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


def gap_tables(report: GapReport) -> dict[str, str]:
    """What many postings say together as tables for a spreadsheet, by the name of each; none for one posting."""
    if report.portfolio.postings < 2:  # noqa: PLR2004 - one posting is no portfolio
        return {}
    return {"postings": fits_table(report), "skills": skills_table(report)}


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
            writer.writerow(csv_row(cells))
    return out.getvalue()


def _html(report: GapReport, paper: str = "letter", *, printed: bool = False) -> str:
    report = by_fit(report)
    return report_template("report.html.j2").render(
        view=report_view(report, printed=printed),
        many=many_view(report, printed=printed) if len(report.postings) > 1 else None,
        w=words(),
        lang="en",
        paper=paper,
    )


def _markdown(report: GapReport) -> str:
    report = by_fit(report)
    many = many_view(report) if len(report.postings) > 1 else None
    above = [*first_list(many), *overview_markdown(overview(report)), *map_table(many)] if many else []
    return markdown_page(report_view(report), above)


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


__all__ = [
    "Words",
    "gap_tables",
    "gaps_contract",
    "gaps_page",
    "posting_contract",
    "requirements_contract",
    "terminal_overview",
    "terminal_table",
]
