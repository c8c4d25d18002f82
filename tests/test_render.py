"""Plans and letters as HTML, Markdown and plain text."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from position_cases import PROMOTED, TITLED
from render_builders import BASICS, PROFILE, SECTIONS, STYLE, letter, plan, with_bullet, with_name, work_of

from tailor import render
from tailor.errors import ChoiceError
from tailor.model.plan import Plan, PlannedEntry
from tailor.model.profile import Basics, Date, Entry, Link, Profile
from tailor.render import TextFormat
from tailor.render.dates import date_text, period_text
from tailor.render.entries import entry_blocks
from tailor.render.marks import row_words
from tailor.render.sheet import Piece, Row, row_text
from tailor.render.text import clean, parts, safe_link, short_link

THEME = render.read_theme("classic")

RESUME_TEXT = """\
Zoë Ångström-Muñoz
Platform Engineer
Bergen, Norway · +47 555 01 34 · zoe@example.com · github.com/zoe

Summary
Engineer of calm platforms for loud places.

Licenses
Deck Officer Class 5, Maritime Authority, Norway, No. D-77, 2019, expires Apr 1, 2027

Work Experience

Lead Engineer
Mar 2021 – Present
Harbor & Vale · Bergen
- Moved 40 nightly jobs to CI/CD pipelines in Python and PostgreSQL, cutting failed runs by 62%, and freed a day a week for the team.
- Led five engineers through a step-by-step migration to Kafka-backed services without downtime.
- Wrote the on-call handbook.

Engineer
2017 – Feb 2021
Office of Tides
- Built reports for 220 colleagues.
- Ran the SOC 2 evidence work; passed with no findings.

Projects

tidediff
2022 – Present
example.org/tidediff
- Published a structural diff for YAML, 900 stars.

Education

M.S., Statistics
Jun 2016
University of Lund · GPA 3.9/4.0
Courses: Time series, Survey design

Volunteer Experience

Deckhand
Sea Rescue

Skills
Languages: C++, CI/CD, incident response

Languages
Norwegian (native), Greek

Awards
Lighthouse Prize, Port Guild, 2023
"""  # noqa: E501 - a bullet is one line

LETTER_MARKDOWN = """\
# Zoë Ångström-Muñoz

Platform Engineer

Bergen, Norway · +47 555 01 34 · zoe@example.com · github.com/zoe

March 9, 2026

Hiring Team

Fjord Freight

Oslo

**Application for Platform Lead**

Dear Hiring Team,

I am applying for the position of Platform Lead.

Led five engineers through a step-by-step migration to Kafka-backed services without downtime.

Sincerely,

Zoë Ångström-Muñoz

Enclosure: Resume
"""


def body_text(html: str) -> str:
    """What a reader sees of a page: its body without tags, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html.partition("<body")[2].partition(">")[2])).split())


def test_a_resume_as_plain_text_reads_as_its_page() -> None:
    assert render.resume(plan(), THEME, STYLE, "txt") == RESUME_TEXT


def test_a_letter_as_markdown_reads_as_its_page() -> None:
    assert render.letter(letter(), plan(), THEME, STYLE, "md") == LETTER_MARKDOWN


def test_a_resume_as_markdown_has_headings_by_rank_and_bullets_as_list_items() -> None:
    said = render.resume(plan(), THEME, STYLE, "md")
    assert "## Work Experience\n\n### Lead Engineer\n" in said
    assert "\n- Wrote the on-call handbook.\n" in said


def test_plain_text_has_no_indentation_and_no_double_space() -> None:
    for said in (render.resume(plan(), THEME, STYLE, "txt"), render.letter(letter(), plan(), THEME, STYLE, "txt")):
        assert not re.search(r"^[ \t]|  |\t", said, re.MULTILINE)


@pytest.mark.parametrize("document", ["resume", "letter"])
def test_all_formats_say_every_line_in_the_same_order(document: str) -> None:
    if document == "resume":
        lines = render.resume_lines(plan(), STYLE)
        texts = [
            body_text(render.resume(plan(), THEME, STYLE, "html")),
            render.resume(plan(), THEME, STYLE, "txt"),
        ]
    else:
        lines = render.letter_lines(letter(), plan(), STYLE)
        said = render.letter(letter(), plan(), THEME, STYLE, "txt")
        texts = [body_text(render.letter(letter(), plan(), THEME, STYLE, "html")), said]
    assert len(lines) > 10
    for text in texts:
        at = 0
        for line in lines:
            assert line.text in text[at:], line.text
            at = text.index(line.text, at) + len(line.text)


