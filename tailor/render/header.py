"""The head of both documents: name, headline, and how to reach the person."""

from tailor.model.profile import Basics, Link
from tailor.render.sheet import Header, Piece
from tailor.render.text import clean, safe_link, short_link

CONTACT_LINE = 92
"""Characters of contact data that one centred line holds (measured: EB Garamond, 6.3 inches, 11 pt)."""

BESIDE_PHOTO = 60
"""The same between a photo and as much space on the other side."""

GAP = 3
"""Characters that stand between two pieces of contact data."""


def header(basics: Basics, headline: Piece | None, facts: tuple[Piece, ...] = (), photo: str = "") -> Header:
    """Who the person is into the head of a document; what the profile leaves empty is left out.

    `facts` stand in lines of their own, the last.
    """
    reach = [_location(basics), _phone(basics), _email(basics)]
    pages = [_page(basics.url, "basics.url"), *(_link(link, index) for index, link in enumerate(basics.links))]
    longest = BESIDE_PHOTO if photo else CONTACT_LINE
    return Header(
        name=Piece(text=clean(basics.name), sources=("basics.name",)),
        headline=headline,
        contact=(
            *_lines([piece for piece in reach if piece], [piece for piece in pages if piece], longest),
            *_filled(list(facts), longest),
        ),
        photo=photo,
    )


def _lines(reach: list[Piece], pages: list[Piece], longest: int) -> tuple[tuple[Piece, ...], ...]:
    """One line where all fits, else the person's data above and the pages below, broken between pieces."""
    if _length([*reach, *pages]) <= longest:
        return ((*reach, *pages),) if reach or pages else ()
    return (*_filled(reach, longest), *_filled(pages, longest))


def _filled(pieces: list[Piece], longest: int) -> list[tuple[Piece, ...]]:
    lines: list[list[Piece]] = []
    for piece in pieces:
        if lines and _length([*lines[-1], piece]) <= longest:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [tuple(line) for line in lines]


def _length(pieces: list[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces) + GAP * (len(pieces) - 1)


def _location(basics: Basics) -> Piece | None:
    return _piece(basics.location, "basics.location")


def _phone(basics: Basics) -> Piece | None:
    digits = "".join(sign for sign in clean(basics.phone) if sign.isdecimal() or sign == "+")
    return _piece(basics.phone, "basics.phone", f"tel:{digits}" if digits else "")


def _email(basics: Basics) -> Piece | None:
    return _piece(basics.email, "basics.email", safe_link(f"mailto:{clean(basics.email)}"))


def _link(link: Link, index: int) -> Piece | None:
    source = f"basics.profiles[{index}]"
    if page := _page(link.url, source):
        return page
    named = ": ".join(part for part in (link.network, link.username) if part)
    return _piece(named, source)


def _page(url: str, source: str) -> Piece | None:
    href = safe_link(url)
    return _piece(short_link(url), source, href) if href else None


def _piece(text: str, source: str, href: str = "") -> Piece | None:
    cleaned = clean(text)
    return Piece(text=cleaned, sources=(source,), href=href) if cleaned else None
