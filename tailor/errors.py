"""What can go wrong, in the user's words: the place, what is wrong, what to do."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault of a user's file: where it stands, what is wrong, what to do.

    `line` and `column` count from one; 0 means that the fault has no single place, or a whole line. `excerpt` is
    the line as it stands in the file.
    """

    file: str
    problem: str
    remedy: str = ""
    line: int = 0
    column: int = 0
    excerpt: str = ""

    def __str__(self) -> str:
        """`file:line:column: problem (remedy)`, then the line with a caret under the column."""
        numbers = (self.line, self.column) if self.column else (self.line,)
        place = ":".join((self.file, *map(str, numbers if self.line else ())))
        said = f"{place}: {self.problem}" + (f" ({self.remedy})" if self.remedy else "")
        if not self.excerpt:
            return said
        caret = f"\n    {' ' * (self.column - 1)}^" if self.column else ""
        return f"{said}\n    {self.excerpt}{caret}"


class TailorError(Exception):
    """Anything that ends a command with a message instead of a result."""

    exit_code = 1


class InputError(TailorError):
    """The user's files are at fault; every fault found in one pass."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults in the order of their places."""
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.file, fault.line, fault.column)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class GlyphError(InputError):
    """A page holds characters that no font has: `signs`, each once."""

    def __init__(self, faults: Sequence[Fault], signs: Sequence[str]) -> None:
        """Keep the characters beside the faults that tell of them."""
        super().__init__(faults)
        self.signs = tuple(signs)


class ChoiceError(TailorError):
    """The command line leaves something open or asks for what there is not; exit 2."""

    exit_code = 2


class CheckError(TailorError):
    """A check of what was made failed; exit 3."""

    exit_code = 3


class MachineError(TailorError):
    """The machine lacks something; the message ends with the exact remedy; exit 4."""

    exit_code = 4


def fault(file: str, problem: str, remedy: str = "") -> InputError:
    """An InputError of one fault that concerns a whole file."""
    return InputError([Fault(file=file, problem=problem, remedy=remedy)])
