"""What is costly to make and serves many applications."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tailor.errors import MachineError
from tailor.model.profile import Profile

if TYPE_CHECKING:
    from tailor.pdf import Press
    from tailor.render import Theme
    from tailor.skills import SkillFinder


@dataclass(slots=True, kw_only=True)
class Tools:
    """The finders of skills and the presses of themes, each made when first needed.

    `cache` is the folder for the compiled lexicon, `extra` are the user's own skill files, `fonts` is the folder
    of their own fonts.
    """

    cache: Path | None = None
    extra: Sequence[Path] = ()
    fonts: Path | None = None
    _finders: "dict[tuple[bool, tuple[str, ...]], SkillFinder]" = field(default_factory=dict)
    _presses: "dict[Path | None, Press]" = field(default_factory=dict)

    def fresh(self) -> "Tools":
        """The same tools with nothing made yet: what another process is given."""
        return Tools(cache=self.cache, extra=tuple(self.extra), fonts=self.fonts)

    def finder(self, profile: Profile | None = None, *, trained: bool = True) -> "SkillFinder":
        """The finder that knows the lexicon and the skills a profile names, with its trained part or without."""
        from tailor.skills import load_finder  # noqa: PLC0415 - heavy imports late

        names = tuple(sorted({name for group in profile.skills for name in group.keywords})) if profile else ()
        key = (trained, names)
        if key not in self._finders:
            own = tuple(self.extra)
            self._finders[key] = load_finder(extra=own, names=names, cache=self.cache, trained=trained)
        return self._finders[key]

    def press(self, theme: "Theme") -> "Press":
        """The press that may read one theme's folder, and the user's own fonts."""
        from tailor.pdf import Press  # noqa: PLC0415 - heavy imports late

        if theme.folder not in self._presses:
            self._presses[theme.folder] = Press((theme.folder,), fonts=self.fonts)
        return self._presses[theme.folder]

    @property
    def plain_press(self) -> "Press":
        """The press of pages that no theme dresses, such as gap reports."""
        from tailor.pdf import Press  # noqa: PLC0415 - heavy imports late

        if None not in self._presses:
            self._presses[None] = Press((), fonts=self.fonts)
        return self._presses[None]


def lacking_for_pdf() -> str:
    """What this machine lacks for PDFs, with the remedy; empty when it lacks nothing."""
    from tailor.pdf import machine  # noqa: PLC0415 - heavy imports late

    try:
        machine.engine()
    except MachineError as error:
        return str(error)
    return ""
