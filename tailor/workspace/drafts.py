"""The letter's draft in an application's folder: whether the person edited it, and what stands beside it then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tailor.model.document import Document
from tailor.model.letter import Draft
from tailor.workspace import manifest
from tailor.workspace.folders import near
from tailor.workspace.manifest import DIFF, DRAFT
from tailor.workspace.writing import digest, read_bytes

_NEW = "letter.new.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a folder's draft means for the documents that go there: those to write, those of earlier to remove.

    `told` is what the manifest keeps of it.
    """

    documents: tuple[Document, ...]
    gone: tuple[str, ...]
    told: Mapping[str, Any]


def edited_draft(folder: Path) -> Draft | None:
    """The draft in a folder if the person edited it: any file of that name whose bytes we did not write."""
    path = folder / DRAFT
    if not path.is_file():
        return None
    content, kept = read_bytes(path), manifest.read_manifest(folder)
    if digest(content) in manifest.ours(kept).get(DRAFT, ()):
        return None
    return Draft(file=str(near(path)), content=content, base=str(manifest.draft_told(kept).get("base") or ""))


def settle(folder: Path, kept: Mapping[str, Any], documents: Sequence[Document]) -> Settled:
    """Documents, the draft perhaps among them, into what is written where the person's own may stand.

    Beside an edited draft a new one is written when it is another than the one that was edited, with the
    comparison of both; once the person took it away, it comes back only when it says something else.
    """
    told = manifest.draft_told(kept)
    new = next((each for each in documents if each.name == DRAFT), None)
    if new is None:
        return Settled(documents=tuple(documents), gone=(), told=told)
    draft, sha = edited_draft(folder), digest(new.content)
    text = new.content.decode()
    others = tuple(each for each in documents if each is not new)
    if draft is None or draft.content == new.content:
        return Settled(documents=tuple(documents), gone=(DIFF,), told={"generated": sha, "base": text})
    now = {"generated": sha, "base": draft.base}
    if text == draft.base:
        return Settled(documents=others, gone=(_NEW, DIFF), told=now)
    if told.get("generated") == sha and not (folder / _NEW).exists():
        return Settled(documents=others, gone=(DIFF,), told=now)
    diff = _comparison(draft, text)
    return Settled(documents=(*documents, diff), gone=(), told={**now, "diff": digest(diff.content)})


def _comparison(draft: Draft, new: str) -> Document:
    from tailor.draft import differences  # noqa: PLC0415 - only where a draft was edited

    yours = draft.content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    said = differences(yours, new, base=draft.base, names=(DRAFT, _NEW))
    return Document(kind="letter", format="txt", name=DIFF, content=said.encode())
