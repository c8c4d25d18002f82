"""A style sheet into what its plain rules say: enough to carry a theme's look into a format that has no CSS."""

import re
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SOMETIMES = re.compile(r"@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_LENGTH = re.compile(r"(-?\d*\.?\d+)(em|pt|)")
_SCALED = re.compile(r"calc\(\s*(-?\d*\.?\d+(?:em|pt)?)\s*\*\s*var\(--[\w-]+\)\s*\)")
_RESUME = ".resume "


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What style sheets say of elements: selector and property in front of the value; the last word counts."""

    said: dict[tuple[str, str], str]

    @classmethod
    def of(cls, *sheets: str) -> "Rules":
        """Style sheets, the later winning, into rules; what holds under conditions only (`@media`) is left out.

        A rule for resumes stands for all, a length that an option scales for itself.
        """
        said: dict[tuple[str, str], str] = {}
        for sheet in sheets:
            plain = _SOMETIMES.sub("", _COMMENT.sub("", sheet))
            for selectors, body in _RULE.findall(plain):
                pairs = [pair.partition(":") for pair in body.split(";") if ":" in pair]
                for selector in selectors.split(","):
                    own = " ".join(selector.split()).removeprefix(_RESUME)
                    said |= {(own, name.strip()): _SCALED.sub(r"\1", value.strip()) for name, _, value in pairs}
        return cls(said=said)

    def word(self, selector: str, name: str) -> str:
        """A property's value as it stands there, or an empty text."""
        return self.said.get((selector, name), "")

    def ems(self, selector: str, name: str, usual: float) -> float:
        """A length in ems, or a height without a unit; `usual` where no such thing is said."""
        found = _LENGTH.fullmatch(self.word(selector, name))
        return float(found[1]) if found and found[2] != "pt" else usual

    def points(self, selector: str, name: str, usual: float) -> float:
        """A length in points; `usual` where no such thing is said."""
        found = _LENGTH.fullmatch(self.word(selector, name))
        return float(found[1]) if found and found[2] == "pt" else usual

    def is_bold(self, selector: str) -> bool:
        """Whether an element is set bold."""
        weight = self.word(selector, "font-weight")
        return weight == "bold" or (weight.isdecimal() and int(weight) >= 600)  # noqa: PLR2004 - CSS's own scale
