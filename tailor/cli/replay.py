"""A manifest played again: the same order from the same inputs, and its bytes compared with what is there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from tailor.batch import BUG, Order, make_one
from tailor.cli.bugs import bug_message
from tailor.cli.context import Desk, read_profile_file
from tailor.cli.ordering import extra_inputs
from tailor.errors import CheckError, InputError, MachineError, fault
from tailor.model.document import Format
from tailor.model.letter import Draft
from tailor.tailoring import EVERYTHING, asked_language, lacking_for_pdf, wish_of
from tailor.workspace import manifest
from tailor.workspace.drafts import edited_draft
from tailor.workspace.folders import find_workspace, here
from tailor.workspace.placing import inputs_of
from tailor.workspace.sources import read_source
from tailor.workspace.writing import digest

States = Sequence[tuple[str, str]]
"""State and name of each file of an application."""

_TOLD = {"edited": "edited by you", "missing": "missing", "made since": "made alone since"}


class Replay:
    """Plays manifests again, with one set of tools for each workspace."""

    def __init__(self) -> None:
        """Start at the desk of the current folder."""
        self.desk = Desk.here()
        self._desks: dict[Path | None, Desk] = {self.desk.root: self.desk}

    def states(self, folder: Path) -> tuple[list[str], States]:
        """An application's folder into notes for the person, and the state of each file."""
        kept = manifest.read_manifest(folder)
        desk = self._desk(folder)
        states = manifest.output_states(folder, kept)
        changed = list(_changed(kept, desk))
        if changed:
            note = f"inputs changed since: {', '.join(changed)}"
            return [note], [(_TOLD.get(state, "inputs changed"), name) for name, state in states.items()]
        draft = edited_draft(folder)
        is_other = str(manifest.draft_told(kept).get("edited") or "") != (digest(draft.content) if draft else "")
        again = _made_again(folder, kept, desk, None if is_other else draft)
        loose = _letters(kept) if is_other else ()
        told = [
            (_state(states[name], again.get(name) == sha, is_loose=name in loose), name)
            for name, sha in manifest.made(kept).items()
        ]
        notes = [f"{manifest.DRAFT} was edited since; `tailor build` makes the letter from it"] if loose else []
        return [*notes, *_other_versions(kept)], told

    def _desk(self, folder: Path) -> Desk:
        """The desk of the workspace that a folder is in, else of the current one."""
        workspace = find_workspace(folder.resolve()) or self.desk.workspace
        root = workspace.root if workspace else None
        if root not in self._desks:
            self._desks[root] = Desk.of(workspace)
        return self._desks[root]


def _changed(kept: Mapping[str, Any], desk: Desk) -> list[str]:
    """The inputs that are not as the manifest tells them."""
    others = {name: digest(content) for name, content in extra_inputs(desk).items()}
    changed = [f"{name} is new" for name in others if name not in kept["inputs"]]
    for name, sha in kept["inputs"].items():
        path = _located(name, desk)
        now = others.get(name) or (digest(path.read_bytes()) if path.is_file() else "")
        if now != sha:
            changed.append(name if now else f"{name} is gone")
    return changed


def _state(state: str, same: bool, *, is_loose: bool) -> str:  # noqa: FBT001 - the answer that is told
    """What is told of a file: whether it comes out the same, unless it was made from another draft."""
    if is_loose:
        return _TOLD.get(state, "draft edited since")
    return _TOLD.get(state, "same") if same else "differs"


def _letters(kept: Mapping[str, Any]) -> frozenset[str]:
    """The files that are made from the letter's draft; the draft itself is not."""
    named = {str(each.get("name")): each.get("kind") for each in kept["outputs"] if isinstance(each, dict)}
    return frozenset(name for name in named if named[name] in ("letter", "application")) - {manifest.DRAFT}


def _made_again(folder: Path, kept: Mapping[str, Any], desk: Desk, draft: Draft | None) -> dict[str, str]:
    """File name -> SHA-256 of everything that a manifest's order makes now."""
    order = replace(_order(folder, kept, desk), draft=draft)
    if (lacking := lacking_for_pdf()) and any(name.endswith(".pdf") for name in manifest.made(kept)):
        raise MachineError(lacking)
    lang = asked_language(order.source.record, order.wish)
    profile = read_profile_file(order.profile, kept["read"]["profile_named"], lang=lang)
    outcome = make_one(order, profile, desk.tools)
    if failure := outcome.failure:
        message = bug_message(failure.message, failure.trace) if failure.code == BUG else failure.message
        raise CheckError(f"{folder}: cannot be made again: {message}")
    return {each.name: digest(each.content) for each in (outcome.made.documents if outcome.made else ())}


def _order(folder: Path, kept: Mapping[str, Any], desk: Desk) -> Order:
    """The order that a manifest tells of; InputError when it does not tell enough."""
    try:
        read, options = kept["read"], kept["options"]
        path = _located(read["posting"], desk)
        source = next(
            each for each in read_source(path, name=read["posting_named"]) if each.number == read["number"]
        )
        profile = _located(read["profile"], desk)
        wish = wish_of(options, desk.root)
        formats = tuple(each for each in get_args(Format) if each in options["formats"].split(","))
    except InputError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, StopIteration) as error:
        problem = f"this manifest cannot be played again ({type(error).__name__}: {error})"
        raise fault(str(folder / manifest.NAME), problem, "run `tailor build` again") from None
    inputs = inputs_of(source, profile, root=desk.root, extra=extra_inputs(desk))
    return Order(
        source=source, profile=profile, wish=wish, formats=formats, kinds=EVERYTHING, folder=folder, inputs=inputs
    )


def _located(name: str, desk: Desk) -> Path:
    """The file that a manifest's input name means: below the workspace, else from here."""
    inside = (desk.root or here()) / name
    return inside if inside.exists() else Path(name)


def _other_versions(kept: Mapping[str, Any]) -> list[str]:
    """What of the product has changed since a manifest was written, as notes."""
    before, now = kept.get("versions", {}), manifest.versions()
    changed = [
        f"{name} {before.get(name, 'none')} -> {now[name]}" for name in now if before.get(name) != now[name]
    ]
    if not changed and kept.get("product") != manifest.product_digest():
        changed = ["tailor's own files"]
    return [f"made with other versions: {', '.join(changed)}"] if changed else []
