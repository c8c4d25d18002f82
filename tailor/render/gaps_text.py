"""A gap report as Markdown, as plain text, and as lines for a terminal."""

import re
import textwrap
from collections.abc import Iterator

from tailor.render.gaps_view import Group, PostingView, ReportView, Row, SkillRow, words

# A bar of priorities is this wide on a terminal of 60 columns and more.
_BAR = 12
_WIDE = 60
# Markdown takes these for marks wherever they stand; the others only matter at the start of a line.
_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def markdown_page(view: ReportView) -> str:
    """A report into Markdown: headings, lists and one table of skills."""
    lines = [f"# {_escaped(view.title)}", "", _escaped(_person(view)), ""]
    for posting in view.postings:
        lines += _markdown_posting(posting, alone=len(view.postings) == 1)
    lines += _markdown_skills(view)
    lines += [f"## {words()['headings']['legend']}", ""]
    lines += [f"- {mark} {word}: {meaning}" for mark, word, meaning in _legend()]
    return "\n".join(lines).strip() + "\n"


def text_page(view: ReportView, width: int) -> str:
    """A report into plain text, wrapped at `width` characters."""
    return "\n".join(terminal_lines(view, width, whole=True)) + "\n"


def terminal_lines(view: ReportView, width: int, *, whole: bool = False) -> list[str]:
    """A report as lines of at most `width` characters: verdicts, then states, then skills.

    `whole` adds what a terminal leaves to the report page: every line of the resume with what it answers.
    """
    lines = _wrapped(view.title, width) + _wrapped(_person(view), width)
    alone = len(view.postings) == 1
    for posting in view.postings:
        lines += ["", *_posting_lines(posting, width, alone=alone, whole=whole)]
    headings = words()["headings"]
    if view.skills:
        lines += ["", headings["skills"].upper()]
        lines += [line for skill in view.skills for line in _skill_lines(skill, width)]
        lines += _more(view)
    lines += ["", headings["legend"].upper()]
    lines += [line for mark, word, said in _legend() for line in _wrapped(f"{word}: {said}", width, mark)]
    return lines


def _person(view: ReportView) -> str:
    return str(words()["for_person"]).format(person=view.person)


def _legend() -> Iterator[tuple[str, str, str]]:
    page = words()
    for state, mark in page["symbols"].items():
        yield mark, page["words"][state], page["meaning"][state]


def _posting_lines(posting: PostingView, width: int, *, alone: bool, whole: bool) -> list[str]:
    headings = words()["headings"]
    lines = [] if alone else ["=" * min(width, 72), *_wrapped(posting.job, width)]
    full = _full(posting, width)
    lines += [*full, *([""] if full or not alone else []), *_wrapped(posting.sentence, width)]
    for name, said in (("blockers", posting.blockers), ("first", posting.first)):
        if said:
            lines += ["", headings[name].upper()]
            lines += [line for one in said for line in _wrapped(one, width, "-")]
    for group in posting.groups:
        lines += ["", *_group_lines(group, width)]
    for heading, listed in _line_lists(posting) if whole else ():
        lines += ["", heading.upper()]
        lines += [line for one in listed for line in _wrapped(one, width, "-")]
    if posting.hints:
        lines += ["", headings["hints"].upper()]
        lines += [line for said in _hints(posting) for line in _wrapped(said, width, "-")]
    return [*lines, "", *_wrapped(posting.set_aside, width)]


def _full(posting: PostingView, width: int) -> list[str]:
    return _wrapped(_full_title(posting), width) if posting.full_title else []


def _full_title(posting: PostingView) -> str:
    return str(words()["full_title"]).format(title=posting.full_title)


def _group_lines(group: Group, width: int) -> list[str]:
    lines = [f"{group.heading.upper()}{f' ({group.note})' if group.note else ''}"]
    for row in group.rows:
        lines += _wrapped(f"{row.word}: {row.text}", width, row.symbol)
        if not row.plain:
            lines += _wrapped(row.reason, width, " ")
        lines += [line for one in _quotes(row) for line in _wrapped(one, width, " ")]
        lines += _wrapped(_to_do(row), width, " ") if row.advice else []
    return lines


