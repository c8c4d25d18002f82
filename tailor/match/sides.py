"""The two sides that are compared: what is asked, and what a bullet says."""

from dataclasses import dataclass

from tailor.match.concepts import Concepts


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Something asked: the words and concepts to look for, and its weight in a bullet's score.

    `titled` says that the title a bullet's work was done under speaks for it, too.
    """

    text: str
    concepts: Concepts
    weight: float
    titled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One wording of a bullet, with the concepts it shows and those of the title it stands under."""

    text: str
    concepts: Concepts
    title: frozenset[str] = frozenset()
