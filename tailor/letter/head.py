"""What stands around the paragraphs of a letter: date, recipient, subject, salutation, enclosures."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from tailor.letter.addressee import Addressee, addressee
from tailor.letter.forms import with_forms
from tailor.letter.patterns import Voice
from tailor.letter.titles import reference
from tailor.letter.words import first_word, letter_data, spoken_language
from tailor.model.letter import Letter, Paragraph
from tailor.model.plan import Plan
from tailor.model.posting import Posting


def headed(
    plan: Plan, voice: Voice, paragraphs: Sequence[Paragraph], today: dt.date, *, short: bool = False
) -> Letter:
    """Paragraphs into a letter with its head and its end, as the language spoken has them."""
    data, posting = letter_data(), plan.posting
    person, place = addressee(posting), _address(posting)
    to = (person.name, person.title) if person else (data["recipient"],)
    first = (posting.company, *to) if data["company_first"] else (*to, posting.company)
    lines = (*first, *(place[0] if place else ()))
    salutation = _salutation(voice, person)
    closing = (short and data["closing_word_short"]) or data["closing_word"]
    sources = (*((person.source,) if person else ()), *((place[1],) if place else ()))
    return Letter(
        date=_date(today, plan.profile.basics.location),
        recipient=tuple(line for line in lines if line),
        recipient_sources=sources,
        subject=_subject(plan, voice, short=short),
        salutation=salutation,
        paragraphs=_after_salutation(paragraphs),
        closing=closing.format(salutation=salutation),
        signature=plan.profile.basics.name,
        lang=spoken_language(),
        enclosures=tuple(data["enclosures"]) if voice.facts.get("resume", data["resume"]) else (),
    )


def _date(today: dt.date, location: str) -> str:
    """The day in words; with the person's town before it where the language has it so."""
    data = letter_data()
    form = data["date_first"] if today.day == 1 and data["date_first"] else data["date"]
    month = data["months"][today.month - 1]
    written: str = form.format(month=month, day=today.day, year=today.year, number=today.month)
    town = location.partition(",")[0].strip()
    return str(data["date_place"].format(place=town, date=written)) if town and data["date_place"] else written


def _after_salutation(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, the first with a small beginning where a language goes on in small after its salutation."""
    if not paragraphs or first_word(paragraphs[0].text) not in letter_data()["small_after_salutation"]:
        return tuple(paragraphs)
    first, *rest = paragraphs[0].sentences
    small = replace(first, text=f"{first.text[:1].lower()}{first.text[1:]}")
    return (replace(paragraphs[0], sentences=(small, *rest)), *paragraphs[1:])


def _subject(plan: Plan, voice: Voice, *, short: bool) -> str:
    data = letter_data()
    if not voice.facts.get("title"):
        return ""
    pattern = data["subject_company"] if plan.posting.company else data["subject"]
    subject: str = pattern.format_map(with_forms({**voice.facts, "title": voice.facts["full_title"]}))
    number = reference(plan.posting)
    subject = data["subject_reference"].format(subject=subject, reference=number) if number else subject
    return str(data["subject_line"].format(subject=subject)) if data["subject_line"] and not short else subject


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
