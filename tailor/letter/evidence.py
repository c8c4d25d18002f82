"""What a letter tells of the person's work: stories first, then bullets that can be turned."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tailor.letter.tongue import is_foreign
from tailor.letter.turning import Turned, turn
from tailor.letter.words import LONGEST, letter_data, sentences, shared, themes, without_instruction
from tailor.model.periods import newest_first
from tailor.model.plan import Plan, RankedBullet, Ranking
from tailor.model.posting import Need, Requirement
from tailor.model.profile import Entry, Story
from tailor.model.skills import Find

WEIGHTS: dict[Need, float] = {"required": 3.0, "responsibility": 2.0, "preferred": 1.0}
"""Weight of a requirement by its need, as in the ranking."""

# A bullet below this share of the best bullet's score is no evidence worth a sentence; a story needs this
# share of the asked-for weight. Both read off the seven open ranking cases.
_WORTH = 0.3
# What each phrase of a letter point adds to the bullets that speak of it, and what the same employer costs, in
# best scores.
_POINT = 0.6
_AGAIN = 0.25
_COVER = 0.35
_UNPRINTED = 0.15
# Letters tell of work; studies only where they are much closer.
_STUDIES = 0.4
_MOST = 3
# Pieces whose gains differ by no more than this are as good as each other.
_NEAR = 0.08
# A requirement of more words than this speaks of too much to say what a bullet under it is about.
_SHORT = 14
# A second bullet of the same job is told only where other jobs have nothing near as good; a third never.
_SAME_JOB = 0.3
_MOST_OF_ONE = 2
# A bullet that proves nothing outright may still be told when it ranks this near the best one.
_NEAR_BEST = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of evidence: a story, or a bullet with its turned clauses, and the requirements it answers.

    `points` are the phrases of the record's body letter points that it speaks of.
    """

    path: str
    text: str
    entry: Entry | None
    worth: float
    answers: tuple[str, ...]
    points: frozenset[str] = frozenset()
    turned: Turned | None = None

    @property
    def is_story(self) -> bool:
        """Whether the person's own paragraph is told as it stands."""
        return self.turned is None


def choose_evidence(plan: Plan, ranking: Ranking, find: Find, *, variant: int = 0) -> tuple[Piece, ...]:
    """Two or three pieces from different jobs, newest job first: stories, and bullets that can be turned.

    With stories there is at most one turned bullet. Each next piece gains by what it answers that the others do
    not, and loses when its employer has been told of already. Of bullets that are nearly as good as the best one,
    another `variant` tells another.
    """
    told = _greedy(_stories(plan, find), _MOST)
    room = 1 if told else _MOST
    told += _greedy(_bullets(plan, ranking), min(room, _MOST - len(told)), told, variant=variant)
    return tuple(sorted(told, key=_newest_first))


def too_long(story: Story) -> bool:
    """Whether a story has a sentence that is too long for a letter."""
    return any(len(sentence.split()) > LONGEST for sentence in sentences(story.text))


def story_entry(plan: Plan, story: Story) -> Entry | None:
    """The entry a story belongs to: by its path, its name, its name and a position, or words of these.

    Of several positions at an employer that is named alone, it is the newest.
    """
    wanted = story.entry.casefold().strip()
    exact = [entry for entry in plan.profile.entries if wanted and wanted in _names(entry)]
    meant = exact or list(plan.profile.entries_called(story.entry))
    block = [entry for entry in meant if entry.employer and entry.employer == meant[0].employer]
    return next(iter((*newest_first(block), *meant)), None)


def _names(entry: Entry) -> frozenset[str]:
    """What a person may call an entry, in small letters."""
    titles = [held.position for held in entry.held]
    called = [f"{one} {other}" for title in titles for one, other in ((entry.name, title), (title, entry.name))]
    return frozenset(name.casefold() for name in (entry.path, entry.employer, entry.name, *called) if name)


def _greedy(pieces: Sequence[Piece], most: int, before: Sequence[Piece] = (), *, variant: int = 0) -> list[Piece]:
    told: list[Piece] = []
    left = list(pieces)
    while left and len(told) < most:
        known = [*before, *told]
        ranked = sorted(left, key=lambda piece: -_gain(piece, known))
        least = max(_WORTH, _gain(ranked[0], known) - _NEAR)
        near = [piece for piece in ranked if _gain(piece, known) >= least]
        if not near:
            break
        best = near[variant % len(near)]
        told.append(best)
        left.remove(best)
    return told


def _gain(piece: Piece, told: Sequence[Piece]) -> float:
    """What a piece adds to those told: its worth, what it answers anew, and what the notes ask for.

    A job told of already counts against it, unless it says something that the notes ask for and no other does.
    """
    same = sum(piece.entry is not None and piece.entry == other.entry for other in told)
    if same >= _MOST_OF_ONE:
        return 0.0
    known = {answer for other in told for answer in other.answers}
    fresh = sum(answer not in known for answer in piece.answers) / max(1, len(piece.answers))
    again = any(piece.entry and other.entry and piece.entry.name == other.entry.name for other in told)
    asked = piece.points - {point for other in told for point in other.points}
    repeated = 0.0 if asked else _AGAIN * again + _SAME_JOB * same
    return piece.worth + _COVER * fresh + _POINT * len(asked) - repeated


