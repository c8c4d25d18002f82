"""What a profile should write down: skills declared and never shown, shown and never declared, idle bullets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tailor.gaps.bench import Bench
from tailor.gaps.holdings import Holdings
from tailor.model.gaps import WriteDown
from tailor.model.profile import Bullet, Entry, Profile

# What no list of skills would name: a person does not declare that they communicate, or a field they work in.
_UNDECLARED = frozenset({"degree", "natural-language", "credential", "soft", "domain"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """How often a profile was used: by skill, the postings that ask for it; by bullet, those that it answers.

    `printed` are the bullets that some posting's resume prints, `proven` skills that a bullet shows without naming
    them.
    """

    asked: Mapping[str, int]
    answering: Mapping[str, int]
    printed: frozenset[str]
    proven: frozenset[str] = frozenset()


def write_down(profile: Profile, held: Holdings, uses: Uses, bench: Bench) -> tuple[WriteDown, ...]:
    """A profile and what postings made of it into what to write, kind by kind, the most asked for first."""
    lists = (
        _declared(profile, held, uses, bench),
        _undeclared(profile, held, uses),
        _unchosen(profile, uses),
        _resultless(profile, uses, bench),
    )
    return tuple(one for found in lists for one in sorted(found, key=lambda one: -one.asked_in))


def _declared(profile: Profile, held: Holdings, uses: Uses, bench: Bench) -> Iterator[WriteDown]:
    """Keywords of the skills section of which no skill is shown by a bullet."""
    for group in profile.skills:
        for place, keyword in enumerate(group.keywords):
            named = {mention.skill.id for mention in bench.find(keyword, "list") if not mention.negated}
            if named and not any(name in held.shown or name in uses.proven for name in named):
                asked = max(uses.asked.get(name, 0) for name in named)
                path = f"{group.path}.keywords[{place}]"
                yield WriteDown(kind="declared", path=path, text=keyword, where=group.name, asked_in=asked)


def _undeclared(profile: Profile, held: Holdings, uses: Uses) -> Iterator[WriteDown]:
    """Skills that a bullet names, that postings ask for, and that no list of the profile has."""
    owners = {bullet.path: entry for bullet, entry in _bullets(profile)}
    for name, skill in held.named.items():
        asked = uses.asked.get(name, 0)
        if asked and name in held.shown and name not in held.listed and skill.kind not in _UNDECLARED:
            path = held.shown[name][0]
            where = _called(owners[path]) if path in owners else ""
            yield WriteDown(kind="undeclared", path=path, text=skill.name, where=where, asked_in=asked)


def _unchosen(profile: Profile, uses: Uses) -> Iterator[WriteDown]:
    for bullet, entry in _bullets(profile):
        if bullet.path not in uses.printed:
            asked = uses.answering.get(bullet.path, 0)
            yield WriteDown(
                kind="unchosen", path=bullet.path, text=bullet.text, where=_called(entry), asked_in=asked
            )


def _resultless(profile: Profile, uses: Uses, bench: Bench) -> Iterator[WriteDown]:
    if bench.lacks_result is None:
        return
    for bullet, entry in _bullets(profile):
        if entry.section in {"work", "volunteer", "projects"} and bench.lacks_result(bullet.text):
            asked = uses.answering.get(bullet.path, 0)
            yield WriteDown(
                kind="resultless", path=bullet.path, text=bullet.text, where=_called(entry), asked_in=asked
            )


def _bullets(profile: Profile) -> Iterator[tuple[Bullet, Entry]]:
    """Every bullet that may be printed, with its entry."""
    for entry in profile.entries:
        yield from ((bullet, entry) for bullet in entry.bullets if not bullet.private)


def _called(entry: Entry) -> str:
    return entry.name or entry.position
