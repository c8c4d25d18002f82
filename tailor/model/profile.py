"""Values of a profile: everything true about a person's working life, as the person wrote it."""

import re
from dataclasses import dataclass
from typing import Literal

from tailor.model.bridge import Bridge
from tailor.model.detail import Detail

EntrySection = Literal["work", "breaks", "volunteer", "education", "projects"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Date:
    """A date with the precision it was written in: a year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """ISO form at the date's own precision: 2021, 2021-03 or 2021-03-09."""
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One highlight of an entry. `path` is "work[0].highlights[3]"; `id` is the author's or else the path."""

    path: str
    id: str
    text: str
    variants: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    private: bool = False
    pin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A job, voluntary post, course of study or project, or a break between jobs.

    `name` is the employer, organization, institution or project; `position` the job's title, or what the author
    says of a break. `end` None means that it goes on, when `start` is given. `also`: its name in other languages.

    A position with bullets of its own, at an employer where there were several, is an entry of its own: `employer`
    is the path of the block that it stands in ("work[0]"), `inherited` the keys that stand there and not in the
    position. Where the bullets are the employer's, `titles` are the positions, newest first, each with its own
    dates; the entry then has the newest one's title and lasts from the earliest start to the latest end.
    """

    path: str
    section: EntrySection
    name: str
    employer: str = ""
    inherited: tuple[str, ...] = ()
    titles: tuple["Entry", ...] = ()
    position: str = ""
    location: str = ""
    url: str = ""
    start: Date | None = None
    end: Date | None = None
    summary: str = ""
    description: str = ""
    study_type: str = ""
    area: str = ""
    score: str = ""
    courses: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    tags: tuple[str, ...] = ()
    also: str = ""
    details: tuple[Detail, ...] = ()

    @property
    def stands_in(self) -> str:
        """The section of a page that it belongs to: a break stands among the jobs."""
        return "work" if self.section == "breaks" else self.section

    @property
    def current(self) -> bool:
        """Whether the entry goes on: it has a start and no end."""
        return self.start is not None and self.end is None

    @property
    def held(self) -> tuple["Entry", ...]:
        """The titles that were held one after the other, each with its dates: several, or the entry itself."""
        return self.titles or (self,)

    @property
    def called(self) -> str:
        """What the entry is called: the employer, every title, the degree and its field, in every language."""
        return " ".join((self.name, *(one.position for one in self.held), self.study_type, self.area, self.also))

    def at(self, key: str) -> str:
        """A key of the file into the path where it stands: in the entry, or in the block of its employer."""
        if self.section == "breaks" and key == "position":
            key = "text"
        return f"{self.employer if key in self.inherited else self.path}.{key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A web page of the person's: network or label, and address."""

    network: str
    username: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """Who the person is. `location` is one line as printed, `region` its end; `image` names a photo's file."""

    name: str
    label: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    location: str = ""
    region: str = ""
    country: str = ""
    headlines: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    image: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillGroup:
    """A named group of skills as the person lists them."""

    path: str
    name: str
    keywords: tuple[str, ...]
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A natural language and how well the person knows it, in the person's words."""

    path: str
    name: str
    fluency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A certificate or a licence: who issued it, where it is valid, its number and dates."""

    path: str
    kind: Literal["certificate", "licence"]
    name: str
    issuer: str = ""
    region: str = ""
    number: str = ""
    url: str = ""
    date: Date | None = None
    expires: Date | None = None
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An award, publication or interest: one line with its date, giver or publisher."""

    path: str
    section: Literal["awards", "publications", "interests"]
    title: str
    by: str = ""
    date: Date | None = None
    url: str = ""
    summary: str = ""
    keywords: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A paragraph in the person's own voice for letters; `proves` are skills or requirement words."""

    path: str
    text: str
    proves: tuple[str, ...] = ()
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything true about a person's working life; order is the author's.

    `terms` are groups of spellings that the author allows to stand for each other in printed lines. `lang` is the
    language of its texts, `written` what its file says to be written in (nothing where no file was read),
    `versions` the same in its other languages: compared with postings, never printed.
    """

    source: str
    basics: Basics
    entries: tuple[Entry, ...]
    skills: tuple[SkillGroup, ...] = ()
    languages: tuple[Language, ...] = ()
    credentials: tuple[Credential, ...] = ()
    listed: tuple[Listed, ...] = ()
    permits: tuple[str, ...] = ()
    stories: tuple[Story, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    terms: tuple[tuple[str, ...], ...] = ()
    kind: str | None = None
    theme: str | None = None
    paper: str | None = None
    photo: bool = False
    lang: str = "en"
    written: tuple[str, ...] = ()
    versions: tuple["Profile", ...] = ()

    def in_words_of(self, language: str) -> "Profile":
        """The version to compare with a text in a language: that language's, else the English one, else itself."""
        spoken = {one.lang[:2]: one for one in (*self.versions, self)}
        return spoken.get(language[:2].lower()) or spoken.get("en") or self

    def section(self, name: EntrySection) -> tuple[Entry, ...]:
        """The entries of one section, in the author's order."""
        return tuple(entry for entry in self.entries if entry.section == name)

    @property
    def bullets(self) -> tuple[Bullet, ...]:
        """Every highlight of the profile in file order."""
        return tuple(bullet for entry in self.entries for bullet in entry.bullets)

    def entries_called(self, name: str) -> tuple[Entry, ...]:
        """The entries that a name as people write it ("Pepsico Head") means: its every word stands in theirs."""
        said = _words(name)
        return tuple(entry for entry in self.entries if said and said <= _words(entry.called))

    def named(self, reference: str) -> tuple[Bullet, ...]:
        """The bullets that a person means by an id, a path or words of the bullet: in this order, case ignored."""
        wanted = reference.strip()
        by_id = tuple(bullet for bullet in self.bullets if bullet.id == wanted)
        by_id = by_id or tuple(bullet for bullet in self.bullets if bullet.path == wanted)
        said = " ".join(reference.casefold().split()).rstrip(".…")
        if by_id or not said:
            return by_id
        return tuple(bullet for bullet in self.bullets if said in " ".join(bullet.text.casefold().split()))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))
