"""One plain verdict per posting: words and counts, what blocks, and what to do first."""

from collections.abc import Sequence
from typing import Literal

from tailor.gaps.actions import first_actions
from tailor.gaps.case import Case
from tailor.gaps.words import gap_data, number, opened, sentence, shortened
from tailor.model.actions import Action, Phrase
from tailor.model.gaps import RequirementState, Verdict, VerdictWord
from tailor.model.posting import Requirement, RequirementKind

Counted = Literal["required", "responsibility", "both", "all"]

# Soft skills and logistics are no proof on paper either way: they are told and not counted.
_UNCOUNTED: frozenset[RequirementKind] = frozenset({"soft", "logistics"})
_GOOD = frozenset({"shown", "met"})
# Fewer items than this say too little; from two thirds shown on the advice is to apply, below one third it is
# far off, of those that the profile settles. Round figures, to be kept until outcomes are known.
_THIN = 3
_APPLY = 2 / 3
_FAR = 1 / 3
# Of all that is counted, what only the person can say as well, so much must be shown for it.
_LEAST = 1 / 2


def verdict(case: Case, states: Sequence[RequirementState], phrases: Sequence[Phrase] = ()) -> Verdict:
    """The states of one posting into its verdict; key skills of the person's own notes are not counted."""
    told = [state for state in states if state.requirement.source == "posting"]
    if not told:
        return _unread(case)
    need, counted = _counted(told)
    shown = sum(state.state in _GOOD for state in counted)
    asked = sum(state.state == "ask" for state in counted)
    blockers = tuple(dict.fromkeys(_blocker(state) for state in told if _blocks(state)))
    actions = first_actions(case, told, phrases)
    if len(counted) < _THIN and not blockers:
        return _thin(shown, len(counted), actions)
    word, name = _word(shown, len(counted), asked, blocked=bool(blockers))
    blocker = blockers[0].rstrip(".") if blockers else ""
    if not counted:
        name = "blocked_bare"
    said = _sentence(name, shown, len(counted), need, blocker=blocker)
    return Verdict(
        word=word,
        shown=shown,
        required=len(counted),
        sentence=_with_spoken(_with_asked(said, asked), told),
        blockers=blockers,
        actions=actions,
        asked=asked,
    )


def _unread(case: Case) -> Verdict:
    why = case.plan.posting.empty.rstrip(".")
    said = sentence("verdict", "unread", why=why) if why else sentence("verdict", "unread_bare")
    return Verdict(word="unread", shown=0, required=0, sentence=said)


def _counted(told: Sequence[RequirementState]) -> tuple[Counted, list[RequirementState]]:
    """What the verdict counts: required items; where they settle little, the duties with them; else everything."""
    telling = [state for state in told if not _is_soft(state.requirement)]
    required = [state for state in telling if state.requirement.need == "required"]
    if sum(state.state != "ask" for state in required) >= _THIN:
        return "required", required
    duties = [state for state in telling if state.requirement.need == "responsibility"]
    if len(required) + len(duties) >= _THIN:
        counted = [state for state in telling if state.requirement.need != "preferred"]
        return "both" if required and duties else "responsibility", counted
    return "all", telling


def _is_soft(requirement: Requirement) -> bool:
    """Whether no paper proves it either way: soft skills and logistics are told and not counted."""
    soft = gap_data()["soft_kinds"]
    kinds = {skill.kind for group in requirement.skills for skill in group}
    return requirement.kind in _UNCOUNTED or (bool(kinds) and kinds <= set(soft))


def _word(shown: int, counted: int, asked: int, *, blocked: bool) -> tuple[VerdictWord, str]:
    """The verdict by the share that is shown of what the profile settles; the person's answers may still add."""
    if blocked:
        return "blocked", "blocked"
    settled = counted - asked
    if shown >= _APPLY * settled and shown >= _LEAST * counted:
        return "apply", "apply"
    return "stretch", "far" if shown < _FAR * settled else "stretch"


def _thin(shown: int, counted: int, actions: tuple[Action, ...]) -> Verdict:
    name = "thin_one" if counted == 1 else "thin"
    said = _sentence(name, shown, counted, "all") if counted else sentence("verdict", "thin_none")
    return Verdict(word="thin", shown=shown, required=counted, sentence=said, actions=actions)


def _with_asked(said: str, asked: int) -> str:
    if not asked:
        return said
    name = "asked_one" if asked == 1 else "asked"
    return sentence("verdict", name, said=said, count=opened(number(asked)))


def _with_spoken(said: str, told: Sequence[RequirementState]) -> str:
    """The sentence with the required items that no paper proves, so that its count agrees with the list below."""
    required = [state for state in told if state.requirement.need == "required" and _is_soft(state.requirement)]
    count = sum(state.state not in {*_GOOD, "ask"} for state in required)
    if not count:
        return said
    name = "spoken_one" if count == 1 else "spoken"
    return sentence("verdict", name, said=said, count=opened(number(count)))


def _sentence(name: str, shown: int, counted: int, need: Counted, *, blocker: str = "") -> str:
    items = gap_data()["verdict"]["items"][need]
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
