"""Kinds of resume: their data, what only some print, what they ask for, and how jobs are parted."""

import dataclasses
from datetime import date

import pytest
from match_builders import TODAY, entry, find
from match_builders import profile as built
from position_cases import person as jobs_of
from render_builders import STYLE
from sample_workspace import ROOT
from test_plan import Paper, why
from test_plan_wishes import ASKED, headings, planned

from tailor import render, resources
from tailor.match import rank
from tailor.model.detail import Detail
from tailor.model.kind import Bounds, Kind
from tailor.model.plan import OTHER, RELEVANT
from tailor.model.posting import Reading
from tailor.model.profile import Date, Entry, Profile
from tailor.plan import PlanWish, kind_names, make_plan, read_kind
from tailor.plan.asks import _CHECKS, asked
from tailor.plan.gapless import uncovered
from tailor.profile import read_profile
from tailor.render.details import detail_notes
from tailor.tailoring import Wish, style_for
from tailor.tailoring.applying import Subject

LABELS = resources.language_data("en", "labels.yaml")
ASKS = resources.language_data("en", "kinds.yaml")["asks"]
SECTIONS = set(read_kind("general").sections)
DETAILS = {"scope", "budget", "headcount", "hours", "payGrade", "supervisor", "sites", "subjects", "grades"}
DETAILS |= {"honors", "thesis", "authors"}


def read(text: str) -> Profile:
    return read_profile(f"basics: {{name: Ada Brandt}}\n{text}".encode(), "ada.yaml")


def lines(person: Profile, kind: str) -> list[str]:
    """The lines of a resume of this kind, all of the profile on it."""
    style = dataclasses.replace(STYLE, kind=kind)
    return render.resume(planned(person, kind=kind), render.read_theme("classic"), style, "txt").splitlines()


# --- the data


@pytest.mark.parametrize("name", kind_names())
def test_a_kind_says_nothing_that_nobody_reads(name: str) -> None:
    kind, data = read_kind(name), resources.kind_data(name)
    assert set(data) <= {field.name for field in dataclasses.fields(Kind)} - {"name"}
    assert set(data.get("limits", {})) <= {field.name for field in dataclasses.fields(Bounds)}
    assert set(kind.sections) == SECTIONS
    assert len(kind.sections) == len(SECTIONS)
    assert set(kind.details) | set(kind.split_by) <= DETAILS
    assert set(kind.facts) <= {"permits"}
    assert set(kind.asks) <= set(ASKS)
    assert {label for _, label in kind.headings} <= set(LABELS["sections"])
    assert kind.paper in ("", "letter", "a4")


def test_every_ask_has_a_check_and_words() -> None:
    assert set(ASKS) == set(_CHECKS)
    assert {ask for name in kind_names() for ask in read_kind(name).asks} == set(ASKS)


def test_help_names_every_kind(tailor) -> None:
    assert all(name in " ".join(tailor("resume", "--help").out.split()) for name in kind_names())


def test_the_page_about_kinds_has_a_row_for_each_with_its_order() -> None:
    text = (ROOT / "docs" / "kinds.md").read_text(encoding="utf-8")
    table = text.split("\n\n")[2].splitlines()[2:]
    rows = {cells[1].strip(" `"): cells for cells in (line.split("|") for line in table)}
    assert set(rows) == set(kind_names())
    for name, cells in rows.items():
        told = [word.strip() for word in cells[3].split(",")]
        assert (told, cells[4].strip()) == ([*read_kind(name).sections[: len(told)]], read_kind(name).pages)


# --- details

