"""The paragraphs of a letter, one function per move; each sentence with its sources."""

from collections.abc import Sequence

from tailor.letter.about import about_me
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


def opening_paragraph(plan: Plan, voice: Voice, selection: Selection, *, told: Sequence[str]) -> Paragraph:
    """The role and the company, who is writing unless the evidence says so (`told`), and the person's reason."""
    why = _reason(voice, selection)
    present = _present(plan, voice, told)
    after = (*present, *why)[:1]
    said = None
    for move in ("opening", "opening_no_company", "opening_no_title", "opening_bare"):
        said = said or voice.say(move, no_i=bool(after) and starts_with_i(after[0].text))
    first = [said.sentence(*_facts(plan, voice))] if said else []
    return Paragraph(move="opening", sentences=(*first, *present, *why))


def evidence_paragraphs(plan: Plan, voice: Voice, evidence: Sequence[Piece], find: Find) -> tuple[Paragraph, ...]:
    """Each story as a paragraph of its own; turned bullets together, with the posting's terms before them."""
    turned = [piece for piece in evidence if not piece.is_story]
    telling = Telling(plan=plan, voice=voice)
    stories = [Paragraph(move="evidence", sentences=tell(telling, piece)) for piece in evidence if piece.is_story]
    lead = _lead(plan, voice, turned, find) if len(turned) > 1 else ()
    told: list[Sentence] = []
    for index, piece in enumerate(turned):
        before = turned[index - 1].entry if index else None
        after = tuple(one.text for one in told)
        told += tell(Telling(plan=plan, voice=voice, before=before, after=after), piece)
    bullets = [Paragraph(move="evidence", sentences=(*lead, *told))] if told else []
    return (*stories, *bullets)


def company_paragraph(voice: Voice, selection: Selection) -> Paragraph:
    """What the person knows and feels about the company, in their own words."""
    found: list[Sentence] = []
    if selection.detail:
        found.append(Sentence(text=selection.detail, sources=("record:company_details",)))
        if wish := voice.say("wish"):
            found.append(wish.sentence("record:company_details"))
    found += [Sentence(text=unit.text, sources=(unit.source,)) for unit in selection.company]
    return Paragraph(move="company", sentences=tuple(found))


def closing_paragraph(voice: Voice, selection: Selection) -> Paragraph:
    """What the person asked to close with, then what comes next, then thanks."""
    own = [Sentence(text=unit.text, sources=(unit.source,)) for unit in selection.closing]
    no_i = bool(own) and starts_with_i(own[-1].text)
    last = [said.sentence("profile:basics") for said in voice.group("closing", no_i=no_i)]
    return Paragraph(move="closing", sentences=(*own, *last))


def current_job(plan: Plan) -> Entry | None:
    """The person's present job: the latest one that goes on; None if every job has ended."""
    going = [entry for entry in plan.profile.section("work") if entry.current and entry.position]
    return max(going, key=lambda entry: str(entry.start)) if going else None


def _reason(voice: Voice, selection: Selection) -> tuple[Sentence, ...]:
    if len(selection.why) == 1 and not selection.why[0].endswith((".", "!", "?", "…")):
        said = voice.say("reason_phrase", {"phrase": selection.why[0]})
        return (said.sentence("record:why"),) if said else ()
    if selection.why:
        return tuple(Sentence(text=text, sources=("record:why",)) for text in selection.why)
    phrases = [unit for unit in selection.opening if unit.phrase]
    if phrases:
        said = voice.say("value", {"phrases": listed([unit.text for unit in phrases])})
        return (said.sentence(*dict.fromkeys(unit.source for unit in phrases)),) if said else ()
    return tuple(Sentence(text=raised(unit.text), sources=(unit.source,)) for unit in selection.opening)


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
    sources = (f"profile:{job.path}.position", f"profile:{job.path}.name")
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
