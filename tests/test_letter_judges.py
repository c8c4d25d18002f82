"""Letters before two outside judges: the sample profiles with the sample postings, and slips they must see."""

import datetime as dt
import os
import re
from pathlib import Path

import pytest
from letter_judges import LONGEST, PROGRAM, agreed, harper_faults, has_parser, plain, unread
from sample_workspace import AS_OF, ROOT

from tailor.letter import LetterWish, write_letter
from tailor.letter.checks import letter_faults
from tailor.letter.titles import letter_title
from tailor.match import rank
from tailor.model.letter import Letter, Sentence
from tailor.model.plan import Heights, Layout, Plan
from tailor.model.profile import Profile
from tailor.plan import PlanWish, make_plan, read_kind
from tailor.plan.estimate import elements
from tailor.profile import read_profile
from tailor.requirements import build_posting
from tailor.skills import load_finder
from tailor.workspace.sources import Source, gather

KINDS = ROOT / "tests" / "kinds"
DAY = dt.date.fromisoformat(AS_OF)
# Each letter is judged in so many drafts.
VARIANTS = 4

# The kind of slip, a sentence with it, and who sees it. Leaked instructions, "None" and most fragments read as
# English to both: they are for the letter's own checks.
PLANTED = [
    ("placeholder", "I am writing to apply for the {title} position at Fernbrook Hospital.", "link-grammar"),
    ("article", "I am a experienced nurse with nine years at the bedside.", "harper"),
    ("article", "I worked as an nurse at Fernbrook Hospital.", "harper link-grammar"),
    ("doubled word", "I led the the night shift of nine nurses.", "harper link-grammar"),
    ("doubled I", "I I led the night shift.", "harper link-grammar"),
    ("present after I", "I leads night shifts of nine nurses.", "harper link-grammar"),
    ("noun after I", "I captain of the rowing team.", "link-grammar"),
    ("two verbs", "I was led built a team of nine nurses.", "link-grammar"),
    ("two past forms", "I did trained nine new nurses.", "harper"),
    ("tense clash", "In my last job I led a team of nurses and trains new graduates.", "link-grammar"),
    ("tense clash", "I have led a team and has trained nurses.", "link-grammar"),
    ("infinitive", "I would like to contributed to your mission.", "link-grammar"),
    ("agreement", "Two engineers was promoted within a year.", "link-grammar"),
    ("agreement", "I am a nurse who like teaching.", "link-grammar"),
    ("fragment", "I led the night shift and.", "link-grammar"),
    ("double stop", "I am applying for the planner role at Fernbrook Foods..", "harper link-grammar"),
]

needs_parser = pytest.mark.skipif(
    not has_parser() and not os.environ.get("CI"),
    reason=f"{PROGRAM} is not on this machine (`./run test` installs it)",
)


def seen_by(judge: str) -> list[str]:
    return [sentence for _, sentence, judges in PLANTED if judge in judges.split()]


def measured(plan: Plan) -> Heights:
    """Every element one line high: what is told in a letter does not hang on fonts."""
    return Heights(page=1000.0, elements=dict.fromkeys(elements(plan), 20.0))


def laid_out(plan: Plan) -> Layout:
    return Layout(pages=1, last_fill=len(elements(plan)) * 20.0 / 1000.0)


def people() -> dict[str, Profile]:
    paths = [*sorted((ROOT / "profiles").glob("*.yaml")), *sorted(KINDS.glob("*.yaml"))]
    return {path.stem: read_profile(path.read_bytes(), path.name) for path in paths}


def applications() -> list[tuple[Source, Profile]]:
    """The two sample people with every sample posting, the people of the kinds with theirs."""
    known = people()
    samples = gather(sorted((ROOT / "postings").iterdir())).sources
    own = gather(sorted(KINDS.glob("*.txt"))).sources
    pairs = [
        (source, known[path.stem]) for source in samples for path in sorted((ROOT / "profiles").glob("*.yaml"))
    ]
    return [*pairs, *((source, known[source.path.stem]) for source in own)]


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, int], tuple[Letter, Plan]]:
    """Letter and plan by person, posting and variant; the record speaks only for the person it names."""
    find = load_finder(trained=False, cache=Path(tmp_path_factory.getbasetemp()) / "cache" / "tailor").find
    made = {}
    for source, profile in applications():
        record = source.record if source.record and f"{source.record.profile}.yaml" == profile.source else None
        posting = build_posting(source.page, source.reading, find, record=record)
        ranking = rank(posting, profile, find, today=DAY, record=record)
        sought = PlanWish(record=record, kind=read_kind("general"), pages="auto", today=DAY, find=find)
        plan = make_plan(posting, profile, ranking, sought, measure=measured, lay_out=laid_out)
        for variant in range(VARIANTS):
            wish = LetterWish(variant=variant)
            letter = write_letter(plan, ranking, today=DAY, find=find, wish=wish)
            made[profile.basics.name, source.label, variant] = letter, plan
    return made


def others_words(sentence: Sentence) -> bool:
    """Whether a sentence is the person's as they wrote it, or quotes the posting: for them to answer for."""
    told = all(source.startswith(("profile:stories", "record:")) for source in sentence.sources)
    return told or any(re.fullmatch(r"posting:\d+-\d+", source) for source in sentence.sources)


def names(plan: Plan) -> set[str]:
    """Names of companies and employers, and the posting's title, which may hold any sign."""
    posting = plan.posting
    return {posting.company, posting.title, letter_title(posting), *(one.name for one in plan.profile.entries)} - {
        ""
    }


def test_harper_finds_no_slip_in_any_letter(letters) -> None:
    assert len(letters) == 19 * VARIANTS
    found = {
        (who, fault)
        for who, (letter, _) in letters.items()
        for paragraph in letter.paragraphs
        for fault in harper_faults(paragraph.text)
    }
    assert found == set()


@needs_parser
def test_link_grammar_reads_the_sentences_that_letters_make(letters) -> None:
    asked = {
        plain(sentence.text, names(plan)): None
        for letter, plan in letters.values()
        for paragraph in letter.paragraphs
        for sentence in paragraph.sentences
        if not others_words(sentence) and len(sentence.text.split()) <= LONGEST
    }
    assert len(asked) > 30
    assert unread(tuple(asked)) == ()


def test_our_own_checks_find_nothing_in_any_letter(letters) -> None:
    companies = sorted({plan.posting.company for _, plan in letters.values()})
    found = {who: letter_faults(letter, plan, others=companies) for who, (letter, plan) in letters.items()}
    assert {who: faults for who, faults in found.items() if faults} == {}


def test_harper_sees_planted_slips() -> None:
    assert [sentence for sentence in seen_by("harper") if not harper_faults(sentence)] == []


@needs_parser
def test_link_grammar_sees_planted_slips() -> None:
    asked = seen_by("link-grammar")
    assert unread(asked) == tuple(asked)


@pytest.mark.parametrize("judge", ["harper", "link-grammar"])
def test_what_is_agreed_hides_no_planted_slip(judge: str) -> None:
    assert not [sentence for sentence in seen_by(judge) for pattern in agreed(judge) if pattern.search(sentence)]
