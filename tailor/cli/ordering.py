"""Words of the command line into orders: which posting for which profile, in which look, to which folder."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

from tailor import resources
from tailor.batch import Order, Person
from tailor.cli.context import Desk, read_profile_file
from tailor.cli.output import say
from tailor.errors import ChoiceError, InputError
from tailor.model.document import DocumentKind, Format
from tailor.model.profile import Profile
from tailor.tailoring import EVERYTHING, FORMATS_OF, USUAL_FORMATS, asked_language
from tailor.workspace import manifest
from tailor.workspace.drafts import edited_draft
from tailor.workspace.folders import check_out, near
from tailor.workspace.placing import folders_for, inputs_of
from tailor.workspace.sources import Source

_NAMED = 3
"""Postings of one fault that a message names; of more, it counts the rest."""

_NAMES: dict[DocumentKind, str] = {
    "resume": "a resume",
    "letter": "a letter",
    "gaps": "a gap report",
    "email": "a short letter",
}
"""What messages call a document."""


def orders_from(
    desk: Desk, postings: Sequence[Path], words: dict[str, Any], *, kinds: Sequence[DocumentKind] = EVERYTHING
) -> tuple[list[Order], int]:
    """The postings named, or all, as orders; what cannot be ordered is said, and asks for the exit code.

    `words` are the command line's: profile, out, formats, combined, as_of, and the options of the look.
    """
    gathered = desk.sources(postings)
    for fault in gathered.faults:
        say(str(fault))
    code = 1 if gathered.faults else 0
    people, unclear = _people(desk, gathered.sources, words.get("profile"))
    for message, labels in unclear.items():
        say(f"{_some(labels)}: {message}")
        code = ChoiceError.exit_code
    out = out_folder(desk, words.get("out"))
    sources = [source for source, _ in people]
    folders = folders_for(sources, [path for _, path in people], out)
    formats = formats_from(desk, words.get("formats"), kinds)
    if words.get("combined") and "pdf" not in formats:
        raise ChoiceError("--combined makes one PDF of letter and resume (ask for pdf in --format, too)")
    extra = extra_inputs(desk)
    orders = [
        Order(
            source=source,
            profile=path,
            wish=desk.wish(words, as_of=words.get("as_of"), kept=_first_made(folder)),
            formats=formats,
            kinds=tuple(kinds),
            folder=folder,
            inputs=inputs_of(source, path, root=desk.root, extra=extra),
            draft=edited_draft(folder) if "letter" in kinds else None,
        )
        for (source, path), folder in zip(people, folders, strict=True)
    ]
    return orders, code


def profiles_of(orders: Iterable[Order]) -> tuple[dict[Person, Profile], int]:
    """The profiles of orders by file and language; one that cannot be read is told and asks for the exit code."""
    profiles, code = {}, 0
    for person, order in {order.person: order for order in orders}.items():
        try:
            lang = asked_language(order.source.record, order.wish)
            profiles[person] = read_profile_file(order.profile, lang=lang)
        except (ChoiceError, InputError) as error:
            say(str(error))
            code = max(code, error.exit_code)
    return profiles, code


def out_folder(desk: Desk, out: Path | None) -> Path:
    """Where output goes: as asked, else the workspace's `out/`, else `out/` here; MachineError if it cannot."""
    folder = out or near(desk.root / "out" if desk.root else Path("out"))
    check_out(folder)
    return folder


def formats_from(desk: Desk, formats: str | None, kinds: Sequence[DocumentKind]) -> tuple[Format, ...]:
    """The formats asked for, else those of the settings that these kinds of documents come in, else the usual.

    ChoiceError names those there are for one that is asked for and is none, or none of these documents'. What
    comes as HTML where others come as PDF may be asked for as PDF.
    """
    known = get_args(Format)
    fitting = {"pdf", *(form for kind in kinds for form in FORMATS_OF[kind])}
    if not formats:
        return tuple(form for form in known if form in desk.settings.formats and form in fitting) or USUAL_FORMATS
    asked = [word.strip().lower() for word in formats.split(",")]
    for word in asked:
        if word not in known:
            raise ChoiceError(f"there is no format {word!r} (choose from {', '.join(known)})")
        if word not in fitting:
            choices = ", ".join(form for form in known if form in fitting)
            raise ChoiceError(f"{_NAMES[kinds[0]]} has no {word} (choose from {choices})")
    return tuple(form for form in known if form in asked)


def extra_inputs(desk: Desk) -> dict[str, bytes]:
    """The workspace's other files that every application depends on: own skills, own themes.

    Settings are none: what they wish for stands among the options.
    """
    if desk.root is None:
        return {}
    found = {path.name: path.read_bytes() for path in desk.tools.extra}
    themes = desk.root / "templates"
    if themes.is_dir() and themes.resolve() != resources.templates_folder().resolve():
        found["templates"] = manifest.tree_digest([themes]).encode()
    return found


def _people(
    desk: Desk, sources: Sequence[Source], asked: str | None
) -> tuple[list[tuple[Source, Path]], dict[str, list[str]]]:
    """Each source with the profile it is for; for the others, the labels by why it is unclear."""
    people: list[tuple[Source, Path]] = []
    unclear: dict[str, list[str]] = {}
    for source in sources:
        try:
            people.append((source, desk.profile_path(source, asked)))
        except ChoiceError as error:
            if asked:
                raise
            unclear.setdefault(str(error), []).append(source.label)
    return people, unclear


def _some(labels: Sequence[str]) -> str:
    more = f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else ""
    return ", ".join(labels[:_NAMED]) + more


def _first_made(folder: Path) -> str:
    """The date of an application's first build, which its documents keep."""
    return str(manifest.read_manifest(folder).get("made", ""))
