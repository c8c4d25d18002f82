import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.errors import InputError
from tailor.model.profile import Date, Profile
from tailor.profile import read_profile, schema
from tailor.profile.dates import DateError, ends_before, parse_date

NURSE = """
# yaml-language-server: $schema=profile.schema.json
basics:
  name: Ines Halvorsen-Okoye
  label: Registered Nurse
  email: ines@example.com
  phone: "+1 555 0100"
  url: https://example.com
  image:
  location: {address: 1 Elm St, postalCode: "97201", city: Portland, countryCode: us, region: OR}
  summary: Night-shift nurse.
  summaries: [Teacher of new nurses., Night-shift nurse.]
  headlines: [Charge Nurse]
  profiles: [{network: LinkedIn, username: ines, url: linkedin.com/in/ines}]
work:
  - name: Fernbrook Hospital
    position: Charge Nurse
    location: Portland, OR
    startDate: 2021-03
    endDate: present
    highlights:
      - Led a shift of nine nurses.
      - text: "Cut falls: 12 a year to 4."
        id: falls
        variants: [Cut patient falls by two thirds.]
        skills: [Fall prevention]
        tags: [safety]
        private: no
        pin: yes
    x-pager: 7
  - name: Fernbrook Hospital
    startDate: 2018
    endDate: 2021-02-28
volunteer:
  - {organization: Free Clinic, position: Nurse}
education:
  - institution: Westhill College
    area: Nursing
    studyType: BSN
    score: 3.80
    courses: [Pharmacology]
    highlights: [Thesis on sleep.]
projects:
  - {name: Shift swap app, roles: [Founder, Tester], description: An app.}
awards: [{title: Daisy Award, date: 2022, awarder: Fernbrook}]
certificates: [{name: BLS, issuer: Heart Society, date: 2023-05, expires: 2025-05}, ACLS]
licenses: [{name: RN, issuer: Board of Nursing, state: OR, number: 0012, expires: 2026}]
publications: [{name: On sleep, publisher: Nursing Weekly, releaseDate: 2020-06-01}]
skills: [{name: Clinical, keywords: [Triage, Telemetry]}, {name: Epic, level: daily}, Excel]
languages: [{language: Norwegian, fluency: native}, English]
interests: [{name: Choirs, keywords: [alto]}]
references: [{name: A. Person, reference: kept out}]
permits: [U.S. citizen]
stories: [{text: I stayed., proves: [Calm], entry: Fernbrook}]
kind: nurse
theme: plain
paper: A4
meta: {version: v1}
"""


HELD = "position: B, startDate: 2020"


def read(text: str) -> Profile:
    return read_profile(text.encode(), "ada.yaml")