BARE = {"txt": re.compile(r"^- "), "md": re.compile(r"^(?:#{1,3} |- |\*\*(?=.*\*\*$))|\*\*$|\\(?=[!-/:-@[-`{-~])")}
"""What a format adds to a line: the signs of headings, bullets and subject, and a backslash before signs."""


@pytest.mark.parametrize("form", BARE)
@pytest.mark.parametrize(
    "one", [plan(), work_of(PROMOTED), work_of(TITLED), with_bullet("- 1. *Ran* [a] #1 ~~x~~")]
)
def test_text_and_markdown_are_the_printed_lines_and_nothing_else(form: TextFormat, one: Plan) -> None:
    pages = {
        render.resume(one, THEME, STYLE, form): render.resume_lines(one, STYLE),
        render.letter(letter(), one, THEME, STYLE, form): render.letter_lines(letter(), one, STYLE),
    }
    for said, lines in pages.items():
        shown = [BARE[form].sub("", line) for line in said.splitlines() if line]
        assert shown == [line.text for line in lines]


def test_the_page_says_nothing_that_no_line_says() -> None:
    rest = body_text(render.resume(plan(), THEME, STYLE, "html"))
    for line in render.resume_lines(plan(), STYLE):
        rest = rest.replace(line.text, "", 1)
    assert set(rest) <= {" ", "•"}


def test_every_line_names_its_sources() -> None:
    lines = {line.text: line.sources for line in render.resume_lines(plan(), STYLE)}
    assert lines["Lead Engineer"] == ("work[0].position",)
    assert lines["M.S., Statistics"] == ("education[0].studyType", "education[0].area")
    assert lines["Wrote the on-call handbook."] == ("work[0].highlights[2]",)
    assert lines["Work Experience"] == ("label:work",)
    assert all(lines.values())


def test_a_paragraph_of_the_letter_carries_the_sources_of_its_sentences() -> None:
    lines = render.letter_lines(letter(), plan(), STYLE)
    assert any(line.sources == ("profile:work[0].highlights[1]",) for line in lines)


def test_a_headline_and_summary_of_the_record_are_told_apart_from_the_profiles() -> None:
    lines = render.resume_lines(plan(headline="Quay Engineer", summary="New words."), STYLE)
    sources = {line.text: line.sources for line in lines}
    assert sources["Quay Engineer"] == ("record:headlines",)
    assert sources["New words."] == ("record:summaries",)
    assert {line.sources for line in render.resume_lines(plan(), STYLE)} >= {
        ("basics.label",),
        ("basics.summary",),
    }


PROMOTED_TEXT = """\
Lead Engineer
Jun 2023 – Present
Orchard Labs · Bergen
- Led a group of 12 engineers in two cities.
- Owned a $2.4M budget.

Senior Engineer
Mar 2021 – May 2023
- Streamed sensor events through Kafka into tables.

Engineer
Jan 2015 – Feb 2018 · Oslo
- Moved reports from paper to dashboards.
- Tuned slow Spark queries from seven hours to one.

Data Engineer
Mar 2018 – Feb 2021
Quay Analytics · Oslo
- Wrote nightly jobs in Python for the billing crew.
"""

TITLED_TEXT = """\
Head of Data
Jan 2021 – Present
Data Engineer
Jan 2018 – Dec 2019
Analyst
Jan 2015 – Dec 2017 · Oslo
PepperCo · Bergen
- Trained document classifiers with Python.
- Cut the nightly build from nine hours to two.

Data Engineer
Mar 2018 – Feb 2021
Quay Analytics · Oslo
- Wrote nightly jobs in Python for the billing crew.
"""


@pytest.mark.parametrize(("one", "text"), [(PROMOTED, PROMOTED_TEXT), (TITLED, TITLED_TEXT)])
def test_an_employer_of_several_positions_is_named_once(one: Profile, text: str) -> None:
    shown = work_of(one)
    said = render.resume(shown, THEME, STYLE, "txt")
    assert said.endswith(f"Work Experience\n\n{text}")
    page, at = body_text(render.resume(shown, THEME, STYLE, "html")), 0
    for line in render.resume_lines(shown, STYLE):
        at = page.index(line.text, at) + len(line.text)
    titles = re.findall(r"^### (.*)$", render.resume(shown, THEME, STYLE, "md"), re.MULTILINE)
    assert titles == [held.position for planned in shown.entries for held in planned.entry.held]


