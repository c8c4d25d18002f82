"""One plain verdict per posting: words and counts, what blocks, and what to do first."""

from collections.abc import Iterable, Sequence
from typing import Literal

from tailor.gaps.actions import first_steps
from tailor.gaps.case import Case
from tailor.gaps.words import gap_data, number, opened, sentence, shortened
from tailor.model.gaps import RequirementState, Verdict
from tailor.model.posting import Need, RequirementKind

Word = Literal["apply", "stretch", "blocked", "thin", "unread"]

# Soft skills and logistics are no proof on paper either way: they are told and not counted.
_UNCOUNTED: frozenset[RequirementKind] = frozenset({"soft", "logistics"})
_GOOD = frozenset({"shown", "met"})
# Fewer items than this say too little; from two thirds shown on the advice is to apply, below one third it is
# far off. Round figures, to be kept until outcomes are known.
_THIN = 3
_APPLY = 2 / 3
_FAR = 1 / 3


def verdict(case: Case, states: Sequence[RequirementState]) -> Verdict:
    """The states of one posting into its verdict; key skills of the person's own notes are not counted."""
    asked = [state for state in states if state.requirement.source == "posting"]
    if not asked:
        return _unread(case)
    need, counted = _counted(asked)
    shown = sum(state.state in _GOOD for state in counted)
    blockers = tuple(dict.fromkeys(_blocker(state) for state in asked if _blocks(state)))
    steps = first_steps(case, asked)
    if len(counted) < _THIN and not blockers:
        return _thin(shown, len(counted), steps)
    word, name = _word(shown, len(counted), blocked=bool(blockers))
    blocker = blockers[0].rstrip(".") if blockers else ""
    if not counted:
        name = "blocked_bare"
    said = _sentence(name, shown, len(counted), need, blocker=blocker)
    return Verdict(word=word, shown=shown, required=len(counted), sentence=said, blockers=blockers, first=steps)


def _unread(case: Case) -> Verdict:
    why = case.plan.posting.empty.rstrip(".")
    said = sentence("verdict", "unread", why=why) if why else sentence("verdict", "unread_bare")
    return Verdict(word="unread", shown=0, required=0, sentence=said)


def _counted(asked: Sequence[RequirementState]) -> tuple[Need | None, list[RequirementState]]:
    """What the verdict counts: required items; where few are marked so, responsibilities; else everything."""
    telling = [state for state in asked if state.requirement.kind not in _UNCOUNTED]
    needs: tuple[Need, ...] = ("required", "responsibility")
    for need in needs:
        found = [state for state in telling if state.requirement.need == need]
        if len(found) >= _THIN:
            return need, found
    return None, telling


def _word(shown: int, counted: int, *, blocked: bool) -> tuple[Word, str]:
    if blocked:
        return "blocked", "blocked"
    if shown >= _APPLY * counted:
        return "apply", "apply"
    return "stretch", "far" if shown < _FAR * counted else "stretch"


def _thin(shown: int, counted: int, steps: tuple[str, ...]) -> Verdict:
    name = "thin_one" if counted == 1 else "thin"
    said = _sentence(name, shown, counted, None) if counted else sentence("verdict", "thin_none")
    return Verdict(word="thin", shown=shown, required=counted, sentence=said, first=steps)


def _sentence(name: str, shown: int, counted: int, need: Need | None, *, blocker: str = "") -> str:
    items = gap_data()["verdict"]["items"][need or "all"]
    said = sentence("verdict", name, shown=shown, required=counted, items=items, blocker=blocker)
    return _singular(said) if shown == 1 else said


def _singular(said: str) -> str:
    for many, one in gap_data()["verdict"]["one_is"].items():
        said = said.replace(many, one)
    return said


def _blocks(state: RequirementState) -> bool:
    """Whether a state stops an application: a knock-out that is not met, and no preferred one."""
    return state.knockout and state.state == "not met" and state.requirement.need != "preferred"


def _blocker(state: RequirementState) -> str:
    text = shortened(state.requirement.text)
    return opened(sentence("blockers", "not met", text=text, reason=state.reason))


def counts(states: Iterable[RequirementState]) -> dict[str, str]:
    """How many requirements stand in each state, in words, in the order of the states met."""
    found: dict[str, int] = {}
    for state in states:
        found[state.state] = found.get(state.state, 0) + 1
    return {state: number(count) for state, count in found.items()}
