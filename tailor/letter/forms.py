"""Names and titles with the word before them that their own form decides: "am Klinikum", "d'élève"."""

import re
from collections.abc import Mapping
from typing import Any

from tailor.letter.words import letter_data


def with_forms(known: Mapping[str, str]) -> dict[str, str]:
    """The fields of patterns with those that the language makes of them: "at_company" of "company".

    A form whose rule writes nothing is unknown, and patterns that name it do not fit.
    """
    made = {name: _formed(known.get(form["of"], ""), form) for name, form in letter_data()["forms"].items()}
    return {**known, **{name: text for name, text in made.items() if text}}


def _formed(text: str, form: Mapping[str, Any]) -> str:
    if form.get("small"):
        text = _small(text)
    if form.get("drop"):
        text = re.sub(form["drop"], "", text)
    if not text:
        return ""
    rules = ((re.search(expression, text), written) for expression, written in form.get("rules", ()))
    return next((str(found.expand(written)) for found, written in rules if found), text)


def _small(text: str) -> str:
    """A title with a small beginning, unless another word of it has a capital, too: then it is a name."""
    first, _, rest = text.partition(" ")
    named = any(word[:1].isupper() and not word.isupper() for word in rest.split())
    return text if named or any(char.isupper() for char in first[1:]) else text[:1].lower() + text[1:]
