"""The most useful things to do first, in concrete words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tailor.gaps.case import Case
from tailor.gaps.words import gap_data, number, sentence, shortened
from tailor.model.gaps import RequirementState
from tailor.model.posting import Need
from tailor.model.profile import Entry

# Verdicts name this many steps.
_STEPS = 2
_WEIGHTS: dict[Need, float] = {"required": 3.0, "responsibility": 2.0, "preferred": 1.0}
# A bullet this far down in its job is passed over by a first look; the first three are read (facts of a reader's
# seven seconds: titles, dates, first bullets).
_HIGH = 3
_QUOTE = 9
# How much a step of each kind helps, for equal weight of what asks for it: what is proven and merely hidden
# first, then what needs a line, then what can only be confirmed or learnt.
_PRINT, _MOVE, _WRITE, _LEARN = 1.0, 0.7, 0.9, 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, and how much it helps (weight of the requirements it answers)."""

    text: str
    worth: float


def first_steps(case: Case, states: Sequence[RequirementState]) -> tuple[str, ...]:
    """The one or two most useful things to do, in plain words; knock-outs that can be settled come first."""
    steps = [*_knockouts(states), *_bullets(case, states), *_gaps(states)]
    best = sorted(steps, key=lambda step: -step.worth)
    return tuple(dict.fromkeys(step.text for step in best))[:_STEPS]


def _knockouts(states: Sequence[RequirementState]) -> Iterator[Step]:
    """What decides alone and can be settled at once: renew it, or confirm it."""
    for state in states:
        if not state.knockout or state.requirement.kind == "experience":
            continue
        text = shortened(state.requirement.text, _QUOTE)
        if state.state == "not met" and state.evidence and state.requirement.kind == "licence":
            yield Step(text=sentence("first", "expired", name=state.evidence[0].text), worth=100.0)
        elif state.state == "ask":
            yield Step(text=sentence("first", "ask", text=text, reason=state.reason), worth=20.0)


def _bullets(case: Case, states: Sequence[RequirementState]) -> Iterator[Step]:
    """Proving bullets that are left out, or stand low in their job, with the number of items that ask."""
    shown = [state for state in states if state.state == "shown"]
    hidden = [state for state in shown if not any(one.printed for one in state.evidence)]
    entries = {bullet.path: entry for entry in case.profile.entries for bullet in entry.bullets}
    for path, entry in entries.items():
        if path not in case.printed:
            asking = [s for s in hidden if s.requirement.need == "required" and s.evidence[0].path == path]
            yield from _step(case, path, entry, asking, "print")
        elif _place(case, path) >= _HIGH:
            asking = [state for state in shown if state.evidence and state.evidence[0].path == path]
            yield from _step(case, path, entry, asking, "move")


def _step(case: Case, path: str, entry: Entry, asking: Sequence[RequirementState], name: str) -> Iterator[Step]:
    required = all(state.requirement.need == "required" for state in asking)
    if not asking or (name == "move" and len(asking) < 2):  # noqa: PLR2004 - one item is no reason to move a line
        return
    worth = sum(_WEIGHTS[state.requirement.need] for state in asking) * (_PRINT if name == "print" else _MOVE)
    words = gap_data()["first"]
    many = words["items_many" if required else "others_many"].format(count=number(len(asking)))
    items = words["items_one"] if len(asking) == 1 else many
    bullet = shortened(case.texts[path], _QUOTE)
    yield Step(text=sentence("first", name, bullet=bullet, where=entry.name, items=items), worth=worth)


def _place(case: Case, path: str) -> int:
    for planned in case.plan.entries:
        paths = [line.path for line in planned.lines]
        if path in paths:
            return paths.index(path)
    return 0


def _gaps(states: Sequence[RequirementState]) -> Iterator[Step]:
    """What stands only in a list, and what nothing speaks of."""
    for state in states:
        requirement = state.requirement
        weight = _WEIGHTS[requirement.need]
        text = shortened(requirement.text, _QUOTE)
        if state.state == "listed":
            asks = gap_data()["first"]["asks"][requirement.need]
            said = sentence("first", "write", reason=state.reason, asks=asks, text=text)
            yield Step(text=said, worth=weight * _WRITE)
        elif state.state in {"not found", "adjacent"} and requirement.kind not in {"soft", "logistics"}:
            yield Step(text=sentence("first", "learn", text=text), worth=weight * _LEARN)
