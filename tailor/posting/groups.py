"""Which lines of a list are the labels of groups inside it, and nothing that anybody asks for."""

import re

from tailor.model.text import Block
from tailor.posting.grammar import is_duty
from tailor.posting.strength import has_cue

# A label is a phrase; measured on the labels of 93 postings written for the project, of which the longest has six.
_MOST_WORDS = 6
_SHARE = re.compile(r"(?:\(\s*\d{1,3}\s*%\s*\)|[-–:]\s*\d{1,3}\s*%)\s*:?\Z")


def is_label(block: Block, following: Block | None) -> bool:
    """Whether a line of a list only names the lines below it: "Analytic" above deeper ones, "People (20%)"."""
    text = block.text.strip()
    if len(text.split()) > _MOST_WORDS or has_cue(text):
        return False
    if _SHARE.search(text):
        return True
    deeper = following is not None and block.kind == following.kind == "item" and following.level > block.level
    return deeper and not is_duty(text) and not text.endswith((".", ";", ","))
