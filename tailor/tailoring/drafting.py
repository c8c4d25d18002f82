"""The letter of an application: as drafted, or as the person edited it, with what has no source there."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tailor.errors import Fault
from tailor.model.document import Style
from tailor.model.letter import Draft, EditedLetter, Letter
from tailor.model.plan import Plan
from tailor.model.skills import Find

if TYPE_CHECKING:
    from tailor.letter.edited import Sources

_LACKING = {
    "number": "no source for the number {words} in profile, record or posting",
    "skill": "no source for the skill “{words}” in profile, record or posting",
    "name": "no source for the name “{words}” in profile, record or posting",
}
_REMEDY = "check it; it is printed as you wrote it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A letter as it is printed; `draft` is the text of the draft as generated, empty where there is none.

    `pointed_out` are the places of an edited draft that say what no file of the person's holds, or are no clean
    sentence; `look_at` is what a reader of a generated letter may stumble over.
    """

    letter: Letter
    draft: str = ""
    edited: bool = False
    pointed_out: tuple[Fault, ...] = ()
    look_at: tuple[str, ...] = ()


def drafted(usual: Letter, draft: Draft | None, plan: Plan, style: Style, find: Find) -> Drafted:
    """The generated letter and the draft that the person edited, if they did, into the letter to print.

    Raises `InputError`, with the line, for an edited draft that cannot be read.
    """
    from tailor import render  # noqa: PLC0415 - heavy imports late
    from tailor.draft import read_draft, write_draft  # noqa: PLC0415 - as above
    from tailor.letter.checks import letter_faults  # noqa: PLC0415 - as above

    enclosed = render.enclosed(usual, style)
    text = write_draft(usual, enclosed=enclosed)
    if draft is None:
        return Drafted(letter=usual, draft=text, look_at=letter_faults(usual, plan, find=find))
    read = read_draft(draft, usual, enclosed=enclosed)
    told = _pointed_out(read, draft.file, _sources(usual, plan, style, find)) if read.changed else ()
    return Drafted(letter=replace(read.letter, unfinished=()), draft=text, edited=True, pointed_out=told)


def _sources(usual: Letter, plan: Plan, style: Style, find: Find) -> "Sources":
    """What an edited draft may say: the person's files, the posting, and the letter as generated."""
    from tailor.letter.edited import Sources  # noqa: PLC0415 - heavy imports late

    own = [sentence.text for paragraph in usual.paragraphs for sentence in paragraph.sentences]
    more = (usual.date, usual.subject, *usual.recipient, *own)
    return Sources.of(plan, find, more=more, lang=style.lang.partition("-")[0])


def _pointed_out(read: EditedLetter, file: str, sources: "Sources") -> tuple[Fault, ...]:
    from tailor.letter.checks import form_faults  # noqa: PLC0415 - heavy imports late

    return tuple(
        Fault(file=file, line=line, problem=problem, remedy=_REMEDY)
        for line, text in read.changed
        for problem in (
            *(_LACKING[kind].format(words=words) for kind, words in sources.lacking(text)),
            *(form_faults(text, sources.lang) if text != read.letter.subject else ()),
        )
    )
