"""A gap report as Markdown: headings, lists and tables."""

import re
from collections.abc import Iterable, Sequence

from tailor.render.gaps_many import ManyView
from tailor.render.gaps_rows import Group, Row, words
from tailor.render.gaps_text import full_title, hints_told, legend, line_lists, phrase_told, quotes, to_do
from tailor.render.gaps_view import PostingView, ReportView

# Markdown takes these for marks wherever they stand; the others only matter at the start of a line.
_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def markdown_page(view: ReportView, above: Sequence[str] = ()) -> str:
    """A report into Markdown, in the order of the page; `above` are the lines that tell of several postings."""
    lines = [f"# {escaped(view.title)}", "", escaped(str(words()["for_person"]).format(person=view.person)), ""]
    lines += above
    for posting in view.postings:
        lines += _posting(posting, alone=len(view.postings) == 1)
    lines += [f"## {words()['headings']['legend']}", ""]
    lines += [f"- {mark} {word}: {meaning}" for mark, word, meaning in legend()]
    return "\n".join(lines).strip() + "\n"


def _posting(posting: PostingView, *, alone: bool) -> list[str]:
    headings = words()["headings"]
    full = [escaped(full_title(posting)), ""] if posting.full_title else []
    heading = headings["verdict"] if alone else escaped(posting.job)
    lines = [f"## {heading}", "", *full, f"**{escaped(posting.sentence)}**", ""]
    for name, said in (("blockers", posting.blockers), ("first", posting.first)):
        lines += _list(headings[name], [one.whole for one in said])
    for group in posting.groups:
        lines += _group(group)
    lines += _list(headings["phrases"], [phrase_told(row) for row in posting.phrases])
    for heading, listed in line_lists(posting):
        lines += _list(heading, listed)
    lines += _list(headings["hints"], hints_told(posting))
    return [*lines, posting.set_aside, ""]


def _list(heading: str, said: Iterable[str]) -> list[str]:
    items = [f"- {escaped(one)}" for one in said]
    return [f"### {heading}", "", *items, ""] if items else []


def _group(group: Group) -> list[str]:
    note = f" ({group.note})" if group.note else ""
    return [f"### {group.heading}{note}", "", *(line for row in group.rows for line in _row(row)), ""]


def _row(row: Row) -> list[str]:
    if len(row.asked) == 1:
        lines = [f"- {row.symbol} **{row.word}**: {escaped(row.text)}  ", f"  {escaped(row.reason)}"]
    else:
        lines = [f"- {row.symbol} **{row.word}**: {escaped(row.reason)}"]
        lines += [f"  - {escaped(one.text)}" for one in row.asked]
    lines += [f"  - {escaped(one)}" for one in quotes((*row.evidence, *row.rest))]
    return [*lines, f"  - {escaped(to_do(row))}"] if row.advice else lines


def first_list(many: ManyView) -> list[str]:
    """What to do first over several postings, as lines of Markdown."""
    items = [f"{number}. {escaped(said.whole)}" for number, said in enumerate(many.first, start=1)]
    return [f"## {words()['headings']['first']}", "", *items, ""] if items else []


def map_table(many: ManyView) -> list[str]:
    """Skills against postings as lines of Markdown: a numbered list of the postings, and a table."""
    page = words()["many"]
    lines = [
        f"## {page['headings']['map']}",
        "",
        *(f"{one.verb}. {escaped(one.text)}" for one in many.columns),
        "",
    ]
    lines += [f"| {page['columns']['skill']} | | {' | '.join(one.verb for one in many.columns)} |"]
    lines += [f"| --- | --- |{' :-: |' * len(many.columns)}"]
    for skill in many.skills:
        cells = [escaped(skill.name), f"{skill.symbol} {skill.word}", *(cell.mark for cell in skill.cells)]
        lines.append(f"| {' | '.join(cells)} |")
    return [*lines, "", escaped(page["map_note"]), ""]


def escaped(text: str) -> str:
    """A text in which Markdown sees no marks."""
    return _MARKS.sub(r"\\\1", text)
