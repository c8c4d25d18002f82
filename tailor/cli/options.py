"""Options that commands share, and what the environment says."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from tailor.errors import ChoiceError
from tailor.resources import kind_names

Command = Callable[..., Any]

POSTINGS = click.argument("postings", nargs=-1, metavar="[POSTING]...", type=click.Path(path_type=Path))
PROFILE = click.option("--profile", metavar="NAME|FILE", help="Whose profile: a name in profiles/ or a file.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object per line, for programs.")
AS_OF = click.option(
    "--as-of",
    metavar="DATE",
    help="The date of the documents, as 2026-03-09 [default: the first build's, then today].",
)

NO_CHECK = click.option(
    "--no-check", is_flag=True, help="Write a PDF although software that reads it loses lines of it."
)

VARIANT = click.option(
    "--variant",
    type=click.IntRange(0, 99),
    default=None,
    metavar="N",
    help="Another draft of the letter: 1, 2 … [default: 0].",
)

_FOLDER = click.Path(path_type=Path)
OUT = click.option("--out", type=_FOLDER, metavar="DIR", help="Where to write [default: out].")
FORMATS = click.option(
    "--format",
    "formats",
    metavar="pdf,md,...",
    help="Formats, one file each: pdf, html, md, txt, docx; json for resumes and gaps, csv for gaps "
    "[default: pdf,md,txt; with pdf, html of gaps, too].",
)

_LOOKS = (
    click.option("--theme", help="The look: a theme's name (`tailor themes`)."),
    click.option("--kind", help=f"The structure: {', '.join(kind_names())} [default: general]."),
    click.option(
        "--paper", type=click.Choice(["letter", "a4"]), help="The paper [default: by the posting's country]."
    ),
    click.option("--pages", metavar="auto|any|N", help="How many pages the resume may fill [default: auto]."),
    click.option("--lang", help="The language: en, de, fr, es, en-GB … [default: the profile's, then en]."),
    click.option("--include", multiple=True, metavar="TAG", help="Of what has tags, only what has TAG."),
    click.option("--exclude", multiple=True, metavar="TAG", help="Nothing with this tag."),
    click.option("--set", "settings", multiple=True, metavar="theme.KEY=VALUE", help="An option of the theme."),
)


def look_options(command: Command) -> Command:
    """A command with the options of how documents look."""
    for option in reversed(_LOOKS):
        command = option(command)
    return command


def document_options(command: Command) -> Command:
    """A command with what every command that makes documents takes: postings, profile, place, look, formats."""
    for option in (FORMATS, look_options, OUT, PROFILE, POSTINGS):
        command = option(command)
    return command


def today_from(as_of: str | None) -> date | None:
    """The date that the option or SOURCE_DATE_EPOCH gives, or None when neither does; raises ChoiceError."""
    if as_of:
        try:
            return date.fromisoformat(as_of)
        except ValueError:
            raise ChoiceError(f"--as-of {as_of!r} is no date (write it as 2026-03-09)") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ChoiceError(f"SOURCE_DATE_EPOCH={epoch!r} is no number of seconds since 1970") from None


def clock_today() -> date:
    """Today by the machine's clock: the one place where it is read."""
    return datetime.now().astimezone().date()


def cache_folder() -> Path | None:
    """The folder for what can be made again, by the XDG convention; None where there is no home."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        root = Path(base) if base else Path.home() / ".cache"
    except RuntimeError:
        return None
    return root / "tailor"


def theme_settings(settings: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """`theme.accent=#123456` words into pairs of a theme's option and its value; ChoiceError for others."""
    pairs = []
    for word in settings:
        name, equals, value = word.partition("=")
        if not equals or not name.startswith("theme."):
            raise ChoiceError(f"--set {word!r} is none (write --set theme.accent=#1f3b57)")
        pairs.append((name.removeprefix("theme."), value))
    return tuple(pairs)


def check_pages(pages: str | None) -> str | None:
    """The wish for pages as given, or ChoiceError when it is neither auto, any nor a number from 1."""
    from tailor.workspace.settings import are_pages  # noqa: PLC0415 - heavy imports late

    if pages is None or are_pages(pages):
        return pages
    raise ChoiceError(f"--pages {pages!r} is none (write auto, any, or a number such as 2)")
