"""The record's hints and wishes: which entry a hint means, which bullet answers it, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tailor.match import words
from tailor.match.concepts import Concepts
from tailor.model.plan import Match
from tailor.model.posting import Requirement
from tailor.model.profile import Entry, Profile
from tailor.model.record import Hint, HintOutcome, Record

# The best match of a hint gains this share of the top score: hinted bullets among the first 20 rose from 11 to
# 17 of 18, nDCG@20 from .862 to .959 on the one record with labels.
HINT_SHARE = 0.6

# A hint that names the employer is the person's own word that there is something: a faint likeness finds it.
HINT_FLOOR = 0.1

# A wish for the whole profile, or one that says "if applicable", must find something: at .25 a reader's evidence
# is found in 92 % of cases, and one phrase meets an unrelated bullet in about 1 % (seven graded cases).
WISH_FLOOR = 0.25

AGAIN = 0.6
"""What a line that answers one hint of a job is worth for another one of that job.

When it was chosen, a marked line stood on a single page for 26 of 36 phrases of one record, for 24 without it.
"""

NO_EVIDENCE = "no evidence in the profile"
NOTHING_NEAR = "no line of this entry comes near it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One phrase to look for; `entries` are the paths it is limited to (None: any), `label` is for reports."""

    phrase: str
    label: str
    conditional: bool
    entries: frozenset[str] | None
    problem: str = ""


def read_wishes(record: Record | None, profile: Profile) -> tuple[Wish, ...]:
    """The phrases of a record's hints, each with the entries its target means, then those of its wishes."""
    if record is None:
        return ()
    hints = [wish for hint in record.hints for wish in _of_hint(hint, profile)]
    wishes = [
        Wish(phrase=phrase, label=phrase, conditional=hint.conditional, entries=None)
        for hint in record.wishes
        for phrase in hint.phrases
    ]
    return (*hints, *wishes)


def meant_entries(target: str, profile: Profile, *, section: str = "") -> tuple[Entry, ...]:
    """The entries that a target as written ("Pepsico Head") means: its every word stands in name and position."""
    said = set(words.all_tokens(target))
    return tuple(
        entry
        for entry in profile.entries
        if said and (not section or entry.section == section) and said <= set(words.all_tokens(entry.called))
    )


def may_serve(wish: Wish, asked: Concepts, shown: Concepts) -> bool:
    """Whether a bullet can serve a wish: "healthcare ML, if applicable" is not served by ML in retail."""
    return not wish.conditional or asked.fields <= shown.all | shown.wider


def outcome(wish: Wish, answer: str | None) -> HintOutcome:
    """What to report of a wish: used, with the words of the bullet that answers it, or why not."""
    if wish.problem or answer is None:
        nothing = NO_EVIDENCE if wish.entries is None else NOTHING_NEAR
        return HintOutcome(text=wish.label, used=False, note=wish.problem or nothing)
    return HintOutcome(text=wish.label, used=True, note=answer)


def key_skill_outcome(requirement: Requirement, matches: Sequence[Match], texts: Mapping[str, str]) -> HintOutcome:
    """What to report of a key skill of the record: the bullet that shows it best, or no evidence.

    That the person names it is half of the evidence: a likeness that finds a wish is enough.
    """
    own = [match for match in matches if match.requirement == requirement.id]
    best = max(own, key=lambda match: match.score, default=None)
    if best is None or best.score < WISH_FLOOR:
        return HintOutcome(text=requirement.text, used=False, note=NO_EVIDENCE)
    return HintOutcome(text=requirement.text, used=True, note=texts[best.path])


def best_answers(
    wishes: Sequence[Wish], likeness: Sequence[Sequence[float]], owners: Sequence[str]
) -> Mapping[int, int]:
    """For each wish (by place) the place of its best bullet, where one is like enough.

    `likeness` holds a row of similarities to all bullets for each wish, `owners` each bullet's entry path. A
    conditional wish may favour, and never forces. Who names several things of one job means several lines: a line
    that answers one hint better answers the next only where nothing else comes near.
    """
    found: dict[int, int] = {}
    able = [
        [at for at, owner in enumerate(owners) if one.entries is None or owner in one.entries] for one in wishes
    ]
    surest = sorted(
        range(len(wishes)), key=lambda place: -max((likeness[place][at] for at in able[place]), default=0)
    )
    for place in surest:
        wish, row, taken = wishes[place], likeness[place], _taken(found, wishes, place)
        floor = WISH_FLOOR if wish.conditional or wish.entries is None else HINT_FLOOR
        near = [at for at in able[place] if row[at] >= floor]
        if near:
            found[place] = max(near, key=lambda at: row[at] * (AGAIN if at in taken else 1.0))
    return found


def _taken(found: Mapping[int, int], wishes: Sequence[Wish], place: int) -> frozenset[int]:
    """The bullets that other hints of the same job have; general wishes take nothing away."""
    if wishes[place].entries is None:
        return frozenset()
    return frozenset(at for other, at in found.items() if wishes[other].entries == wishes[place].entries)


def _of_hint(hint: Hint, profile: Profile) -> list[Wish]:
    meant = meant_entries(hint.target, profile, section=hint.section)
    problem = "" if meant else f"no entry of the profile is called {hint.target!r}"
    return [
        Wish(
            phrase=phrase,
            label=f"{hint.target}: {phrase}",
            conditional=hint.conditional,
            entries=frozenset(entry.path for entry in meant),
            problem=problem,
        )
        for phrase in hint.phrases
    ]
