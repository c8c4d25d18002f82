"""Minimum years and lowest education that the required items state."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tailor.model.posting import Item
from tailor.posting.cues import Cues
from tailor.posting.patterns import entries, labelled, pattern, per_language, straight, table
from tailor.resources import language_data

_FILE = "facts.yaml"
# Nobody asks for more.
_MOST_YEARS = 30
_GAP = 6


def min_years(items: Sequence[Item], splits: Sequence[int] = ()) -> int | None:
    """The years of experience asked for.

    On the path that asks the least, where lines "OR" at `splits` part paths.
    """
    paths: dict[int, list[Item]] = {}
    for item in items:
        paths.setdefault(sum(split < item.span.start for split in splits), []).append(item)
    return min((years for path in paths.values() if (years := _of_path(path)) is not None), default=None)


def _of_path(items: Sequence[Item]) -> int | None:
    """The years of one path: of the required lines' first figures, those not of one skill.

    Where several lines name experience over all, the smallest; where none does, the largest, which spans the rest.
    """
    overall: list[int] = []
    others: list[int] = []
    for item in items:
        if item.need == "required":
            for years, general in list(_years(straight(item.span.text)))[:1]:
                (overall if general else others).append(years)
    if overall:
        return min(overall)
    return max(others, default=None)


def education(items: Sequence[Item]) -> str | None:
    """The lowest level of education that the required lines accept, such as "bachelor".

    None when none names one.
    """
    ranks = [rank for item in items if item.need == "required" for rank in _levels(straight(item.span.text))]
    names = _level_names()
    return names[min(ranks)] if ranks else None


def education_stated(value: str) -> str | None:
    """The level that markup names, such as "bachelor degree"."""
    ranks = _levels(straight(value))
    return _level_names()[min(ranks)] if ranks else None


def _years(line: str) -> Iterator[tuple[int, bool]]:
    for found in _figure().finditer(line):
        count = _count(found.group("low"))
        unit_is_month = bool(found.group("months"))
        behind = line[found.end() : found.end() + 60]
        if (
            count is None
            or _never_after().match(behind.lstrip(" -'’of").lstrip())
            or _never_after().match(behind.lstrip(" -'’"))
        ):
            continue
        before = line[: found.start()].rstrip(" (~")
        if any(match.end() == len(before) for match in pattern(_FILE, "years", "never_before").finditer(before)):
            continue
        years = count // 12 if unit_is_month else count
        if years > _MOST_YEARS or (unit_is_month and years == 0):
            continue
        yield years, _is_overall(behind)


def _is_overall(behind: str) -> bool:
    text = re.sub(r"\A['’\s)]*(?:of\s+)?", "", behind)
    if pattern(_FILE, "years", "one_skill").match(text):
        return False
    overall = pattern(_FILE, "years", "overall")
    return bool(overall.match(text) or overall.match(re.sub(r"\A\w+\s+", "", text)))


def _levels(line: str) -> list[int]:
    line = pattern(_FILE, "education", "never").sub(lambda found: " " * len(found.group()), line)
    names = _level_names()
    found = [
        (match.start(), names.index(name))
        for name, cues in labelled(_FILE, "education", "levels")
        for match in cues.finditer(line)
    ]
    specific = [rank for _, rank in found if names[rank] != "bachelor"]
    plain = [rank for at, rank in found if names[rank] == "bachelor" and not _names_other(line, at, found, names)]
    return specific + plain


def _names_other(line: str, at: int, found: Sequence[tuple[int, int]], names: Sequence[str]) -> bool:
    """A bare "degree" behind the name of another level belongs to it: "master's or associate degree"."""
    bare = pattern(_FILE, "education", "bare").match(line, at)
    return bare is not None and any(names[rank] != "bachelor" for _, rank in found)


def _level_names() -> tuple[str, ...]:
    return tuple(language_data("en", _FILE)["education"]["levels"])


@per_language
def _figure() -> re.Pattern[str]:
    words = "|".join(sorted(_numbers(), key=lambda word: (-len(word), word)))
    number = rf"(?:\d{{1,2}}(?:[.,]\d)?|{words})"
    years, months, to, more = ("|".join(entries(_FILE, "years", key)) for key in ("units", "months", "to", "more"))
    remark = r"(?:\s*\([^)]{1,12}\))?"
    range_end = rf"(?:(?:[-–—/]|{to})\s*(?:{more}|{number})\s*\+?)?"
    return re.compile(
        rf"(?<![\w.,$€£/-])(?P<low>{number}){remark}\s*\+?\s*{range_end}\s*{remark}\s*(?:(?:{more}|\+)\s*)?"
        rf"(?:(?P<years>{years})|(?P<months>{months}))(?![^\W_])",
        re.IGNORECASE,
    )


def _count(text: str) -> int | None:
    lowered = text.casefold()
    if lowered in _numbers():
        return _numbers()[lowered]
    return int(float(text.replace(",", "."))) if text[:1].isdigit() else None


def _numbers() -> Mapping[str, int]:
    return table(_FILE, "years", "numbers")


def _never_after() -> Cues:
    return pattern(_FILE, "years", "never_after")
