"""The command line: click commands, one file for each group of verbs."""

from tailor.cli.group import tailor

__all__ = ["tailor"]
