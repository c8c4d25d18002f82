"""Postings of one person, judged one after the other, into one gap report."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tailor.model.gaps import GapReport
from tailor.model.profile import Profile
from tailor.tailoring.applying import Subject, plan_page, rank_posting
from tailor.tailoring.tools import Tools
from tailor.tailoring.wishes import Wish

if TYPE_CHECKING:
    from tailor.gaps import Bench, Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Judges postings of one person; what all need is made once.

    Unless resumes are to be `measured`, they are fitted to their pages by estimate, a hundred times as fast, and
    nobody asks how firm the places of their bullets are.
    """

    tools: Tools
    wish: Wish
    bench: "Bench"
    measured: bool

    @classmethod
    def of(cls, profile: Profile, tools: Tools, wish: Wish, *, measured: bool = True) -> "Judge":
        """The judge of one person's postings."""
        from tailor.gaps import Bench  # noqa: PLC0415 - heavy imports late
        from tailor.letter.titles import letter_title  # noqa: PLC0415 - as above
        from tailor.plan.results import lacks_result  # noqa: PLC0415 - as above
        from tailor.plan.standing import firmness  # noqa: PLC0415 - as above

        bench = Bench(
            find=tools.finder(profile).find,
            today=wish.today,
            titled=letter_title,
            firmness=firmness if measured else None,
            lacks_result=lacks_result if profile.lang.startswith("en") else None,
        )
        return cls(tools=tools, wish=wish, bench=bench, measured=measured)

    def judged(self, subject: Subject) -> "Judged":
        """A posting as read and the profile into its gaps, with what sums over postings are made of."""
        from tailor.gaps import judged  # noqa: PLC0415 - heavy imports late

        posting, ranking = rank_posting(subject, self.tools, wish=self.wish)
        plan, _ = plan_page(subject, posting, ranking, self.tools, wish=self.wish, measured=self.measured)
        return judged(plan, ranking, self.bench)


def gap_report(subjects: Iterable[Subject], profile: Profile, tools: Tools, *, wish: Wish) -> GapReport:
    """Postings of one person into one gap report, each told in full; the person's tools are made once."""
    from tailor.gaps import Tally  # noqa: PLC0415 - heavy imports late

    judge, tally = Judge.of(profile, tools, wish), Tally()
    for subject in subjects:
        tally.add(judge.judged(subject))
    return tally.report(profile, judge.bench)
