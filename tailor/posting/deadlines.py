"""Running text -> the dates it tells: until when one may apply, since when the posting stands."""

import re
from collections.abc import Iterable

from tailor.posting.dates import iso_date
from tailor.posting.patterns import pattern, straight
from tailor.posting.sentences import sentences

_FILE = "facts.yaml"
_MOST_WORDS = 40
_FIGURE = re.compile(r"\d")


def date_in_text(texts: Iterable[str], fact: str, *, day_first: bool) -> str | None:
    """The first date in a sentence that speaks of a fact, `valid_through` or `date_posted`."""
    cues = pattern(_FILE, "dates", fact)
    for text in filter(_FIGURE.search, texts):
        for sentence in sentences(text):
            line = straight(sentence.text)
            found = cues.search(line) if len(line.split()) <= _MOST_WORDS else None
            if found and (date := iso_date(line[found.start() :], day_first=day_first)):
                return date
    return None
