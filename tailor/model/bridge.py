"""Values of what a letter says to a gap."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """What the person says, in a letter, to something asked for that they cannot show; `gap` names it."""

    path: str
    text: str
    gap: str
