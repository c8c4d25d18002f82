"""What to do first: five steps at most, from what stands unprinted, low, unsaid, otherwise spelled or unproven."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tailor.gaps.case import Case
from tailor.gaps.phrases import same_name
from tailor.gaps.settling import WEIGHTS, Step, settling_steps, tier
from tailor.gaps.words import gap_data, inside, joined, number, opened, sentence, shortened, without_label
from tailor.model.actions import Action, ActionKind, Phrase
from tailor.model.gaps import RequirementState
from tailor.model.posting import Requirement
from tailor.model.profile import Entry
from tailor.model.skills import Skill

# A report names at most this many steps, and so many of one kind.
_STEPS = 5
_ALIKE = 2
# What is only preferred is named where less than so much else is to do.
_ENOUGH = 3
_PREFERRED = tier("preferred")
# A bullet this far down in its job is passed over by a first look; the first three are read (facts of a reader's
# seven seconds: titles, dates, first bullets).
_HIGH = 3
_QUOTE = 9
# Names of skills that take more words than this are told by the line that asks for them.
_LONG = 6
# How much a step of each kind helps, for equal weight of what asks for it: what is proven and merely hidden
# first, then a line that nearly says it, then what needs a line of its own, then what can only be learnt.
_PRINT, _REWRITE, _WRITE, _MOVE, _SPELL, _LEARN = 1.0, 0.95, 0.9, 0.7, 0.5, 0.35
_OPEN = frozenset({"listed", "adjacent", "not found"})


def first_actions(case: Case, states: Sequence[RequirementState], phrases: Sequence[Phrase]) -> tuple[Action, ...]:
    """The most useful things to do, in plain words, each of its own kind where another is as urgent.

    What decides alone and can be settled comes first, then what required items ask for; a preferred item is never
    named before a required one.
    """
    steps = [*settling_steps(case, states), *_bullets(case, states), *_gaps(case, states)]
    steps += _spellings(case, phrases)
    left = sorted(steps, key=lambda step: (step.tier, -step.worth))
    chosen: list[Step] = []
    while left and len(chosen) < _STEPS and (left[0].tier < _PREFERRED or len(chosen) < _ENOUGH):
        kinds = [step.action.kind for step in chosen]
        first = left[0]
        fresh = [step for step in left if step.tier == first.tier and step.action.kind not in kinds]
        chosen.append(next(iter(fresh), first))
        left = [step for step in left if not _same(step, chosen)]
    return tuple(step.action for step in sorted(chosen, key=lambda step: (step.tier, -step.worth)))


def _same(step: Step, chosen: Sequence[Step]) -> bool:
    """Whether a step works on what a chosen one works on, or is one too many of its kind."""
    often = sum(step.action.kind == one.action.kind for one in chosen) >= _ALIKE
    return often or any(
        step.action.text == one.action.text
        or (step.action.path and step.action.path == one.action.path)
        or set(step.action.about) <= set(one.action.about)
        for one in chosen
    )


def _bullets(case: Case, states: Sequence[RequirementState]) -> Iterator[Step]:
    """Proving bullets that are left out, or stand low in their job, with the number of items that ask."""
    shown = [state for state in states if state.state == "shown"]
    hidden = [state for state in shown if not any(one.printed for one in state.evidence)]
    for path, entry in _entries(case).items():
        if path in case.plan.withheld:
            continue  # left out by the person's own word
        if path not in case.printed:
            asking = [s for s in hidden if s.requirement.need == "required" and s.evidence[0].path == path]
            yield from _bullet_step(case, path, entry, asking, "print")
        elif _place(case, path) >= _HIGH:
            asking = [state for state in shown if state.evidence and state.evidence[0].path == path]
            yield from _bullet_step(case, path, entry, asking, "move")


def _bullet_step(
    case: Case, path: str, entry: Entry, asking: Sequence[RequirementState], kind: ActionKind
) -> Iterator[Step]:
    if not asking or (kind == "move" and len(asking) < 2):  # noqa: PLR2004 - one item is no reason to move a line
        return
    wanted = [state.requirement for state in asking]
    share = _PRINT if kind == "print" else _MOVE
    said = sentence("first", kind, bullet=_quoted(case, path), where=entry.name, items=_items(wanted))
    yield _step(kind, said, wanted, share, path=path)


def _gaps(case: Case, states: Sequence[RequirementState]) -> Iterator[Step]:
    """What a bullet nearly says; else the skills that stand only in a list or nowhere, each with all that asks."""
    open_states = [s for s in states if s.state in _OPEN and s.requirement.kind not in {"soft", "logistics"}]
    unsaid = [state for state in open_states if state.requirement.id not in case.near]
    for state in open_states:
        if state not in unsaid:
            yield _rewriting(case, state)
    named = [state for state in unsaid if _is_learnable(state.requirement) and _missing(case, state)]
    for wanted in _by_skill(case, named):
        yield _about_skills(wanted)
    for state in unsaid:
        requirement = state.requirement
        if state not in named and _is_telling(requirement):
            said = sentence("first", "untold", asks=_asks(requirement), text=_text(requirement))
            yield _step("write", said, [requirement], _LEARN)


def _is_learnable(requirement: Requirement) -> bool:
    """Whether what is asked is a skill by name, and no duty and no years of it."""
    return requirement.kind != "duty" and requirement.min_years is None


def _is_telling(requirement: Requirement) -> bool:
    """Whether a line is worth a bullet of its own: it asks for something by name, or the posting requires it."""
    hard = [group for group in requirement.skills if not _soft(group)]
    return bool(hard) or (requirement.need == "required" and not requirement.skills)


def _rewriting(case: Case, state: RequirementState) -> Step:
    requirement, path = state.requirement, case.near[state.requirement.id]
    listed = state.state == "listed"
    said = sentence(
        "first",
        "name" if listed else "rewrite",
        bullet=_quoted(case, path),
        where=_entries(case)[path].name,
        text=_text(requirement),
        asks=_asks(requirement),
        skills=joined(_missing(case, state)),
    )
    return _step("rewrite", said, [requirement], _REWRITE, path=path)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """Skills that the same lines ask for, and how the profile has them."""

    names: tuple[str, ...]
    asking: tuple[RequirementState, ...]


def _by_skill(case: Case, states: Sequence[RequirementState]) -> list[_Wanted]:
    """Open skills by the lines that ask for them: those that the same lines ask for stand together."""
    asking: dict[str, list[RequirementState]] = {}
    for state in states:
        for name in _missing(case, state):
            asking.setdefault(name, []).append(state)
    together: dict[tuple[str, ...], list[str]] = {}
    for name, asked in asking.items():
        together.setdefault(tuple(state.requirement.id for state in asked), []).append(name)
    by_id = {state.requirement.id: state for state in states}
    return [
        _Wanted(names=tuple(names), asking=tuple(by_id[one] for one in ids)) for ids, names in together.items()
    ]


def _about_skills(wanted: _Wanted) -> Step:
    listed = any(state.state == "listed" for state in wanted.asking)
    kind: ActionKind = "write" if listed else "learn"
    requirements = [state.requirement for state in wanted.asking]
    reason = next((state.reason for state in wanted.asking if state.state == "listed"), "").split(";")[0]
    skills = joined(wanted.names)
    if kind == "learn" and len(skills.split()) > _LONG:
        said = sentence("first", "learn_line", text=_text(requirements[0]), asks=_asks(requirements[0]))
    else:
        said = sentence("first", kind, skills=skills, items=_items(requirements), reason=reason)
    return _step(kind, said, requirements, _WRITE if listed else _LEARN)


def _spellings(case: Case, phrases: Iterable[Phrase]) -> Iterator[Step]:
    """Words of the profile that the posting spells otherwise: a literal search finds the posting's."""
    for phrase in phrases:
        if phrase.state == "respelled" and same_name(phrase.text, phrase.written):
            wanted = [case.plan.requirement(name) for name in phrase.about]
            said = sentence("first", "spell", text=phrase.text, written=phrase.written, items=_items(wanted))
            yield _step("spell", said, wanted, _SPELL)


