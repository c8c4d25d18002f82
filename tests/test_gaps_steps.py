"""What a gap report advises first, and what it must never say."""

from dataclasses import replace

import pytest
from letter_cases import ORCHARD, QUAY, TODAY, entry, find, plan, posting, profile, ranking, requirement

from tailor.gaps import report
from tailor.model.gaps import GapReport, PostingGaps
from tailor.model.plan import LeftOut, Match, Plan
from tailor.model.profile import Credential, Date, Language
from tailor.model.record import HintOutcome
from tailor.render.gaps import gaps_page, terminal_table


def report_of(of: Plan, *, weak=(), strong=None, titled=None) -> GapReport:
    matches = tuple(
        Match(requirement=name, path=path, score=score, parts=(), terms=("oars", "river"))
        for name, path, score in weak
    )
    ranked = ranking(of, strong)
    return report(
        [(of, replace(ranked, matches=(*ranked.matches, *matches)))], today=TODAY, find=find, titled=titled
    )


def gaps_of(of: Plan, *, weak=(), strong=None) -> PostingGaps:
    return report_of(of, weak=weak, strong=strong).postings[0]


def test_a_preferred_language_never_blocks() -> None:
    asked = [requirement("Spanish", "preferred", "language"), *(requirement(f"Skill {n}") for n in range(3))]
    person = profile(languages=(Language(path="languages[0]", name="Polish", fluency="Native"),))
    gaps = gaps_of(plan(posting(*asked, knockouts=(0,)), person))
    assert gaps.verdict.word != "blocked"
    assert not gaps.verdict.blockers
    assert not any(state.knockout for state in gaps.states)


def test_a_blocker_is_said_without_stutter() -> None:
    person = profile(languages=(Language(path="languages[0]", name="Polish", fluency="Native"),))
    gaps = gaps_of(plan(posting(requirement("Spanish", kind="language"), knockouts=(0,)), person))
    assert gaps.verdict.blockers == ("“Spanish”: not among your languages",)


def test_the_nearest_bullet_is_pointed_at() -> None:
    of = plan(posting(requirement("Steer the yearly regatta", "responsibility", "duty")))
    (state,) = (gaps := gaps_of(of, weak=[("r1", "work[2].highlights[1]", 0.4)])).states
    assert state.state == "not found"
    assert not state.evidence
    assert "Captain of the rowing team" in state.reason
    assert gaps.verdict.first[0].startswith("Rewrite “Captain of the rowing team” (Quay Analytics")


@pytest.mark.parametrize("score", [0.1, 0.2])
def test_a_chance_likeness_is_not_pointed_at(score) -> None:
    of = plan(posting(requirement("Steer the yearly regatta", "responsibility", "duty")))
    gaps = gaps_of(of, weak=[("r1", "work[2].highlights[1]", score)])
    assert "Captain" not in "".join((*gaps.verdict.first, gaps.states[0].reason, gaps.states[0].advice))


@pytest.mark.parametrize(
    ("asked", "terms", "skills", "near"),
    [
        ("Steer the yearly regatta", ("oars", "river"), (), True),
        ("Steer the yearly regatta", ("river",), ("mentoring",), True),
        ("Steer the yearly regatta", ("reporting", "reported"), (), False),
        ("Steer the yearly regatta", ("mentor",), ("mentoring",), False),
        ("Kubernetes", (), ("Kubernetes",), True),
    ],
)
def test_a_near_bullet_shares_two_things_or_a_skill_by_name(asked, terms, skills, near) -> None:
    of = plan(posting(requirement(asked)))
    weak = Match(requirement="r1", path="work[2].highlights[1]", score=0.4, parts=(), terms=terms, skills=skills)
    (state,) = report([(of, replace(ranking(of), matches=(weak,)))], today=TODAY, find=find).postings[0].states
    assert ("Captain" in state.advice) == near


def test_a_preferred_item_is_never_named_before_a_required_one() -> None:
    asked = (
        requirement("Kubernetes", "preferred"),
        requirement("Healthcare"),
        requirement("Budgeting", "preferred"),
    )
    first = gaps_of(plan(posting(*asked)), weak=[("r1", "work[0].highlights[0]", 0.9)]).verdict.first
    assert "healthcare" in first[0].casefold()
    assert "which the posting prefers" in first[1]


def test_steps_are_about_different_things() -> None:
    asked = (requirement("Healthcare"), requirement("Budgeting"), requirement("Kubernetes"))
    near = [(f"r{n}", "work[0].highlights[0]", 0.5) for n in (1, 2, 3)]
    first = gaps_of(plan(posting(*asked)), weak=near).verdict.first
    assert len(first) == len({text.split("”")[0] for text in first})


