"""Values of structure: what a kind of resume prints, in which order, and how much of what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much of what a page may hold, where room is short.

    `best` are the most lines of the job that answers best; each line behind the fourth is worth less than the
    one before. `other` jobs take fewer, by how near they come to the best: at least `least`, of the two latest
    `latest`; a job that ended over ten years ago at most `old`. `projects` is the most projects and voluntary
    posts that get a place before the jobs' further lines, for proving something. Awards and publications come
    before further lines while they keep to the share `lists` of the paper, and `lists_rest` of what titles leave.
    Where pages do not matter, lines that prove nothing and are worth less than the
    share `far` of the usual stay out.
    """

    best: int = 9
    other: int = 7
    old: int = 3
    least: int = 3
    latest: int = 4
    projects: int = 2
    lists: float = 0.12
    lists_rest: float = 0.1
    far: float = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The structure of a resume as data: sections in order, and what the kind asks of a page.

    `sections` are names among summary, work, skills, education, projects, volunteer, credentials, languages,
    awards, publications, interests. `pages` is the default wish ("auto", "any" or a number as text), `least_fill`
    the share of the last page below which it is given up. `age` is the share of its score that a line may lose to
    age. Of jobs that ended more than `earlier` years ago only the titles stand (None: they stand like any other).
    `split` parts the jobs into those that answer the posting and the others, `split_by` into those that say one
    of these details and the others.

    `headings` are pairs of a section and the label it has in place of its own. `details` are what is printed of
    an entry beyond the usual, `facts` what stands under the head of the page, `asks` what a reader of this kind
    looks for: what a profile lacks of it is told.
    """

    name: str
    title: str
    sections: tuple[str, ...]
    pages: str = "auto"
    paper: str = ""
    asks: tuple[str, ...] = ()
    least_fill: float = 0.25
    age: float = 0.3
    earlier: int | None = 15
    split: bool = False
    split_by: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    details: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    limits: Bounds = Bounds()