def _quotes(row: Row) -> list[str]:
    page = words()
    said = [f"“{one.text}” ({page['printed'] if one.printed else page['unprinted']})" for one in row.evidence]
    return [*said, page["more_evidence"].format(count=row.more)] if row.more else said


def _to_do(row: Row) -> str:
    return str(words()["to_do"]).format(advice=row.advice)


def _line_lists(posting: PostingView) -> Iterator[tuple[str, list[str]]]:
    """The lines of the page and those left out, each list with its heading, each line with what it answers."""
    page = words()
    for name, rows in (("lines", posting.lines), ("waiting", posting.waiting)):
        said = [
            f"“{row.text}”: {'; '.join(one.text for one in row.answers) or page['answers_nothing']}"
            f"{f' ({row.place})' if row.place else ''}"
            for row in rows
        ]
        if said:
            yield page["headings"][name], said


def _hints(posting: PostingView) -> Iterator[str]:
    page = words()
    for hint in posting.hints:
        used = f"{page['hint_used']}{f' ({hint.note})' if hint.note else ''}"
        yield f"{hint.text}: {used if hint.used else hint.note or page['hint_unused']}"


def _skill_lines(skill: SkillRow, width: int) -> list[str]:
    bar = ""
    if width >= _WIDE:
        filled = max(1, round(_BAR * skill.share / 100))
        bar = f"{'█' * filled}{'·' * (_BAR - filled)} "
    near = f"; {words()['columns']['near'].lower()}: {skill.near}" if skill.near else ""
    return _wrapped(
        f"{bar}{skill.priority:>4}  {skill.name} ({skill.word}; {skill.asked}{near})", width, skill.symbol
    )


def _more(view: ReportView) -> list[str]:
    return [words()["more_skills"].format(count=view.more_skills)] if view.more_skills else []


def _wrapped(text: str, width: int, mark: str = "") -> list[str]:
    """A text in lines of at most `width` characters; with a mark, hung under it."""
    first = f"{mark} " if mark.strip() else " " * len(mark) * 2
    return textwrap.wrap(
        text, width=width, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
    ) or [""]


def _markdown_posting(posting: PostingView, *, alone: bool) -> list[str]:
    headings = words()["headings"]
    full = [_escaped(_full_title(posting)), ""] if posting.full_title else []
    heading = headings["verdict"] if alone else _escaped(posting.job)
    lines = [f"## {heading}", "", *full, f"**{_escaped(posting.sentence)}**", ""]
    for name, said in (("blockers", posting.blockers), ("first", posting.first)):
        if said:
            lines += [f"### {headings[name]}", "", *(f"- {_escaped(one)}" for one in said), ""]
    for group in posting.groups:
        note = f" ({group.note})" if group.note else ""
        lines += [f"### {group.heading}{note}", ""]
        lines += [line for row in group.rows for line in _markdown_row(row)]
        lines.append("")
    for heading, listed in _line_lists(posting):
        lines += [f"### {heading}", "", *(f"- {_escaped(one)}" for one in listed), ""]
    if posting.hints:
        lines += [f"### {headings['hints']}", "", *(f"- {_escaped(said)}" for said in _hints(posting)), ""]
    return [*lines, posting.set_aside, ""]


def _markdown_row(row: Row) -> list[str]:
    lines = [f"- {row.symbol} **{row.word}**: {_escaped(row.text)}  ", f"  {_escaped(row.reason)}"]
    lines += [f"  - {_escaped(one)}" for one in _quotes(row)]
    return [*lines, f"  - {_escaped(_to_do(row))}"] if row.advice else lines


def _markdown_skills(view: ReportView) -> list[str]:
    page = words()
    lines = [f"## {page['headings']['skills']}", ""]
    if not view.skills:
        return [*lines, page["no_gaps"], ""]
    columns = [page["columns"][name] for name in ("skill", "state", "priority", "asked_by", "near")]
    lines += [f"| {' | '.join(columns)} |", "| --- | --- | ---: | --- | --- |"]
    for skill in view.skills:
        cells = [skill.name, f"{skill.symbol} {skill.word}", skill.priority, skill.asked, skill.near]
        lines.append(f"| {' | '.join(map(_escaped, cells))} |")
    return [*lines, "", page["priority_note"], *_more(view), ""]


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
