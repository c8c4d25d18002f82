"""Names that no list knows, found by how they are written and where they stand: in a list of skills."""

import re
from collections.abc import Iterator, Sequence

from tailor.skills.evidence import Evidence
from tailor.skills.stretches import Place

_ACRONYM = re.compile(r"[A-Z][A-Z0-9&/]{1,5}s?|[A-Z]\d[A-Z0-9]{0,3}")
_MIXED = re.compile(r"(?=[^\W_]*[a-z])[A-Za-z][a-z0-9]*[A-Z][A-Za-z0-9]*|[a-z]+\d+[a-z]*|(?:[A-Z][a-z]+){2,}\d*")
_ODD = re.compile(r"[A-Z][A-Z0-9]|[a-z][A-Z0-9]")
"""What a line must hold at least where no known skill stands in it."""

_TITLE = re.compile(r"[A-Z][a-z]{2,}")
_LONGEST_NAME = 3
"""Words; of the names that SkillSpan's train lines label, four in a hundred with capitals are longer."""
_MOST_CAPITALS = 0.5
"""In a line with more capital words than this share, capitals tell nothing."""


def discovered(judge: Evidence, counted: Sequence[Place]) -> tuple[tuple[int, int], ...]:
    """The words of a line that look like names of skills and are in no list: first word, word behind the last.

    A name is an acronym, a word with odd capitals or, inside a line, one to three words with a capital each. It
    counts as a member of a list in which a known skill stands; where its letters alone make it a name, also
    right after a cue ("experience with"), or beside another in brackets.
    """
    if judge.company or not (counted or _ODD.search(judge.line.text)) or _shouted(judge):
        return ()
    taken = {place for one in counted for place in range(one.start, one.end)}
    taken |= {place for start, end in judge.line.blocked for place in range(start, end)}
    taken |= {place for one in judge.line.candidates for place in range(one.start, one.end)}
    runs = [run for run in _runs(judge, taken) if _apart(judge, *run)]
    odd = [run for run in runs if not _is_plain(judge, run)]
    known = [(one.start, one.end) for one in counted if one.sense.concept.skill.kind not in _NO_NEIGHBOURS]
    found: list[tuple[int, int]] = []
    while new := [run for run in runs if run not in found and _counts(judge, run, [*known, *found], odd)]:
        found += new
    return tuple(sorted(found))


_NO_NEIGHBOURS = frozenset({"soft", "natural-language", "degree"})
"""Kinds whose neighbours in a list are no tools: fields of study, places, people."""


def _counts(
    judge: Evidence, run: tuple[int, int], neighbours: Sequence[tuple[int, int]], odd: Sequence[tuple[int, int]]
) -> bool:
    """Whether a stretch is named like a skill: by its neighbours, by others like it in brackets, by a cue."""
    if any(judge.same_list(run, other) for other in neighbours):
        return True
    if _is_plain(judge, run):
        return False
    beside = any(judge.same_list(run, other) for other in odd if other != run)
    return (beside and _in_brackets(judge, run)) or (judge.asks_here() and judge.cued_before(run[0]))


def _is_plain(judge: Evidence, run: tuple[int, int]) -> bool:
    """Whether nothing but its first letter makes a word of a stretch a name."""
    return any(_TITLE.fullmatch(token.text) for token in judge.line.tokens[slice(*run)])


def _in_brackets(judge: Evidence, run: tuple[int, int]) -> bool:
    before, after = judge.line.words[: run[0]], judge.line.words[run[1] :]
    return before.count("(") > before.count(")") and ")" in after


def _runs(judge: Evidence, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The longest stretches of words that look like names."""
    tokens, start = judge.line.tokens, None
    for place in range(len(tokens) + 1):
        fits = place < len(tokens) and place not in taken and _is_name(judge, place)
        if fits and start is None:
            start = place
        if not fits and start is not None:
            if place - start <= _LONGEST_NAME:
                yield start, place
            start = None


def _is_name(judge: Evidence, place: int) -> bool:
    token = judge.line.tokens[place]
    if judge.line.words[place] in judge.cues.never_names:
        return False
    if _ACRONYM.fullmatch(token.text) or _MIXED.fullmatch(token.text):
        return True
    if not _TITLE.fullmatch(token.text) or _opens_a_clause(judge, place):
        return False
    listed = judge.line.words[place + 1 : place + 2]
    return not judge.begins(place) or (bool(listed) and listed[0] in judge.cues.list_marks and _is_list(judge))


def _is_list(judge: Evidence) -> bool:
    """Whether a line is nothing but a list: no word is small but those that join members."""
    small = [
        word for word, token in zip(judge.line.words, judge.line.tokens, strict=True) if token.text[0].islower()
    ]
    return all(word in judge.cues.list_words for word in small)


def _opens_a_clause(judge: Evidence, place: int) -> bool:
    """Whether a word behind a colon opens a clause ("Deployment: Deploy, scale and …") and no list of names."""
    if judge.line.words[place - 1] != ":":
        return False
    following = [token.text[0] for token in judge.line.tokens[place + 1 : place + 3]]
    return bool(following) and (following[0].isalnum() or not following[-1].isupper())


def _apart(judge: Evidence, start: int, end: int) -> bool:
    """Whether a stretch is a whole member of its list: what joins members, or nothing, stands on both sides.

    Words before a colon are the name of what follows, not a member.
    """
    labels = judge.line.words[end : end + 1] == (":",) and _is_plain(judge, (start, end))
    return not labels and judge.joins(start - 1) and judge.joins(end)


def _shouted(judge: Evidence) -> bool:
    words = [token.text for token in judge.line.tokens if token.text.isalpha() and len(token.text) > 1]
    return sum(word.isupper() for word in words) > _MOST_CAPITALS * max(2, len(words))
