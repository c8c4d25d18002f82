"""A plan, a ranking and the person's notes into a letter: opening, evidence, company, closing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tailor.letter.addressee import addressee
from tailor.letter.evidence import Piece, choose_evidence, too_long
from tailor.letter.moves import closing_paragraph, company_paragraph, evidence_paragraphs, opening_paragraph
from tailor.letter.patterns import Voice
from tailor.letter.points import Fate, Selection, select
from tailor.letter.titles import letter_title, reference
from tailor.letter.words import LONGEST, letter_data, plain_name, starts_with_i, with_article
from tailor.model.letter import Letter, Paragraph
from tailor.model.plan import Plan, Ranking
from tailor.model.record import HintOutcome
from tailor.model.skills import Find

# A theme in `unfinished` is a requirement's words, cut to this many.
_THEME_WORDS = 12
# Limits that letters keep to: words in all, and the share of sentences that begin with "I".
_MOST_WORDS = 320
_MOST_I = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a letter is made from, decided once: its voice, the evidence, what the notes chose."""

    plan: Plan
    voice: Voice
    evidence: tuple[Piece, ...]
    selection: Selection


def write_letter(plan: Plan, ranking: Ranking, *, today: dt.date, find: Find) -> Letter:
    """A plan and its ranking into a letter whose every sentence names its sources.

    The person's own reason, stories and answers come first; bullets are turned into sentences only where that is
    grammatical; letter points choose and are never printed. `unfinished` says what only the person can add.
    """
    draft = _draft(plan, ranking, find)
    paragraphs = _paragraphs(draft, find)
    if _too_much_i(paragraphs):
        draft = replace(draft, voice=replace(draft.voice, few_i=True))
        paragraphs = _paragraphs(draft, find)
    while _words(paragraphs) > _MOST_WORDS and len(draft.evidence) > 1:
        draft = _shorter(draft)
        paragraphs = _paragraphs(draft, find)
    data = letter_data()
    facts = draft.voice.facts
    person = addressee(plan.posting)
    to = (person.name, person.title) if person else (data["recipient"],)
    return Letter(
        date=_date(today),
        recipient=tuple(line for line in (*to, plan.posting.company) if line),
        recipient_sources=(person.source,) if person else (),
        subject=_subject(plan, facts.get("title", "")),
        salutation=person.salutation if person else _salutation(draft.voice),
        paragraphs=paragraphs,
        closing=data["closing_word"],
        signature=plan.profile.basics.name,
        enclosures=tuple(data["enclosures"]),
        unfinished=_unfinished(draft),
        hints=_outcomes(draft),
    )


def _draft(plan: Plan, ranking: Ranking, find: Find) -> Draft:
    return Draft(
        plan=plan,
        voice=_voice(plan),
        evidence=choose_evidence(plan, ranking, find),
        selection=select(plan),
    )


def _voice(plan: Plan) -> Voice:
    title = letter_title(plan.posting)
    basics = plan.profile.basics
    facts = {
        "title": title,
        "a_title": with_article(title),
        "company": plain_name(plan.posting.company),
        "email": basics.email,
        "phone": basics.phone,
    }
    return Voice(seed=f"{plan.posting.company}|{plan.posting.title}", facts=facts)


def _paragraphs(draft: Draft, find: Find) -> tuple[Paragraph, ...]:
    opening = opening_paragraph(draft.plan, draft.voice, draft.selection, told=draft.evidence)
    found = [
        opening,
        *evidence_paragraphs(draft.plan, draft.voice, draft.evidence, find),
        company_paragraph(draft.voice, draft.selection),
        closing_paragraph(draft.voice, draft.selection),
    ]
    return tuple(paragraph for paragraph in found if paragraph.sentences)


def _too_much_i(paragraphs: Sequence[Paragraph]) -> bool:
    starts = [starts_with_i(one.text) for paragraph in paragraphs for one in paragraph.sentences]
    twice = any(one and other for one, other in pairwise(starts))
    return twice or sum(starts) > _MOST_I * len(starts)


def _words(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(paragraph.text.split()) for paragraph in paragraphs)


def _shorter(draft: Draft) -> Draft:
    """The draft without its least worthy piece: a turned bullet before a story."""
    least = min(draft.evidence, key=lambda piece: (piece.is_story, piece.worth))
    return replace(draft, evidence=tuple(piece for piece in draft.evidence if piece is not least))


def _date(today: dt.date) -> str:
    data = letter_data()
    written: str = data["date"].format(month=data["months"][today.month - 1], day=today.day, year=today.year)
    return written


def _subject(plan: Plan, title: str) -> str:
    data = letter_data()
    if not title:
        return ""
    pattern = data["subject_company"] if plan.posting.company else data["subject"]
    subject: str = pattern.format(title=title, company=plain_name(plan.posting.company))
    number = reference(plan.posting)
    return data["subject_reference"].format(subject=subject, reference=number) if number else subject


def _salutation(voice: Voice) -> str:
    choices: list[str] = letter_data()["salutation"]
    if not voice.facts.get("company"):
        return choices[0]
    return voice.choose("salutation", choices).format_map(voice.facts)


def _unfinished(draft: Draft) -> tuple[str, ...]:
    words_for, plan = letter_data()["unfinished"], draft.plan
    company, theme = plain_name(plan.posting.company), _theme(plan)
    missing = []
    if not draft.selection.has_reason:
        missing.append(words_for["why"].format(company=company) if company else words_for["why_bare"])
    if not any(piece.is_story for piece in draft.evidence):
        missing.append(words_for["story"].format(theme=theme) if theme else words_for["story_bare"])
    if not draft.evidence and theme:
        missing.append(words_for["evidence"].format(theme=theme))
    missing += [words_for[name] for name in ("company", "title") if not getattr(plan.posting, name)]
    return (*missing, *_long_stories(plan))


def _long_stories(plan: Plan) -> list[str]:
    pattern = letter_data()["unfinished"]["long"]
    stories = [story for story in plan.profile.stories if too_long(story)]
    return [pattern.format(start=" ".join(story.text.split()[:5]), limit=LONGEST) for story in stories]


def _theme(plan: Plan) -> str:
    """The first thing the posting requires that a story could tell, in the posting's words, shortened."""
    order = ("required", "responsibility", "preferred")
    telling = [r for r in plan.posting.requirements if r.kind in {"experience", "duty", "skill"}]
    if not telling:
        return ""
    first = min(telling, key=lambda r: (r.min_years is not None, order.index(r.need), r.source == "record"))
    held = first.text.split()
    short = " ".join(held[:_THEME_WORDS]).rstrip(".,;:")
    return f"“{short}{' …' if len(held) > _THEME_WORDS else ''}”"


def _outcomes(draft: Draft) -> tuple[HintOutcome, ...]:
    """What became of each letter point; body points are answered by the evidence."""
    names = ", ".join(dict.fromkeys(piece.entry.name for piece in draft.evidence if piece.entry))
    return tuple(_outcome(fate, names) for fate in draft.selection.fates)


def _outcome(fate: Fate, names: str) -> HintOutcome:
    notes = letter_data()["hints"]
    if fate.move == "body" and names:
        return HintOutcome(text=fate.point.text, used=True, note=notes["chose"].format(names=names))
    if fate.move and fate.move != "body":
        move = letter_data()["moves"][fate.move]
        return HintOutcome(text=fate.point.text, used=True, note=notes["told"].format(move=move))
    return HintOutcome(text=fate.point.text, used=False, note=notes["private" if fate.private else "none"])
