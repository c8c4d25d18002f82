"""The person a posting names as the one to write to: name and title, with their place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tailor.letter.words import folded, letter_data, words
from tailor.model.posting import Posting

# A person's name has two to this many words, a title at most that many.
_NAME = 3
_TITLE = 5
_WORD = r"[^\W\d_][^\W\d_]*(?:[-’'][^\W\d_]+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A contact person as a posting names them; `source` is the place in its text."""

    name: str
    title: str
    source: str

    @property
    def salutation(self) -> str:
        """The line that greets this person."""
        data = letter_data()
        first, *rest = self.name.split()
        formal: str = data["salutation_honorific"].get(folded(first).rstrip("."), "")
        if formal and rest:
            titles = [word for word in rest[:-1] if folded(word).rstrip(".") in data["honorifics"]]
            return formal.format(name=" ".join(rest), surname=rest[-1], titled=" ".join([*titles, rest[-1]]))
        said: str = data["salutation_person"].format(name=self.name)
        return said


def addressee(posting: Posting) -> Addressee | None:
    """The one person whom a posting asks to write to; None without a cue or a plain name, or with several."""
    found = {one.name: one for one in reversed(list(_named(posting)))}
    if not found:
        return _contact(posting)
    return next(iter(found.values())) if len(found) == 1 else None


def _contact(posting: Posting) -> Addressee | None:
    """The person to ask, where the posting's text names one and nobody to write to.

    Words that the text has in small letters, too, are no name: "Best Practices".
    """
    name = posting.facts.contact or ""
    start = posting.text.find(name) if name else -1
    common = any(re.search(rf"\b{re.escape(word.lower())}\b", posting.text) for word in words(name))
    if start < 0 or common or not _is_person(name, posting):
        return None
    return Addressee(name=name, title="", source=f"posting:{start}-{start + len(name)}")


def _named(posting: Posting) -> Iterator[Addressee]:
    text = posting.text
    cues = "|".join(re.escape(cue) for cue in letter_data()["contact_cues"])
    if not cues:
        return
    honorifics = "|".join(letter_data()["honorifics"])
    name = rf"((?:(?i:{honorifics})\b\.?[ ]+)*{_WORD}(?:[ ]+(?:[A-Z]\.[ ]+)?{_WORD}){{0,{_NAME - 1}}})"
    for hit in re.finditer(
        rf"(?<!\w)(?i:{cues})[ ,]+(?i:of[ ]+)?{name}(?:,[ ]*({_WORD}(?:[ ]+{_WORD}){{0,{_TITLE - 1}}}))?", text
    ):
        said = _plain(hit.group(1))
        if said and _is_person(said, posting):
            title = hit.group(2) or ""
            title = title if title and all(word[0].isupper() for word in title.split()) else ""
            end = hit.end(2) if title else hit.start(1) + len(said)
            yield Addressee(name=said, title=title, source=f"posting:{hit.start(1)}-{end}")


def _plain(text: str) -> str:
    """The words of a name up to the first that has a small beginning."""
    kept = []
    for word in text.split():
        if not word[0].isupper():
            break
        kept.append(word)
    return " ".join(kept)


def _is_person(name: str, posting: Posting) -> bool:
    """Whether capitalised words are a person's name: at least two, none of an office, a place or the company."""
    data = letter_data()
    held = [folded(word) for word in words(name) if folded(word).rstrip(".") not in data["honorifics"]]
    others = {
        folded(word)
        for place in (posting.company, posting.title, *posting.facts.locations)
        for word in words(place)
    }
    enough = len(held) > 1 or (held and len(words(name)) > 1)  # "Ms Holm" is one, "Holm" alone may be anything
    return bool(enough) and not name.isupper() and not set(held) & (others | set(data["no_names"]))
