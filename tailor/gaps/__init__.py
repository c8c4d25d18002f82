"""Plans and rankings into an honest gap report: what is shown, listed, near, missing, met or to be asked."""

from tailor.gaps.reporting import report

__all__ = ["report"]
