"""The states and countries that licences are of, and where else they hold."""

import re
from collections.abc import Sequence

from tailor.gaps.words import cues_in, gap_data, tokens
from tailor.model.profile import Credential


def regions_in(text: str) -> list[str]:
    """The states and countries that a text names, by name, or by letters that cannot be words."""
    data = gap_data()
    found = [name for name, short in data["states"].items() if cues_in(text, [name]) or _abbreviated(text, short)]
    return [name for name in found if not any(name != other and name in other for other in found)]


def region_of(credential: Credential) -> str:
    """Where a credential is of: its own region, else the first that its name or its issuer names."""
    if credential.region:
        return credential.region
    named = regions_in(f"{credential.name}, {credential.issuer}")
    return named[0] if named else ""


def reaches_region(credential: Credential, held: str, named: Sequence[str], asked: str) -> bool:
    """Whether a credential holds in one of the places named; a compact one where the compact does."""
    data = gap_data()
    states = data["states"]
    said = {name.casefold() for name in named} | {str(states.get(name, name)).casefold() for name in named}
    if held.casefold() in said or cues_in(held, named):
        return True
    whole = f"{credential.name} {credential.region}"
    if not cues_in(whole, data["compact"]):
        return False
    return bool(cues_in(asked, data["compact"])) or any(
        states.get(name, name) not in data["outside_compact"] for name in named
    )


def holds_anywhere(held: str, asked: str) -> bool:
    """Whether a line takes a licence of any country, or of any state and it is one of a state.

    Not where it names a place beside it, or a licence that is to be obtained: that one must hold there.
    """
    data = gap_data()
    if regions_in(asked) or cues_in(asked, data["obtainable"]):
        return False
    if cues_in(asked, data["any_country"]):
        return True
    states = dict(list(data["states"].items())[: data["states_of_country"]])
    of_state = held.casefold() in {word.casefold() for pair in states.items() for word in pair}
    return of_state and bool(cues_in(asked, data["any_state"]))


def _abbreviated(text: str, short: str) -> bool:
    if short not in gap_data()["abbreviated"]:
        return False
    letters = re.escape(short)
    if re.search(rf"(?:,\s*|\(|\bof\s+){letters}\b", text):
        return True
    licensed = re.search(rf"\b{letters}\s+(?:\S+\s+){{0,2}}(?i:{'|'.join(gap_data()['licensing'])})", text)
    return bool(licensed) and short.casefold() not in gap_data()["letters_are_words"] and len(tokens(text)) > 1
