"""Font families into the faces a page may use: static TrueType files of the font package, no system font."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from tailor.errors import MachineError, fault
from tailor.pdf.own_fonts import Face, own_families

FONT_PACKAGE = "rendercv_fonts"
_CONFIG = Path(__file__).parent / "fonts.conf"
_FACES = (
    ("Regular", "normal", 400),
    ("Italic", "italic", 400),
    ("Bold", "normal", 700),
    ("BoldItalic", "italic", 700),
)
_LIST = re.compile(r'(?:"[^"\n]+"\s*,\s*)+')
_QUOTED = re.compile(r'"([^"\n]+)"')


def font_folder() -> Path:
    """The font package's folder, with one for each family. Raises `MachineError` when it is not installed."""
    found = find_spec(FONT_PACKAGE)
    if found is None or found.origin is None:
        raise MachineError("the fonts are not installed; to install them: pip install rendercv-fonts")
    return Path(found.origin).parent


def font_families(own: Path | None = None) -> tuple[str, ...]:
    """The families that pages can be set in, sorted; `own` is a workspace's folder of further fonts."""
    folder = font_folder()
    ours = {path.name for path in folder.iterdir() if _files(folder, path.name)}
    return tuple(sorted(ours | set(own_families(own))))


def named_families(html: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The families a page's style names: those it is set in, and those that stand behind them in a list."""
    return _named(html.partition("<style>")[2].partition("</style>")[0])


@lru_cache(maxsize=64)
def _named(style: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lists = [_QUOTED.findall(found) for found in _LIST.findall(style)]
    first = dict.fromkeys(names[0] for names in lists)
    behind = dict.fromkeys(name for names in lists for name in names[1:] if name not in first)
    return tuple(first), tuple(behind)


def face_rules(families: Sequence[str], own: Path | None = None) -> str:
    """Families into `@font-face` rules; one that there is no file for gives none."""
    return "\n".join(_rule(name, *face) for name in families for face in faces_of(name, own))


def faces_of(family: str, own: Path | None = None) -> Sequence[Face]:
    """The faces of a family: the font package's, or a workspace's own, whose name has no spaces."""
    return _files(font_folder(), family) or own_families(own).get(family.replace(" ", ""), ())


def signs_of(family: str, own: Path | None = None) -> frozenset[int]:
    """The code points that a family's upright face has."""
    return next((_code_points(path) for path, _, _ in faces_of(family, own)), frozenset())


@contextmanager
def no_system_fonts() -> Iterator[None]:
    """While it lasts, a new font configuration finds no font of the machine; the environment is then as before."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(_CONFIG)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@cache
def _code_points(path: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy imports late

    try:
        with path.open("rb") as file:
            return frozenset(TTFont(file, lazy=True).getBestCmap() or ())
    except Exception as error:  # what a broken file makes the library raise is no closed list
        raise fault(str(path), f"this font cannot be read: {error}", "put another file in its place") from error


def _files(folder: Path, family: str) -> list[Face]:
    stem = family.replace(" ", "")
    if not re.fullmatch(r"\w+", stem):
        return []
    files = [(folder / family / f"{stem}-{cut}.ttf", slant, weight) for cut, slant, weight in _FACES]
    return [face for face in files if face[0].is_file()]


def _rule(family: str, path: Path, slant: str, weight: int) -> str:
    return (
        f'@font-face {{ font-family: "{family}"; font-style: {slant}; font-weight: {weight}; '
        f'src: url("{path.resolve().as_uri()}"); }}'
    )
