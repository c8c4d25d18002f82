"""Entries -> the compiled lexicon: what every normalised form may mean, closures taken, ready to be stored."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tailor.model.skills import Skill
from tailor.skills.cues import Cues
from tailor.skills.entries import Entry
from tailor.skills.variants import LONGEST_SHORT, Form, forms

Cut = Callable[[str], tuple[str, ...]]
"""A text -> its compared tokens, not yet normalised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A skill, the key of its label, and the normalised words right after or before it that block it."""

    skill: Skill
    label: str
    not_before: frozenset[str]
    not_after: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a form may mean: the concept, how its letters must be written, how much context it needs."""

    concept: Concept
    case: str
    cased: str
    confidence: str


Row = str | list[Any]
"""A concept, or the senses of a form, as plain values or as their JSON, which is parsed when needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Concepts, the senses of each form (normalised words joined by spaces), and the blocked phrases.

    A row of `concepts` is id, name, kind, broader, implies, not_before, not_after, key of the label; `forms` holds
    (concept, case, cased, confidence) per sense. `concept` and `senses` read a row once.
    """

    concepts: tuple[Row, ...]
    forms: Mapping[str, Row]
    blocked: tuple[str, ...]
    whole: tuple[str, ...]
    _concepts: dict[int, Concept] = field(default_factory=dict, compare=False, repr=False)
    _senses: dict[str, tuple[Sense, ...]] = field(default_factory=dict, compare=False, repr=False)

    def concept(self, index: int) -> Concept:
        """A concept by its place."""
        if index not in self._concepts:
            self._concepts[index] = _concept_of(rows_of(self.concepts[index]))
        return self._concepts[index]

    def all_concepts(self) -> Iterator[Concept]:
        """Every concept, in the order of the files."""
        return map(self.concept, range(len(self.concepts)))

    def senses(self, key: str) -> tuple[Sense, ...]:
        """What a form may mean, in the order of the lexicon; nothing for an unknown form."""
        found = self._senses.get(key)
        if found is None:
            found = tuple(
                Sense(concept=self.concept(concept), case=case, cased=cased, confidence=confidence)
                for concept, case, cased, confidence in rows_of(self.forms.get(key, []))
            )
            self._senses[key] = found
        return found


def rows_of(row: Row) -> list[Any]:
    """A row as plain values."""
    read: list[Any] = json.loads(row) if isinstance(row, str) else row
    return read


def _concept_of(row: list[Any]) -> Concept:
    id_, name, kind, broader, implies, not_before, not_after, label = row
    return Concept(
        skill=Skill(id=id_, name=name, kind=kind, broader=tuple(broader), implies=tuple(implies)),
        not_before=frozenset(not_before),
        not_after=frozenset(not_after),
        label=label,
    )


def compile_lexicon(
    entries: Sequence[Entry], cues: Cues, cut: Cut, first: frozenset[str] = frozenset()
) -> Lexicon:
    """Entries into the lexicon; of entries with one id the last wins, ids that no entry has are dropped.

    A form of the entries whose ids are `first`, a user's own, means those alone.
    """
    by_id = {entry.id: entry for entry in entries}
    compiled: dict[str, list[list[Any]]] = {}
    for index, entry in enumerate(by_id.values()):
        for form, tokens, key in _unversioned(entry, cues, cut):
            senses = compiled.setdefault(key, [])
            sense = [index, _case(entry, form, tokens, cues), _cased(tokens, cues), _confidence(entry, tokens)]
            if sense not in senses:
                senses.append(sense)
    own = {index for index, id_ in enumerate(by_id) if id_ in first}
    for key, senses in compiled.items():
        compiled[key] = [sense for sense in senses if sense[0] in own] or senses
    rows = tuple(_row(entry, by_id, cues, cut) for entry in by_id.values())
    return Lexicon(
        concepts=rows,
        forms={key: senses for key, senses in compiled.items() if not _alternatives(key, compiled, rows)},
        blocked=tuple(sorted({_key(cut(phrase), cues) for phrase in cues.blocked})),
        whole=whole_words(entries),
    )


