"""Where the work is."""

import re
from collections.abc import Sequence

from tailor.posting.patterns import entries, labelled, pattern, per_language, phrases, straight, words
from tailor.resources import language_data

_FILE = "facts.yaml"
_SEVERAL = re.compile(r"\s*(?:;|\s/\s|\s\|\s|\n)\s*")
_POSTCODE = re.compile(r"\A\s*\d{2,6}\s*[-–]?\s*(?=[^\W\d])")
_BRACKET = re.compile(r"\(([^()]*)\)")
_HEADER_PLACE = re.compile(
    r"\s*(?P<town>[^\W\d_][^\d,|:;()]{1,30}),\s*(?P<region>[A-Z][A-Za-zÀ-ÿ. ]{1,24}?)(?:,\s*[A-Z][A-Za-z. ]+)?"
    r"\s*\d{0,5}\s*(?:\([^()]*\))?\s*\Z"
)
_DASH = re.compile(r"\s+[–—-]\s+")
_MOST_WORDS = 9


def clean_places(values: Sequence[str]) -> tuple[str, ...]:
    """Places as stated, without street, post code, and remarks on remote work; nothing that is no place."""
    found: list[str] = []
    for value in values:
        for part in _SEVERAL.split(value):
            place = _clean(part)
            if place and place not in found:
                found.append(place)
    return tuple(found)


def places_in_header(lines: Sequence[str]) -> tuple[str, ...]:
    """Places that stand without a label on the first lines or header parts: "Roswell, New Mexico", "Leeds, UK"."""
    found = (_HEADER_PLACE.match(straight(line)) for line in lines)
    named = [match for match in found if match and is_region(match.group("region"))]
    return clean_places([f"{match.group('town')}, {match.group('region')}" for match in named])


def places_in_text(texts: Sequence[str]) -> tuple[str, ...]:
    """The place that the first telling sentence names as that of the work: "based in Leeds"."""
    for text in texts:
        for named in _expressions():
            if found := named.search(straight(text)):
                return clean_places([found.group("name")])
    return ()


@per_language
def _expressions() -> tuple[re.Pattern[str], ...]:
    """Expressions as written: names are told by their capitals."""
    return tuple(re.compile(entry.replace(" ", r"\s+")) for entry in entries(_FILE, "place", "named"))


def has_region(text: str) -> bool:
    """Whether a text ends with the name or the letters of a region or country: "Boise ID", "Leeds, UK"."""
    tail = re.split(r",\s*|\s+(?=[A-Z]{2,3}\Z)", straight(text).strip(" .()"))
    return len(tail) > 1 and (
        is_region(tail[-1]) or " ".join(words(tail[-1])) in phrases(_FILE, "place", "letters")
    )


def home_currency(texts: Sequence[str]) -> str:
    """The currency of the country that the first of some texts names, where its dollars are not American."""
    for text in texts:
        for currency, names in labelled(_FILE, "place", "dollars"):
            if names.search(straight(text)):
                return currency
    return ""


def is_region(region: str) -> bool:
    """Whether a text is the name or the two letters of a region or country."""
    return bool(re.fullmatch(r"[A-Z]{2}", region)) or " ".join(words(region)) in phrases(_FILE, "place", "regions")


def _clean(value: str) -> str:
    text = pattern(_FILE, "place", "cut").sub(" ", straight(value)) if not _plain_remote(value) else value
    text = re.sub(language_data("en", _FILE)["place"]["street"] + r"\s*,?", "", text, flags=re.IGNORECASE)
    text = _POSTCODE.sub("", _BRACKET.sub(_bracketed, text))
    text = re.sub(r"\s*,[\s,]*", ", ", " ".join(text.split())).strip(" ,.:;-–—·|")
    text = _behind_house(_behind_label(text))
    too_long = len(text.split()) > _MOST_WORDS or text.endswith(("!", "?"))
    text = without_branch(text)
    return "" if too_long or " ".join(words(text)) in phrases(_FILE, "place", "never") or not words(text) else text


def _behind_label(text: str) -> str:
    """A place without the label that lost its colon: "Location Toledo, OH"."""
    label, _, rest = text.partition(" ")
    known = {" ".join(words(one)) for one in entries(_FILE, "labels", "location")}
    return rest if rest[:1].isupper() and label.istitle() and label.lower() in known - {"base", "city"} else text


def _behind_house(text: str) -> str:
    """A place without the house that stands before it: "Saint Brennan Medical Center - Zanesville, OH"."""
    parts = _DASH.split(text)
    return parts[-1] if len(parts) > 1 and has_region(parts[-1]) and not has_region(parts[0]) else text


def is_where(name: str, texts: Sequence[str]) -> bool:
    """Whether a posting speaks of a name as of a town: "our team in Pune"."""
    before, behind = ("|".join(entries(_FILE, "place", key)) for key in ("before", "branch"))
    own = re.escape(name)
    stands = re.compile(rf"(?<!\w)(?:(?i:{before}) {own}|{own} (?:{behind}))(?!\w)")
    return any(stands.search(text) for text in texts)


def without_branch(text: str) -> str:
    """A town without the word for the house in it: "Kettering branch"."""
    head, _, last = text.rpartition(" ")
    return head if head and pattern(_FILE, "place", "branch").fullmatch(last.lower()) else text


def _bracketed(found: re.Match[str]) -> str:
    """A bracket that holds a region or country goes on after a comma; one with other remarks is dropped."""
    inner = found.group(1).strip()
    plain = inner[:1].isupper() and len(inner.split()) <= 3 and not re.search(r"\d", inner)  # noqa: PLR2004
    return f", {inner}, " if plain else " "


def _plain_remote(value: str) -> bool:
    """Whether a value such as "Remote, Italy" is a place as stated."""
    return "," in value and len(value.split()) <= 4 and not re.search(r"\d", value)  # noqa: PLR2004 - no sentence
