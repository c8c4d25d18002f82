"""The ranking: every bullet of a profile scored against every requirement of a posting, best first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tailor.match import hints, priors, scores
from tailor.match.asked import finding_asked
from tailor.match.concepts import shown_concepts, title_concepts
from tailor.match.explain import match_of
from tailor.match.hints import HINT_SHARE, Wish
from tailor.match.queries import may_answer, phrase_query, requirement_query
from tailor.match.sides import Query, Text
from tailor.model.plan import Match, RankedBullet, Ranking
from tailor.model.posting import Posting
from tailor.model.profile import Bullet, Entry, Profile
from tailor.model.record import HintOutcome, Record
from tailor.model.skills import Find

if TYPE_CHECKING:
    from tailor.match.vectors import Matrix

# Below this similarity two texts share nothing that could be pointed at: chance runs of letters.
_FAINT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """One of the author's wordings of a bullet: a column of the similarities."""

    bullet: Bullet
    entry: Entry
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """All that is asked (requirements, then wishes) and all wordings, with their similarities by part."""

    posting: Posting
    queries: tuple[Query, ...]
    wishes: tuple[Wish, ...]
    wordings: tuple[_Wording, ...]
    similar: "dict[str, Matrix]"

    @property
    def asked(self) -> int:
        """How many rows are requirements; the wishes come after."""
        return len(self.posting.requirements)

    def columns(self, chosen: Sequence[int]) -> "_Case":
        """The same case with these wordings only."""
        return _Case(
            posting=self.posting,
            queries=self.queries,
            wishes=self.wishes,
            wordings=tuple(self.wordings[at] for at in chosen),
            similar={name: matrix[:, list(chosen)] for name, matrix in self.similar.items()},
        )


def rank(
    posting: Posting, profile: Profile, find: Find, *, today: dt.date, record: Record | None = None
) -> Ranking:
    """A posting and a profile into the ranking of every highlight, best first, with matches and hints' fate.

    A requirement is a query; similarity = .5 words + .5 letters + .5 concepts; a bullet's own score = root of
    the weighted sum of squares over the requirements; then the role's and the age's priors and the record's
    hints. Ties stand in file order.
    """
    case = _best_wordings(_compare(posting, profile, find, record))
    if not case.wordings:
        return Ranking(bullets=(), matches=(), hints=_fates(case, {}, ()))
    answers = _answers(case)
    summed = _scores(case, answers, today)
    matches = _matches(case)
    bullets = _ranked(case, summed, matches)
    return Ranking(bullets=bullets, matches=matches, hints=_fates(case, answers, matches))


def _compare(posting: Posting, profile: Profile, find: Find, record: Record | None) -> _Case:
    wishes = hints.read_wishes(record, profile)
    queries = [requirement_query(requirement, find) for requirement in posting.requirements]
    queries += [phrase_query(wish.phrase, find) for wish in wishes]
    wordings = _wordings(profile, finding_asked(find, posting), record)
    background = [line.strip() for line in posting.text.splitlines() if line.strip()]
    similar = scores.parts(queries, [wording.text for wording in wordings], background)
    able = _able(posting, wishes, queries, wordings)
    return _Case(
        posting=posting,
        queries=tuple(queries),
        wishes=wishes,
        wordings=wordings,
        similar={name: matrix * able for name, matrix in similar.items()},
    )


def _wordings(profile: Profile, find: Find, record: Record | None) -> tuple[_Wording, ...]:
    """Every wording to choose from: the record's edit alone where there is one, else the text and its variants."""
    edits = record.decisions.wordings(profile) if record else {}
    titles = {entry.path: title_concepts(entry, find) for entry in profile.entries}
    return tuple(
        _Wording(
            bullet=bullet,
            entry=entry,
            text=Text(text=text, concepts=shown_concepts(bullet, text, find), title=titles[entry.path]),
        )
        for entry in profile.entries
        for bullet in entry.bullets
        for text in ((edits[bullet.path],) if bullet.path in edits else (bullet.text, *bullet.variants))
    )


def _able(
    posting: Posting, wishes: Sequence[Wish], queries: Sequence[Query], wordings: Sequence[_Wording]
) -> "Matrix":
    """1 where a wording may answer a query at all, else 0."""
    import numpy as np  # noqa: PLC0415 - heavy imports late

    rows = [[may_answer(asked, wording.entry) for wording in wordings] for asked in posting.requirements]
    asked = len(posting.requirements)
    rows += [
        [hints.may_serve(wish, query.concepts, wording.text.concepts) for wording in wordings]
        for wish, query in zip(wishes, queries[asked:], strict=True)
    ]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(wordings))


