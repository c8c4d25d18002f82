"""Commands that explain one choice: why a bullet is printed, why another is not."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_JSON, AS_OF, PROFILE, Command, look_options
from tailor.cli.output import hung, tell, tell_json, width
from tailor.errors import ChoiceError

if TYPE_CHECKING:
    from tailor.cli.context import Desk
    from tailor.model.plan import Match, Plan, Ranking
    from tailor.model.profile import Profile
    from tailor.plan.standing import Standing
    from tailor.tailoring import Subject, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A posting as planned for a profile, and where the bullet asked for stands in it."""

    desk: "Desk"
    subject: "Subject"
    wish: "Wish"
    plan: "Plan"
    ranking: "Ranking"
    stands: "Standing"


_BULLET = click.argument("bullet", metavar="BULLET")
_POSTING = click.argument("posting", type=click.Path(path_type=Path))
_MOST_MATCHES, _MOST_SHOWN = 6, 5


def _of_one_bullet(command: Command) -> Command:
    """A command with what both take: a bullet, a posting, whose profile, how the page looks, the form."""
    for option in (AS_JSON, AS_OF, look_options, PROFILE, _POSTING, _BULLET):
        command = option(command)
    return command


@click.command()
@_of_one_bullet
def why(bullet: str, posting: Path, *, as_json: bool, **words: Any) -> None:  # noqa: ANN401 - click's options
    """Show what a bullet answers, the parts of its score, its rank, and how firm its place is.

    BULLET is its id, its path, or some of its words.
    """
    case = _case(bullet, posting, words)
    if as_json:
        tell_json(_contract(case))
        return
    _tell_place(case)
    _tell_score(case.stands)
    _tell_matches(case)


@click.command()
@_of_one_bullet
def whynot(bullet: str, posting: Path, *, as_json: bool, **words: Any) -> None:  # noqa: ANN401 - click's options
    """Show what took a bullet's place, by how much, and what would change it.

    BULLET is its id, its path, or some of its words.
    """
    case = _case(bullet, posting, words)
    if as_json:
        tell_json(_contract(case))
        return
    _tell_place(case)
    if case.stands.printed:
        tell("It is printed: `tailor why` tells what for.")
        return
    _tell_reason(case)
    _tell_score(case.stands)
    _tell_matches(case)
    _tell_changes(case)


def _case(bullet: str, posting: Path, words: dict[str, Any]) -> _Case:
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.plan.standing import standing  # noqa: PLC0415 - as above
    from tailor.tailoring import plan_page, rank_posting  # noqa: PLC0415 - as above

    desk = Desk.here()
    wish = desk.wish(words, as_of=words["as_of"])
    subject = desk.subject(desk.source(posting), words["profile"], wish)
    path = _path(bullet, subject.profile)
    read, ranking = rank_posting(subject, desk.tools, wish=wish)
    plan, _ = plan_page(subject, read, ranking, desk.tools, wish=wish)
    stands = standing(plan, ranking, path)
    return _Case(desk=desk, subject=subject, wish=wish, plan=plan, ranking=ranking, stands=stands)


def _path(bullet: str, profile: "Profile") -> str:
    """The one bullet that a person means; ChoiceError if there is none or there are several."""
    meant = profile.named(bullet)
    if not meant:
        raise ChoiceError(f"no bullet has the id, path or words {bullet!r} (`tailor rank` lists them all)")
    if len(meant) > 1:
        shown = "; ".join(f"{one.path} “{_short(one.text)}”" for one in meant[:_MOST_SHOWN])
        raise ChoiceError(f"{len(meant)} bullets have the words {bullet!r} (name one by its path: {shown})")
    return meant[0].path


def _tell_place(case: _Case) -> None:
    stands, ranked = case.stands, case.stands.ranked
    place = "printed" if stands.printed else "private, never printed" if ranked.bullet.private else "not printed"
    sure = "firm" if stands.firm else f"a close call: {stands.stays:.0%} of the trials with other weights keep it"
    if ranked.bullet.path in case.plan.withheld:
        sure = "left out by your own word"
    tell(hung(f"“{ranked.bullet.text}”", columns=width(), indent=0))
    tell(hung(f"{ranked.entry.name}, {ranked.bullet.path}", columns=width(), indent=0))
    tell(hung(f"rank {stands.rank} of {stands.of}; {place}; {sure}", columns=width(), indent=0))


