"""Text into the HTML of a page: escaped, and marked where a line must not break."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from tailor.render.sheet import Row
from tailor.render.text import MOST_KEPT, closed, keeps, parts

if TYPE_CHECKING:
    from markupsafe import Markup


@lru_cache(maxsize=MOST_KEPT)
def words(text: str) -> "Markup":
    """Running text into HTML whose keywords and last words stay together."""
    return _marked(parts(text))


@lru_cache(maxsize=MOST_KEPT)
def kept(text: str) -> "Markup":
    """A piece of a list into HTML that stays on one line where it is short enough."""
    return _marked([(text, True)]) if keeps(text) else words(text)


def row_words(row: Row) -> "Markup":
    """What stands behind a row's label into HTML; its last line is more than a year or another short word."""
    texts = [piece.text for piece in row.words]
    pieces = [f"{text}{row.joint}" for text in texts[:-1]] + texts[-1:]
    found = [piece for text in pieces for piece in ([(text, True)] if keeps(text) else parts(text))]
    label = len(row.label.text) if row.label else 0
    glue = [(row.glue, False)] if row.label and texts else []
    return _marked(closed([*glue, *found], before=label))


def _marked(pieces: Iterable[tuple[str, bool]]) -> "Markup":
    from markupsafe import Markup, escape  # noqa: PLC0415 - heavy imports late

    written = (f'<span class="w">{escape(text)}</span>' if whole else escape(text) for text, whole in pieces)
    return Markup("".join(written))  # noqa: S704 - each piece is escaped
