"""Skills of one line into any-of groups: one of each group is enough."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tailor.model.skills import Mention, Skill
from tailor.requirements.cues import group_cues, skill_kinds

Group = tuple[Skill, ...]
_Members = list[Mention]
_Link = Literal["or", "and", "slash", "comma", "apart"]
_CONJUNCTIONS: tuple[Literal["or", "and"], ...] = ("or", "and")

_MOST_FILLERS = 6
"""Words between two skills of one list ("or another container orchestration tool"); more is a new thought."""

_TAIL_WORDS = 2
"""Words that may end a listed skill before its comma ("Python programming, SQL")."""

_ITEM_WORDS = 3
"""Words of a listed item that is no known skill ("Python, our own engine, or Spark")."""

_HEAD_WORDS = 3
"""Words between a skill and the examples given for it ("cloud platforms such as")."""

_SLASH = re.compile(r"\s*/\s*")
_STOP = re.compile(r"[.;:•\n|]|\s[-–—]\s")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A part of a line without brackets inside: its text and the mentions in it, offsets of the line."""

    text: str
    mentions: tuple[Mention, ...]


def any_of_groups(text: str, mentions: Sequence[Mention]) -> tuple[Group, ...]:
    """A line and the skills it names into groups in text order; a skill alone is a group of one.

    "Python, Scala or Java" is one group, "Python and SQL" two; a list after "such as", after "one of", or in
    brackets behind its own kind ("cloud platforms (AWS, Azure)") is one. Negated mentions are left out.
    """
    named = tuple(mention for mention in mentions if not mention.negated)
    outer, inner = _without_brackets(text, named)
    groups = _groups(outer)
    for bracket in inner:
        groups = _placed(groups, bracket, outer)
    return _distinct(groups)


def _without_brackets(text: str, mentions: Sequence[Mention]) -> tuple[_Stretch, list[_Stretch]]:
    """The line with its bracketed parts blanked out, and those parts that hold mentions, each on its own.

    A mention that reaches over a bracket's edge belongs to the line.
    """
    inner: list[_Stretch] = []
    outer, outside = text, list(mentions)
    for found in _BRACKETS.finditer(text):
        held = tuple(m for m in outside if found.start() < m.start and m.end < found.end())
        if held:
            inner.append(_Stretch(text=_only(text, found.start(1), found.end(1)), mentions=held))
            outside = [m for m in outside if m not in held]
        outer = _blank(outer, found.start(), found.end())
    return _Stretch(text=outer, mentions=tuple(sorted(outside, key=lambda m: m.start))), inner


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _only(text: str, start: int, end: int) -> str:
    return " " * start + text[start:end] + " " * (len(text) - end)


def _groups(stretch: _Stretch) -> list[_Members]:
    """The groups of a stretch: runs of listed skills, each judged by its links and what stands around it."""
    groups: list[_Members] = []
    for run in _runs(stretch):
        members = [mention for mention, _ in run]
        if _any_is_enough(stretch.text, members):
            groups.append(_with_head(groups, members, stretch.text))
        else:
            groups += _split(run, open_end=_goes_on(stretch.text[members[-1].end :]))
    return groups


