"""What only the person can add to a letter, in plain words; what became of the letter points."""

import re
from collections.abc import Sequence

from tailor.letter.piece import Piece
from tailor.letter.points import Fate, Selection
from tailor.letter.stories import too_long
from tailor.letter.tongue import is_foreign
from tailor.letter.words import LONGEST, letter_data, plain_name
from tailor.model.plan import Plan
from tailor.model.posting import Posting
from tailor.model.record import HintOutcome

# A theme is a requirement's words, cut to this many.
_THEME_WORDS = 12


def unfinished(plan: Plan, selection: Selection, evidence: Sequence[Piece]) -> tuple[str, ...]:
    """What a letter lacks that only the person can write: a reason, a story, a title or company."""
    words_for = letter_data()["unfinished"]
    company, theme = plain_name(plan.posting.company), _theme(plan)
    missing = []
    if not selection.has_reason:
        missing.append(words_for["why"].format(company=company) if company else words_for["why_bare"])
    if not any(piece.is_story for piece in evidence):
        missing.append(words_for["story"].format(theme=theme) if theme else words_for["story_bare"])
    if not evidence and theme:
        missing.append(words_for["evidence"].format(theme=theme))
    missing += [words_for[name] for name in ("company", "title") if not getattr(plan.posting, name)]
    said = unwanted(plan.posting)
    against = [words_for["unwanted"].format(said=said)] if said else []
    return (*against, *missing, *_long_stories(plan), *_foreign_texts(plan))


def outcomes(selection: Selection, evidence: Sequence[Piece]) -> tuple[HintOutcome, ...]:
    """What became of each letter point; body points are answered by the evidence."""
    names = ", ".join(dict.fromkeys(piece.entry.name for piece in evidence if piece.entry))
    return tuple(_outcome(fate, names) for fate in selection.fates)


def unwanted(posting: Posting) -> str:
    """What a posting says against letters or resumes, in its words; empty where it says nothing of the kind."""
    forms, text = letter_data()["no_letter"], posting.text
    found = re.search("|".join(forms), text, re.IGNORECASE) if forms else None
    if found is None:
        return ""
    start = max(text.rfind(mark, 0, found.start()) for mark in ".!?\n") + 1
    return text[start : found.end()].strip(" -*•\t")


def _long_stories(plan: Plan) -> list[str]:
    pattern = letter_data()["unfinished"]["long"]
    stories = [story for story in plan.profile.stories if too_long(story)]
    return [pattern.format(start=" ".join(story.text.split()[:5]), limit=LONGEST) for story in stories]


def _foreign_texts(plan: Plan) -> list[str]:
    pattern = letter_data()["unfinished"]["foreign"]
    why = (plan.record.why or "") if plan.record else ""
    texts = [text for text in (why, *(story.text for story in plan.profile.stories)) if is_foreign(text)]
    return [pattern.format(start=" ".join(text.split()[:5])) for text in texts]


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


def _outcome(fate: Fate, names: str) -> HintOutcome:
    notes = letter_data()["hints"]
    if fate.move == "body" and names:
        return HintOutcome(text=fate.point.text, used=True, note=notes["chose"].format(names=names))
    if fate.move and fate.move != "body":
        move = letter_data()["moves"][fate.move]
        return HintOutcome(text=fate.point.text, used=True, note=notes["told"].format(move=move))
    return HintOutcome(text=fate.point.text, used=False, note=notes["private" if fate.private else "none"])
