"""What the text of a PDF tells: odd characters, spaced letters, lone bullets, contact, headings and dates."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tailor.check.finding import Finding
from tailor.check.odd_signs import around, odd_signs, sign_name
from tailor.check.prints import Print
from tailor.check.read_back import LONE_MARKS, MARKS
from tailor.check.words import headings, is_date, normal, spans

_SPACED = re.compile(r"^\W*(?:\w[ \t]){4,}\w\W*$", re.MULTILINE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/])\(?\+?\d[\d ().\-/]{6,16}\d(?!\w)")
_SPANLESS = re.compile(r"(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d")
_SENTENCE = re.compile(r"\d[.;]$")
_SHARE_OF_SPACES = 0.2
_DIGITS = range(8, 16)
_QUOTED = 40
_FEWEST_SPANS, _FEWEST_BULLETS = 2, 3


def text_findings(held: Print) -> Iterator[Finding]:
    """What is found in the text of a PDF that has one."""
    text = held.text
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    yield from _odd(text)
    yield from _odd(held.second, known=text)
    yield from _spaced(text)
    yield from _lone_bullets(text)
    yield from _contact(held)
    if is_resume(text):
        yield from _headings(held, lines)
        yield from _dates(lines)


def is_resume(text: str) -> bool:
    """Whether a text looks like a resume: a letter has neither spans of dates nor lists."""
    bullets = sum(line.lstrip()[:1] in MARKS for line in text.split("\n") if line.strip())
    return spans(text) >= _FEWEST_SPANS or bullets >= _FEWEST_BULLETS


def _odd(text: str, known: str = "") -> Iterator[Finding]:
    for sign, at in odd_signs(text).items():
        if sign in known:
            continue
        times = text.count(sign)
        few = sign.isspace() and times < _SHARE_OF_SPACES * (text.count(" ") + times)
        yield Finding(
            kind="odd-character",
            problem=f"{sign_name(sign)} stands {times} times in the text, first in “{around(text, at)}”",
            remedy="write the usual character, or set the page in another font; leave icons out",
            lost=not few,
        )


def _spaced(text: str) -> Iterator[Finding]:
    found = [line.strip() for line in _SPACED.findall(text)]
    if found:
        yield Finding(
            kind="spaced-letters",
            problem=f"letters stand apart, so that words are lost: {_some(found)}",
            remedy="space the letters of headings no wider than .08 em",
        )


def _lone_bullets(text: str) -> Iterator[Finding]:
    found = LONE_MARKS.findall(text)
    if found:
        count = sum(one.count(mark) for one in found for mark in MARKS)
        yield Finding(
            kind="lone-bullets",
            problem=f"{count} bullets stand apart from their text",
            remedy="write the mark as text at the beginning of each line of a list",
        )


def _contact(held: Print) -> Iterator[Finding]:
    text = held.text
    links = {link.partition(":")[0].lower() for sheet in held.sheets for link in sheet.links}
    if not _EMAIL.search(text):
        behind = ", only a link behind other words" if "mailto" in links else ""
        yield Finding(
            kind="no-email",
            problem=f"no e-mail address stands in the text{behind}",
            remedy="write it out in the text, not as an icon and not in a picture",
        )
    if not any(_is_phone(found) for found in _PHONE.findall(text)):
        behind = ", only a link behind other words" if "tel" in links else ""
        yield Finding(
            kind="no-phone",
            problem=f"no telephone number stands in the text{behind}",
            remedy="write it out if you want to be called",
            lost=False,
        )


def _is_phone(found: str) -> bool:
    return sum(sign.isdigit() for sign in found) in _DIGITS and not _SPANLESS.search(found)


def _headings(held: Print, lines: Sequence[str]) -> Iterator[Finding]:
    known = [line for line in lines if normal(line) in headings()]
    if not known:
        yield Finding(
            kind="no-headings",
            problem="no line is a heading that software looks for",
            remedy="name the sections by their usual words: Work Experience, Education, Skills",
        )
        return
    unknown = [line for line in _dressed_alike(held, known) if normal(line) not in headings()]
    if unknown:
        yield Finding(
            kind="unknown-headings",
            problem=f"these headings are not the usual words: {_some(unknown)}",
            remedy="software may put what stands below into the section above; a usual heading is safer",
            lost=False,
        )


def _dressed_alike(held: Print, known: Sequence[str]) -> list[str]:
    """Lines of their own that look as the known headings do: as large, as bold, in capitals alike."""
    runs = [run for sheet in held.sheets for run in sheet.fragments]
    looks = {(round(run.height, 1), run.bold, run.text.isupper()) for run in runs if run.text in known}
    body = [round(run.height, 1) for run in runs]
    usual = max(set(body), key=body.count)
    dressed = {look for look in looks if look[0] > usual or look[2]}
    rows = {run.base for before, run in pairwise(runs) if abs(before.base - run.base) < 1}
    return [
        run.text
        for run in runs
        if (round(run.height, 1), run.bold, run.text.isupper()) in dressed and run.base not in rows
    ]


def _dates(lines: Sequence[str]) -> Iterator[Finding]:
    found = [
        line
        for before, line, behind in zip(["", *lines], lines, [*lines[1:], ""], strict=False)
        if is_date(line)
        and not _SENTENCE.search(line)
        and (is_date(behind) or is_date(before) or (before[:1] in MARKS and behind[:1] in MARKS))
    ]
    if found:
        yield Finding(
            kind="dates-apart",
            problem=f"dates stand apart from what they date: {_some(found)}",
            remedy="write each date on the line of its title, a space behind it",
        )


def _some(lines: Sequence[str]) -> str:
    shown = [line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…" for line in dict.fromkeys(lines)]
    more = f" and {len(shown) - 3} more" if len(shown) > 3 else ""  # noqa: PLR2004 - three examples do
    return ", ".join(f"“{line}”" for line in shown[:3]) + more
