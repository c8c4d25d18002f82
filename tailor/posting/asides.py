"""A line -> the reason to set it aside, by what it says."""

from tailor.posting.patterns import entries, labelled, straight

_FILE = "set_aside.yaml"


def aside_reason(text: str, *, strong: bool) -> str:
    """Why a line is no requirement, or "".

    `strong` keeps to the reasons that hold even below a requirements heading.
    """
    line = straight(text)
    for reason, cues in labelled(_FILE, "lines"):
        if strong and reason not in entries(_FILE, "strong"):
            continue
        if cues.search(line):
            return reason
    return label_reason(line)


def label_reason(text: str) -> str:
    """Why a line "Location: …" or "Full-time" is a fact of the job and no requirement, or ""."""
    line = straight(text).strip("*•([ ")
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
