"""The person's decisions for one posting: pins, drops and edits, resolved to bullets of the profile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tailor.model.profile import Bullet, Profile
from tailor.model.record import Decisions, HintOutcome, Record
from tailor.plan.tags import unknown_tags, withheld
from tailor.plan.wish import PlanWish


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Paths of pinned bullets, the person's own wording by path, and what became of each decision.

    `withheld` maps paths of bullets and entries that the person leaves out to the reason.
    """

    pinned: frozenset[str]
    withheld: Mapping[str, str]
    edits: Mapping[str, str]
    outcomes: tuple[HintOutcome, ...]


def decide(profile: Profile, wish: PlanWish) -> Decided:
    """A record's decisions, tags and a profile's pins into paths; what leaves out wins over a profile's pin."""
    decisions = wish.record.decisions if wish.record else Decisions()
    dropped = dict.fromkeys(sorted(_paths(profile, decisions.drop)), "dropped in the record")
    left = {**withheld(profile, wish), **dropped}
    pinned = _paths(profile, decisions.pin) | {bullet.path for bullet in profile.bullets if bullet.pin}
    return Decided(
        pinned=pinned - frozenset(left),
        withheld=left,
        edits=decisions.wordings(profile),
        outcomes=(*_outcomes(profile, decisions), *_additions(profile, decisions), *_tags(profile, wish)),
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


def _additions(profile: Profile, decisions: Decisions) -> Iterable[HintOutcome]:
    for name, text in decisions.added:
        meant = profile.entries_called(name)
        note = "added" if len(meant) == 1 else f"{len(meant) or 'no'} entries of the profile are called {name!r}"
        yield HintOutcome(text=f"add: {text}", used=len(meant) == 1, note=note)


def _tags(profile: Profile, wish: PlanWish) -> Iterable[HintOutcome]:
    for tag in unknown_tags(profile, wish):
        yield HintOutcome(text=f"tag: {tag}", used=False, note="nothing in the profile has this tag")


def _outcome(text: str, meant: tuple[Bullet, ...]) -> HintOutcome:
    if not meant:
        return HintOutcome(text=text, used=False, note="no bullet of the profile has this id or these words")
    if all(bullet.private for bullet in meant):
        return HintOutcome(text=text, used=False, note="the bullet is private")
    return HintOutcome(text=text, used=True, note="; ".join(bullet.text for bullet in meant if not bullet.private))
