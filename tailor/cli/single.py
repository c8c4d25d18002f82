"""One document of one posting: made and written beside what `build` makes."""

from pathlib import Path

from tailor.batch import Order
from tailor.cli.output import say
from tailor.errors import TailorError
from tailor.tailoring import Tools, make_documents, tailor_posting
from tailor.workspace import manifest
from tailor.workspace.writing import write_kept


def make_single(order: Order, tools: Tools) -> tuple[int, tuple[Path, ...]]:
    """Make and write the documents of one order; the exit code, and the paths written.

    The manifest of a whole build is not touched: it goes on telling what that build made.
    """
    try:
        application = tailor_posting(order.subject, tools, wish=order.wish)
        made = make_documents(application, order.kinds, order.formats, tools, wish=order.wish)
    except TailorError as error:
        say(str(error))
        return error.exit_code, ()
    before = manifest.made_before(manifest.read_manifest(order.folder))
    paths = tuple(
        write_kept(order.folder / each.name, each.content, made=before.get(each.name)) for each in made.documents
    )
    if made.lost:
        say("read back from the PDF, these lines are not as printed:\n  " + "\n  ".join(made.lost))
        return 3, paths
    if made.lacking:
        say(made.lacking)
        return 4, paths
    return 0, paths
