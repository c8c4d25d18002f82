"""Shared heads: in "relational and NoSQL databases" the first word stands for "relational databases"."""

from collections.abc import Sequence

from tailor.skills.candidates import Line
from tailor.skills.cues import Cues
from tailor.skills.lexicon import Lexicon, Sense
from tailor.skills.stretches import Place

_LONGEST_MEMBER = 2
"""Words of a member without its head; longer ones were not seen in 300 postings."""


def with_shared_heads(line: Line, counted: Sequence[Place], lexicon: Lexicon, cues: Cues) -> tuple[Place, ...]:
    """The mentions with those whose head stands only at the last member of their list, in text order."""
    taken = {place for one in counted for place in range(one.start, one.end)}
    found = list(counted)
    for one in counted:
        joint = one.start - 1
        if one.length > 1 and joint > 0 and line.words[joint] in cues.head_joints:
            member = _member(line, joint, line.words[one.end - 1], lexicon)
            if member and not taken & set(range(member.start, member.end)):
                found.append(member)
    return tuple(sorted(found, key=lambda one: one.start))


def _member(line: Line, joint: int, head: str, lexicon: Lexicon) -> Place | None:
    for size in range(min(_LONGEST_MEMBER, joint), 0, -1):
        start = joint - size
        sense = _safe(lexicon.senses(" ".join([*line.words[start:joint], head])))
        if sense:
            return Place(start=start, end=joint, sense=sense)
    return None


def _safe(senses: Sequence[Sense]) -> Sense | None:
    return next((sense for sense in senses if sense.confidence == "safe" and sense.case == "any"), None)
