"""Lines that a person adds for one posting, in the entries that they belong to."""

from dataclasses import replace

from tailor.model.profile import Bullet, Entry, Profile
from tailor.model.record import Record


def with_added(profile: Profile, record: Record | None) -> Profile:
    """A profile with the lines that a record adds, each pinned at the end of the entry it names.

    A line whose name means no entry or several is left out here; the plan tells of it.
    """
    added = record.decisions.added if record else ()
    if not added:
        return profile
    return replace(
        profile,
        entries=tuple(_with_own(entry, profile, added) for entry in profile.entries),
        versions=tuple(with_added(version, record) for version in profile.versions),
    )


def _with_own(entry: Entry, profile: Profile, added: tuple[tuple[str, str], ...]) -> Entry:
    texts = [text for name, text in added if profile.entries_called(name) == (entry,)]
    paths = [f"{entry.path}.added[{at}]" for at in range(len(texts))]
    own = [Bullet(path=path, id=path, text=text, pin=True) for path, text in zip(paths, texts, strict=True)]
    return replace(entry, bullets=(*entry.bullets, *own))
