"""A blank spaCy pipeline with our own tokenisation: C++, .NET, CI/CD, PHP7 and glued lists come apart right."""

import re
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tailor.skills.words import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, ships no stub
    from spacy.tokens import Doc

_TOKENIZER = "tailor.skills.tokenizer"

_PREFIX = re.compile(r"^(?:[^\w.]|_|\.{2,}|\.(?!\w))")
"""One mark before a word ("•Python", "(Python"); a dot stays with its word (".NET")."""

_SUFFIX = re.compile(r"(?:['’][sS]|[^\w+#]|_|(?<![A-Za-z+])\+|(?<!\b[A-Za-z])#)$")
"""One mark after a word; `+` and `#` stay after letters (C++, A+, C#) and go after numbers (8+)."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.\w{2,}", re.IGNORECASE)


def blank_pipeline(language: str, *, dotted_names: Iterable[str], whole: Iterable[str] = ()) -> "Language":
    """A spaCy pipeline without components that only tokenises.

    `dotted_names` are the endings after a dot that belong to a name (`js`); `whole` are words with an
    apostrophe that stay one token ("bachelor's"), in lower case.
    """
    import spacy  # noqa: PLC0415 - heavy imports late
    from spacy.util import registry  # noqa: PLC0415 - heavy imports late

    registry.tokenizers(_TOKENIZER, func=_default)
    nlp = spacy.blank(language, config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}})
    nlp.max_length = sys.maxsize  # the limit guards trained components that we do not have
    nlp.tokenizer = _tokenizer(nlp, infixes=_infixes(dotted_names), whole=frozenset(whole))
    return nlp


def tokens_of(doc: "Doc", text: str) -> list[Token]:
    """A document and its text into tokens; one array is read, as spaCy's token objects take twice the time."""
    places: list[list[int]] = doc.to_array(["IDX", "LENGTH", "SPACY"]).tolist()
    return [Token(text[start : start + size], start, space != 0) for start, size, space in places]


def _default() -> "Callable[[Language], Tokenizer]":
    """What the pipeline is made with: spaCy's own would load 1,300 exceptions that we do not read (0.2 s)."""
    return lambda nlp: _tokenizer(nlp, infixes=_infixes(()), whole=frozenset())


def _tokenizer(nlp: "Language", *, infixes: re.Pattern[str], whole: frozenset[str]) -> "Tokenizer":
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415 - heavy imports late

    def stays(word: str) -> bool:
        return word.lower().replace("’", "'") in whole

    return Tokenizer(
        nlp.vocab,
        prefix_search=_PREFIX.search,
        suffix_search=_SUFFIX.search,
        infix_finditer=infixes.finditer,
        token_match=stays,
        url_match=_ADDRESS.fullmatch,
    )


def _infixes(dotted_names: Iterable[str]) -> re.Pattern[str]:
    """Where a word is cut: at marks, before the number of a version, at a full stop without its space."""
    names = "|".join(sorted(map(re.escape, dotted_names)))
    own_name = rf"(?!\.(?i:{names})\b)" if names else ""
    return re.compile(
        r"\.{2,}|[^\w\s.+#'’]"
        r"|(?<=\w)\+(?=[^\W\d_])"
        r"|(?<=[^\W\d_]{3})(?=\d)|(?<=\+\+)(?=\d)"
        rf"|(?<=[^\W\d_]{{2}}){own_name}\.(?=[A-Z][a-z])"
    )
