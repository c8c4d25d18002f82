"""Which requirements stop an application that does not meet them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tailor.model.posting import Item, Requirement, SetAside
from tailor.requirements.cues import data, hard_cues, path_cues
from tailor.requirements.kinds import first_kind

LONGEST_CONDITION = 200
"""Characters of a set-aside line that can be a condition; longer ones are policies that only mention the words."""

_CONDITIONS = ("licence", "permit")
_ENDS_OPEN = re.compile(r"[,;]?\s*(?P<word>\w+)\s*$")


def knockouts(requirements: Sequence[Requirement], paths: frozenset[str]) -> Iterator[Requirement]:
    """The requirements that stop who does not meet them, in order; those with an id in `paths` do not.

    They are licences, permits, degrees, languages and years that are required, and duties that say "must"
    of a licence or a permit.
    """
    return (one for one in requirements if one.id not in paths and _stops(one))


def conditions(aside: Iterable[SetAside], known: Iterable[Requirement]) -> Iterator[Requirement]:
    """Permits and licences among the lines set aside, where no requirement of the same kind says it already."""
    kinds = {requirement.kind for requirement in known}
    number = 0
    for line in aside:
        text = line.span.text
        kind = first_kind(text)
        if (
            kind not in _CONDITIONS
            or kind in kinds
            or len(text) > LONGEST_CONDITION
            or not hard_cues().search(text)
        ):
            continue
        number += 1
        kinds.add(kind)
        yield Requirement(
            id=f"k{number}",
            need="required",
            kind=kind,
            span=line.span,
            skills=(),
            min_years=None,
            why=f"a condition among lines set aside: {line.why}",
        )


def open_paths(items: Sequence[Item], text: str) -> frozenset[int]:
    """The places of items that are one of several ways to qualify: an "or" stands between them, or ends one.

    An "or" alone on its line parts two paths; the second reaches to the end of its heading's items, the first
    has as many items, but none before a line of "and".
    """
    paths: set[int] = set()
    links = {place: link for place in range(1, len(items)) if (link := _link(items, place, text))}
    for place, link in links.items():
        if link == "ends":
            paths |= {place - 1, place}
        elif link == "or":
            second = _second_path(items, place, links)
            paths |= set(second) | set(_first_path(place, len(second), links))
    return frozenset(paths)


def _stops(requirement: Requirement) -> bool:
    if requirement.source == "record" or requirement.need == "preferred":
        return False
    if requirement.need == "responsibility":
        return first_kind(requirement.text) in _CONDITIONS and bool(hard_cues().search(requirement.text))
    if requirement.kind == "experience":
        return requirement.min_years is not None
    return requirement.kind in data()["knockouts"]


def _link(items: Sequence[Item], place: int, text: str) -> str:
    """What ties an item to the one before: "or" or "and" on a line between, "ends" for an "or" at its end."""
    before, after = items[place - 1].span, items[place].span
    between = text[before.end : after.start].strip(" \t\n-–—*•:;,.()")
    for name, cues in path_cues().items():
        if cues.fullmatch(between):
            return name
    ending = _ENDS_OPEN.search(before.text)
    adjacent = items[place - 1].need == items[place].need and not between
    return "ends" if adjacent and ending and path_cues()["or"].fullmatch(ending["word"]) else ""


def _second_path(items: Sequence[Item], place: int, links: Mapping[int, str]) -> list[int]:
    path = [place]
    for following in range(place + 1, len(items)):
        same = (items[following].need, items[following].heading) == (items[place].need, items[place].heading)
        if following in links or not same:
            break
        path.append(following)
    return path


def _first_path(place: int, size: int, links: Mapping[int, str]) -> list[int]:
    path = [place - 1]
    while len(path) < size and path[-1] > 0 and path[-1] not in links:
        path.append(path[-1] - 1)
    return path
