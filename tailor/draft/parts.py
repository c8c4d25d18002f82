"""The lines of a draft into the parts of a letter: by the marks behind them, else by their place and shape."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tailor.draft.lines import Block, Line, Piece
from tailor.draft.signs import ITEM, cues, plain
from tailor.model.letter import Letter

_PROSE = 12
"""Words from which a line of no known part is a paragraph, not a line of an address."""

_SHORT = 8
"""Words that a salutation or a closing has at most."""

_DAY = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d+")
_NUMERIC_DAY = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})\b|\b\d{4}-\d\d-\d\d\b")
_BOLD = re.compile(r"^(?:\*\*|__).+(?:\*\*|__)$|^#{1,6}\s")
_GOES_ON = frozenset({"recipient", "signature", "enclosures", ""})
"""Parts that may have several lines, of which only the first has a mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Lines that belong together; `part` is empty as long as nobody knows which part of the letter they are."""

    lines: tuple[Line, ...]
    part: str = ""

    @property
    def text(self) -> str:
        """The words of all lines."""
        return " ".join(plain(line.text) for line in self.lines)

    @property
    def is_prose(self) -> bool:
        """Whether these lines are a paragraph wherever they stand: long, or with a source behind a sentence."""
        sourced = any(piece.sources and not piece.part for line in self.lines for piece in line.pieces)
        return not self.part and (sourced or len(self.text.split()) >= _PROSE)


@dataclass(slots=True, kw_only=True)
class Parts:
    """The units of a draft by their part; paragraphs in order."""

    named: dict[str, list[Line]] = field(default_factory=dict)
    paragraphs: list[Unit] = field(default_factory=list)

    def text(self, part: str) -> str:
        """The words of one part, in one line."""
        return " ".join(plain(line.text) for line in self.named.get(part, ()))


def parts_of(blocks: Sequence[Block], usual: Letter) -> Parts:
    """The blocks of a draft into the parts of a letter; `usual` is the generated one, whose words help."""
    units = [unit for block in blocks for unit in _units(block)]
    units = _greeted(units, usual)
    units = _signed(_closed(units, usual), usual)
    parts = Parts()
    greeted = _place(units, "salutation")
    ends = [at for at, unit in enumerate(units) if unit.part in ("closing", "signature", "enclosures")]
    end = min(ends, default=len(units))
    prose = [at for at, unit in enumerate(units) if unit.is_prose]
    begins = greeted if greeted is not None else min([*prose[:1], end]) - 1 if prose else -1
    for at, unit in enumerate(units):
        if unit.part:
            parts.named.setdefault(unit.part, []).extend(unit.lines)
        elif unit.is_prose or begins < at < end:
            parts.paragraphs += _items(unit)
        elif at < end:
            _add_to_head(parts, unit, usual, subject=_place(units, "subject") is None)
        else:
            parts.named.setdefault("ending", []).extend(unit.lines)
    return parts


def _units(block: Block) -> list[Unit]:
    """The lines of one block, parted where a mark says that another part begins."""
    units: list[Unit] = []
    for line in (each for whole in block for each in _parted(whole)):
        part = next((piece.part for piece in line.pieces if piece.part), "")
        last = units[-1] if units else None
        if last and (part == last.part or (not part and last.part in _GOES_ON)) and last.part in _GOES_ON:
            units[-1] = replace(last, lines=(*last.lines, line))
        else:
            units.append(Unit(lines=(line,), part=part))
    return units


def _parted(line: Line) -> list[Line]:
    """A line of which a part's mark stands in the middle, as two."""
    pieces: list[list[Piece]] = [[]]
    for piece in line.pieces:
        pieces[-1].append(piece)
        if piece.part:
            pieces.append([])
    return [replace(line, pieces=tuple(each)) for each in pieces if each]


def _place(units: Sequence[Unit], part: str) -> int | None:
    return next((at for at, unit in enumerate(units) if unit.part == part), None)


