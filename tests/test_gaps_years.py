"""Years from merged dated intervals, with the precision of the dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_cases import TODAY, entry
from position_cases import PROMOTED, TITLED

from tailor.gaps.years import worked
from tailor.model.profile import Entry


def jobs(*dates: str) -> list[Entry]:
    return [entry(n, f"Employer {n}", "Engineer", one) for n, one in enumerate(dates)]


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("2020.01-2024.12",), "5 years"),
        (("2020.01-2021.12", "2021.01-2022.12"), "3 years"),
        (("2018.01-2018.12", "2020.01-2020.12"), "2 years"),
        (("2019-2023",), "3–5 years"),
        (("2026.06-",), "less than a year"),
        (("2025.11-",), "1 year"),
        ((), "less than a year"),
    ],
)
def test_overlaps_count_once_and_year_only_dates_give_a_range(dates, said) -> None:
    assert str(worked(jobs(*dates), TODAY)) == said


def test_positions_at_one_employer_are_counted_once_and_years_between_titles_not_at_all() -> None:
    orchard = [one for one in PROMOTED.entries if one.employer]
    assert str(worked(orchard, TODAY)) == "8 years"
    assert worked([*orchard, *orchard], TODAY) == worked(orchard, TODAY)
    pepper = TITLED.entries[0]
    assert (pepper.start, pepper.current) == (entry(0, "", "", "2015.01-").start, True)
    assert worked([pepper], TODAY).low == 36 + 24 + (2026 - 2021) * 12 + 11
    assert worked(pepper.titles, TODAY) == worked([pepper], TODAY)


_MONTH = st.integers(min_value=1, max_value=12)
_SPANS = st.lists(st.tuples(st.integers(2000, 2020), _MONTH, st.integers(0, 6), _MONTH), max_size=5)


@given(_SPANS)
def test_time_is_never_more_than_the_sum_nor_less_than_the_longest(spans) -> None:
    dated = jobs(*(f"{y}.{m:02d}-{y + more + 1}.{n:02d}" for y, m, more, n in spans))
    total = worked(dated, TODAY)
    single = [worked([job], TODAY).low for job in dated]
    assert total.low == total.high
    assert max(single, default=0) <= total.low <= sum(single)
