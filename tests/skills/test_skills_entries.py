"""Entries of the lexicon and of users' own files: reading, faults, variants, closures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tailor.errors import InputError
from tailor.skills import SkillFinder, load_finder
from tailor.skills.cues import read_cues
from tailor.skills.entries import entry_of, examine_file, parse_entries, slug
from tailor.skills.variants import forms

Own = Callable[..., SkillFinder]


def test_an_entry_needs_only_a_label() -> None:
    (entry,) = parse_entries(b"- {label: Qt 6 & QML}\n", "skills.yaml")
    assert (entry.id, entry.label, entry.kind, entry.confidence) == ("qt-6-qml", "Qt 6 & QML", "tool", "safe")


@pytest.mark.parametrize(
    ("label", "id_"), [("C++", "c-plus-plus"), ("C#", "c-sharp"), ("Éclair", "eclair"), ("日本", "65e5-672c")]
)
def test_a_label_gives_an_id(label: str, id_: str) -> None:
    assert slug(label) == id_


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {label: A, alias: [b]}", "s.yaml:1:3: there is no key `alias` (did you mean `aliases`?)"),
        ("- {kind: tool}", "a skill needs a label"),
        ("- {label: A, kind: libary}", "`kind: libary` is unknown (did you mean `library`?)"),
        ("- {label: A, case: lower}", "`case: lower` is unknown"),
        ("- {label: A, confidence: sure}", "`confidence: sure` is unknown"),
        (
            "- {label: A, id: Big Data}",
            "an id is lower-case letters, numbers and hyphens (for example `big-data`)",
        ),
        ("- {label: A, aliases: b}", "`aliases` is no list of words"),
        ("- just a word", "this is no skill"),
        ("label: A", "this is no list of skills"),
        ("- {label: A", "s.yaml:1"),
    ],
)
def test_a_fault_says_where_it_stands_and_what_to_do(text: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_entries(text.encode(), "s.yaml")
    assert says in str(caught.value)


def test_all_faults_of_a_file_come_at_once() -> None:
    with pytest.raises(InputError) as caught:
        parse_entries(b"- {label: A, kid: tool}\n- {label: B, case: low}\n", "s.yaml")
    assert [fault.line for fault in caught.value.faults] == [1, 2]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.yaml"):
        examine_file(tmp_path / "none.yaml")
    with pytest.raises(InputError, match=r"none\.yaml"):
        load_finder(extra=[tmp_path / "none.yaml"])


def test_a_link_to_nothing_is_a_fault(own: Own) -> None:
    with pytest.raises(InputError, match="`a` points to `b`, which no skill has"):
        own("- {id: a, label: Zorbix, implies: [b]}")


@pytest.mark.parametrize(
    ("entry", "written"),
    [
        ({"label": "Node.js"}, {"NodeJS", "node js".title().replace("Js", "JS"), "Node js"}),
        ({"label": "CI/CD", "kind": "method"}, {"CI CD", "CICD"}),
        ({"label": "Power BI"}, {"PowerBI"}),
        ({"label": "e-mail", "kind": "method"}, {"email"}),
        ({"label": "PostgreSQL"}, {"Postgre SQL"}),
        ({"label": "LLM", "kind": "method"}, {"LLMs"}),
        ({"label": "design patterns", "kind": "method"}, {"design pattern"}),
        ({"label": "case study", "kind": "method"}, {"case studies"}),
        ({"label": ".NET"}, {". NET"}),
    ],
)
def test_the_other_ways_to_write_a_form_need_no_typing(entry: dict[str, str], written: set[str]) -> None:
    assert written <= {form.written for form in forms(entry_of(entry), read_cues("en"))}


@pytest.mark.parametrize(
    "entry", [{"label": "Excel"}, {"label": "R&D"}, {"label": "Teams"}, {"label": "SQL", "variants": "none"}]
)
def test_names_of_products_have_no_plural(entry: dict[str, str]) -> None:
    assert [form.written for form in forms(entry_of(entry), read_cues("en"))] == [entry["label"]]


def test_closures_are_taken_and_circles_of_the_broader_end(own: Own) -> None:
    finder = own("""
- {id: a, label: Aleph, implies: [b], broader: [c]}
- {id: b, label: Beth, implies: [c]}
- {id: c, label: Gimel, broader: [d]}
- {id: d, label: Daleth, broader: [a]}
""")
    assert finder.skill("a").implies == ("b", "c")
    assert finder.skill("a").broader == ("c", "d")
    assert "a" in finder
    assert "z" not in finder
    assert [skill.id for skill in finder.skills()] == ["a", "b", "c", "d"]


def test_all_that_is_wrong_in_a_users_file_is_said_in_one_pass(own: Own) -> None:
    with pytest.raises(InputError) as raised:
        own("""- {label: Zorbix, kind: tol, aliases: [Zorb]}
- {label: Zorb}
- {id: aa, label: Aaa, implies: [bb]}
- {id: bb, label: Bbb, implies: [aa]}
- {id: cc, label: Ccc, broader: [nowhere]}
- {id: cc, label: Cc c}
""")
    said = [(fault.line, fault.problem) for fault in raised.value.faults]
    assert said == [
        (1, "`kind: tol` is unknown"),
        (2, "`Zorb` is a form of `zorbix` too"),
        (3, "a circle: `aa` implies `bb` implies `aa`"),
        (4, "a circle: `bb` implies `aa` implies `bb`"),
        (5, "`cc` points to `nowhere`, which no skill has"),
        (6, "the id `cc` stands twice"),
    ]
