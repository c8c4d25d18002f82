"""How a letter begins: the role, who asks for it, and the reason, in one of several arrangements."""

from dataclasses import dataclass

from tailor.letter.about import about_me
from tailor.letter.draft import Draft
from tailor.letter.patterns import Said
from tailor.letter.words import (
    first_word,
    letter_data,
    listed,
    plain_position,
    raised,
    said_name,
    starts_with_i,
    with_article,
)
from tailor.model.letter import Sentence
from tailor.model.profile import Entry

_DETAILS = "record:company_details"


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """The first sentences; the reason, which they hold already if it comes first; the job that they name."""

    sentences: tuple[Sentence, ...]
    reason: tuple[Sentence, ...] = ()
    reason_first: bool = False
    entry: Entry | None = None


def introduction(draft: Draft) -> Introduction:
    """A draft into how its letter begins: always the same for the same draft."""
    why = reason(draft)
    if _may_come_first(draft, why):
        said = draft.voice.say("opening_after", no_i=starts_with_i(why[-1].text))
        if said:
            role = said.sentence(*_facts(draft))
            return Introduction(sentences=(*why, role), reason=why, reason_first=True)
    follows = about_me(draft.plan) or (why[0] if why else None)
    no_i = follows is not None and starts_with_i(follows.text)
    job = _introduced(draft)
    if job and (said := draft.voice.say("opening_present", _job_fields(job), no_i=no_i)):
        held = job.held[0]
        sources = (f"profile:{held.at('position')}", f"profile:{held.at('name')}")
        return Introduction(sentences=(said.sentence(*_facts(draft), *sources),), reason=why, entry=job)
    first = _role(draft, no_i=no_i)
    return Introduction(sentences=(first.sentence(*_facts(draft)),) if first else (), reason=why)


def reason(draft: Draft) -> tuple[Sentence, ...]:
    """Why this company: the person's reason, a fact that the notes ask for, or what they value."""
    selection, voice = draft.selection, draft.voice
    if len(selection.why) == 1 and not selection.why[0].endswith((".", "!", "?", "…")):
        said = voice.say("reason_phrase", {"phrase": selection.why[0]})
        return (said.sentence("record:why"),) if said else ()
    if selection.why:
        return tuple(Sentence(text=text, sources=("record:why",)) for text in selection.why)
    if selection.drawn:
        said = voice.say("reason_fact", {"fact": selection.drawn.fact})
        return (said.sentence(_DETAILS),) if said else ()
    phrases = [unit for unit in selection.opening if unit.phrase]
    if phrases:
        said = voice.say("value", {"phrases": listed([unit.text for unit in phrases])})
        return (said.sentence(*dict.fromkeys(unit.source for unit in phrases)),) if said else ()
    return tuple(Sentence(text=raised(unit.text), sources=(unit.source,)) for unit in selection.opening)


def _may_come_first(draft: Draft, why: tuple[Sentence, ...]) -> bool:
    """Whether the reason opens the letter: in the person's own sentences, where they lean on nothing before."""
    own = bool(draft.selection.why) and bool(why) and why[0].text == draft.selection.why[0]
    return own and first_word(why[0].text) not in letter_data()["leaning"]


def _introduced(draft: Draft) -> Entry | None:
    """The present job where the first sentence shall name it.

    The person's own line comes before it, unless nothing else in the letter would say where they work now.
    """
    job = draft.present
    told = job is not None and any(piece.entry == job for piece in draft.evidence)
    return None if told and about_me(draft.plan) else job


def _role(draft: Draft, *, no_i: bool) -> Said | None:
    moves = ("opening", "opening_no_company", "opening_no_title", "opening_bare")
    return next((said for move in moves if (said := draft.voice.say(move, no_i=no_i))), None)


def _job_fields(job: Entry) -> dict[str, str]:
    position = plain_position(job.position)
    return {"position": position, "a_position": with_article(position), "employer": said_name(job.name)}


def _facts(draft: Draft) -> tuple[str, ...]:
    """Where the posting names the title and the company, or the name of the fact where its text does not."""
    text = draft.plan.posting.text
    found = []
    for name in ("title", "company"):
        value = draft.voice.facts.get(name, "")
        start = text.find(value) if value else -1
        if value:
            found.append(f"posting:{start}-{start + len(value)}" if start >= 0 else f"posting:{name}")
    return tuple(found)
