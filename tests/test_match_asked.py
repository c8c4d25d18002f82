"""Names that no list holds: what a posting asks for is found in a person's lines by its letters."""

import pytest
from match_builders import find, posting, requirement

from tailor.match.asked import finding_asked
from tailor.model.posting import Posting
from tailor.model.skills import UNLISTED, Skill

ZORBIX = Skill(id="zorbix", name="Zorbix", kind=UNLISTED)
ZB = Skill(id="zb-9", name="ZB", kind=UNLISTED)


def asking(*skills: Skill) -> Posting:
    base = requirement("Zorbix, ZB and Python")
    return posting(
        type(base)(**{**{name: getattr(base, name) for name in base.__slots__}, "skills": ((*skills,),)})
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ran Zorbix for two years", ["Zorbix"]),
        ("Python and Zorbix", ["Python", "Zorbix"]),
        ("ran zorbix", []),
        ("Zorbixes of all kinds", []),
        ("ZB-based reports", ["ZB"]),
        ("nothing", []),
    ],
)
def test_what_is_asked_for_is_found_as_it_is_written(text: str, names: list[str]) -> None:
    found = finding_asked(find, asking(ZORBIX, ZB))
    assert [one.skill.name for one in found(text, "bullet")] == names
    assert [one.skill.name for one in found(text, "list")] == [name for name in names if name == "Python"]


def test_without_such_a_name_the_finder_is_the_same() -> None:
    assert finding_asked(find, posting("Python")) is find
