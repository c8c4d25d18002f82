"""Dates as a resume prints them, at the precision they were written in."""

from functools import cache
from typing import Any

from tailor import resources
from tailor.errors import ChoiceError
from tailor.model.profile import Date


@cache
def labels(lang: str) -> Any:  # noqa: ANN401 - the shape is the file's own
    """The words that documents print in one language, from its `labels.yaml`; those of "en-GB" where they differ.

    Raises `ChoiceError` with the languages there are: another language's words are never mixed in.
    """
    return _labels(document_language(lang))


def document_language(text: str) -> str:
    """A language as asked for into its tag ("en_gb" gives "en-GB"); ChoiceError where it is none of documents."""
    if tag := resources.language_tag(text):
        return tag
    raise ChoiceError(resources.no_language(text))


@cache
def _labels(tag: str) -> Any:  # noqa: ANN401 - as above
    code, _, region = tag.partition("-")
    words = resources.language_data(code, "labels.yaml")
    own: dict[str, Any] = next((one for one in words["regions"] if region in one["of"]), {})
    return {key: _changed(value, own.get(key)) for key, value in words.items()}


def _changed(words: Any, own: Any) -> Any:  # noqa: ANN401 - as above
    """One part of the words with a region's own in their place."""
    if own is None:
        return words
    return {**words, **own} if isinstance(words, dict) else own


def date_text(date: Date, lang: str, *, day: bool = True) -> str:
    """A date in words: "2021", "Mar 2021" or "Mar 9, 2021"; `day` False leaves the day out."""
    words = labels(lang)
    if date.month is None:
        return str(date.year)
    month, forms = words["months"][date.month - 1], words["dates"]
    if date.day is None or not day:
        return str(forms["month"].format(month=month, year=date.year))
    form = forms.get("first", forms["day"]) if date.day == 1 else forms["day"]
    return str(form.format(month=month, day=date.day, year=date.year))


def expiry_text(date: Date, lang: str) -> str:
    """Until when something holds: "expires Apr 2027"; some languages say it otherwise of a day than of a month."""
    forms = labels(lang)["dates"]
    form = forms.get("expires_month", forms["expires"]) if date.day is None else forms["expires"]
    return str(form.format(date=date_text(date, lang)))


def period_text(start: Date | None, end: Date | None, lang: str) -> str:
    """When an entry lasted: "Mar 2021 – Present", "2018 – 2020", "2015" (only an end, or both the same).

    Days are left out: the months of a job are what readers compare.
    """
    first = date_text(start, lang, day=False) if start else ""
    last = date_text(end, lang, day=False) if end else ""
    if not first or first == last:
        return last
    words = labels(lang)["dates"]
    return str(words["range"].format(start=first, end=last or words["present"]))
