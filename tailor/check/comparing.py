"""The lines of a PDF as each reader gets them: how many whole, how many in their order."""

from collections.abc import Sequence
from dataclasses import dataclass

from tailor.check.finding_lines import folded, in_order, places
from tailor.check.readers import Reader

_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one reader gets of some lines; `lost` are the first that it misses, `failed` says why it gets none."""

    reader: str
    version: str
    lines: int
    whole: int
    ordered: int
    lost: tuple[str, ...] = ()
    failed: str = ""


def scores(pdf: bytes, lines: Sequence[str], readers: Sequence[Reader]) -> tuple[Score, ...]:
    """A PDF and the lines that it should hold, in reading order, into what each reader gets of them."""
    return tuple(_score(pdf, lines, reader) for reader in readers)


def seen_lines(text: str) -> tuple[str, ...]:
    """A reader's text into its lines, the measure for the others."""
    return tuple(line for line in map(folded, text.split("\n")) if any(sign.isalnum() for sign in line))


def _score(pdf: bytes, lines: Sequence[str], reader: Reader) -> Score:
    try:
        text = folded(reader.read(pdf))
    except Exception as error:  # noqa: BLE001 - another program's fault is a row of the table
        failed = f"{type(error).__name__}: {error}".split("\n", maxsplit=1)[0]
        return Score(
            reader=reader.name, version=reader.version, lines=len(lines), whole=0, ordered=0, failed=failed
        )
    found = [places(text, line) for line in lines]
    kept = in_order(found)
    lost = [line for at, line in enumerate(lines) if at not in kept]
    return Score(
        reader=reader.name,
        version=reader.version,
        lines=len(lines),
        whole=sum(map(bool, found)),
        ordered=len(kept),
        lost=tuple(lost[:_SHOWN]),
    )
