"""Planning the page: what is printed, in which order, and why the rest is not."""

from collections.abc import Sequence
from datetime import date

import pytest
from exact import exact_value
from hypothesis import given, settings
from hypothesis import strategies as st
from match_builders import TODAY, bullet, entry, find, posting, profile, requirement
from position_cases import PROMOTED, TITLED, person

from tailor.errors import ChoiceError, MachineError
from tailor.match import rank
from tailor.model.kind import Bounds
from tailor.model.plan import Heights, Layout, Plan
from tailor.model.posting import Posting
from tailor.model.profile import Basics, Bullet, Profile, SkillGroup
from tailor.model.record import Decisions, Record
from tailor.plan import PlanWish, kind_names, make_plan, read_kind
from tailor.plan.career import years_of_work
from tailor.plan.choose import Later, Problem, choose, value
from tailor.plan.estimate import elements, estimated
from tailor.plan.lines import Line
from tailor.plan.material import gather
from tailor.plan.order import is_recent, newest_first

LINE = 20.0
TEXTS = [
    "Streamed sensor events through Kafka into tables",
    "Wrote nightly jobs in Python for the billing crew",
    "Led a group of 12 engineers in two cities",
    "Owned a $2.4M budget and reported to the CFO",
    "Organised the softball league",
    "Tuned slow Spark queries from seven hours to one",
    "Painted the corridor of the third floor",
    "Moved reports from paper to dashboards",
]


