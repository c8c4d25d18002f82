"""The spaCy component that marks every place of a line where a form of the lexicon stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from tailor.skills.lexicon import Lexicon, Sense
from tailor.skills.tokens import tokens_of
from tailor.skills.words import Spelling, Token, compared

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENT = "tailor_skill_candidates"
_LINE = "tailor.skills.line"
_FORM, _BLOCKED = "FORM", "BLOCKED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place where a form stands: word indexes, the key of the form, what it may mean (nothing if blocked)."""

    start: int
    end: int
    key: str
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text as compared words with their tokens, the words that begin a new line, and the candidates."""

    text: str
    words: tuple[str, ...]
    tokens: tuple[Token, ...]
    begins: frozenset[int]
    candidates: tuple[Candidate, ...]
    blocked: tuple[tuple[int, int], ...]


class Candidates:
    """A pipeline component; `load` gives it the lexicon, calling it writes a `Line` into the document."""

    def __init__(self, nlp: "Language") -> None:
        """Start without any form."""
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415 - heavy imports late

        self._vocab = nlp.vocab
        self._matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._lexicon = Lexicon(concepts=(), forms={}, blocked=(), whole=())
        self._spelling = Spelling(ampersand="", rules=(), dotted_names=())

    def load(self, lexicon: Lexicon, spelling: Spelling) -> None:
        """Know all forms and blocked phrases of a lexicon."""
        self._lexicon, self._spelling = lexicon, spelling
        self._add(_FORM, lexicon.forms)
        self._add(_BLOCKED, lexicon.blocked)

    def __call__(self, doc: "Doc") -> "Doc":
        """The document with its `Line` in the user data."""
        text = doc.text
        tokens = tokens_of(doc, text)
        kept = compared(tokens)
        words = tuple(self._spelling.word(tokens[index].text) for index in kept)
        found, blocked = self._match(words)
        doc.user_data[_LINE] = Line(
            text=text,
            words=words,
            tokens=tuple(tokens[index] for index in kept),
            begins=frozenset(_begins(tokens, kept)),
            candidates=found,
            blocked=blocked,
        )
        return doc

    def _match(self, words: tuple[str, ...]) -> tuple[tuple[Candidate, ...], tuple[tuple[int, int], ...]]:
        from spacy.tokens import Doc  # noqa: PLC0415 - heavy imports late

        found, blocked = [], []
        for name, start, end in self._matcher(Doc(self._vocab, words=list(words))) if words else ():
            if self._vocab.strings[name] == _BLOCKED:
                blocked.append((start, end))
            else:
                key = " ".join(words[start:end])
                found.append(Candidate(start=start, end=end, key=key, senses=self._lexicon.senses(key)))
        return tuple(found), tuple(blocked)

    def _add(self, name: str, keys: Iterable[str]) -> None:
        """Add forms as rows of string hashes, as spaCy itself restores a matcher: no documents are made."""
        rows = [key.split(" ") for key in keys if key]
        hashes = {word: self._vocab.strings.add(word) for word in {word for row in rows for word in row}}
        self._matcher.add(name, cast("list[Doc]", [[hashes[word] for word in row] for row in rows]))


def line_of(doc: "Doc") -> Line:
    """The line that the component wrote into a document."""
    return cast("Line", doc.user_data[_LINE])


def add_candidates(nlp: "Language", lexicon: Lexicon, spelling: Spelling) -> None:
    """The component at the end of a pipeline, with a lexicon."""
    from spacy.language import Language  # noqa: PLC0415 - heavy imports late

    if not Language.has_factory(COMPONENT):
        Language.factory(COMPONENT, func=_make)
    cast("Candidates", nlp.add_pipe(COMPONENT)).load(lexicon, spelling)


def _make(nlp: "Language", name: str) -> Candidates:  # noqa: ARG001 - the parameters of a spaCy factory
    return Candidates(nlp)


def _begins(tokens: list[Token], kept: list[int]) -> list[int]:
    """The kept words that stand first in a line of a text of several lines."""
    return [
        place
        for place, index in enumerate(kept)
        if index > 0 and tokens[index - 1].text.isspace() and "\n" in tokens[index - 1].text
    ]
