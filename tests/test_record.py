from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.errors import InputError
from tailor.model.record import Answer, Decisions, Hint, LetterPoint, Record
from tailor.model.text import Block, Page, Stated
from tailor.record import read_record
from tailor.record.words import phrases, place, section, split_label, topic

NOTES = """
# Application Details
## Status
### Application
SENT
## Company Details
Larkfield Care runs nine clinics. It was founded in 1988.
- Nine sites
## Application Date
2025-05-07
## Personal Connection
- Have you used their service? Yes
- If yes, describe: My brother was treated there.
- How long? n/a
## Notes
- Key skills to emphasize:
  - **Triage** in the emergency room
  - Team leadership
- Resume customization ideas:
  - Emphasize experience with electronic records and audits
  - Focus on telehealth (if applicable)
  - Include any experience with research
- Resume bullet points to highlight or modify:
  - Work experience:
    - Fernbrook Charge: Highlight team leadership, training of nurses, and audits
    - Westhill:
      - Emphasize discharge planning
  - Education:
    - Lehmann College: Emphasize pharmacology coursework
  - Projects:
    - Shift App: Position as software project with nurses
- Cover letter points:
  - Opening paragraph: Express interest in rural care
  - Body paragraph: Highlight triage
  - Company-specific paragraph: Connect to the mission
  - Closing paragraph: Mention the connection
  - Keep it short
- Match analysis:
  - Nothing to worry about
"""


def blocks(text: str) -> list[Block]:
    """The blocks of notes in Markdown, as a page holds them."""
    made, offset = [], 0
    for line in text.split("\n"):
        words = line.lstrip("# -") if line.lstrip().startswith(("#", "-")) else line
        start = offset + len(line) - len(words)
        if line.startswith("#"):
            made.append(block("heading", words, start, len(line.split()[0])))
        elif line.lstrip().startswith("- "):
            made.append(block("item", words, start, (len(line) - len(line.lstrip())) // 2 + 1))
        elif words.strip():
            made.append(block("text", words, start, 0))
        offset += len(line) + 1
    return made


def block(kind: str, text: str, start: int, level: int) -> Block:
    return Block(kind=kind, text=text, start=start, end=start + len(text), level=level)  # type: ignore[arg-type] # a test's shorthand


def page(notes: str = "", front: str = "", stated: Sequence[Stated] = ()) -> Page:
    return Page(
        source="care.md",
        format="record",
        decided="",
        text=notes,
        blocks=(),
        notes=tuple(blocks(notes)),
        stated=tuple(stated),
        front=front,
    )


def read(notes: str = "", front: str = "") -> Record:
    record = read_record(page(notes, front))
    assert record is not None
    return record


def test_a_page_without_notes_and_front_matter_is_no_record() -> None:
    assert read_record(page()) is None


def test_notes_give_company_connection_and_status() -> None:
    record = read(NOTES)
    assert record.company_details == "Larkfield Care runs nine clinics. It was founded in 1988."
    assert record.connection == (
        Answer(question="Have you used their service?", text="Yes"),
        Answer(question="If yes, describe", text="My brother was treated there."),
    )
    assert (record.status, record.applied) == ("SENT", "2025-05-07")


def test_notes_give_key_skills_as_written() -> None:
    assert read(NOTES).key_skills == ("Triage in the emergency room", "Team leadership")


def test_wishes_lose_their_verbs_and_conditions() -> None:
    wishes = [(wish.phrases, wish.conditional) for wish in read(NOTES).wishes]
    assert wishes == [
        (("electronic records", "audits"), False),
        (("telehealth",), True),
        (("research",), True),
    ]


def test_hints_keep_employer_and_section() -> None:
    hints = [(hint.section, hint.target, hint.phrases) for hint in read(NOTES).hints]
    assert hints == [
        ("work", "Fernbrook Charge", ("team leadership", "training of nurses", "audits")),
        ("work", "Westhill", ("discharge planning",)),
        ("education", "Lehmann College", ("pharmacology coursework",)),
        ("projects", "Shift App", ("software project", "nurses")),
    ]


def test_letter_points_know_their_place() -> None:
    assert read(NOTES).letter_points == (
        LetterPoint(place="opening", text="Express interest in rural care"),
        LetterPoint(place="body", text="Highlight triage"),
        LetterPoint(place="company", text="Connect to the mission"),
        LetterPoint(place="closing", text="Mention the connection"),
        LetterPoint(place="", text="Keep it short"),
    )


def test_what_is_under_no_known_label_is_left_to_the_person() -> None:
    assert "worry" not in repr(read(NOTES))


def test_labels_may_stand_on_the_line_of_their_words() -> None:
    record = read("## Notes\n- Key skills: Triage, Telemetry and charting, Epic\n- Status: sent\n")
    assert record.key_skills == ("Triage", "Telemetry and charting", "Epic")


def test_labels_may_be_headings_and_plain_lines() -> None:
    record = read("## Cover letter\n### Opening\nSay why care matters.\nKey skills to stress:\n- Calm\n")
    assert record.letter_points[0] == LetterPoint(place="opening", text="Say why care matters.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Emphasize MLflow architecture, testing, and pipelines", ("MLflow architecture", "testing", "pipelines")),
        ("Include any experience with audits", ("audits",)),
        ("Position as an engineering project with parts", ("engineering project", "parts")),
        ("Lead with the budget – savings, contracts", ("budget", "savings", "contracts")),
        ("**Excel** (pivot tables)", ("Excel", "pivot tables")),
        ("Highlight experience", ()),
        ("", ()),
    ],
)
def test_a_wish_is_split_into_what_a_bullet_can_show(text: str, wanted: tuple[str, ...]) -> None:
    assert phrases(text) == wanted


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("Key skills to emphasize:", "key_skills"),
        ("💡 Resume Focus Areas", "wishes"),
        ("Cover letter points", "letter"),
        ("Gaps to address", "other"),
        ("Recipes", None),
    ],
)
def test_labels_open_parts(label: str, part: str | None) -> None:
    assert topic(label) == part


