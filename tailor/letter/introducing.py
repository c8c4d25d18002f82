"""How a letter begins: the role, who asks for it, and the reason, in one of several arrangements."""

from collections.abc import Sequence
from dataclasses import dataclass

from tailor.letter.material import Material
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
    """How a letter begins: the role and who asks for it, the reason, the person's own line, in their order.

    `entry` is the job that the first sentence names; `described` says that it tells what the person is.
    """

    role: tuple[Sentence, ...]
    reason: tuple[Sentence, ...] = ()
    own: tuple[Sentence, ...] = ()
    reason_first: bool = False
    entry: Entry | None = None
    described: bool = False

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of it, as it is told."""
        if self.reason_first:
            return (*self.reason, *self.role, *self.own)
        return (*self.role, *self.own, *self.reason)


def introduction(material: Material) -> Introduction:
    """A letter's material into how it begins: always the same for the same material."""
    why = reason(material)
    if _may_come_first(material, why):
        follows = _unless_told(material)
        said = material.voice.say("opening_after", no_i=starts_with_i(why[-1].text) or _begins_with_i(follows))
        if said:
            own = follows if not (starts_with_i(said.text) and _begins_with_i(follows)) else ()
            return Introduction(role=(said.sentence(*_facts(material)),), reason=why, own=own, reason_first=True)
    own = _own_line(material)
    if own and (joined := _joined(material, why)):
        return Introduction(role=(joined,), reason=why, described=True)
    no_i = _begins_with_i(own or why)
    job = _introduced(material)
    if job and (said := material.voice.say("opening_present", _job_fields(job), no_i=no_i)):
        held = job.held[0]
        fields = {"position": held.position, "name": held.name, "startDate": held.start}
        sources = tuple(f"profile:{held.at(name)}" for name, value in fields.items() if value)
        return Introduction(role=(said.sentence(*_facts(material), *sources),), reason=why, entry=job)
    first = _role(material, no_i=no_i)
    role = (first.sentence(*_facts(material)),) if first else ()
    return Introduction(role=role, own=() if _begins_with_i(own) and _begins_with_i(why) else own, reason=why)


def _own_line(material: Material) -> tuple[Sentence, ...]:
    """The person's own line; beside stories it stays back where too many sentences begin with "I"."""
    held_back = material.storied and material.voice.few_i
    return () if material.about is None or held_back else (material.about.sentence,)


def _unless_told(material: Material) -> tuple[Sentence, ...]:
    """The person's own line after their reason: only where little else says who is writing."""
    told = len(material.evidence) > 1 or material.storied
    return () if told or material.about is None else (material.about.sentence,)


def _joined(material: Material, why: Sequence[Sentence]) -> Sentence | None:
    """The role and the person's own line in one sentence, where the two fit: apart, each stands there alone."""
    voice, phrase = material.voice, material.about.phrase if material.about else ""
    if not phrase or _introduced(material):
        return None
    said = voice.say("opening_about", {"summary": phrase})
    if said is None or (starts_with_i(said.text) and _begins_with_i(why)):
        return None
    return said.sentence(*_facts(material), "profile:basics.summary")


def _begins_with_i(said: Sequence[Sentence]) -> bool:
    return bool(said) and starts_with_i(said[0].text)


def reason(material: Material) -> tuple[Sentence, ...]:
    """Why this company: the person's reason, a fact that the notes ask for, or what they value."""
    selection, voice = material.selection, material.voice
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


def _may_come_first(material: Material, why: tuple[Sentence, ...]) -> bool:
    """Whether the reason opens the letter: in the person's own sentences, where they lean on nothing before."""
    own = bool(material.selection.why) and bool(why) and why[0].text == material.selection.why[0]
    return own and first_word(why[0].text) not in letter_data()["leaning"]


def _introduced(material: Material) -> Entry | None:
    """The present job where the first sentence shall name it.

    The person's own line comes before it, unless nothing else in the letter would say where they work now.
    """
    job = material.present
    told = job is not None and any(piece.entry == job for piece in material.evidence)
    return None if told and material.about else job


def _role(material: Material, *, no_i: bool) -> Said | None:
    moves = ("opening", "opening_no_company", "opening_no_title", "opening_bare")
    return next((said for move in moves if (said := material.voice.say(move, no_i=no_i))), None)


def _job_fields(job: Entry) -> dict[str, str]:
    position = plain_position(job.position)
    fields = {"position": position, "a_position": with_article(position), "employer": said_name(job.name)}
    return {**fields, "since": str(job.held[0].start.year)} if job.held[0].start else fields


def _facts(material: Material) -> tuple[str, ...]:
    """Where the posting names the title and the company, or the name of the fact where its text does not."""
    text = material.plan.posting.text
    found = []
    for name in ("title", "company"):
        value = material.voice.facts.get(name, "")
        start = text.find(value) if value else -1
        if value:
            found.append(f"posting:{start}-{start + len(value)}" if start >= 0 else f"posting:{name}")
    return tuple(found)
