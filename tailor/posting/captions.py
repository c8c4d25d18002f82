"""What a saved page calls itself, its title and its site -> the job, the employer and the town it names.

A caption reads "Area Manager | Careers | Tavellin Packaging": the job stands first, the site last. A part is
the employer only when the posting's own words say it too, or it holds a legal form: the site may be a job board.
"""

import re
from collections.abc import Sequence

from tailor.posting.cells import has_form, is_company, names_job, trim
from tailor.posting.patterns import pattern, phrases, straight, words

_FILE = "facts.yaml"
_PARTS = re.compile(r"\s+[|·•–—:-]+\s+|\s*\|\s*")
_MOST_WORDS = 10


def captioned_title(captions: Sequence[str]) -> str:
    """The first part of a caption that holds the noun of a job; nothing where none does."""
    parts = [trim(part) for caption in captions for part in _PARTS.split(caption)]
    return next((part for part in parts if names_job(part) and len(part.split()) <= _MOST_WORDS), "")


def captioned_company(captions: Sequence[str], texts: Sequence[str], title: str) -> str:
    """The last part of a caption that the posting names too, or that holds a legal form; no job board."""
    said = f" {' '.join(words(' '.join(texts)))} "
    for caption in captions:
        boards = pattern(_FILE, "company", "boards")
        for part in reversed([_bare(part) for part in _PARTS.split(caption) if not boards.search(straight(part))]):
            tokens = words(part)
            known = f" {' '.join(tokens)} " in said or has_form(part) or _begins(tokens, said)
            if tokens and known and is_employer(part, title):
                return part
    return ""


def _begins(tokens: tuple[str, ...], said: str) -> bool:
    """Whether a text names a company by the first two of its words: "Cwm Derwyn" for the museum of that name."""
    return len(tokens) > 2 and f" {' '.join(tokens[:2])} " in said  # noqa: PLR2004 - two words are a name


def is_employer(name: str, title: str) -> bool:
    """Whether a part of a caption can be an employer: no job, no board, no part of the title."""
    tokens = words(name)
    if " ".join(tokens) in phrases(_FILE, "company", "never") or len(tokens) > _MOST_WORDS:
        return False
    if pattern(_FILE, "company", "boards").search(straight(name)) or not name[:1].isupper():
        return False
    return (is_company(name) or not names_job(name)) and " ".join(tokens) not in " ".join(words(title))


def _bare(part: str) -> str:
    """A part without what a site writes around its name: "Corridor Mutual Careers", "Kelvane recrute !"."""
    return trim(pattern(_FILE, "company", "site_words").sub(" ", trim(part)))