@pytest.mark.parametrize(
    ("gone", "under", "place"),
    [
        ((), "Lead Engineer", "Feb 2018 · Oslo"),
        (("work[1].positions[1]",), "Senior Engineer", "Feb 2018 · Oslo"),
        (("work[1].positions[1]", "work[1].positions[2]"), "Engineer", "Orchard Labs · Oslo"),
    ],
)
def test_the_first_printed_position_names_the_employer(gone: tuple[str, ...], under: str, place: str) -> None:
    said = render.resume(work_of(PROMOTED, *gone), THEME, STYLE, "txt")
    assert said.count("Orchard Labs") == 1
    assert said.split("Orchard Labs")[0].strip().splitlines()[-2] == under
    assert f"{place}\n- Moved" in said


def test_words_of_a_position_name_their_place_in_the_file() -> None:
    lines = {line.text: line.sources for line in render.resume_lines(work_of(PROMOTED), STYLE)}
    assert lines["Lead Engineer"] == ("work[1].positions[1].position",)
    assert lines["Orchard Labs · Bergen"] == ("work[1].name", "work[1].location")
    assert lines["Jan 2015 – Feb 2018 · Oslo"] == (
        "work[1].positions[0].startDate", "work[1].positions[0].endDate", "work[1].positions[0].location",
    )  # fmt: skip
    lines = {line.text: line.sources for line in render.resume_lines(work_of(TITLED), STYLE)}
    assert lines["Head of Data"] == ("work[0].positions[1].position",)
    assert lines["PepperCo · Bergen"] == ("work[0].name", "work[0].location")


def test_the_employer_of_several_positions_is_measured_apart_from_their_heads() -> None:
    html = render.resume(work_of(PROMOTED), THEME, STYLE, "html")
    paths = re.findall(r'data-path="([^"]*)"', html)
    heads = [path for path in paths if path.startswith("work") and "highlights" not in path]
    assert heads == [
        "work[1].positions[1]", "work[1]", "work[1].positions[2]", "work[1].positions[0]", "work[0]",
    ]  # fmt: skip
    assert html.count('href="https://orchard.example.com"') == 1


def test_measured_elements_carry_their_paths() -> None:
    html = render.resume(plan(), THEME, STYLE, "html")
    wanted = {"header", "summary", "section:work", "work[0]", "work[0].highlights[2]", "skills[0]", "languages"}
    wanted |= {"credentials", "section:credentials", "awards[0]", "section:awards"}
    assert wanted <= set(re.findall(r'data-path="([^"]*)"', html))


def test_an_empty_section_loses_its_heading() -> None:
    bare = plan(profile=Profile(source="a", basics=Basics(name="Ada"), entries=()), skills=(), headline="")
    assert render.resume(bare, THEME, STYLE, "txt") == "Ada\n"
    assert "<h2" not in render.resume(bare, THEME, STYLE, "html")


def test_sections_stand_in_the_plans_order() -> None:
    said = render.resume(plan(sections=tuple(reversed(SECTIONS))), THEME, STYLE, "txt")
    assert said.index("Awards") < said.index("Skills") < said.index("Work Experience") < said.index("Summary")


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (Date(year=2021, month=3), None, "Mar 2021 – Present"),
        (Date(year=2018), Date(year=2020), "2018 – 2020"),
        (Date(year=2018), Date(year=2020, month=12), "2018 – Dec 2020"),
        (Date(year=2020), Date(year=2020), "2020"),
        (Date(year=2020, month=5, day=2), Date(year=2020, month=5, day=30), "May 2020"),
        (None, Date(year=2016, month=6), "Jun 2016"),
        (None, None, ""),
    ],
)
def test_a_period_keeps_the_precision_of_its_dates(start: Date | None, end: Date | None, text: str) -> None:
    assert period_text(start, end, "en") == text


def test_a_single_date_keeps_its_day() -> None:
    assert date_text(Date(year=2027, month=4, day=1), "en") == "Apr 1, 2027"


