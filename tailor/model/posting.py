"""Values of a posting: items, requirements, facts, and what was set aside."""

from dataclasses import dataclass
from typing import Literal

from tailor.model.skills import Skill
from tailor.model.text import Span, Stated

Need = Literal["required", "preferred", "responsibility"]
RequirementKind = Literal[
    "skill", "experience", "degree", "licence", "language", "permit", "soft", "logistics", "duty"
]
KnockoutKind = Literal[
    "citizenship", "clearance", "permit", "driving", "licence", "certificate", "degree", "language", "years",
    "travel", "relocation", "shift", "check", "age",
]  # fmt: skip
Remote = Literal["remote", "hybrid", "onsite", "unstated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A verbatim piece of the posting with its need; `why` names the heading, cue or grammar that decided."""

    span: Span
    need: Need
    why: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A line that looked like a requirement or a fact and is none, with the reason."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Salary:
    """Pay as stated, in whole or decimal units of `currency` (ISO 4217) per `period`."""

    minimum: float | None
    maximum: float | None
    currency: str | None
    period: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a posting says about the job itself; None or empty means unstated, never a guess.

    `education` is the lowest level accepted: a word such as "bachelor". `agency` is who hires for somebody else,
    `contact` a person to ask, `apply_to` an e-mail address. `sources` say which fact came from markup and which
    from the text.
    """

    title: str | None
    company: str | None
    locations: tuple[str, ...]
    remote: Remote
    employment_type: str | None
    salary: Salary | None
    min_years: int | None
    education: str | None
    date_posted: str | None
    valid_through: str | None
    url: str | None
    language: str
    agency: str | None = None
    contact: str | None = None
    apply_to: str | None = None
    sources: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A page understood: items in order, facts, lines set aside; `empty` says why there is no item.

    `prose` are the sentences that are none of these; `doubts` say what a reader should look at again.
    """

    items: tuple[Item, ...]
    facts: Facts
    set_aside: tuple[SetAside, ...]
    prose: tuple[Span, ...] = ()
    empty: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that a posting asks for. `skills` are any-of groups: one of each group is enough.

    `source` is "posting", or "record" for a key skill that the applicant's own notes ask to emphasise. `path`
    tells lines that are ways to qualify: "1.2" stands on the second way of the first choice. `min_months` are
    the years asked for in months, which lose nothing of "18 months".
    """

    id: str
    need: Need
    kind: RequirementKind
    span: Span
    skills: tuple[tuple[Skill, ...], ...]
    min_years: int | None
    why: str
    heading: str = ""
    source: Literal["posting", "record"] = "posting"
    path: str = ""
    min_months: int | None = None

    @property
    def text(self) -> str:
        """The verbatim words of the requirement."""
        return self.span.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Knockout:
    """What stops an application at once where it is missing: one thing of one requirement.

    The requirement's span is the quote; one that stands in no list of the posting has an id of its own (k1, …).
    `details` are what the quote says of it, verbatim: the state of a licence, the field of a degree, the level of
    a language. `alone` is False for one of several ways to qualify: who has another way is not stopped.
    """

    kind: KnockoutKind
    requirement: Requirement
    details: tuple[tuple[str, str], ...] = ()
    alone: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A posting as every later stage sees it. `text` is the decoded text that all spans point into."""

    source: str
    format: str
    text: str
    facts: Facts
    requirements: tuple[Requirement, ...]
    knockouts: tuple[Knockout, ...]
    set_aside: tuple[SetAside, ...]
    skills: tuple[Skill, ...]
    empty: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def company(self) -> str:
        """The company's name, or an empty string when the posting names none."""
        return self.facts.company or ""

    @property
    def title(self) -> str:
        """The job's title, or an empty string when the posting states none."""
        return self.facts.title or ""