def test_only_what_expired_is_to_be_renewed() -> None:
    held = Credential(path="certificates[0]", kind="certificate", name="BLS", expires=Date(year=2027, month=5))
    of = plan(posting(requirement("BLS and PALS", kind="licence"), knockouts=(0,)), profile(credentials=(held,)))
    first = gaps_of(of).verdict.first
    assert not any(step.startswith("Renew") for step in first)
    assert "PALS" in first[0]


def test_a_standing_above_a_credential_is_not_met_by_it() -> None:
    held = Credential(path="certificates[0]", kind="certificate", name="ACLS")
    of = plan(posting(requirement("Instructor status for ACLS", kind="licence")), profile(credentials=(held,)))
    assert gaps_of(of).states[0].state == "ask"
    own = replace(held, name="ACLS Instructor")
    assert gaps_of(replace(of, profile=profile(credentials=(own,)))).states[0].state == "met"


def test_years_in_one_position_are_said_with_it() -> None:
    person = profile(entry(0, "Fjord Clinic", "Healthcare Nurse", "2020.01-2024.12", "Cared for 12 patients."))
    of = plan(posting(requirement("3 years in healthcare", kind="experience", years=3)), person)
    (state,) = gaps_of(of).states
    assert state.state == "met"
    assert state.reason == "5 years as Healthcare Nurse (Fjord Clinic)"


def test_years_are_not_counted_in_jobs_that_name_no_skill_of_a_list() -> None:
    person = profile(ORCHARD, QUAY)
    of = plan(posting(requirement("3 years of Kubernetes and healthcare", kind="experience", years=3)), person)
    (state,) = gaps_of(of, strong={"r1": ("work[0].highlights[0]",)}).states
    assert state.state == "ask"
    assert "years at" not in state.reason
    assert "years as" not in state.reason


def test_what_a_bullet_says_in_other_forms_is_not_called_missing() -> None:
    person = profile(entry(0, "Mill", "Engineer", "2020-", "Deployed 12 models with Python."))
    of = plan(posting(requirement("Python and model deployment", kind="experience")), person)
    (state,) = gaps_of(of, strong={"r1": ("work[0].highlights[0]",)}).states
    assert "deployment" not in state.reason


def test_a_skill_that_is_a_whole_requirement_and_shown_is_no_gap() -> None:
    of = plan(posting(requirement("Budgeting")))
    (skill,) = report_of(of, strong={"r1": ("work[1].highlights[1]",)}).skills
    assert (skill.state, skill.priority) == ("shown", 0.0)


def test_the_field_of_a_degree_is_no_skill_to_learn() -> None:
    of = plan(posting(requirement("Bachelor's degree in healthcare", kind="degree")))
    assert report_of(of).skills == ()


def test_used_means_printed() -> None:
    bullet = "Captain of the rowing team."
    hint = HintOutcome(text="Quay: rowing", used=True, note=bullet)
    of = plan(printed={"work[0].highlights[0]"})
    gaps = report([(of, replace(ranking(of), hints=(hint,)))], today=TODAY, find=find).postings[0]
    (told,) = gaps.hints
    assert not told.used
    assert told.note.startswith("found, not printed: no room")
    out = replace(of, left_out=(LeftOut(path="work[2].highlights[1]", text=bullet, why="too much like another"),))
    gaps = report([(out, replace(ranking(of), hints=(hint,)))], today=TODAY, find=find).postings[0]
    assert "too much like another" in gaps.hints[0].note


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_the_title_is_said_as_people_say_it_and_the_full_one_is_told(form) -> None:
    of = plan(posting(requirement("Python"), title="ENGINEER (REMOTE) 4711"))
    page = gaps_page(report_of(of, titled=lambda _: "Engineer"), form)
    assert "Engineer at Fjordvik Health" in page
    assert "ENGINEER (REMOTE) 4711" in page
    assert "own title" not in gaps_page(report_of(of), form)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_word_is_cut_at_any_width(width) -> None:
    of = plan(posting(requirement("Python with extraordinarily-long-hyphenated words"), knockouts=(0,)))
    table = terminal_table(report_of(of), width)
    assert max(map(len, table.splitlines())) <= width
    assert "extraordinarily-long-hyphenated" in table


def test_what_the_reason_names_is_not_quoted_again() -> None:
    page = gaps_page(report_of(plan(posting(requirement("Bachelor's degree", kind="degree")))), "txt")
    assert page.count("M.S., Statistics (Fjord University)") == 1


def test_without_anything_to_do_no_step_is_made_up() -> None:
    gaps = gaps_of(plan(posting(requirement("Python"))), strong={"r1": ("work[2].highlights[0]",)})
    assert gaps.verdict.first == ()
