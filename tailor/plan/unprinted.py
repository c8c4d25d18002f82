"""What of a profile no page could bring in: private and dropped lines, sections and fields it has no place for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tailor.model.detail import Detail, all_details
from tailor.model.plan import LeftOut
from tailor.model.profile import Entry, EntrySection, Profile
from tailor.plan.decisions import Decided
from tailor.plan.wish import PlanWish

# The fields of an entry that a page has a place for; the others are told.
_FIELDS = ("summary", "description", "courses", "keywords")
_PRINTED: dict[EntrySection, tuple[str, ...]] = {
    "work": (),
    "breaks": (),
    "volunteer": (),
    "education": ("courses",),
    "projects": ("description",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The headline and the summary that are printed."""

    headline: str
    summary: str


def unprinted(profile: Profile, decided: Decided, wish: PlanWish, opening: Opening) -> tuple[LeftOut, ...]:
    """What no page could bring in, with the reason, in the profile's order.

    The text of a private bullet stays out of here: what is left out is written into the manifest. Stories and
    permits are material of the letter and the gap report, and not told.
    """
    return (*_openings(profile, opening, wish), *_entries(profile, decided, wish), *_lists(profile, wish))


def _openings(profile: Profile, opening: Opening, wish: PlanWish) -> Iterator[LeftOut]:
    """Headlines and summaries that another one of the author's stands for."""
    basics = profile.basics
    labels = [(basics.label, "basics.label"), *_numbered("basics.headlines", basics.headlines)]
    summaries = _numbered("basics.summaries", basics.summaries)
    for printed, written in ((opening.headline, labels), (opening.summary, summaries)):
        for text, path in written:
            if written is summaries and "summary" not in wish.kind.sections:
                yield LeftOut(path=path, text=text, why=_lacks(wish, "summary"))
            elif text and text != printed:
                yield LeftOut(path=path, text=text, why=f"for this posting “{printed}” stands in its place")


def _numbered(path: str, texts: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(text, f"{path}[{at}]") for at, text in enumerate(texts)]


def _entries(profile: Profile, decided: Decided, wish: PlanWish) -> Iterator[LeftOut]:
    for entry in profile.entries:
        lacking = entry.stands_in not in wish.kind.sections
        gone = decided.withheld.get(entry.path, _lacks(wish, entry.stands_in) if lacking else "")
        if gone:
            yield LeftOut(path=entry.path, text=entry.position or entry.name, why=gone)
        else:
            for one in (entry, *entry.titles):
                yield from _fields(one)
            yield from _details(all_details(entry), wish)
        for bullet in entry.bullets:
            if bullet.private:
                yield LeftOut(path=bullet.path, text="", why="private")
            elif bullet.path in decided.withheld:
                yield LeftOut(path=bullet.path, text=bullet.text, why=decided.withheld[bullet.path])
            elif lacking:
                yield LeftOut(path=bullet.path, text=bullet.text, why=_lacks(wish, entry.stands_in))


def _fields(entry: Entry) -> Iterator[LeftOut]:
    """Fields that the page has no place for."""
    for name in _FIELDS:
        value: str | tuple[str, ...] = getattr(entry, name)
        if value and name not in _PRINTED[entry.section]:
            text = value if isinstance(value, str) else ", ".join(value)
            why = f"a resume prints no {name} here; written as a highlight it can be chosen"
            yield LeftOut(path=entry.at(name), text=text, why=why)


def _details(details: Iterable[Detail], wish: PlanWish) -> Iterator[LeftOut]:
    """What only other kinds print."""
    for one in details:
        if one.name not in wish.kind.details:
            why = f"the kind {wish.kind.name} prints no {one.name} (docs/kinds.md tells which do)"
            yield LeftOut(path=one.path, text=one.text, why=why)


def _lists(profile: Profile, wish: PlanWish) -> Iterator[LeftOut]:
    """Skills, languages, credentials and listed items of sections that the kind does not have."""
    items: Iterable[tuple[str, str, str]] = (
        *(("skills", one.path, ", ".join((one.name, *one.keywords))) for one in profile.skills),
        *(("languages", one.path, one.name) for one in profile.languages),
        *(("credentials", one.path, one.name) for one in profile.credentials),
        *((one.section, one.path, one.title) for one in profile.listed),
    )
    for section, path, text in items:
        if section not in wish.kind.sections:
            yield LeftOut(path=path, text=text, why=_lacks(wish, section))
    held = [(one.details, "credentials") for one in profile.credentials]
    for details, section in (*held, *((one.details, one.section) for one in profile.listed)):
        yield from _details(details if section in wish.kind.sections else (), wish)
    for group in profile.skills if "skills" in wish.kind.sections else ():
        if group.level:
            yield LeftOut(path=f"{group.path}.level", text=group.level, why="a resume prints no level of skills")


def _lacks(wish: PlanWish, section: str) -> str:
    return f"the kind {wish.kind.name} has no section {section}"
