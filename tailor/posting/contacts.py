"""Running text -> whom to ask and where to write; who hires for somebody else."""

import re
from collections.abc import Mapping, Sequence

from tailor.posting.patterns import entries, pattern, per_language, straight

_FILE = "facts.yaml"
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NAME = re.compile(
    r"(?:(?:Mrs?|Ms|Miss|Dr|Prof|Frau|Herrn?|Mme|M|Sr|Sra|Dhr|Mevr)\.? )*"
    r"[A-ZÀ-Þ][\w'’-]+(?: (?:van|von|de|der|del|da|di|la|le|el|al))*(?: [A-ZÀ-Þ][\w'’-]+){1,3}"
)


def contact_of(labels: Mapping[str, tuple[str, ...]], texts: Sequence[str]) -> str | None:
    """The person that a label or a sentence names for questions; None when none is named."""
    for value in labels.get("contact", ()):
        found = _NAME.match(value.strip())
        if found and not pattern(_FILE, "contact", "never").fullmatch(found.group()):
            return found.group()
    for text in texts:
        for named in _expressions():
            if found := named.search(straight(text)):
                return found.group("name")
    return None


def address_of(texts: Sequence[str]) -> str | None:
    """The e-mail address to apply to: that of a line that speaks of applying, else the only one."""
    cues = pattern(_FILE, "contact", "apply")
    for text in texts:
        if (found := _MAIL.search(text)) and cues.search(straight(text)):
            return found.group().rstrip(".")
    known = dict.fromkeys(found.rstrip(".") for text in texts for found in _MAIL.findall(text))
    return next(iter(known)) if len(known) == 1 else None


def is_agency(texts: Sequence[str]) -> bool:
    """Whether the text speaks for a client that it does not name."""
    cues = pattern(_FILE, "company", "agency")
    return any(cues.search(straight(text)) for text in texts)


@per_language
def _expressions() -> tuple[re.Pattern[str], ...]:
    """Expressions as written: names are told by their capitals."""
    return tuple(re.compile(entry.replace(" ", r"\s+")) for entry in entries(_FILE, "contact", "named"))
