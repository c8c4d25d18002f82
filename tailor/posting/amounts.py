"""A line -> the amounts of money in it: figures of any grouping, ranges, currencies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tailor.posting.patterns import entries, pattern, per_language
from tailor.resources import language_data

_FILE = "facts.yaml"
_NUMBER = r"\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[.,'’\u202f ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER})\s?(?P<kilo>[kK]\b)?")
_DASHES = re.compile(r"[-–—~/]")
_DOLLAR = "$"
_LAKH = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """One amount or range found in a line."""

    low: float
    high: float | None
    currency: str | None
    start: int
    end: int


def amounts_in(line: str, home: str) -> Iterator[Pay]:
    """The amounts and ranges of a line; `home` is the currency that a bare "$" means."""
    amounts = list(_AMOUNT.finditer(line))
    skip = -1
    for index, found in enumerate(amounts):
        if index <= skip:
            continue
        following = amounts[index + 1] if index + 1 < len(amounts) else None
        before, after = _currency_before(line, found.start()), _currency_after(line, found.end())
        low, high, end = _value(found), None, found.end()
        if following and _joined(line, found.end(), following.start()):
            skip = index + 1
            high, end = _value(following), following.end()
            after = after or _currency_after(line, end) or _currency_before(line, following.start())
            if following.group("kilo") and not found.group("kilo") and low < high / 100:
                low *= 1000
        currency = after if after and before in (None, _DOLLAR) else before
        if currency == _DOLLAR:
            currency = home or "USD"
        lakhs = _lakhs().match(line, end)
        if lakhs and low:
            low, high, end, currency = low * _LAKH, high and high * _LAKH, lakhs.end(), currency or "INR"
        if low:
            yield Pay(low=low, high=high, currency=currency, start=found.start(), end=end)


def _joined(line: str, end: int, start: int) -> bool:
    between = line[end:start]
    for cues in _currencies().values():
        between = cues.sub(" ", between)
    bare = re.sub(r"[$()]", " ", between).strip()
    return bool(_DASHES.fullmatch(bare) or pattern(_FILE, "salary", "to").fullmatch(bare))


def _currency_before(line: str, start: int) -> str | None:
    head = line[:start].rstrip()
    if not any(found.end() == len(head) for found in money().finditer(line, max(0, start - 8))):
        return _DOLLAR if head.endswith("$") else None
    for code, cues in _currencies().items():
        if any(found.end() == len(head) for found in cues.finditer(line, max(0, start - 8))):
            return code
    return _DOLLAR if head.endswith("$") else None


def _currency_after(line: str, end: int) -> str | None:
    tail = line[end : end + 12].lstrip(" ")
    if not money().match(tail):
        return None
    for code, cues in _currencies().items():
        if cues.match(tail):
            return code
    return None


def _value(found: re.Match[str]) -> float:
    return (number(found.group("number")) or 0) * (1000 if found.group("kilo") else 1)


def number(text: str) -> float | None:
    """A figure with thousands marks of either kind: "20.356,35", "76,500", "11,50"."""
    bare = re.sub(r"[\s'’\u202f]", "", text)
    if re.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}", bare):  # as India groups them: 5,40,000
        bare = bare.replace(",", "")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?", bare):
        whole = re.sub(r"[.,](?=\d{3}(?:\D|\Z))", "", bare)
        bare = whole.replace(",", ".")
    bare = bare.replace(",", ".")
    try:
        value = float(bare)
    except ValueError:
        return None
    return int(value) if value == int(value) else value


@per_language
def _lakhs() -> re.Pattern[str]:
    """What counts in hundred thousands: "5.5 – 6.5 LPA"."""
    return re.compile(
        rf"\s*(?:{'|'.join(entries(_FILE, 'salary', 'lakhs')) or '(?!)'})(?![^\W\d_])", re.IGNORECASE
    )


@cache
def _currencies() -> dict[str, re.Pattern[str]]:
    data: Mapping[str, Sequence[str]] = language_data("en", _FILE)["salary"]["currencies"]
    return {
        code: re.compile("|".join(rf"(?<![^\W\d_]){sign}(?![^\W\d_])" for sign in signs), re.IGNORECASE)
        for code, signs in data.items()
    }


@cache
def money() -> re.Pattern[str]:
    """The signs and names of every currency."""
    data: Mapping[str, Sequence[str]] = language_data("en", _FILE)["salary"]["currencies"]
    signs = "|".join(sign for code in data for sign in data[code])
    return re.compile(rf"(?<![^\W\d_])(?:{signs})(?![^\W\d_])", re.IGNORECASE)
