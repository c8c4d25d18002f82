"""The skills section: the profile's own skills, asked-for ones first, in the posting's spelling."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from tailor.model.plan import SkillLine, SkillTerm
from tailor.model.posting import Need, Posting
from tailor.model.profile import Profile, SkillGroup
from tailor.model.skills import Find, Skill

# Asked for and owned first; what the work itself needs comes before what would be nice.
_RANK: Mapping[Need, int] = {"required": 0, "responsibility": 1, "preferred": 2}
_UNASKED = 3

# Spellings at least this alike are the same name (Postgres, PostgreSQL: .84); other aliases stay the author's.
_SAME_NAME = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """How a posting asks for a skill: the rank of its need, and its spelling."""

    rank: int
    spelling: str


def skill_lines(posting: Posting, profile: Profile, find: Find) -> tuple[SkillLine, ...]:
    """The groups of the profile's skills; in each the required first, then preferred, then the rest."""
    asked = _asked(posting, find)
    lines = [_line(group, asked, find) for group in profile.skills]
    return tuple(line for _, line in sorted(lines, key=lambda ranked: ranked[0]))


def _asked(posting: Posting, find: Find) -> dict[str, _Asked]:
    found: dict[str, _Asked] = {}
    for requirement in posting.requirements:
        if requirement.source == "record":
            continue  # the person's own notes are no spelling of the posting's
        spelled = {mention.skill.id: mention.text for mention in find(requirement.text, "requirement")}
        rank = _RANK[requirement.need]
        for skill in (skill for group in requirement.skills for skill in group):
            known = found.get(skill.id)
            if known is None or rank < known.rank:
                spelling = spelled.get(skill.id, "") or (known.spelling if known else "")
                found[skill.id] = _Asked(rank=rank, spelling=spelling)
    return found


def _line(group: SkillGroup, asked: Mapping[str, _Asked], find: Find) -> tuple[int, SkillLine]:
    ranked = []
    for place, written in enumerate(group.keywords):
        answered = [asked[skill.id] for skill in _named(written, find) if skill.id in asked]
        rank = min((answer.rank for answer in answered), default=_UNASKED)
        path = f"{group.path}.keywords[{place}]"
        ranked.append((rank, SkillTerm(path=path, text=_spelled(written, asked, find), written=written)))
    ranked.sort(key=lambda term: term[0])
    terms = tuple(term for _, term in ranked)
    return (ranked[0][0] if ranked else _UNASKED, SkillLine(path=group.path, name=group.name, terms=terms))


def _named(written: str, find: Find) -> list[Skill]:
    """The skill a keyword is, with all that it implies being asked for too."""
    return [mention.skill for mention in find(written, "list") if not mention.negated]


def _spelled(written: str, asked: Mapping[str, _Asked], find: Find) -> str:
    """The posting's spelling, where the whole keyword is one skill and both spell the same name."""
    mentions = find(written, "list")
    if len(mentions) != 1 or mentions[0].text != written or mentions[0].skill.id not in asked:
        return written
    spelling = asked[mentions[0].skill.id].spelling
    return spelling if spelling and _same_name(written, spelling) else written


def _same_name(written: str, spelling: str) -> bool:
    """Whether two spellings differ in more than case and are still one name."""
    if written.casefold() == spelling.casefold() or (spelling.islower() and not written.islower()):
        return False  # lower case inside a sentence is no spelling of a name
    left, right = _squashed(written), _squashed(spelling)
    return bool(left) and SequenceMatcher(None, left, right, autojunk=False).ratio() >= _SAME_NAME


def _squashed(name: str) -> str:
    return "".join(re.findall(r"[^\W_]|[+#]", name.casefold()))
