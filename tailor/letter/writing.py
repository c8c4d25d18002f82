"""A plan, a ranking and the person's notes into a letter: opening, evidence, company, closing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tailor.letter.about import about_me
from tailor.letter.bridging import bridges
from tailor.letter.checks import MOST_WORDS, names_of
from tailor.letter.evidence import choose_evidence
from tailor.letter.head import headed
from tailor.letter.introducing import introduction
from tailor.letter.material import Material
from tailor.letter.moves import (
    closing_paragraphs,
    company_paragraph,
    evidence_paragraphs,
    gap_paragraph,
    opening_paragraph,
)
from tailor.letter.patterns import Voice
from tailor.letter.points import select
from tailor.letter.rhythm import rhythm_faults, share_of_i
from tailor.letter.short import short_paragraphs
from tailor.letter.titles import brief_title, is_spoken, named_title, said_title
from tailor.letter.unfinished import outcomes, unfinished, unwanted
from tailor.letter.words import letter_data, plain_name, said_name, spoken, with_article
from tailor.model.letter import Letter, Paragraph
from tailor.model.plan import Plan, Ranking
from tailor.model.skills import Find

# A letter that comes out with a repetition is written again with other patterns, so many times.
_ATTEMPTS = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWish:
    """What is wanted of a letter: another draft (`variant`), the short form for an e-mail, a region's language.

    Without `lang` it is the profile's.
    """

    variant: int = 0
    short: bool = False
    lang: str = ""


AS_USUAL = LetterWish()


def write_letter(
    plan: Plan, ranking: Ranking, *, today: dt.date, find: Find, wish: LetterWish = AS_USUAL
) -> Letter:
    """A plan and its ranking into a letter whose every sentence names its sources, in the profile's language.

    The person's own reason, stories and answers come first; bullets are turned into sentences only where that is
    grammatical; letter points choose and are never printed. `unfinished` says what only the person can add.
    """
    with spoken(wish.lang or plan.profile.lang):
        material, paragraphs = _best(_material(plan, ranking, find, wish.variant), short=wish.short)
        letter = headed(plan, material.voice, paragraphs, today, short=wish.short)
        return replace(
            letter,
            unfinished=unfinished(plan, material.selection, material.evidence),
            hints=outcomes(material.selection, material.evidence),
        )


def _material(plan: Plan, ranking: Ranking, find: Find, variant: int) -> Material:
    return Material(
        plan=plan,
        voice=_voice(plan, variant),
        evidence=choose_evidence(plan, ranking, find, variant=variant),
        selection=select(plan),
        bridged=bridges(plan, ranking, find),
        about=about_me(plan),
    )


def _voice(plan: Plan, variant: int) -> Voice:
    title = said_title(plan)
    brief = brief_title(title)
    basics = plan.profile.basics
    enclosing = "" if unwanted(plan.posting) else letter_data()["resume"]
    facts = {
        "title": named_title(title),
        "full_title": title,
        "one_title": with_article(brief, always=True) if is_spoken(brief) else "",
        "company": said_name(plan.posting.company),
        "firm": plain_name(plan.posting.company),
        "email": basics.email,
        "phone": basics.phone,
        "resume": enclosing,
    }
    return Voice(seed=f"{basics.name}|{plan.posting.company}|{plan.posting.title}", facts=facts, variant=variant)


def _best(material: Material, *, short: bool) -> tuple[Material, tuple[Paragraph, ...]]:
    """The first of some ways to write a letter that repeats nothing, or else the one that repeats least."""
    names = (*names_of(material.plan), material.voice.facts["title"])
    best: tuple[tuple[int, float], Material, tuple[Paragraph, ...]] | None = None
    for attempt in range(_ATTEMPTS):
        tried = replace(material, voice=replace(material.voice, attempt=attempt))
        written = (tried, short_paragraphs(tried)) if short else _at_length(tried)
        faults = (len(rhythm_faults(written[1], names)), share_of_i(written[1]))
        if best is None or faults < best[0]:
            best = (faults, *written)
        if not faults[0]:
            break
    return (best[1], best[2]) if best else (material, ())


def _at_length(material: Material) -> tuple[Material, tuple[Paragraph, ...]]:
    """A letter in full; without its least pieces where it would be too long."""
    paragraphs = _paragraphs(material)
    while _words(paragraphs) > MOST_WORDS and len(material.evidence) > 1:
        material = _shorter(material)
        paragraphs = _paragraphs(material)
    return material, paragraphs


def _paragraphs(material: Material) -> tuple[Paragraph, ...]:
    intro = introduction(material)
    found = [
        opening_paragraph(intro),
        *evidence_paragraphs(material, intro),
        company_paragraph(material),
        gap_paragraph(material),
        *closing_paragraphs(material),
    ]
    return tuple(paragraph for paragraph in found if paragraph.sentences)


def _words(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(paragraph.text.split()) for paragraph in paragraphs)


def _shorter(material: Material) -> Material:
    """The material without its least worthy piece: a turned bullet before a story."""
    least = min(material.evidence, key=lambda piece: (piece.is_story, piece.worth))
    return replace(material, evidence=tuple(piece for piece in material.evidence if piece is not least))
