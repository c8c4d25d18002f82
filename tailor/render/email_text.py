"""A short letter as the text of an e-mail: subject, greeting, paragraphs, name and how to reach the person."""

from tailor.model.letter import Letter
from tailor.model.plan import Plan
from tailor.render.text import clean


def email(letter: Letter, plan: Plan) -> str:
    """A letter and the plan it belongs to into the text of an e-mail; its subject stands on the first line."""
    basics = plan.profile.basics
    signed = "\n".join(clean(text) for text in (letter.signature, basics.phone, basics.email) if clean(text))
    parts = [letter.subject, letter.salutation, *(paragraph.text for paragraph in letter.paragraphs)]
    told = [clean(part) for part in (*parts, letter.closing) if clean(part)]
    return "\n\n".join([*told, signed]) + "\n"
