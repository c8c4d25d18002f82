"""What the work is about in the posting's own words: one duty that the evidence answers, to be quoted."""

import re
from collections.abc import Sequence

from tailor.letter.evidence import Piece
from tailor.letter.turning import is_instruction
from tailor.letter.words import folded, letter_data, lowered, shared, themes, words
from tailor.model.plan import Plan

# A quoted duty has so many words: fewer say too little, more would be most of a sentence's limit.
_FEWEST, _MOST = 4, 22
# A label before a duty, as "Data Pipelines: Build ...", has at most this many words.
_LABEL = 5


def asked_duty(plan: Plan, pieces: Sequence[Piece]) -> tuple[str, str]:
    """The duty nearest to the job's title that the pieces answer, and its source; two empty strings if none.

    It is quoted from its first verb to its first full stop, colon or semicolon, and nothing in it is changed but
    the first letter.
    """
    counts = {r.id: sum(r.id in piece.answers for piece in pieces) for r in plan.posting.requirements}
    duties = [r for r in plan.posting.requirements if r.need == "responsibility" and r.source == "posting"]
    named = themes(plan.posting.title)
    for requirement in sorted(duties, key=lambda r: (-len(shared(named, r.text)), -counts[r.id])):
        said = _quotable(requirement.text)
        if counts[requirement.id] and said:
            return said, f"posting:{requirement.span.start}-{requirement.span.end}"
    return "", ""


def _quotable(text: str) -> str:
    flat = " ".join(text.split())
    label = re.match(r"[^:.;]{2,60}:\s+(?=[A-Z])", flat)
    if label and len(label.group().split()) <= _LABEL:
        flat = flat[label.end() :]
    said = re.split(r"[:;!?]|\.(?:\s|$)", flat, maxsplit=1)[0].strip(" ,-–—•*")
    you = {folded(word) for word in words(said)} & set(letter_data()["to_reader"])
    fits = _FEWEST <= len(said.split()) <= _MOST and not said.isupper()
    return (
        lowered(said)
        if fits and not you and not re.search(r"[“”\"()\[\]{}]", said) and is_instruction(said)
        else ""
    )
