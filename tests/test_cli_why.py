"""`tailor why` and `tailor whynot`: one choice explained."""

import json
from pathlib import Path

import pytest
from sample_workspace import AS_OF


@pytest.fixture
def plan(workspace: Path, tailor) -> dict:
    (found,) = list((workspace / "postings").glob("brightwell*"))
    done = tailor("plan", found, "--profile", "tomasz", "--json", "--as-of", AS_OF)
    return {**json.loads(done.out), "file": found}


def test_why_tells_what_a_printed_bullet_proves(plan: dict, tailor) -> None:
    line = plan["lines"][0]
    done = tailor("why", line["path"], plan["file"], "--profile", "tomasz", "--as-of", AS_OF)
    assert done.code == 0
    assert "printed;" in done.out
    assert "score " in done.out
    assert "proves r" in done.out


def test_whynot_tells_what_took_the_place_and_what_would_change_it(plan: dict, tailor) -> None:
    path = next(out["path"] for out in plan["left_out"] if ".highlights[" in out["path"])
    done = tailor("whynot", path, plan["file"], "--profile", "tomasz", "--as-of", AS_OF)
    for words in (
        "not printed;",
        "why not: ",
        "printed instead (",
        "to print it anyway: `pin:",
        "a page more (`--pages 2`)",
    ):
        assert words in done.out
    told = json.loads(tailor("whynot", path, plan["file"], "--profile", "tomasz", "--as-of", AS_OF, "--json").out)
    assert (told["path"], told["printed"]) == (path, False)
    assert told["why_not"]
    assert told["score"] == pytest.approx(sum(told["parts"].values()))


def test_whynot_of_what_is_printed_says_so(plan: dict, tailor) -> None:
    done = tailor("whynot", plan["lines"][0]["path"], plan["file"], "--profile", "tomasz", "--as-of", AS_OF)
    assert "It is printed" in done.out


def test_no_such_bullet_and_too_many(plan: dict, tailor) -> None:
    none = tailor("why", "xyzzy", plan["file"], "--profile", "tomasz")
    assert (none.code, "no bullet has the id, path or words 'xyzzy'" in none.err) == (2, True)
    many = tailor("why", "a", plan["file"], "--profile", "tomasz")
    assert many.code == 2
    assert "name one by its path" in many.err
