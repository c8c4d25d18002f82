"""Many postings against one profile: each once, in any order, with the least to learn and what to write down."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from letter_cases import (
    ORCHARD,
    PEPPER,
    QUAY,
    SKILLS,
    TODAY,
    entry,
    find,
    plan,
    posting,
    profile,
    ranking,
    requirement,
)

from tailor.gaps import Bench, Tally, judged, report
from tailor.gaps.fits import Best
from tailor.gaps.learning import Lacking, learn_steps
from tailor.gaps.lists import Lists
from tailor.model.gaps import GapReport, Portfolio
from tailor.model.posting import Posting
from tailor.model.skills import Skill

PERSON = profile(ORCHARD, PEPPER, QUAY, skills=("Go", "Nomad"))
BENCH = Bench(find=find, today=TODAY, lacks_result=lambda text: not any(sign.isdigit() for sign in text))

FOUR = ("Kubernetes", "Model deployment", "Budgeting", "Python")
UNHURRIED = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def asking(name: str, *asked: str, title: str = "", knockouts: Sequence[int] = (), **kinds: str) -> Posting:
    """A posting that requires these lines; `kinds` are lines of other needs."""
    lines = [requirement(text) for text in asked]
    lines += [requirement(text, need) for need, text in kinds.items()]
    return replace(posting(*lines, title=title or name, company=name, knockouts=knockouts), source=name)


def report_of(
    *postings: Posting, most: int | None = None, strong: Mapping[str, Sequence[str]] | None = None
) -> GapReport:
    tally = Tally(most=most)
    for one in postings:
        of = plan(one, PERSON, printed={"work[0].highlights[0]"})
        tally.add(judged(of, ranking(of, strong), BENCH))
    return tally.report(PERSON, BENCH)


THREE = (
    asking("a.txt", "Kubernetes", "Python", "Go"),
    asking("b.txt", "Kubernetes", "Model deployment", preferred="Budgeting"),
    asking("c.txt", "Python", responsibility="Kubernetes"),
)


def test_priority_is_the_weight_of_what_asks_times_how_absent_the_skill_is() -> None:
    found = {skill.name: skill for skill in report_of(*THREE).skills}
    kubernetes = found["Kubernetes"]  # near it: Nomad
    assert (kubernetes.state, kubernetes.required_in, kubernetes.named_in) == ("adjacent", 2, 3)
    assert kubernetes.priority == pytest.approx(0.4 * (3 + 3 + 2))
    assert [(one.posting, one.need) for one in kubernetes.asked_by] == [
        ("a.txt", "required"), ("b.txt", "required"), ("c.txt", "responsibility")
    ]  # fmt: skip
    assert found["Model deployment"].priority == pytest.approx(3)
    assert found["Go"].priority == pytest.approx(1.5)
    assert found["Budgeting"].priority == pytest.approx(1)
    assert found["Python"].priority == 0


@pytest.mark.parametrize(
    ("asked", "strong", "state"),
    [
        (
            "Model deployment",
            {"r1": ["work[0].highlights[0]"]},
            "adjacent",
        ),  # the line is answered, in other words
        ("Model deployment", {}, "not found"),
        ("Budgeting", {"r1": ["work[0].highlights[0]"]}, "shown"),  # a bullet has the word in another form
    ],
)
def test_a_skill_is_near_where_bullets_answer_every_line_that_asks(
    asked: str, strong: Mapping[str, Sequence[str]], state: str
) -> None:
    told = report_of(asking("a.txt", asked), strong=strong)
    (found,) = told.skills
    assert (found.state, found.answered) == (state, state == "adjacent")


def test_a_skill_that_another_line_lacks_is_not_near() -> None:
    told = report_of(
        asking("a.txt", "Model deployment"),
        asking("b.txt", "Nothing", "Model deployment"),
        strong={"r1": ("work[0].highlights[0]",)},
    )
    found = {skill.name: skill.state for skill in told.skills}
    assert found["Model deployment"] == "not found"


def test_a_duty_that_names_what_another_posting_wants_is_counted() -> None:
    told = report_of(
        asking("a.txt", "Model deployment"), asking("b.txt", "Python", responsibility="Own model deployment")
    )
    (found,) = [skill for skill in told.skills if skill.name == "Model deployment"]
    assert found.named_in == 2


def test_years_of_a_skill_are_those_of_the_jobs_that_show_it() -> None:
    found = {skill.name: skill for skill in report_of(*THREE).skills}
    assert found["Python"].years == "2–4 years"
    assert [one.path for one in found["Python"].evidence] == ["work[2].highlights[0]"]
    assert found["Go"].years == ""


def test_the_same_posting_under_two_names_counts_once() -> None:
    twin = replace(THREE[0], source="copy.txt")
    told = report_of(*THREE, twin)
    assert told.skills == report_of(*THREE).skills
    assert (told.portfolio.postings, told.portfolio.twins) == (3, 1)
    assert [fit.twins for fit in told.portfolio.fits if fit.posting == "a.txt"] == [("copy.txt",)]
    assert len(told.postings) == 3


def test_details_of_many_are_those_of_the_best_and_of_few_in_the_order_given() -> None:
    assert [one.posting for one in report_of(*THREE, most=3).postings] == ["a.txt", "b.txt", "c.txt"]
    told = report_of(*THREE, most=1)
    assert len(told.postings) == 1
    assert told.postings[0].posting == told.portfolio.fits[0].posting
    assert told.portfolio.postings == 3


def test_one_after_the_other_is_the_same_as_all_at_once() -> None:
    pairs = [(of := plan(one, PERSON, printed={"work[0].highlights[0]"}), ranking(of)) for one in THREE]
    whole = report(pairs, today=TODAY, find=find)
    lazily = report((pair for pair in pairs), today=TODAY, find=find)
    assert whole == lazily
    assert whole.skills == report_of(*THREE).skills


def test_a_posting_that_was_not_read_is_told_apart_from_one_without_gaps() -> None:
    unread = replace(posting(empty="no list was found", title="d"), source="d.txt")
    told = report_of(*THREE, unread).portfolio
    assert dict(told.verdicts)["unread"] == 1
    (fit,) = [fit for fit in told.fits if fit.word == "unread"]
    assert fit.posting == "d.txt"
    assert "not the same as no gap" in fit.sentence


def test_fits_stand_best_first_and_say_what_they_lack() -> None:
    told = report_of(
        asking("far.txt", "Kubernetes", "Model deployment", "Budgeting"),
        asking("near.txt", "Python", "Python in a team", "Python at night"),
    )
    assert [(fit.posting, fit.shown, fit.required) for fit in told.portfolio.fits] == [
        ("near.txt", 3, 3), ("far.txt", 0, 3)
    ]  # fmt: skip
    assert told.portfolio.fits[1].missing == ("Kubernetes", "model deployment", "budgeting")


def test_what_decides_alone_is_summed_up_with_its_worst_case() -> None:
    degree = requirement("Bachelor's degree in nursing", kind="degree")
    one = replace(posting(degree, title="x", knockouts=(0,)), source="x.txt")
    two = replace(posting(degree, requirement("Python"), title="y", knockouts=(0,)), source="y.txt")
    (condition,) = report_of(one, two).portfolio.conditions
    assert condition.asked_in == 2
    assert condition.quote == "Bachelor's degree in nursing"
    assert condition.posting == "x.txt"


def test_what_to_write_down_is_told_by_kind_with_who_asks() -> None:
    told = report_of(*THREE, strong={"r1": ("work[1].highlights[1]",)}).portfolio.write_down
    by_kind = {
        kind: [one for one in told if one.kind == kind]
        for kind in ("declared", "undeclared", "unchosen", "resultless")
    }
    assert [(one.text, one.path, one.asked_in) for one in by_kind["declared"]] == [
        ("Go", "skills[0].keywords[0]", 1), ("Nomad", "skills[0].keywords[1]", 0)
    ]  # fmt: skip
    assert [(one.text, one.where, one.asked_in) for one in by_kind["undeclared"]] == [("Python", QUAY.name, 2)]
    assert by_kind["unchosen"][0].path == "work[1].highlights[1]"
    assert by_kind["unchosen"][0].asked_in == 3
    assert {one.path for one in by_kind["unchosen"]} == {bullet.path for bullet in PERSON.bullets} - {
        "work[0].highlights[0]"
    }
    assert {one.text for one in by_kind["resultless"]} == {
        bullet.text for bullet in PERSON.bullets if not any(sign.isdigit() for sign in bullet.text)
    }


# ---- what to learn -----------------------------------------------------------------------------------------


def skill(name: str, *implies: str) -> Skill:
    return Skill(id=name.lower(), name=name, kind="tool", implies=implies)


KNOWN = {one.id: one for one in (*map(skill, "ABCDEFGH"), skill("W", "a", "b"))}


def lacking(*lists: str) -> list[Lacking]:
    """Lists as text: "a|b c" lacks one of a and b, and c."""
    return [
        Lacking(
            groups=frozenset(frozenset(group.split("|")) for group in one.split()), count=1, postings=(f"{n}.txt",)
        )
        for n, one in enumerate(lists)
    ]


@pytest.mark.parametrize(
    ("lists", "steps"),
    [
        ((), []),
        (("a", "a", "b"), [("A",), ("B",)]),
        (("a b",), [("A", "B")]),
        (("a|b", "b"), [("B",)]),
        (("a b", "a", "b c"), [("A",), ("B",), ("C",)]),
        (("w", "a", "b"), [("W",)]),  # W is more than A and B
        (("a b c d e f",), []),  # more than anybody learns
        (("a c", "b c", "c d", "a b c d e f"), [("A", "C"), ("B",), ("D",)]),
    ],
)  # fmt: skip
def test_the_least_to_learn_completes_the_most_lists(
    lists: Sequence[str], steps: Sequence[tuple[str, ...]]
) -> None:
    assert [step.skills for step in learn_steps(lacking(*lists), KNOWN)] == steps


def test_a_step_says_which_postings_it_completes_and_how_many_are_complete() -> None:
    first, second = learn_steps(lacking("a", "a", "b"), KNOWN, complete=4)
    assert (first.completes, first.more, first.complete) == (("0.txt", "1.txt"), 2, 6)
    assert (second.completes, second.more, second.complete) == (("2.txt",), 1, 7)


def test_lists_of_blocked_postings_count_only_where_all_are_blocked() -> None:
    degree = requirement("Doctorate in nursing", kind="degree")
    lines = [requirement(text) for text in ("Kubernetes", "Model deployment")]
    person = replace(profile(ORCHARD, PEPPER, QUAY), lang="en")
    blocked = replace(posting(degree, lines[0], title="x", company="x", knockouts=(0,)), source="x.txt")
    free = replace(posting(lines[1], title="y", company="y"), source="y.txt")

    def learned(*postings: Posting) -> list[tuple[str, ...]]:
        school = replace(
            entry(0, "Fjord University", "", "2015-2018", section="education"), study_type="B.S.", area="Nursing"
        )
        tally = Tally()
        for one in postings:
            of = plan(one, profile(*person.entries, school))
            tally.add(judged(of, ranking(of), BENCH))
        return [step.skills for step in tally.report(of.profile, BENCH).portfolio.learn]

    assert learned(blocked, free) == [("Model deployment",)]
    assert learned(blocked) == [("Kubernetes",)]


_groups = st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=2)
_lists = st.lists(st.frozensets(_groups, min_size=1, max_size=3), max_size=6)


@UNHURRIED
@given(_lists)
def test_no_step_lowers_what_is_complete_and_no_set_as_small_completes_more(
    lists: list[frozenset[frozenset[str]]],
) -> None:
    asked = [Lacking(groups=groups, count=1, postings=("x",)) for groups in lists]
    steps = learn_steps(asked, KNOWN, most=3)
    done = [step.complete for step in steps]
    assert done == sorted(set(done))
    learned = sum(len(step.skills) for step in steps)
    most = 0
    for size in range(learned + 1):
        for chosen in combinations("abcdefgh", size):
            most = max(most, sum(all(group & set(chosen) for group in groups) for groups in lists))
    assert (done[-1] if done else 0) == most


@UNHURRIED
@given(
    st.lists(st.sampled_from(["Kubernetes", "Model deployment", "Budgeting", "Python"]), max_size=12), st.data()
)
def test_the_shortest_lists_are_kept_in_any_order(names: list[str], data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tailor.gaps.lists._LISTS", 2)
        found = []
        for order in (names, data.draw(st.permutations(names))):
            lists = Lists()
            for name in order:
                of = plan(asking(name, name), PERSON)
                lists.add(judged(of, ranking(of), BENCH))
            found.append([(one.groups, one.count) for one in lists.lacking(frozenset())][:2])
    assert found[0] == found[1]


_names = st.lists(st.sampled_from([one.name for one in SKILLS.values()]), min_size=1, max_size=4, unique=True)


def sums(told: GapReport) -> tuple[object, ...]:
    """What is said of all postings together."""
    of: Portfolio = told.portfolio
    return (told.skills, of.verdicts, of.fits, of.conditions, of.lists, of.complete, of.learn, of.write_down)


@UNHURRIED
@given(st.lists(_names, min_size=1, max_size=6, unique_by=tuple), st.randoms(use_true_random=False))
def test_sums_do_not_depend_on_the_order_of_postings(asked: list[list[str]], chance) -> None:
    postings = [asking(f"{n}.txt", *names) for n, names in enumerate(asked)]
    shuffled = list(postings)
    chance.shuffle(shuffled)
    assert sums(report_of(*postings)) == sums(report_of(*shuffled))


@UNHURRIED
@given(st.lists(st.integers(), unique=True), st.integers(1, 5))
def test_the_best_are_kept_whatever_comes_when(numbers: list[int], most: int) -> None:
    best = Best[int](most, lambda one: (one,))
    for number in numbers:
        best.add(number)
    assert list(best.kept()) == sorted(numbers)[:most]
