"""A plan into the resume as it is printed: which words stand where, and where each comes from."""

from collections.abc import Callable

from tailor.model.document import Style
from tailor.model.plan import WORK_SECTIONS, Plan, by_employer
from tailor.render.dates import labels
from tailor.render.entries import entry_blocks
from tailor.render.header import header
from tailor.render.rows import credential_rows, language_rows, listed_rows, skill_rows
from tailor.render.sheet import Header, Piece, ResumeSheet, Row, Section
from tailor.render.text import clean

_ENTRY_SECTIONS = frozenset({"work", *WORK_SECTIONS, "volunteer", "education", "projects"})


def resume_sheet(plan: Plan, style: Style) -> ResumeSheet:
    """A plan into the sheet of its resume, sections in the plan's order; an empty one loses its heading."""
    sections = [_section(name, plan, style) for name in plan.sections]
    return ResumeSheet(
        title=labels(style.lang)["titles"]["resume"].format(name=clean(plan.profile.basics.name)),
        header=header(plan.profile.basics, _headline(plan), _facts(plan), style.photo),
        sections=tuple(section for section in sections if section),
    )


def plan_header(plan: Plan) -> Header:
    """The head of a plan's letter: that of its resume without the photo and the facts that the kind adds."""
    return header(plan.profile.basics, _headline(plan))


def _facts(plan: Plan) -> tuple[Piece, ...]:
    """What the kind prints under the head, as the person wrote it."""
    wanted = plan.profile.permits if "permits" in plan.facts else ()
    return tuple(Piece(text=clean(text), sources=(f"permits[{at}]",)) for at, text in enumerate(wanted))


def _section(name: str, plan: Plan, style: Style) -> Section | None:
    if name == "summary":
        return _summary(plan, style)
    if name in _ENTRY_SECTIONS:
        groups = by_employer(plan.section(name))
        blocks = tuple(block for group in groups for block in entry_blocks(group, style.lang, plan.details))
        return Section(name=name, heading=_heading(name, style, plan), blocks=blocks) if blocks else None
    rows = _ROWS.get(name, _listed(name))(plan, style)
    if not rows:
        return None
    measured = name if name in ("languages", "credentials") else ""
    return Section(name=name, heading=_heading(name, style, plan), rows=rows, measured=measured)


def _summary(plan: Plan, style: Style) -> Section | None:
    text = clean(plan.summary)
    if not text:
        return None
    piece = Piece(text=text, sources=(_source(plan, plan.summary, "summaries", "basics.summary"),))
    return Section(name="summary", heading=_heading("summary", style, plan), text=piece)


def _headline(plan: Plan) -> Piece | None:
    text = clean(plan.headline)
    source = "basics.label"
    if plan.headline != plan.profile.basics.label:
        source = _source(plan, plan.headline, "headlines", "basics.headlines")
    return Piece(text=text, sources=(source,)) if text else None


def _source(plan: Plan, text: str, field: str, first: str) -> str:
    """Where a headline or summary comes from: the profile's own list, else the person's record."""
    options: tuple[str, ...] = getattr(plan.profile.basics, field)
    if text not in options:
        return f"record:{field}"
    at = options.index(text)
    return first if first.endswith("summary") and at == 0 else f"basics.{field}[{at}]"


def _heading(name: str, style: Style, plan: Plan) -> Piece:
    """A section's heading: the kind's own, that of the one sort of credentials there is, or the usual."""
    words = labels(style.lang)
    usual = words["sections"].get(name, name.title())
    if name == "credentials":
        kinds = {credential.kind for credential in plan.credentials}
        usual = words["credentials"][kinds.pop()] if len(kinds) == 1 else usual
    own = plan.headings.get(name, "")
    return Piece(text=str(words["sections"].get(own, usual)), sources=(f"label:{name}",))


def _listed(name: str) -> Callable[[Plan, Style], tuple[Row, ...]]:
    return lambda plan, style: listed_rows(
        [item for item in plan.listed if item.section == name], style.lang, plan.details
    )


_ROWS: dict[str, Callable[[Plan, Style], tuple[Row, ...]]] = {
    "skills": lambda plan, style: skill_rows(plan.skills, style.lang),
    "languages": lambda plan, style: language_rows(plan.languages, style.lang),
    "credentials": lambda plan, style: credential_rows(plan.credentials, style.lang, plan.details),
}
