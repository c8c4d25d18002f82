"""The plan: material is gathered, measured, chosen from, laid out, and told about."""

from dataclasses import replace

from tailor.errors import ChoiceError, MachineError
from tailor.model.plan import EARLIER, Fit, LayOut, Measure, Plan, Ranking
from tailor.model.posting import Posting
from tailor.model.profile import Profile
from tailor.plan.asks import asked
from tailor.plan.build import build, everything
from tailor.plan.career import years_of_work
from tailor.plan.estimate import total
from tailor.plan.fitting import Fitted, fit_all, fit_pages, next_page
from tailor.plan.material import Material, gather
from tailor.plan.notes import told
from tailor.plan.paper import Paper, guessed, read_paper
from tailor.plan.reasons import left_out
from tailor.plan.wish import PlanWish

LONG_CAREER = 10.0
"""Years of work from which a second page may be earned: about a page for ten years is what recruiters advise."""

EARNED_FILL = 0.5
"""The least share of the second page that evidence for this posting must fill."""

_UNKNOWN = Fit(pages=0, limit=None, measured=False, last_fill=0.0)


def make_plan(  # noqa: PLR0913 - two of the six are ways to measure, passed in by name
    posting: Posting, profile: Profile, ranking: Ranking, wish: PlanWish, *, measure: Measure, lay_out: LayOut
) -> Plan:
    """A ranking into the plan of what is printed, why the rest is not, and how it fits the paper.

    `wish.pages`: "any" prints all that is near the posting; a number is the most pages there may be; "auto" means
    one page, or two where the person has worked for ten years or more and lines that are evidence for this
    posting and find no room on the first page fill at least half of the second. No line is cut. Where `measure`
    or `lay_out` raises `MachineError`, heights are estimated and the fit says so. `ChoiceError` for any other
    wish.
    """
    material, paper = _roomy(posting, profile, ranking, wish, measure, lay_out)
    try:
        fitted = _told(material, paper)
    except MachineError:
        fitted = _told(material, guessed(_full(material), lay_out))
    reasons = (*left_out(material, fitted), *material.left_out)
    plan = build(material, fitted.choice, fit=fitted.fit, left_out=reasons)
    return replace(plan, hints=told(plan, plan.hints), asks=asked(plan, wish.kind, wish.today))


def _roomy(  # noqa: PLR0913, PLR0917 - as above
    posting: Posting, profile: Profile, ranking: Ranking, wish: PlanWish, measure: Measure, lay_out: LayOut
) -> tuple[Material, Paper]:
    """What may be printed, and its paper; jobs of long ago keep their lines where all fits the pages asked for."""
    material = gather(posting, profile, ranking, wish)
    paper = _paper(material, measure, lay_out)
    if EARLIER not in material.section_of.values():
        return material, paper
    whole = gather(posting, profile, ranking, replace(wish, kind=replace(wish.kind, earlier=None)))
    wider = _paper(whole, measure, lay_out)
    pages = _number(wish.pages) if wish.pages.isdecimal() else 1
    fits = total(_full(whole), wider.heights) <= pages * wider.heights.page
    return (whole, wider) if fits else (material, paper)


def _full(material: Material) -> Plan:
    return build(material, everything(material), fit=_UNKNOWN)


def _paper(material: Material, measure: Measure, lay_out: LayOut) -> Paper:
    """Heights of everything there is, measured, or guessed where there is no engine."""
    try:
        return read_paper(_full(material), measure, lay_out)
    except MachineError:
        return guessed(_full(material), lay_out)


def _told(material: Material, paper: Paper) -> Fitted:
    """The choice that fits, with what a page more would add."""
    fitted = _fitted(material, paper)
    if not material.wish.look_ahead:
        return fitted
    return replace(fitted, fit=replace(fitted.fit, next_page=next_page(material, paper, fitted)))


def _fitted(material: Material, paper: Paper) -> Fitted:
    pages = material.wish.pages
    if pages == "any":
        return fit_all(material, paper)
    if pages == "auto":
        return _one_or_two(material, paper)
    return _at_most(material, paper, _number(pages))


def _at_most(material: Material, paper: Paper, limit: int) -> Fitted:
    """As many pages as asked for; one fewer where the last would be nearly empty, more where titles need them."""
    fitted = fit_pages(material, paper, limit=limit)
    if fitted.fit.pages > limit:
        return _longer(material, paper, fitted)
    if fitted.fit.pages == limit > 1 and fitted.fit.last_fill < material.wish.kind.least_fill:
        shorter = fit_pages(material, paper, limit=limit - 1)
        if shorter.fit.pages < limit:
            note = f"a page more would be filled to {fitted.fit.last_fill:.0%} only"
            return replace(shorter, fit=replace(shorter.fit, note=note))
    return fitted


def _longer(material: Material, paper: Paper, fitted: Fitted) -> Fitted:
    """What does not fit the pages asked for, on as many as it takes, and told."""
    longer = fit_pages(material, paper, limit=fitted.fit.pages)
    asked = "one page" if fitted.fit.limit == 1 else f"{fitted.fit.limit} pages"
    note = f"the titles of the last ten years' jobs and all else that is always printed overfill {asked}"
    return replace(longer, fit=replace(longer.fit, note=note))


def _one_or_two(material: Material, paper: Paper) -> Fitted:
    one = fit_pages(material, paper, limit=1)
    needed = one.fit.pages > 1
    if not needed and not _earns_second(material, paper, one):
        return one
    if needed:
        return _longer(material, paper, one)
    two = fit_pages(material, paper, limit=2, spare_weak=True)
    return two if (two.fit.pages == 2 and two.fit.last_fill >= EARNED_FILL) else one  # noqa: PLR2004


def _earns_second(material: Material, paper: Paper, one: Fitted) -> bool:
    """Whether the career is long and the evidence that found no room would fill half of a page."""
    if years_of_work(material.profile, material.wish.today) < LONG_CAREER:
        return False
    out = [line for line in material.lines if line.path not in {*one.choice.lines, *one.repeated}]
    waiting = sum(paper.heights.elements.get(line.path, 0.0) for line in out if line.counts)
    return waiting >= EARNED_FILL * paper.heights.page


def _number(pages: str) -> int:
    if not pages.isdecimal() or not int(pages):
        raise ChoiceError(f'pages are "auto", "any" or a number from 1, not {pages!r}')
    return int(pages)
