"""One thing that was found in a PDF."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong and what to do; `lost` says that software loses something by it, `page` where (0: everywhere).

    `kind` is the finding's name for programs.
    """

    kind: str
    problem: str
    remedy: str
    lost: bool = True
    page: int = 0
