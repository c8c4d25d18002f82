"""The person's decisions for one posting: pins, drops and edits, resolved to bullets of the profile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tailor.model.profile import Bullet, Profile
from tailor.model.record import Decisions, HintOutcome, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Paths of pinned and dropped bullets, the person's own wording by path, and what became of each decision."""

    pinned: frozenset[str]
    dropped: frozenset[str]
    edits: Mapping[str, str]
    outcomes: tuple[HintOutcome, ...]


def decide(profile: Profile, record: Record | None) -> Decided:
    """A record's decisions and a profile's pins into paths; a record's drop wins over a profile's pin."""
    decisions = record.decisions if record else Decisions()
    dropped = _paths(profile, decisions.drop)
    pinned = _paths(profile, decisions.pin) | {bullet.path for bullet in profile.bullets if bullet.pin}
    return Decided(
        pinned=pinned - dropped,
        dropped=dropped,
        edits=decisions.wordings(profile),
        outcomes=tuple(_outcomes(profile, decisions)),
    )


def edited(record: Record | None, name: str) -> str:
    """The person's own headline or summary for this posting; empty when there is none."""
    return dict(record.decisions.edits).get(name, "") if record else ""


def _paths(profile: Profile, references: Iterable[str]) -> frozenset[str]:
    return frozenset(bullet.path for reference in references for bullet in profile.named(reference))


def _outcomes(profile: Profile, decisions: Decisions) -> Iterable[HintOutcome]:
    for verb, references in (("pin", decisions.pin), ("drop", decisions.drop)):
        for reference in references:
            yield _outcome(f"{verb}: {reference}", profile.named(reference))
    for reference, _ in decisions.edited_bullets:
        meant = profile.named(reference)
        text = f"edit: {reference}"
        if len(meant) > 1:
            note = f"these words stand in {len(meant)} bullets: name one by its id or more of its words"
            yield HintOutcome(text=text, used=False, note=note)
        else:
            yield _outcome(text, meant)


def _outcome(text: str, meant: tuple[Bullet, ...]) -> HintOutcome:
    if not meant:
        return HintOutcome(text=text, used=False, note="no bullet of the profile has this id or these words")
    if all(bullet.private for bullet in meant):
        return HintOutcome(text=text, used=False, note="the bullet is private")
    return HintOutcome(text=text, used=True, note="; ".join(bullet.text for bullet in meant if not bullet.private))
