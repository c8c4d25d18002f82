"""The paragraphs of a letter, one function per move; each sentence with its sources."""

from collections.abc import Sequence
from dataclasses import replace

from tailor.letter.about import about_me
from tailor.letter.details import Detail
from tailor.letter.draft import Draft
from tailor.letter.forms import with_forms
from tailor.letter.introducing import introduction
from tailor.letter.patterns import Said
from tailor.letter.piece import Piece
from tailor.letter.telling import Telling, tell
from tailor.letter.words import closed, letter_data, listed, said_name, sentences, starts_with_i
from tailor.model.letter import Paragraph, Sentence
from tailor.model.profile import Entry

_DETAILS = "record:company_details"
# What the person asked to close with stands in one paragraph with what comes next, up to so many words.
_ASIDE = 20


def opening_paragraph(draft: Draft) -> Paragraph:
    """The role and the company, the person's reason, who is writing; without a reason, where they fit.

    A reason in whole sentences may stand first, if the draft's voice will have it so.
    """
    intro = introduction(draft)
    rest = intro.reason or fit(draft)
    own = () if intro.entry or intro.reason_first else _about(draft, rest)
    said = [*intro.sentences, *own] if intro.reason_first else [*intro.sentences, *own, *rest]
    return Paragraph(move="opening", sentences=tuple(said))


def evidence_paragraphs(draft: Draft) -> tuple[Paragraph, ...]:
    """Each story as a paragraph with what is told of the same job; the other bullets together."""
    told = [piece for piece in draft.evidence if piece.is_story]
    homes = [piece.entry for piece in told]
    mates = [piece for piece in draft.evidence if not piece.is_story and piece.entry in homes]
    turned = [piece for piece in draft.evidence if not piece.is_story and piece not in mates]
    begun = _telling(draft)
    found: list[Paragraph] = []
    for pieces in (*([story, *_of(story, mates)] for story in told), turned):
        before = homes[-1] if pieces is turned and homes else None
        found.append(Paragraph(move="evidence", sentences=_told(replace(begun, before=before), pieces)))
        placed = begun.placed | {piece.entry.path for piece in pieces if piece.entry}
        scenes = tuple(one.sentences[0].text for one in found if one.sentences)
        begun = replace(begun, scenes=scenes, placed=placed)
    return tuple(one for one in found if one.sentences)


def company_paragraph(draft: Draft) -> Paragraph:
    """What the person knows and feels about the company, in their own words."""
    selection, found = draft.selection, list[Sentence]()
    if selection.detail:
        found += _detail(draft, selection.detail)
    found += [Sentence(text=unit.text, sources=(unit.source,)) for unit in selection.company]
    return Paragraph(move="company", sentences=tuple(found))


def gap_paragraph(draft: Draft) -> Paragraph:
    """The person's own answer to the first gap that they wrote one for, as it stands."""
    for one in draft.bridged[:1]:
        source = f"profile:{one.bridge.path}"
        said = tuple(Sentence(text=closed(text), sources=(source,)) for text in sentences(one.bridge.text))
        return Paragraph(move="gap", sentences=said)
    return Paragraph(move="gap", sentences=())


def closing_paragraphs(draft: Draft) -> tuple[Paragraph, ...]:
    """What the person asked to close with, apart if it is longer than a line or two; then what comes next."""
    own = tuple(Sentence(text=unit.text, sources=(unit.source,)) for unit in draft.selection.closing)
    no_i = bool(own) and starts_with_i(own[-1].text)
    last = draft.voice.group("closing", _told_fields(draft), no_i=no_i)
    said = tuple(one.sentence(*closing_sources(draft, one)) for one in last)
    if sum(len(one.text.split()) for one in own) <= _ASIDE:
        return (Paragraph(move="closing", sentences=(*own, *said)),)
    return (Paragraph(move="closing", sentences=own), Paragraph(move="closing", sentences=said))


def closing_sources(draft: Draft, said: Said) -> tuple[str, ...]:
    """What a closing sentence rests on: the contact data, and the job that it speaks of."""
    spoken = [entry for entry in _told_entries(draft) if _is_told(said_name(entry.name), said.text)]
    return ("profile:basics", *(f"profile:{entry.at('name')}" for entry in spoken[:1]))


def _is_told(name: str, text: str) -> bool:
    """Whether a closing speaks of an employer, by its name or as the language writes it there."""
    return any(form in text for form in with_forms({"told": name}).values())


def fit(draft: Draft) -> tuple[Sentence, ...]:
    """What the posting asks for and the evidence below names, in the posting's words; nothing without two."""
    terms, sources = draft.terms
    if len(terms) < 2:  # noqa: PLR2004 - one term is no picture of a job
        return ()
    said = draft.voice.say("fit", {"terms": listed(terms), "all": letter_data()["alls"].get(len(terms), "")})
    return (said.sentence(*sources),) if said else ()


def _about(draft: Draft, rest: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The person's own line about themselves, unless it would put two sentences with "I" in a row."""
    own = about_me(draft.plan)
    if own is None or (rest and starts_with_i(rest[0].text) and starts_with_i(own.text)):
        return ()
    return (own,)


def _detail(draft: Draft, detail: Detail) -> list[Sentence]:
    if detail.being:
        said = draft.voice.say("place", {"what": detail.what})
        return [said.sentence(_DETAILS)] if said else []
    said = draft.voice.say("detail_more" if draft.selection.drawn else "detail", {"fact": detail.fact})
    if said:
        return [said.sentence(_DETAILS)]
    return [Sentence(text=detail.said, sources=(_DETAILS,))]


def _told_fields(draft: Draft) -> dict[str, str]:
    """What a closing may name of the evidence: the employer it began with."""
    told = _told_entries(draft)
    return {"told": said_name(told[0].name)} if told else {}


def _told_entries(draft: Draft) -> list[Entry]:
    return [piece.entry for piece in draft.evidence if piece.entry and piece.entry.section == "work"]


def _of(story: Piece, mates: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in mates if piece.entry == story.entry]


def _telling(draft: Draft) -> Telling:
    """What the opening has told when the evidence begins."""
    intro = introduction(draft)
    described = not intro.entry and bool(_about(draft, intro.reason or fit(draft)))
    return Telling(voice=draft.voice, introduced=intro.entry, described=described)


def _told(telling: Telling, pieces: Sequence[Piece]) -> tuple[Sentence, ...]:
    told: list[Sentence] = []
    for piece in pieces:
        told += tell(replace(telling, after=tuple(one.text for one in told)), piece)
        telling = replace(telling, before=piece.entry)
    return tuple(told)
