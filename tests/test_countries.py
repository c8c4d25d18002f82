"""The country of a posting, and the paper that follows from it."""

from dataclasses import replace
from datetime import date

import pytest
from render_builders import BASICS, POSTING, PROFILE

from tailor import resources
from tailor.model.posting import Facts, Salary
from tailor.model.profile import Profile
from tailor.model.record import Record
from tailor.posting.countries import country_of
from tailor.tailoring.looks import style_of
from tailor.tailoring.wishes import Wish

TODAY = date(2026, 1, 2)


def facts(*places: str, pay: str = "", language: str = "en") -> Facts:
    salary = Salary(minimum=1.0, maximum=None, currency=pay, period="year") if pay else None
    return replace(POSTING.facts, locations=places, salary=salary, language=language)


@pytest.mark.parametrize(
    ("said", "country"),
    [
        (facts("Salem, Oregon"), "US"),
        (facts("Salem, OR 97301"), "US"),
        (facts("Boise ID"), "US"),
        (facts("Remote - US"), "US"),
        (facts("Remote (United States)"), "US"),
        (facts("Hamburg, NY"), "US"),
        (facts("Toronto, ON"), "CA"),
        (facts("Brampton, ON, Canada"), "CA"),
        (facts("Toronto, CA", pay="CAD"), "CA"),
        (facts("Fresno, CA", pay="USD"), "US"),
        (facts("Wilmington, DE"), "US"),
        (facts("Berlin, DE", pay="EUR"), "DE"),
        (facts("Berlin, DE", language="de"), "DE"),
        (facts("Dwingeloo, NL", pay="EUR"), "NL"),
        (facts("Perth, WA", pay="AUD"), "AU"),
        (facts("Leeds, West Yorkshire"), "GB"),
        (facts("London, UK"), "GB"),
        (facts("Crailsheim, Baden-Württemberg", language="de"), "DE"),
        (facts("Wien", language="de"), "AT"),
        (facts("Montréal, Québec", language="fr"), "CA"),
        (facts("Lyon, France", language="fr"), "FR"),
        (facts("El Marqués, Querétaro", language="es"), "MX"),
        (facts("Onda, Castellón", language="es"), "ES"),
        (facts("Head office", "Dublin, Ireland"), "IE"),
        (facts(pay="GBP"), "GB"),
        (facts("Headquarters", pay="PLN"), "PL"),
        (facts("München", language="de"), "DE"),
        (facts(language="nl"), "NL"),
        (facts("Bressuire", language="fr"), ""),
        (facts("Springfield"), ""),
        (facts(), ""),
    ],
)
def test_the_country_is_told_by_place_pay_or_language(said: Facts, country: str) -> None:
    assert country_of(said) == country


def person(country: str, paper: str | None = None) -> Profile:
    return replace(PROFILE, basics=replace(BASICS, country=country), paper=paper)


@pytest.mark.parametrize(
    ("wish", "record", "profile", "posting", "paper"),
    [
        (None, None, person("NO"), facts("Salem, OR"), "letter"),
        (None, None, person("US"), facts("Graz, Austria"), "a4"),
        (None, None, person("US"), facts("Graz", language="de"), "a4"),
        (None, None, person("NO"), facts("Springfield"), "a4"),
        (None, None, person("US"), facts("Springfield"), "letter"),
        (None, None, person("CR"), facts(), "letter"),
        (None, None, person(""), facts(), "letter"),
        (None, None, person("", "a4"), facts("Salem, OR"), "a4"),
        (None, "letter", person("", "a4"), facts("Graz, Austria"), "letter"),
        ("a4", "letter", person("US", "letter"), facts("Salem, OR"), "a4"),
    ],
)
def test_the_paper_is_the_postings_countrys_then_the_profiles(
    wish: str | None, record: str | None, profile: Profile, posting: Facts, paper: str
) -> None:
    held = Record(source="r.md", paper=record) if record else None
    assert style_of(posting, held, profile, Wish(today=TODAY, paper=wish)).paper == paper


def test_the_word_lists_of_countries_are_texts_in_small_letters() -> None:
    for code in resources.languages():
        data = resources.language_data(code, "countries.yaml")
        for country, names in data["names"].items():
            assert len(country) == 2
            assert country.isupper()
            assert all(name == name.casefold() for name in names), (code, country)
    english = resources.language_data("en", "countries.yaml")
    for part in ("letters", "paid"):
        assert all(isinstance(word, str) and word.isupper() for words in english[part].values() for word in words)