def _newest_first(piece: Piece) -> tuple[bool, tuple[int, int, int], tuple[int, int, int]]:
    entry = piece.entry
    if entry is None or entry.start is None:
        return (True, (0, 0, 0), (0, 0, 0))
    start = (-entry.start.year, -(entry.start.month or 1), -(entry.start.day or 1))
    end = entry.end
    ended = (-end.year, -(end.month or 12), -(end.day or 28)) if end else (-9999, 0, 0)
    return (entry.section != "work", ended, start)


def _bullets(plan: Plan, ranking: Ranking) -> list[Piece]:
    best = max((ranked.score for ranked in ranking.bullets), default=0.0)
    strong = _strong(ranking)
    wording = {line.path: line.text for planned in plan.entries for line in planned.lines}
    found = []
    for ranked in ranking.bullets:
        path = ranked.bullet.path
        turned = _turned(ranked, wording)
        if best <= 0 or ranked.bullet.private or path in plan.withheld or turned is None:
            continue
        if path not in strong and ranked.score < _NEAR_BEST * best:
            continue
        worth = ranked.score / best - _UNPRINTED * (path not in wording)
        worth -= _STUDIES * (ranked.entry.section == "education")
        if ranked.score >= _WORTH * best:
            text = wording.get(path, ranked.bullet.text)
            found.append(
                Piece(
                    path=path,
                    text=text,
                    entry=ranked.entry,
                    worth=worth,
                    answers=strong.get(path, ()),
                    points=_points(plan, text, strong.get(path, ())),
                    turned=turned,
                )
            )
    return found


def _turned(ranked: RankedBullet, wording: Mapping[str, str]) -> Turned | None:
    text = wording.get(ranked.bullet.path, ranked.bullet.text)
    turned = turn(text, current=ranked.entry.current)
    if turned is None or len(turned.clause.split()) > LONGEST - 5:
        return None
    kept = tuple(one for one in turned.own if len(one.split()) < LONGEST - 2)
    return replace(turned, own=kept, then=tuple(one for one in turned.then if len(one.split()) <= LONGEST))


def _strong(ranking: Ranking) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for match in ranking.matches:
        if match.strong:
            found.setdefault(match.path, []).append(match.requirement)
    return {path: tuple(ids) for path, ids in found.items()}


def _points(plan: Plan, text: str, answers: Sequence[str]) -> frozenset[str]:
    """The phrases of the body letter points that a text speaks of, itself or through what it answers."""
    asked = [requirement.text for requirement in plan.posting.requirements if requirement.id in answers]
    short = [one for one in asked if len(one.split()) <= _SHORT]
    return frozenset(
        phrase for phrase in _body_phrases(plan) if any(_speaks_of(phrase, o) for o in (text, *short))
    )


def _speaks_of(phrase: str, text: str) -> bool:
    """Whether a text carries all themes of a phrase but one, by their own words or those akin to them."""
    wanted, kin = themes(phrase), letter_data()["kin"]
    hits = sum(bool(shared((word, *kin.get(word, ())), text)) for word in wanted)
    return hits >= max(1, len(wanted) - 1)


def _body_phrases(plan: Plan) -> list[str]:
    """What the body letter points name, one phrase each: "system architecture", "team leadership"."""
    joint = letter_data()["list_and"]
    points = plan.record.letter_points if plan.record else ()
    texts = [without_instruction(point.text) for point in points if point.place in {"body", ""}]
    parts = [part.strip(" .") for text in texts for part in re.split(rf",\s*(?:{joint}\s+)?|\s{joint}\s", text)]
    return [part for part in parts if themes(part)]


def _stories(plan: Plan, find: Find) -> list[Piece]:
    asked = [r for r in plan.posting.requirements if r.kind not in {"degree", "permit", "logistics", "licence"}]
    total = sum(WEIGHTS[r.need] for r in asked) or 1.0
    found = []
    for story in plan.profile.stories:
        skills = _held(find, [story.text, *story.proves])
        text = " ".join([story.text, *story.proves])
        answers = tuple(r for r in asked if _answers(r, text, skills, story.proves))
        if answers and not too_long(story) and not is_foreign(story.text):
            share = sum(WEIGHTS[r.need] for r in answers) / total
            found.append(_story_piece(plan, story, answers, share))
    return found


def _story_piece(plan: Plan, story: Story, answers: Sequence[Requirement], share: float) -> Piece:
    ids = tuple(requirement.id for requirement in answers)
    points = _points(plan, " ".join([story.text, *story.proves]), ids)
    entry = story_entry(plan, story)
    return Piece(path=story.path, text=story.text, entry=entry, worth=share, answers=ids, points=points)


def _held(find: Find, texts: Iterable[str]) -> frozenset[str]:
    mentions = [mention for text in texts for mention in find(text, "bullet") if not mention.negated]
    return frozenset(name for mention in mentions for name in (mention.skill.id, *mention.skill.implies))


def _answers(requirement: Requirement, text: str, skills: frozenset[str], proves: Sequence[str]) -> bool:
    wanted = themes(requirement.text)
    named = any(skill.id in skills for group in requirement.skills for skill in group)
    said = any(shared(themes(words), requirement.text) for words in proves)
    return named or said or len(shared(wanted, text)) >= max(2, len(wanted) // 3)