def faults_of(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(text)
    return [f"{f.line}:{f.column} {f.problem} ({f.remedy})" for f in caught.value.faults]


def test_a_nurses_profile_is_read_whole() -> None:
    profile = read(NURSE)
    assert profile.basics.location == "Portland, OR"
    assert profile.basics.country == "US"
    assert profile.basics.summaries == ("Night-shift nurse.", "Teacher of new nurses.")
    assert [entry.path for entry in profile.entries] == [
        "work[0]", "work[1]", "volunteer[0]", "education[0]", "projects[0]",
    ]  # fmt: skip
    first, second = profile.section("work")
    assert first.current
    assert str(first.start) == "2021-03"
    assert (str(second.start), str(second.end)) == ("2018", "2021-02-28")
    assert profile.section("education")[0].score == "3.80"
    assert profile.section("projects")[0].position == "Founder, Tester"
    assert [c.path for c in profile.credentials] == ["licences[0]", "certificates[0]", "certificates[1]"]
    assert (profile.credentials[0].region, profile.credentials[0].number) == ("OR", "0012")
    assert [group.keywords for group in profile.skills] == [("Triage", "Telemetry"), ("Epic",), ("Excel",)]
    assert [language.name for language in profile.languages] == ["Norwegian", "English"]
    assert [one.section for one in profile.listed] == ["awards", "publications", "interests"]
    assert (profile.kind, profile.theme, profile.paper) == ("nurse", "plain", "a4")
    assert profile.permits == ("U.S. citizen",)
    assert profile.stories[0].proves == ("Calm",)
    assert "kept out" not in repr(profile)


def test_a_bullet_is_a_text_or_a_text_with_what_steers_its_choice() -> None:
    plain, rich, thesis = read(NURSE).bullets
    assert (plain.path, plain.id) == ("work[0].highlights[0]", "work[0].highlights[0]")
    assert (rich.id, rich.text, rich.pin, rich.private) == ("falls", "Cut falls: 12 a year to 4.", True, False)
    assert rich.variants == ("Cut patient falls by two thirds.",)
    assert thesis.path == "education[0].highlights[0]"


POSITIONS = """
basics: {name: Ada}
work:
  - name: Fernbrook Hospital
    url: fernbrook.example.org
    location: Portland, OR
    summary: A hospital of 300 beds.
    keywords: [telemetry]
    positions:
      - {position: Nurse, startDate: 2018, endDate: 2021-02, highlights: [Taught telemetry.]}
      - position: Charge Nurse
        startDate: 2021-03
        location: Salem, OR
        highlights: [{text: Led nights., id: nights}, Cut falls.]
volunteer:
  - organization: Free Clinic
    endDate: 2017
    positions:
      - {position: Helper, startDate: 2012, endDate: 2015-06}
      - {position: Deputy, startDate: 2015-03, endDate: 2017-05}
    highlights: [Drove the van.]
"""


def test_positions_with_bullets_of_their_own_are_entries_of_one_employer() -> None:
    nurse, charge = read(POSITIONS).section("work")
    assert (nurse.path, nurse.employer) == ("work[0].positions[0]", "work[0]")
    assert (charge.path, charge.employer) == ("work[0].positions[1]", "work[0]")
    assert [one.path for one in charge.bullets] == [f"work[0].positions[1].highlights[{at}]" for at in (0, 1)]
    assert (nurse.name, nurse.url, nurse.location) == (charge.name, charge.url, "Portland, OR")
    assert (charge.location, charge.current, nurse.current) == ("Salem, OR", True, False)
    assert [charge.at(key) for key in ("position", "name", "location")] == [
        "work[0].positions[1].position", "work[0].name", "work[0].positions[1].location",
    ]  # fmt: skip
    assert nurse.at("location") == "work[0].location"


def test_what_an_employer_says_once_is_told_of_the_newest_position() -> None:
    nurse, charge = read(POSITIONS).section("work")
    assert (charge.summary, charge.at("summary")) == ("A hospital of 300 beds.", "work[0].summary")
    assert (charge.keywords, nurse.keywords, nurse.summary) == (("telemetry",), (), "")


def test_titles_without_bullets_stand_above_those_of_their_employer() -> None:
    (clinic,) = read(POSITIONS).section("volunteer")
    assert (clinic.path, clinic.employer, clinic.position) == ("volunteer[0]", "", "Deputy")
    assert (str(clinic.start), str(clinic.end)) == ("2012", "2017-05")
    assert [(one.position, str(one.start), one.path) for one in clinic.titles] == [
        ("Deputy", "2015-03", "volunteer[0].positions[1]"), ("Helper", "2012", "volunteer[0].positions[0]"),
    ]  # fmt: skip
    assert clinic.titles[0].at("organization") == "volunteer[0].organization"
    assert [one.path for one in clinic.bullets] == ["volunteer[0].highlights[0]"]


def test_a_block_of_titles_goes_on_while_one_of_them_does() -> None:
    job = "{name: A, positions: [{position: B, startDate: 2015}, {position: C, startDate: 2012, endDate: 2015}]}"
    (entry,) = read(f"basics: {{name: Ada}}\nwork: [{job}]").entries
    assert (entry.current, str(entry.start), entry.position) == (True, "2012", "B")


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        ("nights", "work[0].positions[1].highlights[0]"),
        ("work[0].positions[0].highlights[0]", "work[0].positions[0].highlights[0]"),
        ("cut falls", "work[0].positions[1].highlights[1]"),
    ],
)
def test_a_positions_bullet_is_named_by_id_path_or_words(reference: str, path: str) -> None:
    assert [one.path for one in read(POSITIONS).named(reference)] == [path]


