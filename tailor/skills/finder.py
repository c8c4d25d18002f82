"""A language's lexicon as a finder: a text and the role of its line -> the skills it names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tailor.model.skills import UNLISTED, Mention, Role, Skill
from tailor.skills.building import cutter, extended, load_lexicon, lookup
from tailor.skills.candidates import Line, add_candidates, line_of, made
from tailor.skills.context import places
from tailor.skills.cues import Cues, read_cues
from tailor.skills.discovery import discovered
from tailor.skills.entries import slug
from tailor.skills.evidence import Evidence, evidence
from tailor.skills.heads import with_shared_heads
from tailor.skills.joining import Read, joined, rules_alone, with_names
from tailor.skills.lexicon import Lexicon, Sense
from tailor.skills.negation import is_negated
from tailor.skills.stretches import Place
from tailor.skills.tokens import blank_pipeline
from tailor.skills.trained import NOTHING_ABOVE, TrainedPart, Weights, above_next, read_weights

if TYPE_CHECKING:
    from spacy.language import Language

_KNOWN_NAMES: tuple[Role, ...] = ("bullet", "company")
"""Roles of lines in which no unknown name is looked for: a person's own lines name what their profile lists, and a
company's lines its customers."""

_MOST_KEPT = 4096
"""Lines whose mentions are kept; a profile and a posting together have some 300."""

_LONGEST_KEPT = 2000
"""Characters of a line that is kept; longer ones are whole postings, which do not come again."""


def load_finder(
    language: str = "en",
    *,
    extra: Sequence[Path] = (),
    names: Sequence[str] = (),
    cache: Path | None = None,
    trained: bool = True,
) -> "SkillFinder":
    """A language's lexicon, the user's own skill files and the skills a profile names, into a finder.

    `extra` files add entries or replace those of the same id. `names` are always known: what the lexicon does
    not hold becomes a skill of kind "tool". `cache` is a folder that keeps the compiled lexicon. InputError
    names every fault of an extra file. `trained` lets the trained part, where the language has one, read the
    lines of a text whose roles are unknown.
    """
    cues = read_cues(language)
    lexicon = load_lexicon(language, extra, cues, cache)
    nlp = blank_pipeline(language, dotted_names=cues.dotted_names, whole=lexicon.whole)
    known = extended(lexicon, names, cues, cutter(nlp))
    add_candidates(nlp, known, cues.spelling)
    return SkillFinder(nlp, known, cues, partial(read_weights, language) if trained else None)