@pytest.mark.parametrize(
    ("study_type", "area", "title"),
    [
        ("M.S.", "Statistics", "M.S., Statistics"),
        ("B.Sc. in Nursing", "Nursing", "B.Sc. in Nursing"),
        ("", "Nursing", "Nursing"),
        ("Diploma", "", "Diploma"),
        ("", "", "Lund"),
    ],
)
def test_a_degree_joins_only_what_was_written(study_type: str, area: str, title: str) -> None:
    one = Entry(path="education[0]", section="education", name="Lund", study_type=study_type, area=area)
    assert entry_blocks([PlannedEntry(entry=one, lines=(), section=one.section)], "en")[0].title.text == title


@pytest.mark.parametrize(
    ("score", "printed"),
    [("3.86", "GPA 3.86"), ("3.8/4.0", "GPA 3.8/4.0"), ("First class", "First class"), ("92%", "92%")],
)
def test_a_grade_in_words_stays_as_written(score: str, printed: str) -> None:
    one = Entry(path="education[0]", section="education", name="Lund", study_type="MA", score=score)
    assert printed in [
        piece.text
        for piece in entry_blocks([PlannedEntry(entry=one, lines=(), section=one.section)], "en")[0].under
    ]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("a\u00a0b\u2007c\u202fd", "a b c d"),
        ("e\u0301", "é"),
        ("self\u2011service\u2010desk", "self-service-desk"),
        ("e\ufb03cient \ufb01rst \ufb02ow", "efficient first flow"),
        ("soft\u00adhyphen\u200b\ufeff", "softhyphen"),
        ("\u202eevil\u202c\x00\x1b", "evil"),
        ("one\n\ttwo   three ", "one two three"),
        ("\ud800x", "x"),
        ("z" + "\u0327\u0353" * 90, "z" + "\u0327" * 4),
    ],
)
def test_text_is_printed_clean(written: str, printed: str) -> None:
    assert clean(written) == printed


@given(st.text())
def test_cleaning_is_done_after_once_and_leaves_single_plain_spaces(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "  " not in once
    assert not set(once) & {"\u00a0", "\u2011", "\u00ad", "\n", "\t", "\x00"}


@given(st.text(alphabet="ab -/–.,xyz«»:12%", max_size=200).map(clean))
def test_the_pieces_of_a_text_join_to_it_again(text: str) -> None:
    assert "".join(piece for piece, _ in parts(text)) == text


def test_words_with_a_slash_or_hyphen_are_kept_whole() -> None:
    kept = [piece.strip() for piece, whole in parts("We use CI/CD, order-to-cash and C - not D") if whole]
    assert kept == ["CI/CD,", "order-to-cash"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("un parcours « Les maths au cœur » ici", ["« Les", "cœur »"]),
        ("un cours « Lean » : oui ; non", ["« Lean » :", "oui ;"]),
        ("de 81 % à 93 %, soit 12 000 € de plus", ["81 %", "93 %,", "12 000 €"]),
        ("mit „Delir-Check“ in 250 300-Betten-Häusern", ["„Delir-Check“", "300-Betten-Häusern"]),
        ("in 2019 100 people: all", []),
    ],
)
def test_a_sign_stays_with_the_word_it_belongs_to(text: str, kept: list[str]) -> None:
    assert [piece.strip() for piece, whole in parts(text) if whole] == kept


def test_a_long_text_does_not_end_on_a_line_of_one_short_word() -> None:
    text = "word " * 20 + "in two"
    assert parts(text)[-1] == ("word in two", True)


def _row(label: str, *words: str) -> Row:
    pieces = tuple(Piece(text=text, sources=()) for text in words)
    return Row(path="p", label=Piece(text=label, sources=()) if label else None, words=pieces, glue=", ")


TITLE = "On the drift of moored buoys in narrow fjords, and what it costs to let them"


