"""Lines of a person specification that end in a mark of their strength: "(E)", "(Desirable)", "– essential"."""

import re
from collections.abc import Sequence

from tailor.model.posting import Need
from tailor.model.text import Block
from tailor.posting.patterns import per_language, phrases, table

# One letter is a mark only where several lines carry each of two; a word is one by itself.
_FEWEST = 2
_LETTER = re.compile(r"[\s(\[|–-]([A-Z])[)\]]?\s*\Z")
_WORD = re.compile(r"(?:\s[–-]|[(\[|])\s*([^\W\d_]+)\s*[)\]]?\s*\Z")


def marks_of(blocks: Sequence[Block]) -> dict[int, Need]:
    """The strengths that marks at the end of lines state, by the place where the line begins."""
    letters = {block.start: found.group(1) for block in blocks if (found := _LETTER.search(block.text))}
    counts = {letter: list(letters.values()).count(letter) for letter in set(letters.values())}
    known: dict[str, Need] = {
        letter: need for letter, need in _letters().items() if counts.get(letter, 0) >= _FEWEST
    }
    strengths: dict[int, Need] = {}
    if len(set(known.values())) > 1:
        strengths = {start: known[letter] for start, letter in letters.items() if letter in known}
    for block in blocks:
        if (found := _WORD.search(block.text)) and (need := _word(found.group(1))):
            strengths[block.start] = need
    return strengths


def _word(text: str) -> Need | None:
    needs: tuple[Need, ...] = ("required", "preferred")
    return next((need for need in needs if text.casefold() in phrases("cues.yaml", "marks", need)), None)


@per_language
def _letters() -> dict[str, Need]:
    return {str(letter): need for letter, need in table("cues.yaml", "mark_letters").items()}
