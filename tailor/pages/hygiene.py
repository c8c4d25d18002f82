"""What a file holds that a person does not see -> doubts to tell: invisible signs, hidden text, encoded blobs."""

import re

# A sign of no width inside a word hides it from a search; at a word's edge editors leave them by accident.
_INSIDE = re.compile(
    r"(?<=[^\W_])(?:[\u200b\u200c\u2060\ufeff]|&#8203;|&#x200b;|&zwnj;)+(?=[^\W_])", re.IGNORECASE
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_TAGS = re.compile("[\U000e0000-\U000e007f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
# A long run of the letters of base64 that is no word, address or number.
_BLOB = re.compile(r"(?<![\w/.:@=+-])(?=[^\s]*[A-Z])(?=[^\s]*[a-z])(?=[^\s]*\d)[A-Za-z0-9+/]{80,}={0,2}(?![\w.])")
_FEWEST_HIDDEN = 5


def signs(raw: str) -> tuple[str, ...]:
    """The invisible signs of a decoded file, before it is cleaned, as doubts."""
    doubts = []
    if inside := len(_INSIDE.findall(raw)):
        doubts.append(f"{inside} words had invisible signs inside them, which were taken out")
    if _TURNING.search(raw) and not _RIGHT_TO_LEFT.search(raw):
        doubts.append("signs that turn the direction of writing stood in the text, which were taken out")
    if _TAGS.search(raw):
        doubts.append("invisible letters (Unicode tags) stood in the text, which were taken out")
    return tuple(doubts)


def blobs(text: str) -> tuple[str, ...]:
    """The encoded blobs of a page's text as doubts."""
    found = _BLOB.findall(text)
    return (f"the text holds {len(found)} encoded blobs (base64), which nobody reads",) if found else ()


def hidden(words: str) -> tuple[str, ...]:
    """The words that markup hides inside the posting as doubts."""
    shown = " ".join(words.split())
    if len(shown.split()) < _FEWEST_HIDDEN:
        return ()
    short = shown if len(shown) <= 80 else f"{shown[:79]}…"  # noqa: PLR2004 - one line of a terminal
    return (f"text that a page hides from people was left out: “{short}”",)
