"""Two judges of English that are not ours and work offline: Harper (a library) and link-grammar (a program).

Harper has rules for slips. Link-grammar says whether it finds a reading of a whole sentence. It knows fewer ways
to say a thing than people have, so it is asked only about sentences that the letter itself makes, none of them
long, with names, amounts and quotation marks in plain words. What both find wrong in right sentences is in
`letter_judges.yaml`, each with its reason.
"""

import functools
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

PROGRAM = "link-parser"
LONGEST = 24
"""Words of a sentence that link-grammar reads in fractions of a second."""

_DATA = Path(__file__).with_suffix(".yaml")
_PLAIN = (
    (r" \([^)]*\)", ""),
    (r"[“”\"]", ""),
    (r"(?:[$£€]|\b(?:EUR|CAD|USD) )\d[\d.,]*[KMB]?", "ten dollars"),
    (r"\d[\d.,]*%", "ten percent"),
    (r"\b\d+(?:[.,]\d+)+[KMB]?\b|\b\d+[KMB]\b", "90"),
)


@functools.cache
def agreed(judge: str) -> tuple[re.Pattern[str], ...]:
    """What a judge finds wrong and we do not: patterns of Harper's words, or of link-grammar's sentences."""
    entries = yaml.safe_load(_DATA.read_text(encoding="utf-8"))[judge]
    assert all(entry["reason"] for entry in entries)
    return tuple(re.compile(entry["words"]) for entry in entries)


def harper_faults(text: str) -> tuple[str, ...]:
    """What Harper finds wrong in a text beyond what is agreed: the words, and what it says of them."""
    linter, language = _harper()
    found = linter.lint(text, language=language)
    known = agreed("harper")
    return tuple(
        f"{lint.problem_text}: {lint.message}"
        for lint in found
        if not any(pattern.fullmatch(lint.problem_text) for pattern in known)
    )


def unread(sentences: Sequence[str]) -> tuple[str, ...]:
    """The sentences that link-grammar finds no whole reading of, beyond what is agreed."""
    known = agreed("link-grammar")
    asked = [one for one in sentences if not any(pattern.search(one) for pattern in known)]
    return tuple(one for one, read in zip(asked, _readings(asked), strict=True) if not read)


def has_parser() -> bool:
    """Whether this machine has the program of link-grammar."""
    return shutil.which(PROGRAM) is not None


def plain(sentence: str, names: Iterable[str] = ()) -> str:
    """A sentence with the names given, amounts, brackets and quotation marks in words that any dictionary has."""
    for name in sorted(names, key=len, reverse=True):
        sentence = sentence.replace(name, "Smith")
    for pattern, word in _PLAIN:
        sentence = re.sub(pattern, word, sentence)
    return sentence


@functools.cache
def _harper():  # noqa: ANN202 - the library's own types
    import harper

    linter = harper.Linter()
    # Names and terms of a trade are no slips; whether a comma stands before "and" is the person's own choice.
    linter.set_lint_config({**linter.get_lint_config(), "SpellCheck": False, "OxfordComma": False})
    return linter, harper.Language.PLAINTEXT


def _readings(sentences: Sequence[str]) -> list[bool]:
    """Whether each sentence has a reading; one that takes the program over a second counts as read."""
    options = ("-echo=1", "-graphics=0", "-spell=0", "-null=0", "-limit=1", "-panic=0", "-timeout=1")
    done = subprocess.run(
        [PROGRAM, "en", *options], input="\n".join([*sentences, ""]), capture_output=True, text=True, check=True
    )
    said, place = [], 0
    for sentence in sentences:
        place = done.stdout.index(f"{sentence}\n", place) + len(sentence)
        said.append(place)
    answers = [done.stdout[start:end] for start, end in zip(said, [*said[1:], None], strict=True)]
    return ["No complete linkages" not in answer or "Timer is expired" in answer for answer in answers]
