"""What stands around the paragraphs of a letter: date, recipient, subject, salutation, enclosures."""

import datetime as dt
import re
from collections.abc import Sequence

from tailor.letter.addressee import Addressee, addressee
from tailor.letter.patterns import Voice
from tailor.letter.titles import reference
from tailor.letter.words import letter_data, plain_name
from tailor.model.letter import Letter, Paragraph
from tailor.model.plan import Plan
from tailor.model.posting import Posting


def headed(plan: Plan, voice: Voice, paragraphs: Sequence[Paragraph], today: dt.date) -> Letter:
    """Paragraphs into a letter with its head and its end, as the language spoken has them."""
    data, posting = letter_data(), plan.posting
    person, place = addressee(posting), _address(posting)
    to = (person.name, person.title) if person else (data["recipient"],)
    lines = (*to, posting.company, *(place[0] if place else ()))
    sources = (*((person.source,) if person else ()), *((place[1],) if place else ()))
    return Letter(
        date=_date(today, plan.profile.basics.location),
        recipient=tuple(line for line in lines if line),
        recipient_sources=sources,
        subject=_subject(plan, voice.facts.get("title", "")),
        salutation=_salutation(voice, person),
        paragraphs=tuple(paragraphs),
        closing=data["closing_word"],
        signature=plan.profile.basics.name,
        enclosures=tuple(data["enclosures"]),
    )


def _date(today: dt.date, location: str) -> str:
    """The day in words; with the person's town before it where the language has it so."""
    data = letter_data()
    form = data["date_first"] if today.day == 1 and data["date_first"] else data["date"]
    month = data["months"][today.month - 1]
    written: str = form.format(month=month, day=today.day, year=today.year, number=today.month)
    town = location.partition(",")[0].strip()
    return str(data["date_place"].format(place=town, date=written)) if town and data["date_place"] else written


def _subject(plan: Plan, title: str) -> str:
    data = letter_data()
    if not title:
        return ""
    pattern = data["subject_company"] if plan.posting.company else data["subject"]
    subject: str = pattern.format(title=title, company=plain_name(plan.posting.company))
    number = reference(plan.posting)
    return data["subject_reference"].format(subject=subject, reference=number) if number else subject


def _salutation(voice: Voice, person: Addressee | None) -> str:
    if person:
        return person.salutation
    choices: list[str] = letter_data()["salutation"]
    if not voice.facts.get("company"):
        return choices[0]
    return voice.choose("salutation", choices).format_map(voice.facts)


def _address(posting: Posting) -> tuple[tuple[str, ...], str] | None:
    """The one street and town that a posting gives, as lines, with their place in its text."""
    hits = [hit for form in letter_data()["addresses"] for hit in re.finditer(form, posting.text)]
    if len({" ".join(hit.group().split()) for hit in hits}) != 1:
        return None
    hit = hits[0]
    lines = tuple(" ".join(part.split()).strip(" ,") for part in hit.groups() if part)
    return lines, f"posting:{hit.start()}-{hit.end()}"
