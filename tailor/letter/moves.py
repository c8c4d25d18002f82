"""The paragraphs of a letter, one function per move; each sentence with its sources."""

from collections.abc import Sequence

from tailor.letter.about import about_me
from tailor.letter.details import Detail
from tailor.letter.duty import asked_duty
from tailor.letter.evidence import Piece
from tailor.letter.patterns import Voice
from tailor.letter.points import Selection
from tailor.letter.telling import Telling, tell
from tailor.letter.terms import asked_terms
from tailor.letter.words import (
    letter_data,
    listed,
    plain_name,
    plain_position,
    raised,
    starts_with_i,
    with_article,
)
from tailor.model.letter import Paragraph, Sentence
from tailor.model.plan import Plan
from tailor.model.profile import Entry
from tailor.model.skills import Find


def opening_paragraph(plan: Plan, voice: Voice, selection: Selection, *, told: Sequence[Piece]) -> Paragraph:
    """The role and the company, who is writing, and the person's reason; without one, what the work is about.

    `told` are the pieces of evidence: they may already say where the person works.
    """
    why = _reason(voice, selection) or _role(plan, voice, told)
    titled = [piece for piece in told if piece.entry and (piece.is_story or len(piece.entry.held) == 1)]
    present = _present(plan, voice, [piece.entry.path for piece in titled if piece.entry])
    if why and starts_with_i(why[0].text):
        present = tuple(one for one in present if not starts_with_i(one.text))
    after = (*present, *why)[:1]
    said = None
    for move in ("opening", "opening_no_company", "opening_no_title", "opening_bare"):
        said = said or voice.say(move, no_i=bool(after) and starts_with_i(after[0].text))
    first = [said.sentence(*_facts(plan, voice))] if said else []
    return Paragraph(move="opening", sentences=(*first, *present, *why))


def evidence_paragraphs(plan: Plan, voice: Voice, evidence: Sequence[Piece], find: Find) -> tuple[Paragraph, ...]:
    """Each story as a paragraph with what is told of the same job; the other bullets together, with a lead."""
    told = [piece for piece in evidence if piece.is_story]
    homes = [piece.entry for piece in told]
    mates = [piece for piece in evidence if not piece.is_story and piece.entry in homes]
    turned = [piece for piece in evidence if not piece.is_story and piece not in mates]
    stories = [
        Paragraph(move="evidence", sentences=_told(plan, voice, [story, *_of(story, mates)])) for story in told
    ]
    lead = _lead(plan, voice, turned, find) if len(turned) > 1 else ()
    before = homes[-1] if homes else None
    bullets = (
        [Paragraph(move="evidence", sentences=(*lead, *_told(plan, voice, turned, before)))] if turned else []
    )
    return (*stories, *bullets)


def company_paragraph(voice: Voice, selection: Selection) -> Paragraph:
    """What the person knows and feels about the company, in their own words."""
    found: list[Sentence] = []
    if selection.detail:
        found += _detail(voice, selection.detail, more=selection.drawn is not None)
    found += [Sentence(text=unit.text, sources=(unit.source,)) for unit in selection.company]
    return Paragraph(move="company", sentences=tuple(found))


def closing_paragraph(voice: Voice, selection: Selection) -> Paragraph:
    """What the person asked to close with, then what comes next, then thanks."""
    own = [Sentence(text=unit.text, sources=(unit.source,)) for unit in selection.closing]
    no_i = bool(own) and starts_with_i(own[-1].text)
    last = [said.sentence("profile:basics") for said in voice.group("closing", no_i=no_i)]
    return Paragraph(move="closing", sentences=(*own, *last))


def current_job(plan: Plan) -> Entry | None:
    """The person's present job: the latest one that goes on, by its newest title; None if every job has ended."""
    going = [entry for entry in plan.profile.section("work") if entry.current and entry.position]
    return max(going, key=lambda entry: str(entry.start)) if going else None


def _reason(voice: Voice, selection: Selection) -> tuple[Sentence, ...]:
    if len(selection.why) == 1 and not selection.why[0].endswith((".", "!", "?", "…")):
        said = voice.say("reason_phrase", {"phrase": selection.why[0]})
        return (said.sentence("record:why"),) if said else ()
    if selection.why:
        return tuple(Sentence(text=text, sources=("record:why",)) for text in selection.why)
    if selection.drawn:
        said = voice.say("reason_fact", {"fact": selection.drawn.fact})
        return (said.sentence("record:company_details"),) if said else ()
    phrases = [unit for unit in selection.opening if unit.phrase]
    if phrases:
        said = voice.say("value", {"phrases": listed([unit.text for unit in phrases])})
        return (said.sentence(*dict.fromkeys(unit.source for unit in phrases)),) if said else ()
    return tuple(Sentence(text=raised(unit.text), sources=(unit.source,)) for unit in selection.opening)


def _detail(voice: Voice, detail: Detail, *, more: bool) -> list[Sentence]:
    source = "record:company_details"
    if detail.being:
        said = voice.say("matters_more" if more else "matters", {"fact": detail.fact})
        return [said.sentence(source)] if said else []
    wish = voice.say("wish")
    told = [Sentence(text=detail.said, sources=(source,))]
    return [*told, wish.sentence(source)] if wish else told


def _role(plan: Plan, voice: Voice, told: Sequence[Piece]) -> tuple[Sentence, ...]:
    duty, source = asked_duty(plan, told)
    said = voice.say("role", {"duty": duty})
    return (said.sentence(source),) if said else ()


def _of(story: Piece, mates: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in mates if piece.entry == story.entry]


def _told(plan: Plan, voice: Voice, pieces: Sequence[Piece], before: Entry | None = None) -> tuple[Sentence, ...]:
    told: list[Sentence] = []
    for piece in pieces:
        after = tuple(one.text for one in told)
        told += tell(Telling(plan=plan, voice=voice, before=before, after=after), piece)
        before = piece.entry
    return tuple(told)


def _present(plan: Plan, voice: Voice, told: Sequence[str]) -> tuple[Sentence, ...]:
    if own := about_me(plan):
        return (own,)
    job = current_job(plan)
    if job is None or job.path in told:
        return ()
    fields = {
        "position": plain_position(job.position),
        "a_position": with_article(plain_position(job.position)),
        "employer": plain_name(job.name),
    }
    said = voice.say("present", fields)
    held = job.held[0]
    sources = (f"profile:{held.at('position')}", f"profile:{held.at('name')}")
    return (said.sentence(*sources),) if said else ()


def _lead(plan: Plan, voice: Voice, turned: Sequence[Piece], find: Find) -> tuple[Sentence, ...]:
    terms, sources = asked_terms(plan, turned, find)
    fields = {"terms": listed(terms), "count": letter_data()["counts"].get(len(turned), "")}
    said = voice.say("lead" if len(terms) > 1 else "lead_plain", fields)
    sources = sources if len(terms) > 1 else ()
    return (said.sentence(*sources),) if said else ()


def _facts(plan: Plan, voice: Voice) -> tuple[str, ...]:
    """Where the posting names the title and the company, or the name of the fact where its text does not."""
    text = plan.posting.text
    found = []
    for name in ("title", "company"):
        value = voice.facts.get(name, "")
        start = text.find(value) if value else -1
        if value:
            found.append(f"posting:{start}-{start + len(value)}" if start >= 0 else f"posting:{name}")
    return tuple(found)
