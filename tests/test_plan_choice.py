"""What a person's notes ask for, what jobs and projects may take of a page, and what is told of the rest."""

import dataclasses

import pytest
from match_builders import TODAY, bullet, entry, find, posting, profile
from test_plan import Paper, long_profile, planned, printed, why

from tailor.errors import MachineError
from tailor.match import rank
from tailor.model.kind import Kind
from tailor.model.plan import Heights, Layout, Plan
from tailor.model.profile import Basics, Credential, Date, Entry, Language, Listed, Profile, SkillGroup
from tailor.model.record import Decisions, Hint, Record
from tailor.plan import PlanWish, make_plan, read_kind
from tailor.plan.order import listed_order
from tailor.plan.task import FULL_ENOUGH

ASKED = posting("Kafka", "Python", "Leads engineers", "Budget")


def noted(*hints: Hint) -> Record:
    return Record(source="x.md", hints=hints, decisions=Decisions())


def hint(target: str, phrase: str, *, conditional: bool = False) -> Hint:
    return Hint(target=target, section="", phrases=(phrase,), text=phrase, conditional=conditional)


def crowded(*more: Entry) -> Profile:
    """A job that could fill any small page with evidence, and other entries."""
    lines = [f"Kafka and Python {word}{word} {word}ing {word}o" for word in "abcdefgh"]
    return profile(entry(0, lines, years=(2020, None)), *more)


# --- notes


@pytest.mark.parametrize("section", ["projects", "volunteer", "education"])
def test_an_entry_that_the_notes_name_is_printed_with_its_best_line(section: str) -> None:
    named = entry(0, ["Judged the fair", "Built a boat of oak"], section=section, name="Tidewater")  # type: ignore[arg-type]  # parametrized
    plan = planned(crowded(named), asked=ASKED, record=noted(hint("Tidewater", "boat")), paper=Paper(10))
    assert printed(plan)[named.path] == ["Built a boat of oak"]


def test_a_named_entry_is_printed_even_where_no_line_is_like_the_hint() -> None:
    named = entry(0, ["Built a boat of oak"], section="projects", name="Tidewater")
    plan = planned(crowded(named), asked=ASKED, record=noted(hint("tidewater", "xylography")), paper=Paper(10))
    assert printed(plan)["projects[0]"] == ["Built a boat of oak"]


def test_a_conditional_hint_forces_nothing() -> None:
    named = entry(0, ["Built a boat of oak"], section="projects", name="Tidewater")
    record = noted(hint("Tidewater", "xylography", conditional=True))
    assert "projects[0]" not in printed(planned(crowded(named), asked=ASKED, record=record, paper=Paper(10)))


def test_a_hinted_line_without_room_is_told_with_the_hint() -> None:
    others = [entry(at, ["Baked bread", "Sang"], years=(2019 - at, 2020 - at)) for at in range(1, 4)]
    named = entry(0, ["Built a boat of oak"], section="projects", name="Tidewater")
    record = noted(hint("Tidewater", "boat of oak"))
    plan = planned(crowded(*others, named), asked=ASKED, record=record, paper=Paper(7))
    assert "projects[0]" not in printed(plan)
    assert why(plan)["projects[0].highlights[0]"].startswith("your notes ask for it, but ")
    told = {one.text: one for one in plan.hints}["Tidewater: boat of oak"]
    assert not told.used
    assert told.note.startswith("in the profile, not on the page: “Built a boat of oak” (your notes ask for it")


# --- limits of jobs


def test_jobs_far_from_the_posting_take_fewer_lines_than_the_one_that_answers_it() -> None:
    weak = [
        f"{word}{word} {word}ing with {word}o" for word in ("alder", "birch", "cedar", "damson", "elder", "fig")
    ]
    strong = [f"Kafka and Python {word}{word} {word}o" for word in ("a", "b", "c", "d", "e", "f", "g", "h")]
    person = profile(entry(0, strong, years=(2020, None)), entry(1, weak, years=(2010, 2020)))
    lines = {path: len(texts) for path, texts in printed(planned(person, asked=ASKED, paper=Paper(18))).items()}
    assert lines["work[0]"] == 8
    assert lines["work[1]"] <= 4


def test_lines_far_from_the_posting_leave_white_space() -> None:
    weak = [
        f"{word}{word} {word}ing with {word}o" for word in ("alder", "birch", "cedar", "damson", "elder", "fig")
    ]
    old = entry(2, weak, years=(2008, 2012))
    person = crowded(entry(1, ["Python at night"], years=(2012, 2020)), old)
    plan = planned(person, asked=ASKED, paper=Paper(17))
    assert FULL_ENOUGH - 1 / 17 <= plan.fit.last_fill < 1
    assert "answers little of what this posting asks for" in why(plan).values()
    assert not printed(plan)["work[2]"]


def test_a_project_that_proves_what_no_job_proves_gets_its_head() -> None:
    shown = entry(0, ["Led 12 engineers with a budget of $2M"], section="projects")
    other = entry(1, ["Painted a mural"], section="projects")
    plan = planned(crowded(shown, other), asked=ASKED, paper=Paper(10))
    assert "projects[0]" in printed(plan)
    assert "projects[1]" not in printed(plan)


