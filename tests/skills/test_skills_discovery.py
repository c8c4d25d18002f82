"""Names that no list knows, and names that are no skill where they stand."""

import pytest

from tailor.model.skills import Role
from tailor.skills import UNLISTED, SkillFinder


def unlisted(finder: SkillFinder, text: str, role: Role) -> list[str]:
    return [one.text for one in finder.find(text, role) if one.skill.kind == UNLISTED]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Experience with Python, Zorbix and PostgreSQL", ["Zorbix"]),
        ("Docker, Kubernetes, Grolldo, q7z", ["Grolldo", "q7z"]),
        ("Models in Blobber Paint and Photoshop", ["Blobber Paint"]),
        ("Photoshop, Blobber Paint, Illustrator", ["Blobber Paint"]),
        ("Experience in ZQBI, QTRX query", ["ZQBI"]),
        ("Hands-on experience with ZQBI", ["ZQBI"]),
        ("Characterized polymers (QTIR, ZMR) daily", ["QTIR", "ZMR"]),
        ("Characterized polymers by QTIR daily", []),
        ("Grolldo, Kafka", ["Grolldo"]),
        ("Ideally, Kafka is known", []),
        ("Python, Java, Boston", []),
        ("Python or Java, January to March", []),
        ("Python; Senior Engineer, Java", []),
        ("Governance: Define and use Python", []),
        ("PYTHON, ZORBIX AND OTHER TOOLS ARE USED HERE", []),
        ("Quality and Zorbix: Python", []),
        ("Grolldo is our Python shop", []),
    ],
)
def test_names_count_in_lists_of_skills_and_where_letters_and_a_cue_make_them_names(
    finder: SkillFinder, text: str, found: list[str]
) -> None:
    assert unlisted(finder, text, "requirement") == found


@pytest.mark.parametrize("role", ["bullet", "company"])
def test_neither_a_persons_nor_a_companys_lines_are_searched(finder: SkillFinder, role: Role) -> None:
    assert unlisted(finder, "Worked with Python, Zorbix and PostgreSQL", role) == []
    assert unlisted(finder, "Worked with Python, Zorbix and PostgreSQL", "requirement") == ["Zorbix"]


def test_an_unlisted_name_is_named_as_it_stands(finder: SkillFinder) -> None:
    (one,) = [each for each in finder.find("Python, ZBx Grolldo", "list") if each.skill.kind == UNLISTED]
    assert (one.skill.id, one.skill.name) == ("zbx-grolldo", "ZBx Grolldo")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A cart on Java Street", []),
        ("Menu planning at Ruby's Diner", ["Menu planning"]),
        ("A hospital in Jenkins, Kentucky", []),
        ("Founded by the Jenkins family", []),
        ("A new wing in Cassandra Hall", []),
        ("Java, Kotlin", ["Java", "Kotlin"]),
        ("Jenkins, Docker", ["Jenkins", "Docker"]),
        ("Oracle's Java", ["Java"]),
        ("Secrets in HashiCorp's Vault and Docker", ["Vault", "Docker"]),
        ("Secrets Live in HashiCorp's Vault", ["Vault"]),
    ],
)
def test_a_street_a_firm_and_a_family_are_no_skills(finder: SkillFinder, text: str, named: list[str]) -> None:
    found = [one.text for one in finder.find(text, "line") if one.skill.kind != UNLISTED]
    assert [name for name in found if name != "Oracle"] == named
