"""What a finder finds, by the words around a name and the role of its line."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tailor.model.skills import Role
from tailor.skills import SkillFinder

Own = Callable[..., SkillFinder]

LEXICON = """
- {id: python, label: Python, kind: language, aliases: [py3k]}
- {id: java, label: Java, kind: language}
- {id: php, label: PHP, kind: language, aliases: [PHP7]}
- {id: c, label: C, kind: language, confidence: list-only, not_before: ["&", suite]}
- {id: go, label: Go, kind: language, aliases: [Golang], case: exact, confidence: needs-context,
   not_before: [home]}
- {id: html, label: HTML, kind: language, aliases: [HTML5], versions: false}
- {id: sql, label: SQL, kind: language}
- {id: spark, label: Spark, kind: framework, aliases: [Apache Spark], confidence: needs-context}
- {id: react, label: React, kind: framework, aliases: [React.js], confidence: needs-context}
- {id: excel, label: Excel, kind: tool, confidence: needs-context, case: title}
- {id: scrum, label: Scrum, kind: method}
- {id: search, label: Search, kind: domain, confidence: title-noise}
- {id: ml, label: Machine learning, kind: domain, aliases: [ML]}
- {id: ai, label: Artificial intelligence, kind: domain, aliases: [AI, AI/ML, AI tools]}
- {id: safe, label: SAFe, kind: method}
- {id: it, label: IT support, kind: domain}
- {id: cicd, label: CI/CD, kind: method, aliases: [CI]}
- {id: dl, label: Deep learning, kind: domain, implies: [ml]}
- {id: rdb, label: Relational databases, kind: domain}
- {id: nosql, label: NoSQL databases, kind: domain, aliases: [NoSQL]}
- {id: k8s, label: Kubernetes, kind: platform, aliases: [K8s]}
- {id: rest, label: REST, kind: method}
- {id: tact, label: Tact, kind: soft}
- {id: modelling, label: Data modelling, kind: method}
"""


def texts(finder: SkillFinder, text: str, role: Role = "line") -> list[str]:
    return [mention.text for mention in finder.find(text, role)]


@pytest.fixture
def small(own: Own) -> SkillFinder:
    return own(LEXICON)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Python and java", ["Python", "java"]),
        ("Python/Java|SQL", ["Python", "Java", "SQL"]),
        ("(Python,Java)", ["Python", "Java"]),
        ("Java 17, Python 3.x and PHP7", ["Java", "Python", "PHP"]),
        ("HTML5 and HTML", ["HTML5", "HTML"]),
        ("machine-learning, Machine  learning", ["machine-learning", "Machine  learning"]),
        ("data modeling", ["data modeling"]),
        ("JavaScript", []),
        ("Pythonic", []),
        ("Scrum methodology", ["Scrum"]),
        ("deep and machine learning", ["deep", "machine learning"]),
        ("relational or NoSQL databases", ["relational", "NoSQL databases"]),
        ("AI/ML, CI/CD and ci cd", ["AI", "ML", "CI/CD", "ci cd"]),
        ("IT support", ["IT support"]),
        ("IT Support", ["IT Support"]),
        ("ask it support staff", []),
        ("fluent Python, advanced Java programming", ["Python", "Java"]),
        ("Java apps", ["Java"]),
        ("", []),
        (" \n\t ", []),
        ("…", []),
    ],
)
def test_safe_names_are_found_wherever_they_stand(small: SkillFinder, text: str, found: list[str]) -> None:
    assert texts(small, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Spark a change.", []),
        ("Sparks and a spark", []),
        ("Java, Spark", ["Java", "Spark"]),
        ("Spark", ["Spark"]),
        ("Pipelines run on Spark every night.", ["Spark"]),
        ("experience with spark", ["spark"]),
        ("experience with at least one modern spark", ["spark"]),
        ("React developer wanted for the shop", ["React"]),
        ("React to alarms.", []),
        ("React.js alone", ["React.js"]),
        ("spark react java", ["spark", "react", "java"]),
        ("You excel daily. Excel today.", []),
        ("work with Apache Spark", ["Apache Spark"]),
        ("go home, Go home", []),
        ("services written in Go", ["Go"]),
        ("tact, spark", ["tact"]),
    ],
)
def test_ambiguous_words_need_context(small: SkillFinder, text: str, found: list[str]) -> None:
    assert texts(small, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the C-suite", []),
        ("We C you", []),
        ("Java, C and Go", ["Java", "C", "Go"]),
        ("programming in C.", ["C"]),
        ("vitamin C, Java", ["Java"]),
        ("vitamin C or Java", ["Java"]),
        ("Python/C & Java", ["Python", "Java"]),
        ("tools: sql, python", ["sql", "python"]),
        ("a sql of things", []),
        ("Get some rest", []),
        ("rest, python", ["python"]),
        ("REST, python", ["REST", "python"]),
        ("k8s and java", ["k8s", "java"]),
        ("java and a safe place", ["java"]),
        ("Safe, java", ["java"]),
        ("coached in SAFe", ["SAFe"]),
    ],
)
def test_letters_and_acronyms_count_as_written_or_in_lists(
    small: SkillFinder, text: str, found: list[str]
) -> None:
    assert texts(small, text) == found


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("requirement", ["search"]),
        ("bullet", ["search"]),
        ("list", ["search"]),
        ("duty", []),
        ("company", []),
        ("line", []),
    ],
)
def test_generic_nouns_count_where_something_is_asked(small: SkillFinder, role: Role, found: list[str]) -> None:
    assert texts(small, "We do search in houses", role) == found


@pytest.mark.parametrize(
    ("text", "found"), [("search experience", ["search"]), ("python, search", ["python", "search"])]
)
def test_generic_nouns_count_beside_cues_and_skills(small: SkillFinder, text: str, found: list[str]) -> None:
    assert texts(small, text, "duty") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our team loves machine learning.", []),
        ("Your experience includes machine learning for our team.", ["machine learning"]),
        ("The machine learning engineer sits there.", []),
        ("Tune machine learning for shops.", ["machine learning"]),
    ],
)
def test_a_line_of_unknown_role_shows_by_its_words_what_it_does(
    small: SkillFinder, text: str, found: list[str]
) -> None:
    assert texts(small, text) == found


@pytest.mark.parametrize("role", ["requirement", "duty", "line", "company"])
def test_the_name_of_a_job_asks_for_no_generic_skill(small: SkillFinder, role: Role) -> None:
    assert texts(small, "Help the search engineer", role) == []


def test_in_a_list_of_skills_every_name_counts(small: SkillFinder) -> None:
    assert texts(small, "spark", "list") == ["spark"]
    assert texts(small, "C", "list") == ["C"]
    assert texts(small, "vitamin C", "list") == []


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("No PHP required.", {"PHP": True}),
        ("PHP is not required, Java is.", {"PHP": True, "Java": False}),
        ("Java without PHP", {"Java": False, "PHP": True}),
        ("not only Java", {"Java": False}),
        ("No problem if Java is new", {"Java": False}),
        ("No, Java is fine", {"Java": False}),
        ("Java", {"Java": False}),
    ],
)
def test_a_denied_skill_is_a_mention_that_says_so(small: SkillFinder, text: str, denied: dict[str, bool]) -> None:
    assert {mention.text: mention.negated for mention in small.find(text, "line")} == denied


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("python", "python"),
        ("Python 3.11", "python"),
        ("PHP8", "php"),
        ("golang", "go"),
        ("C", "c"),
        ("Machine Learning (ML)", "ml"),
        ("Containers (Kubernetes)", "k8s"),
        ("data-modelling", "modelling"),
        ("Sparkling", None),
        ("", None),
        ("()", None),
    ],
)
def test_a_written_name_finds_its_skill(small: SkillFinder, written: str, id_: str | None) -> None:
    skill = small.named(written)
    assert (skill.id if skill else None) == id_


def test_the_names_of_a_profile_are_always_known(own: Own) -> None:
    finder = own(LEXICON, names=["Zorbix", "Quill Desk 9", "python", " ", "Zorbix"])
    assert finder.named("zorbix") == finder.skill("zorbix")
    assert finder.skill("zorbix").kind == "tool"
    assert texts(finder, "Zorbix, Python and quill desk 9") == ["Zorbix", "Python", "quill desk 9"]
    assert texts(finder, "the zorbix of old") == []
    assert len([skill for skill in finder.skills() if skill.id == "python"]) == 1


def test_a_users_file_adds_and_overrides(own: Own) -> None:
    finder = own(LEXICON, "- {id: python, label: Pythonissimo}\n- {label: Zorbix, implies: [python]}\n")
    assert finder.skill("python").name == "Pythonissimo"
    assert finder.skill("zorbix").implies == ("python",)
    assert finder.named("Python") is None


def test_the_whole_lexicon_is_known_beside_a_users_file(finder: SkillFinder) -> None:
    assert {"python", "aws", "scrum"} <= {skill.id for skill in finder.skills()}


def test_an_unknown_id_is_a_key_error(small: SkillFinder) -> None:
    with pytest.raises(KeyError):
        small.skill("nothing")


def test_many_lines_give_what_one_gives(small: SkillFinder) -> None:
    lines = ["Python", "no skill", "Java, C", ""]
    assert list(small.find_lines(lines, "line")) == [small.find(line, "line") for line in lines]


def test_results_are_kept_and_the_oldest_make_room(small: SkillFinder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tailor.skills.finder._MOST_KEPT", 2)
    first = small.find("Python", "line")
    assert small.find("Python", "line") is first
    small.find("Java", "line")
    small.find("SQL", "line")
    assert small.find("Python", "line") is not first
    assert small.find("Python", "line") == first


WORDS = [
    "Python",
    "java",
    "C",
    "C++",
    "C#",
    ".NET",
    "go",
    "Go",
    "R&D",
    "CI/CD",
    "k8s",
    "spark,",
    "Excel",
    "•",
    "/",
    "and",
    "no",
    "PHP7",
    "-",
    "(SQL)",
    "machine",
    "learning",
    "ﬁ",
    "é",
    "日本",
    "8+",
    "Bachelor’s",
    "AI/ML",
    "not",
    "required",
    "experience",
    "with",
]
SPACES = ["\n", "\t", "  ", "\u200b", "\x00", "\xa0", "\ud800"]
LINES = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS + SPACES), max_size=14).map(" ".join),
)
ROLES: list[Role] = ["line", "list", "requirement"]


@settings(max_examples=150, deadline=None)
@given(text=LINES, role=st.sampled_from(ROLES))
def test_a_mention_is_verbatim_and_none_overlap(finder: SkillFinder, text: str, role: Role) -> None:
    end = 0
    for mention in finder.find(text, role):
        assert mention.text == text[mention.start : mention.end]
        assert mention.text.strip() == mention.text != ""
        assert mention.start >= end
        end = mention.end


def test_a_very_long_line_is_read(small: SkillFinder) -> None:
    assert texts(small, "word " * 210_000 + "Python") == ["Python"]
