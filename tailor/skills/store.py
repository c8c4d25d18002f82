"""The compiled lexicon in a cache folder: plain JSON, named by a hash of all it was made from."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tailor.model.skills import Skill
from tailor.skills.lexicon import Concept, Lexicon


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
    path = folder / f"lexicon-{name}.json"
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
        return _from_plain(json.loads(body))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(path: Path, lexicon: Lexicon) -> None:
    """Write under a temporary name, then rename: another process sees the whole file or none."""
    body = json.dumps(_to_plain(lexicon), ensure_ascii=False, separators=(",", ":"))
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


def _to_plain(lexicon: Lexicon) -> dict[str, Any]:
    return {
        "concepts": [_concept_to_plain(concept) for concept in lexicon.concepts],
        "forms": lexicon.forms,
        "blocked": lexicon.blocked,
        "whole": lexicon.whole,
    }


def _concept_to_plain(concept: Concept) -> list[Any]:
    skill = concept.skill
    blocks = [sorted(concept.not_before), sorted(concept.not_after)]
    return [
        skill.id,
        skill.name,
        skill.kind,
        skill.broader,
        skill.implies,
        *blocks,
        concept.label,
    ]


def _from_plain(plain: dict[str, Any]) -> Lexicon:
    return Lexicon(
        concepts=tuple(_concept_from_plain(*parts) for parts in plain["concepts"]),
        forms=plain["forms"],
        blocked=tuple(plain["blocked"]),
        whole=tuple(plain["whole"]),
    )


def _concept_from_plain(id_: str, name: str, kind: str, *rest: Any) -> Concept:  # noqa: ANN401 - plain JSON
    broader, implies, not_before, not_after, label = rest
    return Concept(
        skill=Skill(id=id_, name=name, kind=kind, broader=tuple(broader), implies=tuple(implies)),
        not_before=frozenset(not_before),
        not_after=frozenset(not_after),
        label=label,
    )
