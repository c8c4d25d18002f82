"""Requirements x bullets -> ranking: which lines of a profile answer a posting, and why."""

from tailor.match.ranking import rank

__all__ = ["rank"]