@pytest.mark.parametrize("text", ["basics: {name: A}", '{"basics": {"name": "A"}, "work": null}'])
def test_a_name_is_enough_and_json_is_yaml(text: str) -> None:
    assert read(text).basics.name == "A"
    assert read(text).entries == ()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("wrok: []", "2:1 unknown key 'wrok' (did you mean 'work'?)"),
        ("work: [{company: A}]", "unknown key 'company' (did you mean 'name'?)"),
        ("work: [{name: A, company: B}]", "'name' is there already"),
        ("work: [{nmae: A}]", "did you mean 'name'?"),
        ("work: []\nwork: []", "3:1 the key 'work' stands twice (first on line 2; keep one)"),
        ("work: [{name: A, startDate: 2021-13}]", "there is no month 13"),
        ("work: [{name: A, startDate: 2021-02-30}]", "2021-02 has no day 30"),
        ("work: [{name: A, startDate: May 2021}]", "write 2021-05"),
        ("work: [{name: A, startDate: 5/2021}]", "write 2021-05"),
        ("work: [{name: A, startDate: 03/04/2021}]", "write 2021-03-04 or 2021-04-03"),
        ("work: [{name: A, startDate: 'March 9, 2021'}]", "write 2021-03-09"),
        ("work: [{name: A, endDate: now}]", "write present, or leave the key out"),
        ("work: [{name: A, startDate: 20211}]", "write 2021, 2021-03 or 2021-03-09"),
        ("work: [{name: A, startDate: 0021}]", "the year 21 cannot be right"),
        ("work: [{name: A, startDate: [1]}]", "a date is expected"),
        ("work: [{name: A, startDate: 2021-05, endDate: 2020}]", "2:47 endDate 2020 is before startDate 2021-05"),
        ("licences: [{name: RN, date: 2021, expires: 2019}]", "expires 2019 is before date 2021"),
        ("work: [{startDate: 2020}]", "this entry of work has no name"),
        ("work: [{name: A, highlights: Led x}]", "work[0].highlights must be a list, not a text"),
        (
            "work:\n  - name: A\n    highlights:\n      - Tools: Python",
            "5:9 work[0].highlights[0] is a text with a colon",
        ),
        ("work: [{name: A, highlights: ['']}]", "the text is empty"),
        ("work: [{name: A, summary: [x]}]", "work[0].summary must be a text, not a list"),
        ("work: {name: A}", "work must be a list, not keys with values"),
        ("work: [A]", "work[0] must have keys such as"),
        ("work: [{name: A, highlights: [{text: a, id: q}, {text: b, id: q}]}]", "the id 'q' stands twice"),
        ("work: [{name: A, highlights: [{text: a, pin: maybe}]}]", "pin must be true or false"),
        ("paper: A3", "write 'letter' or 'a4'"),
        ("licences: []\nlicenses: []", "are the same"),
        ("projects: [{name: A, url: 'javascript:x'}]", "links of the kind javascript: are not printed"),
        ("awards: [{date: 2020}]", "awards[0] has no 'title'"),
        ("permits: [~]", "permits[0] is empty"),
        ("work: [{name: A, positions: []}]", "work[0].positions is an empty list (list what there is, or remove"),
        ("work: [{name: A, positions: [{positon: B, startDate: 2020}]}]", "did you mean 'position'?"),
        ("work: [{name: A, positions: [{startDate: 2020}]}]", "work[0].positions[0] has no 'position' (add it)"),
        ("work: [{name: A, positions: [{position: B}]}]", "work[0].positions[0] has no 'startDate' (add it)"),
        ("work: [{name: A, positions: [{position: B, startDate: }]}]", "the date of the beginning is missing"),
        ("work: [{name: A, positions: [B]}]", "work[0].positions[0] must have keys such as position, startDate"),
        ("work: [{positions: [{position: B, startDate: 2020}]}]", "this entry of work has no name (add name)"),
        ("projects: [{name: A, positions: []}]", "unknown key 'positions'"),
        (
            "work: [{name: A, positions: [{position: B, startDate: 2020-05, endDate: 2019}]}]",
            "2:73 endDate 2019 is before startDate 2020-05",
        ),
        (
            f"work:\n  - name: A\n    positions: [{{{HELD}, highlights: [c]}}]\n    highlights: [d]",
            "5:5 these highlights stand beside positions that have their own (move them under the position",
        ),
        (
            "work: [{name: A, position: C, positions: [{position: B, startDate: 2020}]}]",
            "2:28 position 'C' contradicts its positions, of which 'B' is the newest",
        ),
        (
            "work: [{name: A, startDate: 2019, positions: [{position: B, startDate: 2020}]}]",
            "2:29 startDate 2019 contradicts its positions, which say 2020",
        ),
        (
            "work: [{name: A, endDate: 2021, positions: [{position: B, startDate: 2020}]}]",
            "2:27 endDate 2021 contradicts its positions, which say present",
        ),
        (
            "work: [{name: A, endDate: present, positions: [{position: B, startDate: 2020, endDate: 2021}]}]",
            "endDate present contradicts its positions, which say 2021",
        ),
        (
            f"work: [{{name: A, positions: [{{{HELD}, highlights: [{{text: a, id: q}}, {{text: b, id: q}}]}}]}}]",
            "the id 'q' stands twice (first on line 2)",
        ),
        ("kind: " + "x" * 20_001, "20,000 is the limit"),
    ],
)
def test_each_fault_says_where_what_and_what_to_do(line: str, says: str) -> None:
    found = faults_of(f"basics: {{name: Ada}}\n{line}\n")
    assert any(says in fault for fault in found), found


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("basics: {name: A, location: {countryCode: Norway}}", "'Norway' is no country code"),
        ("basics:", "basics is empty"),
        ("work: []", "the file has no 'basics'"),
        ("basics: {label: x}", "basics has no 'name'"),
        ("basics: {name: A, url: 'file:///etc/passwd'}", "links of the kind file:"),
        ("just words", "the file must have keys such as basics, work"),
        ("[]", "not be a list"),
    ],
)
def test_what_the_whole_file_lacks_is_said(text: str, says: str) -> None:
    assert any(says in fault for fault in faults_of(text))


