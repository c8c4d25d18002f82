"""The skills section: the profile's own skills, asked-for ones first, in the posting's spelling."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tailor.model.plan import SkillLine, SkillTerm
from tailor.model.posting import Need, Posting
from tailor.model.profile import Profile, SkillGroup
from tailor.model.skills import Find, Skill
from tailor.plan.swaps import asked_terms, swapped

# Asked for and owned first; what the work itself needs comes before what would be nice.
_RANK: Mapping[Need, int] = {"required": 0, "responsibility": 1, "preferred": 2}
_UNASKED = 3

# Words of at most so many letters keep their last s, in SaaS and Sass it is no plural; initials lose a small one.
_SHORT = 4

# Kinds of skills that are proper names: what the lexicon lists for one of them is another spelling of its name.
_NAMES = frozenset({"cloud", "database", "framework", "language", "library", "platform", "tool"})

_NUMERONYM = re.compile(r"([^\W\d_])(\d+)([^\W\d_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """How a posting asks for a skill: the rank of its need, and its spelling."""

    rank: int
    spelling: str


def skill_lines(posting: Posting, profile: Profile, find: Find) -> tuple[SkillLine, ...]:
    """The groups of the profile's skills; in each the required first, then duties, then the preferred.

    Groups with a required skill come first; otherwise they, and the skills in them, stand as the author wrote.
    """
    asked = _asked(posting, find)
    allowed = asked_terms(posting, profile.terms)
    compared = {group.path: group for group in profile.in_words_of(posting.facts.language).skills}
    lines = [_line((group, compared.get(group.path, group)), asked, find, allowed) for group in profile.skills]
    return tuple(line for _, line in sorted(lines, key=lambda ranked: ranked[0] != _RANK["required"]))


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


def _line(
    groups: tuple[SkillGroup, SkillGroup],
    asked: Mapping[str, _Asked],
    find: Find,
    allowed: Sequence[tuple[str, Sequence[str]]],
) -> tuple[int, SkillLine]:
    """A group and the same in the posting's language into its line with its rank."""
    group, compared = groups
    names = compared.keywords if len(compared.keywords) == len(group.keywords) else group.keywords
    ranked = []
    for place, (written, name) in enumerate(zip(group.keywords, names, strict=True)):
        answered = [asked[skill.id] for skill in _named(name, find) if skill.id in asked]
        rank = min((answer.rank for answer in answered), default=_UNASKED)
        path = f"{group.path}.keywords[{place}]"
        text, swaps = swapped(written, allowed)
        text = text if swaps else _spelled(written, asked, find)
        ranked.append((rank, SkillTerm(path=path, text=text, written=written)))
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
    if not spelling or written.casefold() == spelling.casefold():
        return written
    if spelling.islower() and not written.islower():
        return written  # lower case inside a sentence is no spelling of a name
    return spelling if same_name(written, spelling, mentions[0].skill.kind) else written


def same_name(written: str, spelling: str, kind: str) -> bool:
    """Whether two spellings of one skill are the same word or name, and not two words for one thing.

    They are when they differ in case, hyphens, spaces, dots, slashes or a plural only; when one is the other's
    initials ("CRRT") or counts its letters ("K8s"); or, for proper names in one word, when one leaves out letters
    of the other ("Postgres", "sklearn").
    """
    left, right = _squashed(written), _squashed(spelling)
    if not left or not right:
        return False
    if left == right or _singular(written) == _singular(spelling):
        return True
    short, long = sorted((written, spelling), key=lambda name: len(_squashed(name)))
    if _initials(long) == _squashed(_singular(short)) or _counts(short, long):
        return True
    return kind in _NAMES and _leaves_out(short, long)


def _squashed(name: str) -> str:
    return "".join(re.findall(r"[^\W_]|[+#]", name.casefold()))


def _singular(name: str) -> str:
    """A name without the plural's ending of each word, squashed; short words may end in s by nature."""
    return "".join(_squashed(word[:-1] if _plural(word) else word) for word in _words(name))


def _plural(word: str) -> bool:
    return word[-1] == "s" and (len(word) > _SHORT or (len(word) > 2 and word[:-1].isupper()))  # noqa: PLR2004


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+[+#]*", name)


def _initials(name: str) -> str:
    words = _words(name)
    return "".join(word[0] for word in words).casefold() if len(words) > 1 else ""


def _counts(short: str, long: str) -> bool:
    """Whether a short form counts the letters it leaves out: K8s is Kubernetes."""
    found = _NUMERONYM.fullmatch(short.casefold())
    whole = _squashed(long)
    return found is not None and (whole[0], len(whole) - 2, whole[-1]) == (found[1], int(found[2]), found[3])


def _leaves_out(short: str, long: str) -> bool:
    """Whether a name in one word is another one without some letters; digits are versions, and must agree."""
    if " " in short.strip() + long.strip() or _marks(short) != _marks(long):
        return False
    letters = iter(_squashed(long))
    return _squashed(short)[0] == _squashed(long)[0] and all(sign in letters for sign in _squashed(short))


def _marks(name: str) -> list[str]:
    return re.findall(r"\d+|[+#]", name)
