"""The letter's draft: written, edited by a person in every way, and read again."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tailor.draft import differences, read_draft, write_draft
from tailor.errors import InputError
from tailor.model.letter import Draft, EditedLetter, Letter, Paragraph, Sentence

ENCLOSED = "Enclosure: Resume"


def sentence(text: str, *sources: str) -> Sentence:
    return Sentence(text=text, sources=sources)


LETTER = Letter(
    date="March 9, 2026",
    recipient=("Delia Fontaine", "Nurse Manager", "Cedar Valley Hospital"),
    recipient_sources=("posting:14-28",),
    subject="Application for Registered Nurse (CV-2290)",
    salutation="Dear Delia Fontaine,",
    paragraphs=(
        Paragraph(
            move="opening",
            sentences=(
                sentence(
                    "Please consider me for the Registered Nurse role.", "posting:title", "pattern:opening[1]"
                ),
                sentence("I was born in Salem, and I want to bring what I know home.", "record:why"),
            ),
        ),
        Paragraph(
            move="evidence",
            sentences=(
                sentence("At St. Alban, Dr. Roe and I screened 9 patients in ten.", "profile:stories[0]"),
                sentence("Restraint days fell 31%; nobody was hurt.", "profile:work[0].highlights[3]"),
            ),
        ),
        Paragraph(move="closing", sentences=(sentence("Thank you for your time.", "pattern:closing[0]"),)),
    ),
    closing="Sincerely,",
    signature="Tomasz Wieland",
    enclosures=("Resume",),
)
DRAFT = write_draft(LETTER, enclosed=ENCLOSED)


def read(text: str, usual: Letter = LETTER, base: str = "") -> EditedLetter:
    return read_draft(Draft(file="letter.md", content=text.encode(), base=base), usual, enclosed=ENCLOSED)


def bare(text: str) -> str:
    """A draft without any mark."""
    import re

    return re.sub(r" ?<!--.*?-->", "", text, flags=re.DOTALL).lstrip()


def texts(letter: Letter) -> list[list[str]]:
    return [[each.text for each in paragraph.sentences] for paragraph in letter.paragraphs]


def test_a_draft_reads_as_its_letter_with_its_sources_hidden() -> None:
    assert bare(DRAFT) == (
        "March 9, 2026\n\nDelia Fontaine\nNurse Manager\nCedar Valley Hospital\n\n"
        "**Application for Registered Nurse (CV-2290)**\n\nDear Delia Fontaine,\n\n"
        "Please consider me for the Registered Nurse role.\n"
        "I was born in Salem, and I want to bring what I know home.\n\n"
        "At St. Alban, Dr. Roe and I screened 9 patients in ten.\n"
        "Restraint days fell 31%; nobody was hurt.\n\n"
        "Thank you for your time.\n\nSincerely,\n\nTomasz Wieland\n\nEnclosure: Resume\n"
    )
    assert "nobody was hurt. <!-- profile:work[0].highlights[3] -->\n" in DRAFT
    assert DRAFT.startswith("<!--\nYour letter.")


def test_what_is_unfinished_stands_on_top() -> None:
    from dataclasses import replace

    draft = write_draft(replace(LETTER, unfinished=("one line --> under `why:`",)), enclosed=ENCLOSED)
    assert "- one line -> under `why:`\n-->\n" in draft
    assert read(draft).letter == LETTER


ON_ONE_LINE = DRAFT.replace("-->\nI was", "--> I was").replace("-->\nRestraint", "--> Restraint")
WRAPPED = DRAFT.replace("want to bring", "want\nto bring").replace("Dr. Roe and", "Dr. Roe\nand")
BROKEN = DRAFT.replace("Fontaine <", "Fontaine\\ <").replace("Manager\n", "Manager\\\n")
SUBJECT = "**Application for Registered Nurse (CV-2290)**"

AS_IT_WAS = {
    "untouched": DRAFT,
    "no marks": bare(DRAFT),
    "Windows line ends": DRAFT.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + DRAFT,
    "no blank line at the end": DRAFT.rstrip(),
    "blank lines with spaces": DRAFT.replace("\n\n", "\n   \n\n"),
    "every paragraph on one line": ON_ONE_LINE,
    "the same without marks": bare(DRAFT).replace(".\nI was", ". I was").replace(".\nRestraint", ". Restraint"),
    "lines wrapped by an editor": WRAPPED,
    "marks on lines below": DRAFT.replace(" <!-- p", "\n<!-- p").replace(" <!-- r", "\n<!-- r"),
    "a mark wrapped": DRAFT.replace("posting:title, pattern", "posting:title,\npattern"),
    "hard line breaks": BROKEN,
    "closing and signature together": DRAFT.replace("closing -->\n\nTomasz", "closing -->\nTomasz"),
    "the same without a mark": bare(DRAFT).replace("Sincerely,\n\nTomasz", "Sincerely,\nTomasz"),
    "date and address together": bare(DRAFT).replace("2026\n\nDelia", "2026\nDelia"),
    "salutation and opening together": bare(DRAFT).replace("Fontaine,\n\nPlease", "Fontaine,\nPlease"),
    "a note of one's own": DRAFT.replace("\n\nSincerely", "\n\n<!-- ask Ana to read this -->\n\nSincerely"),
    "a rule": DRAFT.replace("\n\nSincerely", "\n\n---\n\nSincerely"),
    "emphasis": DRAFT.replace("born in Salem", "born in *Salem*").replace("nobody", "**nobody**"),
}  # fmt: skip


@pytest.mark.parametrize("how", AS_IT_WAS)
def test_what_changes_no_word_changes_nothing(how: str) -> None:
    found = read(AS_IT_WAS[how])
    assert found.letter == LETTER
    assert found.changed == ()


PARTS = [
    ("March 9, 2026", "9 March 2027", "date", "9 March 2027"),
    ("March 9, 2026", "Portland, 9.3.2027", "date", "Portland, 9.3.2027"),
    ("March 9, 2026", "", "date", ""),
    ("Nurse Manager\n", "Nurse Manager\n2000 Oak Street\n", "recipient",
     ("Delia Fontaine", "Nurse Manager", "2000 Oak Street", "Cedar Valley Hospital")),
    ("Delia Fontaine\nNurse Manager\nCedar Valley Hospital", "", "recipient", ()),
    (SUBJECT, "**A nurse for your nights**", "subject", "A nurse for your nights"),
    (SUBJECT, "Re: your nights", "subject", "Re: your nights"),
    (SUBJECT, "", "subject", ""),
    ("Dear Delia Fontaine,", "To whom it may concern:", "salutation", "To whom it may concern:"),
    ("Dear Delia Fontaine,", "Hi Delia!", "salutation", "Hi Delia!"),
    ("Dear Delia Fontaine,", "Sehr geehrte Frau Fontaine,", "salutation", "Sehr geehrte Frau Fontaine,"),
    ("Sincerely,", "With kind regards", "closing", "With kind regards"),
    ("Sincerely,", "Until soon,", "closing", "Until soon,"),
    ("Sincerely,", "Mit freundlichen Grüßen", "closing", "Mit freundlichen Grüßen"),
    ("Tomasz Wieland", "T. Wieland, RN", "signature", "T. Wieland, RN"),
    ("Enclosure: Resume", "Encl.: CV, two letters", "ending", "Encl.: CV, two letters"),
    ("Enclosure: Resume", "P.S. I can start in May.", "ending", "P.S. I can start in May."),
    ("Tomasz Wieland", "Tomasz Wieland\n+1 503 555 0182", "ending", "+1 503 555 0182 Enclosure: Resume"),
]  # fmt: skip


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize(("was", "now", "part", "wanted"), PARTS)
def test_a_changed_part_is_that_part_with_its_mark_or_without(was, now, part, wanted, *, marked: bool) -> None:
    text = DRAFT if marked else bare(DRAFT)
    if marked and now == "":
        text = "\n".join(
            line for line in DRAFT.split("\n") if bare(line + "\n").strip("* \n") not in was or not line
        )
    found = read(text.replace(was, now)).letter
    assert getattr(found, part) == wanted
    assert texts(found) == texts(LETTER)


@pytest.mark.parametrize("marked", [True, False])
def test_paragraphs_are_moved_added_taken_away_and_joined(*, marked: bool) -> None:
    text = DRAFT if marked else bare(DRAFT)
    one, two, three = (
        ["".join(f"{s.text}" for s in p.sentences[:1]) for p in LETTER.paragraphs][at] for at in range(3)
    )
    blocks = text.split("\n\n")
    first = next(at for at, block in enumerate(blocks) if block.startswith(one))
    moved = [
        *blocks[:first],
        blocks[first + 1],
        "I like nights. They are quiet.",
        blocks[first],
        *blocks[first + 2 :],
    ]
    found = read("\n\n".join(moved))
    assert [paragraph[0] for paragraph in texts(found.letter)] == [two, "I like nights.", one, three]
    assert [text for _, text in found.changed] == ["I like nights.", "They are quiet."]
    assert [paragraph.move for paragraph in found.letter.paragraphs] == ["evidence", "", "opening", "closing"]
    taken = read("\n\n".join([*blocks[: first + 1], *blocks[first + 2 :]]))
    assert texts(taken.letter) == [texts(LETTER)[0], texts(LETTER)[2]]
    joined = read("\n\n".join([*blocks[:first], "\n".join(blocks[first : first + 2]), *blocks[first + 2 :]]))
    assert texts(joined.letter) == [[*texts(LETTER)[0], *texts(LETTER)[1]], texts(LETTER)[2]]
    assert joined.changed == ()


EDITS = [
    ("screened 9 patients", "screened 47 patients", ["At St. Alban, Dr. Roe and I screened 47 patients in ten."]),
    ("nobody was hurt.", "nobody was hurt!", []),
    ("nobody was hurt.", "Nobody was hurt.", []),
    ("nobody was hurt.", "nobody was hurt. I am glad.", ["I am glad."]),
    ("Restraint", "I am glad. Restraint", ["I am glad."]),
    ("I was born in Salem, and I want to bring", "I want to bring", ["I want to bring what I know home."]),
    ("in ten.", "in ten", []),
]


@pytest.mark.parametrize(("was", "now", "changed"), EDITS)
def test_a_sentence_keeps_its_sources_as_long_as_its_words_are_the_same(was, now, changed) -> None:
    found = read(DRAFT.replace(was, now))
    assert [text for _, text in found.changed if text.rstrip(".") in now or text in changed] == changed
    sourced = {each.text for p in found.letter.paragraphs for each in p.sentences if each.sources}
    assert not sourced & set(changed)
    assert now.split(". ")[-1].rstrip("!.") in " ".join(p.text for p in found.letter.paragraphs)


def test_a_changed_sentence_is_told_with_its_line() -> None:
    lines = DRAFT.replace("screened 9", "screened 47").split("\n")
    ((number, text),) = read("\n".join(lines)).changed
    assert "screened 47" in lines[number - 1]
    assert text.startswith("At St. Alban, Dr. Roe and I screened 47")


def test_a_sentence_of_the_draft_that_was_edited_keeps_its_sources_when_another_is_generated_now() -> None:
    from dataclasses import replace

    now = replace(LETTER, paragraphs=LETTER.paragraphs[:1], subject="Application for Nurse")
    assert len(read(DRAFT, now).changed) == 4
    found = read(DRAFT, now, base=DRAFT)
    assert [text for _, text in found.changed] == ["Application for Registered Nurse (CV-2290)"]
    assert [p.sentences for p in found.letter.paragraphs] == [p.sentences for p in LETTER.paragraphs]


def test_a_list_is_a_paragraph_for_each_item() -> None:
    found = read("Dear you,\n\nI did:\n\n- This in 2020.\n* That,\n  with care.\n1. More.\n\nBest,\nTom\n")
    assert texts(found.letter) == [["I did:"], ["• This in 2020."], ["• That, with care."], ["1. More."]]


LETTERS = [
    ("mine", "", [["mine"]], ""),
    ("I would like this. I can start at once.", "", [["I would like this.", "I can start at once."]], ""),
    ("Hello,\nI am here.\nBye,\nTom", "Hello,", [["I am here.", "Bye, Tom"]], ""),
    ("Hello,\n\nI am here.\n\nBye,\n\nTom", "Hello,", [["I am here."]], "Tom"),
    ("# My letter\n\nDear you:\n\nI am here.\n\nThanks", "Dear you:", [["I am here."]], ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "salutation", "paragraphs", "signature"), LETTERS)
def test_a_letter_written_from_nothing_is_read(text, salutation, paragraphs, signature) -> None:
    found = read(text).letter
    assert (found.salutation, texts(found), found.signature) == (salutation, paragraphs, signature)


UNREADABLE = [
    ("", 1, 0, "there is no letter in this draft"),
    ("\n \n<!-- nothing -->\n", 1, 0, "there is no letter"),
    ("March 9, 2026 <!-- letter:date -->\n\nDear you, <!-- letter:salutation -->\n", 1, 0, "there is no letter"),
    ("Dear you,\n\nI am <!-- profile:work[0] --\nhere. <!-- record:why -->\n", 3, 6, "only half there"),
    ("Dear you,\n\nI am here. <!-- record:why\n", 3, 12, "only half there"),
    ("Dear you,\n\nI am here. record:why -->\n", 3, 23, "only half there"),
    ("Dear you,\n\nI am here. <!- record:why ->\n", 3, 12, "only half there"),
    ("Dear you,\n\nI am here. profile:work[0].name\n", 3, 12, "only half there"),
    ("Dear you,\n\nI am here. <!— record:why —>\n", 3, 12, "only half there"),
    (DRAFT.replace("<!--\nYour", "Your", 1), 6, 1, "only half there"),
    (DRAFT.replace("may delete them.\n-->", "may delete them."), 1, 1, "only half there"),
]


@pytest.mark.parametrize(("text", "line", "column", "problem"), UNREADABLE)
def test_a_draft_that_cannot_be_read_is_told_with_its_place_and_a_remedy(text, line, column, problem) -> None:
    with pytest.raises(InputError, match=problem) as raised:
        read(text)
    (fault,) = raised.value.faults
    assert (fault.file, fault.line, fault.column) == ("letter.md", line, column)
    assert fault.remedy


def test_a_file_that_is_no_text_is_told_with_the_line() -> None:
    draft = Draft(file="letter.md", content=b"Dear you,\n\nI am J\xfcrgen.\n")
    with pytest.raises(InputError, match=r"letter\.md:3: this is not text in UTF-8 \(save the file as UTF-8\)"):
        read_draft(draft, LETTER, enclosed=ENCLOSED)
    saved = Draft(file="letter.md", content="Dear you,\n\nI am Jürgen.\n".encode("utf-16"))
    assert texts(read_draft(saved, LETTER, enclosed=ENCLOSED).letter) == [["I am Jürgen."]]


def test_what_differs_is_told_by_sentence_and_what_is_new_apart() -> None:
    new = DRAFT.replace("fell 31%", "fell 40%")
    said = differences(DRAFT.replace("Salem", "Bend"), new, base=DRAFT, names=("letter.md", "letter.new.md"))
    news, yours = said.split("\n\n# ")
    assert [line for line in news.split("\n") if line[0] in "+-"][2:] == [
        "-Restraint days fell 31%; nobody was hurt.",
        "+Restraint days fell 40%; nobody was hurt.",
    ]
    assert "-I was born in Bend, and I want to bring what I know home." in yours.split("\n")
    assert "<!--" not in said


WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9)
PHRASES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
SOURCES = st.sampled_from([
    ("record:why",), ("profile:work[0].highlights[3]", "pattern:again[2]"), ("posting:title", "posting:12-40"),
])  # fmt: skip


def _letter(parts: Sequence[str], told: Sequence[Sequence[tuple[str, tuple[str, ...]]]]) -> Letter:
    date, to, subject, salutation, closing, signature = parts
    said: dict[str, Sentence] = {}
    for text, sources in (each for paragraph in told for each in paragraph):
        said.setdefault(text, sentence(text, *sources))
    return Letter(
        date=date,
        recipient=(to, "Cedar Valley"),
        subject=subject,
        salutation=salutation,
        paragraphs=tuple(
            Paragraph(move="evidence", sentences=tuple(said[text] for text, _ in paragraph)) for paragraph in told
        ),
        closing=closing,
        signature=signature,
        enclosures=("Resume",),
    )


ANY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@ANY
@given(
    st.lists(PHRASES, min_size=6, max_size=6),
    st.lists(st.lists(st.tuples(PHRASES, SOURCES), min_size=1, max_size=4), min_size=1, max_size=4),
)
@example(["0"] * 6, [[("0 0", ("record:why",)), ("0", ("record:why",)), ("0", ("record:why",))]])
def test_any_letter_written_as_a_draft_is_read_as_the_same_letter(parts, told) -> None:
    letter = _letter(parts, told)
    found = read(write_draft(letter, enclosed=ENCLOSED), letter)
    assert texts(found.letter) == texts(letter)
    assert [getattr(found.letter, name) for name in ("date", "subject", "salutation", "closing", "signature")] == [
        getattr(letter, name) for name in ("date", "subject", "salutation", "closing", "signature")
    ]
    assert (found.letter.recipient, found.letter.enclosures) == (letter.recipient, letter.enclosures)


@ANY
@given(st.text())
def test_any_text_is_read_or_told_with_a_remedy(text: str) -> None:
    try:
        found = read(text.encode(errors="ignore").decode())
    except InputError as error:
        assert all(fault.remedy for fault in error.faults)  # noqa: PT017 - either is right
        return
    assert found.letter.paragraphs
