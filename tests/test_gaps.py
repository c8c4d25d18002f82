"""Gap reports: states of what bullets can prove, verdicts, first steps, skills over postings."""

from dataclasses import replace

import pytest
from letter_cases import (
    ASKED,
    ORCHARD,
    PEPPER,
    QUAY,
    TODAY,
    entry,
    find,
    plan,
    posting,
    profile,
    ranking,
    requirement,
)
from position_cases import TITLED

from tailor.gaps import report
from tailor.model.gaps import PostingGaps, RequirementState
from tailor.model.plan import Match
from tailor.model.posting import Requirement
from tailor.model.profile import Credential, Date
from tailor.model.record import HintOutcome


def gaps_of(*asked: Requirement, person=None, strong=None, printed=None, knockouts=(), empty="") -> PostingGaps:
    of = plan(posting(*asked, knockouts=knockouts, empty=empty), person, printed=printed)
    (gaps,) = report([(of, ranking(of, strong))], today=TODAY, find=find).postings
    return gaps


def state_of(one: Requirement, *, person=None, strong=None, printed=None) -> RequirementState:
    return gaps_of(one, person=person, strong=strong, printed=printed).states[0]


def test_strong_matches_show_a_requirement_best_first_with_whether_they_are_printed() -> None:
    found = state_of(
        requirement("Model deployment"),
        strong={"r1": ("work[1].highlights[0]", "work[0].highlights[0]")},
        printed={"work[0].highlights[0]"},
    )
    assert found.state == "shown"
    assert [(one.path, one.printed) for one in found.evidence] == [
        ("work[1].highlights[0]", False),
        ("work[0].highlights[0]", True),
    ]


def test_a_bullet_that_is_not_printed_gives_advice() -> None:
    found = state_of(requirement("Model deployment"), strong={"r1": ("work[1].highlights[0]",)}, printed=())
    assert found.state == "shown"
    assert "none of them is on this resume" in found.reason
    assert found.advice


@pytest.mark.parametrize(
    ("asked", "skills", "state"),
    [
        ("Kubernetes", ("Kubernetes",), "listed"),
        ("Kubernetes", ("Nomad",), "adjacent"),
        ("Kubernetes", ("Python",), "not found"),
        ("Container orchestration", ("Nomad",), "adjacent"),
        ("Programming", ("Go",), "listed"),
        ("Go", ("Programming",), "adjacent"),
        ("Kubernetes or Nomad", ("Nomad",), "listed"),
        ("Handling falcons", (), "not found"),
    ],
)
def test_a_skill_without_a_bullet_is_listed_near_or_not_found(asked, skills, state) -> None:
    person = profile(ORCHARD, PEPPER, skills=skills)
    assert state_of(requirement(asked), person=person).state == state


def test_a_bare_skill_that_a_bullet_names_is_shown() -> None:
    found = state_of(requirement("Python"))
    assert found.state == "shown"
    assert [one.path for one in found.evidence] == ["work[2].highlights[0]"]


def test_a_negated_skill_is_not_held() -> None:
    negating = lambda text, role: tuple(replace(one, negated=True) for one in find(text, role))  # noqa: E731
    of = plan(posting(requirement("Python")))
    (gaps,) = report([(of, ranking(of))], today=TODAY, find=negating).postings
    assert gaps.states[0].state == "not found"


def test_near_skills_are_named() -> None:
    found = state_of(requirement("Kubernetes"), person=profile(ORCHARD, skills=("Nomad",)))
    assert "Nomad" in found.reason
    assert "Kubernetes" in found.reason


def test_soft_skills_without_a_bullet_are_for_the_interview() -> None:
    found = state_of(requirement("Communication", kind="soft"))
    assert found.state == "not found"
    assert "interview" in found.advice


@pytest.mark.parametrize(
    ("text", "years", "strong", "state"),
    [
        ("3 years as a Machine Learning Engineer", 3, {}, "met"),
        ("3 years of model deployment", 3, {"r1": ("work[0].highlights[0]",)}, "shown"),
        ("5 years of model deployment", 5, {"r1": ("work[0].highlights[0]",)}, "ask"),
        ("30 years of model deployment", 30, {"r1": ("work[0].highlights[0]",)}, "not met"),
        ("5 years in healthcare", 5, {}, "not met"),
        ("1 year in healthcare", 1, {}, "not found"),
        ("5 years of falconry", 5, {}, "ask"),
    ],
)
def test_years_count_only_in_jobs_that_show_it(text, years, strong, state) -> None:
    assert state_of(requirement(text, kind="experience", years=years), strong=strong).state == state


