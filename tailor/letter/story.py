"""A person's four answers about a bullet into a story in their own words."""

from collections.abc import Sequence

from tailor.letter.turning import turn
from tailor.letter.words import LONGEST, closed, first_word, letter_data, raised, sentences, spoken

# An answer begins with a verb if these first words do.
_BEGINNING = 3


def questions() -> tuple[str, ...]:
    """The four questions, in their order."""
    return tuple(letter_data()["story"]["questions"])


def story_sentences(answers: Sequence[str], language: str = "en") -> tuple[str, ...]:
    """Answers in the order of the questions into a story's sentences in a language; an empty one tells nothing.

    Nothing is added but what closes a sentence: a capital, a full stop, "I" before a verb that tells what was
    done, the words before an answer that begins with "because".
    """
    told: list[str] = []
    with spoken(language):
        for answer in answers:
            text = " ".join(answer.split())
            if any(char.isalnum() for char in text):
                told += [closed(raised(one)) for one in sentences(_whole(text))]
    return tuple(told)


def too_long_for_letters(told: Sequence[str]) -> tuple[str, ...]:
    """The sentences of more words than a letter's may have."""
    return tuple(one for one in told if len(one.split()) > LONGEST)


def _whole(text: str) -> str:
    """An answer as a sentence: "rebuilt the list" -> "I rebuilt the list", "because …" with what it explains."""
    words = letter_data()["story"]
    if first_word(text) in words["because"]:
        return f"{words['matters']} {text[:1].lower()}{text[1:]}"
    if (
        turn(" ".join(text.split()[:_BEGINNING]), current=False) is None
        or first_word(text) in letter_data()["i_starts"]
    ):
        return text
    return f"I {text[:1].lower()}{text[1:]}"
