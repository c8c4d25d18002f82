"""A sentence that the person wrote into an edited letter -> what of it no file of theirs holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from tailor.letter.words import folded
from tailor.model.plan import Plan
from tailor.model.skills import UNLISTED, Find
from tailor.resources import language_data

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W_][\w+#&’'.-]*[\w+#]|[^\W_]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+")
_PATH = re.compile(r"[a-z_-]+\[\d+\]")
_BEGINS = re.compile(r"(?:^|[.!?:…]|[.!?:…]?[\"“‘„«(])\s*$")

Claim = tuple[str, str]
"""What has no source: its kind (number, skill, name) and the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All that the person's files say, for looking things up: words, numbers, text, and the finder of skills."""

    words: frozenset[str]
    numbers: frozenset[str]
    texts: tuple[str, ...]
    find: Find
    lang: str = "en"

    @classmethod
    def of(cls, plan: Plan, find: Find, *, more: Iterable[str] = (), lang: str = "en") -> "Sources":
        """Profile, record and posting of a plan; `more` are further texts that claim nothing new."""
        texts = (
            *_texts(plan.profile),
            *_texts(plan.record),
            plan.posting.text,
            *_texts(plan.posting.facts),
            *more,
        )
        words = {part for text in texts for part in _parts(text)}
        counted = language_data(lang, "draft.yaml")["numbers"]
        numbers = {_figure(found) for text in texts for found in _NUMBER.findall(text)}
        spelled = {str(counted[word]) for word in words & set(counted)}
        return cls(
            words=frozenset(words),
            numbers=frozenset(numbers | spelled),
            texts=tuple(dict.fromkeys(texts)),
            find=find,
            lang=lang,
        )

    def lacking(self, sentence: str) -> tuple[Claim, ...]:
        """The numbers, skills and names of a sentence that none of these texts holds, each once."""
        skills = tuple(self._skills(sentence))
        named = {part for skill in skills for part in _parts(skill)}
        names = [name for name in self._names(sentence) if not _parts(name) & named]
        found = [("number", number) for number in self._numbers(sentence)]
        found += [("skill", skill) for skill in skills] + [("name", name) for name in names]
        return tuple(dict.fromkeys(found))

    def _numbers(self, sentence: str) -> Iterator[str]:
        counted = language_data(self.lang, "draft.yaml")["numbers"]
        for found in _NUMBER.findall(sentence):
            if _figure(found) not in self.numbers:
                yield found
        for word in _WORD.findall(sentence):
            figure = counted.get(folded(word))
            if figure and folded(word) not in self.words and str(figure) not in self.numbers:
                yield word

    def _skills(self, sentence: str) -> Iterator[str]:
        mentions = [each for each in self.find(sentence, "bullet") if each.skill.kind not in ("soft", UNLISTED)]
        loose = [each for each in mentions if not _parts(each.text) <= self.words]
        shown = self._shown() if loose else frozenset()
        yield from (each.text for each in loose if each.skill.id not in shown)

    def _shown(self) -> frozenset[str]:
        """The skills that the texts show, with those that follow from them."""
        found = [each.skill for text in self.texts for each in self.find(text, "bullet") if not each.negated]
        return frozenset(name for skill in found for name in (skill.id, *skill.implies))

    def _names(self, sentence: str) -> Iterator[str]:
        words = language_data(self.lang, "draft.yaml")
        if words["nouns_capital"]:
            return
        before: tuple[int, list[str]] = (0, [])
        for hit in _WORD.finditer(sentence):
            word = hit.group()
            begins = _begins(sentence[: hit.start()], words["abbreviations"])
            loose = word[0].isupper() and not begins and not self._knows(word)
            if not loose or folded(word) in words["capitals"]:
                continue
            if before[1] and sentence[before[0] : hit.start()] == " ":
                before[1].append(word)
            else:
                yield from ([" ".join(before[1])] if before[1] else [])
                before = (hit.end(), [word])
            before = (hit.end(), before[1])
        yield from ([" ".join(before[1])] if before[1] else [])

    def _knows(self, word: str) -> bool:
        bare = re.sub(r"['’]s?$", "", word)
        return folded(word) in self.words or _parts(bare) <= self.words


def _begins(before: str, abbreviations: Sequence[str]) -> bool:
    """Whether a sentence, or words that are quoted, begin behind these words."""
    last = before.split()[-1:]
    return bool(_BEGINS.search(before)) and not (last and folded(last[0]) in abbreviations)


def _figure(number: str) -> str:
    """A number as it is compared: 1,200 and 1200 are one, 3,8 and 3.8 are."""
    return re.sub(r"\D", "", number) if _GROUPED.fullmatch(number) else number.replace(",", ".")


def _parts(text: str) -> set[str]:
    """The words of a text, folded, and those that a hyphen, slash or full stop joins, each for itself."""
    found = {folded(word) for word in _WORD.findall(text)}
    return found | {part for word in found for part in re.split(r"[-.&]", word) if part}


def _texts(value: object) -> Iterator[str]:
    """Every text and number in a value, however deep."""
    if isinstance(value, str):
        yield from ([] if _PATH.match(value) else [value])
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts(getattr(value, each.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from (*_texts(key), *_texts(one))