def test_years_are_not_summed_over_unrelated_jobs() -> None:
    person = profile(
        entry(0, "Fjord Clinic", "Nurse", "2022.01-2023.12", "Worked in healthcare with 12 patients."),
        entry(1, "Quay Bakery", "Baker", "2010.01-2021.12", "Baked 400 loaves a night."),
    )
    found = state_of(
        requirement("5 years in healthcare", kind="experience", years=5),
        person=person,
        strong={"r1": ("work[0].highlights[0]",)},
    )
    assert found.state == "ask"
    assert "2 years" in found.reason
    assert "Quay Bakery" not in found.reason


@pytest.mark.parametrize(
    ("asked", "strong", "said"),
    [
        ("2 years as a data engineer", {}, "3 years as Data Engineer (PepperCo and Quay Analytics)"),
        ("2 years of Python", {"r1": ("work[0].highlights[0]",)}, "11 years at PepperCo and Quay Analytics"),
        ("5 years as head of data", {}, "5 years as Head of Data (PepperCo)"),
    ],
)
def test_of_several_titles_those_of_the_field_count_and_bullets_count_for_all(asked, strong, said) -> None:
    one = requirement(asked, kind="experience", years=int(asked[0]))
    assert said in state_of(one, person=TITLED, strong=strong).reason


def test_a_weak_match_turns_not_met_into_a_question() -> None:
    one = requirement("5 years in healthcare", kind="experience", years=5)
    of = plan(posting(one))
    weak = Match(requirement="r1", path="work[0].highlights[0]", score=0.2, parts=(), skills=("healthcare",))
    ranked = replace(ranking(of), matches=(weak,))
    (gaps,) = report([(of, ranked)], today=TODAY, find=find).postings
    assert gaps.states[0].state == "ask"


def test_knock_outs_come_first_then_required_responsibilities_preferred() -> None:
    gaps = gaps_of(
        requirement("Python", "preferred"),
        requirement("Leading engineers", "responsibility", "duty"),
        requirement("Kubernetes"),
        requirement("Bachelor's degree", kind="degree"),
        knockouts=(3,),
    )
    assert [state.requirement.text for state in gaps.states] == [
        "Bachelor's degree",
        "Kubernetes",
        "Leading engineers",
        "Python",
    ]
    assert [state.knockout for state in gaps.states] == [True, False, False, False]


FOUR = tuple(requirement(f"Line {n} about model deployment") for n in range(4))


@pytest.mark.parametrize(
    ("shown", "word", "start"),
    [
        (4, "apply", "Apply: 4 of 4 required items are shown or met."),
        (3, "apply", "Apply: 3 of 4"),
        (2, "stretch", "A stretch: 2 of 4"),
        (1, "stretch", "Far off: 1 of 4 required items is shown or met."),
        (0, "stretch", "Far off: 0 of 4"),
    ],
)
def test_the_verdict_says_words_and_counts(shown, word, start) -> None:
    strong = {f"r{n + 1}": ("work[0].highlights[0]",) for n in range(shown)}
    verdict = gaps_of(*FOUR, strong=strong).verdict
    assert (verdict.word, verdict.shown, verdict.required) == (word, shown, 4)
    assert verdict.sentence.startswith(start)
    assert "%" not in verdict.sentence


def test_a_knock_out_that_is_not_met_blocks() -> None:
    nurse = requirement("RN license", kind="licence")
    person = profile(ORCHARD, credentials=(Credential(path="licences[0]", kind="licence", name="Notary"),))
    verdict = gaps_of(*FOUR, nurse, person=person, knockouts=(4,)).verdict
    assert verdict.word == "blocked"
    assert verdict.blockers
    assert "RN license" in verdict.sentence


def test_silence_never_blocks() -> None:
    nurse = requirement("RN license", kind="licence")
    assert gaps_of(*FOUR, nurse, knockouts=(4,)).verdict.word != "blocked"


