"""The posting's own words for skills, held against the page as a literal search holds them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tailor.gaps.case import Case
from tailor.gaps.words import gap_data, tokens
from tailor.model.actions import Phrase, PhraseState
from tailor.model.plan import Plan
from tailor.model.posting import Requirement, RequirementKind
from tailor.model.profile import Profile
from tailor.model.skills import Find, Mention, Role, Skill

# What is asked as a field of its own, or in person, is searched for by no words of a skill.
_ANSWERED_APART: frozenset[RequirementKind] = frozenset(
    {"degree", "licence", "language", "permit", "logistics", "soft"}
)
# A name cut short keeps at least so many letters.
_CUT = 4
_NO_SKILLS = frozenset({"degree", "natural-language", "credential", "soft"})
_ORDER: tuple[PhraseState, ...] = ("respelled", "unprinted", "implied", "missing", "printed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How a profile writes a skill: its words, where, and whether they name it or something that includes it."""

    text: str
    path: str
    same: bool


Spellings = Mapping[str, tuple[Spelling, ...]]


def spellings(profile: Profile, find: Find) -> Spellings:
    """A profile into the words it has for each skill, by the skill's id, in the order of the file."""
    found: dict[str, list[Spelling]] = {}
    for path, text, role in _places(profile):
        for mention in find(text, role):
            for name in () if mention.negated else (mention.skill.id, *mention.skill.implies):
                same = name == mention.skill.id
                found.setdefault(name, []).append(Spelling(text=mention.text, path=path, same=same))
    return {name: tuple(told) for name, told in found.items()}


def phrases(case: Case, spelled: Spellings, find: Find) -> tuple[Phrase, ...]:
    """The skills of a posting in its own words with what the page has for them, what can be mended first.

    Of an any-of group that the profile answers, the members it has not are left out; of "large language models
    (LLMs)" the one that the page has is enough.
    """
    page = _printed(case.plan)
    asked: dict[str, list[tuple[Requirement, Mention]]] = {}
    for requirement, mention in _asked(case, find):
        asked.setdefault(mention.text.casefold(), []).append((requirement, mention))
    found, named = [], _named_on(page, asked.values())
    for asking in asked.values():
        if all((one.id, mention.skill.id) in named for one, mention in asking) and not says(
            page, asking[0][1].text
        ):
            continue
        mention = asking[0][1]
        phrase = _phrase(mention, spelled.get(mention.skill.id, ()), page, [one.id for one, _ in asking])
        if phrase.state != "missing" or not all(_answered(one, mention.skill, spelled) for one, _ in asking):
            found.append(phrase)
    return tuple(sorted(found, key=lambda phrase: (_ORDER.index(phrase.state), -len(phrase.about))))


def _named_on(page: str, asked: Iterable[Sequence[tuple[Requirement, Mention]]]) -> set[tuple[str, str]]:
    """Each requirement with the skills of which the page has one of its words."""
    return {
        (requirement.id, mention.skill.id)
        for asking in asked
        for requirement, mention in asking
        if says(page, mention.text)
    }


def _phrase(mention: Mention, spelled: Sequence[Spelling], page: str, asking: Iterable[str]) -> Phrase:
    about = tuple(dict.fromkeys(asking))
    if says(page, mention.text):
        return Phrase(text=mention.text, state="printed", about=about)
    if not spelled:
        return Phrase(text=mention.text, state="missing", about=about)
    best = min(spelled, key=lambda one: (not one.same, not says(page, one.text), not says(one.text, mention.text)))
    state: PhraseState = "unprinted"
    if says(page, best.text):
        state = "respelled" if best.same else "implied"
    return Phrase(text=mention.text, state=state, about=about, written=best.text, path=best.path)


def says(page: str, words: str) -> bool:
    """Whether a text has some words as they are, in any letters, one or many."""
    single = words[:-1] if words.endswith("s") and not words.endswith("ss") else words
    return bool(re.search(rf"(?<!\w){re.escape(single)}(?:s|es)?(?!\w)", page, re.IGNORECASE))


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are plainly one name: the same letters, one cut short, or one the other's initials.

    "Postgres" and "PostgreSQL", "CRRT" and "continuous renal replacement therapy"; not "vital signs" and "blood
    pressure", which a search tells apart and a reader does, too.
    """
    short, long = sorted((_letters(one), _letters(other)), key=len)
    cut = len(one.split()) == len(other.split()) == 1 and len(short) >= _CUT and long.startswith(short)
    return short == long or cut or short in {_initials(one), _initials(other)}


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _initials(text: str) -> str:
    """The first letters of a name of several words, the small ones left out: "labor and delivery" is "ld"."""
    small = gap_data()["small_words"]
    words = [word for word in tokens(text) if word not in small]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _asked(case: Case, find: Find) -> Iterator[tuple[Requirement, Mention]]:
    for requirement in case.plan.posting.requirements:
        if requirement.source != "posting" or requirement.kind in _ANSWERED_APART:
            continue
        wanted = {skill.id for group in requirement.skills for skill in group if skill.kind not in _NO_SKILLS}
        role: Role = "duty" if requirement.kind == "duty" else "requirement"
        for mention in find(requirement.text, role):
            if mention.skill.id in wanted and not mention.negated:
                yield requirement, mention


def _answered(requirement: Requirement, wanted: Skill, spelled: Spellings) -> bool:
    """Whether another member of the any-of group that a line names a skill in is held."""
    groups = [group for group in requirement.skills if wanted.id in {skill.id for skill in group}]
    return bool(groups) and all(any(skill.id in spelled for skill in group) for group in groups)


def _places(profile: Profile) -> Iterator[tuple[str, str, Role]]:
    for bullet in profile.bullets:
        yield bullet.path, bullet.text, "bullet"
    for group in profile.skills:
        yield from ((group.path, keyword, "list") for keyword in group.keywords)
    for entry in profile.entries:
        yield from ((entry.path, keyword, "list") for keyword in (*entry.keywords, *entry.courses))
        yield from ((one.path, one.position, "line") for one in entry.held if one.position)
    for credential in profile.credentials:
        yield credential.path, credential.name, "list"
    for text in (profile.basics.label, *profile.basics.summaries):
        yield "basics", text, "bullet"


def _printed(plan: Plan) -> str:
    """All that a page says of skills, as one text."""
    told = [plan.headline, plan.summary]
    for planned in plan.entries:
        entry = planned.entry
        told += [entry.name, entry.position, entry.study_type, entry.area]
        told += [line.text for line in planned.lines]
        told += [one.position for one in entry.held]
    told += [term.text for line in plan.skills for term in line.terms]
    told += [line.name for line in plan.skills]
    told += [credential.name for credential in plan.credentials]
    return "\n".join(told)
