"""A resume as JSON Resume: valid by the standard, what is printed and nothing more, readable as a profile."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from position_cases import PROMOTED, TITLED
from render_builders import BASICS, BULLETS, PROFILE, SECTIONS, STYLE, letter, plan, with_bullet, work_of

from tailor import render
from tailor.errors import ChoiceError
from tailor.model.plan import EARLIER, Plan
from tailor.model.profile import Basics, Credential, Date, Entry, Link, Listed, Profile
from tailor.profile import read_profile

THEME = render.read_theme("classic")


def said(one: Plan) -> dict[str, Any]:
    return json.loads(render.resume(one, THEME, STYLE, "json"))


# The standard: its fields by section, as https://jsonresume.org/schema lists them for version 1.0.0.

Check = Callable[[object], bool]


def text(value: object) -> bool:
    return isinstance(value, str)


def texts(value: object) -> bool:
    return isinstance(value, list) and all(map(text, value))


def date(value: object) -> bool:
    form = r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?"
    return isinstance(value, str) and bool(re.fullmatch(form, value))


def address(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[a-z][a-z0-9+.-]*:[!-~]+", value))


def email(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[^\s@]+@[\w-]+(\.[\w-]+)+", value))


def fields(words: str, **checks: Check) -> dict[str, Check]:
    return dict.fromkeys(words.split(), text) | checks


SPAN: dict[str, Check] = {"startDate": date, "endDate": date, "url": address, "highlights": texts}
FIELDS = {
    "work": fields("name location description position summary", **SPAN),
    "volunteer": fields("organization position summary", **SPAN),
    "education": fields("institution area studyType score", **SPAN | {"courses": texts}),
    "projects": fields("name description entity type", **SPAN | {"keywords": texts, "roles": texts}),
    "awards": fields("title awarder summary", date=date),
    "certificates": fields("name issuer", date=date, url=address),
    "publications": fields("name publisher summary", releaseDate=date, url=address),
    "skills": fields("name level", keywords=texts),
    "languages": fields("language fluency"),
    "interests": fields("name", keywords=texts),
}
OURS = {
    "volunteer": fields("location"),
    "education": fields("location"),
    "projects": fields("location"),
    "awards": {"url": address},
    "certificates": fields("region number", expires=date),
}
"""Printed things that the standard has no name for; it allows further ones everywhere but at the top."""

PLACE = fields("city region address countryCode postalCode")
PAGE = fields("network username", url=address)
BASIC = fields("name label phone summary image", email=email, url=address)


def faults(values: dict[str, Any]) -> list[str]:
    """What the standard would find fault with."""
    basics = dict(values["basics"])
    found = wrong("location", basics.pop("location", {"city": "Oslo"}), PLACE)
    for page in basics.pop("profiles", []):
        found += wrong("profiles", page, PAGE)
    found += wrong("basics", basics, BASIC)
    for section, items in values.items():
        if section in FIELDS:
            assert items
            for item in items:
                found += wrong(section, item, FIELDS[section] | OURS.get(section, {}))
        elif section not in ("$schema", "basics", "meta"):
            found.append(f"{section} has no place at the top")
    return found


def wrong(section: str, item: dict[str, Any], known: dict[str, Check]) -> list[str]:
    unfit = [f"{section}.{name}" for name, value in item.items() if not known.get(name, lambda _: False)(value)]
    return unfit or ([] if item else [f"{section} is empty"])


EVERYTHING = replace(
    PROFILE,
    basics=replace(BASICS, url="zoe.example/über uns", region="Norway"),
    listed=(
        *PROFILE.listed,
        Listed(
            path="publications[0]",
            section="publications",
            title="Tides",
            by="Fjord Press",
            date=Date(year=2020, month=5, day=2),
            url="https://press.example/ø",
        ),
        Listed(path="interests[0]", section="interests", title="Rowing", keywords=("sculls",)),
    ),
)
PLANS = {
    "whole": plan(profile=EVERYTHING, sections=(*SECTIONS, "publications", "interests")),
    "promoted": work_of(PROMOTED),
    "titled": work_of(TITLED),
    "bare": plan(profile=Profile(source="a", basics=Basics(name="Ada"), entries=()), skills=(), headline=""),
    "hostile": with_bullet("</script> \u202e {{x}} \ud800 \x00 “ü”"),
}


@pytest.mark.parametrize("name", PLANS)
def test_it_is_valid_by_the_standard(name: str) -> None:
    values = said(PLANS[name])
    assert faults(values) == []
    assert values["$schema"].endswith("/v1.0.0/schema.json")


@pytest.mark.parametrize(
    "values",
    [
        {"basics": {"name": 3}},
        {"basics": {"name": "A", "email": "at home"}},
        {"basics": {"name": "A"}, "licences": [{}]},
        {"basics": {"name": "A"}, "work": [{"startDate": "Mar 2021"}]},
        {"basics": {"name": "A"}, "work": [{"highlights": "one"}]},
        {"basics": {"name": "A"}, "awards": [{"awarded": "2021"}]},
        {"basics": {"name": "A"}, "projects": [{"url": "example.org"}]},
    ],
)
def test_the_tests_own_check_finds_faults(values: dict[str, Any]) -> None:
    assert faults(values)


LABELS = """Summary Licenses Work Experience Projects Education Volunteer Skills Languages Awards Publications
    Interests Courses GPA No expires Present Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"""
LINKS = ("url", "$schema", "meta")


@pytest.mark.parametrize("name", PLANS)
def test_everything_printed_is_in_it_and_nothing_else(name: str) -> None:
    printed = words(" ".join(line.text for line in render.resume_lines(PLANS[name], STYLE)))
    values = said(PLANS[name])
    assert printed - words(" ".join(strings(values))) - words(LABELS) <= {"1", "2", "über", "uns"}
    parts_of_dates = {f"{number:02}" for number in range(1, 13)}
    assert words(" ".join(strings(values, without=LINKS))) - printed - parts_of_dates <= {"GitHub"}


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def strings(value: object, without: tuple[str, ...] = ()) -> list[str]:
    if isinstance(value, dict):
        return strings([one for key, one in value.items() if key not in without], without)
    return [text for one in value for text in strings(one, without)] if isinstance(value, list) else [str(value)]


def test_lines_stand_in_print_order_with_dates_in_iso_form() -> None:
    first, second = said(plan())["work"]
    assert first["highlights"] == list(BULLETS["work[0]"])
    assert (first["startDate"], "endDate" in first) == ("2021-03", False)
    assert (second["startDate"], second["endDate"]) == ("2017", "2021-02")
    (licence,) = said(plan())["certificates"]
    assert (licence["date"], licence["expires"], licence["number"]) == ("2019", "2027-04-01", "D-77")


def test_only_chosen_lines_and_printed_sections_are_in_it() -> None:
    shown = plan(without=["work[0].highlights[1]"], sections=("work", "skills"))
    assert len(said(shown)["work"][0]["highlights"]) == 2
    assert set(said(shown)) == {"$schema", "basics", "work", "skills", "meta"}
    assert "summary" not in said(shown)["basics"]


def test_what_is_not_printed_of_an_entry_stays_out() -> None:
    entry = replace(
        PROFILE.entries[0], summary="Secret", description="Hidden", keywords=("Unseen",), tags=("mine",)
    )
    assert not re.search(
        "Secret|Hidden|Unseen|mine", json.dumps(said(plan(profile=replace(PROFILE, entries=(entry,)))))
    )


def test_a_job_of_long_ago_is_its_title_its_employer_and_its_dates() -> None:
    whole = plan(sections=(EARLIER,))
    brief = replace(whole.entries[0], section=EARLIER, lines=())
    assert said(replace(whole, entries=(brief,)))["work"] == [
        {"name": "Harbor & Vale", "position": "Lead Engineer", "startDate": "2021-03"}
    ]


def test_positions_at_one_employer_are_entries_of_their_own() -> None:
    work = said(work_of(PROMOTED))["work"]
    assert [(one["name"], one["position"], one["startDate"], len(one["highlights"])) for one in work] == [
        ("Orchard Labs", "Lead Engineer", "2023-06", 2),
        ("Orchard Labs", "Senior Engineer", "2021-03", 1),
        ("Orchard Labs", "Engineer", "2015-01", 2),
        ("Quay Analytics", "Data Engineer", "2018-03", 1),
    ]
    assert [one["location"] for one in work] == ["Bergen", "Bergen", "Oslo", "Oslo"]
    titled = said(work_of(TITLED))["work"]
    assert [one["position"] for one in titled] == ["Head of Data", "Data Engineer", "Analyst", "Data Engineer"]
    assert [len(one.get("highlights", ())) for one in titled] == [2, 0, 0, 1]
    assert titled[1]["endDate"] == "2019-12"


def test_a_break_stands_among_the_jobs_in_the_authors_words() -> None:
    pause = Entry(
        path="breaks[0]", section="breaks", name="", position="Cared for a parent", start=Date(year=2019)
    )
    shown = plan(profile=replace(PROFILE, entries=(pause,)))
    shown = replace(shown, entries=(replace(shown.entries[0], section="work"),))
    assert said(shown)["work"] == [{"position": "Cared for a parent", "startDate": "2019"}]


def test_addresses_are_absolute_and_unsafe_ones_and_odd_mail_stay_out() -> None:
    basics = replace(
        BASICS,
        url="example.org/zoë",
        email="zoe at home",
        location="Bergen, Vestland",
        region="Vestland",
        links=(Link(network="", username="", url="javascript:x"), Link(network="Chess", username="zoe", url="")),
    )
    found = said(plan(profile=replace(PROFILE, basics=basics)))["basics"]
    assert found["url"] == "https://example.org/zo%C3%AB"
    assert "email" not in found
    assert found["location"] == {"city": "Bergen", "region": "Vestland"}
    assert found["profiles"] == [{"network": "Chess", "username": "zoe"}]


@pytest.mark.parametrize("name", PLANS)
def test_it_is_a_profile_that_says_the_same_lines(name: str) -> None:
    again = read_profile(json.dumps(said(PLANS[name])).encode(), "again.json")
    printed = [line.text for planned in PLANS[name].entries for line in planned.lines]
    assert [bullet.text for bullet in again.bullets] == [render.text.clean(line) for line in printed]
    licences = [one for one in again.credentials if one.region]
    assert [one.number for one in licences] == [one.number for one in PLANS[name].credentials]


def test_a_certificates_region_is_read_back() -> None:
    one = Credential(path="certificates[0]", kind="certificate", name="Diver", region="Oslo")
    again = read_profile(json.dumps(said(plan(profile=replace(PROFILE, credentials=(one,))))).encode(), "a.json")
    assert [(each.name, each.region) for each in again.credentials] == [("Diver", "Oslo")]


def test_a_letter_has_no_json() -> None:
    with pytest.raises(ChoiceError, match="no format 'json'"):
        render.letter(letter(), plan(), THEME, STYLE, "json")
