"""The skills found in the labelled postings and profiles of tests/skills/gold, counted against their labels.

Two readers labelled every document, neither with sight of the lexicon or of each other. What both named must be
found; what either named counts as right. A skill is the one that the lexicon means by the label's name or by its
words; where it means none, the words themselves.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tailor.model.skills import UNLISTED, Mention
from tailor.pages import read_pages
from tailor.posting import read_posting
from tailor.profile import read_profile
from tailor.requirements import build_posting
from tailor.skills import SkillFinder
from tailor.skills.entries import PROPER_KINDS, slug

FOLDER = Path(__file__).parent / "skills" / "gold"
_NAMED = {"education": ("studyType", "area"), "certificates": ("name",), "languages": ("language",)}
TECHNOLOGIES = (PROPER_KINDS - {"natural-language"}) | {UNLISTED}


@dataclass(frozen=True)
class Label:
    said: str
    name: str
    kind: str
    by: str
    """both, first, second; same for the second reader's words for what both have."""


def documents() -> list[Path]:
    return sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".labels.yaml"))


@cache
def labels_of(path: Path) -> tuple[Label, ...]:
    rows = yaml.safe_load((FOLDER / f"{path.stem}.labels.yaml").read_text(encoding="utf-8"))
    return tuple(Label(*map(str, row)) for row in rows)


def found_in(path: Path, finder: SkillFinder) -> dict[str, str]:
    """The ids of a document's skills with the kind of each."""
    mentions = _of_posting(path, finder) if path.suffix == ".txt" else _of_profile(path, finder)
    return {one.skill.id: one.skill.kind for one in mentions}


def _of_posting(path: Path, finder: SkillFinder) -> Iterator[Mention]:
    (page,) = read_pages(path.read_bytes(), path.name)
    for one in build_posting(page, read_posting(page), finder.find).requirements:
        yield from finder.find(one.text, "duty" if one.need == "responsibility" else "requirement")


def _of_profile(path: Path, finder: SkillFinder) -> Iterator[Mention]:
    profile = read_profile(path.read_bytes(), path.name)
    for entry in profile.entries:
        for bullet in entry.bullets:
            yield from finder.find(bullet.text, "bullet")
    for group in profile.skills:
        for written in group.keywords:
            skill = finder.named(written)
            known = Mention(skill=skill, text=written, start=0, end=len(written)) if skill else None
            yield from [known] if known else finder.find(written, "list")
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    for section, keys in _NAMED.items():
        for one in raw.get(section) or ():
            for key in keys:
                yield from finder.find(str(one.get(key, "")), "list")


def meant(label: Label, finder: SkillFinder) -> set[str]:
    skills = [finder.named(text) for text in (label.name, label.said)]
    return {slug(label.name), slug(label.said), *(skill.id for skill in skills if skill)}


def counted(paths: list[Path], finder: SkillFinder) -> Counter[str]:
    counts: Counter[str] = Counter()
    for path in paths:
        found = found_in(path, finder)
        labels = [(label, meant(label, finder)) for label in labels_of(path)]
        right = {id_ for _, ids in labels for id_ in ids & found.keys()}
        technologies = {id_ for id_, kind in found.items() if kind in TECHNOLOGIES}
        asked = [ids for label, ids in labels if label.by == "both"]
        counts.update(
            {
                "found": len(found),
                "right": len(right),
                "asked": len(asked),
                "hit": sum(bool(ids & found.keys()) for ids in asked),
                "technologies": len(technologies),
                "right technologies": len(technologies & right),
            }
        )
    return counts


def f1(counts: Counter[str]) -> float:
    precision, recall = counts["right"] / counts["found"], counts["hit"] / counts["asked"]
    return 2 * precision * recall / (precision + recall)


def agreement() -> float:
    """F1 of the two readers against each other."""
    by = Counter(label.by for path in documents() for label in labels_of(path))
    return 2 * by["both"] / (2 * by["both"] + by["first"] + by["second"])