class Paper:
    """A stand-in layout engine: every element is one line high, pages hold `lines` of them."""

    def __init__(self, lines: int) -> None:
        self.page = lines * LINE
        self.laid_out = 0

    def measure(self, plan: Plan) -> Heights:
        return Heights(page=self.page, elements=dict.fromkeys(elements(plan), LINE))

    def lay_out(self, plan: Plan) -> Layout:
        self.laid_out += 1
        filled = len(elements(plan)) * LINE / self.page
        pages = max(1, -int(-filled // 1))
        return Layout(pages=pages, last_fill=filled - pages + 1)


def broken(plan: Plan) -> Heights:
    raise MachineError(f"no Pango for {plan.kind}: apt install libpango-1.0-0")


def planned(
    person: Profile,
    *,
    asked: Posting | None = None,
    pages: str = "1",
    record: Record | None = None,
    paper: Paper | None = None,
) -> Plan:
    asked = asked or posting("Kafka", "Python", "Leads engineers", "Budget")
    paper = paper or Paper(30)
    wish = PlanWish(record=record, kind=read_kind("general"), pages=pages, today=TODAY, find=find)
    ranking = rank(asked, person, find, today=TODAY, record=record)
    return make_plan(asked, person, ranking, wish, measure=paper.measure, lay_out=paper.lay_out)


def printed(plan: Plan) -> dict[str, list[str]]:
    return {one.entry.path: [line.text for line in one.lines] for one in plan.entries}


def why(plan: Plan) -> dict[str, str]:
    return {one.path: one.why for one in plan.left_out}


_SUBJECTS = (
    "Kafka streams",
    "Python jobs",
    "led 12 engineers",
    "a $2M budget",
    "softball",
    "Spark joins",
    "paint",
    "x",
)


def long_profile(jobs: int, lines: int) -> Profile:
    """Jobs of two years, the newest current; no two lines have more than their subject in common."""

    def text(job: int, place: int) -> str:
        own = [f"{word}{job}{place}" for word in ("alder", "birch", "cedar", "damson", "elder")]
        return " ".join([_SUBJECTS[(job + place) % len(_SUBJECTS)], *own])

    return profile(
        *(
            entry(
                job,
                [text(job, place) for place in range(lines)],
                years=(2024 - 2 * job, None if job == 0 else 2026 - 2 * job),
            )
            for job in range(jobs)
        )
    )


# --- kinds


def test_there_are_kinds_and_each_can_be_read() -> None:
    assert {"general", "clinical"} <= set(kind_names())
    for name in kind_names():
        kind = read_kind(name)
        assert kind.title
        assert "work" in kind.sections
        assert kind.pages in ("auto", "any") or kind.pages.isdecimal()


def test_a_clinical_resume_shows_credentials_before_work() -> None:
    sections = read_kind("clinical").sections
    assert sections.index("credentials") < sections.index("work")


def test_an_unknown_kind_names_those_there_are() -> None:
    with pytest.raises(ChoiceError, match=r"'clinicl'.*clinical, .*general"):
        read_kind("clinicl")


# --- properties

_bullets = st.builds(
    bullet,
    st.sampled_from(TEXTS),
    variants=st.lists(st.sampled_from(["In short: Kafka", "Python in brief"]), max_size=1).map(tuple),
    mark=st.sampled_from(["", "", "", "private", "pin"]),
)
_jobs = st.lists(
    st.tuples(st.lists(_bullets, max_size=6), st.integers(1995, 2026), st.integers(0, 9)), min_size=1, max_size=5
)


def _person(jobs: Sequence[tuple[list[Bullet], int, int]]) -> Profile:
    return profile(
        *(entry(at, lines, years=(end - years, end)) for at, (lines, end, years) in enumerate(jobs)),
        entry(0, TEXTS[:2], section="projects", years=(2023, None)),
        entry(0, TEXTS[2:3], section="education", years=(1990, 1994)),
    )


@given(_jobs, st.sampled_from(["auto", "any", "1", "2"]), st.integers(8, 60))
@settings(max_examples=80, deadline=None)
def test_a_plan_is_honest(jobs: list[tuple[list[Bullet], int, int]], pages: str, room: int) -> None:
    person = _person(jobs)
    plan = planned(person, pages=pages, paper=Paper(room))
    own = {one.path: one for one in person.bullets}
    for path, text in ((line.path, line.text) for one in plan.entries for line in one.lines):
        assert not own[path].private
        assert text in (own[path].text, *own[path].variants)
    assert {one.path for one in plan.left_out} | plan.printed >= set(own)
    assert not {one.path for one in plan.left_out} & plan.printed
    assert all(one.why for one in plan.left_out)
    shown = {one.entry.path for one in plan.entries}
    assert {one.path for one in person.section("work") if is_recent(one, TODAY)} <= shown
    pinned = {one.path for one in person.bullets if one.pin and not one.private}
    assert pinned <= plan.printed


@given(_jobs, st.integers(8, 60))
@settings(max_examples=30, deadline=None)
def test_the_same_input_gives_the_same_plan(jobs: list[tuple[list[Bullet], int, int]], room: int) -> None:
    person = _person(jobs)
    assert planned(person, paper=Paper(room)) == planned(person, paper=Paper(room))


@given(_jobs, st.sampled_from(["1", "2"]), st.integers(20, 60))
@settings(max_examples=50, deadline=None)
def test_a_number_of_pages_is_kept_where_the_titles_allow_it(
    jobs: list[tuple[list[Bullet], int, int]], pages: str, room: int
) -> None:
    person = _person([([one for one in lines if not one.pin], end, years) for lines, end, years in jobs])
    plan = planned(person, pages=pages, paper=Paper(room))
    assert plan.fit.pages <= int(pages)
    assert not plan.fit.note


# --- pages


def test_a_page_is_filled() -> None:
    words = ("alder", "birch", "cedar", "damson", "elder", "fig")
    jobs = [
        entry(
            at,
            [f"Kafka and Python {word}{at} {word}ing{at} {word}o{at} {word}y{at}" for word in words],
            years=(2024 - 2 * at, 2026 - 2 * at if at else None),
        )
        for at in range(4)
    ]
    plan = planned(profile(*jobs), paper=Paper(20))
    assert (plan.fit.pages, plan.fit.limit, plan.fit.measured) == (1, 1, True)
    assert plan.fit.last_fill == pytest.approx(1.0)


def test_three_layouts_at_most() -> None:
    paper = Paper(25)
    planned(long_profile(4, 8), paper=paper)
    assert 1 <= paper.laid_out <= 3


def test_an_engine_that_needs_more_room_than_the_heights_say_is_believed() -> None:
    class Generous(Paper):
        def measure(self, plan: Plan) -> Heights:
            return Heights(page=self.page, elements=dict.fromkeys(elements(plan), LINE * 0.8))

    plan = planned(long_profile(4, 8), paper=Generous(25))
    assert plan.fit.pages == 1
    assert plan.fit.last_fill > 0.75


def test_any_prints_everything_but_what_is_far_from_the_posting() -> None:
    person = long_profile(4, 8)
    plan = planned(person, pages="any", paper=Paper(10))
    assert plan.printed | {one.path for one in plan.left_out} == {one.path for one in person.bullets}
    assert plan.printed >= {path for paths in plan.evidence.values() for path in paths}
    assert plan.fit.limit is None
    assert all(one.why == "answers little of what this posting asks for" for one in plan.left_out)


def test_auto_takes_a_second_page_for_a_long_career_full_of_evidence() -> None:
    asked = posting("Kafka", "Python", "Leads engineers", "Budget", "Spark", "Dashboards and reporting")
    plan = planned(long_profile(7, 8), asked=asked, pages="auto", paper=Paper(26))
    assert plan.fit.pages == 2
    assert plan.fit.last_fill >= 0.5


@pytest.mark.parametrize(("jobs", "asked"), [(3, posting("Kafka", "Python")), (7, posting("Glass blowing"))])
def test_auto_stays_on_one_page_for_short_careers_and_for_little_evidence(jobs: int, asked: Posting) -> None:
    assert planned(long_profile(jobs, 8), asked=asked, pages="auto", paper=Paper(26)).fit.pages == 1


def test_titles_that_take_more_than_the_pages_are_told() -> None:
    plan = planned(long_profile(5, 2), paper=Paper(5))
    assert plan.fit.pages > 1
    assert plan.fit.note.startswith("the titles of the last ten years' jobs")
    assert plan.fit.note.endswith("overfill one page")
    assert len(plan.section("work")) == 5


@pytest.mark.parametrize("pages", ["0", "two", "", "-1", "1.5"])
def test_other_wishes_for_pages_are_refused(pages: str) -> None:
    with pytest.raises(ChoiceError, match="a number from 1"):
        planned(long_profile(1, 1), pages=pages)


def test_without_a_layout_engine_heights_are_estimated_and_the_fit_says_so() -> None:
    person, asked = long_profile(6, 8), posting("Kafka")
    wish = PlanWish(record=None, kind=read_kind("general"), pages="1", today=TODAY, find=find)
    ranking = rank(asked, person, find, today=TODAY)
    plan = make_plan(asked, person, ranking, wish, measure=broken, lay_out=Paper(1).lay_out)
    assert not plan.fit.measured
    assert plan.fit.pages == 1
    assert plan.printed
    assert set(estimated(plan).elements) >= set(elements(plan))


# --- what is chosen


def test_no_entry_has_more_lines_than_the_most_and_the_latest_two_have_one() -> None:
    person = profile(
        entry(0, ["Painted walls"], years=(2024, None)),
        entry(1, ["Baked bread"], years=(2022, 2024)),
        entry(2, [f"Kafka {word}{word} {word}ing" for word in "abcdefghijkl"], years=(2018, 2022)),
    )
    plan = planned(person, paper=Paper(20))
    lines = {path: len(texts) for path, texts in printed(plan).items()}
    assert lines["work[0]"] >= 1
    assert lines["work[1]"] >= 1
    assert lines["work[2]"] == Bounds().best
    assert "9 lines of this entry answer the posting better" in why(plan).values()


def test_old_jobs_give_way_before_recent_ones_when_titles_do_not_fit() -> None:
    person = profile(
        entry(0, ["Used Kafka"], years=(2024, None)),
        *(entry(at, [], years=(2015 - at, 2016 - at)) for at in range(1, 9)),
    )
    plan = planned(person, paper=Paper(6))
    assert "work[0]" in printed(plan)
    assert "work[8]" not in printed(plan)
    assert why(plan)["work[8]"] == "no room on one page"


def test_of_two_lines_that_say_the_same_the_weaker_goes() -> None:
    person = profile(
        entry(0, ["Built the nightly feed of sensor events in Kafka", "Built the nightly feed of sensor events"]),
        entry(1, ["Baked bread"], years=(2015, 2019)),
    )
    plan = planned(person, asked=posting("Kafka"))
    assert "work[0].highlights[1]" not in plan.printed
    assert why(plan)["work[0].highlights[1]"].startswith("says nearly the same as “Built the nightly feed")


def test_private_text_is_neither_printed_nor_quoted() -> None:
    person = profile(entry(0, [bullet("Used Kafka for the secret client", mark="private"), "Painted walls"]))
    plan = planned(person, pages="any")
    assert why(plan) == {"work[0].highlights[0]": "private"}
    assert not any("secret" in one.text for one in plan.left_out)
    assert plan.evidence["r1"] == ("work[0].highlights[0]",)


def test_a_line_without_a_place_names_what_took_it() -> None:
    plan = planned(long_profile(4, 8), paper=Paper(18))
    reasons = [one.why for one in plan.left_out]
    assert reasons
    assert any(one.startswith("weaker for this posting than “") for one in reasons)


def test_projects_are_printed_for_their_lines_only() -> None:
    person = profile(
        entry(0, TEXTS[:4]),
        entry(0, ["A bot in Python and Kafka"], section="projects"),
        entry(1, ["Painted a mural"], section="projects"),
    )
    plan = planned(person, paper=Paper(9))
    assert printed(plan)["projects[0]"]
    assert "projects[1]" not in printed(plan)
    assert plan.sections == ("work", "projects")


# --- order


def test_entries_stand_newest_first_and_undated_sections_as_written() -> None:
    person = profile(
        entry(0, [], years=(2010, 2014)),
        entry(1, [], years=(2018, None)),
        entry(2, [], years=(2014, 2018)),
        entry(0, [], section="projects", years=(None, None)),
        entry(1, [], section="projects", years=(2020, None)),
    )
    order = [one.path for one in newest_first(person, ("projects", "skills", "work"))]
    assert order == ["projects[0]", "projects[1]", "work[1]", "work[2]", "work[0]"]


def test_positions_at_one_employer_stand_together_where_the_newest_of_them_stands() -> None:
    order = [one.path for one in newest_first(PROMOTED, ("work",))]
    assert order == ["work[1].positions[1]", "work[1].positions[2]", "work[1].positions[0]", "work[0]"]


def test_an_undated_job_leaves_the_others_as_written_and_positions_newest_first() -> None:
    undated = profile(entry(9, [], years=(None, None)), *PROMOTED.entries)
    order = [one.path for one in newest_first(undated, ("work",))]
    assert order[:3] == ["work[9]", "work[0]", "work[1].positions[1]"]
    assert order[3:] == ["work[1].positions[2]", "work[1].positions[0]"]


def test_an_employer_of_several_positions_takes_one_line_of_the_page() -> None:
    plan = planned(PROMOTED, pages="any")
    heads = [one for one in elements(plan) if one.startswith("work") and "highlights" not in one]
    assert heads[:3] == ["work[1]", "work[1].positions[1]", "work[1].positions[2]"]
    assert heads.count("work[1]") == 1
    assert set(elements(plan)) >= set(estimated(plan).elements) - {"summary", "languages", "credentials"}


def test_the_oldest_position_gives_way_first_though_its_employer_stands_above() -> None:
    positions = "".join(
        f"      - {{position: Baker {at}, startDate: {start}, endDate: {end}, highlights: [Baked bread {at}.]}}\n"
        for at, (start, end) in enumerate([(2020, 2024), (2001, 2005)])
    )
    old = "  - {name: Quay, position: Clerk, startDate: 2006, endDate: 2012}\n"
    plan = planned(person(f"  - name: Orchard\n    positions:\n{positions}{old}"), paper=Paper(8))
    assert list(printed(plan)) == ["work[0].positions[0]", "work[1]"]
    assert why(plan)["work[0].positions[1]"] == "no room on one page"


def test_a_line_brings_its_employer_in_with_its_position() -> None:
    post = "{position: Driver, startDate: 2020, endDate: 2022, highlights: [Streamed events through Kafka]}"
    helping = (
        f"volunteer:\n  - {{organization: Van, positions: [{post}, {{position: Deputy, startDate: 2022}}]}}\n"
    )
    plan = planned(person(f"  - {{name: Quay, position: Clerk, startDate: 2015}}\n{helping}"), paper=Paper(12))
    assert "volunteer[0].positions[0]" in printed(plan)
    assert (plan.fit.pages, plan.fit.last_fill) == (1, pytest.approx(len(elements(plan)) / 12))


def test_what_a_page_has_no_place_for_is_told_by_the_path_where_it_stands() -> None:
    first = "{position: A, startDate: 2020, summary: Of A., highlights: [Used Kafka]}"
    second = "{position: B, startDate: 2018, endDate: 2019, summary: Of B.}"
    told = why(planned(person(f"  - {{name: Q, description: Of Q., positions: [{first}, {second}]}}\n")))
    assert {
        "work[0].description", "work[0].positions[0].summary", "work[0].positions[1].summary",
    } <= set(told)  # fmt: skip
    plain = second.replace("B", "C")
    told = why(
        planned(person(f"  - {{name: Q, summary: Of Q., positions: [{plain}], highlights: [Used Kafka]}}\n"))
    )
    assert {"work[0].summary", "work[0].positions[0].summary"} <= set(told)


def test_decisions_of_the_record_reach_a_positions_bullets() -> None:
    decisions = Decisions(
        pin=("work[1].positions[0].highlights[0]",),
        drop=("work[1].positions[1].highlights[1]",),
        edits=(("work[1].positions[2].highlights[0]", "Streamed events through Kafka"),),
    )
    plan = planned(PROMOTED, record=Record(source="x.md", decisions=decisions))
    assert "work[1].positions[0].highlights[0]" in plan.printed
    assert why(plan)["work[1].positions[1].highlights[1]"] == "dropped in the record"
    assert printed(plan)["work[1].positions[2]"] == ["Streamed events through Kafka"]


def test_lines_of_a_job_stand_by_relevance_and_nearly_equal_ones_as_written() -> None:
    person = profile(
        entry(
            0, ["Sent events about alder birch", "Sent events about cedar larch", "Streamed events through Kafka"]
        )
    )
    plan = planned(person, asked=posting("Streams events through Kafka"), pages="any")
    assert printed(plan)["work[0]"] == [
        "Streamed events through Kafka",
        "Sent events about alder birch",
        "Sent events about cedar larch",
    ]


@pytest.mark.parametrize(
    ("years", "recent"),
    [((2000, None), True), ((2000, 2016), True), ((2000, 2015), False), ((None, None), True)],
)
def test_the_last_ten_years(years: tuple[int | None, int | None], *, recent: bool) -> None:
    assert is_recent(entry(0, [], years=years), TODAY) is recent


@pytest.mark.parametrize(
    ("spans", "years"),
    [([(2010, 2014), (2012, 2015)], 6.0), ([(2010, 2010), (2020, 2020)], 2.0), ([(2025, None)], 13 / 12), ([], 0)],
)
def test_years_of_work_count_overlaps_once(spans: list[tuple[int, int | None]], years: float) -> None:
    person = profile(*(entry(at, [], years=span) for at, span in enumerate(spans)))
    assert years_of_work(person, date(2026, 1, 15)) == pytest.approx(years)


def test_years_of_work_count_positions_at_one_employer_once_and_no_year_between_titles() -> None:
    assert years_of_work(PROMOTED, date(2026, 1, 15)) == pytest.approx(133 / 12)
    (pepper, _) = TITLED.entries
    assert years_of_work(profile(pepper), date(2026, 1, 15)) == pytest.approx((36 + 24 + 61) / 12)


# --- the person's decisions


def test_pins_drops_and_edits_of_the_record_are_obeyed() -> None:
    person = profile(entry(0, [bullet(text, id=f"b{at}") for at, text in enumerate(TEXTS)]))
    decisions = Decisions(pin=("b6",), drop=("softball league",), edits=(("b1", "Wrote jobs in Python, nightly"),))
    plan = planned(person, record=Record(source="x.md", decisions=decisions), paper=Paper(6))
    texts = printed(plan)["work[0]"]
    assert TEXTS[6] in texts
    assert "Wrote jobs in Python, nightly" in texts
    assert why(plan)["work[0].highlights[4]"] == "dropped in the record"
    assert [line.wording for one in plan.entries for line in one.lines if line.path.endswith("[1]")] == ["edit"]


def test_a_decision_that_means_no_bullet_is_told() -> None:
    record = Record(source="x.md", decisions=Decisions(pin=("no such words",)))
    plan = planned(profile(entry(0, TEXTS)), record=record)
    assert [(one.text, one.used) for one in plan.hints] == [("pin: no such words", False)]


def test_an_edit_that_could_mean_several_bullets_changes_none() -> None:
    record = Record(source="x.md", decisions=Decisions(edits=(("the", "Something else"),)))
    plan = planned(profile(entry(0, TEXTS)), record=record, pages="any")
    assert set(printed(plan)["work[0]"]) <= set(TEXTS)
    assert [one.used for one in plan.hints] == [False]
    assert "name one by its id" in plan.hints[0].note


def test_a_pinned_private_bullet_stays_private() -> None:
    person = profile(entry(0, [bullet("Used Kafka", id="k", mark="private"), "Painted"]))
    plan = planned(person, record=Record(source="x.md", decisions=Decisions(pin=("k",))))
    assert plan.printed == {"work[0].highlights[1]"}
    assert [(one.used, one.note) for one in plan.hints] == [(False, "the bullet is private")]


def _opening(**decisions: str) -> Plan:
    basics = Basics(
        name="Ada",
        label="Data engineer",
        headlines=("Head of engineering", "Data engineer with Kafka"),
        summaries=("Bakes bread.", "Streams with Kafka."),
    )
    person = Profile(source="a.yaml", basics=basics, entries=(entry(0, TEXTS),))
    record = Record(source="x.md", decisions=Decisions(edits=tuple(decisions.items())))
    return planned(person, record=record, asked=posting("Kafka", title="Head of engineering"))


def test_headline_and_summary_are_the_authors_closest_or_the_records() -> None:
    plan = _opening()
    assert (plan.headline, plan.summary) == ("Head of engineering", "Streams with Kafka.")
    plan = _opening(headline="Streaming lead", summary="Here for streams.")
    assert (plan.headline, plan.summary) == ("Streaming lead", "Here for streams.")
    assert not plan.hints


def test_nothing_is_generated_where_the_author_wrote_nothing() -> None:
    plan = planned(profile(entry(0, TEXTS)))
    assert (plan.headline, plan.summary) == ("", "")
    assert plan.sections == ("work",)


# --- skills


def _skills(*groups: tuple[str, ...], asked: Posting) -> list[list[str]]:
    held = tuple(
        SkillGroup(path=f"skills[{at}]", name=f"Group {at}", keywords=words) for at, words in enumerate(groups)
    )
    person = Profile(source="a.yaml", basics=Basics(name="Ada"), entries=(entry(0, TEXTS),), skills=held)
    return [[term.text for term in line.terms] for line in planned(person, asked=asked).skills]


def test_asked_for_skills_come_first_and_groups_with_them() -> None:
    asked = posting(requirement("Kafka", at=1, need="preferred"), requirement("Python", at=2))
    assert _skills(("Juggling",), ("Excel", "Kafka", "Python"), asked=asked) == [
        ["Python", "Kafka", "Excel"],
        ["Juggling"],
    ]


@pytest.mark.parametrize(
    ("written", "asked", "text"),
    [
        ("Postgres", "PostgreSQL databases", "PostgreSQL"),
        ("PostgreSQL", "postgres", "PostgreSQL"),
        ("Postgres 14", "PostgreSQL", "Postgres 14"),
        ("Kafka", "KAFKA", "Kafka"),
        ("Spark", "PySpark", "Spark"),
    ],
)
def test_the_postings_spelling_is_used_for_the_same_name_only(written: str, asked: str, text: str) -> None:
    assert _skills((written,), asked=posting(asked)) == [[text]]


# --- choosing


def _lines(person: Profile, asked: Posting) -> tuple[Line, ...]:
    wish = PlanWish(record=None, kind=read_kind("general"), pages="1", today=TODAY, find=find)
    return gather(asked, person, rank(asked, person, find, today=TODAY), wish).lines


def test_greedy_with_swaps_reaches_nearly_the_exact_optimum() -> None:
    asked = posting("Kafka", "Python", "Leads engineers", "Budget", "Spark", "Reporting")
    lines = _lines(long_profile(5, 6), asked)
    heights = {line.path: LINE * (1 + line.place % 3) for line in lines}
    problems = [Problem(lines=lines, heights=heights, room=room) for room in (130.0, 240.0, 330.0, 400.0, 700.0)]
    shares = [value(problem, choose(problem)) / exact_value(problem) for problem in problems]
    assert sum(shares) / len(shares) >= 0.99
    assert 0.97 <= min(shares) <= max(shares) <= 1 + 1e-6


def test_lines_that_are_no_evidence_open_no_second_page() -> None:
    lines = _lines(long_profile(2, 6), posting("Kafka"))
    weak = frozenset(line.path for line in lines if not line.proofs)
    heights = dict.fromkeys((line.path for line in lines), LINE)
    chosen = choose(Problem(lines=lines, heights=heights, room=240, later=(Later(lines=weak, room=60),)))
    assert len(chosen & weak) <= 3
    assert chosen >= {line.path for line in lines if line.proofs}
