"""Dates as a resume prints them, at the precision they were written in."""

from functools import cache
from typing import Any

from tailor import resources
from tailor.errors import ChoiceError
from tailor.model.profile import Date


@cache
def labels(lang: str) -> Any:  # noqa: ANN401 - the shape is the file's own
    """The words that documents print in one language, from its `labels.yaml`, for "en" as for "en-GB".

    Raises `ChoiceError` with the languages there are: another language's words are never mixed in.
    """
    code = lang.split("-", maxsplit=1)[0].lower()
    known = [one for one in resources.languages() if (resources.language_folder(one) / "labels.yaml").is_file()]
    if code not in known:
        raise ChoiceError(f"documents cannot be written in {lang!r}; choose one of: {', '.join(known)}")
    return resources.language_data(code, "labels.yaml")


def date_text(date: Date, lang: str, *, day: bool = True) -> str:
    """A date in words: "2021", "Mar 2021" or "Mar 9, 2021"; `day` False leaves the day out."""
    words = labels(lang)
    if date.month is None:
        return str(date.year)
    month = words["months"][date.month - 1]
    if date.day is None or not day:
        return str(words["dates"]["month"].format(month=month, year=date.year))
    return str(words["dates"]["day"].format(month=month, day=date.day, year=date.year))


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
