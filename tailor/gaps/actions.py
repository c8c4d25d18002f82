"""What to do first: the one or two most useful steps, from what stands unprinted, low, unsaid or unproven."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tailor.gaps.case import Case
from tailor.gaps.credentials import is_over
from tailor.gaps.words import cues_in, gap_data, joined, number, opened, sentence, shortened, without_label
from tailor.model.gaps import RequirementState
from tailor.model.posting import Need
from tailor.model.profile import Entry

# Verdicts name this many steps.
_STEPS = 2
_WEIGHTS: dict[Need, float] = {"required": 3.0, "responsibility": 2.0, "preferred": 1.0}
_ORDER: tuple[Need, ...] = ("required", "responsibility", "preferred")
# A bullet this far down in its job is passed over by a first look; the first three are read (facts of a reader's
# seven seconds: titles, dates, first bullets).
_HIGH = 3
_QUOTE = 9
# How much a step of each kind helps, for equal weight of what asks for it: what is proven and merely hidden
# first, then a line that nearly says it, then what needs a line of its own, then what can only be learnt.
_PRINT, _NEAR, _WRITE, _MOVE, _FIELD, _LEARN = 1.0, 0.95, 0.9, 0.7, 0.6, 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do: how much it helps (weight of the requirements it answers), and how urgent what asks is.

    `tier` is 0 for what decides alone, then required, responsibility, preferred; `about` is the bullet or the
    requirement that it works on, `name` the kind of step.
    """

    text: str
    worth: float
    tier: int
    about: str
    name: str


def first_steps(case: Case, states: Sequence[RequirementState]) -> tuple[str, ...]:
    """The one or two most useful things to do, in plain words, each of its own kind where another is as urgent.

    What decides alone and can be settled comes first, then what required items ask for; a preferred item is never
    named before a required one.
    """
    steps = [*_knockouts(case, states), *_bullets(case, states), *_gaps(case, states)]
    left = sorted(steps, key=lambda step: (step.tier, -step.worth))
    chosen: list[Step] = []
    while left and len(chosen) < _STEPS:
        kinds = {step.name for step in chosen}
        first = left[0]
        fresh = [step for step in left if step.tier == first.tier and step.name not in kinds]
        chosen.append(next(iter(fresh), first))
        left = [step for step in left if step.about != chosen[-1].about and step.text != chosen[-1].text]
    return tuple(step.text for step in sorted(chosen, key=lambda step: (step.tier, -step.worth)))


def _knockouts(case: Case, states: Sequence[RequirementState]) -> Iterator[Step]:
    """What decides alone and can be settled: renew it, add it, confirm it, or say how a degree's field counts."""
    for state in states:
        requirement = state.requirement
        if not state.knockout or requirement.kind == "experience":
            continue
        text = shortened(requirement.text, _QUOTE)
        over = _expired(case, state)
        if state.state == "not met" and over:
            said = sentence("first", "expired", name=joined(over))
            yield Step(text=said, worth=100.0, tier=0, about=requirement.id, name="expired")
        elif state.state == "not met" and requirement.kind in {"licence", "language"}:
            said = sentence("first", "blocks", text=text, advice=state.advice)
            yield Step(text=said, worth=50.0, tier=0, about=requirement.id, name="blocks")
        elif state.state == "ask" and _is_open_field(state):
            said = sentence("first", "field", degree=state.evidence[0].text, text=text)
            worth = _WEIGHTS[requirement.need] * _FIELD
            yield Step(text=said, worth=worth, tier=_tier(requirement.need), about=requirement.id, name="field")
        elif state.state == "ask":
            said = sentence("first", "ask", text=text, advice=state.advice or state.reason)
            yield Step(text=said, worth=20.0, tier=0, about=requirement.id, name="ask")


def _expired(case: Case, state: RequirementState) -> list[str]:
    paths = {one.path for one in state.evidence}
    held = [credential for credential in case.profile.credentials if credential.path in paths]
    return [one.name for one in held if one.expires and is_over(one.expires, case.today)]


def _is_open_field(state: RequirementState) -> bool:
    """Whether only the field of a degree is open, and the posting takes related ones: a thing to argue."""
    related = cues_in(state.requirement.text, gap_data()["related_field"])
    return state.requirement.kind == "degree" and bool(state.evidence) and bool(related)


def _bullets(case: Case, states: Sequence[RequirementState]) -> Iterator[Step]:
    """Proving bullets that are left out, or stand low in their job, with the number of items that ask."""
    shown = [state for state in states if state.state == "shown"]
    hidden = [state for state in shown if not any(one.printed for one in state.evidence)]
    for path, entry in _entries(case).items():
        if path in case.plan.withheld:
            continue  # left out by the person's own word
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
    said = sentence("first", name, bullet=_quoted(case, path), where=entry.name, items=items)
    tier = min(_tier(state.requirement.need) for state in asking)
    yield Step(text=said, worth=worth, tier=tier, about=path, name=name)


def _gaps(case: Case, states: Sequence[RequirementState]) -> Iterator[Step]:
    """What a bullet nearly says, what stands only in a list, and what nothing speaks of."""
    for state in states:
        requirement = state.requirement
        if state.state not in {"listed", "adjacent", "not found"} or requirement.kind in {"soft", "logistics"}:
            continue
        asks = gap_data()["first"]["asks"][requirement.need]
        fields = {"asks": asks, "text": opened(shortened(without_label(requirement.text), _QUOTE))}
        name, share = ("write", _WRITE) if state.state == "listed" else ("learn", _LEARN)
        about, path = requirement.id, case.near.get(requirement.id)
        if path is not None:
            entry = _entries(case)[path]
            name, share, about = "near", _NEAR, path
            fields |= {"bullet": _quoted(case, path), "where": entry.name}
        fields["reason"] = state.reason.split(";")[0]
        worth = _WEIGHTS[requirement.need] * share
        text = sentence("first", name, **fields)
        yield Step(text=text, worth=worth, tier=_tier(requirement.need), about=about, name=name)


def _entries(case: Case) -> dict[str, Entry]:
    return {bullet.path: entry for entry in case.profile.entries for bullet in entry.bullets}


def _quoted(case: Case, path: str) -> str:
    return shortened(case.texts[path], _QUOTE)


def _tier(need: Need) -> int:
    return 1 + _ORDER.index(need)


def _place(case: Case, path: str) -> int:
    for planned in case.plan.entries:
        paths = [line.path for line in planned.lines]
        if path in paths:
            return paths.index(path)
    return 0
