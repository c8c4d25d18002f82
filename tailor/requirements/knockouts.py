"""Which requirements stop an application that does not meet them, and the conditions that stand in no list."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Literal

from tailor.model.posting import Knockout, KnockoutKind, Reading, Requirement, RequirementKind
from tailor.model.text import Span
from tailor.requirements.conditions import Codes, codes_of, conditions_in, details_of, is_hard, may_be_hard
from tailor.requirements.cues import data

LONGEST_CONDITION = 320
"""Characters of a line outside the lists that can be a condition; longer ones are policies that mention the words.
Chosen on 93 postings written for the project, where the longest condition in prose has 290."""

_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s)|\Z)", re.DOTALL)
_KINDS: dict[KnockoutKind, RequirementKind] = {
    "citizenship": "permit", "clearance": "permit", "permit": "permit", "driving": "licence", "licence": "licence",
    "certificate": "licence", "degree": "degree", "language": "language", "years": "experience",
    "travel": "logistics", "relocation": "logistics", "shift": "logistics",
    "check": "logistics", "age": "logistics",
}  # fmt: skip
_OF_DUTIES = frozenset(_KINDS) - {"degree", "years", "language", "certificate"}
"""A duty that says "must" of a licence, a permit or its hours is a condition; one that names a degree is none."""


def knockouts(requirements: Sequence[Requirement], reading: Reading) -> tuple[Knockout, ...]:
    """The knock-outs of a posting in the order of its text, one for each thing that a line asks for.

    From the required lines, from duties and other lines that say "must" of such a thing.
    """
    codes = codes_of(reading.facts.language)
    found = [one for requirement in requirements for one in _of_requirement(requirement, codes)]
    known = {one.kind for one in found}
    if "citizenship" in known:  # who is a citizen may work
        known.add("permit")
    found += _outside(reading, codes, known)
    return tuple(sorted(found, key=lambda one: one.requirement.span.start))


def _of_requirement(requirement: Requirement, codes: Codes) -> Iterator[Knockout]:
    if requirement.source == "record" or requirement.need == "preferred":
        return
    text = requirement.text
    duty = requirement.need == "responsibility"
    if duty and not may_be_hard(text, codes):
        return
    for kind in conditions_in(text, codes):
        if duty and not (kind in _OF_DUTIES and is_hard(text, kind, codes)):
            continue
        yield _knockout(requirement, kind, codes, alone=not requirement.path)


def _knockout(requirement: Requirement, kind: KnockoutKind, codes: Codes, *, alone: bool) -> Knockout:
    return Knockout(
        kind=kind, requirement=requirement, details=details_of(requirement.text, kind, codes), alone=alone
    )


def _outside(reading: Reading, codes: Codes, known: set[KnockoutKind]) -> Iterator[Knockout]:
    """Conditions among the lines set aside and the sentences in no list, of kinds that no line above has told."""
    never = set(data()["never_conditions"])
    aside = [line for line in reading.set_aside if line.why not in never]
    lines = [(span, line.why) for line in aside for span in _sentences(line.span)]
    lines += [(span, "") for span in reading.prose]
    told: set[tuple[KnockoutKind, str]] = set()
    number = 0
    for span, why in sorted(lines, key=lambda pair: pair[0].start):
        firm = frozenset(data()["firm_asides"].get(why) or ())
        kinds = [kind for kind in _conditions(span.text, codes, firm) if kind not in known or kind == "check"]
        fresh = [kind for kind in kinds if (kind, span.text) not in told]
        told |= {(kind, span.text) for kind in fresh}
        if not fresh:
            continue
        number += 1
        for kind in fresh:
            requirement = _requirement(f"k{number}", span, kind, why)
            yield _knockout(requirement, kind, codes, alone=True)


def _sentences(span: Span) -> Iterator[Span]:
    """A line set aside in its sentences: no policy is quoted whole for one; abbreviations may cut."""
    for found in _SENTENCE.finditer(span.text):
        start, end = found.span()
        yield Span(text=found.group(), start=span.start + start, end=span.start + end)


def _conditions(text: str, codes: Codes, firm: Container[str]) -> Iterable[KnockoutKind]:
    """The conditions of a line outside the lists; those of `firm` kinds need no word that makes them hard."""
    if len(text) > LONGEST_CONDITION or not (firm or may_be_hard(text, codes)):
        return ()
    return (kind for kind in conditions_in(text, codes) if kind in firm or is_hard(text, kind, codes))


def _requirement(identity: str, span: Span, kind: KnockoutKind, why: str) -> Requirement:
    need: Literal["required"] = "required"
    return Requirement(
        id=identity,
        need=need,
        kind=_KINDS[kind],
        span=span,
        skills=(),
        min_years=None,
        why=f"a condition among lines set aside: {why}" if why else "a condition in the running text",
    )
