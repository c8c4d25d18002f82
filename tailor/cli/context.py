"""What the commands start from: the workspace, its settings, postings as sources, profiles."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tailor.cli.options import cache_folder, check_pages, clock_today, theme_settings, today_from
from tailor.cli.output import say
from tailor.errors import ChoiceError, InputError
from tailor.model.profile import Profile
from tailor.tailoring import Subject, Tools, Wish, asked_language
from tailor.workspace.folders import Workspace, choose_profile, find_workspace, here, near, no_postings, read_input
from tailor.workspace.settings import Settings, read_settings
from tailor.workspace.sources import Gathered, Source, gather, read_source

STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where a command works: the workspace it stands in, if any, its settings, and the tools."""

    workspace: Workspace | None
    settings: Settings
    tools: Tools

    @classmethod
    def here(cls) -> "Desk":
        """The desk of the current folder."""
        return cls.of(find_workspace(here()))

    @classmethod
    def of(cls, workspace: Workspace | None) -> "Desk":
        """The desk of a workspace, or one without."""
        root = workspace.root if workspace else None
        own = root / "skills.yaml" if root else None
        extra = (near(own),) if own and own.is_file() else ()
        tools = Tools(cache=cache_folder(), extra=extra, fonts=workspace.fonts if workspace else None)
        return cls(workspace=workspace, settings=read_settings(root), tools=tools)

    @property
    def root(self) -> Path | None:
        """The workspace's folder."""
        return self.workspace.root if self.workspace else None

    def sources(self, postings: Sequence[Path]) -> Gathered:
        """The postings named, or all of the workspace, as sources and faults; InputError when there is none."""
        found = self.workspace.postings if self.workspace else ()
        if not postings and not found:
            raise no_postings(self.workspace)
        if STANDARD_INPUT in postings:
            return _with_standard_input(postings)
        return gather(postings, beside=found) if postings else gather(found)

    def other_postings(self, path: Path) -> dict[str, str]:
        """The texts of the workspace's other postings by name, those that cannot be read left out."""
        if self.workspace is None:
            return {}
        others = [other for other in self.workspace.postings if other.resolve() != path.resolve()]
        return {source.label: source.page.text for source in gather(others).sources}

    def source(self, posting: Path) -> Source:
        """The one posting of a command that takes one; InputError if the file holds none or several."""
        gathered = self.sources([posting])
        if gathered.faults:
            raise InputError(gathered.faults)
        if len(gathered.sources) != 1:
            raise ChoiceError(
                f"{posting} holds {len(gathered.sources)} postings (split the file, or use `tailor gaps`)"
            )
        return gathered.sources[0]

    def profile_path(self, source: Source | None, asked: str | None) -> Path:
        """The profile's file for a posting: asked for, the record's, the settings', or the only one."""
        recorded = source.record.profile if source and source.record else None
        return choose_profile(self.workspace, asked=asked, recorded=recorded, usual=self.settings.profile)

    def subject(self, source: Source, asked: str | None, wish: Wish) -> Subject:
        """A source with the profile that it is for, in the language of its documents."""
        path, lang = self.profile_path(source, asked), asked_language(source.record, wish)
        profile = read_profile_file(path, lang=lang)
        return Subject.of(source.page, source.reading, source.record, profile)

    def wish(self, look: dict[str, Any], *, as_of: str | None, kept: str | None = None) -> Wish:
        """The wish that options, settings and the date of a first build add up to."""
        settings = self.settings
        return Wish(
            today=_today(as_of, kept),
            theme=look.get("theme") or settings.theme,
            kind=look.get("kind") or settings.kind,
            paper=look.get("paper") or settings.paper,
            pages=check_pages(look.get("pages")) or settings.pages,
            lang=look.get("lang") or settings.lang,
            options=theme_settings(look.get("settings") or ()),
            include=tuple(look.get("include") or ()),
            exclude=tuple(look.get("exclude") or ()),
            combined=settings.combined if look.get("combined") is None else bool(look["combined"]),
            check=not look.get("no_check"),
            variant=look.get("variant") or 0,
            workspace=self.root,
        )


def read_profile_file(path: Path, name: str | None = None, *, lang: str | None = None) -> Profile:
    """A profile's file into the profile in a language, by default its own; InputError with every fault.

    `name` is what messages call the file.
    """
    from tailor.profile import read_profile  # noqa: PLC0415 - heavy imports late

    return read_profile(read_input(path, "profile"), name or str(path), lang=lang)


def standard_input() -> bytes:
    """The bytes of standard input, to its end; someone who types is told that we wait."""
    if sys.stdin.isatty():
        say("paste the posting, then end with Ctrl-D on a line of its own (Windows: Ctrl-Z and Enter)")
    return sys.stdin.buffer.read()


def _today(as_of: str | None, kept: str | None) -> date:
    if asked := today_from(as_of):
        return asked
    try:
        return date.fromisoformat(kept or "")
    except ValueError:
        return clock_today()


def _with_standard_input(postings: Sequence[Path]) -> Gathered:
    sources: list[Source] = []
    faults = []
    for path in postings:
        data = standard_input() if path == STANDARD_INPUT else None
        try:
            name = Path("standard-input") if path == STANDARD_INPUT else path
            sources += read_source(name, data)
        except InputError as error:
            faults += list(error.faults)
    return Gathered(sources=tuple(sources), faults=tuple(faults))
