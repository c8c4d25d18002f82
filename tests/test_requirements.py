import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tailor.model.posting import Facts, Item, Need, Posting, Reading, RequirementKind, SetAside
from tailor.model.record import Decisions, Record
from tailor.model.skills import Mention, Role, Skill
from tailor.model.text import Page, Span
from tailor.requirements import build_posting
from tailor.requirements.groups import any_of_groups
from tailor.requirements.kinds import kind_of
from tailor.requirements.years import min_years

CLOUDS = {"aws": "cloud", "azure": "cloud", "gcp": "cloud", "docker": "containers", "kubernetes": "containers"}
KINDS = {
    **dict.fromkeys(["nursing", "computer science"], "domain"),
    **dict.fromkeys(["communication", "teamwork", "mentoring"], "soft"),
    **dict.fromkeys(["spanish", "english"], "natural-language"),
    **dict.fromkeys(["acls", "bls"], "credential"),
    "bachelor": "degree",
}
WORDS = {
    **{
        word: word
        for word in ["python", "scala", "java", "sql", "spark", "kafka", "excel", "git", "tableau", "nursing"]
    },
    **{word: word for word in [*CLOUDS, *KINDS]},
    "cloud platforms": "cloud",
    "containerization": "containers",
    "computer science": "computer science",
    "machine learning": "machine learning",
    "airflow": "airflow",
    "scheduling": "scheduling",
    "monitoring": "monitoring",
    "hl7": "hl7",
    "fhir": "fhir",
}
NAMES = re.compile(r"(?<!\w)(" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE)


def find(text: str, role: Role) -> tuple[Mention, ...]:
    """A stand-in finder: the words above, everywhere; a skill behind "no" is negated."""
    assert role in ("requirement", "duty")
    return tuple(
        Mention(
            skill=skill(WORDS[found[1].lower()]),
            text=found[1],
            start=found.start(),
            end=found.end(),
            negated=text[: found.start()].lower().endswith("no "),
        )
        for found in NAMES.finditer(text)
    )


def skill(name: str) -> Skill:
    broader = (CLOUDS[name],) if name in CLOUDS else ()
    return Skill(id=name, name=name, kind=KINDS.get(name, "tool"), broader=broader)


def groups(text: str) -> str:
    return "; ".join("|".join(s.name for s in group) for group in any_of_groups(text, find(text, "requirement")))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Python and SQL", "python; sql"),
        ("Python, Scala or Java", "python|scala|java"),
        ("Python, SQL, Spark", "python; sql; spark"),
        ("Python, SQL, and Spark or Kafka", "python; sql; spark|kafka"),
        ("Python or Java and SQL", "python|java; sql"),
        ("Python and/or Java", "python|java"),
        ("Python/Java", "python|java"),
        ("a cloud platforms tool, i.e. AWS, Azure, or GCP", "cloud|aws|azure|gcp"),
        ("Python/Java services, Docker, SQL jobs, and Kafka", "python|java; docker; sql; kafka"),
        ("Docker, Python/Java or Kafka", "docker|python|java|kafka"),
        ("Excel, with knowledge of Python/Java", "excel; python|java"),
        ("Spanish/English and Excel", "spanish|english; excel"),
        ("AWS, Azure, or GCP", "aws|azure|gcp"),
        ("cloud platforms (AWS, Azure, GCP)", "cloud|aws|azure|gcp"),
        ("cloud platforms such as AWS and Azure", "cloud|aws|azure"),
        ("work with data stores such as Kafka and SQL", "kafka|sql"),
        ("data tools (e.g., Spark, Kafka)", "spark|kafka"),
        ("standards (HL7, FHIR)", "hl7|fhir"),
        ("standards (HL7 and FHIR)", "hl7; fhir"),
        ("Airflow (scheduling, monitoring)", "airflow; scheduling; monitoring"),
        ("one or more of Python, Scala and Java", "python|scala|java"),
        ("at least one of the following: Python, Java", "python|java"),
        ("Python, Java, etc.", "python|java"),
        ("Tableau or similar tools", "tableau"),
        ("Excel, Tableau, or similar tools", "excel|tableau"),
        ("Docker, Kubernetes, or some other technology", "docker|kubernetes"),
        ("Docker, our own engine, or Kubernetes", "docker|kubernetes"),
        ("Python programming, SQL queries, or Spark jobs", "python|sql|spark"),
        ("containerization with Docker", "containers; docker"),
        ("knowledge of Python. SQL or Java", "python; sql|java"),
        ("Python in teams, or Java", "python; java"),
        ("mentoring or Python", "mentoring; python"),
        ("Bachelor or equivalent in computer science, nursing, or related", "bachelor; computer science|nursing"),
        ("Bachelor in computer science, nursing, a similar field, or more", "bachelor; computer science|nursing"),
        ("Python, no Java", "python"),
        ("Python and Python", "python"),
        ("nothing at all", ""),
        ("((Python) or Java", "python; java"),
    ],
)
def test_lists_become_groups_of_which_one_is_enough(text: str, wanted: str) -> None:
    assert groups(text) == wanted


