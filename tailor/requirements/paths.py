"""Requirements that are one of several ways to qualify: an "or" stands between them, or ends one."""

import re
from collections.abc import Mapping, Sequence

from tailor.model.posting import Item
from tailor.requirements.cues import path_cues

_ENDS_OPEN = re.compile(r"[,;]?\s*(?P<word>\w+)\s*$")


def ways(items: Sequence[Item], text: str) -> dict[int, str]:
    """The places of items that are one of several ways to qualify, with choice and way: "1.2".

    An "or" stands between them, or ends one. An "or" alone on its line parts two ways; the second reaches to the
    end of its heading's items, the first has as many items, but none before a line of "and".
    """
    links = {place: link for place in range(1, len(items)) if (link := _link(items, place, text))}
    told: dict[int, tuple[int, int]] = {}
    for place, link in links.items():
        if link == "ends":
            first, second = [place - 1], [place]
        elif link == "or":
            second = _second_path(items, place, links)
            first = _first_path(place, len(second), links)
        else:
            continue
        known = told.get(first[0])
        choice, way = known or (len({number for number, _ in told.values()}) + 1, 1)
        told |= dict.fromkeys(first if known is None else (), (choice, way))
        told |= dict.fromkeys(second, (choice, way + 1))
    return {place: f"{choice}.{way}" for place, (choice, way) in told.items()}


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
