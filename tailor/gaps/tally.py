"""Judged postings into sums, one after the other: what is kept does not grow with their number."""

from collections import Counter
from dataclasses import dataclass, replace

from tailor.gaps.bench import Bench, Judged
from tailor.gaps.conditions import Conditions
from tailor.gaps.fits import VERDICTS, Best, Key, fit_of, fit_order
from tailor.gaps.learning import learn_steps
from tailor.gaps.lists import Lists
from tailor.gaps.portfolio import Skills, Telling
from tailor.gaps.unwritten import Uses, write_down
from tailor.gaps.words import inside, joined
from tailor.model.gaps import GapReport, Portfolio, PostingFit, PostingGaps, VerdictWord
from tailor.model.profile import Profile

_FITS = 40
"""Postings of each verdict that are kept by name; of the others only the number is."""

_TWINS = 1000
"""Postings that are there twice and whose other names are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A posting with its line among the others, its place in the order given, and what tells its twins."""

    fit: PostingFit
    place: int
    fingerprint: int
    gaps: PostingGaps | None = None


class Tally:
    """The sums of one report. Postings that say the same are counted once, the first that comes."""

    def __init__(self, *, most: int | None = None) -> None:
        """Hold nothing yet; the details of the `most` best fitting postings are kept, of all without `most`."""
        self._seen: set[int] = set()
        self._twins: dict[int | str, list[str]] = {}
        self._doubles = 0
        self._verdicts: Counter[VerdictWord] = Counter()
        self._fits = {word: Best[_Placed](_FITS, _order) for word in VERDICTS}
        self._told = Best[_Placed](most, _order)
        self._skills, self._conditions = Skills(), Conditions()
        self._open, self._blocked = Lists(), Lists()
        self._answering: Counter[str] = Counter()
        self._printed: set[str] = set()
        self._proven: set[str] = set()
        self._answered: set[str] = set()
        self._unanswered: set[str] = set()
        self._measured = True

    def add(self, judged: Judged) -> bool:
        """Count a posting; False where it says the same as one before, which counts for both."""
        gaps = judged.gaps
        if judged.fingerprint in self._seen:
            self._note_twin(judged.fingerprint, gaps.posting)
            return False
        self._seen.add(judged.fingerprint)
        self._place(judged)
        self._skills.add(gaps.posting, judged.asked)
        (self._blocked if gaps.verdict.word == "blocked" else self._open).add(judged)
        self._conditions.add(gaps)
        self._answering.update(judged.answering)
        self._printed |= judged.printed
        self._proven |= judged.proven
        self._answered |= judged.answered
        self._unanswered |= judged.unanswered
        self._measured &= judged.measured
        return True

    def add_twin(self, posting: str, of: str) -> None:
        """Note that a posting is next to the same as another, which counts for both."""
        self._note_twin(of, posting)

    def report(self, profile: Profile, bench: Bench) -> GapReport:
        """The sums into the report of a profile."""
        held = bench.held(profile.in_words_of("en"))
        proven, printed = frozenset(self._proven), frozenset(self._printed)
        answered = frozenset(self._answered - self._unanswered)
        details = self._details()
        if len(details) == len(self._seen):
            for one in details:
                self._skills.add_duties(one, bench.find)
        # What is blocked is not opened by learning a skill; it counts where there is nothing else.
        lists = self._open if self._open.total else self._blocked
        lacking = lists.lacking(proven)
        complete = sum(one.count for one in lacking if not one.groups)
        uses = Uses(asked=self._skills.named_in, answering=self._answering, printed=printed, proven=proven)
        portfolio = Portfolio(
            postings=len(self._seen),
            twins=self._doubles,
            verdicts=tuple((word, self._verdicts[word]) for word in VERDICTS if self._verdicts[word]),
            fits=tuple(self._named(one) for word in VERDICTS for one in self._fits[word].kept()),
            conditions=self._conditions.summed(),
            lists=lists.total,
            complete=complete,
            learn=learn_steps([one for one in lacking if one.groups], lists.skills, complete=complete),
            write_down=write_down(profile, held, uses, bench),
            measured=self._measured,
        )
        return GapReport(
            profile=profile.source,
            person=profile.basics.name,
            postings=details,
            skills=self._skills.states(
                Telling(profile=profile, held=held, bench=bench, answered=answered, printed=printed)
            ),
            portfolio=portfolio,
        )

    def _place(self, judged: Judged) -> None:
        groups = [group for group in judged.missing or () if not any(one.id in judged.proven for one in group)]
        names = dict.fromkeys(joined([inside(one) for one in group], "list_or") for group in groups)
        placed = _Placed(
            fit=fit_of(judged.gaps, tuple(names)), place=len(self._seen), fingerprint=judged.fingerprint
        )
        self._verdicts[placed.fit.word] += 1
        self._fits[placed.fit.word].add(placed)
        self._told.add(replace(placed, gaps=judged.gaps))

    def _details(self) -> tuple[PostingGaps, ...]:
        """All postings in the order given, or where there are too many, those that fit best."""
        kept = self._told.kept()
        if len(kept) == len(self._seen):
            kept = tuple(sorted(kept, key=lambda one: one.place))
        return tuple(one.gaps for one in kept if one.gaps)

    def _named(self, placed: _Placed) -> PostingFit:
        twins = (*self._twins.get(placed.fingerprint, ()), *self._twins.get(placed.fit.posting, ()))
        return replace(placed.fit, twins=tuple(sorted(twins)))

    def _note_twin(self, of: int | str, posting: str) -> None:
        self._doubles += 1
        if of in self._twins or len(self._twins) < _TWINS:
            names = self._twins.setdefault(of, [])
            if len(names) < _FITS:
                names.append(posting)


def _order(placed: _Placed) -> Key:
    return (*fit_order(placed.fit), placed.place)
