"""What only some kinds of resume print of an entry (scope, hours, subjects …) into the line under its title."""

import re
from collections.abc import Sequence

from tailor.model.detail import Detail, said
from tailor.model.profile import Entry
from tailor.render.dates import labels
from tailor.render.sheet import DOT, Piece
from tailor.render.text import clean

_WORD = re.compile(r"[^\W\d_]{4,}")


def detail_notes(entry: Entry, wanted: tuple[str, ...], lang: str) -> tuple[Piece, ...]:
    """The details of an entry that a kind wants into its lines: one for all, one more for each title with some.

    Those of a course of study are longer, and have a line each.
    """
    apart = [(name,) for name in wanted] if entry.section == "education" else [wanted]
    own = [_line(entry.details, names, lang) for names in apart]
    own += [_line(title.details, wanted, lang, before=title) for title in entry.titles]
    return tuple(piece for piece in own if piece)


def labelled(text: str, pattern: str, own: Sequence[str] = ()) -> str:
    """A text with its label, or as it is written where its words say already what the label says.

    `own` are beginnings that say it in other words: "Dissertation on …" needs no "Thesis:".
    """
    begins = text.casefold().startswith(tuple(map(str.casefold, own)))
    return text if begins or _says(text, pattern) else pattern.format(text=text)


def _text(detail: Detail, lang: str) -> str:
    words = labels(lang)
    own = words["own_words"].get(detail.name, ())
    return labelled(clean(detail.text), words["details"].get(detail.name, "{text}"), own)


def _line(
    details: Sequence[Detail], wanted: tuple[str, ...], lang: str, *, before: Entry | None = None
) -> Piece | None:
    held = said(tuple(details), wanted)
    if not held:
        return None
    text = DOT.join(_text(one, lang) for one in held)
    if before is None:
        return Piece(text=text, sources=tuple(one.path for one in held))
    named = labels(lang)["lines"]["detail"].format(title=clean(before.position), text=text)
    return Piece(text=named, sources=(before.at("position"), *(one.path for one in held)))


def _says(text: str, pattern: str) -> bool:
    """Whether a text holds a word of its label, in the singular or the plural: "Grade 5" needs no "Grades:"."""
    words = [word.casefold() for word in _WORD.findall(text)]
    named = [word.casefold() for word in _WORD.findall(pattern.replace("{text}", ""))]
    return any(one.startswith(other) or other.startswith(one) for one in words for other in named)
