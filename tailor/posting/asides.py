"""A line -> the reason to set it aside, by what it says."""

from tailor.posting.patterns import any_of, entries, labelled, pattern, per_line, straight

_FILE = "set_aside.yaml"
_CUES = "cues.yaml"
_DENIED = "says that it is not asked for"


def aside_reason(text: str, *, strong: bool) -> str:
    """Why a line is no requirement, or "".

    `strong` keeps to the reasons that hold even below a requirements heading.
    """
    return _reason(text, strong)


@per_line
def _reason(text: str, strong: bool) -> str:  # noqa: FBT001 - the cache takes no names
    line = straight(text)
    if pattern(_FILE, "amounts").match(line.lstrip("(~ca. ")):
        return "pay"
    if _denies(line):
        return _DENIED
    for reason, cues in labelled(_FILE, "lines") if any_of(_FILE, "lines").search(line) else ():
        if strong and reason not in entries(_FILE, "strong"):
            continue
        if cues.search(line):
            return reason
    return label_reason(line)


def _denies(line: str) -> bool:
    """Whether a short line says that something is not asked for: "BLS not required for this position."."""
    denied = pattern(_CUES, "denied").search(line)
    return denied is not None and not pattern(_CUES, "preferred", "praise").search(line)


def label_reason(text: str) -> str:
    """Why a line "Location: …" or "Full-time" is a fact of the job and no requirement, or ""."""
    line = straight(text).strip("*•([ ")
    if not any_of(_FILE, "labels").match(line):
        return ""
    for reason, labels in labelled(_FILE, "labels"):
        found = labels.match(line)
        if found and line[found.end() :].lstrip()[:1] in {"", ":", "–", "-", "(", "."}:
            return reason
    return ""


def alternative(text: str) -> str:
    """What a line that is only a joining word joins.

    "or" for alternatives, "and" for all of them, "" for neither.
    """
    bare = text.strip(" :-–—*")
    for joint, cues in labelled("cues.yaml", "joints"):
        if cues.fullmatch(bare):
            return joint
    return ""
