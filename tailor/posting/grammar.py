"""What a line says by itself, where no heading decides: asked for, wished for, a duty, or nothing of these."""

import re

from tailor.model.posting import Need
from tailor.posting.patterns import data_at, entries, pattern, per_language, per_line, straight

_CUES = "cues.yaml"
# "Influence: contribute to decisions" may be a duty, a benefit or a value.
_LABEL = re.compile(r"[^.:;,!?]{2,40}:\s")
_FIRST = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


@per_line
def item_need(text: str) -> Need | None:
    """The need of a list item by its first words: a noun of having is asked for, a verb of doing is a duty."""
    line = straight(text)
    if _LABEL.match(line):
        return "required" if pattern(_CUES, "grammar", "required_holds").search(line) else None
    if is_duty(line) and not _starts("duty_nouns", line):
        return "responsibility"
    if _starts("required_starts", line):
        return "required"
    return "required" if pattern(_CUES, "grammar", "required_holds").search(line) else None


def is_duty(text: str) -> bool:
    """Whether a line begins with a verb of doing, as in "Lead", "Leading" or "Leads", or names a duty outright.

    "You lead", "we lead", "to lead" and the noun of doing, "preparation of", count too.
    """
    text = text.lstrip("\"'“( ")
    if _starts("duty_nominals", text):
        return True
    if (subject := pattern(_CUES, "grammar", "duty_subjects").match(straight(text))) and not _starts(
        "required_starts", straight(text)
    ):
        text = text[subject.end() :].lstrip()
    return _first_word(text) in _duty_forms() or _starts("duty_sentences", text)


def _first_word(text: str) -> str:
    """The first word of a text, or the one behind an adverb: "Proactively drive …"."""
    found = _FIRST.match(text.lstrip())
    first = found.group().casefold() if found else ""
    if found and first.endswith("ly"):
        rest = _FIRST.match(text.lstrip()[found.end() :].lstrip())
        first = rest.group().casefold() if rest else first
    return first


@per_line
def sentence_need(text: str) -> Need | None:
    """The need of a sentence in running text; None for everything that does not plainly ask or name a duty."""
    line = straight(text)
    if pattern(_CUES, "grammar", "others").search(line):
        return None
    if speaks_of_employer(line) and not pattern(_CUES, "grammar", "employer_asks").search(line):
        return None
    if pattern(_CUES, "grammar", "preferred_sentences").search(line):
        return "preferred"
    if pattern(_CUES, "grammar", "required_sentences").search(line):
        return "required"
    return "responsibility" if _starts("duty_sentences", line) or _tells_a_duty(line) or _you_do(line) else None


def _you_do(line: str) -> bool:
    """Whether a sentence says "you" and a verb of doing: "Mainly, you would look after …"."""
    opening = pattern(_CUES, "grammar", "you").match(line)
    return opening is not None and is_duty(line[opening.start("you") :])


def names_a_demand(text: str) -> bool:
    """Whether a sentence below a requirements heading names what is asked for: experience, a degree, a skill."""
    return item_need(text) == "required" or bool(pattern(_CUES, "clause_heads").search(straight(text)))


def has_substance(text: str) -> bool:
    """Whether a sentence names a licence, degree, clearance, language or years.

    What decides wherever it stands.
    """
    return bool(substance(text))


def substance(text: str) -> frozenset[str]:
    """The words by which a sentence names a licence, degree, clearance, language or years."""
    found = pattern(_CUES, "grammar", "substance").finditer(straight(text))
    return frozenset(match.group().casefold() for match in found)


def speaks_of_employer(text: str) -> bool:
    """Whether a line begins with the employer or an invitation, not with the applicant."""
    return _starts("employer_starts", straight(text))


def _tells_a_duty(line: str) -> bool:
    """Whether a sentence says what the holder of a job will do: "The postdoc will design …"."""
    found = pattern(_CUES, "grammar", "holder_will").match(line)
    if found and found.group("holder").casefold() in _holders() and is_duty(line[found.end() :]):
        return True
    found = pattern(_CUES, "grammar", "holder_does").match(line)
    held = found is not None and (not found.group("holder") or found.group("holder").casefold() in _holders())
    return found is not None and held and _first_word(line[found.end() :]) in _present_forms()


@per_language
def _holders() -> frozenset[str]:
    """The nouns that name who holds a job."""
    return frozenset(noun.casefold() for noun in entries("facts.yaml", "title", "nouns"))


def _starts(key: str, text: str) -> bool:
    return bool(pattern(_CUES, "grammar", key).match(text.lstrip("\"'“(*• ")))


@per_language
def _duty_forms() -> frozenset[str]:
    """Every verb of doing in its base form, with -s and with -ing."""
    forms: set[str] = set()
    for code, listed in data_at(_CUES, "grammar", "duty_verbs"):
        verbs = listed.split()
        forms.update(verbs)
        if code == "en":
            forms.update(form for verb in verbs for form in _inflected(verb))
    return frozenset(forms)


@per_language
def _present_forms() -> frozenset[str]:
    """Every English verb of doing with the -s of "she leads"."""
    verbs = [
        verb for code, listed in data_at(_CUES, "grammar", "duty_verbs") if code == "en" for verb in listed.split()
    ]
    return frozenset(_inflected(verb)[0] for verb in verbs)


def _inflected(verb: str) -> tuple[str, ...]:
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "ye")) else verb
    plural = verb + "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else verb + "s"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        plural = verb[:-1] + "ies"
    return plural, stem + "ing", verb + verb[-1] + "ing"
