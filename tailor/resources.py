"""Where themes, kinds, word lists and samples are, in a checkout and in an installed wheel."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent
_TAG = re.compile(r"(?P<language>[A-Za-z]{2})(?:[-_](?P<region>[A-Za-z]{2}))?")


def language_folder(language: str) -> Path:
    """The folder of one language's word lists, labels and patterns: `tailor/languages/CODE`."""
    return _PACKAGE / "languages" / language


def languages() -> tuple[str, ...]:
    """The codes of all languages there are word lists for, sorted."""
    return tuple(sorted(path.name for path in (_PACKAGE / "languages").iterdir() if path.is_dir()))


@cache
def document_languages() -> Mapping[str, tuple[str, ...]]:
    """The codes of the languages that documents can be written in, each with its names, the English one first."""
    known = [code for code in languages() if (language_folder(code) / "labels.yaml").is_file()]
    return {code: tuple(language_data(code, "labels.yaml")["names"]) for code in known}


def language_tag(text: str) -> str:
    """A language of documents as people write it into its tag: "en_gb" gives "en-GB"; empty where it is none."""
    matched = _TAG.fullmatch(text.strip())
    if matched is None or matched["language"].lower() not in document_languages():
        return ""
    code, region = matched["language"].lower(), matched["region"]
    return f"{code}-{region.upper()}" if region else code


def called_language(text: str) -> str:
    """The code of the language of documents that a name means ("german", "Deutsch", "ger"); empty if none."""
    called = text.strip().casefold()
    return next((code for code, names in document_languages().items() if called in map(str.casefold, names)), "")


def no_language(text: str) -> str:
    """What to say of a language that documents are not written in, with those there are."""
    near = called_language(text)
    meant = f"did you mean {near}?" if near else f"choose one of: {', '.join(document_languages())}"
    return f"documents cannot be written in {text!r} ({meant})"


def has_letters(lang: str) -> bool:
    """Whether letters can be drafted in a language, "en" as "en-GB": its folder holds their patterns."""
    return (language_folder(lang.partition("-")[0]) / "letter.yaml").is_file()


def lexicon_files(language: str) -> tuple[Path, ...]:
    """The lexicon's YAML files of one language, sorted by name."""
    return tuple(sorted((language_folder(language) / "lexicon").glob("*.yaml")))


def evidence_names(language: str) -> tuple[str, ...]:
    """The names of one language's files of evidence patterns, as `language_data` takes them, sorted."""
    folder = language_folder(language) / "evidence"
    return tuple(f"evidence/{path.name}" for path in sorted(folder.glob("*.yaml")))


@cache
def language_data(language: str, name: str) -> Any:  # noqa: ANN401 - the shape is each file's own
    """The parsed YAML of `tailor/languages/LANGUAGE/NAME`; callers must not change it."""
    return _loaded(language_folder(language) / name)


def kind_names() -> tuple[str, ...]:
    """The names of all document kinds there are, sorted."""
    return tuple(sorted(path.stem for path in (_PACKAGE / "kinds").glob("*.yaml")))


@cache
def kind_data(name: str) -> Any:  # noqa: ANN401 - the shape is the file's own
    """The parsed YAML of the document kind NAME; callers must not change it."""
    return _loaded(_PACKAGE / "kinds" / f"{name}.yaml")


@cache
def templates_folder() -> Path:
    """The built-in themes: inside the package in a wheel, beside it in a checkout."""
    return _beside("templates", _PACKAGE / "templates")


@cache
def samples_folder() -> Path:
    """The folder that holds the sample `profiles/` and `postings/`."""
    inside = _PACKAGE / "samples"
    return inside if inside.is_dir() else _PACKAGE.parent


def theme_folder(name: str, *, workspace: Path | None = None) -> Path | None:
    """The folder of a theme; the user's own in `workspace/templates` wins over the built-in one."""
    roots = [workspace / "templates"] if workspace else []
    for root in [*roots, templates_folder()]:
        if name and (root / name / "theme.yaml").is_file():
            return root / name
    return None


def _beside(name: str, inside: Path) -> Path:
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _loaded(path: Path) -> Any:  # noqa: ANN401 - the shape is each file's own
    import yaml  # noqa: PLC0415 - heavy imports late

    text = path.read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader
