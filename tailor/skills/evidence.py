"""What speaks for a candidate in its line: its letters, its neighbours, cue words, capitals, the line's role."""

from collections.abc import Sequence
from dataclasses import dataclass

from tailor.model.skills import Role
from tailor.skills.candidates import Candidate, Line
from tailor.skills.cues import Cues, Phrases
from tailor.skills.entries import PROPER_KINDS
from tailor.skills.lexicon import Sense
from tailor.skills.proper import POSSESSIVE, names_place_or_firm
from tailor.skills.stretches import Place, gap_between

_LONGEST_PHRASE = 4
"""Words of a cue."""
_FILLERS_SKIPPED = 4
"""Words between a cue and its name ("experience with at least one modern")."""
_SHORTEST_LOWER = 3
"""Letters of an acronym that may be written small in a list ("sql"); shorter ones are other words."""
_BLOCKING = 3
"""Words of an entry's own blocks."""
_SHORT_LINE = 15
"""Words. In longer lines a cue is too far from a generic noun to speak for it (SkillSpan train: 12 % skills)."""
_MOST_JOINTS = 2
"""Marks and words between two members of a list ("A, B and C")."""
_ROLE_NOUN_REACH = 2
"""Words after a common noun in which a job's noun makes it a job's name ("data science team")."""
_SENTENCE_ENDS = frozenset({".", "!", "?", "•", "·", "*"})
_ASKING_ROLES = frozenset({"requirement", "list", "bullet"})
_COMMON_KINDS = frozenset({"domain", "method", "soft", "degree", "natural-language"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The evidence of one line; `asks` and `company` say what the whole line seems to do."""

    line: Line
    role: Role
    cues: Cues
    asks: bool
    company: bool

    def plausible(self, candidate: Candidate) -> list[Sense]:
        """The senses whose letters fit and which nothing around blocks, those that need least context first."""
        if any(start <= candidate.start and candidate.end <= end for start, end in self.line.blocked):
            return []
        fitting = [one for one in candidate.senses if self._fits(one, candidate) and self._open(one, candidate)]
        if fitting and names_place_or_firm(self.line, candidate, self.cues):
            fitting = [one for one in fitting if one.concept.skill.kind not in PROPER_KINDS]
        return sorted(fitting, key=lambda sense: sense.confidence != "safe")

    def counts(self, candidate: Candidate, sense: Sense, counted: Sequence[Place]) -> bool:
        """Whether there is evidence enough for an ambiguous sense; a safe one needs none."""
        confidence = self._confidence(sense, candidate)
        if confidence == "safe" or self.role == "list":
            return True
        capital = self._capital(candidate)
        touching = confidence != "title-noise" and (capital or sense.concept.skill.kind in PROPER_KINDS)
        if self._beside(candidate, counted, touching=touching) or self.cued_before(candidate.start):
            return True
        if confidence == "title-noise":
            return (self._asked() and not self._names_job(candidate)) or self.line.words[
                candidate.end : candidate.end + 1
            ] in self.cues.asking
        if (capital or sense.cased.islower()) and self._cued_after(candidate):
            return True
        open_ = self._alone(candidate) or self._capital_inside(candidate)
        return self._owned(candidate) or (confidence == "needs-context" and open_)

    def _owned(self, candidate: Candidate) -> bool:
        """Whether a name with a capital is a firm's: "HashiCorp's Vault"."""
        before = self.line.tokens[max(0, candidate.start - 2) : candidate.start]
        owner = len(before) > 1 and before[1].text in POSSESSIVE and before[0].text[:1].isupper()
        return owner and self._capital(candidate)

    def is_acronym(self, candidate: Candidate) -> bool:
        """Whether a form is written in capitals alone."""
        return candidate.key.isalpha() and len(candidate.key) > 1 and self._written(candidate).isupper()

    def _fits(self, sense: Sense, candidate: Candidate) -> bool:
        written = self._written(candidate)
        match sense.case:
            case "exact":
                return written == sense.cased
            case "capitals":
                return all(
                    word == cased or not cased.isupper()
                    for word, cased in zip(written.split(), sense.cased.split(), strict=False)
                )
            case "upper":
                return written.rstrip("s").isupper()
            case "title":
                return written[:1].isupper()
            case "acronym":
                small = len(written) >= _SHORTEST_LOWER and candidate.key not in self.cues.ordinary_words
                return small or written in (sense.cased, sense.cased.upper())
        return True

    def _open(self, sense: Sense, candidate: Candidate) -> bool:
        """Whether no word of the entry's own blocks it."""
        after, before = self._after(candidate.end), self._before(candidate.start)
        return sense.concept.not_before.isdisjoint(after) and sense.concept.not_after.isdisjoint(before)

    def _after(self, end: int) -> list[str]:
        """What follows a word: the next one, two and three words, and the next token as it stands."""
        words, marks = self.line.words[end : end + _BLOCKING], self.line.tokens[end : end + 1]
        return [" ".join(words[:size]) for size in range(1, len(words) + 1)] + [mark.text for mark in marks]

    def _before(self, start: int) -> list[str]:
        """What stands before a word, as `_after`."""
        first = max(0, start - 1)
        words, marks = self.line.words[max(0, start - _BLOCKING) : start], self.line.tokens[first:start]
        return [" ".join(words[-size:]) for size in range(1, len(words) + 1)] + [mark.text for mark in marks]

    def _confidence(self, sense: Sense, candidate: Candidate) -> str:
        """The sense's own, lowered for common nouns said in passing and for acronyms written small."""
        if sense.case == "acronym" and self._written(candidate) not in (sense.cased, sense.cased.upper()):
            return "list-only"
        if sense.confidence == "safe" and self._written(candidate) in self.cues.ordinary_names:
            return "needs-context"
        if sense.concept.skill.kind == "natural-language" and self._free(candidate):
            return sense.confidence
        common = sense.confidence == "safe" and sense.concept.skill.kind in _COMMON_KINDS
        return "title-noise" if common and self._in_passing(candidate) else sense.confidence

    def _in_passing(self, candidate: Candidate) -> bool:
        """Whether a common noun names a job ("frontend engineer") or stands in a line about the company."""
        return self.company or self._names_job(candidate)

    def _free(self, candidate: Candidate) -> bool:
        """Whether no noun follows, to which a language's name would be the adjective ("French pastries")."""
        return candidate.end >= len(self.line.words) or (
            self.joins(candidate.end)
            or self.line.words[candidate.end] in self.cues.fillers
            or self._cued_after(candidate)
        )

    def _names_job(self, candidate: Candidate) -> bool:
        near = self.line.words[candidate.end - 1 : candidate.end + _ROLE_NOUN_REACH]
        return not self.cues.role_nouns.isdisjoint(near)

    def _asked(self) -> bool:
        if self.role == "line":
            return self.asks and len(self.line.words) <= _SHORT_LINE
        return self.role in _ASKING_ROLES

    def _written(self, candidate: Candidate) -> str:
        tokens = self.line.tokens[candidate.start : candidate.end]
        return " ".join(self.cues.spelling.cased(token.text) for token in tokens)

    def _capital(self, candidate: Candidate) -> bool:
        return self.line.tokens[candidate.start].text[:1].isupper()

    def _alone(self, candidate: Candidate) -> bool:
        """Whether the line holds no other word: it is an item of a list."""
        others = [*self.line.words[: candidate.start], *self.line.words[candidate.end :]]
        return self._capital(candidate) and not any(word[:1].isalpha() for word in others)

    def _capital_inside(self, candidate: Candidate) -> bool:
        """A capital that neither a sentence's start nor the capitals of all its neighbours explain."""
        before = candidate.start - 1
        if not self._capital(candidate) or before < 0 or candidate.start in self.line.begins:
            return False
        possessive = self.line.tokens[before].text in POSSESSIVE
        mark = not self.line.words[before][:1].isalnum() and self.line.words[before] not in self.cues.inner_marks
        if mark and not possessive:
            return False
        tokens = (*self.line.tokens[: candidate.start], *self.line.tokens[candidate.end :])
        words = [token.text for token in tokens if token.text.isalpha() and len(token.text) > _SHORTEST_LOWER]
        return bool(words) and 2 * sum(word[0].islower() for word in words) >= len(words)

    def cued_before(self, start: int) -> bool:
        """Whether a cue ends right before a word, fillers between them left out."""
        for skipped in range(_FILLERS_SKIPPED + 1):
            end = start - skipped
            if skipped and (end < 0 or self.line.words[end] not in self.cues.fillers):
                return False
            if self._cues_end_at(end):
                return True
        return False

    def _cues_end_at(self, end: int) -> bool:
        before = self.line.words[max(0, end - _LONGEST_PHRASE) : max(0, end)]
        return any(before[-size:] in self.cues.before for size in range(1, len(before) + 1))

    def _cued_after(self, candidate: Candidate) -> bool:
        after = self.line.words[candidate.end : candidate.end + _LONGEST_PHRASE]
        return any(after[:size] in self.cues.after for size in range(1, len(after) + 1))

    def _beside(self, candidate: Candidate, counted: Sequence[Place], *, touching: bool) -> bool:
        """Whether a skill that counts is the next or the previous member of the same list, or touches it."""
        for other in counted:
            gap = gap_between(candidate, other)
            if gap is not None and self._lists(gap) and (gap or touching or self._tags(counted)):
                return True
        return False

    def _tags(self, counted: Sequence[Place]) -> bool:
        """Whether skills that count make up half of the line: then it is a list without marks."""
        return 2 * sum(place.length for place in counted) >= len(self.line.words)

    def same_list(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether two stretches are neighbours in one list."""
        first, second = sorted((one, other))
        gap = range(first[1], second[0])
        return bool(gap) and self._lists(gap)

    def near(self, candidate: Candidate, other: tuple[int, int]) -> bool:
        """Whether a stretch is in the same list, one member between them at the most."""
        first, second = sorted(((candidate.start, candidate.end), other))
        words = self.line.words[first[1] : second[0]]
        joints = sum(word in self.cues.list_marks or word in self.cues.list_words for word in words)
        return bool(words) and len(words) - joints <= 1 and joints >= 1 and len(words) <= 1 + 2 * _MOST_JOINTS

    def joins(self, place: int) -> bool:
        """Whether a word joins the members of a list, ends a line, or leads into a list."""
        if not 0 <= place < len(self.line.words):
            return True
        word = self.line.words[place]
        return word in self.cues.list_marks or word in self.cues.list_words or self._cues_end_at(place + 1)

    def begins(self, place: int) -> bool:
        """Whether a word stands first in its sentence, where a capital tells nothing."""
        before = self.line.words[place - 1] if place else ""
        return place == 0 or place in self.line.begins or before in _SENTENCE_ENDS

    def asks_here(self) -> bool:
        """Whether the line asks for something, by its role or its words."""
        return self.asks or self.role in _ASKING_ROLES

    def _lists(self, gap: range) -> bool:
        """Whether only what joins the members of a list stands between, numbers of versions apart."""
        if len(gap) > self.cues.max_list_gap:
            return False
        words = self.line.words[gap.start : gap.stop]
        return all(
            word in self.cues.list_marks or word in self.cues.list_words or word[:1].isdigit() for word in words
        )


def evidence(line: Line, role: Role, cues: Cues) -> Evidence:
    """A line and its role into its evidence; without a role its words say if it asks or speaks of the company."""
    asks = role == "line" and _holds(line.words, cues.asking)
    company = role == "company" or (role == "line" and not asks and not cues.company_words.isdisjoint(line.words))
    return Evidence(line=line, role=role, cues=cues, asks=asks, company=company)


def _holds(words: tuple[str, ...], phrases: Phrases) -> bool:
    sizes = range(1, _LONGEST_PHRASE)
    return any(words[start : start + size] in phrases for start in range(len(words)) for size in sizes)