def _greeted(units: Sequence[Unit], usual: Letter) -> list[Unit]:
    """The units with the salutation known, if one of them begins with it."""
    if _place(units, "salutation") is not None:
        return list(units)
    for at, unit in enumerate(units):
        first = plain(unit.lines[0].text)
        if not unit.part and _is_salutation(first, usual):
            return [*units[:at], *_split(unit, "salutation"), *units[at + 1 :]]
        if unit.is_prose or unit.part == "closing":
            break
    return list(units)


def _closed(units: Sequence[Unit], usual: Letter) -> list[Unit]:
    """The units with the closing known, if it is there; it is looked for from the end."""
    found, greeted = list(units), _place(units, "salutation") or 0
    if _place(found, "closing") is not None:
        return found
    for at in range(len(found) - 1, greeted, -1):
        first = plain(found[at].lines[0].text)
        if not found[at].part and _is_closing(first, usual, last=at == len(found) - 1):
            found[at : at + 1] = _split(found[at], "closing")
            break
    return found


def _signed(units: Sequence[Unit], usual: Letter) -> list[Unit]:
    """The units with the signature known: what follows the closing, else the usual one wherever it stands."""
    found, closed, signed = list(units), _place(units, "closing"), _place(units, "signature")
    if signed is not None:
        # Whoever begins a new line before a mark takes the mark along.
        begins = signed if closed is None else closed + 1
        found[begins:signed] = [replace(unit, part=unit.part or "signature") for unit in found[begins:signed]]
        return found
    behind = range(closed + 1, len(found)) if closed is not None else ()
    alone = [at for at, unit in enumerate(found) if not unit.part and unit.text == usual.signature]
    for at in [at for at in behind if not found[at].part][:1] or alone[-1:]:
        found[at] = replace(found[at], part="signature")
    return found


def _split(unit: Unit, part: str) -> list[Unit]:
    """A unit into its first line, which is this part, and the others."""
    rest = [replace(unit, lines=unit.lines[1:])] if unit.lines[1:] else []
    return [Unit(lines=unit.lines[:1], part=part), *rest]


def _is_salutation(text: str, usual: Letter) -> bool:
    short = len(text.split()) <= _SHORT
    return text == usual.salutation or (short and (_begins(text, "salutations") or text.endswith((",", ":"))))


def _is_closing(text: str, usual: Letter, *, last: bool) -> bool:
    if text == usual.closing:
        return True
    short = len(text.split()) <= _SHORT and not text.endswith(".")
    return short and (_begins(text, "closings") or (text.endswith(",") and not last))


def _begins(text: str, cue: str) -> bool:
    said = text.casefold()
    return any(re.match(rf"{re.escape(each)}(?!\w)", said) for each in cues(cue))


def _add_to_head(parts: Parts, unit: Unit, usual: Letter, *, subject: bool) -> None:
    """A unit above the salutation into subject, date and address."""
    said = unit.text.casefold()
    bold = _BOLD.match(unit.lines[0].text) or unit.text == usual.subject
    if subject and "subject" not in parts.named and (bold or said.startswith(cues("subjects"))):
        parts.named["subject"] = list(unit.lines)
        return
    for line in unit.lines:
        name = "date" if "date" not in parts.named and _is_date(plain(line.text), usual) else "recipient"
        parts.named.setdefault(name, []).append(line)


def _is_date(text: str, usual: Letter) -> bool:
    """Whether a line is a date: the usual one, or a year with one more number or a month's name before it."""
    if text == usual.date or _NUMERIC_DAY.search(text):
        return True
    year = _DAY.search(text)
    return bool(year) and len(text.split()) <= _SHORT and len(_NUMBER.findall(text)) > 1


def _items(unit: Unit) -> list[Unit]:
    """A paragraph, or for a list each of its items as one."""
    groups: list[list[Line]] = [[]]
    for line in unit.lines:
        item = ITEM.match(line.text)
        if item and groups[-1]:
            groups.append([])
        if item and line.text[0] in "-*+":
            first = replace(line.pieces[0], text=f"• {line.pieces[0].text[item.end() :]}")
            groups[-1].append(replace(line, pieces=(first, *line.pieces[1:])))
        else:
            groups[-1].append(line)
    return [replace(unit, lines=tuple(group)) for group in groups if group]
