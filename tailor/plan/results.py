"""Whether a line says what came of the work."""

import re
from functools import cache, lru_cache

from tailor import resources


@lru_cache(maxsize=4096)
def has_result(text: str, *, language: str = "en") -> bool:
    """Whether a line tells a result: an amount, a change, something kept or won.

    Kept, because a person's lines are chosen from for posting after posting.
    """
    return _pattern(language).search(text) is not None


def lacks_result(text: str, *, language: str = "en") -> bool:
    """Whether a line plainly tells no result: none that is known, and nothing that could be one."""
    return not has_result(text, language=language) and _pattern(language, "maybe").search(text) is None


@cache
def _pattern(language: str, name: str = "results") -> re.Pattern[str]:
    listed: list[str] = resources.language_data(language, "results.yaml")[name]
    return re.compile("|".join(f"(?:{one})" for one in listed), re.IGNORECASE)
