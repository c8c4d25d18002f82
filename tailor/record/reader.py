"""A page into a Record: decisions from its front matter, wishes and knowledge from its notes."""

from tailor.model.record import Record
from tailor.model.text import Page
from tailor.record.front import Front, read_front
from tailor.record.notes import read_notes


def read_record(page: Page) -> Record | None:
    """A page's front matter and notes into the person's record; None if it has neither.

    What the front matter says outright wins over the notes. Raises `InputError` with every fault of the
    front matter: unknown keys with the nearest known one, wrong types, broken YAML.
    """
    front = read_front(page) if page.front.strip() else None
    if front is None and not page.notes:
        return None
    front = front or Front()
    notes = read_notes(page.notes)
    return Record(
        source=page.source,
        **front.texts,
        status=front.status or _first([*notes.status, *_stated(page, "status")]),
        applied=front.applied or _first([*notes.applied, *_stated(page, "applied")]),
        company_details="\n".join(notes.company_details),
        connection=tuple(notes.connection),
        key_skills=tuple(dict.fromkeys(notes.key_skills)),
        wishes=tuple(notes.wishes),
        hints=tuple(notes.hints),
        letter_points=tuple(notes.letter_points),
        decisions=front.decisions,
    )


def _first(texts: list[str]) -> str | None:
    return next((text for text in texts if text), None)


def _stated(page: Page, name: str) -> list[str]:
    return [fact.value for fact in page.stated if fact.name == name]
