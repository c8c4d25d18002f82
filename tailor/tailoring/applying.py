"""The stages in their order: a posting as read and a profile into plan, letter and gap report."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from tailor.errors import ChoiceError, MachineError
from tailor.model.document import Style
from tailor.model.gaps import GapReport, PostingGaps
from tailor.model.letter import Draft, Letter
from tailor.model.plan import Heights, LayOut, Layout, Measure, Plan, Ranking
from tailor.model.posting import Posting, Reading
from tailor.model.profile import Profile
from tailor.model.record import Record
from tailor.model.text import Page
from tailor.tailoring.added import with_added
from tailor.tailoring.drafting import Drafted, drafted
from tailor.tailoring.looks import no_letter_because, style_of
from tailor.tailoring.tools import Tools
from tailor.tailoring.wishes import Wish

if TYPE_CHECKING:
    from tailor.skills import SkillFinder

_NO_LETTER = Letter(date="", recipient=(), subject="", salutation="", paragraphs=(), closing="", signature="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What an application is about: the posting as read, the person's record for it, and the profile."""

    page: Page
    reading: Reading
    record: Record | None
    profile: Profile

    @classmethod
    def of(cls, page: Page, reading: Reading, record: Record | None, profile: Profile) -> "Subject":
        """A posting as read, its record and a profile; lines that the record adds stand in their entries."""
        return cls(page=page, reading=reading, record=record, profile=with_added(profile, record))


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """One posting and one profile, tailored: the plan, the letter, the gap report, and how they look.

    The letter is empty where none can be drafted in the language of the documents; where the person edited its
    draft, it is theirs.
    """

    posting: Posting
    profile: Profile
    ranking: Ranking
    plan: Plan
    drafted: Drafted
    report: GapReport
    style: Style

    @property
    def letter(self) -> Letter:
        """The letter as it is printed."""
        return self.drafted.letter

    @property
    def role(self) -> str:
        """The job's title as people say it: without requisition numbers, places and capitals that shout."""
        from tailor.letter.titles import letter_title  # noqa: PLC0415 - heavy imports late

        return letter_title(self.posting) or self.posting.title

    @property
    def gaps(self) -> PostingGaps:
        """The gap report's only posting."""
        return self.report.postings[0]


def tailor_posting(subject: Subject, tools: Tools, *, wish: Wish, draft: Draft | None = None) -> Application:
    """A posting as read, its record and a profile into everything that is said about them.

    `draft` is the letter's draft that the person edited; `InputError` tells of one that cannot be read.
    """
    from tailor.gaps import report  # noqa: PLC0415 - heavy imports late
    from tailor.letter import LetterWish, write_letter  # noqa: PLC0415 - as above
    from tailor.letter.titles import letter_title  # noqa: PLC0415 - as above
    from tailor.plan.standing import firmness  # noqa: PLC0415 - as above

    check_look(subject, wish)
    find = tools.finder(subject.profile).find
    posting, ranking = rank_posting(subject, tools, wish=wish)
    plan, style = plan_page(subject, posting, ranking, tools, wish=wish)
    if no_letter_because(style, subject.profile):
        letter = Drafted(letter=_NO_LETTER)
    else:
        wanted = LetterWish(variant=wish.variant, lang=style.lang)
        usual = write_letter(plan, ranking, today=wish.today, find=find, wish=wanted)
        letter = drafted(usual, draft, plan, style, find)
    return Application(
        posting=posting,
        profile=subject.profile,
        ranking=ranking,
        plan=plan,
        drafted=letter,
        report=report([(plan, ranking)], today=wish.today, find=find, titled=letter_title, firmness=firmness),
        style=style,
    )


def understand(subject: Subject, finder: "SkillFinder") -> Posting:
    """A posting as read into the posting with its requirements."""
    from tailor.requirements import build_posting  # noqa: PLC0415 - heavy imports late

    return build_posting(subject.page, subject.reading, finder.find, record=subject.record)


def rank_posting(subject: Subject, tools: Tools, *, wish: Wish) -> tuple[Posting, Ranking]:
    """A posting as read and a profile into the posting and the ranking of every bullet, as the kind weighs age."""
    from tailor.match import rank  # noqa: PLC0415 - heavy imports late
    from tailor.plan import read_kind  # noqa: PLC0415 - as above

    age = read_kind(style_for(subject, wish).kind).age
    finder = tools.finder(subject.profile)
    posting = understand(subject, finder)
    return posting, rank(posting, subject.profile, finder.find, today=wish.today, record=subject.record, age=age)


def style_for(subject: Subject, wish: Wish) -> Style:
    """How documents look: what the wish says, else the record, else the profile, else the usual."""
    return style_of(subject.reading.facts, subject.record, subject.profile, wish)


def check_look(subject: Subject, wish: Wish) -> None:
    """Nothing, or the ChoiceError of a theme, option, kind or paper there is not: told before the work begins."""
    from tailor.plan import read_kind  # noqa: PLC0415 - heavy imports late
    from tailor.render.theme import read_theme, styled  # noqa: PLC0415 - as above

    style = style_for(subject, wish)
    styled(read_theme(style.theme, workspace=wish.workspace), style)
    read_kind(style.kind)
    if subject.record and subject.record.paper not in (None, "letter", "a4"):
        raise ChoiceError(f"{subject.record.source}: paper is letter or a4, not {subject.record.paper!r}")


def plan_page(  # noqa: PLR0913 - the parts of an application, one each
    subject: Subject, posting: Posting, ranking: Ranking, tools: Tools, *, wish: Wish, measured: bool = True
) -> tuple[Plan, Style]:
    """A ranking into the plan that fits the page as its theme lays it out, and the style it was measured in.

    Unless it is to be `measured`, heights are estimated, as where there is no engine.
    """
    from tailor.plan import PlanWish, make_plan, read_kind  # noqa: PLC0415 - heavy imports late

    style = style_for(subject, wish)
    kind = read_kind(style.kind)
    measure, lay_out = _engine(style, tools, wish) if measured else (_unmeasured, _unmeasured)

    planned = PlanWish(
        record=subject.record,
        kind=kind,
        pages=wish.pages or (subject.record and subject.record.pages) or kind.pages,
        today=wish.today,
        find=tools.finder(subject.profile).find,
        look_ahead=measured,
        include=(*wish.include, *(subject.record.decisions.include if subject.record else ())),
        exclude=(*wish.exclude, *(subject.record.decisions.exclude if subject.record else ())),
    )
    return make_plan(posting, subject.profile, ranking, planned, measure=measure, lay_out=lay_out), style


def _engine(style: Style, tools: Tools, wish: Wish) -> tuple[Measure, LayOut]:
    """The two ways to measure a plan, as its theme lays it out."""
    from tailor import render  # noqa: PLC0415 - heavy imports late

    theme = render.read_theme(style.theme, workspace=wish.workspace)
    press = tools.press(theme)

    def measure(plan: Plan) -> Heights:
        return press.heights(render.resume(plan, theme, style, "html"))

    def lay_out(plan: Plan) -> Layout:
        return press.layout(render.resume(plan, theme, style, "html"))

    return measure, lay_out


def _unmeasured(plan: Plan) -> NoReturn:  # noqa: ARG001 - the shape of a Measure and of a LayOut
    raise MachineError("nobody asked for the layout engine")
