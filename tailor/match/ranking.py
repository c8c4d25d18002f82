"""The ranking: every bullet of a profile scored against every requirement of a posting, best first."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tailor.match import hints, priors, scores
from tailor.match.case import Case, Wording, compare
from tailor.match.explain import match_of
from tailor.match.hints import HINT_SHARE
from tailor.match.versions import as_printed
from tailor.model.plan import Match, RankedBullet, Ranking
from tailor.model.posting import Posting
from tailor.model.profile import Profile
from tailor.model.record import HintOutcome, Record
from tailor.model.skills import Find

if TYPE_CHECKING:
    from tailor.match.vectors import Matrix

# Below this similarity two texts share nothing that could be pointed at: chance runs of letters.
_FAINT = 0.05


def rank(  # noqa: PLR0913 - three of the six are optional, passed by name
    posting: Posting,
    profile: Profile,
    find: Find,
    *,
    today: dt.date,
    record: Record | None = None,
    age: float = priors.USUAL_AGE,
) -> Ranking:
    """A posting and a profile into the ranking of every highlight, best first, with matches and hints' fate.

    A requirement is a query; similarity = .5 words + .5 letters + .5 concepts; a bullet's own score = root of
    the weighted sum of squares over the requirements, with what the posting names elsewhere as one more; then the
    role's and the age's priors (a bullet loses up to the share `age` to the years) and the record's hints. Ties
    stand in file order. A profile in several languages is compared in the posting's own.
    """
    compared = profile.in_words_of(posting.facts.language)
    case = _best_wordings(compare(posting, compared, find, record))
    return as_printed(_ranking(case, today, age), compared, profile)


def _ranking(case: Case, today: dt.date, age: float) -> Ranking:
    if not case.wordings:
        return Ranking(bullets=(), matches=(), hints=_fates(case, {}, ()))
    answers = _answers(case)
    summed = _scores(case, answers, today, age)
    matches = _matches(case)
    bullets = _ranked(case, summed, matches)
    return Ranking(bullets=bullets, matches=matches, hints=_fates(case, answers, matches))


def _best_wordings(case: Case) -> Case:
    """One column per bullet: the wording with the best own score; the author's first wins a tie."""
    own = scores.total(_own(case))
    best: dict[str, int] = {}
    for at, wording in enumerate(case.wordings):
        kept = best.setdefault(wording.bullet.path, at)
        if own[at] > own[kept]:
            best[wording.bullet.path] = at
    return case.columns(list(best.values()))


def _own(case: Case) -> "dict[str, Matrix]":
    """Parts of each bullet's own score; what general wishes of the record add stands apart."""
    import numpy as np  # noqa: PLC0415 - heavy imports late

    parts = scores.combined(case.scored, case.weights)
    rows = [case.asked + at for at, wish in enumerate(case.wishes) if wish.entries is None]
    everything = {name: np.vstack([matrix, case.similar[name][rows]]) for name, matrix in case.scored.items()}
    wished = scores.combined(everything, [*case.weights, *(case.queries[row].weight for row in rows)])
    return parts | {"wishes": scores.total(wished) - scores.total(parts)}


def _answers(case: Case) -> dict[int, int]:
    likeness = scores.total(case.similar)[case.asked :].tolist() if case.wishes else []
    owners = [wording.entry.path for wording in case.wordings]
    return dict(hints.best_answers(case.wishes, likeness, owners))


def _scores(case: Case, answers: dict[int, int], today: dt.date, age: float) -> "dict[str, Matrix]":
    """All parts of all bullets' scores; the priors multiply, so their parts are differences."""
    import numpy as np  # noqa: PLC0415 - heavy imports late

    parts = _own(case)
    own = scores.total(parts)
    owners = [wording.entry.path for wording in case.wordings]
    means = priors.role_means(owners, own.tolist(), [wording.text.text for wording in case.wordings])
    role = priors.ROLE_SHARE * (np.array([means[owner] for owner in owners]) - own)
    fresh = np.array([priors.recency(wording.entry, today, age) for wording in case.wordings])
    recency = (fresh - 1) * (own + role)
    hinted = np.zeros(len(owners))
    named = [at for place, at in answers.items() if case.wishes[place].entries is not None]
    hinted[named] = HINT_SHARE * float((own + role + recency).max())
    return parts | {"role": role, "recency": recency, "hints": hinted}


def _matches(case: Case) -> tuple[Match, ...]:
    """Every pair that shares something, in the posting's order, then the file's."""
    found = []
    total = scores.total(case.similar)
    for row, requirement in enumerate(case.posting.requirements):
        for column, wording in enumerate(case.wordings):
            if total[row, column] >= _FAINT:
                parts = {name: float(matrix[row, column]) for name, matrix in case.similar.items()}
                found.append(match_of(requirement, wording.bullet, case.queries[row], wording.text, parts=parts))
    return tuple(found)


def _ranked(case: Case, summed: "dict[str, Matrix]", matches: Sequence[Match]) -> tuple[RankedBullet, ...]:
    proofs: dict[str, list[Match]] = {}
    for match in matches:
        if match.strong:
            proofs.setdefault(match.path, []).append(match)
    ranked = [
        _ranked_bullet(wording, {name: float(row[at]) for name, row in summed.items()}, proofs)
        for at, wording in enumerate(case.wordings)
    ]
    return tuple(sorted(ranked, key=lambda found: -round(found.score, 9)))


def _ranked_bullet(wording: Wording, parts: dict[str, float], proofs: dict[str, list[Match]]) -> RankedBullet:
    proven = sorted(proofs.get(wording.bullet.path, ()), key=lambda match: -match.score)
    return RankedBullet(
        bullet=wording.bullet,
        entry=wording.entry,
        score=sum(parts.values()),
        parts=tuple((name, value) for name, value in parts.items() if value),
        requirements=tuple(match.requirement for match in proven),
        wording=wording.text.text,
    )


def _fates(case: Case, answers: dict[int, int], matches: Sequence[Match]) -> tuple[HintOutcome, ...]:
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
