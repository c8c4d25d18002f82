"""What the job is called and who offers it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tailor.model.text import Block
from tailor.posting.cells import is_name, names_job
from tailor.posting.headings import classify
from tailor.posting.labels import labelled_values
from tailor.posting.patterns import entries, labelled, pattern, per_language, phrases, straight, words
from tailor.posting.places import is_where, without_branch
from tailor.posting.sentences import sentences

_FILE = "facts.yaml"
_PIPES = re.compile(r"\s+\|\s+")
_CELLS = re.compile(r"\s+[|·•]\s+")
_PARTS = re.compile(r"(\s+[–—|·-]\s+|\s*\()")
_NAME_PARTS = re.compile(r"\s+[|·•–—-]\s+|,\s+|:\s+")
_TAG = re.compile(r"</?[a-zA-Z]+>")
_DASHES = re.compile(r"\s[–—-]\s")
_EDGES = " \t-–—|·,:;/#*"
_MOST_TITLE_WORDS = 18
_MOST_NAME_WORDS = 6
_FIRST_BLOCKS = 6
_POLICY_WORDS = 4


def clean_title(title: str) -> str:
    """A title without requisition numbers, counts, board tails and long remarks on where one works."""
    text = " ".join(_TAG.sub("", title).split())
    text = _without_policy(_heads().sub("", text))
    cut = pattern(_FILE, "title", "cut")
    text = re.sub(r"\(\s*\)|\[\s*\]", "", cut.sub("", text))
    text = " ".join(text.split()).strip(_EDGES)
    text = _tails().sub("", text)
    return text.strip(_EDGES) or " ".join(title.split())


def without_town(title: str, places: Sequence[str], texts: Sequence[str]) -> tuple[str, str]:
    """A title and the town behind its last dash; "" where the posting does not speak of a town of that name."""
    head, dash, tail = (part.strip() for part in title.rpartition(next(iter(_DASHES.findall(title)[-1:]), "\n")))
    if not dash or not names_job(head) or not is_name(tail):
        return title, ""
    town = without_branch(tail)
    known = town in {place.split(",")[0] for place in places} or town != tail or is_where(town, texts)
    return (head, town) if known and not names_job(town) else (title, "")


def title_in_text(blocks: Sequence[Block]) -> str:
    """The title that the first lines give.

    A header of parts, a line with a job's noun, or the first short line.
    """
    first = [block for block in blocks[:_FIRST_BLOCKS] if _is_title(block)]
    header = header_parts(blocks)
    for part in header[1:]:
        if names_job(part):
            return part
    named = [block for block in first if names_job(block.text)]
    if named or (first and first[0] is blocks[0]):
        return (named or first)[0].text
    return _title_in_sentence(blocks)


def _is_title(block: Block) -> bool:
    shouted = block.text.endswith("!") and names_job(block.text)
    return block.kind != "item" and _is_name(block.text.rstrip("!") if shouted else block.text, _MOST_TITLE_WORDS)


def _title_in_sentence(blocks: Sequence[Block]) -> str:
    """The title in a sentence such as "We are hiring a Barista"."""
    for named in _expressions("title", "named"):
        for block in blocks[:_FIRST_BLOCKS]:
            if found := named.search(block.text):
                return found.group("name").strip(_EDGES + ".")
    return ""


def company_in_text(blocks: Sequence[Block], title: str) -> str:
    """The employer that the text names: a header's first part, the line below the title, or a telling sentence."""
    header = [part for part in header_parts(blocks)[:1] if not names_job(part)]
    names = (_above_label(blocks), _formed(blocks, title), _below_title(blocks, title), _introduced(blocks))
    if name := next(filter(None, (*header, *names)), ""):
        return name
    for name_pattern in _expressions("company", "named"):
        for text in (sentence.text for block in blocks for sentence in sentences(block.text)):
            found = name_pattern.search(text)
            if found and " ".join(words(found.group("name"))) not in phrases(_FILE, "company", "never"):
                return found.group("name").strip(" .,!")
    return ""


def header_parts(blocks: Sequence[Block]) -> list[str]:
    """The parts of a first line "Northwind | Baker | Salem | Full-time"."""
    parts = _PIPES.split(blocks[0].text) if blocks else []
    return [part.strip() for part in parts] if len(parts) >= 3 else []  # noqa: PLR2004 - two parts are a label