def test_an_expired_licence_is_the_first_thing_to_do() -> None:
    lapsed = Credential(path="licences[0]", kind="licence", name="Registered Nurse", expires=Date(year=2020))
    gaps = gaps_of(
        *FOUR,
        requirement("RN license", kind="licence"),
        person=profile(ORCHARD, credentials=(lapsed,)),
        knockouts=(4,),
    )
    assert gaps.verdict.first[0] == "Renew Registered Nurse: the posting requires it."


def test_few_requirements_are_told_to_be_few() -> None:
    assert gaps_of(requirement("Python")).verdict.word == "thin"
    assert gaps_of(requirement("Communication", kind="soft")).verdict.word == "thin"


def test_not_read_is_told_apart_from_no_gap() -> None:
    verdict = gaps_of(empty="the page holds no text").verdict
    assert verdict.word == "unread"
    assert "the page holds no text" in verdict.sentence
    assert "not the same as no gap" in verdict.sentence


def test_without_required_items_the_responsibilities_count() -> None:
    duties = tuple(replace(one, need="responsibility", kind="duty") for one in FOUR)
    verdict = gaps_of(*duties, strong={"r1": ("work[0].highlights[0]",)}).verdict
    assert "1 of 4 responsibilities is shown" in verdict.sentence


def test_the_persons_own_key_skills_are_states_but_not_counted() -> None:
    own = requirement("Model deployment", source="record")
    gaps = gaps_of(*FOUR, own)
    assert len(gaps.states) == 5
    assert gaps.verdict.required == 4


def test_a_proving_bullet_that_is_left_out_is_the_first_step() -> None:
    strong = {f"r{n}": ("work[1].highlights[1]",) for n in (1, 2, 3)}
    first = gaps_of(*FOUR, strong=strong, printed={"work[0].highlights[0]"}).verdict.first
    assert first[0].startswith("Put “Owned a $3.8M annual budget")
    assert "three required items ask for it" in first[0]
    assert len(first) <= 2


def test_a_proving_bullet_far_down_is_to_be_moved_up() -> None:
    deep = entry(0, "Orchard Labs", "Engineer", "2020-", *(f"Built tool {n} for the team." for n in range(5)))
    strong = {f"r{n}": ("work[0].highlights[4]",) for n in (1, 2, 3, 4)}
    first = gaps_of(*FOUR, person=profile(deep), strong=strong).verdict.first
    assert first[0] == "Move “Built tool 4 for the team” (Orchard Labs) up: four required items ask for it."


def test_hints_keep_what_became_of_them_once() -> None:
    of = plan()
    hint = HintOutcome(text="Highlight the budget", used=True, note="used")
    ranked = replace(ranking(of), hints=(hint, hint))
    (gaps,) = report([(replace(of, hints=(hint,)), ranked)], today=TODAY, find=find).postings
    assert gaps.hints == (hint,)


def test_skills_are_ordered_by_what_asks_for_them_over_all_postings() -> None:
    person = profile(ORCHARD, PEPPER, QUAY, skills=("Nomad", "Data pipelines"))
    one = plan(posting(requirement("Kubernetes"), requirement("Healthcare"), requirement("Python")), person)
    two = plan(posting(requirement("Healthcare"), requirement("Data pipelines", "preferred")), person)
    found = report([(one, ranking(one)), (two, ranking(two))], today=TODAY, find=find).skills
    assert [(skill.name, skill.state, skill.priority) for skill in found] == [
        ("Healthcare", "not found", 6.0),
        ("Kubernetes", "adjacent", 1.2),
        ("Data pipelines", "listed", 0.5),
        ("Python", "shown", 0.0),
    ]
    assert (found[0].required_in, found[0].preferred_in) == (2, 0)
    assert found[1].near == ("Nomad",)


def test_the_others_of_an_any_of_group_are_no_gap_when_one_is_owned() -> None:
    person = profile(ORCHARD, skills=("Nomad",))
    of = plan(posting(requirement("Kubernetes or Nomad")), person)
    assert [skill.name for skill in report([(of, ranking(of))], today=TODAY, find=find).skills] == ["Nomad"]


def test_a_report_needs_a_posting() -> None:
    with pytest.raises(ValueError, match="at least one posting"):
        report([], today=TODAY, find=find)


def test_the_same_input_gives_the_same_report() -> None:
    of = plan(posting(*ASKED))
    assert report([(of, ranking(of))], today=TODAY, find=find) == report(
        [(of, ranking(of))], today=TODAY, find=find
    )
