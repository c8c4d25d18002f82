"""Commands that make one document: resume, letter."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tailor.cli.options import AS_OF, NO_CHECK, VARIANT, document_options
from tailor.cli.output import tell

if TYPE_CHECKING:
    from tailor.batch import Outcome
    from tailor.model.document import DocumentKind
    from tailor.workspace.delivery import Delivered


@click.command()
@document_options
@NO_CHECK
@AS_OF
def resume(postings: tuple[Path, ...], **words: Any) -> None:  # noqa: ANN401 - click's options
    """Make the tailored resume of each posting."""
    _make(postings, words, "resume")


@click.command()
@document_options
@VARIANT
@click.option("--short", is_flag=True, help="About a hundred words, for the text of an e-mail.")
@NO_CHECK
@AS_OF
def letter(postings: tuple[Path, ...], *, short: bool, **words: Any) -> None:  # noqa: ANN401 - click's options
    """Draft the cover letter of each posting; where you edited its letter.md, make it from that."""
    _make(postings, words, "email" if short else "letter")


def _make(postings: Sequence[Path], words: dict[str, Any], kind: "DocumentKind") -> None:
    """One kind of document for each posting, beside what `build` makes; their paths on standard output."""
    from tailor.cli.context import Desk  # noqa: PLC0415 - heavy imports late
    from tailor.cli.making import make_all  # noqa: PLC0415 - as above
    from tailor.cli.ordering import orders_from  # noqa: PLC0415 - as above

    desk = Desk.here()
    orders, code = orders_from(desk, postings, words, kinds=(kind,))

    def told(outcome: "Outcome", delivered: "Delivered") -> None:  # noqa: ARG001 - the shape of a Told
        for path in delivered.paths:
            tell(str(path))

    code = max(code, make_all(orders, desk, jobs=1, told=told) if orders else 0)
    click.get_current_context().exit(code)
