"""The manifest of an application: what went in, what came out, where each line is from; and what is stale."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tailor import __version__, resources
from tailor.workspace.writing import digest

NAME = "manifest.json"

DRAFT = "letter.md"
"""The letter's draft, in every application's folder under one name: the file that the person edits."""

DIFF = "letter.diff"
"""What differs between an edited draft and the new one beside it."""

_LIBRARIES = (
    "click", "jinja2", "lxml", "numpy", "pillow", "pydantic", "pypdfium2", "python-docx", "pyyaml",
    "rendercv-fonts", "scikit-learn", "scipy", "snowballstemmer", "spacy", "weasyprint",
)  # fmt: skip
"""Distributions whose version can change a byte of what is made."""


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest in an application's folder, or an empty one when there is none that can be read."""
    try:
        read = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def manifest_bytes(values: Mapping[str, Any]) -> bytes:
    """A manifest as it is written: JSON, two spaces, keys in the order given."""
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8", errors="replace")


def key_of(inputs: Mapping[str, str], options: Mapping[str, str]) -> str:
    """What everything made depends on, as one digest: inputs, options, versions and the product's own files.

    Of an input's path only the file's name counts, so that it does not matter from which folder it was named.
    """
    named = sorted((Path(name).name, sha) for name, sha in inputs.items())
    whole = {"inputs": named, "options": options, "versions": versions(), "product": product_digest()}
    return digest(json.dumps(whole, sort_keys=True).encode())


def output_states(folder: Path, kept: Mapping[str, Any]) -> dict[str, str]:
    """File name -> what became of an output: as made, edited (by the user), made since (alone), or missing."""
    known = ours(kept)
    states = {}
    for name, sha in made(kept).items():
        try:
            now = digest((folder / name).read_bytes())
        except OSError:
            states[name] = "missing"
        else:
            since = "made since" if now in known[name] else "edited"
            states[name] = "as made" if now == sha else since
    return states


def made(kept: Mapping[str, Any]) -> dict[str, str]:
    """File name -> SHA-256 of every output of the last whole build."""
    outputs = kept.get("outputs")
    listed = [each for each in outputs if isinstance(each, dict)] if isinstance(outputs, list) else []
    pairs = ((str(each.get("name")), str(each.get("sha256"))) for each in listed)
    return {name: sha for name, sha in pairs if _plain(name)}


def draft_told(kept: Mapping[str, Any]) -> dict[str, Any]:
    """What a manifest tells of the letter's draft.

    `edited` is the SHA-256 of the edited draft that the last whole build's letter was made from, empty where that
    was the generated one; `generated` and `diff` are those of the last draft generated and the comparison with it,
    `base` is the text of the draft that the person edited, as it was generated.
    """
    told = kept.get("letter_draft")
    return told if isinstance(told, dict) else {}


def ours(kept: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """File name -> SHA-256 of everything that we may have written under it since the last whole build."""
    since = kept.get("ours")
    known = {name: {sha} for name, sha in made(kept).items()}
    for name, shas in (since if isinstance(since, dict) else {}).items():
        if _plain(name) and isinstance(shas, list):
            known.setdefault(name, set()).update(map(str, shas))
    told = draft_told(kept)
    if told:
        known.setdefault(DRAFT, set()).update((digest(str(told.get("base")).encode()), str(told.get("generated"))))
    if told.get("diff"):
        known[DIFF] = {str(told["diff"])}
    return {name: frozenset(shas) for name, shas in known.items()}


@cache
def versions() -> dict[str, str]:
    """The versions of the product and of every library that can change a byte of what is made."""
    from importlib import metadata  # noqa: PLC0415 - `tailor parse` needs no versions

    found = {"tailor": __version__}
    for name in _LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "missing"
    return found


@cache
def product_digest() -> str:
    """One digest over the product's own code and data files, themes included."""
    package = Path(resources.__file__).parent
    roots = (
        [package]
        if resources.templates_folder().is_relative_to(package)
        else [package, resources.templates_folder()]
    )
    return tree_digest(roots)


def tree_digest(roots: Iterable[Path]) -> str:
    """One digest over all files under some folders: their relative names and bytes."""
    whole = hashlib.sha256()
    for root in roots:
        for path in sorted(path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
            whole.update(
                path.relative_to(root).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest()
            )
    return whole.hexdigest()


def _plain(name: str) -> bool:
    """Whether this is a file's bare name: a manifest that someone changed must not lead out of its folder."""
    return bool(name) and Path(name).name == name