JOB = """
work:
  - name: Vale
    position: Clerk
    startDate: 2020-01
    hours: {hours}
    payGrade: GS-5
    scope: {scope}
    subjects: [Latin, Greek]
    grades: {grades}
    sites: Two sites in Lund
    highlights: [Kept books.]
"""


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("general", None),
        ("federal", "Pay grade: GS-5 · Hours per week: 40"),
        ("executive", "Budget: $4M · Headcount: 12"),
        ("teaching", "Subjects: Latin, Greek · Grades: 6–8"),
        ("trade", "Two sites in Lund"),
    ],
)
def test_a_detail_is_printed_where_the_kind_asks_for_it_and_told_elsewhere(kind: str, line: str | None) -> None:
    person = read(JOB.format(hours=40, scope="{budget: $4M, headcount: 12}", grades="6–8"))
    found = lines(person, kind)
    told = {path: reason for path, reason in why(planned(person, kind=kind)).items() if ".highlights" not in path}
    assert (line in found) == (line is not None)
    assert len(told) == 7 - (len(line.split(" · ")) if line else 0)
    assert all(f"the kind {kind} prints no " in reason for reason in told.values())


@pytest.mark.parametrize(
    ("hours", "scope", "grades", "line"),
    [
        ("40 hours per week", "", "", "Pay grade: GS-5 · 40 hours per week"),
        ("35", "", "", "Pay grade: GS-5 · Hours per week: 35"),
        ("35", "All of the books", "", "All of the books"),
        ("35", "{budget: Budget of $2M}", "", "Budget of $2M"),
        ("35", "", "Grade 5", "Subjects: Latin, Greek · Grade 5"),
        ("35", "", "[5, 6]", "Subjects: Latin, Greek · Grades: 5, 6"),
    ],
)
def test_a_label_is_not_said_twice(hours: str, scope: str, grades: str, line: str) -> None:
    person = read(JOB.format(hours=hours, scope=scope or "''", grades=grades or "''"))
    kind = "executive" if scope else "teaching" if grades else "federal"
    assert line in lines(person, kind)


@pytest.mark.parametrize(
    ("lang", "thesis", "line"),
    [
        ("en", "On Tides", "Thesis: On Tides"),
        ("en", "Dissertation on tides", "Dissertation on tides"),
        ("de", "Gezeiten", "Thema: Gezeiten"),
        ("de", "Masterarbeit über Gezeiten", "Masterarbeit über Gezeiten"),
        ("fr", "Mémoire : les marées", "Mémoire : les marées"),
        ("es", "TFG: las mareas", "TFG: las mareas"),
    ],
)
def test_a_thesis_that_says_what_it_is_has_no_label(lang: str, thesis: str, line: str) -> None:
    study = Entry(
        path="e", section="education", name="U", details=(Detail(name="thesis", path="t", words=(thesis,)),)
    )
    assert [piece.text for piece in detail_notes(study, ("thesis",), lang)] == [line]


def test_what_holds_commas_is_parted_by_semicolons() -> None:
    assert Detail(name="honors", path="x", words=("Dean's List, twice", "cum laude")).text.count("; ") == 1
    assert Detail(name="sites", path="x", words=("A", "B")).text == "A, B"


PROMOTED = """
  - name: Vale
    location: Lund
    scope: The whole of it
    positions:
      - {position: Head, startDate: 2022-01, scope: {headcount: 9}, highlights: [Led.]}
      - {position: Clerk, startDate: 2020-01, endDate: 2021-12, scope: Two books, highlights: [Kept books.]}
"""
TITLED = PROMOTED.replace(", highlights: [Led.]", "").replace(", highlights: [Kept books.]", "")


def test_a_position_has_its_own_details_and_the_newest_also_those_of_its_employer() -> None:
    found = lines(jobs_of(PROMOTED), "executive")
    start = found.index("Head")
    assert found[start + 2 : start + 4] == ["Vale · Lund", "The whole of it · Headcount: 9"]
    assert found[found.index("Clerk") + 2] == "Two books"


def test_titles_above_common_bullets_name_whose_detail_it_is() -> None:
    found = lines(jobs_of(TITLED), "executive")
    assert found[found.index("Vale · Lund") + 1 :][:3] == [
        "The whole of it",
        "Head: Headcount: 9",
        "Clerk: Two books",
    ]


