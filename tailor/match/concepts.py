"""Concepts of a text: canonical skills with what they imply, and what evidence patterns show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from tailor import resources
from tailor.expressions import Lowered, Sieve, lowered
from tailor.model.posting import Requirement
from tailor.model.profile import Bullet, Entry
from tailor.model.skills import Find, Mention, Role, Skill

_PATTERN = "shows:"
"""Ids of evidence patterns start like this: no skill's id does."""

_BROAD = _PATTERN + "any-work:"
"""And those of ways of working that lines of any job show."""

_FIELD = "domain"
"""The lexicon's kind for fields of work."""

# A licence or a language is proven by its own name alone. "Valid nursing license" also names the field, and every
# line that says nurse would prove it; "English communication skills" names a soft skill.
_NAMED_ONLY: Mapping[str, frozenset[str]] = {
    "licence": frozenset({"domain", "soft", "degree", "method", "natural-language"}),
    "language": frozenset({"domain", "soft", "degree", "method"}),
}
"""Kinds of requirements, with the kinds of skills that are no proof of them."""

_NOT_THINGS = frozenset({_FIELD, "soft", "degree", "credential", "natural-language"})
"""Kinds of skills that a text names in passing: outside of its requirements they tell nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concepts:
    """Ids of concepts and the names to tell a person: `direct` are named, `all` adds what those imply.

    `fields` are those of `direct` that are fields of work, such as healthcare; `wider` are the nearest broader
    concepts of the named skills, and the whole fields that they imply: machine learning is some of artificial
    intelligence. `made_of` maps each named skill to what it implies.
    """

    direct: frozenset[str]
    all: frozenset[str]
    fields: frozenset[str]
    names: tuple[tuple[str, str], ...]
    wider: frozenset[str] = frozenset()
    made_of: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    id: str
    name: str
    asked: Lowered | None
    shown: Lowered | None


def asked_concepts(requirement: Requirement, find: Find, *, language: str = "en") -> Concepts:
    """What a requirement asks for: its skills (or those its text names) and the patterns that ask."""
    named = _telling((skill for group in requirement.skills for skill in group), language)
    if not named:
        role: Role = "duty" if requirement.need == "responsibility" else "requirement"
        named = _telling((mention.skill for mention in find(requirement.text, role)), language)
    if requirement.kind in _NAMED_ONLY:
        return _concepts(
            [skill for skill in named if skill.kind not in _NAMED_ONLY[requirement.kind]], (), language
        )
    return _concepts(named, _asking(requirement.text, language), language)


def phrase_concepts(phrase: str, find: Find, *, wide: bool = False, language: str = "en") -> Concepts:
    """What a phrase of the person's own notes asks for; if `wide`, also what that implies and is a part of.

    Who says which job did it means a line of that job, be it one that shows the field alone: "ML pipelines" then
    finds the Airflow jobs that train models.
    """
    named = _telling((mention.skill for mention in find(phrase, "requirement")), language)
    found = _concepts(named, _asking(phrase, language), language)
    return replace(found, direct=found.all | found.wider) if wide else found


def other_concepts(text: str, asked: Sequence[Concepts], find: Find, *, language: str = "en") -> Concepts:
    """The named things of a posting's whole text that no requirement asks for: no fields, no soft skills."""
    known = frozenset(concept for one in asked for concept in one.direct)
    named = _telling((mention.skill for mention in find(text, "requirement")), language)
    others = [skill for skill in named if skill.id not in known and skill.kind not in _NOT_THINGS]
    return _concepts(others, (), language)


def shown_concepts(bullet: Bullet, text: str, find: Find, *, language: str = "en") -> Concepts:
    """What a wording of a bullet shows: skills it names, the author's `skills`, and patterns of evidence."""
    named = [*_owned(find(text, "bullet")), *_listed(bullet.skills, find)]
    return _concepts(named, _showing(text, language), language)


def title_concepts(entry: Entry, find: Find, *, language: str = "en") -> frozenset[str]:
    """What the titles of an entry name, with what that implies: "Registered Nurse, ICU" is critical care."""
    titles = [one.position for one in entry.held]
    named = _listed(titles, find)
    return _concepts(named, [shown for title in titles for shown in _showing(title, language)], language).all


def is_pattern(concept: str) -> bool:
    """Whether a concept's id is an evidence pattern's and not a skill's."""
    return concept.startswith(_PATTERN)


def is_broad(concept: str) -> bool:
    """Whether a concept is a way of working that lines of any job show, such as reporting."""
    return concept.startswith(_BROAD)


@lru_cache(maxsize=4096)
def _asking(text: str, language: str) -> tuple[_Pattern, ...]:
    """The patterns that a requirement asks for; kept, because postings share lines."""
    small = lowered(text)
    may = [_patterns(language)[place] for place in _sieve(language, asked=True).may_match(small)]
    return tuple(found for found in may if found.asked and found.asked.stands_in(small))


@lru_cache(maxsize=4096)
def _showing(text: str, language: str) -> tuple[_Pattern, ...]:
    """The patterns that a line shows; kept, because a person's lines are held against posting after posting."""
    small = lowered(text)
    may = [_patterns(language)[place] for place in _sieve(language, asked=False).may_match(small)]
    return tuple(found for found in may if found.shown and found.shown.stands_in(small))


def _telling(skills: Iterable[Skill], language: str) -> list[Skill]:
    """The skills but those so wide that sharing them proves nothing."""
    broad = resources.language_data(language, "requirements.yaml")["broad"]
    return [skill for skill in skills if skill.id not in broad]


def _listed(written: Iterable[str], find: Find) -> list[Skill]:
    role: Role = "list"
    return [skill for name in written for skill in _owned(find(name, role))]


def _owned(mentions: Iterable[Mention]) -> list[Skill]:
    return [mention.skill for mention in mentions if not mention.negated]


def _concepts(skills: Sequence[Skill], patterns: Iterable[_Pattern], language: str) -> Concepts:
    names = {skill.id: skill.name for skill in skills}
    fields = frozenset(skill.id for skill in skills if skill.kind == _FIELD)
    names |= {pattern.id: pattern.name for pattern in patterns}
    whole = frozenset(resources.language_data(language, "requirements.yaml")["fields"])
    implied = {skill_id for skill in skills for skill_id in skill.implies}
    direct = frozenset(names)
    wider = {skill_id for skill in skills for skill_id in skill.broader[:1]} | (implied & whole)
    implied -= whole
    return Concepts(
        direct=direct,
        all=direct | implied,
        fields=fields,
        names=tuple(sorted(names.items())),
        wider=frozenset(wider) - direct - implied,
        made_of={skill.id: frozenset(skill.implies) for skill in skills},
    )


@cache
def _patterns(language: str) -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(
            id=(_BROAD if entry.get("broad") else _PATTERN) + str(entry["id"]),
            name=str(entry["name"]),
            asked=_any_of(entry.get("asked", ())),
            shown=_any_of(entry.get("shown", ())),
        )
        for name in resources.evidence_names(language)
        for entry in resources.language_data(language, name)["evidence"]
    )


@cache
def _sieve(language: str, *, asked: bool) -> Sieve:
    """What spares most searches: which patterns may be asked for, or shown, by a text."""
    sides = [one.asked if asked else one.shown for one in _patterns(language)]
    return Sieve([side.needed if side else () for side in sides])


def _any_of(patterns: Iterable[str]) -> Lowered | None:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return Lowered(joined) if joined else None
