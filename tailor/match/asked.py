"""Names that a posting asks for and no list holds, found in a person's own lines as they are written there."""

import re

from tailor.model.posting import Posting
from tailor.model.skills import UNLISTED, Find, Mention, Role, Skill


def finding_asked(find: Find, posting: Posting) -> Find:
    """A finder that also finds the unlisted names of a posting, in the same letters, in bullets.

    Nobody looks for unknown names in a person's lines; what a posting asks for is looked for there by its name.
    """
    asked = _asked(posting)
    if not asked:
        return find
    names = sorted(asked, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

    def found(text: str, role: Role) -> tuple[Mention, ...]:
        mentions = find(text, role)
        if role != "bullet":
            return mentions
        taken = {place for one in mentions for place in range(one.start, one.end)}
        more = [
            Mention(skill=asked[one.group()], text=one.group(), start=one.start(), end=one.end())
            for one in pattern.finditer(text)
            if taken.isdisjoint(range(*one.span()))
        ]
        return tuple(sorted((*mentions, *more), key=lambda one: one.start))

    return found


def _asked(posting: Posting) -> dict[str, Skill]:
    skills = [skill for requirement in posting.requirements for group in requirement.skills for skill in group]
    return {skill.name: skill for skill in skills if skill.kind == UNLISTED}
