"""What has been found in a posting so far: items, lines set aside, running text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tailor.model.posting import Item, Need, SetAside
from tailor.model.text import Block, Span


@dataclass(slots=True)
class Found:
    """Items and lines set aside, gathered section by section."""

    items: list[Item] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    splits: list[int] = field(default_factory=list)
    prose: list[Span] = field(default_factory=list)
    unread: list[Block] = field(default_factory=list)
    marks: Mapping[int, Need] = field(default_factory=dict)
    duties_headed: bool = True
