"""The manifest of an application: what went in, what came out, where each line is from; and what is stale."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from tailor import __version__, resources
from tailor.workspace.writing import digest

NAME = "manifest.json"

_LIBRARIES = (
    "click", "jinja2", "lxml", "numpy", "pydantic", "pypdf", "pyyaml", "rendercv-fonts", "scikit-learn",
    "scipy", "snowballstemmer", "spacy", "weasyprint",
)  # fmt: skip
"""Distributions whose version can change a byte of what is made."""


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest in an application's folder, or an empty one when there is none that can be read."""
    try:
        read = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def manifest_bytes(values: Mapping[str, Any]) -> bytes:
    """A manifest as it is written: JSON, two spaces, keys in the order given."""
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def key_of(inputs: Mapping[str, str], options: Mapping[str, str]) -> str:
    """What everything made depends on, as one digest: inputs, options, versions and the product's own files."""
    whole = {"inputs": inputs, "options": options, "versions": versions(), "product": product_digest()}
    return digest(json.dumps(whole, sort_keys=True, ensure_ascii=False).encode())


def fresh(folder: Path, key: str, kept: Mapping[str, Any]) -> bool:
    """Whether a folder holds everything its manifest lists, made from just these inputs."""
    outputs = kept.get("outputs")
    if kept.get("key") != key or not isinstance(outputs, list) or not outputs:
        return False
    return all(isinstance(output, dict) and (folder / str(output.get("name"))).is_file() for output in outputs)


def made_before(kept: Mapping[str, Any]) -> dict[str, str]:
    """File name -> SHA-256 of what was last written under it, from a manifest."""
    outputs = kept.get("outputs")
    listed = outputs if isinstance(outputs, list) else []
    return {str(output["name"]): str(output["sha256"]) for output in listed if isinstance(output, dict)}


@cache
def versions() -> dict[str, str]:
    """The versions of the product and of every library that can change a byte of what is made."""
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
