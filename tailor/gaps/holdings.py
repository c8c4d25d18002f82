"""What a profile holds: which skills its bullets show, which only stand in lists, and what is near."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tailor.model.detail import all_details, said
from tailor.model.profile import Profile
from tailor.model.skills import Find, Role, Skill

# A parent so many steps up is still near; what is farther covers too much ("Bash" is not near "computer science").
_STEPS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Skills of a profile by id: `shown` -> paths of bullets, `listed` -> the place of the list that names it.

    Both include what the named skills imply. `named` holds the skills that the profile names itself, `titles` what
    each position held names: its path -> ids.
    """

    shown: Mapping[str, tuple[str, ...]]
    listed: Mapping[str, str]
    named: Mapping[str, Skill]
    titles: Mapping[str, frozenset[str]]

    def near(self, wanted: Skill) -> tuple[Skill, ...]:
        """Skills the profile names that are siblings, parents or children of the wanted one, closest first."""
        found = [(self._distance(held, wanted), held.name, held) for held in self.named.values()]
        return tuple(held for distance, _, held in sorted(found, key=lambda one: one[:2]) if distance)

    def _distance(self, held: Skill, wanted: Skill) -> int:
        if wanted.id in held.broader[:_STEPS] or held.id in wanted.broader[:_STEPS]:
            return 1
        siblings = held.broader and wanted.broader and held.broader[0] == wanted.broader[0]
        if siblings and held.kind == wanted.kind and held.id != wanted.id:
            return 2
        return 0


def holdings(profile: Profile, find: Find) -> Holdings:
    """A profile into the skills it holds; private bullets count, for the report is the person's own."""
    shown: dict[str, list[str]] = {}
    named: dict[str, Skill] = {}
    for bullet in profile.bullets:
        texts: list[tuple[str, Role]] = [(bullet.text, "bullet"), *((tag, "list") for tag in bullet.skills)]
        for skill in _skills(texts, find):
            named.setdefault(skill.id, skill)
            for name in (skill.id, *skill.implies):
                shown.setdefault(name, []).append(bullet.path)
    listed: dict[str, str] = {}
    for place, text in _lists(profile):
        for skill in _skills([(text, "list")], find):
            named.setdefault(skill.id, skill)
            for name in (skill.id, *skill.implies):
                listed.setdefault(name, place)
    paths = {name: tuple(dict.fromkeys(found)) for name, found in shown.items()}
    titles = {one.path: _ids(one.position, find) for entry in profile.section("work") for one in entry.held}
    return Holdings(shown=paths, listed=listed, named=named, titles=titles)


def _ids(text: str, find: Find) -> frozenset[str]:
    skills = _skills([(text, "line")], find)
    return frozenset(name for skill in skills for name in (skill.id, *skill.implies))


def _skills(texts: Iterable[tuple[str, Role]], find: Find) -> list[Skill]:
    return [mention.skill for text, role in texts for mention in find(text, role) if not mention.negated]


def _lists(profile: Profile) -> list[tuple[str, str]]:
    """Every list of a profile that names skills without proof, with its place as gaps.yaml calls it."""
    found = [("skills", keyword) for group in profile.skills for keyword in group.keywords]
    for entry in profile.entries:
        taught = [subject for detail in said(all_details(entry), ("subjects",)) for subject in detail.words]
        found += [("entry", keyword) for keyword in (*entry.keywords, *entry.courses, *taught)]
    for credential in profile.credentials:
        taught = [subject for detail in said(credential.details, ("subjects",)) for subject in detail.words]
        found += [("certificate", text) for text in (credential.name, *taught)]
    found += [("summary", text) for text in (profile.basics.label, *profile.basics.summaries) if text]
    return found
