"""Connecting sentences from the language's patterns: chosen by a stable hash, filled with what is known."""

import hashlib
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tailor.letter.forms import with_forms
from tailor.letter.words import LONGEST, first_word, folded, letter_data, raised, starts_with_i, words
from tailor.model.letter import Sentence

Choice = TypeVar("Choice")
# A word of so many letters said twice in a sentence is heard as a repetition.
_ECHO = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A filled pattern and its name, such as "opening[2]"."""

    text: str
    name: str

    def sentence(self, *sources: str) -> Sentence:
        """The pattern as a sentence that also rests on these sources."""
        return Sentence(text=self.text, sources=(*sources, f"pattern:{self.name}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How one letter speaks: its seed (company and title), the facts that any pattern may use.

    `variant` moves every choice on by as many places. `attempt` chooses anew, for a letter that came out with a
    repetition; odd ones keep patterns from beginning with "I" wherever another one fits.
    """

    seed: str
    facts: Mapping[str, str] = field(default_factory=dict)
    variant: int = 0
    attempt: int = 0

    @property
    def few_i(self) -> bool:
        """Whether patterns that begin with "I" are the last choice."""
        return self.attempt % 2 == 1

    def say(
        self, move: str, fields: Mapping[str, str] | None = None, *, after: Sequence[str] = (), no_i: bool = False
    ) -> Said | None:
        """A pattern of this move with its fields filled, or None where no pattern fits.

        A pattern fits when every field is known and the sentence has at most 35 words. Patterns that begin unlike
        the sentences before (`after`) come first, then (with `no_i`) those that do not begin with "I".
        """
        known = with_forms({**self.facts, **(fields or {})})
        patterns = enumerate(letter_data()["patterns"].get(move) or ())
        filled = [
            (Said(text=_filled(one, known), name=f"{move}[{n}]"), one) for n, one in patterns if _fits(one, known)
        ]
        short = [(said, one) for said, one in filled if len(said.text.split()) <= LONGEST]
        found = [said for said, one in short if not _echoes(one, known)] or [said for said, _ in short]
        begun = {first_word(text) for text in after}
        fresh = [said for said in found if first_word(said.text) not in begun] or found
        if no_i or self.few_i:
            fresh = [said for said in fresh if not starts_with_i(said.text)] or fresh
        return self.choose(move, fresh) if fresh else None

    def group(self, move: str, *, no_i: bool = False) -> tuple[Said, ...]:
        """The sentences of one group of a move, every field of which is known; none where no group fits."""
        known = with_forms(self.facts)
        groups = [
            tuple(Said(text=_filled(one, known), name=f"{move}[{n}]") for one in group)
            for n, group in enumerate(letter_data()["patterns"].get(move) or ())
            if all(_fits(one, known) for one in group)
        ]
        if no_i or self.few_i:
            groups = [group for group in groups if not starts_with_i(group[0].text)] or groups
        return self.choose(move, groups) if groups else ()

    def choose(self, move: str, among: Sequence[Choice]) -> Choice:
        """One of several by a hash of seed and move, the same everywhere, moved on by the variant.

        The low bits of a plain checksum follow those of its text: with 16 patterns every other letter got one of
        two. Those of a cryptographic hash do not.
        """
        again = f"|{self.attempt}" if self.attempt else ""
        digest = hashlib.blake2b(f"{self.seed}|{move}{again}".encode(), digest_size=8).digest()
        return among[(int.from_bytes(digest, "big") + self.variant) % len(among)]


def _filled(pattern: str, known: Mapping[str, str]) -> str:
    """A pattern with its fields: a name at its beginning gets a capital, one that ends in a full stop no other."""
    text = pattern.format_map(known)
    text = f"{text[:-1]}" if text.endswith("..") else text
    return raised(text) if pattern.startswith("{") else text


def _fits(pattern: str, known: Mapping[str, str]) -> bool:
    return all(known.get(name) for _, name, _, _ in string.Formatter().parse(pattern) if name)


def _echoes(pattern: str, known: Mapping[str, str]) -> bool:
    """Whether a pattern's own words come back in the clause it is filled with: "worked at X, where I worked"."""
    own = {folded(word) for text, *_ in string.Formatter().parse(pattern) for word in words(text)}
    said = {folded(word) for word in words(known.get("clause", ""))}
    return any(len(word) >= _ECHO for word in own & said)
