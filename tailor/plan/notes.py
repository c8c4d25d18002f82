"""The person's notes for one posting: the entries they ask for by name, and what became of each on the page."""

from collections.abc import Mapping

from tailor.model.plan import LeftOut, Plan
from tailor.model.profile import Profile
from tailor.model.record import HintOutcome, Record


def named_entries(profile: Profile, record: Record | None) -> frozenset[str]:
    """The paths of entries that a hint names; a hint that says "if applicable" forces none."""
    hints = [hint for hint in record.hints if not hint.conditional] if record else []
    return frozenset(
        entry.path
        for hint in hints
        for entry in profile.entries_called(hint.target)
        if hint.section in ("", entry.section)
    )


def told(plan: Plan, hints: tuple[HintOutcome, ...]) -> tuple[HintOutcome, ...]:
    """Hints as the page bears them out: one whose bullet is not printed says so, with the reason.

    A key skill that another printed bullet proves names that one.
    """
    paths = {bullet.text: bullet.path for bullet in plan.profile.bullets if not bullet.private}
    out = {one.path: one for one in plan.left_out}
    return tuple(_outcome(hint, plan, paths, out) for hint in hints)


def _outcome(hint: HintOutcome, plan: Plan, paths: Mapping[str, str], out: Mapping[str, LeftOut]) -> HintOutcome:
    path = paths.get(hint.note, "")
    if not hint.used or path not in out:
        return hint
    for printed in _proofs(hint, plan):
        return HintOutcome(text=hint.text, used=True, note=printed)
    note = f"in the profile, not on the page: “{hint.note}” ({out[path].why})"
    return HintOutcome(text=hint.text, used=False, note=note)


def _proofs(hint: HintOutcome, plan: Plan) -> list[str]:
    """The printed lines that prove the requirement which a key skill of the notes became, best first."""
    texts = {line.path: line.text for planned in plan.entries for line in planned.lines}
    return [
        texts[path]
        for requirement in plan.posting.requirements
        if requirement.source == "record" and requirement.text == hint.text
        for path in plan.evidence.get(requirement.id, ())
        if path in texts
    ]
