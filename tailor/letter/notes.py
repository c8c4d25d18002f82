"""The person's own words in the record: what letter points choose from them, and what stays private."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tailor.letter.tongue import is_foreign
from tailor.letter.turning import has_finite_verb
from tailor.letter.verbs import verb_forms
from tailor.letter.words import (
    LONGEST,
    akin,
    closed,
    first_word,
    folded,
    is_closed,
    letter_data,
    lowered,
    raised,
    sentences,
    shared,
    themes,
    without_instruction,
    words,
)
from tailor.model.record import Answer, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A piece of the person's own words: a whole clause, or a phrase naming something the person values.

    `asked` is the question that it answers.
    """

    text: str
    source: str
    phrase: bool = False
    private: bool = False
    bond: bool = False
    asked: str = ""


def reason(record: Record) -> tuple[str, ...]:
    """The sentences of `why:` as the person wrote them; a phrase comes back without a full stop."""
    why = (record.why or "").strip()
    if not why or is_foreign(why):
        return ()
    found = sentences(why)
    if len(found) == 1 and not _is_sentence(found[0]):
        return (lowered(found[0].rstrip(".")),)
    parts = [part for one in found for part in in_two(one)]
    return tuple(closed(raised(to_you(one))) for one in parts if len(one.split()) <= LONGEST)


def in_two(sentence: str) -> tuple[str, ...]:
    """A sentence too long for a letter as two, where a joining word begins a clause of its own; else itself."""
    data = letter_data()
    if len(sentence.split()) <= LONGEST or not data["split_before"]:
        return (sentence,)
    joints, subjects = ("|".join(map(re.escape, data[name])) for name in ("split_before", "subjects"))
    cuts = [
        found
        for found in re.finditer(rf"[,;]\s+(?=(?:{joints})\s+(?:{subjects})\b)", sentence, re.IGNORECASE)
        if max(len(sentence[: found.start()].split()), len(sentence[found.end() :].split())) <= LONGEST
    ]
    if not cuts:
        return (sentence,)
    middle = min(cuts, key=lambda found: abs(2 * found.start() - len(sentence)))
    return f"{sentence[: middle.start()]}.", raised(sentence[middle.end() :])


def _is_own(text: str) -> bool:
    """Whether a text is a clause in the first person, of a letter's length."""
    own = {folded(word) for word in (*letter_data()["i_starts"], *letter_data()["we_starts"])}
    return first_word(text) in own and _is_clause(text) and len(text.split()) <= LONGEST


def stated(record: Record, place: str) -> tuple[Unit, ...]:
    """What the points of one paragraph state in the person's own words: "Mention that I can travel"."""
    that = letter_data()["that"]
    found: list[Unit] = []
    for index, point in enumerate(record.letter_points):
        theme = without_instruction(point.text)
        said = theme.removeprefix(f"{that} ") if that else theme
        if point.place == place and said != point.text and _is_own(said):
            found.append(Unit(text=closed(raised(to_you(said))), source=f"record:letter_points[{index}]"))
    return tuple(found)


def units(record: Record) -> tuple[Unit, ...]:
    """What the personal-connection answers offer: clauses with a subject and a verb, and valued phrases."""
    found: list[Unit] = []
    before = ""
    for index, answer in enumerate(record.connection):
        follows = answer.question.casefold().startswith(tuple(letter_data()["if_yes"]))
        before = f"{before} {answer.question}" if follows else answer.question
        found += [replace(unit, asked=before) for unit in _units_of(answer, f"record:connection[{index}]")]
    return tuple(found)


def chosen(asked: str, offered: Sequence[Unit], *, company: str = "") -> tuple[Unit, ...]:
    """The units a letter point asks for, best first; private ones only if the point names what they tell.

    A point that asks for the family means the private ones first. "As a user" means what answers a question about
    use, where no answer speaks of it itself.
    """
    named, related = set(themes(company)), _related(asked)
    wanted = tuple(dict.fromkeys([*(word for word in themes(asked) if word not in named), *related]))
    open_to = [unit for unit in offered if not unit.private or _names_private(asked, unit.text)]
    scored = [(len(shared(wanted, unit.text)) + unit.private, unit) for unit in open_to]
    if not any(score for score, _ in scored):
        scored = [(len(shared(related, unit.asked)), unit) for unit in open_to]
    return tuple(unit for score, unit in sorted(scored, key=lambda pair: -pair[0]) if score)


