"""Words of requirements and profiles as the gap report compares and speaks them."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from tailor.model.skills import Skill
from tailor.resources import language_data

# Two words are akin when their common beginning has at least this share of the longer one, and 4 letters:
# "nurse" and "nursing", "teacher" and "teaching", not "data" and "database". Read off title and field pairs.
_SHARE = 0.57
_LEAST = 4
# A label before a requirement has at most this many words.
_LABEL = 5


def gap_data(language: str = "en") -> dict[str, Any]:
    """The cues and sentences of the gap report in one language."""
    data: dict[str, Any] = language_data(language, "gaps.yaml")
    return data


def sentence(group: str, name: str, /, **fields: object) -> str:
    """A sentence of the language's data, filled: `sentence("reasons", "years_short", years="2 years", ...)`."""
    pattern: str = gap_data()[group][name]
    return pattern.format_map(fields)


def tokens(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"[^\W_]+", text.casefold())


def without(text: str, stop: Iterable[str]) -> tuple[str, ...]:
    """The folded words of a text that are not in a stop list, each once, without bare numbers."""
    left_out = set(stop)
    return tuple(dict.fromkeys(w for w in tokens(text) if w not in left_out and not w.isdigit()))


def akin(one: str, other: str) -> bool:
    """Whether two folded words are forms of one another; with a figure in one, only where they are the same."""
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    common = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        common += 1
    return common >= max(_LEAST, _SHARE * max(len(one), len(other)))


def any_akin(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a word of one text is akin to a word of another."""
    held = tuple(others)
    return any(akin(one, other) for one in some for other in held)


def cues_in(text: str, cues: Iterable[str]) -> tuple[str, ...]:
    """The cues that stand in a text as whole words; a cue written with a capital must match case."""
    flat = " ".join(text.replace("’", "'").split())
    return tuple(cue for cue in cues if _cue(cue).search(flat))


def joined(items: Sequence[str], word: str = "list_and") -> str:
    """Items as one phrase: "a", "a and b", "a, b and c"; `word` names the joining word."""
    if len(items) < 2:  # noqa: PLR2004 - one item needs no joining word
        return "".join(items)
    return f"{', '.join(items[:-1])} {gap_data()[word]} {items[-1]}"


def inside(skill: Skill) -> str:
    """A skill's name as it stands inside a sentence: common nouns with a small first letter."""
    head = skill.name.split(" ")[0]
    common = (
        skill.kind in gap_data()["common_kinds"] and head[1:].islower() and head not in gap_data()["proper_starts"]
    )
    return skill.name[:1].lower() + skill.name[1:] if common else skill.name


def opened(text: str) -> str:
    """A text with a capital first letter."""
    return text[:1].upper() + text[1:]


def number(count: int) -> str:
    """A count in words up to nine."""
    return str(gap_data()["numbers"].get(count, count))


def shortened(text: str, most: int = 12) -> str:
    """A text cut to its first words, with an ellipsis where something is cut."""
    held = text.split()
    if len(held) <= most:
        return text.strip().rstrip(".;,")
    return f"{' '.join(held[:most]).rstrip('.,;:')} …"


def without_label(text: str) -> str:
    """A text without the short label before it: "Data Pipelines: Build ..." -> "Build ..."."""
    found = re.match(r"[^:.;]{2,60}:\s+(?=\w)", text.strip())
    labelled = found is not None and len(found.group().split()) <= _LABEL and len(text.split()) > 2 * _LABEL
    return text.strip()[found.end() :] if found and labelled else text.strip()


@cache
def _cue(cue: str) -> re.Pattern[str]:
    flags = 0 if any(char.isupper() for char in cue) else re.IGNORECASE
    return re.compile(rf"(?<![\w.]){re.escape(cue)}(?![\w+#])", flags)