def test_a_detail_of_a_job_of_long_ago_is_told() -> None:
    old = "  - {name: Vale, position: Clerk, startDate: 2001-01, endDate: 2003-01, scope: Two books}\n"
    done = [", ".join(f"Kafka {word}{at}" for word in "abcdefgh") for at in range(12)]
    new = "".join(
        f"  - {{name: N, position: P, startDate: {year}-01, endDate: {year}-12, highlights: [{words}]}}\n"
        for year, words in enumerate(done, start=2010)
    )
    plan = planned(jobs_of(new + old), kind="executive", lines=20)
    assert why(plan)["work[12].scope"] == "the job ended over 15 years ago: only its title stands"


def test_a_licence_and_a_publication_print_theirs() -> None:
    text = "licences: [{name: Teacher, region: OR, subjects: [Latin], grades: 5–9}]\n"
    assert "Teacher, OR, Latin, grades 5–9" in lines(read(text), "teaching")
    assert "Teacher, OR" in lines(read(text), "general")
    text = "publications: [{name: On tides, authors: ['Brandt, A.', 'Lund, P.'], releaseDate: 2020}]\n"
    assert "On tides, Brandt, A.; Lund, P., 2020" in lines(read(text), "academic")
    assert why(planned(read(text)))["publications[0].authors"].startswith("the kind general prints no authors")


# --- facts, headings, paper


def test_permits_stand_under_the_head_where_the_kind_wants_them_and_never_in_the_letter() -> None:
    person = read("permits: [U.S. citizen, Veteran]\n")
    assert lines(person, "federal")[1] == "U.S. citizen · Veteran"
    assert "U.S. citizen · Veteran" not in lines(person, "general")
    from tailor.render.resume_sheet import plan_header

    assert not plan_header(planned(person, kind="federal")).contact


def test_a_kind_names_sections_its_own_way() -> None:
    text = "languages: [Greek]\nskills: [Kafka]\n"
    assert {"Language Skills"} <= set(lines(read(text), "european"))
    assert {"Core Competencies", "Languages"} <= set(lines(read(text), "executive"))


@pytest.mark.parametrize(
    ("kind", "own", "wish", "paper"),
    [
        ("general", None, None, "letter"),
        ("general", "a4", None, "a4"),
        ("european", None, None, "a4"),
        ("european", "letter", None, "a4"),
        ("european", None, "letter", "letter"),
        ("federal", "a4", None, "letter"),
    ],
)
def test_a_kind_has_its_paper_unless_somebody_wants_another(
    kind: str, own: str | None, wish: str | None, paper: str
) -> None:
    person = dataclasses.replace(built(), kind=kind, paper=own)
    reading = Reading(items=(), facts=ASKED.facts, set_aside=())
    subject = Subject(page=None, reading=reading, record=None, profile=person)  # type: ignore[arg-type]  # unread here
    assert style_for(subject, Wish(today=TODAY, paper=wish)).paper == paper


# --- parting by details


def taught(number: int, *, subjects: bool = True) -> Entry:
    job = entry(number, [f"Kafka and Python {number}"], years=(2024 - number, 2025 - number))
    path = f"{job.path}.subjects"
    details = (Detail(name="subjects", path=path, words=("Latin",)),) if subjects else ()
    return dataclasses.replace(job, details=details)


PAUSE = Entry(
    path="breaks[0]", section="breaks", name="", position="Care", start=Date(year=2021), end=Date(year=2022)
)


@pytest.mark.parametrize(
    ("jobs", "expected"),
    [
        ([taught(0), taught(1)], {"work[0]": RELEVANT, "work[1]": RELEVANT}),
        ([taught(0), taught(1, subjects=False)], {"work[0]": RELEVANT, "work[1]": OTHER}),
        ([taught(0, subjects=False), taught(1)], {"work[1]": RELEVANT, "work[0]": OTHER}),
        ([taught(0, subjects=False)], {"work[0]": "work"}),
        ([taught(0), PAUSE], {"work[0]": RELEVANT, "breaks[0]": RELEVANT}),
    ],
)
def test_posts_in_which_somebody_taught_stand_apart(jobs: list[Entry], expected: dict[str, str]) -> None:
    assert headings(planned(built(*jobs), kind="teaching")) == expected


