"""What a person says of a page: tags, spellings they allow, lines they add, breaks, and a change of career."""

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from match_builders import TODAY, bullet, entry, find, posting, profile
from test_plan import Paper, printed, why

from tailor.match import rank
from tailor.model.plan import EARLIER, OTHER, RELEVANT, Plan
from tailor.model.posting import Posting
from tailor.model.profile import Date, Entry, Profile, SkillGroup
from tailor.model.record import Decisions, Record
from tailor.plan import PlanWish, make_plan, read_kind
from tailor.plan.results import has_result, lacks_result
from tailor.plan.swaps import asked_terms, swapped
from tailor.tailoring.added import with_added

ASKED = posting("Kafka", "Python", "Leads engineers", "Budget")


def planned(  # noqa: PLR0913 - the wishes of one page, each by name
    person: Profile,
    *,
    asked: Posting = ASKED,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    kind: str = "general",
    record: Record | None = None,
    lines: int = 60,
) -> Plan:
    wish = PlanWish(
        record=record,
        kind=read_kind(kind),
        pages="1",
        today=TODAY,
        find=find,
        include=tuple(include),
        exclude=tuple(exclude),
    )
    paper = Paper(lines)
    ranking = rank(asked, person, find, today=TODAY, record=record, age=wish.kind.age)
    return make_plan(asked, person, ranking, wish, measure=paper.measure, lay_out=paper.lay_out)


def decided(**decisions: object) -> Record:
    return Record(source="x.md", decisions=Decisions(**decisions))  # type: ignore[arg-type]  # a test's own words


def headings(plan: Plan) -> dict[str, str]:
    return {one.entry.path: one.section for one in plan.entries}


# --- tags

TAGGED = profile(
    entry(
        0,
        [
            bullet("Kafka streams for billing", tags=("data",)),
            bullet("Python jobs at night", tags=("data", "ops")),
            bullet("Led 12 engineers", tags=("lead",)),
            bullet("Owned a $2M budget"),
        ],
    )
)


@pytest.mark.parametrize(
    ("include", "exclude", "left"),
    [
        ((), (), {"Kafka", "Python", "Led", "Owned"}),
        ((), ("lead",), {"Kafka", "Python", "Owned"}),
        (("data",), (), {"Kafka", "Python", "Owned"}),
        (("data", "lead"), (), {"Kafka", "Python", "Led", "Owned"}),
        (("data",), ("ops",), {"Kafka", "Owned"}),
        (("nothing",), (), {"Owned"}),
    ],
)
def test_tags_choose_among_what_bears_them(include: Sequence[str], exclude: Sequence[str], left: set[str]) -> None:
    plan = planned(TAGGED, include=include, exclude=exclude)
    assert {text.split()[0] for text in printed(plan)["work[0]"]} == left


def test_what_a_tag_leaves_out_is_told_and_kept_from_the_letter() -> None:
    plan = planned(TAGGED, exclude=["lead"])
    assert why(plan)["work[0].highlights[2]"] == "its tag “lead” is excluded"
    assert plan.withheld == {"work[0].highlights[2]"}


def test_an_excluded_entry_takes_its_lines_along_even_pinned_ones() -> None:
    hobby = dataclasses.replace(entry(0, [bullet("Kafka at home", mark="pin")], section="projects"), tags=("fun",))
    plan = planned(profile(entry(0, ["Python jobs"]), hobby), exclude=["fun"])
    assert "projects[0]" not in printed(plan)
    assert why(plan)["projects[0]"] == why(plan)["projects[0].highlights[0]"] == "its tag “fun” is excluded"


def test_a_tag_that_nothing_bears_is_told() -> None:
    assert [(one.text, one.used) for one in planned(TAGGED, exclude=["laed"]).hints] == [("tag: laed", False)]


# --- spellings


