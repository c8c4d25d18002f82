"""What resumes usually say, in every language there is a list for: headings, and the words of dates."""

import re
import unicodedata
from functools import cache

from tailor import resources

_YEAR = r"(?:19|20)\d\d"
_CUT = re.compile(r"\W+")


@cache
def headings() -> frozenset[str]:
    """The headings that software looks for, as `normal` writes them."""
    known: set[str] = set()
    for language in resources.languages():
        if _has(language, "check.yaml"):
            known.update(resources.language_data(language, "check.yaml")["headings"])
        if _has(language, "labels.yaml"):
            labels = resources.language_data(language, "labels.yaml")
            for words in (labels, *labels["regions"]):
                known.update((*words.get("sections", {}).values(), *words.get("credentials", {}).values()))
    return frozenset(map(normal, known))


def normal(heading: str) -> str:
    """A heading as it is compared: without capitals, accents, punctuation and the word that `&` stands for.

    Many people leave accents off capitals.
    """
    return " ".join(word for word in _words(heading) if word not in _ands())


@cache
def _ands() -> frozenset[str]:
    files = [language for language in resources.languages() if _has(language, "check.yaml")]
    return frozenset(str(resources.language_data(language, "check.yaml")["and"]) for language in files)


def is_date(line: str) -> bool:
    """Whether a line is a date or a span of dates and nothing else."""
    if not re.search(_YEAR, line):
        return False
    rest = re.sub(rf"{_YEAR}|\b\d\d?\b", " ", line)
    return all(word in _date_words() for word in _words(rest))


def spans(text: str) -> int:
    """How many spans of dates a text holds: "2019 – 2021", "03/2019 to present"."""
    words = "|".join(sorted(_date_words(), key=len, reverse=True))
    end = rf"(?:(?:{words})[.\s]*)*(?:\d\d?[./])?(?:{_YEAR}|{words})"
    return len(re.findall(rf"{_YEAR}\s*(?:[-–—]|\b(?:{words})\b)\s*{end}\b", _bare(text), re.IGNORECASE))


@cache
def _date_words() -> frozenset[str]:
    found: set[str] = set()
    for language in resources.languages():
        if _has(language, "check.yaml"):
            data = resources.language_data(language, "check.yaml")
            found.update(*(_words(word) for word in (*data["months"], *data["beside"])))
    return frozenset(found)


def _words(text: str) -> list[str]:
    return _CUT.sub(" ", _bare(text).casefold()).split()


def _bare(text: str) -> str:
    """A text without the marks on its letters."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def _has(language: str, name: str) -> bool:
    return (resources.language_folder(language) / name).is_file()
