"""Headings that nobody listed, lists without one, marks at the end of lines: what decides in their place."""

from collections.abc import Iterator

import pytest

from tailor.model.posting import Need
from tailor.model.text import Block
from tailor.posting.groups import is_label
from tailor.posting.guess import by_words, guessed, leaves, look_of
from tailor.posting.headings import Heading
from tailor.posting.listing import majority, rows, what_the_job_is
from tailor.posting.marks import marks_of
from tailor.posting.openings import Section, opened
from tailor.posting.patterns import reading_in

ASKS = ("Two years of experience with looms", "A valid driving licence", "Knowledge of dyes")
DUTIES = ("Run the looms of the mill", "Order the yarn", "Repair broken shuttles")
OFFERS = ("Free tea and a pension plan", "25 days of paid holiday", "Equal opportunity employer")
NEITHER = ("Blue", "Skye", "The mill")

REQUIRED, DUTY = Heading(kind="required"), Heading(kind="responsibility")
BENEFITS = Heading(kind="benefits", aside=True)
START = Section(heading=Heading(kind="start"))
ASKING = Section(heading=REQUIRED, title="Requirements", level=2)
TASKS = Section(heading=DUTY, title="Duties", level=2)
OFFERING = Section(heading=BENEFITS, title="Benefits", level=2)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with reading_in(("en",)):
        yield


def text(line: str) -> Block:
    return Block(kind="text", text=line, start=0, end=len(line))


def heading(line: str, level: int) -> Block:
    return Block(kind="heading", text=line, start=0, end=len(line), level=level)


def item(line: str, level: int = 1, start: int = 0) -> Block:
    return Block(kind="item", text=line, start=start, end=start + len(line), level=level)


def items(*lines: str) -> list[Block]:
    starts = (sum(len(line) + 1 for line in lines[:place]) for place in range(len(lines)))
    return [item(line, start=start) for line, start in zip(lines, starts, strict=True)]


@pytest.mark.parametrize(
    ("line", "look"),
    [
        ("A valid driving licence", "required"),
        ("Repair broken shuttles", "responsibility"),
        ("Knowledge of silk is a plus", "preferred"),
        ("25 days of paid holiday", "aside"),
        ("$20 an hour", "aside"),
        ("Skye", "none"),
    ],
)
def test_a_line_looks_like_something_by_itself(line: str, look: str) -> None:
    assert look_of(line) == look


@pytest.mark.parametrize(
    ("words", "below", "kind"),
    [
        ("Xyzzy", ASKS, "required"),
        ("Xyzzy", DUTIES, "responsibility"),
        ("Xyzzy", NEITHER, None),
        ("Xyzzy", (), None),
        ("Skills we seek", NEITHER, "required"),
        ("The things you do", NEITHER, "responsibility"),
        ("Perks of working here", OFFERS, "benefits"),
        ("Perks of working here", ASKS, None),
        ("Things we wish you had", DUTIES, "responsibility"),
    ],
)
def test_words_and_lines_together_tell_an_unknown_heading(
    words: str, below: tuple[str, ...], kind: str | None
) -> None:
    found = guessed(words, below)
    assert (found and found.kind) == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Who we're after", "required"),
        ("What you'll be doing here", "responsibility"),
        ("What you get from us", "benefits"),
        ("Things we wish you had", None),
        ("Skye", None),
    ],
)
def test_words_alone_tell_only_where_they_leave_little_doubt(words: str, kind: str | None) -> None:
    found = by_words(words)
    assert (found and found.kind) == kind


@pytest.mark.parametrize(
    ("words", "below", "current", "left_for"),
    [
        ("Xyzzy", DUTIES, REQUIRED, DUTY),
        ("Xyzzy", ASKS, DUTY, REQUIRED),
        ("Xyzzy", ASKS, REQUIRED, None),
        ("Xyzzy", OFFERS, REQUIRED, None),
        ("Xyzzy", ASKS, BENEFITS, None),
        ("Xyzzy", (), REQUIRED, None),
        ("Your skills", ASKS, BENEFITS, REQUIRED),
        ("Perks of working here", OFFERS, REQUIRED, BENEFITS),
    ],
)
def test_a_list_is_left_only_for_what_is_surely_another(
    words: str, below: tuple[str, ...], current: Heading, left_for: Heading | None
) -> None:
    assert leaves(words, below, current) == left_for


@pytest.mark.parametrize(
    ("block", "current", "kind", "why"),
    [
        (heading("Requirements", 2), START, "required", "the heading “Requirements”"),
        (text("The postholder will:"), START, "responsibility", "the stem “The postholder will”"),
        (text("The successful candidate will have:"), START, "required", "the stem “The successful candidate"),
        (text("Ideally you have:"), ASKING, "preferred", "the stem “Ideally you have”"),
        (text("We do not expect you to have all of these."), ASKING, "preferred", "softened by “We do not"),
        (text("Who we're after"), START, "required", "the heading “Who we're after” (likely)"),
        (heading("Tools of the trade", 2), TASKS, "required", "the heading “Tools of the trade” (likely)"),
        (heading("Education", 2), OFFERING, "required", "the heading “Education”"),
        (item("Desirable"), ASKING, "preferred", "the heading “Desirable”"),
        (item("Desireable"), ASKING, "preferred", "the heading “Desireable”"),
        (heading("Weaving 300 looms", 2), START, "unknown", ""),
    ],
)
def test_a_block_opens_a_section_and_says_why(block: Block, current: Section, kind: str, why: str) -> None:
    found = opened(block, items(*ASKS), current, first=False)
    assert found is not None
    assert found.heading.kind == kind
    assert found.why.startswith(why)


