"""What to do first over several postings: what blocks, what to learn, write, rewrite and confirm."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tailor.model.gaps import Condition, GapReport
from tailor.render.gaps_lines import anchor_of
from tailor.render.gaps_many_words import shortened, some, told
from tailor.render.gaps_rows import row_anchor
from tailor.render.gaps_view import Linked

if TYPE_CHECKING:
    from tailor.model.actions import Action

_NAMED = 3


def first_of_many(report: GapReport, numbers: Mapping[str, int]) -> Iterator[Linked]:
    """Five steps at most, one of each kind, in the order in which they decide."""
    for said in (
        _blocking(report, numbers),
        _confirming(report),
        _learning(report),
        _writing(report),
        _rewriting(report, numbers) or _finishing(report),
    ):
        if said:
            yield said


def _linked(text: str, anchor: str) -> Linked:
    verb, _, rest = text.partition(" ")
    return Linked(verb=verb, text=rest, anchor=anchor)


def _blocking(report: GapReport, numbers: Mapping[str, int]) -> Linked | None:
    """What is not met in the most postings."""
    unmet = [one for one in report.portfolio.conditions if one.unmet]
    if not unmet:
        return None
    worst = max(unmet, key=lambda one: one.unmet)
    advice = f": {worst.advice}" if worst.advice else ""
    said = told(
        "first_block",
        quote=shortened(worst.quote),
        postings=_blocked(report, worst, numbers),
        reason=worst.reason,
        advice=advice,
    )
    return _linked(said, "conditions")


def _blocked(report: GapReport, worst: Condition, numbers: Mapping[str, int]) -> str:
    """The postings that a condition blocks, by number where they are few and all told in full."""
    found = [
        str(numbers[gaps.posting])
        for gaps in report.postings
        if any(
            worst.reason in state.reason and state.state == "not met" and state.knockout for state in gaps.states
        )
    ]
    if len(found) == worst.unmet <= _NAMED:
        return told("posting_one" if len(found) == 1 else "posting_many", numbers=", ".join(found))
    return told("posting_count", count=worst.unmet)


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
    missing = [
        skill
        for skill in report.skills
        if skill.state in {"not found", "adjacent"} and skill.priority and not skill.answered
    ]
    if portfolio.learn:
        step = portfolio.learn[0]
        said = told("first_learn", skills=some(step.skills), more=step.more, of=portfolio.postings)
        return _linked(said, "learn")
    pressing = [skill for skill in missing if skill.required_in or skill.named_in > 1]
    if not pressing:
        return None
    top = pressing[0]
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


def _finishing(report: GapReport) -> Linked | None:
    """The bullet that answers lines of the most postings and does not say what came of it."""
    bare = [one for one in report.portfolio.write_down if one.kind == "resultless" and one.asked_in > 1]
    if not bare:
        return None
    top = max(bare, key=lambda one: one.asked_in)
    said = told("first_result", bullet=shortened(top.text), where=top.where, count=top.asked_in)
    return _linked(said, "write-down")
