"""Values of advice: one thing to do, and the posting's words held against the page."""

from dataclasses import dataclass
from typing import Literal

ActionKind = Literal["renew", "settle", "confirm", "argue", "print", "move", "rewrite", "write", "spell", "learn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do, as a sentence; `about` are the ids of the requirements that it answers.

    `path` is the bullet to be worked on, empty where it is none.
    """

    kind: ActionKind
    text: str
    about: tuple[str, ...]
    path: str = ""


PhraseState = Literal["printed", "respelled", "implied", "unprinted", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A skill in the posting's words, held against the page as a literal search would.

    `printed`: the page has these words. `respelled`: it says the same otherwise, as `written`. `implied`: it names
    with `written` something that includes it. `unprinted`: the
    profile says it, as `written`, and the page does not. `missing`: the profile does not. `path` is where it is
    written, `about` are the ids of the requirements that say it.
    """

    text: str
    state: PhraseState
    about: tuple[str, ...]
    written: str = ""
    path: str = ""
