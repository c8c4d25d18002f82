"""Values of an application record: the person's own notes and decisions for one posting."""

from dataclasses import dataclass
from typing import Literal

from tailor.model.profile import Profile

OPENING = ("headline", "summary")
"""Names of edits that are no bullets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A wish for one employer, school or project: `target` as written ("Pepsico Head"), phrases to favour.

    A `conditional` phrase ("if applicable", "include any") may favour, and never forces.
    """

    target: str
    section: Literal["work", "education", "projects", ""]
    phrases: tuple[str, ...]
    text: str
    conditional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPoint:
    """An instruction for the letter: it selects what is said and is never printed as written."""

    place: Literal["opening", "body", "company", "closing", ""]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question of the record's personal-connection part, and the person's answer."""

    question: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The person's decisions from the front matter: bullets by id or words, wordings of their own.

    `facts` and `lines` correct what was read from the posting: a fact by its name, a line by its first words.
    `added` are lines of their own for this posting with the entry each belongs to, `relevant` names entries,
    `include` and `exclude` are tags.
    """

    pin: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    edits: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    added: tuple[tuple[str, str], ...] = ()
    relevant: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    @property
    def edited_bullets(self) -> tuple[tuple[str, str], ...]:
        """The edits of bullets: what names the bullet, and the person's own wording of it."""
        return tuple((name, text) for name, text in self.edits if name not in OPENING)

    def wordings(self, profile: Profile) -> dict[str, str]:
        """The person's own wordings by the path of the bullet; a name that means several bullets means none."""
        meant = [(profile.named(name), text) for name, text in self.edited_bullets]
        return {bullets[0].path: text for bullets, text in meant if len(bullets) == 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An application record: what the person decided, wishes and knows about one posting."""

    source: str
    profile: str | None = None
    status: str | None = None
    kind: str | None = None
    theme: str | None = None
    paper: str | None = None
    pages: str | None = None
    lang: str | None = None
    photo: str | None = None
    posting: str | None = None
    applied: str | None = None
    why: str | None = None
    company_details: str = ""
    connection: tuple[Answer, ...] = ()
    key_skills: tuple[str, ...] = ()
    wishes: tuple[Hint, ...] = ()
    hints: tuple[Hint, ...] = ()
    letter_points: tuple[LetterPoint, ...] = ()
    decisions: Decisions = Decisions()


@dataclass(frozen=True, slots=True, kw_only=True)
class HintOutcome:
    """What became of a key skill, wish, hint or letter point: used (with what), or why it was not."""

    text: str
    used: bool
    note: str
