"""Nodes of a located file as the checks of a profile read them: mappings of a list, texts, dates."""

from collections.abc import Iterator

from tailor.located import Mapping, Node, Scalar, Sequence
from tailor.model.profile import Date
from tailor.profile.dates import DateError, parse_date


def mappings(node: Node | None) -> Iterator[Mapping]:
    """A list into those of its items that have keys; nothing else has any."""
    if isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Mapping))


def text_of(node: Node | None) -> str:
    """A text as it is meant, empty where there is none."""
    return node.text.strip() if isinstance(node, Scalar) and not node.null else ""


def date_of(node: Node | None) -> Date | None:
    """A text into its date; None where it is none."""
    try:
        return parse_date(text_of(node)) if text_of(node) else None
    except DateError:
        return None
