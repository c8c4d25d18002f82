"""What was read from the labelled postings of the gate, counted against their labels.

Two items are the same when the shorter one's first words, eight at most, stand in order at the start of the other,
or four fifths of the label's first eight words stand in the first sixteen of the item.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tailor.model.posting import Facts, Posting
from tailor.model.skills import Mention, Role
from tailor.pages import read_pages
from tailor.posting import read_posting
from tailor.requirements import build_posting

_UNLABELLED = ("check", "age")
FOLDER = Path(__file__).parent / "corpus"
NEEDS = ("required", "preferred", "responsibility")
FACTS = (
    "title", "company", "locations", "remote", "employment_type", "salary", "min_years", "education",
    "date_posted", "valid_through",
)  # fmt: skip


def labelled(group: str) -> list[Path]:
    """The postings of a folder that have a label beside them."""
    return sorted(path.with_suffix("") for path in (FOLDER / group).glob("*.yaml"))


def _no_skills(_text: str, _role: Role) -> tuple[Mention, ...]:
    return ()


@cache
def parsed(path: Path) -> Posting:
    """A file into its posting, without skills: the gate is of what is asked, not of how it is called."""
    (page,) = read_pages(path.read_bytes(), path.name)
    return build_posting(page, read_posting(page), _no_skills)


@cache
def label_of(path: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load(path.with_name(path.name + ".yaml").read_text(encoding="utf-8"))
    return found


def tokens(text: object) -> list[str]:
    plain = unicodedata.normalize("NFKC", str(text or "")).casefold().replace("’", "'").replace("'", "")
    return re.findall(r"[^\W_]+", plain)


def same(item: str, label: str) -> bool:
    got, first = tokens(item), tokens(label)[:8]
    start = min(len(got), len(first))
    if start and got[:start] == first[:start] and start >= min(4, len(first)):
        return True
    return len(first) >= 3 and sum(word in got[:16] for word in first) / len(first) >= 0.8


def matched(items: Iterable[str], labels: Iterable[str]) -> tuple[int, list[str]]:
    """How many labels have an item of their own, and the items that are left."""
    left, hits = list(items), 0
    for label in labels:
        if found := next((item for item in left if same(item, label)), None):
            left.remove(found)
            hits += 1
    return hits, left


def count(paths: Sequence[Path]) -> Counter[str]:
    """Hits, items and labels of each list; required lines filed as preferred and the reverse; lines taken in."""
    counts: Counter[str] = Counter()
    for path in paths:
        label, rest = label_of(path), {}
        for need in NEEDS:
            items = [one.text for one in parsed(path).requirements if one.need == need]
            hits, left = matched(items, label.get(need) or ())
            rest[need] = matched(left, label.get("either") or ())[1]
            counts.update({f"{need} hits": hits, f"{need} items": hits + len(rest[need])})
            counts[f"{need} labels"] += len(label.get(need) or ())
        swapped = [matched(rest["preferred"], label.get("required") or ())[0]]
        swapped.append(matched(rest["required"], label.get("preferred") or ())[0])
        tempting = label.get("not_requirements") or ()
        counts.update(swapped=sum(swapped), tempting=len(tempting))
        counts["taken in"] += matched([*rest["required"], *rest["preferred"]], tempting)[0]
    return counts


def f1(counts: Mapping[str, int], need: str) -> float:
    return 2 * counts[f"{need} hits"] / (counts[f"{need} items"] + counts[f"{need} labels"])


def fact(facts: Facts, name: str) -> object:
    value = getattr(facts, name)
    if name == "salary":
        return [value.minimum, value.maximum, value.currency, value.period] if value else None
    return list(value) if name == "locations" else value


def is_right(facts: Facts, name: str, label: Mapping[str, Any]) -> bool:
    also = (label.get("accept") or {}).get(name) or ()
    answers = [label.get(name), *(also if isinstance(also, list) else [also])]
    return any(_agree(name, fact(facts, name), answer) for answer in answers)


def _agree(name: str, got: Any, answer: Any) -> bool:  # noqa: ANN401 - values of labels in YAML
    if name == "locations":  # the towns, however the country is written
        answer = [answer] if isinstance(answer, str) else answer
        return {tuple(tokens(one.split(",")[0])) for one in got} == {
            tuple(tokens(str(one).split(",")[0])) for one in answer or ()
        }
    if name == "salary":
        return got == ([answer.get(key) for key in ("min", "max", "currency", "period")] if answer else None)
    if name in ("employment_type", "education"):
        return bool(set(tokens(got)) & set(tokens(answer))) or not (got or answer)
    if name == "remote":
        return got == (answer or "unstated")
    return tokens(got) == tokens(answer)


def count_facts(paths: Sequence[Path]) -> Counter[str]:
    """How often each fact is stated and right, and how often it is not stated and yet told."""
    counts: Counter[str] = Counter()
    for path in paths:
        label, facts = label_of(path), parsed(path).facts
        for name in FACTS:
            stated = label.get(name) not in (None, [], "unstated")
            counts[f"{name} stated"] += stated
            counts[f"{name} right"] += stated and is_right(facts, name, label)
            counts["invented"] += not stated and not is_right(facts, name, label)
    return counts


def count_knockouts(paths: Sequence[Path]) -> Counter[str]:
    """How many of the labelled conditions are told under their kind, and how many are told in all.

    Checks and ages, of which the labels tell none, are not counted.
    """
    counts: Counter[str] = Counter()
    for path in paths:
        told = [(one.kind, one.requirement.text) for one in parsed(path).knockouts if one.kind not in _UNLABELLED]
        wanted = label_of(path).get("knockouts") or ()
        counts.update(told=len(told), wanted=len(wanted))
        for one in wanted:
            kinds = {"permit", "citizenship"} if one["kind"] in {"permit", "citizenship"} else {one["kind"]}
            hit = next((t for t in told if t[0] in kinds and _quoted(t[1], str(one["quote"]))), None)
            if hit:
                told.remove(hit)
                counts["hits"] += 1
    return counts


def _quoted(text: str, quote: str) -> bool:
    got, wanted = tokens(text), tokens(quote)
    joined = " ".join(got), " ".join(wanted)
    shorter = min(len(set(got)), len(set(wanted)))
    return joined[0] in joined[1] or joined[1] in joined[0] or len({*got} & {*wanted}) >= 0.6 * shorter