def test_a_break_alone_needs_no_heading_of_its_own() -> None:
    assert headings(planned(built(entry(0, ["Kafka"]), PAUSE), kind="career-change"))["breaks[0]"] != OTHER


# --- asks

FULL = """
permits: [U.S. citizen]
licences: [{name: "Driver's license, Teacher", region: OR, expires: 2030, subjects: Latin, grades: 5}]
certificates: [{name: BLS}]
languages: [{language: Greek, fluency: C1}, {language: Danish, fluency: Native}]
projects: [{name: P}]
publications: [{name: P, authors: Ada}]
education: [{institution: U, startDate: 2015-01, endDate: 2019-12}]
work:
  - {name: V, position: A, startDate: 2020-01, hours: 40, payGrade: GS-5, scope: All, sites: L, highlights: [B]}
"""


@pytest.mark.parametrize("kind", kind_names())
def test_what_is_there_is_not_asked_for(kind: str) -> None:
    assert planned(read(FULL), kind=kind).asks == ()


@pytest.mark.parametrize(
    ("kind", "gone", "instead", "told"),
    [
        ("clinical", "certificates: [{name: BLS}]", "", "certificates: list those you hold"),
        (
            "clinical",
            "region: OR, ",
            "",
            "state of licences: add `region` (state, or Multistate) to: Driver's license",
        ),
        ("teaching", "expires: 2030, ", "", "expiry of licences: add `expires` to: Driver's license, Teacher"),
        ("teaching", "subjects: Latin, ", "", "subjects: add `subjects` to the jobs"),
        ("teaching", ", grades: 5", "", "grades: add `grades`"),
        ("trade", "Driver's license, ", "", "driving licence: if you hold one"),
        ("trade", "sites: L, ", "", "sites: add `sites`"),
        ("executive", "scope: All, ", "", "scope: add `scope`"),
        ("academic", ", authors: Ada", "", "authors of publications: add `authors`, as they stand on it, to: P"),
        ("academic", "publications: [{name: P, authors: Ada}]", "", "publications: add `publications`"),
        ("graduate", "projects: [{name: P}]", "", "projects: add `projects`"),
        ("federal", "permits: [U.S. citizen]", "", "citizenship or work permit: add a line to `permits`"),
        ("federal", "hours: 40, ", "", "hours a week: add `hours` to: A, V"),
        ("federal", "payGrade: GS-5, ", "", "pay grade: if you held a federal post"),
        ("federal", "startDate: 2020-01", "startDate: 2020", "dates with months: write dates as 2021-03"),
        ("european", "fluency: C1", "fluency: fluent", "levels of languages: write `fluency` as a level"),
        ("european", "fluency: C1", "fluency: Muttersprache", None),
        ("european", "fluency: C1", "fluency: langue maternelle", None),
        ("european", "fluency: C1", "fluency: lengua materna", None),
        ("trade", "Driver's license, ", "Führerschein Klasse B, ", None),
        ("trade", "Driver's license, ", "Permis B, ", None),
        ("trade", "Driver's license, ", "Permis de construire, ", "driving licence: if you hold one"),
        ("trade", "Driver's license, ", "Permiso de conducir B, ", None),
        ("european", "endDate: 2019-12", "endDate: 2019-08", None),
        (
            "european",
            "startDate: 2020-01",
            "startDate: 2020-01, endDate: 2025-06",
            "months without a gap: nothing",
        ),
    ],
)
def test_what_is_lacking_is_told_with_what_to_add_where(
    kind: str, gone: str, instead: str, told: str | None
) -> None:
    assert gone in FULL
    asks = planned(read(FULL.replace(gone, instead)), kind=kind).asks
    assert [f"{ask.text}: {ask.note}".startswith(told or "-") for ask in asks] == ([True] if told else [])
    assert not any(ask.used for ask in asks)


