"""A letter into the page as it is printed, in the look of its resume."""

from tailor.model.document import Style
from tailor.model.letter import Letter, Paragraph
from tailor.model.plan import Plan
from tailor.render.dates import labels
from tailor.render.resume_sheet import plan_header
from tailor.render.sheet import LetterSheet, Piece
from tailor.render.text import clean


def letter_sheet(letter: Letter, plan: Plan, style: Style) -> LetterSheet:
    """A letter and the plan it belongs to into its sheet; the head is the resume's."""
    words = labels(style.lang)
    below = clean(letter.ending) or enclosed(letter, style)
    return LetterSheet(
        title=words["titles"]["letter"].format(name=clean(plan.profile.basics.name)),
        header=plan_header(plan),
        date=_piece(letter.date, "date"),
        recipient=tuple(_piece(line, "recipient") for line in letter.recipient if clean(line)),
        subject=_piece(letter.subject, "subject") if clean(letter.subject) else None,
        salutation=_piece(letter.salutation, "salutation"),
        paragraphs=tuple(_paragraph(paragraph) for paragraph in letter.paragraphs if clean(paragraph.text)),
        closing=_piece(letter.closing, "closing"),
        signature=_piece(letter.signature, "signature"),
        enclosures=_piece(below, "enclosures") if below else None,
    )


def enclosed(letter: Letter, style: Style) -> str:
    """The line that lists a letter's enclosures; empty for a letter without."""
    names = ", ".join(clean(name) for name in letter.enclosures)
    pattern = labels(style.lang)["lines"]["enclosures" if len(letter.enclosures) > 1 else "enclosure"]
    return str(pattern.format(names=names)) if names else ""


def _paragraph(paragraph: Paragraph) -> Piece:
    sources = dict.fromkeys(source for sentence in paragraph.sentences for source in sentence.sources)
    return Piece(text=clean(paragraph.text), sources=tuple(sources))


def _piece(text: str, part: str) -> Piece:
    return Piece(text=clean(text), sources=(f"letter:{part}",))
