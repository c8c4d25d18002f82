"""One piece of evidence as sentences: where and when, then the person's own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from tailor.letter.patterns import Said, Voice
from tailor.letter.piece import Piece
from tailor.letter.words import (
    LONGEST,
    closed,
    folded,
    letter_data,
    lowered,
    plain_name,
    plain_position,
    said_name,
    sentences,
    shared,
    starts_with_i,
    themes,
    with_article,
    words,
)
from tailor.model.letter import Sentence
from tailor.model.profile import Entry

# An employer's first word names it in a story if it has this many letters; else its first two words do.
_NAME = 4
# A project's name of more words, or with a comma, stands in quotation marks.
_PROJECT = 3
# Moves that name a project.
_NAMED = ("projects", "more_projects")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What surrounds a piece: the entry told of just before it, and the sentences told so far.

    `introduced` is the job that the opening names; `described` says that it tells what the person is. `scenes` are
    the sentences that the paragraphs before began with: no scene is set like another; `placed` the jobs that the
    paragraphs before told of. `storied` says that this paragraph tells a story.
    """

    voice: Voice
    before: Entry | None = None
    after: tuple[str, ...] = ()
    introduced: Entry | None = None
    described: bool = False
    scenes: tuple[str, ...] = ()
    placed: frozenset[str] = frozenset()
    storied: bool = False


def tell(telling: Telling, piece: Piece) -> tuple[Sentence, ...]:
    """A story verbatim, with a sentence that sets the scene where it does not; a bullet as turned sentences."""
    return _story(telling, piece) if piece.turned is None else _bullet(telling, piece)


def join(telling: Telling, before: Sentence, piece: Piece) -> Sentence | None:
    """A sentence about a job and a further clause of it in one, where a language has a way and both are short."""
    if piece.turned is None or ";" in before.text or not before.text.endswith("."):
        return None
    fields = {"before": before.text.rstrip("."), "clause": piece.turned.clause}
    said = telling.voice.say("again_joined", fields)
    return said.sentence(*before.sources, f"profile:{piece.path}") if said else None


def sets_its_scene(story: Piece, entry: Entry) -> bool:
    """Whether a story says itself where it happened.

    One of a job that goes on has to name the employer in full: a reader wants to know what the person is today.
    """
    whole = plain_name(entry.name).casefold() in story.text.casefold()
    return whole or (_is_named(entry, story.text) and not (_is_work(entry) and entry.current))


def _story(telling: Telling, piece: Piece) -> tuple[Sentence, ...]:
    own = tuple(Sentence(text=closed(text), sources=(f"profile:{piece.path}",)) for text in sentences(piece.text))
    if piece.entry is None or _is_placed(telling, piece, piece.entry):
        return own
    moves = _scenes(telling, piece.entry)
    entry = piece.entry if moves[0] == "scene_other" else piece.entry.held[0]
    after = (*telling.scenes, *telling.after)
    tried = (telling.voice.say(one, _fields(entry), after=after) for one in moves)
    said = next((one for one in tried if one), None)
    return (said.sentence(*_sources(entry)), *own) if said else own


def _is_placed(telling: Telling, story: Piece, entry: Entry) -> bool:
    """Whether a reader knows already where a story happened, or hears it in the story."""
    known = entry in (telling.introduced, telling.before) or entry.path in telling.placed
    return known or sets_its_scene(story, entry)


def _is_work(entry: Entry) -> bool:
    return entry.section == "work" and bool(entry.position)


def _scenes(telling: Telling, entry: Entry) -> tuple[str, ...]:
    """The moves that say where a story happened, the most fitting first."""
    if not _is_work(entry) or (len(entry.held) > 1 and not entry.current):  # under which title, nobody says
        return ("scene_other",)
    if entry.current:
        return ("scene_described", "scene_current") if telling.described else ("scene_current",)
    later = telling.before is not None and _ended_before(entry, telling.before)
    return ("scene_before", "scene_ended") if later else ("scene_ended",)


def _is_named(entry: Entry, story: str) -> bool:
    """Whether a story names the employer, if only by a part: "Larkspur" for Larkspur Markets, "the Courier"."""
    held = words(plain_name(entry.name))
    own = {word for word in held[1:] if len(word) > _NAME and folded(word) not in letter_data()["no_names"]}
    if own & set(words(story)):
        return True
    start = held[:1] if held and len(held[0]) >= _NAME else held[:2]
    told = [folded(word).removesuffix("'s") for word in words(story)]
    wanted = [folded(word) for word in start]
    return bool(wanted) and any(told[n : n + len(wanted)] == wanted for n in range(len(told)))


