"""Characters that software does not take for what a person sees: told by name, with the words around them."""

import unicodedata

_NAMED = frozenset("\u2010\u2011\ufffd")
_LIGATURES = frozenset(chr(code) for code in range(0xFB00, 0xFB07))
_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Mn", "Zs", "Zl", "Zp"})
_PLAIN = frozenset("\t\n\r\f\ufffe")
_AROUND = 24


def odd_signs(text: str) -> dict[str, int]:
    """A reader's text into its odd characters, each with the first place where it stands.

    Odd are spaces and hyphens that no search finds, ligatures with a code of their own, accents apart from their
    letters, controls, private and replacement characters.
    """
    found: dict[str, int] = {}
    for sign in set(text):
        if _is_odd(sign):
            found[sign] = text.index(sign)
    return dict(sorted(found.items(), key=lambda one: one[1]))


def sign_name(sign: str) -> str:
    """A character as people look it up: `U+00A0 NO-BREAK SPACE`."""
    kind = {"Co": "PRIVATE USE", "Cc": "CONTROL"}.get(unicodedata.category(sign), "UNNAMED")
    return f"U+{ord(sign):04X} {unicodedata.name(sign, kind)}"


def around(text: str, at: int) -> str:
    """The words around a place of a text, as far as its line goes."""
    start = max(text.rfind("\n", 0, at) + 1, at - _AROUND)
    end = min(text.find("\n", at) % (len(text) + 1), at + _AROUND)
    return text[start:end].strip()


def _is_odd(sign: str) -> bool:
    if sign.isascii() and sign.isprintable():
        return False
    return sign not in _PLAIN and (
        sign in _NAMED or sign in _LIGATURES or unicodedata.category(sign) in _CATEGORIES
    )
