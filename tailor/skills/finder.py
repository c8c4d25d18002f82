"""A language's lexicon as a finder: a text and the role of its line -> the skills it names."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tailor.model.skills import Mention, Role, Skill
from tailor.skills.building import cutter, extended, load_lexicon, lookup
from tailor.skills.candidates import Line, add_candidates, line_of
from tailor.skills.context import places
from tailor.skills.cues import Cues, read_cues
from tailor.skills.heads import with_shared_heads
from tailor.skills.lexicon import Lexicon
from tailor.skills.negation import is_negated
from tailor.skills.tokens import blank_pipeline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MOST_KEPT = 4096
"""Lines whose mentions are kept; a profile and a posting together have some 300."""


def load_finder(
    language: str = "en",
    *,
    extra: Sequence[Path] = (),
    names: Sequence[str] = (),
    cache: Path | None = None,
) -> "SkillFinder":
    """A language's lexicon, the user's own skill files and the skills a profile names, into a finder.

    `extra` files add entries or replace those of the same id. `names` are always known: what the lexicon does
    not hold becomes a skill of kind "tool". `cache` is a folder that keeps the compiled lexicon. InputError
    names every fault of an extra file.
    """
    cues = read_cues(language)
    lexicon = load_lexicon(language, extra, cues, cache)
    nlp = blank_pipeline(language, dotted_names=cues.dotted_names, whole=lexicon.whole)
    known = extended(lexicon, names, cues, cutter(nlp))
    add_candidates(nlp, known, cues.spelling)
    return SkillFinder(nlp, known, cues)


class SkillFinder:
    """Finds the skills of a lexicon in lines of text; results of `find` are kept, the oldest make room."""

    def __init__(self, nlp: "Language", lexicon: Lexicon, cues: Cues) -> None:
        """Hold a pipeline whose last component marks the candidates of this lexicon."""
        self._nlp = nlp
        self._lexicon = lexicon
        self._cues = cues
        self._by_id = {concept.skill.id: concept.skill for concept in lexicon.concepts}
        self._kept: dict[tuple[str, Role], tuple[Mention, ...]] = {}

    def find(self, text: str, role: Role = "line") -> tuple[Mention, ...]:
        """A text and the role of its line -> the skills it names, in text order, without overlap."""
        kept = self._kept.get((text, role))
        if kept is None:
            kept = self._mentions(self._nlp(_readable(text)), role)
            self._keep((text, role), kept)
        return kept

    def find_lines(self, texts: Iterable[str], role: Role = "line") -> Iterator[tuple[Mention, ...]]:
        """Many lines of one role -> the skills of each, in order; read in batches, not kept."""
        for doc in self._nlp.pipe(map(_readable, texts)):
            yield self._mentions(doc, role)

    def named(self, written: str) -> Skill | None:
        """The skill that a written name stands for ("Postgres 14" -> PostgreSQL), or None."""
        return lookup(written, self._lexicon, self._cues, cutter(self._nlp))

    def skill(self, id: str) -> Skill:  # noqa: A002 - the model's own word
        """The skill of an id; KeyError if the lexicon has none."""
        return self._by_id[id]

    def __contains__(self, id: object) -> bool:  # noqa: A002 - as skill
        return id in self._by_id

    def skills(self) -> tuple[Skill, ...]:
        """All skills, in the order of the lexicon."""
        return tuple(self._by_id.values())

    def _mentions(self, doc: "Doc", role: Role) -> tuple[Mention, ...]:
        line = line_of(doc)
        counted = with_shared_heads(line, places(line, role, self._cues), self._lexicon, self._cues)
        return tuple(self._mention(line, (one.start, one.end), one.sense.concept.skill) for one in counted)

    def _mention(self, line: Line, place: tuple[int, int], skill: Skill) -> Mention:
        start, end = line.tokens[place[0]].start, line.tokens[place[1] - 1].end
        denied = is_negated(line, place, self._cues.negation)
        return Mention(skill=skill, text=line.text[start:end], start=start, end=end, negated=denied)

    def _keep(self, key: tuple[str, Role], mentions: tuple[Mention, ...]) -> None:
        if len(self._kept) >= _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = mentions


def _readable(text: str) -> str:
    """The text with a question mark for every half of a character, which spaCy cannot encode; lengths stay."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
