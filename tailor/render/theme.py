"""Themes: a folder's `theme.yaml`, templates and style sheet into one frozen value."""

import re
from dataclasses import dataclass
from pathlib import Path

from tailor import resources
from tailor.errors import ChoiceError, InputError, fault
from tailor.located import Document, read_located
from tailor.model.document import Style
from tailor.render.theme_settings import chosen, extended, read_settings

SHARED = "shared"
"""The folder of what themes share; it is no theme itself."""

_CSS = "theme.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A look: settings (fonts, sizes in pt, margins in inches, colours), and files by name, shared ones too.

    A theme that `extends` another has the files of both, and `paths` tells where each lies. The other's stand
    under its name, too (`classic/resume.html.j2`), its style sheet under that alone.
    """

    name: str
    folder: Path
    settings: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]
    paths: tuple[tuple[str, Path], ...]
    extends: str = ""

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

    @property
    def styles(self) -> tuple[str, ...]:
        """Its style sheets in their order: what is shared, what it extends, its own."""
        known = dict(self.files)
        return tuple(name for name in (f"{SHARED}/page.css", f"{self.extends}/{_CSS}", _CSS) if name in known)

    def path(self, file: str) -> Path:
        """Where one of its files lies, or would lie."""
        return dict(self.paths).get(file, self.folder / file)


def read_theme(name: str, *, workspace: Path | None = None) -> Theme:
    """A theme's name into the theme; the workspace's own wins over the built-in one of that name.

    Raises `ChoiceError` naming the themes there are, and `InputError` with every fault of `theme.yaml`.
    """
    folder = resources.theme_folder(name, workspace=workspace) if re.fullmatch(r"[\w-]+", name) else None
    if folder is None:
        raise ChoiceError(f"there is no theme {name!r}; choose one of: {', '.join(theme_names(workspace))}")
    return _read(name, folder)


def theme_names(workspace: Path | None = None) -> tuple[str, ...]:
    """The names of all themes, built-in and of the workspace, sorted."""
    roots = [resources.templates_folder(), *([workspace / "templates"] if workspace else [])]
    return tuple(sorted({found.parent.name for root in roots for found in root.glob("*/theme.yaml")}))


def styled(theme: Theme, style: Style) -> dict[str, str]:
    """A theme's settings with the style's options put in their place.

    Raises `ChoiceError` for an option the theme has not, a value of the wrong form, a size below its floor.
    """
    return chosen(dict(theme.settings), style.options)


def _read(name: str, folder: Path) -> Theme:
    document = read_located((folder / "theme.yaml").read_bytes(), str(folder / "theme.yaml"))
    basis = _basis(document, folder)
    paths = _taken_over(basis) if basis else _sources(resources.templates_folder() / SHARED, f"{SHARED}/")
    paths |= _sources(folder)
    return Theme(
        name=name,
        folder=folder,
        settings=tuple(read_settings(document, dict(basis.settings) if basis else {}).items()),
        files=tuple(sorted((file, _text(path)) for file, path in paths.items())),
        paths=tuple(paths.items()),
        extends=basis.name if basis else "",
    )


def _basis(document: Document, folder: Path) -> Theme | None:
    """The built-in theme that a theme extends."""
    named = extended(document)
    if named is None:
        return None
    roots = {path.parent.name: path.parent for path in resources.templates_folder().glob("*/theme.yaml")}
    known = sorted(name for name, root in roots.items() if root != folder and not _extends(root))
    if named.text not in known:
        problem = f"there is no built-in theme {named.text!r} to extend"
        raise InputError([document.fault(named.place, problem, f"choose one of: {', '.join(known)}")])
    return _read(named.text, roots[named.text])


def _taken_over(basis: Theme) -> dict[str, Path]:
    """The files of the theme that is extended, as those of the one that extends it."""
    files = dict(basis.paths)
    own = {f"{basis.name}/{path.name}": path for path in files.values() if path.parent == basis.folder}
    return {file: path for file, path in files.items() if file != _CSS} | own


def _extends(folder: Path) -> bool:
    file = folder / "theme.yaml"
    return extended(read_located(file.read_bytes(), str(file))) is not None


def _sources(folder: Path, prefix: str = "") -> dict[str, Path]:
    """A folder's templates and style sheets by name; InputError for a link that leads out of it."""
    found = sorted((*folder.glob("*.j2"), *folder.glob("*.css")))
    for path in found:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise fault(str(path), "this link leads out of the theme's folder", "put the file itself there")
    return {f"{prefix}{path.name}": path for path in found}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise fault(str(path), f"a template cannot be read: {error}", "save templates as UTF-8 text") from error
