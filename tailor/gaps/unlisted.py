"""Credentials that no list knows, by the words and codes of their names."""

import re
from collections.abc import Iterable

from tailor.gaps.words import akin, gap_data, tokens

_CODE = re.compile(r"(?<![\w.])(?=[\w.+/-]*[A-Z0-9])(?:[A-Z]+[\w.+-]*|\d+[A-Z][\w]*)(?![\w])")
# A name of fewer codes may share them by chance.
_CODES = 2


def alike(name: str, asked: str) -> bool:
    """Whether a credential is what a line asks for: all its telling words stand there, or all the line's codes.

    Codes are written in capitals or with figures: "AWS D1.1 … 3G and 4G" is "AWS Certified Welder, D1.1 3G/4G".
    """
    words = [word for word in tokens(name) if word not in gap_data()["credential_stop"]]
    said = tokens(asked)
    if words and all(any(akin(word, other) for other in said) for word in words):
        return True
    wanted, held = _codes(asked), _codes(name)
    return len(wanted) >= _CODES and wanted <= held


def covers_line(names: Iterable[str], asked: str) -> bool:
    """Whether the credentials answer every part of a line that "and" or a comma parts."""
    held = {word for name in names for word in tokens(name)}
    stop = set(gap_data()["credential_stop"]) | set(gap_data()["credential_filler"])
    parts = re.split(rf"[,;&]|(?<!\w)(?:{'|'.join(gap_data()['joining'])})(?!\w)", asked)
    telling = [[word for word in tokens(part) if word not in stop] for part in parts]
    return all(not words or any(akin(word, other) for word in words for other in held) for words in telling)


def _codes(text: str) -> set[str]:
    spread = text.replace("/", " ").replace("(", " ").replace(")", " ").replace(",", " ")
    found = {code.strip(".-") for code in _CODE.findall(spread)}
    return {
        code
        for code in found
        if len(code) > 1 and (sum(map(str.isupper, code)) > 1 or any(map(str.isdigit, code)))
    }