class SkillFinder:
    """Finds the skills of a lexicon in lines of text; results of `find` are kept, the oldest make room."""

    def __init__(
        self, nlp: "Language", lexicon: Lexicon, cues: Cues, weights: Callable[[], Weights | None] | None = None
    ) -> None:
        """Hold a pipeline whose last component marks the candidates of this lexicon.

        `weights` are read when the lines of a text are; most commands know the role of every line.
        """
        self._nlp = nlp
        self._lexicon = lexicon
        self._cues = cues
        self._weights = weights
        self._part: TrainedPart | None = None
        self._skills: dict[str, Skill] = {}
        self._kept: dict[tuple[str, Role], tuple[Mention, ...]] = {}

    def find(self, text: str, role: Role = "line") -> tuple[Mention, ...]:
        """A text and the role of its line -> the skills it names, in text order, without overlap."""
        kept = self._kept.get((text, role))
        if kept is None:
            kept = self._told(*self.judged(self.line(text), role))
            self._keep((text, role), kept)
        return kept

    def find_lines(self, texts: Iterable[str], role: Role = "line") -> Iterator[tuple[Mention, ...]]:
        """The lines of one text, of one role -> the skills of each, in order; read in batches, not kept.

        The trained part reads lines of unknown role that stand below a heading: it has learned from whole
        postings, and judges a line by what stands above it.
        """
        above = NOTHING_ABOVE
        for doc in self._nlp.pipe(made(self._nlp, _readable(text)) for text in texts):
            line = line_of(doc)
            judge, counted = self.judged(line, role)
            if role == "line" and above.heading and (part := self._trained()):
                chance = part.chance(judge, counted, above)
                found = joined(judge, counted, part.spans(judge, counted, chance), chance)
                yield self._as_mentions(line, found)
            else:
                yield self._told(judge, counted)
            above = above_next(judge, counted, above)

    def named(self, written: str) -> Skill | None:
        """The skill that a written name stands for ("Postgres 14" -> PostgreSQL), or None."""
        return lookup(written, self._lexicon, self._cues, cutter(self._nlp))

    def skill(self, id: str) -> Skill:  # noqa: A002 - the model's own word
        """The skill of an id; KeyError if the lexicon has none."""
        return self._by_id()[id]

    def __contains__(self, id: object) -> bool:  # noqa: A002 - as skill
        return id in self._by_id()

    def skills(self) -> tuple[Skill, ...]:
        """All skills, in the order of the lexicon."""
        return tuple(self._by_id().values())

    def _by_id(self) -> dict[str, Skill]:
        if not self._skills:
            self._skills = {concept.skill.id: concept.skill for concept in self._lexicon.all_concepts()}
        return self._skills

    def aliases(self) -> Iterator[tuple[str, str]]:
        """Every form of the lexicon, in small letters as it is compared, with the name of the skill it means."""
        for form in self._lexicon.forms:
            senses = self._lexicon.senses(form)
            yield form, min(senses, key=lambda sense: sense.confidence != "safe").concept.skill.name

    def _trained(self) -> TrainedPart | None:
        if self._weights and self._part is None and (weights := self._weights()):
            self._part = TrainedPart(weights, self._lexicon)
        return self._part

    def _told(self, judge: Evidence, counted: Sequence[Place]) -> tuple[Mention, ...]:
        """What the rules count in a line, and the unknown names beside it, as mentions."""
        found = rules_alone(counted)
        if judge.role not in _KNOWN_NAMES:
            found = with_names(found, discovered(judge, counted))
        return self._as_mentions(judge.line, found)

    def _as_mentions(self, line: Line, found: Iterable[Read]) -> tuple[Mention, ...]:
        return tuple(self._mention(line, one.start, one.end, one.sense) for one in found)

    def judged(self, line: Line, role: Role) -> tuple[Evidence, tuple[Place, ...]]:
        """A line's evidence, and what the rules count in it."""
        judge = evidence(line, role, self._cues)
        return judge, with_shared_heads(line, places(judge), self._lexicon, self._cues)

    @property
    def lexicon(self) -> Lexicon:
        """The compiled lexicon."""
        return self._lexicon

    def line(self, text: str) -> Line:
        """A text as its compared words with the candidates among them."""
        return line_of(self._nlp(made(self._nlp, _readable(text))))

    def _mention(self, line: Line, first: int, behind: int, sense: Sense | None) -> Mention:
        start, end = line.tokens[first].start, line.tokens[behind - 1].end
        text = line.text[start:end]
        skill = sense.concept.skill if sense else unlisted(text)
        denied = is_negated(line, (first, behind), self._cues.negation)
        return Mention(skill=skill, text=text, start=start, end=end, negated=denied)

    def forget(self) -> None:
        """Forget the mentions that were kept."""
        self._kept.clear()

    def _keep(self, key: tuple[str, Role], mentions: tuple[Mention, ...]) -> None:
        if len(key[0]) > _LONGEST_KEPT:
            return
        if len(self._kept) >= _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = mentions


def unlisted(text: str) -> Skill:
    """Words that are read as a skill which no list names."""
    name = " ".join(text.split())
    return Skill(id=slug(name), name=name, kind=UNLISTED)


def _readable(text: str) -> str:
    """The text with a question mark for every half of a character, which spaCy cannot encode; lengths stay."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