def test_all_faults_come_in_one_pass_and_in_file_order() -> None:
    found = faults_of(
        "basics: {nam: Ada}\nwrok: []\nwork:\n"
        "  - name: A\n    startDate: 2021-13\n    endDate: x\n    name: B\npaper: A3\n"
    )
    lines = [int(fault.split(":")[0]) for fault in found]
    assert lines == sorted(lines)
    assert lines == [1, 2, 5, 6, 7, 8]


def test_a_slip_in_a_needed_key_is_one_fault() -> None:
    assert faults_of("basics: {nam: Ada}") == ["1:10 unknown key 'nam' (did you mean 'name'?)"]


@given(st.dates(), st.integers(min_value=1, max_value=3))
def test_dates_keep_their_precision_and_come_back(day: object, parts: int) -> None:
    text = "-".join(str(day).split("-")[:parts])
    if not 1900 <= int(text[:4]) <= 2100:
        with pytest.raises(DateError):
            parse_date(text)
    else:
        assert str(parse_date(text)) == text


@pytest.mark.parametrize(
    ("end", "start", "before"),
    [
        (Date(year=2020), Date(year=2021), True),
        (Date(year=2021), Date(year=2021, month=5), False),
        (Date(year=2021, month=4), Date(year=2021, month=5), True),
        (Date(year=2021, month=5), Date(year=2021, month=5, day=9), False),
        (Date(year=2021, month=5, day=8), Date(year=2021, month=5, day=9), True),
    ],
)
def test_dates_are_compared_at_the_coarser_precision(end: Date, start: Date, before: bool) -> None:  # noqa: FBT001 - a table
    assert ends_before(end, start) is before


@pytest.mark.parametrize(
    "said", ["position: B, startDate: 2018-04, endDate: present, ", "endDate: , ", "startDate: 2018, "]
)
def test_what_an_entry_says_as_its_positions_do_is_no_fault(said: str) -> None:
    job = f"{{name: A, {said}positions: [{{position: B, startDate: 2018-04}}]}}"
    (entry,) = read(f"basics: {{name: Ada}}\nwork: [{job}]").entries
    assert (str(entry.start), entry.position) == ("2018-04", "B")


def test_a_list_of_positions_left_empty_is_none() -> None:
    (entry,) = read("basics: {name: Ada}\nwork: [{name: A, position: B, positions: }]").entries
    assert (entry.path, entry.titles) == ("work[0]", ())


def test_a_fault_of_a_position_brings_no_contradiction_with_it() -> None:
    job = "{name: A, endDate: 2020, positions: [{position: B, startDate: 2019, endDate: soon}]}"
    assert len(faults_of(f"basics: {{name: Ada}}\nwork: [{job}]")) == 1


KEYS = st.sampled_from(
    [
        "basics",
        "name",
        "work",
        "highlights",
        "text",
        "startDate",
        "location",
        "positions",
        "position",
        "x-a",
        "odd",
    ]
)
VALUES = st.recursive(
    st.none() | st.sampled_from(["a", "2021-05", "'q: r'", "[]", "{}"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


def flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    return "~" if value is None else str(value)


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_any_yaml_is_read_or_refused_in_the_users_words(value: dict[str, object]) -> None:
    text = "".join(f"{key}: {flow(inner)}\n" for key, inner in value.items())
    try:
        files = {read(text).source}
    except InputError as error:
        files = {fault.file for fault in error.faults}
    assert files == {"ada.yaml"}


def test_the_schema_knows_the_keys_and_lets_own_keys_be() -> None:
    made = schema()
    assert {"basics", "work", "licences", "stories"} <= set(made["properties"])
    assert made["additionalProperties"] is False
    assert "^x-" in made["patternProperties"]
    highlights = made["$defs"]["WorkShape"]["properties"]["highlights"]["anyOf"][0]["items"]["anyOf"]
    assert {"$ref": "#/$defs/Text"} in highlights
    assert {"type": ["string", "number"]} in made["$defs"]["Text"]["anyOf"]
    positions = made["$defs"]["WorkShape"]["properties"]["positions"]["anyOf"][0]
    assert positions["minItems"] == 1
    assert made["$defs"]["PositionShape"]["required"] == ["position", "startDate"]