PIECES = st.sampled_from(
    [
        "Python",
        "Java",
        "AWS",
        "cloud platforms",
        "communication",
        " ",
        ", ",
        " or ",
        " and ",
        "(",
        ")",
        "e.g. ",
        ".",
        "/",
        "x",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_every_skill_that_a_line_names_is_in_a_group_and_no_other(text: str) -> None:
    mentions = find(text, "requirement")
    grouped = {skill.id for group in any_of_groups(text, mentions) for skill in group}
    assert grouped == {mention.skill.id for mention in mentions if not mention.negated}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("5+ years of experience", 5),
        ("3-5 years", 3),
        ("between 3 and 5 years", 3),
        ("3 - 5+ yrs", 3),
        ("at least two years", 2),
        ("five (5) or more years", 5),
        ("+3 anys", 3),
        ("a degree and typically 3 or more years of work", 3),
        ("minimum of 3 years' experience", 3),
        ("7+ years of leadership, with at least 5 years in health care", 7),
        ("10 plus years", 10),
        ("10-year experience", 10),
        ("0-2 years", 0),
        ("2.5 years", 2),
        ("18 months", 1),
        ("6+ months", 0),
        ("3+ experience with Python", 3),
        ("4-year degree in nursing", None),
        ("3-year initial commitment", None),
        ("a 2-year project", None),
        ("18 years or older", None),
        ("must be at least 18 years of age", None),
        ("over the past 10 years", None),
        ("within 2 years of hire", None),
        ("20 years in business", None),
        ("100,000 per year", None),
        ("since 1999, 1,200 years", None),
        ("several years", None),
    ],
)
def test_years_are_the_smallest_asked_and_traps_are_none(text: str, years: int | None) -> None:
    assert min_years(text) == years


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Valid driver's license", "licence"),
        ("Current RN license in the state of Oregon", "licence"),
        ("ACLS required", "licence"),
        ("Certifications in BLS and ACLS", "licence"),
        ("Registered Nurse with two years in a ward", "licence"),
        ("U.S. Citizenship with an active Secret clearance", "permit"),
        ("Must be authorized to work in the United States", "permit"),
        ("Bachelor's degree in a related field", "degree"),
        ("High school diploma or GED", "degree"),
        ("Ph.D. in statistics", "degree"),
        ("Fluent Spanish", "language"),
        ("Excellent English communication skills", "language"),
        ("Spanish is needed", "language"),
        ("Willingness to travel up to 20%", "logistics"),
        ("Able to lift up to 50 pounds", "logistics"),
        ("5+ years of Python", "experience"),
        ("Experience with Excel", "experience"),
        ("Proven track record of growth", "experience"),
        ("We are unable to sponsor visas", "permit"),
        ("French cuisine", "skill"),
        ("Conduct technical training", "skill"),
        ("6+ years of work, or 3+ years and a PhD", "experience"),
        ("Bachelor's degree and 3 years of work", "degree"),
        ("Python and SQL", "skill"),
        ("Strong communication skills", "soft"),
        ("Self-motivated and curious", "soft"),
    ],
)
def test_a_line_has_the_kind_that_its_words_tell(text: str, kind: RequirementKind) -> None:
    assert kind_of(text, find(text, "requirement"), "required", min_years(text)) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Understanding of Tableau administration, licensing, security",
        "Experience writing master data jobs in SQL",
        "Programming languages such as Python",
        "Git as a source of truth",
    ],
)
def test_words_that_only_look_like_conditions_are_none(text: str) -> None:
    kind = kind_of(text, find(text, "requirement"), "required", min_years(text))
    assert kind in ("skill", "experience")


FACTS = Facts(
    title="Nurse",
    company=None,
    locations=(),
    remote="unstated",
    employment_type=None,
    salary=None,
    min_years=None,
    education=None,
    date_posted=None,
    valid_through=None,
    url=None,
    language="en",
)
LINES: list[tuple[Need, str]] = [
    ("responsibility", "Build Spark jobs"),
    ("required", "Bachelor's degree in nursing"),
    ("required", "3+ years Python, Scala or Java"),
    ("required", "Good communication"),
    ("responsibility", "Must hold a valid driver's license"),
    ("preferred", "ACLS certification required by unit"),
]


def posting(*, record: Record | None = None, notes: str = "") -> Posting:
    text = "\n".join(line for _, line in LINES) + notes
    items = tuple(
        Item(span=Span(text=line, start=text.index(line), end=text.index(line) + len(line)), need=need, why="test")
        for need, line in LINES
    )
    page = Page(source="a.txt", format="text", decided="", text=text, blocks=())
    return build_posting(page, Reading(items=items, facts=FACTS, set_aside=()), find, record=record)


