"""Whether a name with a capital is that of a place, a street, a firm or a family, by the words around it."""

from tailor.skills.candidates import Candidate, Line
from tailor.skills.cues import Cues

POSSESSIVE = frozenset({"'s", "’s"})
"""As tokens."""

_LONGEST_REGION = 3


def names_place_or_firm(line: Line, candidate: Candidate, cues: Cues) -> bool:
    """Whether a form is no skill: "Java Street", "Ruby's Diner", "Jenkins, Kentucky", "the Jenkins family"."""
    if not line.tokens[candidate.start].text[:1].isupper():
        return False
    end = candidate.end
    if end < len(line.tokens) and line.tokens[end].text in POSSESSIVE:
        end += 1
    if end >= len(line.tokens):
        return False
    following = line.tokens[end].text
    if following[:1].isupper() and line.words[end] in cues.name_heads:
        return True
    if candidate.start and line.words[candidate.start - 1] in cues.articles and line.words[end] in cues.name_kin:
        return True
    return following == "," and _begins_region(line, end + 1, cues)


def _begins_region(line: Line, start: int, cues: Cues) -> bool:
    """Whether the name of a state or country stands at a word, with its capital."""
    if start >= len(line.tokens) or not line.tokens[start].text[:1].isupper():
        return False
    return any(line.words[start : start + size] in cues.regions for size in range(1, _LONGEST_REGION + 1))