@pytest.mark.parametrize(
    ("block", "current"),
    [
        (text("OR"), ASKING),
        (text("We weave."), START),
        (item("Two years"), ASKING),
        (text("The mill on the old river in the town of Skye"), START),
    ],
)
def test_a_line_of_text_opens_nothing(block: Block, current: Section) -> None:
    assert opened(block, items(*ASKS), current, first=False) is None


@pytest.mark.parametrize(("line", "current"), [("Tools", ASKING), ("Education", OFFERING)])
def test_a_deeper_heading_only_divides_its_section(line: str, current: Section) -> None:
    assert opened(heading(line, 3), items(*ASKS), current, first=False) is current


def test_the_first_lines_name_the_job_whatever_they_look_like() -> None:
    found = opened(heading("Warehouse Manager", 1), items(*ASKS), START, first=True)
    assert found is not None
    assert (found.heading.kind, found.level) == ("unknown", 1)
    assert opened(text("Who we're after"), items(*ASKS), START, first=True) is None


def test_an_item_heads_deeper_ones_only() -> None:
    found = opened(item("You must have"), [item("Silk", level=2)], TASKS, first=False)
    assert found is not None
    assert found.heading == REQUIRED
    assert opened(item("You must have"), [item("Silk")], TASKS, first=False) is None


@pytest.mark.parametrize(
    ("lines", "needs"),
    [
        (("Weaving (E)", "Dyeing E", "Silk (D)", "Tweed [D]"), ("required", "required", "preferred", "preferred")),
        (("Weaving (E)", "Dyeing – E", "Silk |D", "Tweed D", "Loom (C)"), ("required",) * 2 + ("preferred",) * 2),
        (("Weaving (E)", "Silk (D)", "Tweed (D)"), ()),
        (("Weaving (E)", "Dyeing (E)", "Silk"), ()),
        (("Weaving (E/D)", "Dyeing (E/D)", "Silk (A, I)"), ()),
        (("Weaving (Essential)", "Silk - desirable", "Tweed [OPTIONAL]"), ("required", "preferred", "preferred")),
        (("Weaving is essential", "Drive: essential", "Silk (nice)"), ()),
    ],
)
def test_marks_at_the_end_of_lines_state_strengths(lines: tuple[str, ...], needs: tuple[str, ...]) -> None:
    blocks = items(*lines)
    found = marks_of(blocks)
    assert found == {block.start: need for block, need in zip(blocks, needs, strict=False)}


@pytest.mark.parametrize(
    ("needs", "most", "job"),
    [
        (["required"] * 3, "required", None),
        (["responsibility"] * 3 + ["required"], "responsibility", "responsibility"),
        (["responsibility"] * 2 + ["required"], None, None),
        (["responsibility"] * 2, None, None),
        (["required", "required", None, None, None], None, None),
        (["preferred", "preferred", "preferred", None], "preferred", "responsibility"),
        ([], None, None),
    ],
)
def test_most_items_of_a_list_decide_what_it_is(
    needs: list[Need | None], most: Need | None, job: Need | None
) -> None:
    assert (majority(needs), what_the_job_is(needs)) == (most, job)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("Weaving", "Dyeing", "Silk"), 3),
        (("Weaving", "Dyeing", "Silk", "We weave."), 3),
        (("Weaving", "Dyeing", "Silk", "We weave.", "We dye."), 0),
        (("Weaving", "Dyeing"), 0),
        (("Location: Leith", "Weaving", "Full-time", "Dyeing"), 0),
    ],
)
def test_several_short_lines_are_a_list_without_marks(lines: tuple[str, ...], count: int) -> None:
    assert [row.text for row in rows([text(line) for line in lines])] == list(lines[:count])


@pytest.mark.parametrize(
    ("line", "deeper", "label"),
    [
        ("Analytic", True, True),
        ("Analytic", False, False),
        ("People (20%)", False, True),
        ("People – 20 %:", False, True),
        ("Grow sales by 20%", False, False),
        ("Repair shuttles", True, False),
        ("Silk required", True, False),
        ("Silk.", True, False),
        ("The silk and wool of our mill", True, False),
    ],
)
def test_a_label_names_the_deeper_lines_and_asks_for_nothing(
    line: str,
    deeper: bool,  # noqa: FBT001 - a table
    label: bool,  # noqa: FBT001 - a table
) -> None:
    assert is_label(item(line), item("Silk", level=2 if deeper else 1)) is label
