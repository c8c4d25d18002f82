"""Whether a text is in the language that a letter speaks, as far as its small words tell."""

from functools import cache

from tailor.letter.words import spoken_language, words
from tailor.resources import document_languages, has_letters, language_data

# A text is of another language when so many of its words are that one's small words, and more than twice as many
# as are the letter's own: languages share a few ("de" and "la", "in" and "an").
_SURE = 3
_TWICE = 2


def is_foreign(text: str) -> bool:
    """Whether a text is certainly in another language that letters are written in."""
    own = spoken_language().partition("-")[0]
    held = [word.casefold() for word in words(text)]
    counts = {code: sum(word in _small_words(code) for word in held) for code in _codes()}
    most = max((count for code, count in counts.items() if code != own), default=0)
    return most >= _SURE and most > _TWICE * counts.get(own, most)


@cache
def _codes() -> tuple[str, ...]:
    return tuple(code for code in document_languages() if has_letters(code))


@cache
def _small_words(code: str) -> frozenset[str]:
    return frozenset(language_data(code, "letter.yaml").get("stop", ()))
