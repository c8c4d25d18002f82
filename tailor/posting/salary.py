"""Pay as stated: amounts with their currency and period, never a figure of something else."""

import re
from collections.abc import Mapping, Sequence

from tailor.model.posting import Salary
from tailor.posting.amounts import Pay, amounts_in, money, number
from tailor.posting.cues import Cues
from tailor.posting.patterns import labelled, pattern, straight

_FILE = "facts.yaml"
_DIGIT = re.compile(r"\d")
# A yearly wage below this is no yearly wage; one above it without a period is (any currency in the data file
# but JPY).
_LEAST_YEARLY = 10_000
# Pay above these is a slip of the reader (any currency in the data file but JPY).
_MOST = {"hour": 2_000, "day": 8_000, "week": 20_000}
_NEAR = 60
# Behind these another amount of money is spoken of.
_CLAUSE_END = re.compile(r"[,;(]|\s\+|\.\s")


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
        found = [pay for pay in amounts_in(line, home) if _is_pay(pay, line, labelled_pay=labelled_pay)]
        if not found:
            continue
        plain = _plainness(found[0], line)
        if best is None or plain > best[0]:
            best = (plain, _banded(found, line))
        elif plain == best[0] and (wider := _widened(best[1], _banded(found, line))):
            best = (plain, wider)
    return best[1] if best else None


def _plainness(pay: Pay, line: str) -> int:
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
    return bool(money().search(line) or "$" in line or pattern(_FILE, "salary", "cues").search(line))


def salary_stated(stated: Mapping[str, str]) -> Salary | None:
    """The pay of markup fields; empty, zero and unreadable ones are no pay."""
    low, high = (number(stated.get(key, "")) for key in ("salary_min", "salary_max"))
    if not low and not high:
        return None
    period = next(
        (name for name, cues in _periods() if cues.fullmatch(stated.get("salary_period", "").strip())), None
    )
    currency = stated.get("salary_currency", "").strip().upper()
    known = currency if re.fullmatch(r"[A-Z]{3}", currency) else None
    period = _plausible(period, low or high or 0)
    return Salary(minimum=low or None, maximum=high or None, currency=known, period=period)


def _is_pay(pay: Pay, line: str, *, labelled_pay: bool) -> bool:
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


def _banded(found: Sequence[Pay], line: str) -> Salary:
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


def _like(first: Pay, pay: Pay) -> bool:
    """Whether two amounts may be bands of one scale: both ranges, of one order of size."""
    if first.high is None or pay.high is None:
        return first.high is pay.high and 1 < pay.low / first.low < 1.5  # noqa: PLR2004 - grades of one scale
    return 0.3 < pay.low / first.low < 3.5  # noqa: PLR2004 - as above


def _period_of(pay: Pay, line: str) -> str | None:
    return (
        _period(line[pay.end : pay.end + 30])
        or _period(line[max(0, pay.start - 40) : pay.start])
        or _period(line[pay.end : pay.end + 60])
    )


def _period(text: str) -> str | None:
    """The period named nearest to the beginning of a text."""
    found = [(match.start(), name) for name, cues in _periods() if (match := cues.search(text))]
    return min(found)[1] if found else None


def _periods() -> tuple[tuple[str, Cues], ...]:
    return labelled(_FILE, "salary", "periods")
