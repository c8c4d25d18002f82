"""Ranking bullets against a posting."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from match_builders import TODAY, bullet, entry, find, posting, profile, requirement

from tailor.match import rank
from tailor.match.concepts import asked_concepts, shown_concepts, title_concepts
from tailor.match.hints import NO_EVIDENCE, NOTHING_NEAR, meant_entries
from tailor.match.priors import recency
from tailor.match.words import terms, tokens
from tailor.model.plan import Match, Ranking
from tailor.model.posting import Posting
from tailor.model.profile import Profile
from tailor.model.record import Decisions, Hint, Record

SENTENCES = [
    "Streamed sensor events through Kafka into tables.",
    "Wrote nightly jobs in Python for the billing team.",
    "Led a group of 12 engineers in two cities.",
    "Owned a $2.4M budget and reported to the CFO.",
    "Organised the softball league.",
    "Moved reports from paper to dashboards.",
    "",
]
ASKED = [
    "Experience with Kafka",
    "Python programming",
    "Leads a team of engineers",
    "Manages P&L",
    "Strong communication skills",
    "5+ years",
]


def ranked(asked: Posting, person: Profile, record: Record | None = None) -> Ranking:
    return rank(asked, person, find, today=TODAY, record=record)


def paths(ranking: Ranking) -> list[str]:
    return [found.bullet.path for found in ranking.bullets]


def match(ranking: Ranking, path: str, requirement_id: str = "r1") -> Match:
    return next(one for one in ranking.matches if (one.path, one.requirement) == (path, requirement_id))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Strong experience with C++, C# and R", ("c++", "c#", "r")),
        ("the technicians' lookups and the team's tables", ("technicians", "lookups", "tables")),
        ("5+ years in 2024", ()),
        ("Über­prüfung", ("über", "prüfung")),
        ("", ()),
    ],
)
def test_words_that_name_something_stay(text: str, kept: tuple[str, ...]) -> None:
    assert tokens(text) == kept


def test_terms_are_stems_and_pairs_of_stems() -> None:
    assert terms("Deploying models, deployed") == ["deploy", "model", "deploy", "deploy model", "model deploy"]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("Manages P&L and financial targets", "Owned a $3.1M annual budget for two plants."),
        ("Builds and leads teams of engineers", "Led a group of nine engineers and two analysts."),
        ("Lead a shift of associates", "Supervised 14 clerks on nights."),
        ("Executive presence", "Presented quarterly to vice presidents."),
        ("Incident response", "Wrote the runbook and chaired post-incident reviews."),
        ("Mentors junior staff", "Precepted four new graduates."),
        ("Handles emergency situations", "Member of the code team; first responder to arrests."),
        ("Change management", "Rolled out one time sheet, replacing 20 spreadsheets."),
        ("Experience with generative AI", "Piloted a retrieval-augmented assistant for field crews."),
        ("Positive behavior management", "Started class meetings; office referrals fell by half."),
    ],
)
def test_a_fact_shows_what_a_posting_asks_in_general_words(asked: str, shown: str) -> None:
    wanted = asked_concepts(requirement(asked), find).direct
    assert wanted & shown_concepts(bullet(shown), shown, find).all


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("Manages P&L", "Shelved books in the reading room."),
        ("Incident response", "Laid out every page of the magazine."),
        ("Leads a team of engineers", "Edited drafts from 12 engineers."),
        ("Revenue growth", "Built the data pipeline for sensors."),
        ("Mentors junior staff", "Onboarded new clients."),
    ],
)
def test_a_word_in_common_is_no_evidence(asked: str, shown: str) -> None:
    wanted = asked_concepts(requirement(asked), find).direct
    assert not wanted & shown_concepts(bullet(shown), shown, find).all


def test_every_highlight_is_ranked_private_ones_too() -> None:
    person = profile(
        entry(0, ["Used Kafka", bullet("Used Python", mark="private")]),
        entry(0, ["Thesis on Spark"], section="education", years=(2012, 2016)),
        entry(0, ["A game"], section="projects"),
        entry(0, ["Read aloud"], section="volunteer"),
    )
    assert sorted(paths(ranked(posting("Kafka"), person))) == sorted(one.path for one in person.bullets)


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6),
    st.lists(st.sampled_from(ASKED), max_size=4),
    st.integers(1990, 2025),
)
@settings(max_examples=40, deadline=None)
def test_the_parts_add_up_to_the_score(lines: list[str], asked: list[str], end: int) -> None:
    person = profile(entry(0, lines), entry(1, SENTENCES, years=(1985, end)))
    found = ranked(posting(*asked), person)
    assert found.bullets
    for one in (*found.bullets, *found.matches):
        assert sum(value for _, value in one.parts) == pytest.approx(one.score, abs=1e-9)


@given(st.permutations(SENTENCES))
@settings(max_examples=20, deadline=None)
def test_scores_do_not_depend_on_the_order_of_bullets(lines: list[str]) -> None:
    def scores(texts: list[str]) -> dict[str, float]:
        found = ranked(posting(*ASKED), profile(entry(0, texts)))
        return {one.bullet.text: round(one.score, 9) for one in found.bullets}

    assert scores(lines) == scores(SENTENCES)


@pytest.mark.parametrize("asked", ASKED[:3])
def test_a_bullet_that_repeats_a_requirement_ranks_first_for_it(asked: str) -> None:
    person = profile(entry(0, [*SENTENCES, asked]))
    found = [one for one in ranked(posting(asked), person).matches if one.requirement == "r1"]
    assert max(found, key=lambda one: one.score).path == f"work[0].highlights[{len(SENTENCES)}]"


def test_equal_scores_stand_in_file_order() -> None:
    person = profile(entry(0, ["Painted walls", "Mowed lawns", "Baked bread"]))
    assert paths(ranked(posting("Kafka"), person)) == [f"work[0].highlights[{at}]" for at in range(3)]


def test_a_named_skill_is_strong_evidence_and_an_unrelated_line_is_none() -> None:
    found = ranked(posting("Experience with Kafka"), profile(entry(0, SENTENCES)))
    assert found.bullets[0].requirements == ("r1",)
    assert match(found, "work[0].highlights[0]").skills == ("Kafka",)
    assert match(found, "work[0].highlights[0]").terms == ("kafka",)
    assert [one.path for one in found.matches if one.strong] == ["work[0].highlights[0]"]


def test_who_shows_a_skill_shows_what_it_implies_and_not_the_other_way() -> None:
    asked = posting("Spark", "PySpark")
    found = ranked(asked, profile(entry(0, ["Scored stores in PySpark", "Tuned a Spark job", "Painted walls"])))
    assert match(found, "work[0].highlights[0]", "r1").skills == ("Spark",)
    assert match(found, "work[0].highlights[1]", "r2").skills == ()


def test_skills_that_the_author_names_under_a_bullet_count() -> None:
    plain = entry(0, ["Streamed events into tables", "Painted walls"])
    named = entry(0, [bullet("Streamed events into tables", skills=("Kafka",)), "Painted walls"])
    asked = posting("Kafka")
    assert not ranked(asked, profile(plain)).bullets[0].requirements
    assert ranked(asked, profile(named)).bullets[0].requirements == ("r1",)


def test_more_skills_in_a_bullet_do_not_weaken_it() -> None:
    asked = posting("Kafka")
    person = profile(entry(0, ["Streamed with Kafka", "Streamed with Kafka Spark Python PostgreSQL", "Painted"]))
    found = ranked(asked, person)
    parts = [dict(match(found, f"work[0].highlights[{at}]").parts)["concepts"] for at in (0, 1)]
    assert parts[0] == parts[1]


@pytest.mark.parametrize(
    ("kind", "asked", "line"),
    [
        ("logistics", "Full-time with Kafka", "Streamed with Kafka"),
        ("permit", "Permit to work with Python", "Programs in Python"),
        ("degree", "Degree in nursing", "Nursing on the night shift"),
        ("licence", "Valid nursing licence", "Nursing on the night shift with a valid licence"),
        ("language", "English communication skills", "Communication skills in English"),
    ],
)
def test_degrees_permits_and_the_like_attract_no_job_bullets(kind: str, asked: str, line: str) -> None:
    found = ranked(posting(requirement(asked, kind=kind)), profile(entry(0, [line, "Painted walls"])))
    assert not found.matches


def test_a_language_is_proven_by_its_name_and_a_degree_by_studies() -> None:
    asked = posting(
        requirement("Spanish", at=1, kind="language"), requirement("Degree in nursing", at=2, kind="degree")
    )
    person = profile(
        entry(0, ["Speak Spanish with patients", "Painted walls"]),
        entry(0, ["Thesis on nursing at night"], section="education", years=(2012, 2016)),
    )
    proven = {one.bullet.path: one.requirements for one in ranked(asked, person).bullets}
    assert proven == {
        "work[0].highlights[0]": ("r1",),
        "work[0].highlights[1]": (),
        "education[0].highlights[0]": ("r2",),
    }


@pytest.mark.parametrize(
    ("years", "factor"),
    [((2020, None), 1.0), ((2010, 2017), 0.7 + 0.3 * 0.5 ** (97 / 96)), ((None, None), 0.85), ((2020, 2031), 1.0)],
)
def test_recency_halves_a_third_in_eight_years(years: tuple[int | None, int | None], factor: float) -> None:
    assert recency(entry(0, [], years=years), TODAY) == pytest.approx(factor)


def test_the_wording_that_answers_best_is_chosen() -> None:
    person = profile(
        entry(0, [bullet("Built the feed", variants=("Built the Kafka feed", "Built it")), "Painted"])
    )
    assert ranked(posting("Kafka"), person).bullets[0].wording == "Built the Kafka feed"
    assert ranked(posting("Feeds"), person).bullets[0].wording == "Built the feed"


def test_an_edit_of_the_record_is_the_wording() -> None:
    person = profile(
        entry(0, [bullet("Built the feed", id="feed", variants=("Built the Kafka feed",)), "Painted"])
    )
    record = Record(source="x.md", decisions=Decisions(edits=(("feed", "Streamed prices through Kafka"),)))
    assert ranked(posting("Kafka"), person, record).bullets[0].wording == "Streamed prices through Kafka"


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("Brackwater Head", ["work[0]"]),
        ("brackwater", ["work[0]", "work[1]"]),
        ("Brackwater Labs", []),
        ("Head", ["work[0]"]),
        ("Brackwater Analyst", ["work[1]"]),
        ("", []),
    ],
)
def test_a_hint_means_entries_that_hold_its_every_word(target: str, meant: list[str]) -> None:
    jobs = [entry(at, [], name="Brackwater") for at in range(2)]
    earlier = replace(jobs[1], position="Analyst")
    jobs[1] = replace(jobs[1], titles=(jobs[1], earlier))
    head = jobs[0].__class__(path="work[0]", section="work", name="Brackwater", position="Head of Data")
    assert [one.path for one in meant_entries(target, profile(head, jobs[1]))] == meant


def test_every_title_of_an_entry_says_where_its_work_was_done() -> None:
    newest = replace(entry(0, []), position="Head of Kafka")
    assert title_concepts(replace(newest, titles=(newest, replace(newest, position="Nursing"))), find) >= {
        "kafka", "nursing",
    }  # fmt: skip


def hint(target: str, phrase: str, *, conditional: bool = False) -> Hint:
    return Hint(target=target, section="work", phrases=(phrase,), text=phrase, conditional=conditional)


def test_a_hint_lifts_the_best_bullet_of_its_entry_only() -> None:
    person = profile(
        entry(0, SENTENCES[:2], name="Brackwater"),
        entry(1, ["Organised the softball league", "Painted walls"], name="Quorn"),
        entry(2, ["Organised the softball league"], name="Vetch"),
    )
    record = Record(source="x.md", hints=(hint("Quorn", "softball league"),))
    found = ranked(posting("Kafka"), person, record)
    hinted = {one.bullet.path for one in found.bullets if dict(one.parts).get("hints")}
    assert hinted == {"work[1].highlights[0]"}
    assert [(one.used, one.note) for one in found.hints] == [(True, "Organised the softball league")]


@pytest.mark.parametrize(
    ("wished", "note"),
    [
        (hint("Quorn", "healthcare", conditional=True), NOTHING_NEAR),
        (hint("Quorn", "events in tables", conditional=True), NOTHING_NEAR),
        (hint("Nowhere", "Kafka"), "no entry of the profile is called 'Nowhere'"),
        (hint("Quorn", "xylophone"), NOTHING_NEAR),
    ],
)
def test_a_hint_without_evidence_forces_nothing_and_says_so(wished: Hint, note: str) -> None:
    person = profile(entry(0, ["Painted walls in the events hall", "Baked bread"], name="Quorn"))
    record = Record(source="x.md", hints=(wished,))
    found = ranked(posting("Kafka"), person, record)
    assert [(one.used, one.note) for one in found.hints] == [(False, note)]
    assert not any(dict(one.parts).get("hints") for one in found.bullets)


def test_a_conditional_hint_needs_the_field_it_names() -> None:
    person = profile(
        entry(0, ["Streamed events of shops through Kafka", "Nursing the Kafka cluster"], name="Quorn")
    )
    shops = profile(entry(0, ["Streamed events of shops through Kafka", "Painted walls"], name="Quorn"))
    record = Record(source="x.md", hints=(hint("Quorn", "Kafka in nursing", conditional=True),))
    assert [one.note for one in ranked(posting(), person, record).hints] == ["Nursing the Kafka cluster"]
    assert [one.note for one in ranked(posting(), shops, record).hints] == [NOTHING_NEAR]


def test_a_course_is_no_experience() -> None:
    asked = posting(requirement("Three years of experience with Kafka", kind="experience"))
    person = profile(
        entry(0, ["Streamed events with Kafka", "Painted walls"]),
        entry(0, ["Course on Kafka"], section="education", years=(2012, 2016)),
    )
    assert [one.path for one in ranked(asked, person).matches] == ["work[0].highlights[0]"]


def test_an_edited_headline_changes_no_bullet() -> None:
    person = profile(entry(0, ["Wrote the summary of the survey", "Painted walls"]))
    record = Record(
        source="x.md", decisions=Decisions(edits=(("summary", "Streams."), ("walls", "Painted halls")))
    )
    wordings = {one.bullet.path: one.wording for one in ranked(posting("Kafka"), person, record).bullets}
    assert wordings == {
        "work[0].highlights[0]": "Wrote the summary of the survey",
        "work[0].highlights[1]": "Painted halls",
    }


def test_key_skills_and_general_wishes_are_reported() -> None:
    person = profile(entry(0, SENTENCES))
    asked = posting("Python", requirement("Kafka", at=2, notes=True), requirement("Spark", at=3, notes=True))
    wish = Hint(target="", section="", phrases=("leading engineers",), text="Showcase leading engineers")
    found = ranked(asked, person, Record(source="x.md", wishes=(wish,)))
    assert [(one.text, one.used, one.note) for one in found.hints] == [
        ("Kafka", True, SENTENCES[0]),
        ("Spark", False, NO_EVIDENCE),
        ("leading engineers", True, SENTENCES[2]),
    ]


@pytest.mark.parametrize("person", [profile(), profile(entry(0, []))])
def test_a_profile_without_bullets_ranks_to_nothing(person: Profile) -> None:
    assert ranked(posting("Kafka"), person).bullets == ()


def test_a_posting_without_requirements_ranks_in_file_order() -> None:
    found = ranked(posting(), profile(entry(0, SENTENCES)))
    assert [one.score for one in found.bullets] == [0.0] * len(SENTENCES)
    assert paths(found) == [f"work[0].highlights[{at}]" for at in range(len(SENTENCES))]


def test_importing_the_stage_loads_no_big_library() -> None:
    program = (
        "import sys, tailor.match, tailor.plan; print({'sklearn', 'numpy', 'scipy', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
