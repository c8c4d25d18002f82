"""The command that shows which skills are found: skills."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_JSON
from tailor.cli.output import tell, tell_json
from tailor.cli.reading import each_source

if TYPE_CHECKING:
    from tailor.model.posting import Posting
    from tailor.skills import SkillFinder

_LONGEST_QUOTE = 60


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE...]", type=click.Path(path_type=Path))
@click.option("--lines", is_flag=True, help="One result per line of a text; headings above a line count.")
@click.option("--unknown", is_flag=True, help="What looks like a skill and is in no list, for your skills.yaml.")
@click.option("--aliases", is_flag=True, help="Every form that is known with the name of its skill, as JSON.")
@click.option("--rules", is_flag=True, help="With --lines: rules and lists alone, without the trained part.")
@AS_JSON
def skills(files: tuple[Path, ...], **asked: Any) -> None:  # noqa: ANN401 - the options, by their names
    """Show the skills that postings name, or with --lines the skills of each line of some text."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late

    if bool(files) == asked["aliases"]:
        raise click.UsageError("name the files to read, or --aliases alone")
    finder = Desk.here().tools.finder(trained=not asked["rules"])
    if asked["aliases"]:
        tell(json.dumps(dict(finder.aliases()), ensure_ascii=False, indent=0, sort_keys=True))
    elif asked["lines"]:
        _of_lines(files, finder, as_json=asked["as_json"])
    else:
        _of_postings(files, finder, asked)


def _of_lines(files: Sequence[Path], finder: "SkillFinder", *, as_json: bool) -> None:
    from tailor.cli.contracts import mentions_contract  # noqa: PLC0415 - heavy imports late

    for path in files:
        for mentions in finder.find_lines(_lines(path), "line"):
            if as_json:
                tell_json(mentions_contract(mentions))
            else:
                tell(", ".join(f"{each.skill.name} ({each.skill.kind})" for each in mentions) or "-")


def _of_postings(files: Sequence[Path], finder: "SkillFinder", asked: dict[str, Any]) -> None:
    from tailor.requirements import build_posting  # noqa: PLC0415 - heavy imports late

    unknown: dict[str, list[str]] = {}
    unread: list[Path] = []
    for path, source in each_source(files, unread, as_json=asked["as_json"]):
        posting = build_posting(source.page, source.reading, finder.find, record=source.record)
        if asked["unknown"]:
            _gather(posting, unknown)
        else:
            _tell_known(posting, path, source.label, as_json=asked["as_json"])
    if asked["unknown"]:
        _tell_unknown(unknown, as_json=asked["as_json"])
    click.get_current_context().exit(1 if unread else 0)


def _tell_known(posting: "Posting", path: Path, label: str, *, as_json: bool) -> None:
    if as_json:
        named = [{"name": skill.name, "kind": skill.kind} for skill in posting.skills]
        tell_json({"file": str(path), "skills": named})
    else:
        tell(f"{label}: " + (", ".join(skill.name for skill in posting.skills) or "no known skill"))


def _gather(posting: "Posting", unknown: dict[str, list[str]]) -> None:
    """Add the unlisted names of a posting, each with the lines that name it."""
    from tailor.skills import UNLISTED  # noqa: PLC0415 - heavy imports late

    for requirement in posting.requirements:
        for skill in (skill for group in requirement.skills for skill in group if skill.kind == UNLISTED):
            unknown.setdefault(skill.name, []).append(requirement.text)


def _tell_unknown(unknown: dict[str, list[str]], *, as_json: bool) -> None:
    """The names in no list, the most frequent first, as lines for `skills.yaml`."""
    ranked = sorted(unknown.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    if as_json:
        for name, lines in ranked:
            tell_json({"name": name, "lines": lines})
        return
    if not ranked:
        tell("# every name that looks like a skill is in the lists")
        return
    tell("# For skills.yaml in your workspace. Take out what is no skill; add `aliases: […]` for other spellings.")
    for name, lines in ranked:
        quote = " ".join(lines[0].split())
        short = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"
        label = json.dumps(name, ensure_ascii=False)
        tell(f"- {{label: {label}, kind: tool}}  # {len(lines)} x: {short}")


def _lines(path: Path) -> Iterator[str]:
    from tailor.cli.context import STANDARD_INPUT, standard_input  # noqa: PLC0415 - heavy imports late
    from tailor.workspace.folders import read_input  # noqa: PLC0415 - as above

    data = standard_input() if path == STANDARD_INPUT else read_input(path, "text file")
    # Only line feeds part lines here: other separators stay inside the line they stand in.
    text = data.decode("utf-8", errors="replace").removesuffix("\n")
    return (line.removesuffix("\r") for line in text.split("\n"))
