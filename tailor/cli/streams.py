"""The JSON object of thousands of postings, written without holding them."""

import json
import shutil
import sys
import tempfile
from types import TracebackType
from typing import IO, Any, Self

from tailor.model.gaps import GapReport, PostingGaps
from tailor.render.gaps import posting_contract, requirements_contract
from tailor.render.sums_contract import sums_contract

_IN_MEMORY = 4_000_000
"""Bytes of each list that are held; what is longer goes to a temporary file."""


class GapsObject:
    """One object by the contract of `gaps`: lists grow in temporary files until the whole is written."""

    def __init__(self) -> None:
        """Two empty lists."""
        self._lists = {name: _List() for name in ("postings", "requirements")}

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Forget the temporary files."""
        for each in self._lists.values():
            each.file.close()

    def add(self, gaps: PostingGaps, counts: bool) -> None:  # noqa: FBT001 - the shape of a Told
        """One posting more; whether it counts, or says the same as one before."""
        self._lists["postings"].add(posting_contract(gaps) | {"twin": not counts})
        for one in requirements_contract(gaps):
            self._lists["requirements"].add(one)

    def write(self, report: GapReport) -> None:
        """The whole object on standard output, on one line."""
        out = sys.stdout
        out.write(f'{{"profile": {json.dumps(report.profile, ensure_ascii=False)}')
        for name, each in self._lists.items():
            out.write(f', "{name}": [')
            each.file.seek(0)
            shutil.copyfileobj(each.file, out)
            out.write("]")
        for name, value in sums_contract(report).items():
            out.write(f', "{name}": {json.dumps(value, ensure_ascii=False)}')
        out.write("}\n")


class _List:
    """The members of a JSON list, in a file that is on the disk only if it is long."""

    def __init__(self) -> None:
        self.file: IO[str] = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - closed by the object
            max_size=_IN_MEMORY, mode="w+", encoding="utf-8"
        )
        self._empty = True

    def add(self, value: dict[str, Any]) -> None:
        self.file.write(("" if self._empty else ", ") + json.dumps(value, ensure_ascii=False))
        self._empty = False
