"""The company details as a letter says them to the company: "The X team builds" -> "Your X team builds"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tailor.letter.notes import is_private, to_you
from tailor.letter.verbs import verb_forms
from tailor.letter.words import (
    LONGEST,
    closed,
    first_word,
    folded,
    letter_data,
    lowered,
    raised,
    sentences,
    shared,
    words,
)
from tailor.model.record import Record

# A company's first words are its name if they have so many letters.
_NAME = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One fact about the company: as written, as said to it, and whether it says what the company is.

    `part` says that it is a part of a longer sentence.
    """

    sentence: str
    written: str
    said: str
    being: bool = False
    part: bool = False

    @property
    def fact(self) -> str:
        """The fact after "that": "your X team builds ..."; a name that it begins with keeps its capital."""
        said, held = self.said.rstrip("."), words(self.said)
        named = len(held) > 1 and held[1][0].isupper() and first_word(said) not in letter_data()["small"]
        return said if named else lowered(said)

    @property
    def what(self) -> str:
        """What the company is, as it is written: "a hospital with a school of its own"; else empty."""
        articles = "|".join(letter_data()["articles"])
        found = re.search(rf"\s(?:{'|'.join(letter_data()['be_you'])})\s+((?:{articles})\s.+)", self.written)
        return found.group(1).rstrip(".") if found and self.being else ""


def company_details(record: Record, company: str) -> tuple[Detail, ...]:
    """The company details as facts that may be said to the company, in the order they are written.

    The company's praise of itself, its size and history, and sentences that lean on another are passed over; of a
    sentence that says two things that the company is, each counts alone, too.
    """
    found: list[Detail] = []
    before = ""
    if not letter_data()["be_you"]:
        return ()
    for sentence in sentences(record.company_details):
        follows = company.casefold() in before.casefold() if company else False
        found += _offered(sentence, company, after_company=follows)
        before = before if follows and first_word(sentence) in letter_data()["leaning"] else sentence
    return tuple(found)


def fitting(offered: Iterable[Detail], wanted: Iterable[str], *, least: int = 0) -> Detail | None:
    """The detail that carries most of the wanted themes, at least `least` of them; a part before its whole."""
    asked = tuple(wanted)
    scored = [(len(shared(asked, detail.written)), detail) for detail in offered]
    close = [(score, detail) for score, detail in scored if score >= least]
    return max(close, key=lambda one: (one[0], one[1].part == bool(one[0])), default=(0, None))[1]


def _offered(sentence: str, company: str, *, after_company: bool) -> Iterator[Detail]:
    for part, whole in _parts(sentence, company):
        if not _is_telling(part, after_company=after_company):
            continue
        said = closed(raised(_said_to(part, company)))
        start = [folded(word) for word in words(said)[:2]]
        being = start[:1] == [folded(letter_data()["you"])] and start[1:] == [letter_data()["be_you"]["is"]]
        yield Detail(sentence=sentence, written=part, said=said, being=being, part=not whole)


def _parts(sentence: str, company: str) -> Iterator[tuple[str, bool]]:
    """A sentence, and of "X is a A and the B" also "X is a A" and "X is the B"; each with whether it is whole."""
    yield sentence, True
    data = letter_data()
    articles, be = "|".join(data["articles"]), "|".join(data["be_you"])
    head = _called(sentence, company)
    if not head:
        return
    rest = sentence[len(head) :].strip().rstrip(".")
    found = re.fullmatch(
        rf"(?P<be>{be})\s+(?P<a>(?:{articles})\s.+?),?\s+{data['list_and']}\s+(?P<b>(?:{articles})\s.+)", rest
    )
    if found:
        one, other = found["a"], found["b"]
        yield f"{head} {found['be']} {one}.", False
        yield f"{head} {found['be']} {_with_noun(other, one)}.", False


def _with_noun(text: str, before: str) -> str:
    """Puts the noun for which "one" stands: "the only one with ..." -> "the only employer of ... with ..."."""
    data = letter_data()
    held = before.split()[1:]
    while len(held) > 1 and (held[0] in data["superlatives"] or held[0].endswith("est")):
        held = held[1:]
    return re.sub(rf"\b{data['one']}\b", " ".join(held), text, count=1)


def _is_telling(sentence: str, *, after_company: bool) -> bool:
    data = letter_data()
    held = [folded(word) for word in words(sentence)]
    leans = bool(held) and held[0] in data["leaning"] and not (after_company and held[0] == data["its"])
    if not held or len(held) > LONGEST - 5 or leans:
        return False
    return not set(held) & {*data["praise"], *data["dull"]} and not is_private(sentence)


def _said_to(sentence: str, company: str) -> str:
    data = letter_data()
    head = words(sentence)[0]
    rest = sentence[len(head) :].lstrip()
    if folded(head) == data["its"] or (folded(head) == data["the"] and rest[:1].isupper()):
        return f"{raised(data['your'])} {rest}"
    if called := _called(sentence, company):
        return _you_do(sentence[len(called) :].strip()) or to_you(sentence)
    return to_you(_with_place(sentence, company))


def _called(sentence: str, company: str) -> str:
    """The company's name as a sentence begins with it, whole or by its first words: "Quay" for Quay Analytics."""
    held = company.split()
    names = [" ".join(held[:count]) for count in range(len(held), 0, -1)]
    short = [name for name in names if name == company or len(name) >= _NAME]
    return next((name for name in short if re.match(rf"{re.escape(name)}\s+[a-z]", sentence, re.IGNORECASE)), "")


def _with_place(sentence: str, company: str) -> str:
    """A sentence that says "there" of the company with the company's name: a letter to it is not there."""
    data = letter_data()
    if not company or not data["there"]:
        return sentence
    be = "|".join(data["be_you"])
    at = data["at_company"].format(company=company)
    return re.sub(rf"(?<=\w )\b{data['there']}\b(?!\s+(?:{be})\b)", at, sentence, count=1)


def _you_do(predicate: str) -> str:
    """What follows the company name as "You build ..."; empty where a second verb would have to change."""
    data, tokens = letter_data(), words(predicate)
    verb, forms = folded(tokens[0]), verb_forms()
    known = {form: base for base, form in sorted(forms.get(verb, ()))}
    base = data["be_you"].get(verb) or known.get("third")
    joins = [folded(other) for one, other in pairwise(tokens) if folded(one) == data["list_and"]]
    clash = any(form == "third" for word in joins for _, form in forms.get(word, ()))
    if not base or clash:
        return ""
    owned = re.sub(rf"\b{data['its']}(?=\s+{data['own']}\b)", data["your"], predicate[len(tokens[0]) :])
    return to_you(f"{data['you']} {base}{owned}")
