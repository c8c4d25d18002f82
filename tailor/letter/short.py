"""The letter of a hundred words, for an e-mail: role and reason, one piece of evidence, what is next."""

from collections.abc import Iterator

from tailor.letter.introducing import Introduction, introduction
from tailor.letter.material import Material
from tailor.letter.telling import Telling, tell
from tailor.model.letter import Paragraph, Sentence

# Words of the whole, and of the reason within it: a reason of more is told as far as it fits.
MOST_WORDS = 120
_REASON = 45
# With more room than this a second bullet is told.
_SPARE = 40


def short_paragraphs(material: Material) -> tuple[Paragraph, ...]:
    """A letter's material into its short form: the same moves, each cut to its core."""
    intro = introduction(material)
    opening = _opening(intro)
    closing = tuple(one.sentence("profile:basics") for one in material.voice.group("closing_short"))
    room = MOST_WORDS - _words(opening) - _words(closing)
    core = next((told for told in _cores(material, intro) if told and _words(told) <= room), ())
    if room - _words(core) > _SPARE:
        core = (*core, *_more(material, intro, core, room - _words(core)))
    parts = (("opening", opening), ("evidence", core), ("closing", closing))
    return tuple(Paragraph(move=move, sentences=said) for move, said in parts if said)


def _more(material: Material, intro: Introduction, told: tuple[Sentence, ...], room: int) -> tuple[Sentence, ...]:
    """Another bullet beside what is told, from another job, where one fits the room."""
    known = {source for one in told for source in one.sources}
    after = tuple(one.text for one in told)
    for piece in material.evidence:
        if piece.is_story or f"profile:{piece.path}" in known:
            continue
        more = tell(Telling(voice=material.voice, after=after, introduced=intro.entry), piece)
        if more and _words(more) <= room:
            return more
    return ()


def _opening(intro: Introduction) -> tuple[Sentence, ...]:
    if intro.reason_first and _words(intro.reason) <= _REASON:
        return (*intro.reason, *intro.role)
    return (*intro.role, *_fitting(intro.reason or intro.own, _REASON))


def _cores(material: Material, intro: Introduction) -> Iterator[tuple[Sentence, ...]]:
    """What might be told, the best first: whole stories, then bullets, then as much of a story as begins it."""
    stories = sorted((piece for piece in material.evidence if piece.is_story), key=lambda piece: -piece.worth)
    bullets = sorted((piece for piece in material.evidence if not piece.is_story), key=lambda piece: -piece.worth)
    told = [tell(Telling(voice=material.voice, introduced=intro.entry), piece) for piece in (*stories, *bullets)]
    yield from told
    for whole in told[: len(stories)]:
        yield from (whole[:count] for count in range(len(whole) - 1, 1, -1))


def _fitting(said: tuple[Sentence, ...], most: int) -> tuple[Sentence, ...]:
    kept = said
    while len(kept) > 1 and _words(kept) > most:
        kept = kept[:-1]
    return kept


def _words(said: tuple[Sentence, ...]) -> int:
    return sum(len(one.text.split()) for one in said)
