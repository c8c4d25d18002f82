"""What no PDF can hold as it is written, told by the files that it comes from."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

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


def refuse_turned(lines: Sequence[PrintedLine], application: Application) -> None:
    """Nothing, or the InputError of lines with letters that run from right to left.

    Our pages run from left to right: most readers get such words turned round, even a single one.
    """
    faults = [
        Fault(
            file=file,
            line=_line_in(file, word),
            problem=f"{paths}: {word} runs from right to left, which no PDF of ours can hold: “{line.text}”",
            remedy="write it in Latin letters, or leave it out",
        )
        for line in lines
        if (word := next(filter(_turned, line.text.split()), ""))
        for file, paths in [_origin(line, application)]
    ]
    if faults:
        raise InputError(faults[:_MOST])


def _turned(word: str) -> bool:
    return not word.isascii() and any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in word)


def _line_in(file: str, word: str) -> int:
    """The first line of a file that holds a word; 0 where there is none."""
    try:
        text = Path(file).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    numbers = (number for number, line in enumerate(text.splitlines(), start=1) if word in line)
    return next(numbers, 0)


def _faults(sign: str, lines: Sequence[PrintedLine], application: Application) -> Iterator[Fault]:
    from tailor.pdf.glyphs import no_glyph  # noqa: PLC0415 - heavy imports late

    for line in [line for line in lines if sign in line.text][:_MOST]:
        problem, remedy = no_glyph(sign, line.text)
        yield Fault(file=": ".join(_origin(line, application)), problem=problem, remedy=remedy)


def _origin(line: PrintedLine, application: Application) -> tuple[str, str]:
    """The file that a line comes from, and its paths there: "profiles/ada.yaml", "work[0].highlights[3]"."""
    paths = [source.removeprefix("profile:") for source in line.sources]
    kind = next((kind for kind in _FILES if line.sources and line.sources[0].startswith(kind)), "")
    record = application.plan.record
    if kind:
        file = record.source if kind == "record" and record else application.posting.source
    else:
        file = application.profile.source
    return file, ", ".join(paths)
