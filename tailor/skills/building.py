"""The files of a language, the user's own and a profile's names -> one lexicon; written names -> skills."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tailor import resources
from tailor.errors import Fault, InputError, fault
from tailor.model.skills import Skill
from tailor.skills.cues import Cues
from tailor.skills.entries import Entry, Placed, entry_of, examine_file, slug, twice_claimed
from tailor.skills.lexicon import Cut, Lexicon, compile_lexicon, rows_of, whole_words
from tailor.skills.store import fingerprint, stored
from tailor.skills.tokens import blank_pipeline, tokens_of
from tailor.skills.words import compared

if TYPE_CHECKING:
    from spacy.language import Language

_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
"""Words of letters alone, which no rule of the tokeniser cuts: asking it would take three times as long."""
_PARTS = re.compile(r"\s*[()]\s*")


def load_lexicon(language: str, extra: Sequence[Path], cues: Cues, cache: Path | None) -> Lexicon:
    """The compiled lexicon of a language with the user's own files, from the cache if it holds this very one."""
    return stored(cache, fingerprint(_parts(language, extra)), partial(_build, language, extra, cues))


def cutter(nlp: "Language") -> Cut:
    """A text into its compared tokens, as the pipeline cuts lines."""

    def cut(text: str) -> tuple[str, ...]:
        if _PLAIN.fullmatch(text):
            return tuple(text.split(" "))
        tokens = tokens_of(nlp.tokenizer(text), text)
        return tuple(tokens[index].text for index in compared(tokens))

    return cut


def extended(lexicon: Lexicon, names: Iterable[str], cues: Cues, cut: Cut) -> Lexicon:
    """The lexicon with the names that it does not hold, each a skill of kind "tool".

    A single word needs context, as it may be any word; several words in a row speak for themselves.
    """
    new: dict[str, Entry] = {}
    for name in names:
        label = " ".join(name.split())
        if label and lookup(label, lexicon, cues, cut) is None:
            confidence = "safe" if len(cut(label)) > 1 or not label.isalpha() else "needs-context"
            new.setdefault(slug(label), Entry(id=slug(label), label=label, kind="tool", confidence=confidence))
    if not new:
        return lexicon
    known = {concept.skill.id for concept in lexicon.all_concepts()}
    added = compile_lexicon(tuple(entry for id_, entry in new.items() if id_ not in known), cues, cut)
    forms = dict(lexicon.forms)
    for key, senses in added.forms.items():
        shifted = [[index + len(lexicon.concepts), *rest] for index, *rest in rows_of(senses)]
        forms[key] = [*rows_of(forms.get(key, [])), *shifted]
    concepts = (*lexicon.concepts, *added.concepts)
    return Lexicon(concepts=concepts, forms=forms, blocked=lexicon.blocked, whole=lexicon.whole)


def lookup(written: str, lexicon: Lexicon, cues: Cues, cut: Cut) -> Skill | None:
    """The skill a written name stands for: as it is, without a version, without or within its parentheses."""
    parts = [part for part in _PARTS.split(written) if part]
    for text in dict.fromkeys([written, *parts]):
        tokens = cut(text)
        for shorter in (tokens, _without_version(tokens)):
            senses = lexicon.senses(" ".join(map(cues.spelling.word, shorter)))
            if senses:
                cased = " ".join(map(cues.spelling.cased, shorter))
                return min(
                    senses, key=lambda sense: (sense.cased != cased, sense.confidence != "safe")
                ).concept.skill
    return None


def _without_version(tokens: tuple[str, ...]) -> tuple[str, ...]:
    end = len(tokens)
    while end > 1 and (tokens[end - 1][:1].isdigit() or not tokens[end - 1][:1].isalnum()):
        end -= 1
    return tokens[:end]


def _build(language: str, extra: Sequence[Path], cues: Cues) -> Lexicon:
    entries = [
        entry_of(value)
        for path in resources.lexicon_files(language)
        for value in resources.language_data(language, f"lexicon/{path.name}") or ()
    ]
    own = _own(extra, {entry.id: entry for entry in entries})
    entries += [placed.entry for placed in own]
    nlp = blank_pipeline(language, dotted_names=cues.dotted_names, whole=whole_words(entries))
    return compile_lexicon(entries, cues, cutter(nlp), first=frozenset(placed.entry.id for placed in own))


def _own(files: Iterable[Path], known: Mapping[str, Entry]) -> list[Placed]:
    """The entries of users' files; InputError with all that is wrong in them, between them, and towards ours."""
    own: list[Placed] = []
    faults: list[Fault] = []
    for path in files:
        placed, wrong = examine_file(path)
        own += placed
        faults += [*wrong, *twice_claimed(placed)]
    every = {**known, **{placed.entry.id: placed.entry for placed in own}}
    faults += [found for placed in own for found in _link_faults(placed, every)]
    if faults:
        raise InputError(sorted(faults, key=lambda one: (one.file, one.line)))
    return own


def _link_faults(placed: Placed, every: Mapping[str, Entry]) -> Iterator[Fault]:
    entry = placed.entry
    for id_ in (*entry.broader, *entry.implies):
        if id_ not in every:
            yield placed.say(f"`{entry.id}` points to `{id_}`, which no skill has", "check the spelling")
    if circle := circle_of(entry.id, every):
        steps = " implies ".join(f"`{id_}`" for id_ in circle)
        yield placed.say(f"a circle: {steps}", "let the narrower imply the wider, not the reverse")


def circle_of(start: str, entries: Mapping[str, Entry]) -> list[str]:
    """The ids from an entry round to itself by what each implies; nothing where it comes not back."""
    ways = [[start]]
    seen = {start}
    while ways:
        way = ways.pop(0)
        for id_ in entries[way[-1]].implies if way[-1] in entries else ():
            if id_ == start:
                return [*way, start]
            if id_ not in seen:
                seen.add(id_)
                ways.append([*way, id_])
    return []


def _parts(language: str, extra: Sequence[Path]) -> Iterable[bytes]:
    """All that the compiled lexicon depends on: the data, the version of spaCy, the code of this package."""
    from importlib.metadata import version  # noqa: PLC0415 - only needed here

    folder = resources.language_folder(language)
    code = sorted(Path(__file__).parent.glob("*.py"))
    yield version("spacy").encode()
    for path in (folder / "skills.yaml", *resources.lexicon_files(language), *code):
        yield path.name.encode()
        yield path.read_bytes()
    for path in extra:
        yield _bytes(path)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise fault(str(path), f"cannot be read: {error.strerror}", "check the path") from error