def _bullet(telling: Telling, piece: Piece) -> tuple[Sentence, ...]:
    turned, entry = piece.turned, piece.entry
    if turned is None or entry is None:
        return ()
    first = _first(telling, entry, turned.clause)
    if first is None:
        return ()
    source = f"profile:{piece.path}"
    told = [first.sentence(source, *_sources(entry))]
    for clause in turned.own:
        said = telling.voice.say("follow", {"clause": clause}, no_i=starts_with_i(told[-1].text))
        told = _with(told, said.sentence(source)) if said else told
    for text in turned.then:
        told = _with(told, Sentence(text=text, sources=(source,)), as_written=piece.text)
    return tuple(told)


def _with(told: Sequence[Sentence], more: Sentence, *, as_written: str = "") -> list[Sentence]:
    """The sentences with one more: behind a semicolon where both are short, else on its own."""
    before = told[-1]
    body = more.text.rstrip(".")
    inner = f"{body[:1].lower()}{body[1:]}"
    inner = inner if as_written and inner in as_written else body if as_written else lowered(body)
    joined = f"{before.text.rstrip('.')}; {inner}."
    if ";" in before.text or not before.text.endswith(".") or len(joined.split()) > LONGEST:
        return [*told, more]
    sources = dict.fromkeys((*before.sources, *more.sources))
    return [*told[:-1], Sentence(text=joined, sources=tuple(sources))]


def _first(telling: Telling, entry: Entry, clause: str) -> Said | None:
    fields = {**_fields(entry), "clause": clause, "plain_clause": "" if ":" in clause else clause}
    moves = _openers(entry, telling)
    if moves[0] in _NAMED and _says_its_name(entry, clause):
        moves = (f"{moves[0]}_said", *moves)
    for move in moves:
        said = telling.voice.say(move, fields, after=telling.after)
        if said is not None:
            return said
    return Said(text=f"I {clause}.", name="follow[0]") if len(clause.split()) < LONGEST else None


def _says_its_name(entry: Entry, clause: str) -> bool:
    """Whether a clause says what its project is called, in all words but one."""
    wanted = themes(plain_name(entry.name))
    return len(wanted) > 1 and len(shared(wanted, clause)) >= len(wanted) - 1


def _openers(entry: Entry, telling: Telling) -> Sequence[str]:
    """The moves that may open a piece, the most fitting first."""
    before = telling.before
    if before is not None and entry == before:
        return _again(entry, telling)
    if entry.section != "work":
        more = before is not None and before.section == entry.section
        return (f"more_{entry.section}", entry.section) if more else (entry.section,)
    if entry == telling.introduced:
        return ("work_titles",) if len(entry.held) > 1 else ("work_present", "work_titles")
    return _by_date(entry, telling)


def _by_date(entry: Entry, telling: Telling) -> Sequence[str]:
    """The moves for a job, by when it was beside what is told before it."""
    before = telling.before
    if entry.current:
        if len(entry.held) > 1:
            return ("work_titles",)
        return ("work_current_story", "work_current") if telling.storied else ("work_current",)
    if before is not None and _ended_before(entry, before):
        return ("work_same" if entry.name == before.name else "work_before", "work_ended")
    if before is None and telling.introduced is not None and _ended_before(entry, telling.introduced):
        return ("work_earlier", "work_ended")
    return ("work_ended",)


def _again(entry: Entry, telling: Telling) -> Sequence[str]:
    """The moves for a further line of a job: a plain "I also", unless the sentence before began with "I"."""
    if entry.section != "work":
        return (f"again_{entry.section}", "again_other")
    other = "again_titles" if len(entry.held) > 1 or not telling.after else "again_other"
    if telling.voice.few_i or not telling.after or starts_with_i(telling.after[-1]):
        return (other,)
    return ("again", other)


def _ended_before(entry: Entry, later: Entry) -> bool:
    """Whether a job had ended when the later one began; False where the dates do not say."""
    if entry.end is None or later.start is None or later.section != "work":
        return False
    ended = (entry.end.year, entry.end.month or 12)
    began = (later.start.year, later.start.month or 12)
    return ended <= began


def _fields(entry: Entry) -> dict[str, str]:
    """What patterns may say of an entry; years only where they differ, no title where there were several."""
    position = plain_position(entry.position) if len(entry.held) == 1 else ""
    plain = plain_name(entry.name)
    fields = {"employer": said_name(entry.name), "position": position}
    if entry.section == "projects":
        fields["long_project" if len(plain.split()) > _PROJECT or "," in plain else "project"] = plain
    if position:
        fields["a_position"] = with_article(position)
    if entry.start and entry.end and entry.start.year != entry.end.year:
        fields |= {"from": str(entry.start.year), "to": str(entry.end.year)}
    if entry.start and entry.current:
        fields["since"] = str(entry.start.year)
    return fields


def _sources(entry: Entry) -> tuple[str, ...]:
    if len(entry.held) > 1:  # then only the employer is named
        return (f"profile:{entry.at('name')}",)
    held = entry.held[0]
    said = {"name": held.name, "position": held.position, "startDate": held.start, "endDate": held.end}
    return tuple(f"profile:{held.at(field)}" for field, value in said.items() if value)