def _step(kind: ActionKind, text: str, asking: Sequence[Requirement], share: float, *, path: str = "") -> Step:
    action = Action(kind=kind, text=text, about=tuple(one.id for one in asking), path=path)
    worth = sum(WEIGHTS[one.need] for one in asking) * share
    return Step(action=action, worth=worth, tier=min(tier(one.need) for one in asking))


def _missing(case: Case, state: RequirementState) -> list[str]:
    """The any-of groups that an open requirement is open for, by name: those listed, or those not held."""
    held = case.held.listed.keys() | case.held.shown.keys()
    found = []
    for group in state.requirement.skills:
        owned = [skill for skill in group if skill.id in held]
        if bool(owned) == (state.state == "listed") and not _soft(group):
            found.append(joined(list(dict.fromkeys(inside(skill) for skill in owned or group)), "list_or"))
    return list(dict.fromkeys(found))


def _soft(group: Sequence[Skill]) -> bool:
    return all(skill.kind in gap_data()["soft_kinds"] for skill in group)


def _items(asking: Sequence[Requirement]) -> str:
    """Who asks, as the head of a clause: "three required items ask", "“Experience with dbt” (preferred) asks"."""
    words = gap_data()["first"]
    if len(asking) == 1:
        need = words["needs"][asking[0].need]
        return str(words["item"]).format(text=_text(asking[0]), need=need)
    required = all(one.need == "required" for one in asking)
    return str(words["items_many" if required else "others_many"]).format(count=number(len(asking)))


def _asks(requirement: Requirement) -> str:
    return str(gap_data()["first"]["asks"][requirement.need])


def _text(requirement: Requirement) -> str:
    return opened(shortened(without_label(requirement.text), _QUOTE))


def _entries(case: Case) -> Mapping[str, Entry]:
    return {bullet.path: entry for entry in case.profile.entries for bullet in entry.bullets}


def _quoted(case: Case, path: str) -> str:
    return shortened(case.texts[path], _QUOTE)


def _place(case: Case, path: str) -> int:
    for planned in case.plan.entries:
        paths = [line.path for line in planned.lines]
        if path in paths:
            return paths.index(path)
    return 0