def _runs(stretch: _Stretch) -> list[list[tuple[Mention, _Link]]]:
    """Mentions that stand in one list, each with its link to the one before."""
    runs: list[list[tuple[Mention, _Link]]] = []
    for mention in stretch.mentions:
        link: _Link = "apart"
        if runs:
            last = runs[-1][-1][0]
            link = _link(stretch.text[last.end : mention.start]) if _alike(last, mention) else "apart"
        if link == "apart":
            runs.append([])
        runs[-1].append((mention, link))
    return runs


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two skills can be alternatives: degrees among degrees, personal qualities among their like."""
    return skill_kinds().get(one.skill.kind) == skill_kinds().get(other.skill.kind)


def _link(between: str) -> _Link:
    """How the text between two mentions ties them: by its last separator, if all of it reads as one list."""
    if _SLASH.fullmatch(between):
        return "slash"
    if _STOP.search(between) or group_cues("examples").search(between) or group_cues("any").search(between):
        return "apart"
    tail, *items = _cut(between)
    if not items or _count(tail) > _TAIL_WORDS or group_cues("breaks").search(tail):
        return "apart"
    if any(_count(item) > _ITEM_WORDS for item in items[:-1]):
        return "apart"
    last = items[-1]
    for link in _CONJUNCTIONS:
        if group_cues(link).match(last) and _count(last) <= _MOST_FILLERS:
            return link
    new_thought = group_cues("breaks").match(last) and _count(last) > 1
    return "comma" if _count(last) <= _ITEM_WORDS and not new_thought else "apart"


def _goes_on(after: str) -> bool:
    """Whether a list goes on, with an "or", to something that is no known skill: ", a similar field, or …"."""
    tail, *items = _cut(_STOP.split(after)[0])
    if _count(tail) > _TAIL_WORDS or group_cues("breaks").search(tail):
        return False
    for item in items:
        if group_cues("or").match(item):
            return True
        if _count(item) > _ITEM_WORDS or group_cues("and").match(item):
            return False
    return False


def _cut(between: str) -> list[str]:
    """A text between two skills cut at commas and before "and" and "or"."""
    pieces = [piece.strip() for piece in between.split(",")]
    if len(pieces) > 1:
        return pieces
    for link in _CONJUNCTIONS:
        if found := group_cues(link).search(between):
            return [between[: found.start()], between[found.start() :]]
    return pieces if pieces[0] else ["", ""]


def _count(text: str) -> int:
    return len(_WORDS.findall(text))


def _any_is_enough(text: str, members: _Members) -> bool:
    """Whether the words before or after a list say that its items are examples or alternatives."""
    before, after = text[: members[0].start].rstrip(" ,:("), text[members[-1].end :]
    if _last_match(group_cues("examples"), before) or _last_match(group_cues("any"), before):
        return True
    return bool(group_cues("open_ended").match(after.lstrip(" ,")))


def _last_match(cues: re.Pattern[str], before: str) -> bool:
    """Whether a cue stands at the end of a text, or not more than a few words before it."""
    found = None
    for found in cues.finditer(before):  # noqa: B007 - the last one counts
        pass
    if found is None:
        return False
    between = before[found.end() :]
    return not _STOP.search(between) and "," not in between and _count(between) <= _HEAD_WORDS


def _with_head(groups: list[_Members], members: _Members, text: str) -> _Members:
    """Examples together with the skill they are examples of, which stands right before them."""
    if not groups:
        return members
    head = groups[-1][-1]
    between = text[head.end : members[0].start]
    near = not _STOP.search(between) and _count(between) <= _HEAD_WORDS + 1
    if near and len(groups[-1]) == 1 and _is_kind_of(members, head):
        return groups.pop() + members
    return members


def _is_kind_of(members: Sequence[Mention], head: Mention) -> bool:
    """Whether a mention names what some of the members are."""
    wanted = head.skill.id
    return any(wanted in (m.skill.id, *m.skill.broader, *m.skill.implies) for m in members)


def _split(run: list[tuple[Mention, _Link]], *, open_end: bool) -> list[_Members]:
    """A run cut at "and"; a part that holds an "or" is one group, another gives one group per listed item.

    An item is a skill, or several with slashes between ("AI/ML, Docker and SQL" are three). `open_end` says that
    an "or" follows the run: its last part goes on with something that is no known skill.
    """
    parts: list[list[tuple[Mention, _Link]]] = [[]]
    for mention, link in run:
        if link == "and" and parts[-1]:
            parts.append([])
        parts[-1].append((mention, link))
    groups: list[_Members] = []
    for part in parts:
        either = any(link == "or" for _, link in part[1:]) or (open_end and part is parts[-1])
        groups += [[mention for mention, _ in part]] if either else _items(part)
    return groups


def _items(part: list[tuple[Mention, _Link]]) -> list[_Members]:
    """The items of a list: each skill alone, those with a slash between together."""
    items: list[_Members] = []
    for mention, link in part:
        if link == "slash" and items:
            items[-1].append(mention)
        else:
            items.append([mention])
    return items


def _placed(groups: list[_Members], bracket: _Stretch, outer: _Stretch) -> list[_Members]:
    """Bracketed skills joined to the skill before the bracket when they are kinds of it, else on their own."""
    opening = len(bracket.text) - len(bracket.text.lstrip())
    head = next((m for m in reversed(outer.mentions) if m.end <= opening), None)
    apart = _count(outer.text[head.end : opening]) if head else _HEAD_WORDS
    members = list(bracket.mentions)
    own = _groups(bracket)
    if head is not None and apart <= 1 and _is_kind_of(members, head):
        holder = next(group for group in groups if head in group)
        holder += members
        return groups
    if apart and len(own) > 1 and all(len(group) == 1 for group in own) and not _has_and(bracket):
        own = [members]
    return sorted(groups + own, key=lambda group: group[0].start)


def _has_and(bracket: _Stretch) -> bool:
    return bool(group_cues("and").search(bracket.text))


def _distinct(groups: list[_Members]) -> tuple[Group, ...]:
    """Skills in text order, each once in its group, no group twice, no group that another one contains."""
    found: list[Group] = []
    for members in sorted(groups, key=lambda group: min(m.start for m in group)):
        skills = {m.skill.id: m.skill for m in sorted(members, key=lambda m: m.start)}
        found.append(tuple(skills.values()))
    seen: set[frozenset[str]] = set()
    kept: list[Group] = []
    for group in found:
        ids = frozenset(skill.id for skill in group)
        if ids not in seen:
            kept.append(group)
        seen.add(ids)
    return tuple(kept)
