"""Characters that no font has, told by the files that they come from."""

from collections.abc import Iterator, Sequence

from tailor.errors import Fault, GlyphError, InputError
from tailor.model.document import PrintedLine
from tailor.tailoring.applying import Application

_MOST = 3
"""Lines that are told of each character."""

_FILES = ("record", "posting")
"""What the source of a line begins with that is none of the profile's."""


def placed(error: GlyphError, lines: Sequence[PrintedLine], application: Application) -> InputError:
    """An error of the press into one that names the file and the path of each line with such a character."""
    faults = [fault for sign in error.signs for fault in _faults(sign, lines, application)]
    return InputError(faults) if faults else error


def _faults(sign: str, lines: Sequence[PrintedLine], application: Application) -> Iterator[Fault]:
    from tailor.pdf.glyphs import no_glyph  # noqa: PLC0415 - heavy imports late

    for line in [line for line in lines if sign in line.text][:_MOST]:
        problem, remedy = no_glyph(sign, line.text)
        yield Fault(file=_place(line, application), problem=problem, remedy=remedy)


def _place(line: PrintedLine, application: Application) -> str:
    """The file that a line comes from, with its paths there: "profiles/ada.yaml: work[0].highlights[3]"."""
    paths = [source.removeprefix("profile:") for source in line.sources]
    kind = next((kind for kind in _FILES if line.sources and line.sources[0].startswith(kind)), "")
    record = application.plan.record
    if kind:
        file = record.source if kind == "record" and record else application.posting.source
    else:
        file = application.profile.source
    return f"{file}: {', '.join(paths)}"
