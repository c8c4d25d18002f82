"""What an entry, a licence or a publication says that only some kinds of resume print."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tailor.model.profile import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A further thing that the person says: `name` is its key in the file, `path` where it stands."""

    name: str
    path: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words as one text; what holds commas itself is parted by semicolons."""
        return ("; " if any("," in word for word in self.words) else ", ").join(self.words)


def said(details: tuple[Detail, ...], names: tuple[str, ...]) -> tuple[Detail, ...]:
    """Those of the details that are named, in the order of the names."""
    return tuple(one for name in names for one in details if one.name == name)


def all_details(entry: "Entry") -> tuple[Detail, ...]:
    """The details of an entry and those of the titles held in it."""
    return (*entry.details, *(detail for title in entry.titles for detail in title.details))
