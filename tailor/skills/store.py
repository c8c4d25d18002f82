"""The compiled lexicon in a cache folder: lines of plain JSON, named by a hash of all it was made from."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tailor.skills.lexicon import Lexicon

_TAB = "\t"


def fingerprint(parts: Iterable[bytes]) -> str:
    """A hash over all parts in order; the same parts give the same name on every machine."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:32]


def stored(folder: Path | None, name: str, build: Callable[[], Lexicon]) -> Lexicon:
    """The lexicon kept under a name, or a fresh one that is then kept.

    A file that cannot be read as one is made anew; a folder that cannot be written is passed over, as a cache
    only saves time.
    """
    if folder is None:
        return build()
    path = folder / f"lexicon-{name}.txt"
    kept = _load(path)
    if kept is None:
        kept = build()
        _keep(path, kept)
    return kept


def _load(path: Path) -> Lexicon | None:
    try:
        text = path.read_text(encoding="utf-8")
        digest, body = text.split("\n", 1)
        if digest != hashlib.sha256(body.encode()).hexdigest():
            return None
        return _from_text(body)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(path: Path, lexicon: Lexicon) -> None:
    """Write under a temporary name, then rename: another process sees the whole file or none."""
    body = _to_text(lexicon)
    text = f"{hashlib.sha256(body.encode()).hexdigest()}\n{body}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".lexicon-")
    except OSError:
        return
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)


def _to_text(lexicon: Lexicon) -> str:
    """The lexicon as lines of JSON: what belongs to no concept, the concepts, then each form with its senses.

    One value a line, as lines are told apart in a tenth of the time that parsing all of them takes; a concept or
    a form is parsed when a text first names it.
    """
    head = {"blocked": lexicon.blocked, "whole": lexicon.whole, "concepts": len(lexicon.concepts)}
    lines = [_json(head), *map(_json, lexicon.concepts)]
    lines += [f"{key}{_TAB}{_json(senses)}" for key, senses in lexicon.forms.items()]
    return "\n".join(lines)


def _from_text(body: str) -> Lexicon:
    first, *lines = body.split("\n")
    head = json.loads(first)
    count = head["concepts"]
    forms = dict(line.split(_TAB, 1) for line in lines[count:])
    return Lexicon(
        concepts=tuple(lines[:count]), forms=forms, blocked=tuple(head["blocked"]), whole=tuple(head["whole"])
    )


def _json(value: Any) -> str:  # noqa: ANN401 - plain JSON; text that is JSON already stays
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