@pytest.mark.parametrize(
    ("asked", "text", "printed_as"),
    [
        ("Accounts payable", "Manage A/P for 340 vendors", "Manage accounts payable for 340 vendors"),
        ("accounts payable", "A/P for 340 vendors", "Accounts payable for 340 vendors"),
        ("accounts payable", "Ran accounts payable (A/P)", "Ran accounts payable (A/P)"),
        ("accounts payable, A/P", "Manage A/P", "Manage A/P"),
        ("ledger", "Manage A/P", "Manage A/P"),
        ("accounts payable", "Manage CA/PS", "Manage CA/PS"),
    ],
)
def test_a_spelling_gives_way_to_the_postings_where_the_author_allows_it(
    asked: str, text: str, printed_as: str
) -> None:
    terms = asked_terms(posting(asked), [("A/P", "accounts payable")])
    found, swaps = swapped(text, terms)
    assert found == printed_as
    assert bool(swaps) == (text != printed_as)


@given(st.lists(st.sampled_from(["A/P", "ledger", "and", "payroll", "Books"]), max_size=8))
def test_a_line_without_an_allowed_spelling_stays_as_it_is(words: list[str]) -> None:
    text = " ".join(word for word in words if word != "A/P")
    assert swapped(text, [("accounts payable", ("A/P",))]) == (text, ())


def test_the_printed_line_and_the_skill_list_their_exchange() -> None:
    person = dataclasses.replace(
        profile(entry(0, ["Ran a K-cluster with Kafka"])),
        terms=(("K-cluster", "Kafka platform"),),
        skills=(SkillGroup(path="skills[0]", name="", keywords=("K-cluster",)),),
    )
    plan = planned(person, asked=posting("A Kafka platform"))
    (line,) = plan.entries[0].lines
    assert (line.text, line.swaps) == ("Ran a Kafka platform with Kafka", (("K-cluster", "Kafka platform"),))
    assert plan.skills[0].terms[0].text == "Kafka platform"


# --- added lines


def test_an_added_line_is_printed_in_its_entry_and_names_itself() -> None:
    record = decided(added=(("firm work 0", "Ran the move in one weekend."),))
    plan = planned(with_added(TAGGED, record), record=record)
    assert "Ran the move in one weekend." in printed(plan)["work[0]"]
    assert "work[0].added[0]" in plan.printed
    assert [(one.text, one.used) for one in plan.hints] == [("add: Ran the move in one weekend.", True)]


@pytest.mark.parametrize("name", ["Nowhere", "Engineer"])
def test_an_added_line_for_no_entry_or_several_is_told(name: str) -> None:
    person = profile(entry(0, ["Kafka"]), entry(1, ["Python"]))
    record = decided(added=((name, "Ran the move."),))
    plan = planned(with_added(person, record), record=record)
    assert [one.used for one in plan.hints] == [False]
    assert name in plan.hints[0].note


# --- breaks, jobs of long ago


def pause(start: int, end: int) -> Entry:
    return Entry(
        path="breaks[0]",
        section="breaks",
        name="",
        position="Caring for my father",
        start=Date(year=start),
        end=Date(year=end),
    )


def test_a_break_stands_among_the_jobs_where_its_time_is() -> None:
    plan = planned(
        profile(
            entry(0, ["Kafka"], years=(2020, None)), entry(1, ["Python"], years=(2010, 2016)), pause(2016, 2020)
        )
    )
    assert list(headings(plan)) == ["work[0]", "breaks[0]", "work[1]"]
    assert set(headings(plan).values()) == {"work"}


OLD = profile(
    entry(0, [f"Kafka and Python {word}" for word in ("alder", "birch", "cedar", "damson")], years=(2015, None)),
    entry(1, ["Sang in a choir", "Baked rye bread"], years=(2003, 2008)),
    entry(2, ["Painted a corridor"], years=(1999, 2003)),
)


def test_jobs_of_long_ago_keep_their_titles_where_room_is_scarce() -> None:
    plan = planned(OLD, lines=11)
    assert headings(plan) == {"work[0]": "work", "work[1]": EARLIER, "work[2]": EARLIER}
    assert plan.sections == ("work", EARLIER)
    assert why(plan)["work[2].highlights[0]"] == "the job ended over 15 years ago: only its title stands"


