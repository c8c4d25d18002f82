"""The text that stands in many fields of a JSON answer -> pieces: beside the main text, or where there is none."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tailor.pages.blocks import Piece
from tailor.pages.decoding import clean, unescape
from tailor.pages.jsonld import bare
from tailor.pages.markup import text_to_pieces

# Fragments of the names of fields that hold parts of an advert, in the spellings of the interfaces known.
_PARTS = re.compile(
    r"(?i)requirement|qualification|responsib|dut(?:y|ies)|skill|benefit|perk|experience|education|desirable|essential"
    r"|preferred|criteria|profile|highlight|task|about|description|what|who|mission|offer|body|section"
)
# Fields that repeat the text for search engines, guess at it, or speak of something else.
_NEVER = re.compile(
    r"(?i)seo|meta|snippet|plain|url|link|slug|track|teaser|keyword|extract|parsed|predict|score|similar|html_?css"
    r"|formation|competence|salaire|salary|compensation|location|employer_?logo"
)
_SHORTEST = 40
"""Characters of a text beside the main one; a shorter one is a label."""

_DEEPEST = 8
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])|_+|-+")
_FEWEST_WORDS = 2


def beside(answer: Mapping[str, Any], main: str, said: str) -> Iterator[Piece]:
    """The pieces of the fields beside the main text that it does not hold, each field below its name.

    `said` are the bare words of the main text.
    """
    for name, value in answer.items():
        if name != main and _PARTS.search(name) and not _NEVER.search(name):
            pieces = [piece for piece in _pieces(value, 0) if bare(piece.text) not in said]
            if sum(len(piece.text) for piece in pieces if piece.kind != "heading") >= _SHORTEST:
                yield Piece(text=title_of(name), kind="heading", level=2)
                yield from pieces


def scattered(value: object) -> tuple[Piece, ...]:
    """All running text of a value of unknown shape, field by field: names are headings, members of lists items."""
    return tuple(_pieces(value, 0))


def title_of(name: str) -> str:
    """The name of a field as a heading: "jobRequirements" is "Job requirements"."""
    return " ".join(_CAMEL.sub(" ", name).split()).capitalize()


def _pieces(value: object, depth: int) -> Iterator[Piece]:
    if isinstance(value, str):
        yield from text_to_pieces(unescape(clean(value)))
    elif isinstance(value, list) and depth < _DEEPEST:
        yield from _members(value, depth)
    elif isinstance(value, Mapping) and depth < _DEEPEST:
        yield from _fields(value, depth)


def _members(values: list[object], depth: int) -> Iterator[Piece]:
    for value in values:
        if isinstance(value, str) and "\n" not in value and "<" not in value:
            yield Piece(text=clean(value), kind="item", level=1)
        elif isinstance(value, Mapping) and (row := _row(value)):
            yield row
        else:
            yield from _pieces(value, depth + 1)


def _row(value: Mapping[str, Any]) -> Piece | None:
    """A member of a list that holds one sentence and marks of it, as an item: {"text": …, "type": "Essential"}."""
    texts = [clean(str(each)) for each in value.values() if isinstance(each, str) and each.strip()]
    long = [text for text in texts if len(text.split()) > _FEWEST_WORDS]
    if len(long) != 1 or any(isinstance(each, list | Mapping) for each in value.values()):
        return None
    marks = [text for text in texts if text not in long and text[:1].isupper() and len(text) > _FEWEST_WORDS]
    return Piece(text=f"{long[0]} ({marks[0]})" if marks else long[0], kind="item", level=1)


def _says(piece: Piece) -> bool:
    """Whether a piece is more than a value: a member of a list may be one word, "Python"."""
    return piece.kind == "item" or len(piece.text.split()) >= _FEWEST_WORDS


def _fields(value: Mapping[str, Any], depth: int) -> Iterator[Piece]:
    for name, inner in value.items():
        if _NEVER.search(name):
            continue
        pieces = [piece for piece in _pieces(inner, depth + 1) if _says(piece)]
        if any(piece.kind != "heading" for piece in pieces):
            yield Piece(text=title_of(name), kind="heading", level=min(depth + 2, 6))
            yield from pieces
