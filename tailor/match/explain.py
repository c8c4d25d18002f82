"""One match in words a person can check: the parts, the shared words and concepts, and whether it is evidence."""

from collections.abc import Mapping

from tailor.match import words
from tailor.match.sides import Query, Text
from tailor.model.plan import Match
from tailor.model.posting import Requirement
from tailor.model.profile import Bullet

# From here on a bullet may be quoted as evidence. On ten graded cases (285 bullets, postings as read by this
# program) .38 quotes 80 % of the bullets that a careful reader took as evidence and 4 % of those that have
# nothing to do with the posting; .36 quotes 11 % of these, .42 only 74 % of the former. As a sum of parts it
# means: a concept that few bullets show, or a commoner one with words in common, or most words in common.
STRONG = 0.38

# The title a bullet stands under says where its work was done. By itself it proves nothing, so it counts less than
# half of what is needed; and it says the same of every line of a job, so it has no part in the order of bullets.
TITLE = 0.15


def match_of(
    requirement: Requirement, bullet: Bullet, query: Query, text: Text, *, parts: Mapping[str, float]
) -> Match:
    """The match of a requirement and a wording of a bullet; the parts add up to its score."""
    titled = query.titled and not query.concepts.direct.isdisjoint(text.title)
    parts = {**parts, "title": TITLE if titled else 0.0}
    score = sum(parts.values())
    return Match(
        requirement=requirement.id,
        path=bullet.path,
        score=score,
        parts=tuple((name, value) for name, value in parts.items() if value),
        terms=_shared_words(query.text, text.text),
        skills=_shared_concepts(query, text),
        strong=score >= STRONG,
    )


def _shared_words(asked: str, written: str) -> tuple[str, ...]:
    """The bullet's words, as it writes them, whose stems the requirement has too, in text order."""
    wanted = frozenset(words.stems(asked))
    return tuple(dict.fromkeys(word for word in words.tokens(written) if words.stem(word) in wanted))


def _shared_concepts(query: Query, text: Text) -> tuple[str, ...]:
    """Names of the concepts that are asked for and shown, by name."""
    names = dict(query.concepts.names)
    shown = text.concepts.all | text.concepts.wider
    return tuple(sorted(names[found] for found in query.concepts.direct & shown))