def whole_words(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The words of the lexicon that end in an apostrophe and s ("bachelor's"): the tokeniser leaves them whole."""
    written = (word for entry in entries for form in (entry.label, *entry.aliases) for word in form.split())
    plain = (word.lower().replace("’", "'") for word in written)
    return tuple(sorted({word for word in plain if word.endswith("'s")}))


def _alternatives(key: str, compiled: dict[str, list[list[Any]]], rows: Sequence[list[Any]]) -> bool:
    """Whether a form with a slash names several skills ("AI/ML"): each part is one of its own, and no label."""
    parts = key.split(" / ")
    meant = {sense[0] for part in parts for sense in compiled.get(part, ())}
    known = len(parts) > 1 and all(part in compiled for part in parts)
    return known and len(meant) > 1 and all(rows[sense[0]][-1] != key for sense in compiled[key])


def _unversioned(entry: Entry, cues: Cues, cut: Cut) -> list[tuple[Form, tuple[str, ...], str]]:
    """The forms of an entry with tokens and key, without those that only add a version to another ("PHP7")."""
    cuts = [(form, cut(form.written)) for form in forms(entry, cues)]
    keyed = [(form, tokens, _key(tokens, cues)) for form, tokens in cuts if tokens]
    keys = {key for _, _, key in keyed}
    return [
        (form, tokens, key)
        for form, tokens, key in keyed
        if not (entry.versions and tokens[-1].isdigit() and key.rpartition(" ")[0] in keys)
    ]


def _key(tokens: Iterable[str], cues: Cues) -> str:
    return " ".join(map(cues.spelling.word, tokens))


def _cased(tokens: Iterable[str], cues: Cues) -> str:
    return " ".join(map(cues.spelling.cased, tokens))


def _case(entry: Entry, form: Form, tokens: tuple[str, ...], cues: Cues) -> str:
    """How the letters of a form must be written: the author's word for the label, else by length and capitals."""
    if form.exact:
        return "exact"
    if entry.case and _letters(form.written) == _letters(entry.label):
        return _explicit(entry.case, form.written)
    if len(tokens) == 1:
        ordinary = _odd(form.written) and form.written.lower() in cues.ordinary_words
        short = form.written.isupper() or len(form.written) <= LONGEST_SHORT
        return "acronym" if short or ordinary else "any"
    risky = any(token.isupper() and token.lower() in cues.ordinary_words for token in tokens)
    return "capitals" if risky else "any"


def _explicit(case: str, written: str) -> str:
    """The author's case, unless this form itself is written otherwise or is no plain word ("Node.js" in small)."""
    fits = {"title": written[:1].isupper() and written.isalpha(), "upper": written.isupper()}.get(case, True)
    return case if fits else "any"


def _confidence(entry: Entry, tokens: tuple[str, ...]) -> str:
    """The author's confidence for what looks like the label; longer and odder forms speak for themselves."""
    if entry.confidence in ("safe", "title-noise"):
        return entry.confidence
    letters, label = _letters("".join(tokens)), _letters(entry.label)
    if letters == label or letters.rstrip("s") == label.rstrip("s"):
        return entry.confidence
    if len(tokens) > 1 or (len(label) > 1 and label in letters) or _odd(tokens[0]):
        return "safe"
    return "needs-context"


def _odd(word: str) -> bool:
    """Whether a word cannot be an ordinary one: signs or numbers in it, or capitals after small letters."""
    return not word.isalpha() or (not word.isupper() and not word[1:].islower() and len(word) > 1)


def _letters(written: str) -> str:
    return "".join(letter for letter in written.lower() if letter.isalnum() or letter in "+#.")


def _row(entry: Entry, by_id: dict[str, Entry], cues: Cues, cut: Cut) -> list[Any]:
    """An entry as a row of the lexicon."""
    return [
        entry.id,
        entry.label,
        entry.kind,
        _closure(entry.id, by_id, lambda other: other.broader),
        _closure(entry.id, by_id, lambda other: other.implies),
        sorted(_blocks(entry.not_before, cues, cut)),
        sorted(_blocks(entry.not_after, cues, cut)),
        _key(cut(entry.label), cues),
    ]


def _blocks(written: Iterable[str], cues: Cues, cut: Cut) -> frozenset[str]:
    """Blocking words as keys; a mark stays as it is, as "&" blocks other names than the word for it does."""
    return frozenset(_key(cut(word.strip("-")), cues) if any(map(str.isalnum, word)) else word for word in written)


def _closure(start: str, by_id: dict[str, Entry], step: Callable[[Entry], tuple[str, ...]]) -> tuple[str, ...]:
    """All ids that can be reached, nearest first; each once, cycles end, the start is not among them."""
    reached: dict[str, None] = {}
    waiting = list(step(by_id[start]))
    while waiting:
        one = waiting.pop(0)
        if one in by_id and one != start and one not in reached:
            reached[one] = None
            waiting += step(by_id[one])
    return tuple(reached)