def test_a_project_without_lines_is_printed_where_there_is_room() -> None:
    bare = entry(0, [], section="projects")
    assert "projects[0]" in printed(planned(crowded(bare), asked=ASKED, paper=Paper(20)))
    tight = planned(crowded(bare), asked=ASKED, paper=Paper(8))
    assert why(tight)["projects[0]"] == "no room on one page"


# --- pages


def test_an_explicit_second_page_is_not_left_nearly_empty() -> None:
    plan = planned(crowded(), asked=ASKED, pages="2", paper=Paper(10))
    assert plan.fit.pages == 1
    assert "a page more would be filled to" in plan.fit.note


def test_an_explicit_second_page_is_filled_with_what_is_near_the_posting() -> None:
    plan = planned(long_profile(6, 8), pages="2", paper=Paper(20))
    assert plan.fit.pages == 2
    assert plan.fit.last_fill > 0.5


def test_twelve_jobs_with_seven_lines_fit_one_page_and_no_recent_title_is_lost() -> None:
    person = long_profile(12, 7)
    plan = planned(person, paper=Paper(18))
    assert plan.fit.pages == 1
    assert {f"work[{at}]" for at in range(6)} <= set(printed(plan))
    gone = {one.path for one in person.section("work")} - set(printed(plan))
    assert gone
    assert {why(plan)[path] for path in gone} == {"no room on one page"}


def test_an_engine_that_breaks_down_leaves_a_plan_that_is_not_measured() -> None:
    def no_heights(plan: Plan) -> Heights:
        raise MachineError(plan.kind)

    def no_layout(plan: Plan) -> Layout:
        raise MachineError(plan.kind)

    person = long_profile(4, 5)
    wish = PlanWish(record=None, kind=read_kind("general"), pages="auto", today=TODAY, find=find)
    ranking = rank(ASKED, person, find, today=TODAY)
    for measure in (no_heights, Paper(30).measure):
        plan = make_plan(ASKED, person, ranking, wish, measure=measure, lay_out=no_layout)
        assert not plan.fit.measured
        assert len(plan.section("work")) == 4
        assert plan.printed


@pytest.mark.parametrize(
    ("years", "order"),
    [((2013, 2004, 2020), (2, 0, 1)), ((2013, None, 2020), (0, 1, 2)), ((2020, 2020, 2021), (2, 0, 1))],
)
def test_awards_stand_newest_first_and_as_written_without_dates(
    years: tuple[int | None, ...], order: tuple[int, ...]
) -> None:
    items = tuple(
        Listed(path=f"awards[{n}]", section="awards", title="A", date=Date(year=year) if year else None)
        for n, year in enumerate(years)
    )
    person = dataclasses.replace(full_profile(), listed=items)
    assert [one.path for one in listed_order(person, ("awards",))] == [f"awards[{n}]" for n in order]


# --- what is told


def full_profile() -> Profile:
    lists = (
        Listed(path="awards[0]", section="awards", title="Best in show"),
        Listed(path="interests[0]", section="interests", title="Chess"),
    )
    work = entry(0, ["Used Kafka", bullet("Secret", mark="private")])
    return Profile(
        source="a.yaml",
        basics=Basics(name="Ada", label="Engineer", headlines=("Baker",), summaries=("Used Kafka.", "Bakes.")),
        entries=(
            dataclasses.replace(work, summary="Ran the shop", description="A shop"),
            dataclasses.replace(entry(0, ["Drew"], section="projects"), keywords=("ink",)),
            entry(0, ["Swept"], section="volunteer"),
        ),
        skills=(SkillGroup(path="skills[0]", name="Tools", keywords=("Kafka",), level="Expert"),),
        languages=(Language(path="languages[0]", name="Polish"),),
        credentials=(Credential(path="licences[0]", kind="licence", name="Pilot"),),
        listed=lists,
    )


def test_everything_of_the_profile_is_printed_or_told() -> None:
    person = full_profile()
    kind = Kind(name="bare", title="Bare", sections=("work", "projects"))
    wish = PlanWish(record=None, kind=kind, pages="any", today=TODAY, find=find)
    paper = Paper(50)
    asked = posting("Kafka")
    ranking = rank(asked, person, find, today=TODAY)
    plan = make_plan(asked, person, ranking, wish, measure=paper.measure, lay_out=paper.lay_out)
    reasons = why(plan)
    lacking = ("volunteer[0]", "skills[0]", "languages[0]", "licences[0]", "awards[0]", "interests[0]")
    assert all(reasons[path].startswith("the kind bare has no section ") for path in lacking)
    assert reasons["basics.summaries[0]"] == "the kind bare has no section summary"
    assert "stands in its place" in reasons["basics.headlines[0]"]
    assert {"work[0].summary", "work[0].description", "projects[0].keywords"} <= set(reasons)
    assert reasons["work[0].highlights[1]"] == "private"
    assert not any("Secret" in one.text + one.why for one in plan.left_out)


def test_nothing_printed_is_told_as_left_out() -> None:
    plan = planned(full_profile(), asked=posting("Kafka"), paper=Paper(50))
    assert {"work[0].summary", "skills[0].level"} <= set(why(plan))
    assert not set(why(plan)) & (plan.printed | {one.entry.path for one in plan.entries})
    assert not set(why(plan)) & {one.path for one in (*plan.languages, *plan.credentials, *plan.listed)}
