"""Tokens into the words that are compared: one spelling for each, hyphens and possessive marks gone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

_APOSTROPHES = re.compile(r"['’ʼ`´]")
_HYPHENS = frozenset("-‐‑­")
_INITIALS = re.compile(r"^[^\W\d_]{1,2}(?:\.[^\W\d_]{1,4})+\.?$")


class Token(NamedTuple):
    """A token of a line: its text, its first character, and whether a space follows it.

    A named tuple, as half the time of reading a line went into making tokens.
    """

    text: str
    start: int
    spaced: bool

    @property
    def end(self) -> int:
        """The character after the last one."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How the words of a language are brought to one spelling; results are kept."""

    ampersand: str
    rules: tuple[tuple[re.Pattern[str], str], ...]
    dotted_names: tuple[str, ...]
    _known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def word(self, token: str) -> str:
        """A token as the word that is compared: lower case, one spelling."""
        known = self._known.get(token)
        if known is None:
            known = self._spell(token)
            if len(self._known) < _MOST_WORDS:
                self._known[token] = known
        return known

    def cased(self, token: str) -> str:
        """A token without apostrophes and the dots of initials, its case kept: what exact forms compare."""
        return self._plain(token)

    def _plain(self, token: str) -> str:
        if token in {"&", "＆"}:
            return self.ampersand
        token = _APOSTROPHES.sub("", token) or token
        if _INITIALS.match(token) and token.rsplit(".", 1)[-1].lower() not in self.dotted_names:
            return token.replace(".", "")
        return token

    def _spell(self, token: str) -> str:
        word = self._plain(token).lower()
        for pattern, instead in self.rules:
            word, changed = pattern.subn(instead, word)
            if changed:
                break
        return word


_MOST_WORDS = 50_000
"""Spellings kept; a thousand postings have some 30,000 distinct tokens."""


def compared(tokens: Iterable[Token]) -> list[int]:
    """The indexes of the tokens that are compared: no white space, no hyphen between two words."""
    kept, glued = [], False
    held = list(tokens)
    for index, token in enumerate(held):
        inner = token.text in _HYPHENS and glued and not token.spaced and index + 1 < len(held)
        glued = not token.spaced
        if not inner and not token.text.isspace():
            kept.append(index)
    return kept
