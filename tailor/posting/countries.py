"""The country that a posting's job is in, as far as its facts tell it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from tailor import resources
from tailor.model.posting import Facts

_FILE = "countries.yaml"
_PARTS = re.compile(r"\s*[,;|/()–—]\s*|\s+-\s+")
_POSTCODE = re.compile(r"(?:^|\s)\d[\d -]*(?=\s|$)")


def country_of(facts: Facts) -> str:
    """The two letters of a job's country: by its places, else its pay, else its language; "" if none tells it.

    A currency or a language of several countries tells one of them where all print on the same paper.
    """
    told = (country for place in facts.locations for country in _countries(place, facts))
    return next(told, "") or next(iter(_payers(facts)), "") or _speaker(facts)


def _countries(place: str, facts: Facts) -> Iterator[str]:
    """What each part of a place tells, the last first: "Salem, OR, USA"."""
    for part in reversed([part for part in _PARTS.split(_POSTCODE.sub(" ", place)) if part.strip()]):
        found = _called(part) or (_called(part.rpartition(" ")[2]) if part.split()[-1].isupper() else ())
        if found:
            yield _likeliest(found, facts)


def _called(part: str) -> tuple[str, ...]:
    """The countries that a part of a place may mean: by letters in capitals, or by name."""
    by_letters = _letters().get(part.strip(" ."), ()) if part.isupper() else ()
    return by_letters or _names().get(part.casefold().strip(" "), ())


def _likeliest(countries: tuple[str, ...], facts: Facts) -> str:
    """Of several countries that bear the same letters, the one that pays so or speaks so."""
    told = [country for country in (*_payers(facts), _speaker(facts)) if country in countries]
    return (*told, *countries)[0]


def _payers(facts: Facts) -> tuple[str, ...]:
    currency = facts.salary.currency if facts.salary else None
    return tuple(_data("en")["paid"].get(currency or "", ()))


def _speaker(facts: Facts) -> str:
    return str(_data(facts.language).get("home", ""))


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    return _by_name("names", resources.languages())


@cache
def _letters() -> Mapping[str, tuple[str, ...]]:
    return _by_name("letters", ("en",))


def _by_name(key: str, codes: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code in codes:
        for country, names in _data(code).get(key, {}).items():
            for name in names:
                before = found.get(name, ())
                found[name] = before if country in before else (*before, country)
    return found


def _data(language: str) -> Any:  # noqa: ANN401 - the shape is the file's own
    """One language's word list of countries; empty where there is none."""
    code = language[:2].lower()
    held = (resources.language_folder(code) / _FILE).is_file()
    return resources.language_data(code, _FILE) if held else {}
