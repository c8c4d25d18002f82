"""Plans and letters into the pages people see: HTML, Markdown, text and Word as views of one structure."""

from typing import Literal

from tailor.errors import ChoiceError
from tailor.model.document import PrintedLine, Style
from tailor.model.letter import Letter
from tailor.model.plan import Plan
from tailor.render.dates import labels
from tailor.render.docx_document import docx_document
from tailor.render.email_text import email
from tailor.render.json_resume import json_resume
from tailor.render.letter_sheet import enclosed, letter_sheet
from tailor.render.page import page
from tailor.render.resume_sheet import resume_sheet
from tailor.render.sheet import LetterSheet, ResumeSheet
from tailor.render.text import clean
from tailor.render.theme import Theme, read_theme, theme_names
from tailor.render.views import markdown, plain_text, printed_lines

__all__ = [
    "TextFormat",
    "Theme",
    "application_title",
    "email",
    "enclosed",
    "letter",
    "letter_docx",
    "letter_lines",
    "read_theme",
    "resume",
    "resume_docx",
    "resume_lines",
    "theme_names",
]

TextFormat = Literal["html", "md", "txt", "json"]


def resume(plan: Plan, theme: Theme, style: Style, format: TextFormat) -> str:  # noqa: A002 - the field's word
    """A plan into its resume as HTML (the page that becomes the PDF), Markdown, plain text or JSON Resume.

    Raises `ChoiceError` for a format or theme option there is not, `InputError` for a faulty template.
    """
    if format == "json":
        return json_resume(plan)
    return _written(resume_sheet(plan, style), theme, style, format)


def letter(letter: Letter, plan: Plan, theme: Theme, style: Style, format: TextFormat) -> str:  # noqa: A002 - the field's word; the wall between the stages
    """A letter and the plan it belongs to into HTML, Markdown or plain text, in the look of the resume."""
    return _written(letter_sheet(letter, plan, style), theme, style, format)


def resume_docx(plan: Plan, theme: Theme, style: Style, *, day: str) -> bytes:
    """A plan into its resume as a Word document of a day (ISO)."""
    return docx_document(resume_sheet(plan, style), theme, style, day)


def letter_docx(letter: Letter, plan: Plan, theme: Theme, style: Style, *, day: str) -> bytes:
    """A letter and the plan it belongs to into a Word document of a day (ISO)."""
    return docx_document(letter_sheet(letter, plan, style), theme, style, day)


def application_title(plan: Plan, style: Style) -> str:
    """What a file that holds both letter and resume is called."""
    return str(labels(style.lang)["titles"]["application"].format(name=clean(plan.profile.basics.name)))


def resume_lines(plan: Plan, style: Style) -> tuple[PrintedLine, ...]:
    """Every printed line of a resume in reading order, with the paths it comes from."""
    return printed_lines(resume_sheet(plan, style))


def letter_lines(letter: Letter, plan: Plan, style: Style) -> tuple[PrintedLine, ...]:
    """Every printed line of a letter in reading order, with the paths it comes from."""
    return printed_lines(letter_sheet(letter, plan, style))


def _written(sheet: ResumeSheet | LetterSheet, theme: Theme, style: Style, form: str) -> str:
    if form == "html":
        return page(sheet, theme, style)
    if form == "md":
        return markdown(sheet)
    if form == "txt":
        return plain_text(sheet)
    raise ChoiceError(f"there is no format {form!r} for pages; choose html, md or txt")
