"""docs/commands.md and `--help` agree: what is named there exists, and every command is described."""

import re

import click
import pytest
from sample_workspace import ROOT

from tailor.cli.group import _COMMANDS, tailor

TEXT = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def command(name: str) -> click.Command:
    found = tailor.get_command(click.Context(tailor), name)
    assert found is not None
    return found


def options_of(found: click.Command) -> set[str]:
    return {option for each in found.params for option in (*each.opts, *each.secondary_opts) if option[0] == "-"}


def test_every_command_is_described_and_none_that_is_not_there() -> None:
    named = set(re.findall(r"`tailor ([a-z]+)", TEXT))
    assert named == set(_COMMANDS)


def test_every_option_named_exists_and_every_option_is_named() -> None:
    known = {option for name in _COMMANDS for option in options_of(command(name))}
    named = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*)", TEXT))
    assert len(known) > 12
    assert named - {"--help", "--version"} == known


@pytest.mark.parametrize("name", sorted(_COMMANDS))
def test_help_explains_every_option(name: str) -> None:
    found = command(name)
    assert found.help
    for each in found.params:
        if isinstance(each, click.Option):
            assert each.help, each.opts


def test_every_exit_code_is_told() -> None:
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)}
    assert codes == {0, 1, 2, 3, 4, 70, 130}


def test_commands_shown_with_arguments_take_them() -> None:
    shown = re.findall(r"`tailor ([a-z]+) ([A-Z\[][^`]*)`", TEXT)
    assert len(shown) > 8
    for name, words in shown:
        arguments = [each for each in command(name).params if isinstance(each, click.Argument)]
        named = [word for word in re.sub(r"\[--[^]]*\]", "", words).split() if not word.startswith("-")]
        assert len(arguments) == len(named), name
        for argument, word in zip(arguments, named, strict=True):
            assert ("…" in word) == (argument.nargs == -1), name
            assert word.startswith("[") == (not argument.required), name
