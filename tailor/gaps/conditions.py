"""What decides alone, summed over postings: each credential, degree, language, permit or field of years once."""

from collections.abc import Iterator
from dataclasses import dataclass

from tailor.gaps.words import joined
from tailor.model.gaps import Condition, PostingGaps, RequirementState
from tailor.model.posting import Requirement
from tailor.model.skills import UNLISTED

# Of the skills that a condition names, those that say which one it is; all where nothing else is named.
_NAMING = {
    "licence": frozenset({"credential"}),
    "degree": frozenset({"degree"}),
    "language": frozenset({"natural-language"}),
    "permit": frozenset({"credential"}),
}
_MET = frozenset({"met", "shown"})
# The worst state is the one that is quoted.
_WORST = {"not met": 0, "open": 1, "met": 2}


@dataclass(slots=True, kw_only=True)
class _Sum:
    """One condition so far, with the words of the posting where it stands worst."""

    met: int = 0
    unmet: int = 0
    open: int = 0
    quoted: tuple[int, str, RequirementState] | None = None


class Conditions:
    """Sums up what decides alone; as many sums as the lexicon has names, however many postings there are."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._sums: dict[tuple[str, str], _Sum] = {}

    def add(self, gaps: PostingGaps) -> None:
        """Count a posting's conditions, each once in its worst state."""
        worst: dict[tuple[str, str], RequirementState] = {}
        for state in gaps.states:
            if state.knockout:
                key: tuple[str, str] = (state.requirement.kind, _name(state.requirement))
                before = worst.get(key)
                if before is None or _WORST[_word(state)] < _WORST[_word(before)]:
                    worst[key] = state
        for key, state in worst.items():
            self._count(self._sums.setdefault(key, _Sum()), gaps.posting, state)

    def summed(self) -> tuple[Condition, ...]:
        """The conditions, what stops most applications first, then what is open, then what is met."""
        return tuple(sorted(self._told(), key=lambda one: (-one.unmet, -one.open, -one.met, one.kind, one.name)))

    @staticmethod
    def _count(held: _Sum, posting: str, state: RequirementState) -> None:
        word = _word(state)
        held.met += word == "met"
        held.unmet += word == "not met"
        held.open += word == "open"
        if held.quoted is None or (_WORST[word], posting) < held.quoted[:2]:
            held.quoted = (_WORST[word], posting, state)

    def _told(self) -> Iterator[Condition]:
        for (kind, name), held in self._sums.items():
            if held.quoted:
                _, posting, state = held.quoted
                yield Condition(
                    kind=kind,
                    name=name,
                    met=held.met,
                    unmet=held.unmet,
                    open=held.open,
                    posting=posting,
                    quote=" ".join(state.requirement.text.split()),
                    reason=state.reason,
                    advice=state.advice,
                )


def _word(state: RequirementState) -> str:
    return "met" if state.state in _MET else "not met" if state.state == "not met" else "open"


def _name(requirement: Requirement) -> str:
    """What a condition is called; of a credential its first name, so that "RN in Ohio" and "RN" are one."""
    wanted = _NAMING.get(requirement.kind)
    groups = [
        [skill.name for skill in group if (skill.kind in wanted if wanted else skill.kind != UNLISTED)]
        for group in requirement.skills
    ]
    first = next((names for names in groups if names), [])
    return joined(list(dict.fromkeys(first)), "list_or")
