"""The paragraphs of a letter, one function per move; each sentence with its sources."""

from collections.abc import Sequence
from dataclasses import replace

from tailor.letter.details import Detail
from tailor.letter.introducing import Introduction
from tailor.letter.material import Material
from tailor.letter.piece import Piece
from tailor.letter.telling import Telling, join, sets_its_scene, tell
from tailor.letter.words import closed, sentences, starts_with_i
from tailor.model.letter import Paragraph, Sentence

_DETAILS = "record:company_details"
# What the person asked to close with stands in one paragraph with what comes next, up to so many words.
_ASIDE = 20


def opening_paragraph(intro: Introduction) -> Paragraph:
    """How a letter begins as its first paragraph."""
    return Paragraph(move="opening", sentences=intro.sentences)


def evidence_paragraphs(material: Material, intro: Introduction) -> tuple[Paragraph, ...]:
    """Each story as a paragraph with what is told of the same job; the other bullets together."""
    told = [piece for piece in material.evidence if piece.is_story]
    homes = [piece.entry for piece in told]
    mates = [piece for piece in material.evidence if not piece.is_story and piece.entry in homes]
    turned = [piece for piece in material.evidence if not piece.is_story and piece not in mates]
    telling = Telling(voice=material.voice, introduced=intro.entry, described=intro.described or bool(intro.own))
    found: list[Paragraph] = []
    groups = [group for story in told for group in _around(story, mates, told)]
    for pieces in (*groups, turned):
        said = _told(telling, pieces)
        found += [Paragraph(move="evidence", sentences=said)] if said else []
        placed = telling.placed | {piece.entry.path for piece in pieces if piece.entry}
        scenes = (*telling.scenes, *(one.text for one in said[:1]))
        telling = replace(telling, scenes=scenes, placed=placed, before=pieces[-1].entry if pieces else None)
    return tuple(found)


def company_paragraph(material: Material) -> Paragraph:
    """What the person knows and feels about the company, in their own words."""
    selection, found = material.selection, list[Sentence]()
    if selection.detail:
        found += _detail(material, selection.detail)
    found += [Sentence(text=unit.text, sources=(unit.source,)) for unit in selection.company]
    return Paragraph(move="company", sentences=tuple(found))


def gap_paragraph(material: Material) -> Paragraph:
    """The person's own answer to the first gap that they wrote one for, as it stands."""
    for one in material.bridged[:1]:
        source = f"profile:{one.bridge.path}"
        said = tuple(Sentence(text=closed(text), sources=(source,)) for text in sentences(one.bridge.text))
        return Paragraph(move="gap", sentences=said)
    return Paragraph(move="gap", sentences=())


def closing_paragraphs(material: Material) -> tuple[Paragraph, ...]:
    """What the person asked to close with, apart if it is longer than a line or two; then what comes next."""
    own = tuple(Sentence(text=unit.text, sources=(unit.source,)) for unit in material.selection.closing)
    no_i = bool(own) and starts_with_i(own[-1].text)
    last = material.voice.group("closing", no_i=no_i)
    said = tuple(one.sentence("profile:basics") for one in last)
    if sum(len(one.text.split()) for one in own) <= _ASIDE:
        return (Paragraph(move="closing", sentences=(*own, *said)),)
    return (Paragraph(move="closing", sentences=own), Paragraph(move="closing", sentences=said))


def _detail(material: Material, detail: Detail) -> list[Sentence]:
    if detail.being:
        said = material.voice.say("place", {"what": detail.what})
        return [said.sentence(_DETAILS)] if said else []
    said = material.voice.say("detail_more" if material.selection.drawn else "detail", {"fact": detail.fact})
    if said:
        return [said.sentence(_DETAILS)]
    return [Sentence(text=detail.said, sources=(_DETAILS,))]


def _around(story: Piece, mates: Sequence[Piece], stories: Sequence[Piece]) -> list[list[Piece]]:
    """A story with what else is told of its job: before it, where that can set the scene and the story does not.

    So the paragraph ends on the person's own words; else a paragraph of its own follows. Of several stories of a
    job the first has it.
    """
    is_first = story is next(one for one in stories if one.entry == story.entry)
    same = [piece for piece in mates if is_first and piece.entry == story.entry]
    entry = story.entry
    if entry is not None and len(entry.held) == 1 and not sets_its_scene(story, entry):
        return [[*same, story]]
    return [[story], *([same] if same else [])]


def _told(telling: Telling, pieces: Sequence[Piece]) -> tuple[Sentence, ...]:
    told: list[Sentence] = []
    telling = replace(telling, storied=any(piece.is_story for piece in pieces))
    last: Piece | None = None
    for piece in pieces:
        joined = join(telling, told[-1], piece) if last and told and _go_together(last, piece) else None
        if joined:
            told[-1] = joined
        else:
            told += tell(replace(telling, after=tuple(one.text for one in told)), piece)
        telling, last = replace(telling, before=piece.entry), piece
    return tuple(told)


def _go_together(one: Piece, other: Piece) -> bool:
    """Whether two bullets of one job are each a single clause."""
    single = all(piece.turned and not piece.turned.own and not piece.turned.then for piece in (one, other))
    return single and one.entry is not None and one.entry == other.entry
