"""A posting and its page into one HTML page: the posting's own text, each piece coloured by what it became."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tailor.model.posting import Posting
from tailor.model.text import Block, Page
from tailor.render.gaps import report_template
from tailor.resources import language_data

_TAGS = {"heading": "h3", "item": "div", "text": "p"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A stretch of the text with what it became and why."""

    start: int
    end: int
    kind: str
    why: str


def annotated(posting: Posting, page: Page) -> str:
    """A posting and the page it was read from into a self-contained HTML page without scripts."""
    words = language_data("en", "parse.yaml")["annotated"]
    return report_template("annotated.html.j2").render(view=_view(posting, page, words), w=words)


def _view(posting: Posting, page: Page, words: Mapping[str, Any]) -> dict[str, Any]:
    marks = _marks(posting)
    stops = _stops(posting)
    facts = posting.facts
    stated = [facts.company, "; ".join(facts.locations), facts.employment_type, posting.source]
    blocks = sorted((*page.blocks, *page.notes), key=lambda block: block.start)
    notes = {block.start for block in page.notes}
    return {
        "title": posting.title or posting.source,
        "language": facts.language,
        "facts": " · ".join(filter(None, stated)),
        "doubts": posting.doubts,
        "kinds": [
            {"name": name, "letter": kind["letter"], "label": kind["label"], "count": _count(name, marks, notes)}
            for name, kind in words["kinds"].items()
        ],
        "blocks": [
            _block(block, marks, stops, words) if block.start not in notes else _note(block, words)
            for block in blocks
        ],
    }


def _marks(posting: Posting) -> list[_Mark]:
    own = [one for one in posting.requirements if one.source == "posting"]
    marks = [_Mark(start=one.span.start, end=one.span.end, kind=one.need, why=one.why) for one in own]
    marks += [
        _Mark(start=one.span.start, end=one.span.end, kind="aside", why=one.why) for one in posting.set_aside
    ]
    known = {mark.start for mark in marks}
    for knockout in posting.knockouts:
        span = knockout.requirement.span
        if span.start not in known:
            marks.append(_Mark(start=span.start, end=span.end, kind="required", why=knockout.requirement.why))
            known.add(span.start)
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


def _stops(posting: Posting) -> dict[int, str]:
    """What decides first, by the place where its line begins."""
    stops: dict[int, list[str]] = {}
    for knockout in posting.knockouts:
        stops.setdefault(knockout.requirement.span.start, []).append(knockout.kind)
    return {start: ", ".join(kinds) for start, kinds in stops.items()}


def _count(name: str, marks: Sequence[_Mark], notes: set[int]) -> int:
    return len(notes) if name == "notes" else sum(mark.kind == name for mark in marks)


def _block(
    block: Block, marks: Sequence[_Mark], stops: Mapping[int, str], words: Mapping[str, Any]
) -> dict[str, Any]:
    inside = [mark for mark in marks if mark.start < block.end and mark.end > block.start]
    return {
        "tag": _TAGS[block.kind],
        "kind": block.kind,
        "pieces": list(_pieces(block, inside, stops, words)),
        "why": "; ".join(dict.fromkeys(mark.why for mark in inside)),
    }


def _note(block: Block, words: Mapping[str, Any]) -> dict[str, Any]:
    kind = words["kinds"]["notes"]
    piece = {"kind": "notes", "letter": kind["letter"], "text": block.text, "why": kind["label"], "stops": ""}
    return {"tag": _TAGS[block.kind], "kind": block.kind, "pieces": [piece], "why": ""}


def _pieces(
    block: Block, marks: Sequence[_Mark], stops: Mapping[int, str], words: Mapping[str, Any]
) -> Iterator[dict[str, str]]:
    """A block's text in stretches: those that became something, and what stands between them."""
    at = block.start
    for mark in marks:
        start, end = max(mark.start, at), min(mark.end, block.end)
        if end <= start:
            continue
        if start > at:
            yield {"kind": "", "text": block.text[at - block.start : start - block.start]}
        yield {
            "kind": mark.kind,
            "letter": words["kinds"][mark.kind]["letter"],
            "text": block.text[start - block.start : end - block.start],
            "why": mark.why,
            "stops": stops.get(mark.start, ""),
        }
        at = end
    if at < block.end:
        yield {"kind": "", "text": block.text[at - block.start :]}
