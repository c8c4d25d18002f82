"""The gap report: every requirement of every posting with its state, reason and advice."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tailor.gaps.bench import Bench, Firmness, Judged, summing
from tailor.gaps.case import Case, compared, open_case
from tailor.gaps.judging import found_of
from tailor.gaps.lines import line_states
from tailor.gaps.phrases import phrases
from tailor.gaps.tally import Tally
from tailor.gaps.verdict import verdict
from tailor.gaps.words import sentence
from tailor.model.actions import Phrase
from tailor.model.gaps import GapReport, PostingGaps, RequirementState, by_need
from tailor.model.plan import Plan, Ranking
from tailor.model.posting import Posting
from tailor.model.record import HintOutcome
from tailor.model.skills import Find


def report(
    pairs: Iterable[tuple[Plan, Ranking]],
    *,
    today: dt.date,
    find: Find,
    titled: Callable[[Posting], str] | None = None,
    firmness: Firmness | None = None,
) -> GapReport:
    """Plans of one profile with their rankings into a gap report; raises ValueError without any pair.

    Requirements come knock-outs first, then required, responsibilities, preferred, each in the posting's order.
    Nothing is ever "met" without a line of the profile that says so; silence is "ask". `titled` says a posting's
    title as people say it, for headings; without it the full title stands. `firmness` says by path how firm the
    places of the bullets are.
    """
    bench, tally = Bench(find=find, today=today, titled=titled, firmness=firmness), Tally()
    profile = None
    for plan, ranking in pairs:
        profile = profile or plan.profile
        tally.add(judged(plan, ranking, bench))
    if profile is None:
        msg = "a gap report needs at least one posting"
        raise ValueError(msg)
    return tally.report(profile, bench)


def judged(plan: Plan, ranking: Ranking, bench: Bench) -> Judged:
    """A plan and its ranking into the gaps of its posting, with what sums over postings are made of."""
    case = open_case(plan, ranking, bench.held(compared(plan)), bench.today)
    gaps = replace(
        _posting(case, ranking, phrases(case, bench.spelled(compared(plan)), bench.find)),
        role=bench.titled(plan.posting) if bench.titled else "",
        lines=line_states(plan, ranking, bench.firmness(plan, ranking) if bench.firmness else {}),
    )
    return summing(plan, ranking, gaps, bench)


def _posting(case: Case, ranking: Ranking, said: tuple[Phrase, ...]) -> PostingGaps:
    posting = case.plan.posting
    states = tuple(sorted(_states(case), key=by_need))
    return PostingGaps(
        posting=posting.source,
        title=posting.title,
        company=posting.company,
        states=states,
        verdict=verdict(case, states, said),
        hints=_hints(case, ranking),
        set_aside=len(posting.set_aside),
        phrases=said,
    )


_HOURS = frozenset({"travel", "relocation", "shift"})
_SELF = frozenset({"check", "age"})
"""What only the person can say, and no profile shows: it is asked among the other requirements."""


def _states(case: Case) -> Iterator[RequirementState]:
    posting = case.plan.posting
    told = [one for one in posting.knockouts if one.kind not in _HOURS]
    stopping = {one.requirement.id for one in told if one.alone and one.kind not in _SELF}
    known = {requirement.id for requirement in posting.requirements}
    outside = {one.requirement.id: one.requirement for one in told if one.requirement.id not in known}
    for requirement in (*posting.requirements, *outside.values()):
        decides = requirement.id in stopping and requirement.need != "preferred"
        yield found_of(case, requirement).about(requirement, knockout=decides)


def _hints(case: Case, ranking: Ranking) -> tuple[HintOutcome, ...]:
    """What became of each note, once: the plan's word before the ranking's, "used" only for what is printed."""
    outcomes = {hint.text: hint for hint in (*ranking.hints, *case.plan.hints)}
    paths = {bullet.text: bullet.path for bullet in case.plan.profile.bullets}
    return tuple(_as_printed(case, hint, paths.get(hint.note, "")) for hint in outcomes.values())


def _as_printed(case: Case, hint: HintOutcome, path: str) -> HintOutcome:
    if not hint.used or not path or path in case.printed:
        return hint
    why = next((out.why for out in case.plan.left_out if out.path == path), "")
    note = sentence("hints", "unprinted" if why else "unprinted_bare", why=why, bullet=hint.note)
    return HintOutcome(text=hint.text, used=False, note=note)
