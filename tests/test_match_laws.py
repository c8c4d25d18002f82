"""What must hold for any posting and any profile, whatever the weights."""

import dataclasses

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from match_builders import TODAY, bullet, entry, find, posting, profile
from test_plan import Paper

from tailor.match import rank
from tailor.model.plan import Plan, Ranking
from tailor.model.posting import Posting
from tailor.model.profile import Profile
from tailor.plan import PlanWish, make_plan, read_kind

LINES = (
    "Streamed sensor events through Kafka into tables",
    "Wrote nightly jobs in Python for the billing crew",
    "Led a group of 12 engineers in two cities",
    "Owned a $2.4M budget and reported to the CFO",
    "Organised the softball league",
    "Tuned slow Spark queries from seven hours to one",
    "Translated the handbook into Spanish",
    "Painted the corridor of the third floor",
)
ASKS = (
    "Experience with Kafka",
    "Python and Postgres",
    "Leads engineers",
    "Budget responsibility",
    "Spark in production",
    "Fluent Spanish",
)
_lines = st.lists(st.sampled_from(LINES), min_size=2, max_size=8, unique=True)
_asks = st.lists(st.sampled_from(ASKS), min_size=1, max_size=6, unique=True)


def ranked(asked: Posting, person: Profile) -> Ranking:
    return rank(asked, person, find, today=TODAY)


def scores(ranking: Ranking) -> dict[str, float]:
    return {one.bullet.text: round(one.score, 6) for one in ranking.bullets}


def places(ranking: Ranking, requirement: str) -> dict[str, float]:
    """The score of each bullet's match with one requirement, by path; 0 where nothing is shared."""
    found = dict.fromkeys((one.bullet.path for one in ranking.bullets), 0.0)
    return found | {one.path: one.score for one in ranking.matches if one.requirement == requirement}


@given(_lines, _asks, st.data())
@settings(max_examples=60, deadline=None)
def test_neither_order_nor_repetition_moves_a_rank(lines: list[str], asks: list[str], data: st.DataObject) -> None:
    before = scores(ranked(posting(*asks), profile(entry(0, lines))))
    others = data.draw(st.permutations(lines))
    asked = data.draw(st.permutations(asks))
    again = data.draw(st.sampled_from(lines))
    twice = data.draw(st.sampled_from(asks))
    after = scores(ranked(posting(*asked, twice), profile(entry(0, [*others, again]))))
    assert after == before


@given(_lines, _asks)
@settings(max_examples=60, deadline=None)
def test_a_line_that_repeats_a_requirement_answers_it_best(lines: list[str], asks: list[str]) -> None:
    found = places(ranked(posting(*asks), profile(entry(0, [*lines, asks[0]]))), "r1")
    assert found[f"work[0].highlights[{len(lines)}]"] == max(found.values())


@given(_lines, _asks, st.data())
@settings(max_examples=60, deadline=None)
def test_naming_a_skill_that_is_asked_for_never_costs_a_place(
    lines: list[str], asks: list[str], data: st.DataObject
) -> None:
    named = [mention.text for mention in find(asks[0], "requirement")]
    assume(named)
    at = data.draw(st.integers(0, len(lines) - 1))
    path = f"work[0].highlights[{at}]"
    plain = places(ranked(posting(*asks), profile(entry(0, lines))), "r1")
    with_skill = [bullet(text, skills=(named[0],) if place == at else ()) for place, text in enumerate(lines)]
    saying = places(ranked(posting(*asks), profile(entry(0, with_skill))), "r1")
    assert _ahead(saying, path) <= _ahead(plain, path)


@given(_lines, _asks, st.integers(4, 12), st.data())
@settings(max_examples=60, deadline=None)
def test_a_requirement_that_is_gone_brings_no_line_in(
    lines: list[str], asks: list[str], room: int, data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, len(asks) - 1))
    person = profile(entry(0, lines))
    whole = posting(*asks)
    rest = dataclasses.replace(
        whole, requirements=tuple(one for at, one in enumerate(whole.requirements) if at != gone)
    )
    wanted = f"r{gone + 1}"
    only = {one.bullet.path for one in ranked(whole, person).bullets if one.requirements == (wanted,)}
    came = planned(rest, person, room).printed - planned(whole, person, room).printed
    assert not came & only


def planned(asked: Posting, person: Profile, room: int) -> Plan:
    wish = PlanWish(record=None, kind=read_kind("general"), pages="1", today=TODAY, find=find)
    paper = Paper(room)
    return make_plan(asked, person, ranked(asked, person), wish, measure=paper.measure, lay_out=paper.lay_out)


def _ahead(found: dict[str, float], path: str) -> int:
    """How many bullets answer better."""
    return sum(score > found[path] + 1e-9 for score in found.values())
