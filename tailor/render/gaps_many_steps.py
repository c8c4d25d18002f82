"""What to do first over several postings: what blocks, what to learn, write, rewrite and confirm."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tailor.model.gaps import Condition, GapReport, PostingGaps
from tailor.render.gaps_lines import anchor_of
from tailor.render.gaps_many_words import shortened, some, told
from tailor.render.gaps_rows import row_anchor
from tailor.render.gaps_view import Linked

if TYPE_CHECKING:
    from tailor.model.actions import Action

_NAMED = 3
_STEPS = 5
# Postings to apply for, then those within reach; the others are served where there is nothing else to do.
_TIERS = range(3)
_LAST = 2


def first_of_many(report: GapReport, numbers: Mapping[str, int]) -> Iterator[Linked]:
    """Five steps at most, one of each kind: what serves the postings to apply for comes first."""
    found: dict[int, Linked] = {}
    for rank in _TIERS:
        if rank == _LAST and found:
            break
        serving = tuple(gaps for gaps in report.postings if _rank(gaps) == rank)
        steps = (
            _blocking(report, numbers) if rank == _LAST else None,
            _confirming(serving),
            _rewriting(serving, numbers),
            _writing(report, serving, numbers),
            _learning(report, serving),
        )
        found |= {kind: said for kind, said in enumerate(steps) if said and kind not in found}
    finishing = _finishing(report) if len(found) < _STEPS else None
    yield from [*found.values(), *([finishing] if finishing else [])]


def _rank(gaps: PostingGaps) -> int:
    """How soon a posting is worth work: one to apply for, one within reach, one that is blocked or far off."""
    verdict = gaps.verdict
    if verdict.word == "apply":
        return 0
    return 1 if verdict.word in {"stretch", "thin"} and not verdict.far else _LAST


def _asked_by(serving: Sequence[PostingGaps]) -> set[str]:
    """The skills that some postings ask for, by id."""
    requirements = [state.requirement for gaps in serving for state in gaps.states]
    return {skill.id for one in requirements for group in one.skills for skill in group}


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


def _confirming(serving: Sequence[PostingGaps]) -> Linked | None:
    """All that only the person can say, the most asked first."""
    asked = Counter(
        " ".join(state.requirement.text.split())
        for gaps in serving
        for action in gaps.verdict.actions
        if action.kind == "confirm"
        for state in gaps.states
        if state.requirement.id in action.about
    )
    if not asked:
        return None
    quotes = [f"“{shortened(text)}”" for text, _ in asked.most_common(_NAMED)]
    more = [told("more", count=len(asked) - _NAMED)] if len(asked) > _NAMED else []
    return _linked(told("first_confirm", quotes=", ".join([*quotes, *more])), "conditions")


def _learning(report: GapReport, serving: Sequence[PostingGaps]) -> Linked | None:
    """The skills that complete the most lists, or else those whose absence weighs most; of equal ones all."""
    portfolio, names = report.portfolio, {gaps.posting for gaps in serving}
    steps = [step for step in portfolio.learn if names & set(step.completes)]
    if steps:
        said = told("first_learn", skills=some(steps[0].skills), more=steps[0].more, of=portfolio.postings)
        return _linked(said, "learn")
    asked = _asked_by(serving)
    missing = [one for one in report.skills if one.state in {"not found", "adjacent"} and not one.answered]
    pressing = [one for one in missing if one.id in asked and (one.required_in or one.named_in > 1)]
    if not pressing:
        return None
    top = pressing[0]
    tied = [one.name for one in pressing if (one.priority, one.named_in) == (top.priority, top.named_in)]
    said = told("first_missing", skills=some(tied[:_NAMED]), count=top.named_in, of=portfolio.postings)
    return _linked(said, anchor_of("skill", top.id))


def _writing(report: GapReport, serving: Sequence[PostingGaps], numbers: Mapping[str, int]) -> Linked | None:
    """The skill of a list that most postings ask for and no bullet shows; else the first bullet to be written."""
    asked = _asked_by(serving)
    listed = [one for one in report.skills if one.state == "listed" and one.priority and one.id in asked]
    if listed:
        said = told("first_write", skill=listed[0].name, count=listed[0].named_in, of=report.portfolio.postings)
        return _linked(said, anchor_of("skill", listed[0].id))
    return _example(serving, numbers, {"write"})


def _rewriting(serving: Sequence[PostingGaps], numbers: Mapping[str, int]) -> Linked | None:
    """The bullet that the most postings want moved, printed or rewritten, with one of them as the example."""
    return _example(serving, numbers, {"rewrite", "print", "move"})


def _example(serving: Sequence[PostingGaps], numbers: Mapping[str, int], kinds: Container[str]) -> Linked | None:
    """The step of these kinds that the most postings have, as the first of them says it."""
    found: list[tuple[Action, str]] = [
        (action, gaps.posting) for gaps in serving for action in gaps.verdict.actions if action.kind in kinds
    ]
    if not found:
        return None
    often = Counter(action.path or action.text for action, _ in found)
    best = max(found, key=lambda one: (often[one[0].path or one[0].text], one[0].kind == "rewrite"))
    action, posting = best
    others = often[action.path or action.text] - 1
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
