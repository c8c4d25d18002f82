"""Steps that settle what decides alone: renew it, add it, confirm it, or say how a degree's field counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tailor.gaps.case import Case
from tailor.gaps.credentials import is_over
from tailor.gaps.fields import is_near_field
from tailor.gaps.words import cues_in, gap_data, joined, number, sentence, shortened
from tailor.model.actions import Action, ActionKind
from tailor.model.gaps import RequirementState
from tailor.model.posting import Need
from tailor.model.profile import Entry

WEIGHTS: dict[Need, float] = {"required": 3.0, "responsibility": 2.0, "preferred": 1.0}
_ORDER: tuple[Need, ...] = ("required", "responsibility", "preferred")
_QUOTE = 12
_NAMED = 3
# A degree whose field is open is argued in the letter: worth less than a line that proves something.
_FIELD = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An action with how much it helps (the weight of what it answers), and how urgent what asks is.

    `tier` is 0 for what decides alone, then required, responsibility, preferred.
    """

    action: Action
    worth: float
    tier: int


def tier(need: Need) -> int:
    """How urgent a need is, behind what decides alone."""
    return 1 + _ORDER.index(need)


def settling_steps(case: Case, states: Sequence[RequirementState]) -> Iterator[Step]:
    """The steps about conditions that decide alone; all that only the person can say is one step."""
    deciding = [state for state in states if state.knockout]
    for state in deciding:
        if state.state == "not met":
            yield from _settling(case, state)
        elif state.state == "ask" and _is_argued(case, state):
            text, degree = shortened(state.requirement.text, _QUOTE), state.evidence[0].text
            said = sentence("first", "field", degree=degree, text=text)
            need = state.requirement.need
            yield _step("argue", said, [state], WEIGHTS[need] * _FIELD, tier(need))
    asked = [state for state in deciding if state.state == "ask" and not _is_field(case, state)]
    if asked:
        yield _confirming(asked)


def _settling(case: Case, state: RequirementState) -> Iterator[Step]:
    over = _expired(case, state)
    if over:
        yield _step("renew", sentence("first", "expired", name=joined(over)), [state], 100.0, 0)
    elif state.requirement.kind in {"licence", "language"}:
        text = shortened(state.requirement.text, _QUOTE)
        yield _step("settle", sentence("first", "blocks", text=text, advice=state.advice), [state], 50.0, 0)


def _confirming(asked: Sequence[RequirementState]) -> Step:
    texts = [f"“{shortened(state.requirement.text, _QUOTE)}”" for state in asked]
    if len(asked) == 1:
        said = sentence("first", "ask", text=texts[0], advice=asked[0].advice or asked[0].reason)
        return _step("confirm", said, asked, 20.0, 0)
    more = len(texts) - _NAMED
    named = texts if more <= 0 else [*texts[:_NAMED], gap_data()["first"]["more"].format(count=number(more))]
    return _step("confirm", sentence("first", "ask_many", texts=joined(named)), asked, 20.0, 0)


def _expired(case: Case, state: RequirementState) -> list[str]:
    paths = {one.path for one in state.evidence}
    held = [credential for credential in case.profile.credentials if credential.path in paths]
    return [one.name for one in held if one.expires and is_over(one.expires, case.today)]


def _is_argued(case: Case, state: RequirementState) -> bool:
    """Whether only the field of a degree is open, it is near, and the posting takes related ones."""
    related = cues_in(state.requirement.text, gap_data()["related_field"])
    return _degree_of(case, state) is not None and bool(related) and not _is_other_field(case, state)


def _is_field(case: Case, state: RequirementState) -> bool:
    """Whether nothing is to confirm: a field is argued where it is near, and is a gap where it is another."""
    return _is_argued(case, state) or _is_other_field(case, state)


def _is_other_field(case: Case, state: RequirementState) -> bool:
    entry = _degree_of(case, state)
    return entry is not None and not is_near_field(state.requirement.text, entry)


def _degree_of(case: Case, state: RequirementState) -> Entry | None:
    """The studies that a line about a degree quotes."""
    if state.requirement.kind != "degree" or not state.evidence:
        return None
    paths = {one.path for one in state.evidence}
    return next((entry for entry in case.profile.section("education") if entry.path in paths), None)


def _step(kind: ActionKind, text: str, states: Sequence[RequirementState], worth: float, urgency: int) -> Step:
    action = Action(kind=kind, text=text, about=tuple(state.requirement.id for state in states))
    return Step(action=action, worth=worth, tier=urgency)
