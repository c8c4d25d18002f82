"""Pay as stated: amounts with their currency and period, never a figure of something else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tailor.model.posting import Salary
from tailor.posting.cues import Cues
from tailor.posting.patterns import entries, labelled, pattern, per_language, straight
from tailor.resources import language_data

_FILE = "facts.yaml"
_NUMBER = r"\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[.,'’\u202f ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER})\s?(?P<kilo>[kK]\b)?")
_DIGIT = re.compile(r"\d")
_DASHES = re.compile(r"[-–—~/]")
# A yearly wage below this is no yearly wage; one above it without a period is (any currency in the data file
# but JPY).
_LEAST_YEARLY = 10_000
# Pay above these is a slip of the reader (any currency in the data file but JPY).
_MOST = {"hour": 2_000, "day": 8_000, "week": 20_000}
_NEAR = 60
_DOLLAR = "$"
_LAKH = 100_000
# Behind these another amount of money is spoken of.
_CLAUSE_END = re.compile(r"[,;(]|\s\+|\.\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pay:
    """One amount or range found in a line."""

    low: float
    high: float | None
    currency: str | None
    start: int
    end: int


def salary_in(texts: Sequence[str], *, labelled_pay: bool, home: str = "") -> Salary | None:
    """The pay that the texts state most plainly; several bands of one scale go from the lowest to the highest.

    `labelled_pay` says that the texts are the values of a pay label, so an amount with a currency is enough.
    `home` is the currency of the posting's country, which a bare "$" then means.
    """
    best: tuple[int, Salary] | None = None
    for text in texts:
        line = straight(text)
        if not (labelled_pay or _may_pay(line)):
            continue
        found = [pay for pay in _pays(line, home) if _is_pay(pay, line, labelled_pay=labelled_pay)]
        if not found:
            continue
        plain = _plainness(found[0], line)
        if best is None or plain > best[0]:
            best = (plain, _banded(found, line))
        elif plain == best[0] and (wider := _widened(best[1], _banded(found, line))):
            best = (plain, wider)
    return best[1] if best else None


def _plainness(pay: _Pay, line: str) -> int:
    """How plainly an amount is the job's pay: a word of pay before it, a range, a period."""
    named = pattern(_FILE, "salary", "cues").search(line[max(0, pay.start - _NEAR) : pay.start])
    period = _period(line[pay.end : pay.end + 25])
    return 2 * bool(named) + 2 * (pay.high is not None) + bool(period)


def _widened(first: Salary, other: Salary) -> Salary | None:
    """Two bands of one scale that stand on lines of their own, as one; None where they are no such bands."""
    if (first.currency, first.period) != (other.currency, other.period) or None in (first.maximum, other.maximum):
        return None
    low, high = first.minimum or 0, other.minimum or 0
    if not low < high <= (first.maximum or 0):
        return None
    return Salary(minimum=low, maximum=other.maximum, currency=first.currency, period=first.period)


def _may_pay(line: str) -> bool:
    """Whether a line has a figure and a word or sign of money, so that reading on pays."""
    if not _DIGIT.search(line):
        return False
    return bool(_money().search(line) or "$" in line or pattern(_FILE, "salary", "cues").search(line))


def salary_stated(stated: Mapping[str, str]) -> Salary | None:
    """The pay of markup fields; empty, zero and unreadable ones are no pay."""
    low, high = (_number(stated.get(key, "")) for key in ("salary_min", "salary_max"))
    if not low and not high:
        return None
    period = next(
        (name for name, cues in _periods() if cues.fullmatch(stated.get("salary_period", "").strip())), None
    )
    currency = stated.get("salary_currency", "").strip().upper()
    known = currency if re.fullmatch(r"[A-Z]{3}", currency) else None
    period = _plausible(period, low or high or 0)
    return Salary(minimum=low or None, maximum=high or None, currency=known, period=period)


def _pays(line: str, home: str) -> Iterator[_Pay]:
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
        currency = before or after
        if currency == _DOLLAR:
            currency = home or "USD"
        lakhs = _lakhs().match(line, end)
        if lakhs and low:
            low, high, end, currency = low * _LAKH, high and high * _LAKH, lakhs.end(), currency or "INR"
        if low:
            yield _Pay(low=low, high=high, currency=currency, start=found.start(), end=end)


