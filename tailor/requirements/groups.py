"""Skills of one line into any-of groups: one of each group is enough."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tailor.model.skills import Mention, Skill
from tailor.requirements.cues import group_cues, skill_kinds
from tailor.requirements.links import STOP, Link, count, goes_on, link_of

Group = tuple[Skill, ...]
_Members = list[Mention]

_HEAD_WORDS = 3
"""Words between a skill and the examples given for it ("cloud platforms such as")."""

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


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
            groups += _split(run, open_end=goes_on(stretch.text[members[-1].end :]))
    return groups


def _runs(stretch: _Stretch) -> list[list[tuple[Mention, Link]]]:
    """Mentions that stand in one list, each with its link to the one before."""
    runs: list[list[tuple[Mention, Link]]] = []
    for mention in stretch.mentions:
        link: Link = "apart"
        if runs:
            last = runs[-1][-1][0]
            link = link_of(stretch.text[last.end : mention.start]) if _alike(last, mention) else "apart"
        if link == "apart":
            runs.append([])
        runs[-1].append((mention, link))
    return runs


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two skills can be alternatives: degrees among degrees, personal qualities among their like."""
    return skill_kinds().get(one.skill.kind) == skill_kinds().get(other.skill.kind)


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
    return not STOP.search(between) and "," not in between and count(between) <= _HEAD_WORDS


def _with_head(groups: list[_Members], members: _Members, text: str) -> _Members:
    """Examples together with the skill they are examples of, which stands right before them."""
    if not groups:
        return members
    head = groups[-1][-1]
    between = group_cues("examples").sub(" ", text[head.end : members[0].start])
    near = not STOP.search(between) and count(between) <= _HEAD_WORDS + 1
    if near and len(groups[-1]) == 1 and _is_kind_of(members, head):
        return groups.pop() + members
    return members


def _is_kind_of(members: Sequence[Mention], head: Mention) -> bool:
    """Whether a mention names what some of the members are."""
    wanted = head.skill.id
    return any(wanted in (m.skill.id, *m.skill.broader, *m.skill.implies) for m in members)


def _split(run: list[tuple[Mention, Link]], *, open_end: bool) -> list[_Members]:
    """A run cut at "and"; a part that holds an "or" is one group, another gives one group per listed item.

    An item is a skill, or several with slashes between ("AI/ML, Docker and SQL" are three). `open_end` says that
    an "or" follows the run: its last part goes on with something that is no known skill.
    """
    parts: list[list[tuple[Mention, Link]]] = [[]]
    for mention, link in run:
        if link == "and" and parts[-1]:
            parts.append([])
        parts[-1].append((mention, link))
    groups: list[_Members] = []
    for part in parts:
        either = any(link == "or" for _, link in part[1:]) or (open_end and part is parts[-1])
        groups += [[mention for mention, _ in part]] if either else _items(part)
    return groups


def _items(part: list[tuple[Mention, Link]]) -> list[_Members]:
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
    apart = count(outer.text[head.end : opening]) if head else _HEAD_WORDS
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
