"""Lists of required skills, summed up by what they lack."""

from collections import Counter

from tailor.gaps.bench import Judged
from tailor.gaps.learning import Lacking
from tailor.model.skills import Skill

_LISTS = 2000
"""Different lists that are kept: those that lack least, which a few skills can complete."""

_NAMED = 5

_Groups = tuple[tuple[str, ...], ...]


class Lists:
    """Sums up lists of required skills by what they lack; the shortest are kept, whatever their order."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self.total = 0
        self._counts: Counter[_Groups] = Counter()
        self._names: dict[_Groups, list[str]] = {}
        self._skills: dict[str, Skill] = {}
        self._longest: tuple[int, _Groups] | None = None

    def add(self, judged: Judged) -> None:
        """Count one posting's list, if it has one."""
        if judged.missing is None:
            return
        self.total += 1
        groups: _Groups = tuple(sorted({tuple(sorted({one.id for one in group})) for group in judged.missing}))
        if self._longest is not None and (len(groups), groups) > self._longest:
            return
        self._counts[groups] += 1
        names = [*self._names.get(groups, ()), judged.gaps.posting]
        self._names[groups] = sorted(names)[:_NAMED]
        self._skills.update((skill.id, skill) for group in judged.missing for skill in group)
        if len(self._counts) > 2 * _LISTS:
            self._shorten()

    def lacking(self, proven: frozenset[str]) -> tuple[Lacking, ...]:
        """The lists with what each lacks, without the groups that a proven skill answers."""
        found = []
        for groups, count in sorted(self._counts.items()):
            left = frozenset(frozenset(group) for group in groups if not proven.intersection(group))
            found.append(Lacking(groups=left, count=count, postings=tuple(self._names[groups])))
        return tuple(found)

    @property
    def skills(self) -> dict[str, Skill]:
        """The skills that the lists lack, by id."""
        return self._skills

    def _shorten(self) -> None:
        kept = sorted(self._counts, key=lambda groups: (len(groups), groups))[:_LISTS]
        self._longest = (len(kept[-1]), kept[-1])
        self._counts = Counter({groups: self._counts[groups] for groups in kept})
        self._names = {groups: self._names[groups] for groups in kept}
        used = {name for groups in kept for group in groups for name in group}
        self._skills = {name: skill for name, skill in self._skills.items() if name in used}
