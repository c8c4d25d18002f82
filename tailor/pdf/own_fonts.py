"""Fonts of a workspace's own, for scripts that the font package has not: files of one folder, by their names."""

import re
from collections.abc import Mapping
from pathlib import Path

Face = tuple[Path, str, int]
"""A file with its slant and weight."""

_NAME = re.compile(
    r"(?P<family>[\w .,\[\]+-]+?)(?:-(?P<cut>Regular|Italic|Bold|BoldItalic))?\.(?:ttf|otf)", re.IGNORECASE
)
_CUTS = {
    "regular": ("normal", 400),
    "italic": ("italic", 400),
    "bold": ("normal", 700),
    "bolditalic": ("italic", 700),
}


def own_families(folder: Path | None) -> Mapping[str, tuple[Face, ...]]:
    """A folder's TrueType and OpenType files into families with their faces, sorted; the regular one first.

    A file is called FAMILY-CUT, where the cut is Regular, Italic, Bold or BoldItalic; without one it is regular.
    Names are without spaces.
    """
    found: dict[str, dict[str, Face]] = {}
    for path in sorted(folder.iterdir()) if folder and folder.is_dir() else ():
        if named := _NAME.fullmatch(path.name):
            cut = (named["cut"] or "regular").lower()
            found.setdefault(named["family"].replace(" ", ""), {})[cut] = (path, *_CUTS[cut])
    return {family: tuple(cuts[cut] for cut in _CUTS if cut in cuts) for family, cuts in sorted(found.items())}
