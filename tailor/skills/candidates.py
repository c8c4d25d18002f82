"""The spaCy component that marks every place of a line where a form of the lexicon stands."""

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, cast

from tailor.skills.lexicon import Lexicon, Sense
from tailor.skills.tokens import tokens_of
from tailor.skills.words import Spelling, Token, compared

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENT = "tailor_skill_candidates"
_LINE, _TEXT = "tailor.skills.line", "tailor.skills.text"


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

    def __init__(self) -> None:
        """Start without any form."""
        self._lexicon = Lexicon(concepts=(), forms={}, blocked=(), whole=())
        self._spelling = Spelling(ampersand="", rules=(), dotted_names=())
        self._blocked: frozenset[str] = frozenset()
        self._longest: dict[str, int] = {}

    def load(self, lexicon: Lexicon, spelling: Spelling) -> None:
        """Know all forms and blocked phrases of a lexicon."""
        self._lexicon, self._spelling = lexicon, spelling
        self._blocked = frozenset(lexicon.blocked)
        longest: dict[str, int] = {}
        for key in chain(lexicon.forms, lexicon.blocked):
            first, _, rest = key.partition(" ")
            size = rest.count(" ") + 2 if rest else 1
            if size > longest.get(first, 0):
                longest[first] = size
        self._longest = longest

    def __call__(self, doc: "Doc") -> "Doc":
        """The document with its `Line` in the user data."""
        text = doc.user_data.get(_TEXT) or doc.text
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
        """The forms and the blocked phrases of a line; only words that begin one are looked at.

        Looking up words in a table takes a third of the time of spaCy's PhraseMatcher, which wants a document of
        the compared words, and nothing to fill: 40,000 forms took it .4 s.
        """
        found, blocked = [], []
        forms, size = self._lexicon.forms, len(words)
        for start, first in enumerate(words):
            for end in range(start + 1, min(start + self._longest.get(first, 0), size) + 1):
                key = " ".join(words[start:end])
                if key in self._blocked:
                    blocked.append((start, end))
                if key in forms:
                    found.append(Candidate(start=start, end=end, key=key, senses=self._lexicon.senses(key)))
        return tuple(found), tuple(blocked)


def made(nlp: "Language", text: str) -> "Doc":
    """A text as a document that remembers it: to ask spaCy for it takes as long as to cut it into tokens."""
    doc = nlp.make_doc(text)
    doc.user_data[_TEXT] = text
    return doc


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
    return Candidates()


def _begins(tokens: list[Token], kept: list[int]) -> list[int]:
    """The kept words that stand first in a line of a text of several lines."""
    return [
        place
        for place, index in enumerate(kept)
        if index > 0 and tokens[index - 1].text.isspace() and "\n" in tokens[index - 1].text
    ]
