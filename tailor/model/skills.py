"""Values of skills: canonical concepts, and the places where a text names them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A canonical concept. `broader` and `implies` hold ids; both closures are already taken.

    `implies` is one-way: who has shown this skill has shown those. `broader` only says what is near.
    """

    id: str
    name: str
    kind: str
    broader: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where a text names a skill: `text` is verbatim, without a version tail; offsets in characters."""

    skill: Skill
    text: str
    start: int
    end: int
    negated: bool = False


Role = Literal["requirement", "duty", "list", "bullet", "company", "line"]
"""What kind of line a text is: it decides which ambiguous words count ("list" is a list of skills)."""

UNLISTED = "unlisted"
"""The kind of what is read as a skill and stands in no list."""

Find = Callable[[str, Role], tuple[Mention, ...]]
"""A text and the role of its line -> the skills it names, in text order."""