def header_cells(blocks: Sequence[Block]) -> list[str]:
    """The first lines, those with bars or dots between their parts as the parts."""
    return [cell.strip() for block in blocks[:_FIRST_BLOCKS] for cell in _CELLS.split(block.text)]


def _below_title(blocks: Sequence[Block], title: str) -> str:
    for index, block in enumerate(blocks[: _FIRST_BLOCKS - 1]):
        if clean_title(block.text) != title or index + 1 >= len(blocks) or blocks[index + 1].kind == "item":
            continue
        first = _CELLS.split(blocks[index + 1].text)[0].strip()
        return first if _is_company(first) and not is_where(first, [block.text for block in blocks]) else ""
    return ""


def _formed(blocks: Sequence[Block], title: str) -> str:
    """A short part of the first lines that holds a legal form: "Cobalt & Wren Ltd"."""
    forms = phrases(_FILE, "company", "forms")
    for block in blocks[:_FIRST_BLOCKS]:
        if block.kind == "item" or block.text.endswith((".", "!", "?")) or clean_title(block.text) == title:
            continue
        for part in _NAME_PARTS.split(block.text):
            name = part.strip(_EDGES)
            whole = _is_company(name) and len(words(name)) > 1 and not name.split()[-1].islower()
            if whole and not forms.isdisjoint(words(name)):
                return name
    return ""


def _introduced(blocks: Sequence[Block]) -> str:
    """A name that is a heading and begins the sentence below it, as an employer is introduced."""
    for block, following in pairwise(blocks):
        name, below = block.text.casefold(), following.text.casefold()
        if block.kind == "heading" and below.startswith(f"{name} ") and _is_company(block.text):
            return block.text
    return ""


def _is_company(text: str) -> bool:
    plain = _is_name(text, _MOST_NAME_WORDS) and "," not in text and text[:1].isupper()
    return plain and not re.search(r"\d", text) and not names_job(text) and not _is_policy(text)


def _above_label(blocks: Sequence[Block]) -> str:
    """The name on the first line, where the second is the title with its label."""
    if len(blocks) < 2 or not _is_name(blocks[0].text, _MOST_NAME_WORDS):  # noqa: PLR2004 - a line and the next
        return ""
    titled = labelled_values(blocks[1:2]).get("title", ())
    return blocks[0].text if titled and clean_title(blocks[0].text) != clean_title(titled[0]) else ""


def _is_name(text: str, most: int) -> bool:
    if len(text.split()) > most or text.endswith((".", "!", "?", ":", ";")) or "://" in text:
        return False
    return ": " not in text and classify(text, marked=True) is None


def _is_policy(text: str) -> bool:
    line = straight(text)
    if any(cues.search(line) for _, cues in labelled(_FILE, "employment_type", "values")):
        return True
    return (
        any(pattern(_FILE, "remote", kind).search(line) for kind in ("hybrid", "remote", "onsite")) or "(" in text
    )


def _without_policy(text: str) -> str:
    """A title without a tail part that says at length where one works."""
    parts = _PARTS.split(text)
    policy = pattern(_FILE, "title", "policy")
    while len(parts) > 2 and policy.search(straight(parts[-1])) and len(parts[-1].split()) >= _POLICY_WORDS:  # noqa: PLR2004
        parts = parts[:-2]
    return "".join(parts)


@per_language
def _expressions(*path: str) -> tuple[re.Pattern[str], ...]:
    """Expressions one by one, in their order: the surer ones stand first. Names are told by their capitals."""
    return tuple(re.compile(entry.replace(" ", r"\s+")) for entry in entries(_FILE, *path))


@per_language
def _heads() -> re.Pattern[str]:
    """A label before a title: "Job title: …"."""
    return re.compile(rf"(?i)\A(?:{'|'.join(map(re.escape, entries(_FILE, 'title', 'heads')))})\s*:\s*")


@per_language
def _tails() -> re.Pattern[str]:
    """What boards hang on a title: "… – Jobs"."""
    tails = "|".join(map(re.escape, entries(_FILE, "title", "tails")))
    return re.compile(rf"(?i)(?<=\w)[\s–—|-]+(?:{tails})\Z")
