"""Words of a text as letters compare and print them: tokens, themes, articles, lists, first words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from tailor.resources import language_data

_TOKEN = re.compile(r"[\w+#&’'-]+")
# A closing quote after the mark stays with the sentence that it ends.
_SENTENCE = re.compile(
    r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’)“»])|(?<=[.!?…]\s»))\s+(?=(?:[\"“‘(„¿¡]|«\s?)?[A-Z0-9À-ÖØ-Þ])"
)
_THEME = re.compile(r"[^\W_]+")
# Words with a common beginning of this many letters count as one theme ("deploy", "deployment"); shorter
# ones must be equal or one the beginning of the other. Read off the pairs of one seed record and seven profiles.
_STEM = 6
_SHORTEST = 4

LONGEST = 35
"""Words that no sentence of a letter exceeds."""


_SPOKEN: ContextVar[str] = ContextVar("spoken", default="en")
# What letters tell the person, not the reader: in English where a language has none of its own.
_MESSAGES = ("unfinished", "hints", "moves", "story")


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Everything inside speaks one language: "en", "de", "en-GB"."""
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken_language() -> str:
    """The language spoken here, with its region if it has one."""
    return _SPOKEN.get()


def letter_data() -> dict[str, Any]:
    """The letter patterns and word lists of the language spoken; a list that it has not is empty."""
    return _data(_SPOKEN.get())


@cache
def _data(tag: str) -> dict[str, Any]:
    code, _, region = tag.partition("-")
    english, own = language_data("en", "letter.yaml"), language_data(code, "letter.yaml")
    regional: dict[str, Any] = next((one for one in own.get("regions", ()) if region in one["of"]), {})
    empty = {key: english[key] if key in _MESSAGES else type(english[key])() for key in english}
    return {**empty, **own, **{key: value for key, value in regional.items() if key != "of"}}


def words(text: str) -> list[str]:
    """The words of a text in order, as written, with inner hyphens, apostrophes, + and #."""
    return _TOKEN.findall(text)


def folded(word: str) -> str:
    """A word for look-up in the lists: lower case, straight apostrophe."""
    return word.casefold().replace("’", "'")


def first_word(text: str) -> str:
    """The first word of a text, folded; empty if there is none."""
    found = _TOKEN.search(text)
    return folded(found.group()) if found else ""


def starts_with_i(text: str) -> bool:
    """Whether a sentence begins with the first person singular; "j'" in the list is the beginning of a word."""
    first, starts = first_word(text), [folded(word) for word in letter_data()["i_starts"]]
    return first in starts or first.startswith(tuple(word for word in starts if word.endswith("'")))


def themes(text: str) -> tuple[str, ...]:
    """The words of a text that carry a theme: folded, without stop words, in order, each once."""
    stop = set(letter_data()["stop"])
    found = (word.casefold() for word in _THEME.findall(text))
    return tuple(dict.fromkeys(word for word in found if word not in stop and (len(word) > 1 or word in "cr")))


def akin(one: str, other: str) -> bool:
    """Whether two folded words share their theme: equal, one begins the other, or a long common beginning."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST and long.startswith(short):
        return True
    return len(short) >= _STEM and short[:_STEM] == long[:_STEM]


def shared(wanted: Iterable[str], text: str) -> tuple[str, ...]:
    """The wanted theme words that the text also carries."""
    held = themes(text)
    return tuple(word for word in wanted if any(akin(word, other) for other in held))


def sentences(text: str) -> list[str]:
    """The sentences of a text in order, verbatim apart from white space; the last may lack its full stop.

    What the language abbreviates ("St.", "9. März") ends no sentence.
    """
    found: list[str] = []
    for part in _SENTENCE.split(" ".join(text.split())):
        if found and _is_open(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        elif part:
            found.append(part)
    return found


def _is_open(text: str) -> bool:
    """Whether a text ends with an abbreviation, or a number that a full stop makes an ordinal."""
    return any(re.search(rf"(?<!\w)(?:{one})$", text) for one in letter_data()["abbreviations"])


def closed(text: str) -> str:
    """A text that ends with a full stop, unless it ends with a mark of its own."""
    text = text.strip().rstrip(",;:")
    return text if is_closed(text) else f"{text}."


def is_closed(text: str) -> bool:
    """Whether a text ends as sentences do, if inside a closing quote."""
    return text.rstrip(' "”“»’').endswith((".", "!", "?", "…"))


def raised(text: str) -> str:
    """A text with a capital first letter."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """A text with a small first letter, unless its first word is an acronym, a name with inner capitals or I."""
    head = words(text)[:1]
    if not head or any(char.isupper() for char in head[0][1:]) or starts_with_i(text):
        return text
    if letter_data()["keeps_capitals"]:
        return text
    return text[:1].lower() + text[1:]


def without_instruction(text: str) -> str:
    """A letter point without the instruction verb that it begins with: its theme alone."""
    text = text.strip()
    for verb in sorted(letter_data()["instructions"], key=len, reverse=True):
        if text.casefold().startswith(f"{verb} "):
            return text[len(verb) :].strip()
    return text


def plain_name(name: str) -> str:
    """An employer's name as a sentence says it: without an explanation in brackets after it."""
    return re.sub(r"\s*\([^)]*\)\s*$", "", name) or name


def spoken_name(name: str) -> str:
    """A company's name without brackets and what the law adds to it: "Harbor Foods, Inc." is Harbor Foods."""
    plain = plain_name(name)
    forms = "|".join(re.escape(form) for form in sorted(letter_data()["legal"], key=len, reverse=True))
    return re.sub(rf"(?<=\w),?\s+(?:{forms})\.?$", "", plain, flags=re.IGNORECASE) if forms else plain


def said_name(name: str) -> str:
    """A name as it stands inside a sentence: as spoken, and "the Bureau of Tides" with its article."""
    plain = spoken_name(name)
    first, _, rest = plain.partition(" ")
    data = letter_data()
    takes = folded(first) in data["with_the"] and rest.startswith(tuple(f"{word} " for word in data["of"]))
    return f"{data['the']} {plain}" if takes else plain


def plain_position(position: str) -> str:
    """A position as a sentence says it: without brackets and without what follows a comma or dash."""
    return re.split(r"\s*,\s*|\s+[-–—|]\s+", plain_name(position), maxsplit=1)[0]


def listed(items: Sequence[str]) -> str:
    """Items as one phrase: "a", "a and b", "a, b and c"."""
    if len(items) < 2:  # noqa: PLR2004 - one item needs no joining word
        return "".join(items)
    return f"{', '.join(items[:-1])} {letter_data()['list_and']} {items[-1]}"


def with_article(phrase: str, *, always: bool = False) -> str:
    """A position with "a" or "an" by its sound; titles that only one person holds stay bare, unless `always`."""
    data = letter_data()
    head = first_word(phrase)
    bare = not always and (head.split("-")[0] in data["no_article"] or head in data["no_article"])
    if not head or not data["an_letters"] or bare:
        return phrase
    return f"{'an' if _sounds_open(words(phrase)[0]) else 'a'} {phrase}"


def _sounds_open(word: str) -> bool:
    data, low = letter_data(), word.casefold()
    if len(word) > 1 and word.isupper() and low not in data["a_before"]:
        return word[0] in data["an_letters"]
    if low.startswith(tuple(data["an_before"])):
        return True
    hard = tuple(start for start in data["a_before"] if len(start) > 1)
    if low.startswith(hard) and not low.startswith(tuple(data["a_before_not"])):
        return False
    return low[0] in "aeiou"
