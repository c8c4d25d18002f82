"""The gap report: every requirement of every posting with its state, reason and advice."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from tailor.gaps.case import Case, Finding, finding, open_case
from tailor.gaps.content import content_state
from tailor.gaps.credentials import licence_state
from tailor.gaps.degrees import degree_state
from tailor.gaps.holdings import holdings
from tailor.gaps.personal import language_state, permit_state
from tailor.gaps.portfolio import skill_states
from tailor.gaps.verdict import verdict
from tailor.model.gaps import GapReport, PostingGaps, RequirementState, by_need
from tailor.model.plan import Plan, Ranking
from tailor.model.posting import Requirement, RequirementKind
from tailor.model.record import HintOutcome
from tailor.model.skills import Find


def report(pairs: Sequence[tuple[Plan, Ranking]], *, today: dt.date, find: Find) -> GapReport:
    """Plans of one profile with their rankings into a gap report; raises ValueError without any pair.

    Requirements come knock-outs first, then required, responsibilities, preferred, each in the posting's order.
    Nothing is ever "met" without a line of the profile that says so; silence is "ask".
    """
    if not pairs:
        msg = "a gap report needs at least one posting"
        raise ValueError(msg)
    profile = pairs[0][0].profile
    held = holdings(profile, find)
    postings = tuple(_posting(open_case(plan, ranking, held, today), ranking) for plan, ranking in pairs)
    return GapReport(
        profile=profile.source,
        person=profile.basics.name,
        postings=postings,
        skills=skill_states([plan.posting for plan, _ in pairs], held),
    )


def _posting(case: Case, ranking: Ranking) -> PostingGaps:
    posting = case.plan.posting
    states = tuple(sorted(_states(case), key=by_need))
    return PostingGaps(
        posting=posting.source,
        title=posting.title,
        company=posting.company,
        states=states,
        verdict=verdict(case, states),
        hints=_hints(case.plan, ranking),
        set_aside=len(posting.set_aside),
    )


def _states(case: Case) -> Iterator[RequirementState]:
    posting = case.plan.posting
    stopping = {requirement.id for requirement in posting.knockouts}
    known = {requirement.id for requirement in posting.requirements}
    more = [requirement for requirement in posting.knockouts if requirement.id not in known]
    for requirement in (*posting.requirements, *more):
        yield _judge(case, requirement).about(requirement, knockout=requirement.id in stopping)


def _judge(case: Case, requirement: Requirement) -> Finding:
    judge = _JUDGES.get(requirement.kind, content_state)
    found = judge(case, requirement)
    if judge is not content_state and found.state != "met":
        return _proven(case, requirement, found)
    return found


def _proven(case: Case, requirement: Requirement, found: Finding) -> Finding:
    """A field the profile does not settle, with the bullets that speak of it."""
    paths = [match.path for match in case.strong.get(requirement.id, ())]
    evidence = (*found.evidence, *case.quote(paths))
    return Finding(state=found.state, reason=found.reason, advice=found.advice, evidence=evidence)


def _logistics(case: Case, requirement: Requirement) -> Finding:
    del case, requirement  # only the person can say
    return finding("ask", "logistics")


def _hints(plan: Plan, ranking: Ranking) -> tuple[HintOutcome, ...]:
    return tuple({hint.text: hint for hint in (*ranking.hints, *plan.hints)}.values())


_JUDGES: Mapping[RequirementKind, Callable[[Case, Requirement], Finding]] = {
    "degree": degree_state,
    "licence": licence_state,
    "language": language_state,
    "permit": permit_state,
    "logistics": _logistics,
}
