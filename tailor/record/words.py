"""Labels and wishes as the notes word them: marks taken off, phrases split, verbs removed."""

import re
from collections.abc import Iterable

from tailor.resources import language_data

_MARKUP = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
_EDGES = re.compile(r"^[\W_]+|[\s:–—-]+$")
_NOT_WORDS = re.compile(r"[^\w+#/.'-]+")
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_DASH = re.compile(r"\s+[–—-]\s+")


def words(name: str) -> list[str]:
    """A plain list of the notes' vocabulary: verbs, leads, empty, joins, conditional or blank_answers."""
    listed: list[str] = language_data("en", "record.yaml")[name]
    return listed


def topic(label: str) -> str | None:
    """The part of a record that a label opens, "other" for a part that is not ours, None for no part."""
    found = _named(label, _groups("topics"))
    return found or ("other" if _named(label, {"other": words("other")}) else None)


def section(label: str) -> str | None:
    """The section of a profile (work, education, projects) that a label names, or None."""
    return _named(label, _groups("sections"), whole=True)


def place(label: str) -> str | None:
    """The part of a letter (opening, body, company, closing) that a label names, or None."""
    return _named(label, _groups("places"))


def unmarked(text: str) -> str:
    """A text without the marks of Markdown's bold, italic and code, white space joined."""
    return " ".join(_MARKUP.sub("", text).split())


def split_label(text: str) -> tuple[str, str]:
    """`Label: rest` into both, without marks; no label gives an empty one."""
    plain = unmarked(text)
    head, colon, rest = plain.partition(":")
    if not colon or (rest and not rest.startswith(" ")):
        return "", plain
    return head.strip(), rest.strip()


def conditional(text: str) -> bool:
    """Whether a wish holds only if there is something to show."""
    return any(_contains(text, cue) for cue in words("conditional"))


def phrases(text: str) -> tuple[str, ...]:
    """What a wish asks for, as phrases: the instruction gone, split at commas, "and", "with".

    >>> phrases("Emphasize MLflow architecture, testing culture, and pipelines")
    ('MLflow architecture', 'testing culture', 'pipelines')
    """
    text = _PARENTHESES.sub(_kept, unmarked(text))
    parts = (_without_verb(part) for part in _DASH.split(text))
    split = (piece for part in parts for piece in _joins().split(part))
    found = (_without_leads(piece.strip(" .;:")) for piece in split)
    return tuple(dict.fromkeys(phrase for phrase in found if _says_something(phrase)))


def _groups(name: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = language_data("en", "record.yaml")[name]
    return groups


def _named(label: str, groups: dict[str, list[str]], *, whole: bool = False) -> str | None:
    """The group with the longest phrase found in a label (or equal to it, when `whole`)."""
    fits = [
        (len(phrase), name)
        for name, named in groups.items()
        for phrase in named
        if (_bare(label) == phrase if whole else _contains(label, phrase))
    ]
    return max(fits)[1] if fits else None


def _bare(label: str) -> str:
    return _EDGES.sub("", " ".join(_NOT_WORDS.sub(" ", label.casefold()).split()))


def _contains(text: str, phrase: str) -> bool:
    return f" {phrase} " in f" {_bare(text)} "


def _kept(matched: re.Match[str]) -> str:
    """What stands in parentheses counts, unless it is the condition of the wish."""
    inside = matched[1]
    return "" if conditional(inside) else f", {inside}"


def _joins() -> re.Pattern[str]:
    joins = "|".join(re.escape(join) for join in sorted(words("joins"), key=len, reverse=True))
    return re.compile(rf"\s*[,;]\s*(?:(?:{joins})\s+)?|\s+(?:{joins})\s+", re.IGNORECASE)


def _without_verb(text: str) -> str:
    return _without_first(text, words("verbs"))


def _without_leads(text: str) -> str:
    while (shorter := _without_first(text, words("leads"))) != text:
        text = shorter
    return text


def _without_first(text: str, openers: Iterable[str]) -> str:
    folded = text.casefold()
    for opener in sorted(openers, key=len, reverse=True):
        if folded.startswith(opener + " "):
            return text[len(opener) :].strip()
    return text


def _says_something(phrase: str) -> bool:
    said = _bare(phrase).split()
    return bool(said) and not all(word in words("empty") for word in said)
