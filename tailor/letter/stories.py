"""The person's stories as pieces of evidence: which answer what a posting asks for, and where each belongs."""

from collections.abc import Iterable, Sequence

from tailor.letter.piece import WEIGHTS, Piece, points_of
from tailor.letter.tongue import is_foreign
from tailor.letter.words import LONGEST, sentences, shared, themes
from tailor.model.periods import newest_first
from tailor.model.plan import Plan
from tailor.model.posting import Requirement
from tailor.model.profile import Entry, Story
from tailor.model.skills import Find


def story_pieces(plan: Plan, find: Find) -> list[Piece]:
    """The stories that answer something of what the posting asks for, each worth its share of that."""
    asked = [r for r in plan.posting.requirements if r.kind not in {"degree", "permit", "logistics", "licence"}]
    total = sum(WEIGHTS[r.need] for r in asked) or 1.0
    found = []
    for story in plan.profile.stories:
        skills = _held(find, [story.text, *story.proves])
        text = " ".join([story.text, *story.proves])
        answers = tuple(r for r in asked if _answers(r, text, skills, story.proves))
        if answers and not too_long(story) and not is_foreign(story.text):
            share = sum(WEIGHTS[r.need] for r in answers) / total
            found.append(_story_piece(plan, story, answers, share))
    return found


def _story_piece(plan: Plan, story: Story, answers: Sequence[Requirement], share: float) -> Piece:
    ids = tuple(requirement.id for requirement in answers)
    points = points_of(plan, " ".join([story.text, *story.proves]), ids)
    entry = story_entry(plan, story)
    return Piece(path=story.path, text=story.text, entry=entry, worth=share, answers=ids, points=points)


def _held(find: Find, texts: Iterable[str]) -> frozenset[str]:
    mentions = [mention for text in texts for mention in find(text, "bullet") if not mention.negated]
    return frozenset(name for mention in mentions for name in (mention.skill.id, *mention.skill.implies))


def _answers(requirement: Requirement, text: str, skills: frozenset[str], proves: Sequence[str]) -> bool:
    wanted = themes(requirement.text)
    named = any(skill.id in skills for group in requirement.skills for skill in group)
    said = any(shared(themes(words), requirement.text) for words in proves)
    return named or said or len(shared(wanted, text)) >= max(2, len(wanted) // 3)


def too_long(story: Story) -> bool:
    """Whether a story has a sentence that is too long for a letter."""
    return any(len(sentence.split()) > LONGEST for sentence in sentences(story.text))


def story_entry(plan: Plan, story: Story) -> Entry | None:
    """The entry a story belongs to: by its path, its name, its name and a position, or words of these.

    Of several positions at an employer that is named alone, it is the newest.
    """
    wanted = story.entry.casefold().strip()
    exact = [entry for entry in plan.profile.entries if wanted and wanted in _names(entry)]
    meant = exact or list(plan.profile.entries_called(story.entry))
    block = [entry for entry in meant if entry.employer and entry.employer == meant[0].employer]
    return next(iter((*newest_first(block), *meant)), None)


def _names(entry: Entry) -> frozenset[str]:
    """What a person may call an entry, in small letters."""
    titles = [held.position for held in entry.held]
    called = [f"{one} {other}" for title in titles for one, other in ((entry.name, title), (title, entry.name))]
    return frozenset(name.casefold() for name in (entry.path, entry.employer, entry.name, *called) if name)
