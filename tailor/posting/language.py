"""A text -> its language, by the share of each language's most frequent words."""

from collections import Counter

from tailor.posting.patterns import words
from tailor.resources import language_data, language_folder, languages

_DEFAULT = "en"


def language_of(text: str) -> str:
    """The code of the language whose frequent words make up most of a text; "en" when none does."""
    counts = Counter(words(text[:20_000]))
    scores = {}
    for code in languages():
        if (language_folder(code) / "facts.yaml").is_file():
            frequent = language_data(code, "facts.yaml").get("stop_words") or ()
            scores[code] = sum(counts[word] for entry in frequent for word in words(str(entry)))
    best = max(scores, key=lambda code: (scores[code], code == _DEFAULT), default=_DEFAULT)
    return best if scores.get(best) else _DEFAULT