def test_jobs_of_long_ago_stand_like_others_where_one_page_holds_everything() -> None:
    plan = planned(OLD)
    assert set(headings(plan).values()) == {"work"}
    assert "Painted a corridor" in printed(plan)["work[2]"]


def test_a_job_of_long_ago_that_alone_proves_something_keeps_its_lines() -> None:
    only = profile(OLD.entries[0], entry(1, ["Owned a $2M budget"], years=(2003, 2008)), OLD.entries[2])
    plan = planned(only, lines=9)
    assert headings(plan)["work[1]"] == "work"
    assert headings(plan)["work[2]"] == EARLIER


# --- change of career

CHANGED = profile(
    entry(0, ["Sold shoes", "Baked rye bread"], years=(2020, None)),
    entry(1, ["Kafka streams", "Python jobs", "Led 12 engineers"], years=(2014, 2018)),
    entry(2, ["Sang in a choir"], years=(2018, 2020)),
)


def test_a_career_change_puts_what_answers_first_newest_first_in_each() -> None:
    plan = planned(CHANGED, kind="career-change")
    assert headings(plan) == {"work[1]": RELEVANT, "work[0]": OTHER, "work[2]": OTHER}
    assert plan.sections[:2] == (RELEVANT, OTHER)


def test_the_record_says_what_is_relevant() -> None:
    plan = planned(CHANGED, kind="career-change", record=decided(relevant=("firm work 2",)))
    assert headings(plan) == {"work[2]": RELEVANT, "work[0]": OTHER, "work[1]": OTHER}


def test_jobs_that_all_answer_stand_under_one_heading() -> None:
    plan = planned(profile(entry(0, ["Kafka"]), entry(1, ["Python"], years=(2014, 2018))), kind="career-change")
    assert set(headings(plan).values()) == {"work"}


def test_age_weighs_less_in_a_career_change() -> None:
    old = profile(entry(0, ["Kafka streams"], years=(2000, 2004)))
    usual, changed = (
        rank(ASKED, old, find, today=TODAY, age=read_kind(name).age) for name in ("general", "career-change")
    )
    assert changed.bullets[0].score > usual.bullets[0].score


# --- a page more


def test_a_page_more_names_the_lines_it_would_bring() -> None:
    words = ("alder", "birch", "cedar", "damson", "elder", "fir")
    plan = planned(profile(entry(0, [f"Kafka and Python {word} {word}ing" for word in words])), lines=6)
    assert plan.fit.next_page
    assert not plan.printed & set(plan.fit.next_page)
    assert len(plan.printed) + len(plan.fit.next_page) == len(words)


def test_a_page_more_brings_nothing_where_everything_stands() -> None:
    assert planned(TAGGED).fit.next_page == ()


# --- results


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cut waiting times from 40 to 12 minutes", True),
        ("Own a $4.2M budget", True),
        ("Trained 14 nurses; all but one stayed on", True),
        ("Ran two audits without a finding", True),
        ("Complaints halved within a year", True),
        ("Trained new nurses", False),
        ("De-escalated agitated patients; applied and documented restraints", False),
        ("Built a service for twelve models", False),
    ],
)
def test_a_line_tells_a_result_or_what_was_done(text: str, *, told: bool) -> None:
    assert has_result(text) == told


def test_of_lines_that_answer_equally_well_the_one_with_a_result_comes_first() -> None:
    plan = planned(profile(entry(0, ["Painted the corridor", "Painted the ceiling for $900 less", "Kafka"])))
    texts = printed(plan)["work[0]"]
    assert texts.index("Painted the ceiling for $900 less") < texts.index("Painted the corridor")


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Organized the office chess ladder.", True),
        ("Provisioned the team's AWS accounts with Terraform, including endpoints and alarms.", True),
        ("Wrote the unit's guide to proning, now used by the group.", False),
        ("Tuned Spark jobs so that the nightly build ends before the shift starts.", False),
        ("Led a group of 14 engineers in Oslo and Turin.", False),
    ],
)
def test_only_a_line_in_which_nothing_could_be_a_result_lacks_one(text: str, *, lacks: bool) -> None:
    assert lacks_result(text) == lacks
