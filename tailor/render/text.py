"""Text as it is printed: one kind of space, one kind of hyphen, composed accents, nothing that cannot be seen."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

LONGEST_TEXT = 20_000
"""Characters of one piece of text. A dense page holds 6,000; more is no line of a resume."""

MOST_MARKS = 4
"""Combining marks kept in a row: Vietnamese stacks two, polytonic Greek three; 100,000 hang a layout."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_PLAIN = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u2043": "-"} | {chr(code): text for code, text in _LIGATURES.items()}
)
_MARKS = re.compile(rf"([\u0300-\u036f]{{{MOST_MARKS}}})[\u0300-\u036f]+")
_TOKEN = re.compile(r"\S+ ?| ")
_CLOSING = re.compile(r"[:;?!»%‰€][^\w«]*")
_OPENING = re.compile(r"\W*«\s")
_THOUSANDS = re.compile(r"\d{3}[.,;:)]*\s?")
_LEADING = re.compile(r"\W*\d{1,3} (?:\d{3} )*")
_BREAKABLE = re.compile(r"\w\W*[-/–—]\W*\w")
_SAFE = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"']+", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#][^\s<>\"']*)?")
_PREFIX = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)

LONGEST_WHOLE = 60
"""Characters of a word that is kept in one piece, about half a line; a longer one (an address) may break."""


LONGEST_LINE = 70
"""Characters that surely fit one line; a text of more may wrap."""

SHORTEST_LINE = 9
"""Characters that a last line should have; less looks like a slip."""


LONGEST_TERM = 32
"""Characters of a piece of a list that is kept on one line, a third of a line; a longer one may wrap."""


MOST_KEPT = 2048
"""Texts whose printed form is kept: a page is written some four times, measured, laid out and printed."""


@lru_cache(maxsize=MOST_KEPT)
def clean(text: str) -> str:
    """Text as people write it into text as it is printed.

    NFC; white space becomes one plain space (a single no-break space makes readers of some fonts see nothing
    but no-break spaces), other hyphens the plain one, a ligature copied from print its letters; controls,
    direction marks, surrogates and private characters are dropped.
    """
    composed = unicodedata.normalize("NFC", text[:LONGEST_TEXT].translate(_PLAIN))
    seen = (" " if sign.isspace() else sign for sign in composed)
    kept = "".join(sign for sign in seen if unicodedata.category(sign) not in _UNSEEN)
    return " ".join(_MARKS.sub(r"\1", kept).split())


def safe_link(url: str) -> str:
    """An address a document may link to (http, https, mailto, tel), or an empty string for any other."""
    address = clean(url)
    if _SAFE.fullmatch(address):
        return address
    return f"https://{address}" if _BARE.fullmatch(address) else ""


def short_link(url: str) -> str:
    """An address as people read it: without scheme, `www.` and the last slash."""
    return _PREFIX.sub("", clean(url)).rstrip("/")


@lru_cache(maxsize=MOST_KEPT)
def parts(text: str) -> tuple[tuple[str, bool], ...]:
    """Cleaned text in pieces that join to it again; True marks pieces that must not break.

    Words with a hyphen or slash inside stay whole: a keyword that breaks at a line's end ("CI/" and "CD") is lost
    to software that looks for it. So do a sign and the word or number it belongs to where a space parts them, as
    in French ("« mot »", "93 %", "12 000 €"), and the last words of a longer text, that no single word makes its
    last line.
    A marked piece takes the space behind it along: the layout engine draws no space that stands alone between two.
    """
    tokens = _tied(_TOKEN.findall(text))
    last = _last_words(tokens) if len(text) > LONGEST_LINE else len(tokens)
    found: list[tuple[str, bool]] = []
    for token in tokens[:last]:
        whole = len(token) <= LONGEST_WHOLE and (" " in token.strip() or bool(_BREAKABLE.search(token)))
        if found and not whole and not found[-1][1]:
            token = found.pop()[0] + token  # noqa: PLW2901 - loose words join
        found.append((token, whole))
    end = "".join(tokens[last:])
    return (*found, (end, True)) if end else tuple(found)


@lru_cache(maxsize=MOST_KEPT)
def keeps(text: str) -> bool:
    """Whether a short piece of a list (a skill, a date) is kept on one line because it could break inside."""
    return len(text) <= LONGEST_TERM and (" " in text.strip() or bool(_BREAKABLE.search(text)))


def closed(pieces: Sequence[tuple[str, bool]], *, before: int) -> tuple[tuple[str, bool], ...]:
    """The pieces of a list, its last words made one that must not break where all may take more than a line.

    `before` characters stand in front of it. Pieces that are kept whole are not parted.
    """
    length = before + sum(len(text) for text, _ in pieces)
    rest, end = list(pieces), ""
    while rest and not _fills_a_line(end):
        text, whole = rest.pop()
        tokens = [text] if whole else _tied(_TOKEN.findall(text))
        while tokens and not _fills_a_line(end):
            end = tokens.pop() + end
        if tokens:
            rest.append(("".join(tokens), False))
    return (*rest, (end, True)) if length > LONGEST_LINE and 0 < len(end) <= LONGEST_WHOLE else tuple(pieces)


def _fills_a_line(text: str) -> bool:
    return len(text) >= SHORTEST_LINE and " " in text


def _tied(tokens: list[str]) -> list[str]:
    """Words with the signs that belong to them, and numbers with their thousands, in one piece each."""
    found: list[str] = []
    for token in tokens:
        before = found[-1] if found else ""
        sign = _CLOSING.fullmatch(token) or _OPENING.fullmatch(before)
        if before and (sign or (_THOUSANDS.fullmatch(token) and _LEADING.fullmatch(before))):
            found[-1] += token
        else:
            found.append(token)
    return found


def _last_words(tokens: list[str]) -> int:
    """Where the two or more words begin that make a last line of `SHORTEST_LINE` characters; else behind all."""
    length = 0
    for index in range(len(tokens) - 1, -1, -1):
        length += len(tokens[index])
        if length > LONGEST_WHOLE:
            return len(tokens)
        if length >= SHORTEST_LINE and index < len(tokens) - 1:
            return index
    return len(tokens)
