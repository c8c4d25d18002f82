"""What is said while thousands of postings are read: how far it is, and what goes wrong."""

from collections.abc import Callable

from tailor.batch import BUG, Failure
from tailor.cli.bugs import bug_message
from tailor.cli.output import say
from tailor.model.gaps import PostingGaps
from tailor.survey import Found, Told

_EVERY = 500
"""Postings between two lines of progress."""

_SAID = 5
"""Failures that are told one by one; of more, the number is."""


class Progress:
    """Counts postings as they are judged; says every few hundred, and the first failures."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.code = 0
        self._count = self._failures = 0

    def told(self, then: Callable[[PostingGaps, bool], None] | None) -> Told:
        """Count a posting and do what else is to be done with it."""

        def counted(gaps: PostingGaps, counts: bool) -> None:  # noqa: FBT001 - the shape of a Told
            self._count += 1
            if self._count % _EVERY == 0:
                say(f"{self._count} postings read …")
            if then:
                then(gaps, counts)

        return counted

    def failed(self, found: Found) -> None:
        """Say what went wrong with a posting, for the first few."""
        failure = found.failure or Failure(message="", code=0)
        self.code = max(self.code, failure.code)
        self._failures += 1
        if self._failures <= _SAID:
            say(bug_message(failure.message, failure.trace) if failure.code == BUG else failure.message)

    def close(self) -> None:
        """Say how many more went wrong."""
        if self._failures > _SAID:
            say(f"and {self._failures - _SAID} more could not be read")
