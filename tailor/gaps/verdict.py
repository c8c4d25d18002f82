"""One plain verdict per posting: words and counts, what blocks, and what to do first."""

from collections.abc import Sequence
from typing import Literal

from tailor.gaps.actions import first_actions
from tailor.gaps.case import Case
from tailor.gaps.words import gap_data, joined, number, opened, sentence, shortened
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
    items = _items(need, counted)
    said = _sentence(name, shown, len(counted), items, blocker=blocker)
    return Verdict(
        word=word,
        shown=shown,
        required=len(counted),
        sentence=_with_uncounted(_with_asked(said, asked), told),
        blockers=blockers,
        actions=actions,
        asked=asked,
        far=name == "far",
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


def _items(need: Counted, counted: Sequence[RequirementState]) -> str:
    """What is counted, in words: must-haves stand under a heading of their own, and are said to be in."""
    items = str(gap_data()["verdict"]["items"][need])
    return sentence("verdict", "with_musts", items=items) if any(one.knockout for one in counted) else items


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
    said = _sentence(name, shown, counted, _items("all", ())) if counted else sentence("verdict", "thin_none")
    return Verdict(word="thin", shown=shown, required=counted, sentence=said, actions=actions)


def _with_asked(said: str, asked: int) -> str:
    if not asked:
        return said
    return sentence("verdict", "asked", said=said.rstrip("."), count=number(asked))


def _with_uncounted(said: str, told: Sequence[RequirementState]) -> str:
    """The sentence with what is not counted and stands open below: its counts agree with the rows there."""
    soft = [state.state for state in told if _is_soft(state.requirement) and state.state not in _GOOD]
    asked = soft.count("ask")
    counts = {"uncounted_ask": asked, "uncounted_spoken": len(soft) - asked}
    parts = [sentence("verdict", name, count=number(count)) for name, count in counts.items() if count]
    return sentence("verdict", "uncounted", said=said, parts=joined(parts)) if parts else said


def _sentence(name: str, shown: int, counted: int, items: str, *, blocker: str = "") -> str:
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
