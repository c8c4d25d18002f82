"""The verbs of a language: every form of each, made of its lists by the rules of English."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from tailor.letter.words import letter_data, spoken, spoken_language

Form = Literal["base", "past", "third", "gerund"]


def verb_forms() -> Mapping[str, frozenset[tuple[str, Form]]]:
    """Every form of every known verb -> the verbs (base forms) and forms it may be."""
    return _verb_forms(spoken_language())


@cache
def _verb_forms(language: str) -> Mapping[str, frozenset[tuple[str, Form]]]:
    with spoken(language):
        return _every_form()


def _every_form() -> Mapping[str, frozenset[tuple[str, Form]]]:
    found: dict[str, set[tuple[str, Form]]] = {}
    for spelling, base in letter_data()["also_past"].items():
        found.setdefault(spelling, set()).add((base, "past"))
    for base, past, doubles in _verbs():
        stem = base + base[-1] if doubles else base
        forms: tuple[tuple[str, Form], ...] = (
            (base, "base"),
            (past, "past"),
            (_third(base), "third"),
            (_gerund(base, stem), "gerund"),
        )
        for word, form in forms:
            found.setdefault(word, set()).add((base, form))
    return {word: frozenset(forms) for word, forms in found.items()}


def _verbs() -> list[tuple[str, str, bool]]:
    data = letter_data()
    verbs = [(base, past, False) for base, past in data["irregular"].items()]
    for written in data["regular"]:
        base, doubles = written.rstrip("+"), written.endswith("+")
        if base not in data["irregular"]:
            verbs.append((base, _regular_past(base, doubles=doubles), doubles))
    return verbs


def past(base: str) -> str:
    """The past of a verb's base form, by the lists or the rule."""
    return next((past for known, past, _ in _verbs() if known == base), _regular_past(base, doubles=False))


def _regular_past(base: str, *, doubles: bool) -> str:
    if doubles:
        return f"{base}{base[-1]}ed"
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}ed"


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}s"


def _gerund(base: str, stem: str) -> str:
    if stem == base and base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return f"{base[:-1]}ing"
    return f"{stem}ing"
