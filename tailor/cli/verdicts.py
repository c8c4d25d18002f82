"""The end of a build: one plain verdict per posting, and how many there are of each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tailor.batch import Order
from tailor.cli.output import hung, tell, width
from tailor.workspace import manifest
from tailor.workspace.folders import near

_IN_FULL = 12
"""Postings up to which each verdict comes with what to do first; more are a list to look through."""


def tell_verdicts(orders: Sequence[Order], made: Sequence[Order]) -> None:
    """A verdict for each order's application as its manifest tells it, then the counts."""
    counts: Counter[str] = Counter()
    fresh = {id(order) for order in made}
    for number, order in enumerate(orders):
        if number and len(orders) <= _IN_FULL:
            tell("")
        kept = manifest.read_manifest(order.folder)
        counts[str(_verdict(kept).get("word", "no verdict"))] += 1
        columns = width()
        name = application_name(kept) or order.source.label
        tell(hung(name + ("" if id(order) in fresh else " (up to date)"), columns=columns, indent=0))
        for line in _lines(kept, full=len(orders) <= _IN_FULL):
            tell(hung(line, columns=columns))
        tell(f"  {near(order.folder)}")
    if len(orders) > 1:
        tell("")
        words = ", ".join(f"{count} {word}" for word, count in sorted(counts.items()))
        state = f"{len(made)} made, {len(orders) - len(made)} up to date"
        tell(hung(f"{len(orders)} postings: {words}; {state}", columns=width(), indent=0))


def application_name(kept: dict[str, Any]) -> str:
    """Company and position of an application, from its manifest."""
    return ", ".join(str(kept[part]) for part in ("company", "title") if kept.get(part))


def _lines(kept: dict[str, Any], *, full: bool) -> Iterator[str]:
    """A manifest's verdict: the sentence, what else blocks, what to do first, and how long the documents are."""
    verdict = _verdict(kept)
    yield str(verdict.get("sentence", "no verdict"))
    if not full:
        return
    for blocker in verdict.get("blockers", []):
        if blocker not in str(verdict.get("sentence")):
            yield f"blocks: {blocker}"
    for label, line in zip(("first", "then", "then"), verdict.get("first", []), strict=False):
        yield f"{label}: {line}"
    for line in kept.get("letter", {}).get("unfinished", []):
        yield f"letter: {line}"
    for line in kept.get("letter", {}).get("look_at", []):
        yield f"letter, to look at: {line}"
    if asks := [str(ask["text"]) for ask in kept.get("asks", [])]:
        kind = kept.get("style", {}).get("kind", "")
        yield f"the kind {kind} asks for more: {', '.join(asks)} (`tailor plan` says what to add where)"
    yield _sizes(kept)


def _sizes(kept: dict[str, Any]) -> str:
    """How long the documents are, what was left out, and whether the page was measured."""
    fit, letter = kept.get("fit", {}), kept.get("letter", {})
    pages = fit.get("pages", 0)
    parts = [f"resume {pages} page{'' if pages == 1 else 's'}{'' if fit.get('measured') else ' (not measured)'}"]
    if left := len(kept.get("left_out", [])):
        parts.append(f"{left} line{'' if left == 1 else 's'} left out")
    mine = ", edited by you" if letter.get("edited") else ""
    parts.append(f"letter {letter.get('words', 0)} words{mine}" if not kept.get("undrafted") else "no letter")
    return ", ".join(parts)


def _verdict(kept: dict[str, Any]) -> dict[str, Any]:
    verdict = kept.get("verdict")
    return verdict if isinstance(verdict, dict) else {}
