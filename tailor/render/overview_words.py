"""What an overview is made of: sections, rows, and the words of overview.yaml."""

from dataclasses import dataclass
from typing import Any

from tailor.model.gaps import PostingFit
from tailor.resources import language_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: a mark, a count or word that leads it, a bar of `share` percent (None: none), text and details."""

    mark: str
    lead: str
    text: str
    share: int | None = None
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows under a heading, with notes below them; `numbered` rows are steps."""

    heading: str
    rows: tuple[Line, ...]
    notes: tuple[str, ...] = ()


def over_words(language: str = "en") -> dict[str, Any]:
    """The words of an overview in one language."""
    data: dict[str, Any] = language_data(language, "overview.yaml")
    return data


def phrase(name: str, /, **fields: object) -> str:
    """A phrase of the overview's words, filled."""
    pattern: str = over_words()[name]
    return pattern.format_map(fields)


def job(fit: PostingFit) -> str:
    """What a posting is called: its title and employer, else its file."""
    page = language_data("en", "gaps.yaml")["page"]
    title = fit.role or fit.title or page["untitled"]
    return str(page["at"]).format(title=title, company=fit.company) if fit.company else str(title)
