"""The lines of an edited paragraph into sentences: those whose words are known keep their sources."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tailor.draft.lines import Block, Line
from tailor.draft.signs import cues, plain
from tailor.model.letter import Sentence

_EDGES = " .,;:!?…\"'“”‘’„«»‹›()[]–—-"
_ENDS = re.compile(r"[.!?…][)\"'”’»\]]*$")
_STARTS = re.compile(r"^[(\"'“‘„«¿¡\[]*[A-ZÀ-ÖØ-Þ0-9$€£]")
_INITIAL = re.compile(r"^[(\"“]*[A-Z]\.$|^\d{1,2}[.)]$")

Known = Mapping[str, Sequence[tuple[tuple[str, ...], Sentence]]]
"""First word -> the sentences that begin with it, each with all its words, the longest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as written, what it is compared by, its line, and whether a sentence surely ends with it."""

    text: str
    key: str
    line: int
    last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A sentence of an edited paragraph, the line it begins on, and whether its words are known."""

    sentence: Sentence
    line: int
    known: bool


def known_sentences(sentences: Iterable[Sentence]) -> Known:
    """Sentences with their sources, by their first word; of two with the same words the first one counts."""
    by_words: dict[tuple[str, ...], Sentence] = {}
    for sentence in sentences:
        by_words.setdefault(tuple(key for word in sentence.text.split() if (key := _key(word))), sentence)
    known: dict[str, list[tuple[tuple[str, ...], Sentence]]] = {}
    for words, sentence in sorted(by_words.items(), key=lambda pair: -len(pair[0])):
        if words:
            known.setdefault(words[0], []).append((words, sentence))
    return known


def marked_sentences(blocks: Iterable[Block]) -> tuple[Sentence, ...]:
    """The sentences of a draft that nobody edited: what stands before each mark, with its sources."""
    pieces = [piece for block in blocks for line in block for piece in line.pieces]
    return tuple(
        Sentence(text=plain(piece.text), sources=piece.sources)
        for piece in pieces
        if piece.sources and not piece.part
    )


def sentences_of(lines: Sequence[Line], known: Known) -> tuple[Found, ...]:
    """The lines of one paragraph into its sentences, in order, in the words that stand there."""
    words = _words(lines)
    found: list[Found] = []
    place = 0
    while place < len(words):
        end, sentence = _known_at(words, place, known)
        if sentence is None:
            end = _loose_end(words, place, known)
        text = " ".join(word.text for word in words[place:end])
        sources = sentence.sources if sentence else ()
        whole = Sentence(text=text, sources=sources)
        found.append(Found(sentence=whole, line=words[place].line, known=sentence is not None))
        place = end
    return tuple(found)


def _words(lines: Sequence[Line]) -> list[Word]:
    words = []
    for line in lines:
        for piece in line.pieces:
            texts = plain(piece.text).split()
            words += [
                Word(text=text, key=_key(text), line=line.number, last=at == len(texts) and bool(piece.sources))
                for at, text in enumerate(texts, start=1)
            ]
    return words


def _key(word: str) -> str:
    """A word without the signs around it and without regard to case."""
    return word.strip(_EDGES).casefold().replace("’", "'")


def _known_at(words: Sequence[Word], place: int, known: Known) -> tuple[int, Sentence | None]:
    """Where the known sentence ends that begins here, and the sentence; else None.

    One that ends at the first mark comes before a longer one that reaches over it: two short sentences may be,
    word for word, a third.
    """
    first = next((word.key for word in words[place:] if word.key), "")
    over: tuple[int, Sentence | None] = (place, None)
    for keys, sentence in known.get(first, ()):
        end = _matched(words, place, keys)
        if end and (end == len(words) or words[end - 1].last or _parted(words[end - 1], words[end])):
            if not any(word.last for word in words[place : end - 1]):
                return end, sentence
            over = over if over[1] else (end, sentence)
    return over


def _matched(words: Sequence[Word], place: int, keys: Sequence[str]) -> int:
    """Where the words end that are these, signs that stand alone aside; 0 where they are others."""
    at = 0
    for end in range(place, len(words)):
        key = words[end].key
        if key and (at == len(keys) or key != keys[at]):
            return end if at == len(keys) else 0
        at += bool(key)
    return len(words) if at == len(keys) else 0


def _loose_end(words: Sequence[Word], place: int, known: Known) -> int:
    """Where a sentence of other words ends: at a mark, at a full stop, or before a known sentence."""
    for end in range(place + 1, len(words)):
        if words[end - 1].last or _parted(words[end - 1], words[end]):
            return end
        if words[end].line != words[end - 1].line and _known_at(words, end, known)[1]:
            return end
    return len(words)


def _parted(before: Word, after: Word) -> bool:
    """Whether a sentence ends between two words: a full stop, no abbreviation's, then a capital or figure."""
    ended = bool(_ENDS.search(before.text)) and bool(_STARTS.match(after.text))
    short = before.text.casefold().lstrip("(\"'“") in cues("abbreviations") or bool(_INITIAL.match(before.text))
    return ended and not short
