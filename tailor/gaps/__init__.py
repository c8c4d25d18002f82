"""Plans and rankings into an honest gap report: what is shown, listed, near, missing, met or to be asked."""

from tailor.gaps.bench import Bench, Judged
from tailor.gaps.reporting import judged, report
from tailor.gaps.tally import Tally

__all__ = ["Bench", "Judged", "Tally", "judged", "report"]
