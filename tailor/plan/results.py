"""Whether a line says what came of the work."""

import re
from functools import cache

from tailor import resources


def has_result(text: str, *, language: str = "en") -> bool:
    """Whether a line tells a result: an amount, a change, something kept or won."""
    return _pattern(language).search(text) is not None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    listed: list[str] = resources.language_data(language, "results.yaml")["results"]
    return re.compile("|".join(f"(?:{one})" for one in listed), re.IGNORECASE)
