"""Which families a page needs: those it is set in, those behind them, and a workspace's own, as its text asks."""

import html as markup
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from tailor.pdf.faces import named_families, signs_of
from tailor.pdf.own_fonts import own_families

PLAIN_FONT = "Source Sans 3"
"""What a page is set in whose style names no family in quotes."""

_EVERYWHERE = frozenset({*range(0x20, 0x7F), *range(0xBF, 0x100), *map(ord, "–—‘’“”•…·«»°§£€")})
"""What each family of the font package has: reading which signs a font has takes 10 to 40 ms."""

_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_TAG = re.compile(r"<[^>]*>")
_LAST = re.compile(r'((?:"[^"\n]+"\s*,\s*)+)(?=[\w-]+\s*;)')


def families_for(html: str, own: Path | None = None) -> tuple[str, ...]:
    """A page's HTML into the families that it is set in, and as many of those behind as its text needs."""
    first, behind = named_families(html)
    chosen = first or (PLAIN_FONT,)
    missing = _lacking(_signs(html), chosen, own)
    for name in (*behind, *(own_families(own) if missing else ())):
        if missing & signs_of(name, own):
            chosen, missing = (*chosen, name), missing - signs_of(name, own)
    return chosen


def stacked(html: str, families: Sequence[str]) -> str:
    """A page's HTML whose lists of families name further ones at their end."""
    head, tag, rest = html.partition("<style>")
    style, end, body = rest.partition("</style>")
    named = {name for names in named_families(html) for name in names}
    more = "".join(f'"{name}", ' for name in families if name not in named)
    return html if not more else f"{head}{tag}{_LAST.sub(lambda found: found[1] + more, style)}{end}{body}"


def _lacking(signs: frozenset[int], families: Sequence[str], own: Path | None) -> frozenset[int]:
    """The signs that some of the families has not: which of them sets a sign is the style's affair."""
    return frozenset().union(*(signs - signs_of(name, own) for name in families)) if signs else signs


def _signs(html: str) -> frozenset[int]:
    """The code points of a page's text beyond those that every family has."""
    text = markup.unescape(_TAG.sub("", html.partition("<body")[2]))
    return frozenset(_seen(set(text))) - _EVERYWHERE


def _seen(signs: set[str]) -> Iterator[int]:
    return (ord(sign) for sign in signs if unicodedata.category(sign) not in _UNSEEN)
