"""Themes: a folder's `theme.yaml`, templates and style sheet into one frozen value."""

import re
from dataclasses import dataclass
from pathlib import Path

from tailor import resources
from tailor.errors import ChoiceError, Fault, InputError, fault
from tailor.located import Document, Mapping, Pair, Scalar, read_located
from tailor.model.document import Style
from tailor.model.profile import Place

SHARED = "shared"
"""The folder of what themes share; it is no theme itself."""

_NUMBER = r"\d{1,3}(?:\.\d{1,3})?"
_FONT = r"[A-Za-z][A-Za-z0-9 ]{1,40}"
_COLOUR = r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})"

_FORMS: dict[str, tuple[str, str]] = {
    "title": (r"[^\n]{1,60}", "a short title"),
    "description": (r"[^\n]{0,300}", "one sentence"),
    "font": (_FONT, "a font's name, such as EB Garamond"),
    "heading_font": (_FONT, "a font's name, such as EB Garamond"),
    "fallback_font": (_FONT, "a font's name, such as Open Sans"),
    "accent": (_COLOUR, "a colour such as #1f3b57"),
    "ink": (_COLOUR, "a colour such as #1a1a1a"),
    "quiet": (_COLOUR, "a colour such as #555555"),
    "rule": (_COLOUR, "a colour such as #aab4c0"),
    "size": (_NUMBER, "a number of points, such as 10.8"),
    "letter_size": (_NUMBER, "a number of points, such as 11.2"),
    "floor": (_NUMBER, "the smallest size in points, such as 10"),
    "leading": (_NUMBER, "a line's height in ems, such as 1.25"),
    "margin_top": (_NUMBER, "inches, such as 0.7"),
    "margin_side": (_NUMBER, "inches, such as 0.8"),
    "margin_bottom": (_NUMBER, "inches, such as 0.7"),
    "letter_margin_side": (_NUMBER, "inches, such as 1.1"),
}
_OPTIONS = ("accent", "font", "heading_font", "size", "letter_size")
_SIZES = ("size", "letter_size")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A look: settings (fonts, sizes in pt, margins in inches, colours), and files by name, shared ones too."""

    name: str
    folder: Path
    settings: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]

    def __getitem__(self, key: str) -> str:
        """A setting by its name in `theme.yaml`."""
        return dict(self.settings)[key]

    @property
    def title(self) -> str:
        """The theme's name for people."""
        return self["title"]

    @property
    def fonts(self) -> tuple[str, ...]:
        """The font families a document of this theme is set in."""
        return tuple(dict.fromkeys((self["font"], self["heading_font"], self["fallback_font"])))


def read_theme(name: str, *, workspace: Path | None = None) -> Theme:
    """A theme's name into the theme; the workspace's own wins over the built-in one of that name.

    Raises `ChoiceError` naming the themes there are, and `InputError` with every fault of `theme.yaml`.
    """
    folder = resources.theme_folder(name, workspace=workspace) if re.fullmatch(r"[\w-]+", name) else None
    if folder is None:
        raise ChoiceError(f"there is no theme {name!r}; choose one of: {', '.join(theme_names(workspace))}")
    document = read_located((folder / "theme.yaml").read_bytes(), str(folder / "theme.yaml"))
    files = {f"{SHARED}/{file}": text for file, text in _texts(resources.templates_folder() / SHARED)}
    files |= dict(_texts(folder))
    return Theme(name=name, folder=folder, settings=_settings(document), files=tuple(sorted(files.items())))


def theme_names(workspace: Path | None = None) -> tuple[str, ...]:
    """The names of all themes, built-in and of the workspace, sorted."""
    roots = [resources.templates_folder(), *([workspace / "templates"] if workspace else [])]
    return tuple(sorted({found.parent.name for root in roots for found in root.glob("*/theme.yaml")}))


def styled(theme: Theme, style: Style) -> dict[str, str]:
    """A theme's settings with the style's options put in their place.

    Raises `ChoiceError` for an option the theme has not, a value of the wrong form, a size below its floor.
    """
    settings = dict(theme.settings)
    for key, value in style.options:
        if key not in _OPTIONS:
            raise ChoiceError(f"a theme has no option {key!r}; there are: {', '.join(_OPTIONS)}")
        if not re.fullmatch(_FORMS[key][0], value):
            raise ChoiceError(f"theme.{key} is {value!r}; write {_FORMS[key][1]}")
        if key in _SIZES and float(value) < float(settings["floor"]):
            raise ChoiceError(f"theme.{key} is {value} pt; the theme's floor is {settings['floor']} pt")
        settings[key] = value
    return settings


def _texts(folder: Path) -> list[tuple[str, str]]:
    found = sorted((*folder.glob("*.j2"), *folder.glob("*.css")))
    for path in found:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise fault(str(path), "this link leads out of the theme's folder", "put the file itself there")
    try:
        return [(path.name, path.read_text(encoding="utf-8")) for path in found]
    except (OSError, UnicodeDecodeError) as error:
        raise fault(str(folder), f"a template cannot be read: {error}", "save templates as UTF-8 text") from error


def _settings(document: Document) -> tuple[tuple[str, str], ...]:
    if not isinstance(document.root, Mapping):
        raise fault(document.file, "a theme is a list of settings", "write `title: …` and so on")
    faults = list(document.faults)
    for pair in document.root.pairs:
        faults += _wrong(document, pair)
    held = {pair.key.text for pair in document.root.pairs}
    missing = [key for key in _FORMS if key not in held]
    if missing:
        faults.append(Fault(file=document.file, problem=f"settings are missing: {', '.join(missing)}"))
    if faults:
        raise InputError(faults)
    pairs = ((pair.key.text, pair.value) for pair in document.root.pairs)
    return tuple((key, value.text) for key, value in pairs if isinstance(value, Scalar))


def _wrong(document: Document, pair: Pair) -> list[Fault]:
    if pair.key.text not in _FORMS:
        import difflib  # noqa: PLC0415 - only faults need it

        near = difflib.get_close_matches(pair.key.text, _FORMS, n=1)
        meant = f"did you mean {near[0]}?" if near else f"settings are: {', '.join(_FORMS)}"
        return [_at(document, pair.key.place, f"a theme has no setting {pair.key.text!r}", meant)]
    form, wanted = _FORMS[pair.key.text]
    if not isinstance(pair.value, Scalar) or not re.fullmatch(form, pair.value.text):
        return [_at(document, pair.value.place, f"this is no value for {pair.key.text}", f"write {wanted}")]
    return []


def _at(document: Document, place: Place, problem: str, remedy: str) -> Fault:
    index = place.line - document.first_line
    return Fault(
        file=document.file,
        line=place.line,
        column=place.column,
        problem=problem,
        remedy=remedy,
        excerpt=document.lines[index] if 0 <= index < len(document.lines) else "",
    )