def _is_pay(pay: _Pay, line: str, *, labelled_pay: bool) -> bool:
    around = line[max(0, pay.start - _NEAR) : pay.end + _NEAR // 2]
    behind = _CLAUSE_END.split(line[pay.end : pay.end + 25], maxsplit=1)[0]
    near_before = line[max(0, pay.start - 30) : pay.start]
    if pattern(_FILE, "salary", "never").search(f"{near_before} {behind}") or line[pay.end : pay.end + 1] == "%":
        return False
    if re.match(r"\s?[mMbB]\b|\s?\+?\s?%", behind):
        return False
    period = _period(behind) or _period(near_before)
    if labelled_pay:
        return bool(pay.currency or period or pay.low >= _LEAST_YEARLY)
    if not pay.currency:
        return bool(
            period in {"hour", "month", "year"} and pay.high and pattern(_FILE, "salary", "cues").search(around)
        )
    cue = pattern(_FILE, "salary", "cues").search(around)
    ranged = pay.high is not None and pay.high >= pay.low
    return bool(period or (cue and (ranged or pay.low >= _LEAST_YEARLY)) or (ranged and pay.low >= _LEAST_YEARLY))


def _banded(found: Sequence[_Pay], line: str) -> Salary:
    first = found[0]
    period = _period_of(first, line)
    same = [
        first,
        *(
            pay
            for pay in found[1:]
            if pay.currency == first.currency and _like(first, pay) and _period_of(pay, line) in {period, None}
        ),
    ]
    low = min(pay.low for pay in same)
    if first.high is None and pattern(_FILE, "salary", "up_to").search(
        line[max(0, first.start - 15) : first.start]
    ):
        return Salary(minimum=None, maximum=low, currency=first.currency, period=period or _guessed(low))
    highs = [pay.high or pay.low for pay in same] if first.high or len(same) > 1 else []
    period = _plausible(period, low)
    return Salary(minimum=low, maximum=max(highs, default=None), currency=first.currency, period=period)


def _plausible(period: str | None, amount: float) -> str | None:
    """A period that an amount can be paid for; another one is a slip of the reader."""
    if period in _MOST and amount > _MOST[period]:
        period = None
    return period or _guessed(amount)


def _guessed(amount: float) -> str | None:
    """The period of a pay that names none: nobody earns so much in less than a year."""
    return "year" if amount >= _LEAST_YEARLY else None


def _like(first: _Pay, pay: _Pay) -> bool:
    """Whether two amounts may be bands of one scale: both ranges, of one order of size."""
    if first.high is None or pay.high is None:
        return first.high is pay.high and 1 < pay.low / first.low < 1.5  # noqa: PLR2004 - grades of one scale
    return 0.3 < pay.low / first.low < 3.5  # noqa: PLR2004 - as above


def _period_of(pay: _Pay, line: str) -> str | None:
    return (
        _period(line[pay.end : pay.end + 30])
        or _period(line[max(0, pay.start - 40) : pay.start])
        or _period(line[pay.end : pay.end + 60])
    )


def _period(text: str) -> str | None:
    """The period named nearest to the beginning of a text."""
    found = [(match.start(), name) for name, cues in _periods() if (match := cues.search(text))]
    return min(found)[1] if found else None


def _joined(line: str, end: int, start: int) -> bool:
    between = line[end:start]
    for cues in _currencies().values():
        between = cues.sub(" ", between)
    bare = re.sub(r"[$()]", " ", between).strip()
    return bool(_DASHES.fullmatch(bare) or pattern(_FILE, "salary", "to").fullmatch(bare))


def _currency_before(line: str, start: int) -> str | None:
    head = line[max(0, start - 8) : start].rstrip()
    for code, cues in _currencies().items():
        if any(found.end() == len(head) for found in cues.finditer(head)):
            return code
    return _DOLLAR if head.endswith("$") else None


def _currency_after(line: str, end: int) -> str | None:
    tail = line[end : end + 12].lstrip(" ")
    for code, cues in _currencies().items():
        if cues.match(tail):
            return code
    return None


def _value(found: re.Match[str]) -> float:
    return (_number(found.group("number")) or 0) * (1000 if found.group("kilo") else 1)


def _number(text: str) -> float | None:
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
def _money() -> re.Pattern[str]:
    """The signs and names of every currency."""
    data: Mapping[str, Sequence[str]] = language_data("en", _FILE)["salary"]["currencies"]
    signs = "|".join(sign for code in data for sign in data[code])
    return re.compile(rf"(?<![^\W\d_])(?:{signs})(?![^\W\d_])", re.IGNORECASE)


def _periods() -> tuple[tuple[str, Cues], ...]:
    return labelled(_FILE, "salary", "periods")
