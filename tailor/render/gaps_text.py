"""A gap report as plain text, and as lines for a terminal."""

import textwrap
from collections.abc import Iterator

from tailor.model.gaps import Evidence
from tailor.render.gaps_rows import Group, Row, words
from tailor.render.gaps_view import PhraseRow, PostingView, ReportView, SkillRow

# A bar of priorities is this wide on a terminal of 60 columns and more.
_BAR = 12
_WIDE = 60


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
        lines += _headed(headings["skills"], width)
        lines += [line for skill in view.skills for line in _skill_lines(skill, width)]
        lines += _more(view, width)
    lines += _headed(headings["legend"], width)
    lines += [line for mark, word, said in legend() for line in _wrapped(f"{word}: {said}", width, mark)]
    return lines


def _person(view: ReportView) -> str:
    return str(words()["for_person"]).format(person=view.person)


def legend() -> Iterator[tuple[str, str, str]]:
    """Each state's symbol, word and meaning."""
    page = words()
    for state, mark in page["symbols"].items():
        yield mark, page["words"][state], page["meaning"][state]


def _posting_lines(posting: PostingView, width: int, *, alone: bool, whole: bool) -> list[str]:
    headings = words()["headings"]
    lines = [] if alone else ["=" * min(width, 72), *_wrapped(posting.job, width)]
    full = _wrapped(full_title(posting), width) if posting.full_title else []
    lines += [*full, *([""] if full or not alone else []), *_wrapped(posting.sentence, width)]
    for name, said in (("blockers", posting.blockers), ("first", posting.first)):
        if said:
            lines += _headed(headings[name], width)
            lines += [line for one in said for line in _wrapped(one.whole, width, "-")]
    for group in posting.groups:
        lines += _group_lines(group, width)
    if posting.phrases:
        lines += _headed(headings["phrases"], width)
        lines += [line for row in posting.phrases for line in _wrapped(phrase_told(row), width, "-")]
    for heading, listed in line_lists(posting) if whole else ():
        lines += _headed(heading, width)
        lines += [line for one in listed for line in _wrapped(one, width, "-")]
    if posting.hints:
        lines += _headed(headings["hints"], width)
        lines += [line for said in hints_told(posting) for line in _wrapped(said, width, "-")]
    return [*lines, "", *_wrapped(posting.set_aside, width)]


def full_title(posting: PostingView) -> str:
    """The line that tells a posting's own title."""
    return str(words()["full_title"]).format(title=posting.full_title)


def _group_lines(group: Group, width: int) -> list[str]:
    lines = _headed(group.heading, width, group.note)
    for row in group.rows:
        lines += _row_lines(row, width)
        if not row.plain:
            lines += _wrapped(row.reason, width, " ")
        lines += [line for one in quotes(row.evidence) for line in _wrapped(one, width, " ")]
        if row.rest:
            lines += _wrapped(words()["more_evidence"].format(count=len(row.rest)), width, " ")
        lines += _wrapped(to_do(row), width, " ") if row.advice else []
    return lines


def _row_lines(row: Row, width: int) -> list[str]:
    if len(row.asked) == 1:
        return _wrapped(f"{row.word}: {row.text}", width, row.symbol)
    lines = _wrapped(f"{row.word}:", width, row.symbol)
    return [*lines, *(line for one in row.asked for line in _wrapped(one.text, width, "  -"))]


def quotes(evidence: tuple[Evidence, ...]) -> list[str]:
    """Evidence as quotes, each with whether the resume prints it."""
    page = words()
    return [f"“{one.text}” ({page['printed'] if one.printed else page['unprinted']})" for one in evidence]


def to_do(row: Row) -> str:
    """What to do about a row."""
    return str(words()["to_do"]).format(advice=row.advice)


def phrase_told(row: PhraseRow) -> str:
    """The posting's words and what the page has for them, as one line."""
    written = f" “{row.written}”" if row.written else ""
    return str(words()["phrase"]).format(
        texts=", ".join(f"“{one.text}”" for one in row.texts), word=f"{row.word}{written}"
    )


def line_lists(posting: PostingView) -> Iterator[tuple[str, list[str]]]:
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


def hints_told(posting: PostingView) -> Iterator[str]:
    """What became of each note, as lines."""
    page = words()
    for hint in posting.hints:
        used = f"{page['hint_used']}{f' ({hint.note})' if hint.note else ''}"
        yield f"{hint.text}: {used if hint.used else hint.note or page['hint_unused']}"


def _skill_lines(skill: SkillRow, width: int) -> list[str]:
    bar = ""
    if width >= _WIDE:
        filled = max(1, round(_BAR * skill.share / 100))
        bar = f"{'█' * filled}{'·' * (_BAR - filled)} "
    near = f"; {skill.near[:1].lower()}{skill.near[1:]}" if skill.near else ""
    return _wrapped(
        f"{bar}{skill.priority:>4}  {skill.name} ({skill.word}; {skill.asked}{near})", width, skill.symbol
    )


def _more(view: ReportView, width: int) -> list[str]:
    return _wrapped(words()["more_skills"].format(count=view.more_skills), width) if view.more_skills else []


def _headed(heading: str, width: int, note: str = "") -> list[str]:
    """An empty line and a heading, with its note behind it."""
    return ["", *_wrapped(f"{heading.upper()}{f' ({note})' if note else ''}", width)]


def _wrapped(text: str, width: int, mark: str = "") -> list[str]:
    """A text in lines of at most `width` characters; with a mark, hung under it."""
    first = f"{mark} " if mark.strip() else " " * len(mark) * 2
    return textwrap.wrap(
        text, width=width, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
    ) or [""]
