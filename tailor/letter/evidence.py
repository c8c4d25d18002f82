"""What a letter tells of the person's work: stories first, then bullets that can be turned."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tailor.letter.piece import Piece, points_of
from tailor.letter.stories import story_pieces
from tailor.letter.turning import Turned, turn
from tailor.letter.words import LONGEST, folded, letter_data, shared, themes, words
from tailor.model.plan import Plan, RankedBullet, Ranking
from tailor.model.skills import Find

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
_PROJECT = 0.2
# A line with brackets or a colon lists things, as resumes do and nobody speaks; another as good is told before it.
_LISTY = 0.12
_LISTS = frozenset("():;")
# With so many stories a bullet is told only where the notes ask for what no story says: readers of thirty letters
# found that a line of the resume behind a story takes its force.
_STORIES = 2
# Stories of so many words fill a letter: what stands around them has about seventy words, and a line of the resume
# beside two stories adds length, not force, as readers of thirty letters said.
_ENOUGH = 90
_MOST = 3
# Pieces whose gains differ by no more than this are as good as each other.
_NEAR = 0.08
# A second bullet of the same job is told only where other jobs have nothing near as good; a third never.
_SAME_JOB = 0.3
_MOST_OF_ONE = 2
# What each word costs that a story has said already.
_ECHO = 0.1
# A bullet that proves nothing outright may still be told when it ranks this near the best one.
_NEAR_BEST = 0.55


def choose_evidence(plan: Plan, ranking: Ranking, find: Find, *, variant: int = 0) -> tuple[Piece, ...]:
    """Two or three pieces from different jobs, newest job first: stories, and bullets that can be turned.

    With one story there is at most one turned bullet, with more only what the notes ask for. Each next piece gains
    by what it answers that the others do not, and loses when its employer has been told of already. Of bullets
    that are nearly as good as the best one, another `variant` tells another.
    """
    told = _greedy(story_pieces(plan, find), _MOST)
    room = 1 if told else _MOST
    bullets = [piece for piece in _bullets(plan, ranking) if not _echoes(piece, told)]
    if len(told) >= _STORIES and sum(len(piece.text.split()) for piece in told) >= _ENOUGH:
        said = {point for piece in told for point in piece.points}
        bullets = [piece for piece in bullets if piece.points - said]
    told += _greedy(bullets, min(room, _MOST - len(told)), told, variant=variant)
    if not any(piece.is_story or _goes_on(piece) for piece in told):
        told = [*told[: _MOST - 1], *_of_the_present(plan, ranking, told)] or told
    return tuple(sorted(told, key=_newest_first))


def _goes_on(piece: Piece) -> bool:
    return piece.entry is not None and piece.entry.section == "work" and piece.entry.current


def _of_the_present(plan: Plan, ranking: Ranking, told: Sequence[Piece]) -> list[Piece]:
    """The best line of a job that goes on, however little it answers: a reader wants to know what they do now."""
    pieces = _bullets(plan, ranking, least=0.0)
    now = [piece for piece in pieces if _goes_on(piece) and not any(piece.path == one.path for one in told)]
    return sorted(now, key=lambda piece: -piece.worth)[:1]


def _echoes(piece: Piece, stories: Sequence[Piece]) -> bool:
    """Whether a bullet has a figure that a story of the same job has, too: then it tells the same thing again."""
    texts = [story.text for story in stories if story.is_story and story.entry == piece.entry]
    return bool(_figures(piece.text) & _figures(" ".join(texts)))


def _figures(text: str) -> frozenset[str]:
    counted = letter_data()["counted"]
    return frozenset(word for one in words(text) if (word := folded(one)) in counted or word[:1].isdigit())


def _greedy(pieces: Sequence[Piece], most: int, before: Sequence[Piece] = (), *, variant: int = 0) -> list[Piece]:
    told: list[Piece] = []
    left = list(pieces)
    while left and len(told) < most:
        known = [*before, *told]
        ranked = sorted(((_gain(piece, known), piece) for piece in left), key=lambda one: -one[0])
        least = max(_WORTH, ranked[0][0] - _NEAR)
        near = [piece for gain, piece in ranked if gain >= least]
        if not near:
            break
        best = near[variant % len(near)]
        told.append(best)
        left.remove(best)
    return told


def _gain(piece: Piece, told: Sequence[Piece]) -> float:
    """What a piece adds to those told: its worth, what it answers anew, and what the notes ask for.

    A job told of already counts against it, unless it says something that the notes ask for and no other does. A
    story is none against a bullet of its job: that one can set its scene.
    """
    if _of_one_job(piece, told) >= _MOST_OF_ONE:
        return 0.0
    known = {answer for other in told for answer in other.answers}
    fresh = sum(answer not in known for answer in piece.answers) / max(1, len(piece.answers))
    bullets = told if piece.is_story else [other for other in told if not other.is_story]
    again = any(piece.entry and other.entry and piece.entry.name == other.entry.name for other in bullets)
    asked = piece.points - {point for other in told for point in other.points}
    alike = _of_one_job(piece, bullets)
    stories = " ".join(other.text for other in told if other.is_story)
    echoed = 0 if piece.is_story else len(shared(themes(piece.text), stories))
    repeated = 0.0 if asked else _AGAIN * again + _SAME_JOB * alike + _ECHO * echoed
    return piece.worth + _COVER * fresh + _POINT * len(asked) - repeated


def _of_one_job(piece: Piece, others: Sequence[Piece]) -> int:
    return sum(piece.entry is not None and piece.entry == other.entry for other in others)


def _newest_first(piece: Piece) -> tuple[bool, tuple[int, int, int], tuple[int, int, int]]:
    entry = piece.entry
    if entry is None or entry.start is None:
        return (True, (0, 0, 0), (0, 0, 0))
    start = (-entry.start.year, -(entry.start.month or 1), -(entry.start.day or 1))
    end = entry.end
    ended = (-end.year, -(end.month or 12), -(end.day or 28)) if end else (-9999, 0, 0)
    return (entry.section != "work", ended, start)


def _bullets(plan: Plan, ranking: Ranking, *, least: float | None = None) -> list[Piece]:
    """The bullets that can be turned and are worth a sentence: by their score's share of the best one, at `least`.

    What the notes ask for is always worth one.
    """
    best = max((ranked.score for ranked in ranking.bullets), default=0.0)
    strong = _strong(ranking)
    wording = {line.path: line.text for planned in plan.entries for line in planned.lines}
    found = []
    for ranked in ranking.bullets:
        path = ranked.bullet.path
        turned = _turned(ranked, wording)
        if best <= 0 or ranked.bullet.private or path in plan.withheld or turned is None:
            continue
        text, answers = wording.get(path, ranked.bullet.text), strong.get(path, ())
        needed = least if least is not None else _WORTH if answers else _NEAR_BEST
        if ranked.score < needed * best and not points_of(plan, text, ()):
            continue
        worth = ranked.score / best - _UNPRINTED * (path not in wording)
        worth -= _STUDIES * (ranked.entry.section == "education") + _PROJECT * (ranked.entry.section == "projects")
        worth -= _LISTY * bool(set(turned.clause) & _LISTS)
        found.append(
            Piece(
                path=path,
                text=text,
                entry=ranked.entry,
                worth=worth,
                answers=answers,
                points=points_of(plan, text, answers),
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