def test_items_become_requirements_in_their_order_with_their_spans() -> None:
    made = posting()
    assert [r.id for r in made.requirements] == ["r1", "r2", "r3", "r4", "r5", "r6"]
    assert [r.kind for r in made.requirements] == ["duty", "degree", "experience", "soft", "duty", "licence"]
    assert all(made.text[r.span.start : r.span.end] == r.text for r in made.requirements)
    assert made.requirements[2].min_years == 3
    assert [skill.name for skill in made.requirements[2].skills[0]] == ["python", "scala", "java"]


def test_conditions_stop_an_application_and_preferred_ones_do_not() -> None:
    stops = [(stop.requirement.id, stop.kind) for stop in posting().knockouts]
    assert stops == [("r2", "degree"), ("r3", "years"), ("r5", "driving")]


def test_skills_are_distinct_in_order_and_without_personal_qualities() -> None:
    assert [s.name for s in posting().skills] == ["spark", "python", "scala", "java", "acls"]


def test_key_skills_of_the_record_are_required_and_point_at_their_words() -> None:
    record = Record(source="a.txt", key_skills=("Kafka at scale", "Tableau"))
    made = posting(record=record, notes="\n- **Kafka**  at scale\n")
    kafka, tableau = made.requirements[-2:]
    assert (kafka.id, kafka.need, kafka.source, kafka.kind) == ("r7", "required", "record", "skill")
    assert kafka.text == made.text[kafka.span.start : kafka.span.end] == "Kafka**  at scale"
    assert (tableau.text, tableau.span.start, tableau.span.end) == ("Tableau", 0, 0)
    assert "kafka" not in [s.name for s in made.skills]


def test_the_record_corrects_facts() -> None:
    facts = (("company", "Larkfield"), ("location", "Bend; Salem"), ("min_years", "2"), ("remote", "perhaps"))
    record = Record(source="a.md", decisions=Decisions(facts=facts))
    made = posting(record=record).facts
    assert (made.company, made.locations, made.min_years, made.remote) == (
        "Larkfield",
        ("Bend", "Salem"),
        2,
        "unstated",
    )
    assert {stated.source for stated in made.sources} == {"your record"}


def read(text: str, *, aside: tuple[str, ...] = ()) -> Posting:
    """A posting whose lines are all required items, but for "or" and "and" alone on a line."""
    lines = [line for line in text.split("\n") if line.lower() not in ("or", "and")]
    whole = text + "\n" + "\n".join(aside)
    items = tuple(Item(span=span(whole, line), need="required", why="test", heading="Needs") for line in lines)
    asides = tuple(SetAside(span=span(whole, line), why="legal text") for line in aside)
    page = Page(source="a.txt", format="text", decided="", text=whole, blocks=())
    return build_posting(page, Reading(items=items, facts=FACTS, set_aside=asides), find)


def span(text: str, line: str) -> Span:
    return Span(text=line, start=text.index(line), end=text.index(line) + len(line))


@pytest.mark.parametrize(
    ("text", "stopping"),
    [
        ("Valid RN license\nMaster's degree\n2 years in a ward\nOR\nBachelor's degree\n4 years in a ward", ["r1"]),
        ("Valid RN license\nAND\nMaster's degree\nOR\nBachelor's degree", ["r1"]),
        ("Bachelor's degree; or\n5 years in sales\nValid driver's license", ["r3"]),
        ("Bachelor's degree\nValid driver's license", ["r1", "r2"]),
    ],
)
def test_one_of_several_ways_to_qualify_stops_nobody(text: str, stopping: list[str]) -> None:
    made = read(text)
    assert [stop.requirement.id for stop in made.knockouts if stop.alone] == stopping
    ways = [r.id for r in made.requirements if "several ways" in r.why]
    assert sorted([*ways, *stopping]) == [r.id for r in made.requirements]


def test_conditions_among_set_aside_lines_stop_too_unless_they_are_said_already() -> None:
    legal = "You must be authorized to work in the US."
    long = "We must " + "and we " * 60 + "require citizenship."
    stop, again = read("Python", aside=(legal, legal.replace("You", "Staff"), long)).knockouts
    assert (stop.requirement.id, stop.kind, stop.requirement.text) == ("k1", "permit", legal)
    assert again.requirement.id == "k2"
    assert [stop.requirement.id for stop in read("U.S. citizenship", aside=(legal,)).knockouts] == ["r1"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Python is needed; Java preferred.", ["python"]),
        ("Python (ideally with Spark)", ["python"]),
        ("Java preferred", ["java"]),
    ],
)
def test_what_a_required_line_only_wishes_for_is_not_asked(line: str, wanted: list[str]) -> None:
    made = read(line)
    assert [skill.name for group in made.requirements[0].skills for skill in group] == wanted
    assert {skill.name for skill in made.skills} >= set(wanted)


def test_an_empty_reading_says_why() -> None:
    page = Page(source="a.txt", format="text", decided="", text="", blocks=())
    reading = Reading(items=(), facts=replace(FACTS, title=None), set_aside=(), empty="no list of requirements")
    made = build_posting(page, reading, find)
    assert (made.requirements, made.empty) == ((), "no list of requirements")