@pytest.mark.parametrize(
    ("row", "end"),
    [
        (_row(TITLE, "Tidal Review", "2019"), '<span class="w">Tidal Review, 2019</span>'),
        (_row(TITLE, "2019"), '<span class="w">, 2019</span>'),
        (_row(TITLE, "a journal of the northern harbours and seas", "2019"), '<span class="w">seas, 2019</span>'),
        (_row(TITLE, "A & B", "2019"), '<span class="w">A &amp; B, 2019</span>'),
        (_row("", *["Python"] * 12, "Go"), '<span class="w">Python, Go</span>'),
        (_row("Short", "2019"), ", 2019"),
        (_row("Short"), ""),
        (_row(TITLE, "x" * 70), f", {'x' * 70}"),
    ],
)
def test_the_last_line_of_a_row_is_more_than_a_year(row: Row, end: str) -> None:
    written = row_words(row)
    assert written.endswith(end)
    assert ("<span" in end) or "<span" not in written
    text = unescape(re.sub("<[^>]+>", "", written))
    assert row_text(row) == (f"{row.label.text}{text}" if row.label else text)


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("example.org/zoe", "https://example.org/zoe"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ('https://a.example/"onclick="x', ""),
        ("mailto:zoe@example.com", "mailto:zoe@example.com"),
    ],
)
def test_only_safe_addresses_become_links(url: str, href: str) -> None:
    assert safe_link(url) == href


def test_an_address_is_printed_short() -> None:
    assert short_link("https://www.github.com/zoe/") == "github.com/zoe"


TAGS = {"html", "head", "meta", "title", "style", "body", "header", "div", "span", "a", "b", "em"}
TAGS |= {"h1", "h2", "h3", "p", "ul", "li"}


class Seen(HTMLParser):
    """The elements and links that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"class", "href", "data-path", "lang", "charset", "name", "content"}
        self.hrefs += [value or "" for name, value in attrs if name == "href"]


HOSTILE = [
    "{{7*7}}",
    "{% raw %}",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "<!-- --> &amp; <i>",
    "${7*7} #{7*7}",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_printed_or_dropped_and_never_run(hostile: str) -> None:
    basics = Basics(
        name=hostile,
        label=hostile,
        email=hostile,
        phone=hostile,
        url=hostile,
        location=hostile,
        links=(Link(network=hostile, username=hostile, url=hostile),),
    )
    fields = {"position": hostile, "location": hostile, "url": hostile, "score": hostile, "description": hostile}
    sections = ("work", "education", "projects", "volunteer")
    entries = tuple(Entry(path=f"{name}[0]", section=name, name=hostile, **fields) for name in sections)  # type: ignore[arg-type]
    profile = replace(PROFILE, basics=basics, entries=entries)
    html = render.resume(plan(profile=profile, headline=hostile, summary=hostile), THEME, STYLE, "html")
    written = render.letter(
        letter(subject=hostile, salutation=hostile), plan(profile=profile), THEME, STYLE, "html"
    )
    for page in (html, written):
        seen = Seen()
        seen.feed(page)
        assert seen.tags <= TAGS
        assert all(href.startswith(("https://", "mailto:", "tel:")) for href in seen.hrefs)
        assert page.count("</style>") == 1
    assert clean(hostile) in unescape(html)


def test_a_format_there_is_not_is_named() -> None:
    with pytest.raises(ChoiceError, match="no format 'rtf'"):
        render.resume(plan(), THEME, STYLE, "rtf")  # type: ignore[arg-type] # on purpose


def test_markdown_marks_in_the_persons_words_are_escaped() -> None:
    said = render.resume(with_bullet("# of *stars* in C_x and <tag> [a](b)"), THEME, STYLE, "md")
    assert r"- \# of \*stars\* in C_x and \<tag\> \[a\](b)" in said


def test_long_contact_data_goes_over_two_lines() -> None:
    pages = (
        Link(network="a", username="", url="https://example.org/a-long-address/of/zoe"),
        Link(network="b", username="", url="https://example.net/another-address/of/zoe"),
    )
    profile = replace(PROFILE, basics=replace(BASICS, links=pages))
    html = render.resume(plan(profile=profile), THEME, STYLE, "html")
    assert html.count('<p class="contact">') == 2


def test_the_title_names_the_person_and_nothing_of_the_posting() -> None:
    html = render.letter(letter(), plan(profile=with_name("Łukasz Ελένη")), THEME, STYLE, "html")
    assert "<title>Łukasz Ελένη, Cover Letter</title>" in html
    assert "Fjord" not in html.partition("</head>")[0]


def test_a_language_without_labels_is_refused_by_name() -> None:
    with pytest.raises(ChoiceError, match=r"written in 'xx' \(choose one of: .*en"):
        render.resume(plan(), THEME, replace(STYLE, lang="xx"), "html")


def test_a_regional_language_takes_its_languages_words() -> None:
    assert "Work Experience" in render.resume(plan(), THEME, replace(STYLE, lang="en-GB"), "txt")