def _tell_reason(case: _Case) -> None:
    stands = case.stands
    reason = next((out.why for out in case.plan.left_out if out.path == stands.ranked.bullet.path), "")
    if reason:
        tell(hung(f"why not: {reason}", columns=width(), indent=0))
    if stands.rival and stands.ranked.bullet.path not in case.plan.withheld:
        behind = f"{-stands.lead:.2f} more" if stands.lead < 0 else f"{stands.lead:.2f} less, kept by other rules"
        tell(hung(f"printed instead ({behind}): “{stands.rival.bullet.text}”", columns=width(), indent=0))


def _tell_score(stands: "Standing") -> None:
    signed = [f"{'+' if value >= 0 else '-'} {abs(value):.2f} {name}" for name, value in stands.ranked.parts]
    tell(
        hung(f"score {stands.ranked.score:.2f} = {' '.join(signed).removeprefix('+ ')}", columns=width(), indent=0)
    )


def _tell_matches(case: _Case) -> None:
    matches = _matches(case)
    if not any(match.strong for match in matches):
        tell("It proves none of the posting's requirements.")
    for match in matches[:_MOST_MATCHES]:
        asked = case.plan.requirement(match.requirement)
        shared = ", ".join((*match.skills, *(word for word in match.terms if word not in match.skills)))
        verb = "proves" if match.strong else "touches"
        line = f"{verb} {asked.id} ({asked.need}, {match.score:.2f}): “{' '.join(asked.text.split())}”"
        tell(hung(line + (f" [both have: {shared}]" if shared else ""), columns=width()))


def _tell_changes(case: _Case) -> None:
    """What would bring a bullet onto the page: a pin, a page more."""
    bullet = case.stands.ranked.bullet
    if bullet.private:
        tell("It is private: take `private: true` away to let it be printed.")
        return
    if bullet.path in case.plan.withheld:
        tell("Take your own word back to let it be printed: the tag or `drop` in the record, or the option.")
        return
    tell(hung(f'to print it anyway: `pin: ["{bullet.id}"]` in the application record', columns=width(), indent=0))
    pages = case.plan.fit.pages + 1
    more = "would print it" if bullet.path in _printed_on(pages, case) else "would not print it either"
    tell(hung(f"a page more (`--pages {pages}`) {more}", columns=width(), indent=0))


def _printed_on(pages: int, case: _Case) -> frozenset[str]:
    from tailor.tailoring import plan_page  # noqa: PLC0415 - heavy imports late

    wish = replace(case.wish, pages=str(pages))
    longer, _ = plan_page(case.subject, case.plan.posting, case.ranking, case.desk.tools, wish=wish)
    return longer.printed


def _matches(case: _Case) -> "list[Match]":
    own = [match for match in case.ranking.matches if match.path == case.stands.ranked.bullet.path]
    return sorted(own, key=lambda match: -match.score)


def _contract(case: _Case) -> dict[str, Any]:
    """One object for programs."""
    stands, plan = case.stands, case.plan
    path = stands.ranked.bullet.path
    return {
        "path": path,
        "text": stands.ranked.bullet.text,
        "rank": stands.rank,
        "of": stands.of,
        "printed": stands.printed,
        "firm": stands.firm,
        "stays": stands.stays,
        "score": stands.ranked.score,
        "parts": dict(stands.ranked.parts),
        "why_not": next((out.why for out in plan.left_out if out.path == path), None),
        "instead": stands.rival.bullet.path if stands.rival and not stands.printed else None,
        "requirements": [
            {
                "id": match.requirement,
                "text": plan.requirement(match.requirement).text,
                "score": match.score,
                "proves": match.strong,
                "shared": [*match.skills, *match.terms],
            }
            for match in _matches(case)
        ],
    }


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - one line of a message