def test_a_general_resume_asks_for_nothing() -> None:
    assert planned(built(entry(0, ["Kafka"]))).asks == ()


def test_the_plan_and_the_build_tell_what_a_kind_asks_for(workspace, tailor) -> None:
    words = ("postings/cedar-valley-icu-nurse.md", "--kind", "federal", "--as-of", "2026-11-20")
    assert (
        "The kind federal asks for more than the profile says:\n  hours a week: add" in tailor("plan", *words).out
    )
    told = " ".join(tailor("build", *words, "--format", "txt").out.split())
    assert "the kind federal asks for more: hours a week, pay grade (`tailor plan`" in told


# --- gaps between dates


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([("2020-01", None)], ()),
        ([("2018-01", "2019-12"), ("2020-01", None)], ()),
        ([("2018-01", "2019-11"), ("2020-01", None)], ()),
        ([("2018-01", "2019-10"), ("2020-01", None)], ("2019-11 – 2019-12",)),
        ([("2018", "2019"), ("2020-02", None)], ()),
        ([("2018", "2019"), ("2020-03", None)], ("2020-01 – 2020-02",)),
        ([("2018-01", "2025-10")], ("2025-11 – 2025-12",)),
        ([("2018-01", "2025-11")], ()),
        ([("2016-01", "2016-06"), ("2017-01", "2017-03"), ("2017-04", None)], ("2016-07 – 2016-12",)),
        ([], ()),
    ],
)
def test_spans_of_more_than_a_month_that_nothing_covers(
    spans: list[tuple[str, str | None]], found: tuple[str, ...]
) -> None:
    work = "\n".join(f"  - {{name: A, startDate: {a}, endDate: {b or 'present'}}}" for a, b in spans)
    person = read(f"work:\n{work}\n" if spans else "")
    assert uncovered(person, date(2026, 1, 15)) == found


@pytest.mark.parametrize(
    "cover",
    [
        "breaks: [{text: Care, startDate: 2019-01, endDate: 2019-12}]",
        "education: [{institution: U, startDate: 2018-12, endDate: 2020-02}]",
        "volunteer: [{organization: O, startDate: 2019-01, endDate: 2019-11}]",
    ],
)
def test_breaks_studies_and_voluntary_posts_cover(cover: str) -> None:
    work = "work: [{name: A, startDate: 2017-01, endDate: 2018-12}, {name: B, startDate: 2020-01}]\n"
    assert uncovered(read(work), TODAY) == ("2019-01 – 2019-12",)
    assert uncovered(read(work + cover + "\n"), TODAY) == ()


# --- limits


def test_a_kind_may_let_a_job_have_more_lines() -> None:
    words = (
        "alder",
        "birch",
        "cedar",
        "damson",
        "elder",
        "fir",
        "gorse",
        "hazel",
        "ivy",
        "juniper",
        "kale",
        "larch",
    )
    person = built(entry(0, [f"Kafka and Python {word} {word}ing" for word in words]))
    counts = {kind: len(planned(person, kind=kind).printed) for kind in ("general", "federal")}
    assert counts == {"general": 9, "federal": 12}


@pytest.mark.parametrize(("far", "count"), [(0.0, 2), (1.0, 1)])
def test_a_kind_says_how_far_from_the_posting_a_line_may_be_where_pages_do_not_matter(
    far: float, count: int
) -> None:
    person = built(entry(0, ["Kafka and Python", "Painted the corridor"]))
    kind = dataclasses.replace(read_kind("academic"), limits=Bounds(far=far))
    wish = PlanWish(record=None, kind=kind, pages="any", today=TODAY, find=find)
    paper = Paper(30)
    ranking = rank(ASKED, person, find, today=TODAY)
    plan = make_plan(ASKED, person, ranking, wish, measure=paper.measure, lay_out=paper.lay_out)
    assert len(plan.printed) == count


def test_asked_reads_a_plan_alone() -> None:
    plan = planned(built(entry(0, ["Kafka"])))
    assert [one.text for one in asked(plan, read_kind("executive"), TODAY)] == ["scope"]
