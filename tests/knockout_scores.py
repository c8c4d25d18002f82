"""What the gap report says of the knock-outs of labelled pairs, counted against their labels.

A pair is a posting and a profile. Its label gives the state that a careful coach would give each thing that may
stop the application, by its quote; a second state behind a slash is as good. Where several things share a
quote, or the report answers them in one line, the worst of them is the line's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from letter_cases import plan

from tailor.gaps import report
from tailor.match import rank
from tailor.model.gaps import PostingGaps, RequirementState
from tailor.model.posting import RequirementKind
from tailor.model.skills import Find
from tailor.pages import read_pages
from tailor.posting import read_posting
from tailor.profile import read_profile
from tailor.requirements import build_posting

FOLDER = Path(__file__).parent / "knockouts"
TODAY = date(2026, 1, 15)
_WORST = ("not met", "ask", "unsaid", "met")
_SAID = {"shown": "met", "met": "met", "not met": "not met", "ask": "ask"}
_KINDS: Mapping[str, tuple[RequirementKind, ...]] = {
    "licence": ("licence",), "certificate": ("licence", "degree"), "driving": ("licence",),
    "degree": ("degree", "licence"),
    "years": ("experience", "skill"), "language": ("language",), "permit": ("permit",), "clearance": ("permit",),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One labelled line: the state told of it, the best state and all that are as good, and whether it blocks."""

    pair: str
    quote: str
    told: str
    best: str
    good: frozenset[str]
    blocks: bool
    reason: str

    @property
    def named(self) -> bool:
        """Whether the person is told that it does not stand, or asked."""
        return self.told in {"not met", "ask"}


def folders(group: str) -> list[Path]:
    """The folders of a group, each one posting with profiles and labels."""
    return sorted(path.parent for path in (FOLDER / group).glob("*/labels.yaml"))


def people(folder: Path) -> list[str]:
    """Whose profiles stand beside a posting."""
    return sorted(path.stem for path in folder.glob("*.yaml") if path.stem != "labels")


@cache
def gaps_of(folder: Path, person: str, find: Find) -> PostingGaps:
    """The gap report of a pair whose resume prints everything."""
    file = next(iter(folder.glob("posting.*")))
    (page,) = read_pages(file.read_bytes(), file.name)
    posting = build_posting(page, read_posting(page), find)
    profile = read_profile((folder / f"{person}.yaml").read_bytes(), f"{person}.yaml")
    pair = (plan(posting, profile), rank(posting, profile, find, today=TODAY))
    (gaps,) = report([pair], today=TODAY, find=find).postings
    return gaps


@cache
def label_of(folder: Path) -> Mapping[str, Any]:
    """What the posting of a folder asks, with the state of each person."""
    found: Mapping[str, Any] = yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))
    return found


def calls(folder: Path, person: str, find: Find) -> Iterator[Call]:
    """Every labelled line of a pair with what the report says of it."""
    gaps = gaps_of(folder, person, find)
    lines: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for label in label_of(folder)["knockouts"]:
        answering = tuple(state.requirement.id for state in _answering(gaps, label))
        lines.setdefault(answering or (label["quote"],), []).append(label)
    for answering, labels in lines.items():
        states = [state for state in gaps.states if state.requirement.id in answering]
        wanted = [label["states"][person].split("/") for label in labels]
        told = _worst(_SAID.get(state.state, "unsaid") for state in states) if states else "silent"
        yield Call(
            pair=f"{folder.name}/{person}",
            quote=labels[0]["quote"],
            told=told,
            best=_worst(one[0] for one in wanted),
            good=frozenset(_worst(each) for each in product(*wanted)),
            blocks=any(state.knockout for state in states),
            reason="; ".join(f"{s.requirement.kind} {s.state}: {s.reason}" for s in states),
        )


def tempted(folder: Path, person: str, find: Find) -> Iterator[RequirementState]:
    """What the report takes for a knock-out and is only a wish of the posting."""
    for quote in label_of(folder).get("never", ()):
        for state in gaps_of(folder, person, find).states:
            if state.knockout and _same(quote, state.requirement.text):
                yield state


def _answering(gaps: PostingGaps, label: Mapping[str, Any]) -> list[RequirementState]:
    found = [state for state in gaps.states if _overlaps(label["quote"], state.requirement.text)]
    kinds = _KINDS.get(label["kind"], ())
    return [state for state in found if state.requirement.kind in kinds] or found


def _worst(states: Iterable[str]) -> str:
    return min(states, key=_WORST.index)


def _overlaps(one: str, other: str) -> bool:
    first, second = _plain(one), _plain(other)
    return first in second or second in first


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .;,")
