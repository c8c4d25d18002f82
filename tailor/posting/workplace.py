"""Remote policy and employment type, from labels, header lines and running text."""

import re
from collections.abc import Iterable, Sequence

from tailor.model.posting import Remote
from tailor.posting.patterns import any_of, labelled, pattern, straight

_FILE = "facts.yaml"
_POLICIES: tuple[Remote, ...] = ("hybrid", "remote", "onsite")
_PARTS = re.compile(r"\s+[|–—-]\s+|[()/,;]")


def remote_of_values(values: Iterable[str]) -> Remote:
    """The policy that short values state ("Hybrid", "Presencial", "TELECOMMUTE"); unstated when none does."""
    for value in values:
        line = straight(value).strip(" .*")
        for policy, cues in labelled(_FILE, "remote", "values"):
            if cues.fullmatch(line) or any(cues.fullmatch(part.strip()) for part in _PARTS.split(line)):
                return policy  # type: ignore[return-value]  # the keys of the data file are the policies
    return "unstated"


def remote_in_text(texts: Sequence[str]) -> Remote:
    """The policy that running text states.

    Hybrid before remote before onsite, as hybrid texts name the other two.
    """
    telling = [line for line in map(straight, texts) if any_of(_FILE, "remote").search(line)]
    denials = pattern(_FILE, "remote", "onsite")  # "not a remote role" names what it denies
    for policy in _POLICIES:
        cues = pattern(_FILE, "remote", policy)
        told = [denials.sub(" ", line) for line in telling] if policy == "remote" else telling
        if any(map(cues.search, told)):
            return policy
    return "unstated"


def employment_of_values(values: Iterable[str]) -> str | None:
    """The type that a label's value or markup names: "full-time", with "permanent" behind it where both stand."""
    text = straight(" ".join(values)).replace("_", "-")
    found = [kind for kind, cues in labelled(_FILE, "employment_type", "values") if cues.search(text)]
    if not found:
        return None
    if found[0] in {"full-time", "part-time"}:
        first = min(
            (kind for kind in found if kind in {"full-time", "part-time"}), key=lambda kind: _first_at(kind, text)
        )
        return f"{first} permanent" if "permanent" in found else first
    return found[0]


def employment_in_text(texts: Sequence[str]) -> str | None:
    """The type that running text names, by the first phrase that is about the job."""
    for text in texts:
        found = [one.group() for one in pattern(_FILE, "employment_type", "text").finditer(straight(text))]
        if found:
            return employment_of_values(found)
    return None


def _first_at(kind: str, text: str) -> int:
    cues = dict(labelled(_FILE, "employment_type", "values"))[kind]
    found = cues.search(text)
    return found.start() if found else len(text)