def _best_wordings(case: _Case) -> _Case:
    """One column per bullet: the wording with the best own score; the author's first wins a tie."""
    own = scores.total(_own(case))
    best: dict[str, int] = {}
    for at, wording in enumerate(case.wordings):
        kept = best.setdefault(wording.bullet.path, at)
        if own[at] > own[kept]:
            best[wording.bullet.path] = at
    return case.columns(list(best.values()))


def _own(case: _Case) -> "dict[str, Matrix]":
    """Parts of each bullet's own score; what general wishes of the record add stands apart."""
    asked = {name: matrix[: case.asked] for name, matrix in case.similar.items()}
    parts = scores.combined(asked, [query.weight for query in case.queries[: case.asked]])
    rows = [*range(case.asked), *(case.asked + at for at, wish in enumerate(case.wishes) if wish.entries is None)]
    everything = {name: matrix[rows] for name, matrix in case.similar.items()}
    wished = scores.combined(everything, [case.queries[row].weight for row in rows])
    return parts | {"wishes": scores.total(wished) - scores.total(parts)}


def _answers(case: _Case) -> dict[int, int]:
    likeness = scores.total(case.similar)[case.asked :].tolist() if case.wishes else []
    owners = [wording.entry.path for wording in case.wordings]
    return dict(hints.best_answers(case.wishes, likeness, owners))


def _scores(case: _Case, answers: dict[int, int], today: dt.date) -> "dict[str, Matrix]":
    """All parts of all bullets' scores; the priors multiply, so their parts are differences."""
    import numpy as np  # noqa: PLC0415 - heavy imports late

    parts = _own(case)
    own = scores.total(parts)
    owners = [wording.entry.path for wording in case.wordings]
    means = priors.role_means(owners, own.tolist())
    role = priors.ROLE_SHARE * (np.array([means[owner] for owner in owners]) - own)
    age = np.array([priors.recency(wording.entry, today) for wording in case.wordings])
    recency = (age - 1) * (own + role)
    hinted = np.zeros(len(owners))
    named = [at for place, at in answers.items() if case.wishes[place].entries is not None]
    hinted[named] = HINT_SHARE * float((own + role + recency).max())
    return parts | {"role": role, "recency": recency, "hints": hinted}


def _matches(case: _Case) -> tuple[Match, ...]:
    """Every pair that shares something, in the posting's order, then the file's."""
    found = []
    total = scores.total(case.similar)
    for row, requirement in enumerate(case.posting.requirements):
        for column, wording in enumerate(case.wordings):
            if total[row, column] >= _FAINT:
                parts = {name: float(matrix[row, column]) for name, matrix in case.similar.items()}
                found.append(match_of(requirement, wording.bullet, case.queries[row], wording.text, parts=parts))
    return tuple(found)


def _ranked(case: _Case, summed: "dict[str, Matrix]", matches: Sequence[Match]) -> tuple[RankedBullet, ...]:
    proofs: dict[str, list[Match]] = {}
    for match in matches:
        if match.strong:
            proofs.setdefault(match.path, []).append(match)
    ranked = [
        _ranked_bullet(wording, {name: float(row[at]) for name, row in summed.items()}, proofs)
        for at, wording in enumerate(case.wordings)
    ]
    return tuple(sorted(ranked, key=lambda found: -round(found.score, 9)))


def _ranked_bullet(wording: _Wording, parts: dict[str, float], proofs: dict[str, list[Match]]) -> RankedBullet:
    proven = sorted(proofs.get(wording.bullet.path, ()), key=lambda match: -match.score)
    return RankedBullet(
        bullet=wording.bullet,
        entry=wording.entry,
        score=sum(parts.values()),
        parts=tuple((name, value) for name, value in parts.items() if value),
        requirements=tuple(match.requirement for match in proven),
        wording=wording.text.text,
    )


def _fates(case: _Case, answers: dict[int, int], matches: Sequence[Match]) -> tuple[HintOutcome, ...]:
    """What became of every key skill, hint and wish, in this order; private bullets are named, not quoted."""
    texts = {
        wording.bullet.path: f"{wording.bullet.path} (private)" if wording.bullet.private else wording.bullet.text
        for wording in case.wordings
    }
    fates = [
        hints.key_skill_outcome(requirement, matches, texts)
        for requirement in case.posting.requirements
        if requirement.source == "record"
    ]
    for place, wish in enumerate(case.wishes):
        at = answers.get(place)
        fates.append(hints.outcome(wish, None if at is None else texts[case.wordings[at].bullet.path]))
    return tuple(fates)