def test_sections_and_places_have_their_words() -> None:
    assert [section(word) for word in ("Work experience", "Education", "Projects", "URBN")] == [
        "work", "education", "projects", None,
    ]  # fmt: skip
    assert [place(word) for word in ("Opening paragraph", "Closing", "Tone")] == ["opening", "closing", None]
    assert split_label("Call 10:30 now") == ("", "Call 10:30 now")


FRONT = """profile: ines
status: applied
kind: nurse
theme: plain
paper: a4
pages: 1
lang: en
posting: care.html
applied: 2025-05-07
why: Rural care needs it.
pin: [falls, Led a shift]
drop:
  - softball
edits:
  falls: Cut falls by two thirds.
  headline: Charge Nurse
company: Larkfield
facts:
  job_title: Nurse
  locations: [Bend, Salem]
x-mine: {a: 1}
notes: free
deadline: 2025-06-01
"""


def test_front_matter_holds_the_persons_decisions() -> None:
    record = read(front=FRONT)
    assert (record.profile, record.status, record.kind, record.pages) == ("ines", "applied", "nurse", "1")
    assert (record.posting, record.applied, record.why) == ("care.html", "2025-05-07", "Rural care needs it.")
    assert record.decisions == Decisions(
        pin=("falls", "Led a shift"),
        drop=("softball",),
        edits=(("falls", "Cut falls by two thirds."), ("headline", "Charge Nurse")),
        facts=(
            ("company", "Larkfield"),
            ("valid_through", "2025-06-01"),
            ("title", "Nurse"),
            ("locations", "Bend; Salem"),
        ),
    )


@pytest.mark.parametrize("fences", ["", "---\n"])
def test_faults_of_front_matter_have_the_files_lines(fences: str) -> None:
    with pytest.raises(InputError) as caught:
        read(front=f"{fences}profile: ines\nprofle: x\npin: falls\nedits: no\nstatus: [a]\nfacts: {{nope: 1}}\n")
    found = [(fault.line, fault.problem, fault.remedy) for fault in caught.value.faults]
    assert found == [
        (3, "unknown key 'profle'", "did you mean 'profile'?"),
        (4, "pin must be a list of texts, each with a dash before it", ""),
        (5, "edits must be keys with values, indented below it", ""),
        (6, "status must be one text", ""),
        (7, "unknown key 'nope'", found[-1][2]),
    ]


def test_another_programs_front_matter_is_left_alone() -> None:
    assert read_record(page(front="uid: 17\nzoom: 3\n")) is None


def test_what_the_front_matter_says_wins_over_the_notes() -> None:
    assert read(NOTES, "status: offer\n").status == "offer"


def test_stated_facts_stand_in_for_missing_notes() -> None:
    held = page(
        "## Notes\n- Key skills: Calm\n", stated=[Stated(name="applied", value="2025-01-02", source="heading")]
    )
    record = read_record(held)
    assert record is not None
    assert record.applied == "2025-01-02"


def test_a_hint_is_whole() -> None:
    assert read(NOTES).hints[1] == Hint(
        target="Westhill", section="work", phrases=("discharge planning",), text="Emphasize discharge planning"
    )


LINES = st.sampled_from(
    ["Key skills:", "Cover letter:", "Opening: Say hello", "a, b and c", "Highlight x with y", "?", ":", "**"]
)
BLOCKS = st.builds(block, st.sampled_from(["heading", "item", "text"]), LINES, st.just(0), st.integers(0, 6))


@given(
    st.lists(BLOCKS, max_size=12), st.text(max_size=60) | st.sampled_from(["", "profile: a", "pin: [a", "a: b"])
)
def test_any_notes_are_read_or_refused_in_the_users_words(notes: list[Block], front: str) -> None:
    held = Page(source="a.md", format="record", decided="", text="", blocks=(), notes=tuple(notes), front=front)
    try:
        record = read_record(held)
    except InputError as error:
        assert {fault.file for fault in error.faults} == {"a.md"}  # noqa: PT017 - either outcome is right
    else:
        assert record is not None or not notes