def to_you(text: str) -> str:
    """A text with "their mission" as the letter says it to the company: "your mission"."""
    data = letter_data()
    if not data["yours"]:
        return text
    nouns = "|".join(map(re.escape, data["yours"]))
    theirs = "|".join(map(re.escape, data["their"]))
    return re.sub(rf"\b(?:{theirs})(?=\s+(?:\w+\s+)?(?:{nouns})\b)", data["your"], text, flags=re.IGNORECASE)


def is_private(text: str) -> bool:
    """Whether a text tells of family or health: told only when the person asks for it."""
    return bool(_private_words(text))


def _units_of(answer: Answer, source: str) -> list[Unit]:
    data = letter_data()
    said = answer.text.strip(" .").casefold()
    if not said or said in data["empty_answers"] or is_foreign(answer.text):
        return []
    question = {folded(word) for word in words(answer.question)}
    bond = bool(question & set(data["bond_questions"]))
    clauses = [
        Unit(text=closed(raised(to_you(clause))), source=source, private=is_private(clause), bond=bond)
        for sentence in sentences(answer.text)
        for clause in _clauses(sentence)
    ]
    if clauses or not question & set(data["value_questions"]):
        return [unit for unit in clauses if len(unit.text.split()) <= LONGEST]
    return _phrases(answer.text, source)


def _clauses(sentence: str) -> list[str]:
    """The clauses of a sentence that each stand alone, or the whole sentence; none for a fragment."""
    parts = [
        part for part in re.split(rf",\s+(?:{letter_data()['list_and']}\s+)?|;\s+", sentence.strip(" .")) if part
    ]
    if len(parts) > 1 and all(_is_clause(part) for part in parts):
        return [part for part in parts if not _negative(part)]
    return [sentence.strip(" .")] if _is_clause(sentence) and not _negative(sentence) else []


def _phrases(text: str, source: str) -> list[Unit]:
    joint = letter_data()["list_and"]
    parts = [part.strip(" .") for part in re.split(rf",\s*(?:{joint}\s+)?|;\s+", text)]
    plain = [part for part in parts if part and not _is_clause(part) and not has_finite_verb(part)]
    bare = [part for part in plain if first_word(part) not in letter_data()["determiners"]]
    return [Unit(text=lowered(part), source=source, phrase=True, private=is_private(part)) for part in bare]


def _is_clause(text: str) -> bool:
    if first_word(text) not in letter_data()["subjects"]:
        return False
    held = [folded(word) for word in words(text)]
    if "'" in held[0] or has_finite_verb(text):
        return True
    data = letter_data()
    if held[0] in data["persons"]:
        return any(word in verb_forms() for word in held[1:])
    telling = {"past", "third"} if held[0] in data["possessors"] else {"past"}
    return any(form in telling for word in held[2:] for _, form in verb_forms().get(word, ()))


def _is_sentence(text: str) -> bool:
    """Whether one text of the person's is a sentence: it has a subject or a verb, and no bare phrase.

    In a language without a list of verbs its full stop decides, too.
    """
    held = {folded(word) for word in words(text)}
    own = held & {folded(word) for word in (*letter_data()["i_starts"], *letter_data()["we_starts"])}
    if not verb_forms():
        return bool(own) or is_closed(text)
    return bool(own) or has_finite_verb(text) or _is_clause(text)


def _negative(text: str) -> bool:
    return any(folded(word) in letter_data()["negative"] for word in words(text))


def _private_words(text: str) -> set[str]:
    return {folded(word) for word in words(text)} & set(letter_data()["private"])


def _names_private(asked: str, text: str) -> bool:
    held = {folded(word) for word in words(asked)}
    kin = letter_data()["private_kin"]
    held |= {relative for word in sorted(held) for relative in kin.get(word, ())}
    told = _private_words(text)
    return bool(held & set(letter_data()["private_all"])) or any(
        akin(one, other) for one in told for other in held
    )


def _related(asked: str) -> tuple[str, ...]:
    """For "as a patient" the words by which an answer may speak of it."""
    data = letter_data()
    told = " ".join(map(folded, words(asked)))
    cues = "|".join(map(re.escape, data["as_a"]))
    said_as = [name for name in data["relations"] if re.search(rf"\b(?:{cues})\s(?:\S+\s){{0,3}}{name}\b", told)]
    return tuple(dict.fromkeys(word for name in said_as for word in data["relations"][name]))
