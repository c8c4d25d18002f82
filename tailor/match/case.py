"""All that is asked and all that is written, compared: the similarities that a ranking is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tailor.match import hints, scores
from tailor.match.asked import finding_asked
from tailor.match.concepts import shown_concepts, title_concepts
from tailor.match.hints import Wish
from tailor.match.queries import may_answer, named_elsewhere, phrase_query, requirement_query
from tailor.match.sides import Query, Text
from tailor.model.posting import Posting
from tailor.model.profile import Bullet, Entry, Profile
from tailor.model.record import Record
from tailor.model.skills import Find

if TYPE_CHECKING:
    from tailor.match.vectors import Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One of the author's wordings of a bullet: a column of the similarities."""

    bullet: Bullet
    entry: Entry
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that is asked and all wordings, with their similarities by part.

    `similar` has a row for each requirement, then one for each wish. `scored` has the rows that a bullet's own
    score is made of, weighted by `weights`: the requirements, a field of work counted once, and what the posting
    names elsewhere.
    """

    posting: Posting
    queries: tuple[Query, ...]
    wishes: tuple[Wish, ...]
    wordings: tuple[Wording, ...]
    similar: "dict[str, Matrix]"
    scored: "dict[str, Matrix]"
    weights: tuple[float, ...]

    @property
    def asked(self) -> int:
        """How many rows are requirements; the wishes come after."""
        return len(self.posting.requirements)

    def columns(self, chosen: Sequence[int]) -> "Case":
        """The same case with these wordings only."""
        return Case(
            posting=self.posting,
            queries=self.queries,
            wishes=self.wishes,
            wordings=tuple(self.wordings[at] for at in chosen),
            similar={name: matrix[:, list(chosen)] for name, matrix in self.similar.items()},
            scored={name: matrix[:, list(chosen)] for name, matrix in self.scored.items()},
            weights=self.weights,
        )


def compare(posting: Posting, profile: Profile, find: Find, record: Record | None) -> Case:
    """A posting and a profile into the similarities of all that is asked to every wording there is."""
    wishes = hints.read_wishes(record, profile)
    queries = [requirement_query(requirement, find) for requirement in posting.requirements]
    queries += [phrase_query(wish.phrase, find, named=wish.entries is not None) for wish in wishes]
    wordings = _wordings(profile, finding_asked(find, posting), record)
    background = [line.strip() for line in posting.text.splitlines() if line.strip()]
    texts = [wording.text for wording in wordings]
    able = _able(posting, wishes, queries, wordings)
    similar = {name: matrix * able for name, matrix in scores.parts(queries, texts, background).items()}
    asked = queries[: len(posting.requirements)]
    elsewhere = named_elsewhere(posting, asked, find)
    return Case(
        posting=posting,
        queries=tuple(queries),
        wishes=wishes,
        wordings=wordings,
        similar=similar,
        scored=_scored(similar, able, [*asked, elsewhere], texts),
        weights=(*_counted_once(asked), elsewhere.weight),
    )


def _scored(
    similar: "dict[str, Matrix]", able: "Matrix", queries: Sequence[Query], texts: Sequence[Text]
) -> "dict[str, Matrix]":
    """The rows of the requirements with fields of work counted once, then that of what is named elsewhere."""
    import numpy as np  # noqa: PLC0415 - heavy imports late

    asked = len(queries) - 1
    may = np.vstack([able[:asked], np.ones((1, len(texts)))])
    found = {name: np.vstack([matrix[:asked], np.zeros((1, len(texts)))]) for name, matrix in similar.items()}
    return found | {"concepts": may * scores.concepts_once(queries, texts)}


def _counted_once(asked: Sequence[Query]) -> list[float]:
    """The weights of the requirements; a line that a posting repeats counts once, with its highest weight."""
    first: dict[str, int] = {}
    weights = [0.0] * len(asked)
    for place, query in enumerate(asked):
        said = " ".join(query.text.casefold().split()) or str(place)
        held = first.setdefault(said, place)
        weights[held] = max(weights[held], query.weight)
    return weights


def _wordings(profile: Profile, find: Find, record: Record | None) -> tuple[Wording, ...]:
    """Every wording to choose from: the record's edit alone where there is one, else the text and its variants."""
    edits = record.decisions.wordings(profile) if record else {}
    titles = {entry.path: title_concepts(entry, find) for entry in profile.entries}
    return tuple(
        Wording(
            bullet=bullet,
            entry=entry,
            text=Text(text=text, concepts=shown_concepts(bullet, text, find), title=titles[entry.path]),
        )
        for entry in profile.entries
        for bullet in entry.bullets
        for text in ((edits[bullet.path],) if bullet.path in edits else (bullet.text, *bullet.variants))
    )


def _able(
    posting: Posting, wishes: Sequence[Wish], queries: Sequence[Query], wordings: Sequence[Wording]
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
