"""Words into Markdown and out of it: what has a meaning there, and the words of each language's `draft.yaml`."""

import re
from functools import cache
from typing import Any

from tailor.resources import document_languages, language_data, language_folder

_MARKED = re.compile(r"[\\`*\[\]<>]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|~(?=~)")
_OPENER = re.compile(r"^(?:#{1,6}(?=\s|$)|[-+•](?=\s|$)|=+$|-+$)")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~•])")
_EMPHASIS = re.compile(
    r"(?<!\\)(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s\\*])\1(?!\*)|(?<![\w\\])(_{1,3})(?=[^\s_])(.+?)(?<=[^\s\\_])\3(?!\w)"
)
_BREAK = re.compile(r"(?<!\\)(?:\\\\)*(\\)$")

ITEM = re.compile(r"^(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)")
"""How an item of a list begins."""

_LEAD = re.compile(r"^(?:>\s*)+|^#{1,6}\s+")


def escaped(text: str) -> str:
    """Words as a line of Markdown that reads as they stand, white space made plain."""
    marked = _MARKED.sub(lambda found: f"\\{found.group()}", " ".join(text.split()))
    return _NUMBERED.sub(r"\1\\\2", _OPENER.sub(lambda found: f"\\{found.group()}", marked))


def plain(line: str) -> str:
    """A line of Markdown as its words: no marks of headings, quotes, emphasis and line breaks, nothing escaped."""
    broken = _BREAK.search(line)
    text = _LEAD.sub("", line[: broken.start(1)] if broken else line)
    loose = _EMPHASIS.sub(lambda found: found.group(2) or found.group(4), text)
    return " ".join(_ESCAPED.sub(r"\1", loose).split())


def draft_words(lang: str) -> Any:  # noqa: ANN401 - the shape is the file's own
    """The words of `draft.yaml` in a language of documents, "en" as "en-GB"; English where it has none."""
    code = lang.partition("-")[0]
    return language_data(code if (language_folder(code) / "draft.yaml").is_file() else "en", "draft.yaml")


@cache
def cues(name: str) -> tuple[str, ...]:
    """One list of cues in all languages of documents: nobody says in which one an edited letter is."""
    return tuple(cue for code in document_languages() for cue in draft_words(code)[name])
