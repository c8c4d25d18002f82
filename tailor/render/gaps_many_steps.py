"""What to do first over several postings: what blocks, what to learn, write, rewrite and confirm."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tailor.model.gaps import GapReport
from tailor.render.gaps_lines import anchor_of
from tailor.render.gaps_many_words import shortened, some, told
from tailor.render.gaps_rows import row_anchor
from tailor.render.gaps_view import Linked

if TYPE_CHECKING:
    from tailor.model.actions import Action

_NAMED = 3


def first_of_many(report: GapReport, numbers: Mapping[str, int]) -> Iterator[Linked]:
    """Five steps at most, one of each kind, in the order in which they decide."""
    for step in (_blocking, _confirming, _learning, _writing):
        said = step(report)
        if said:
            yield said
    if said := _rewriting(report, numbers):
        yield said


def _linked(text: str, anchor: str) -> Linked:
    verb, _, rest = text.partition(" ")
    return Linked(verb=verb, text=rest, anchor=anchor)


def _blocking(report: GapReport) -> Linked | None:
    """What is not met in the most postings."""
    unmet = [one for one in report.portfolio.conditions if one.unmet]
    if not unmet:
        return None
    worst = max(unmet, key=lambda one: one.unmet)
    advice = f": {worst.advice}" if worst.advice else ""
    said = told("first_block", quote=shortened(worst.quote), count=worst.unmet, reason=worst.reason, advice=advice)
    return _linked(said, "conditions")


def _confirming(report: GapReport) -> Linked | None:
    """All that only the person can say, the most asked first."""
    asked = sorted((one for one in report.portfolio.conditions if one.open), key=lambda one: -one.open)
    if not asked:
        return None
    quotes = [f"“{shortened(one.quote)}”" for one in asked[:_NAMED]]
    more = [told("more", count=len(asked) - _NAMED)] if len(asked) > _NAMED else []
    return _linked(told("first_confirm", quotes=", ".join([*quotes, *more])), "conditions")


def _learning(report: GapReport) -> Linked | None:
    """The skill that completes the most lists, or else the one whose absence weighs most."""
    portfolio = report.portfolio
    missing = [skill for skill in report.skills if skill.state in {"not found", "adjacent"} and skill.priority]
    if portfolio.learn:
        step = portfolio.learn[0]
        said = told("first_learn", skills=some(step.skills), more=step.more, of=portfolio.postings)
        return _linked(said, "learn")
    if not missing:
        return None
    top = missing[0]
    said = told("first_missing", skill=top.name, count=top.named_in, of=portfolio.postings)
    return _linked(said, anchor_of("skill", top.id))


def _writing(report: GapReport) -> Linked | None:
    """The skill of a list that most postings ask for, and no bullet shows."""
    listed = [skill for skill in report.skills if skill.state == "listed" and skill.priority]
    if not listed:
        return None
    top = listed[0]
    said = told("first_write", skill=top.name, count=top.named_in, of=report.portfolio.postings)
    return _linked(said, anchor_of("skill", top.id))


def _rewriting(report: GapReport, numbers: Mapping[str, int]) -> Linked | None:
    """The bullet that the most postings want moved, printed or rewritten, with one of them as the example."""
    found: list[tuple[Action, str]] = [
        (action, gaps.posting)
        for gaps in report.postings
        for action in gaps.verdict.actions
        if action.kind in {"rewrite", "print", "move"}
    ]
    if not found:
        return None
    often = Counter(action.path for action, _ in found)
    best = max(found, key=lambda one: (often[one[0].path], one[0].kind == "rewrite"))
    action, posting = best
    others = often[action.path] - 1
    where = told("first_rewrite_more" if others else "first_rewrite", number=numbers[posting], count=others)
    said = action.text.rstrip(".") + where
    return _linked(said, row_anchor(f"posting-{numbers[posting]}", action.about[0]))
