"""The command that makes a story of a bullet: story."""

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tailor.cli.options import PROFILE
from tailor.cli.output import hung, say, tell, width
from tailor.errors import ChoiceError

if TYPE_CHECKING:
    from tailor.cli.context import Desk
    from tailor.model.profile import Bullet, Entry, Profile, Story

_MOST_PROVEN, _MOST_NEAR, _LONGEST = 5, 3, 60


@click.command()
@click.argument("bullet", metavar="BULLET")
@PROFILE
@click.option(
    "--answers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your answers, one a line; a fifth line may say what the story proves.",
)
def story(bullet: str, profile: str | None, answers: Path | None) -> None:
    """Make a story for letters out of a bullet and your answers to four questions.

    BULLET is its id, its path, or some of its words. The story is your own words, and is added to the profile's
    file, in which nothing else changes.
    """
    from tailor.cli.context import Desk, read_profile_file  # noqa: PLC0415 - heavy imports late
    from tailor.profile.adding import with_story  # noqa: PLC0415 - as above
    from tailor.workspace.folders import read_input  # noqa: PLC0415 - as above
    from tailor.workspace.writing import write_file  # noqa: PLC0415 - as above

    desk = Desk.here()
    path = desk.profile_path(None, profile)
    person = read_profile_file(path)
    meant, entry = _bullet(bullet, person)
    tell(hung(f"“{meant.text}”", columns=width(), indent=0))
    lines = _given(answers) if answers else _asked()
    told = _sentences(lines, person.lang)
    made = _story(told, entry, person, _proven(next(lines, ""), meant, desk, person))
    whole = with_story(read_input(path, "profile"), str(path), made, told)
    tell("")
    tell(hung(made.text, columns=width(), indent=0))
    tell(f"proves: {', '.join(made.proves) or 'nothing named'}; entry: {made.entry}")
    if not answers and _types() and not click.confirm(f"Add it to {path}?", default=True, err=True):
        say("nothing is written")
        return
    write_file(path, whole)
    say(f"added to {path}")


def _bullet(wanted: str, person: "Profile") -> "tuple[Bullet, Entry]":
    """The one bullet that a person means, with its entry; ChoiceError names the nearest, or the several."""
    meant = person.named(wanted)
    if len(meant) == 1:
        return meant[0], next(entry for entry in person.entries if meant[0] in entry.bullets)
    shown = meant or _nearest(wanted, person)
    several = f"{len(meant)} bullets have the words {wanted!r}; name one by its path"
    none = f"no bullet has the id, path or words {wanted!r}; nearest"
    listed = "; ".join(f"{one.path} “{_short(one.text)}”" for one in shown[:_MOST_NEAR])
    raise ChoiceError(f"{several if meant else none}: {listed or 'none, the profile has no bullets'}")


def _nearest(wanted: str, person: "Profile") -> "Sequence[Bullet]":
    """The bullets whose words are most like those asked for, best first."""
    said = wanted.casefold()

    def likeness(bullet: "Bullet") -> float:
        held = bullet.text.casefold()
        words = [max(difflib.SequenceMatcher(None, one, other).ratio() for other in held.split() or [""])
                 for one in said.split() or [""]]  # fmt: skip
        return sum(words) / len(words)

    return sorted(person.bullets, key=likeness, reverse=True)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _types() -> bool:
    """Whether a person types the answers."""
    return sys.stdin.isatty()


def _given(path: Path) -> Iterator[str]:
    from tailor.workspace.folders import read_input  # noqa: PLC0415 - heavy imports late

    return iter(read_input(path, "text file").decode("utf-8", errors="replace").splitlines())


def _asked() -> Iterator[str]:
    """The answers from standard input, each question told before it where a person types."""
    from tailor.letter.story import questions  # noqa: PLC0415 - heavy imports late

    types = _types()
    for question in (*questions(), ""):
        if types and question:
            say(question)
        line = sys.stdin.readline() if question or not types else ""
        yield line.rstrip("\r\n")


def _sentences(lines: Iterator[str], language: str) -> tuple[str, ...]:
    """Four answers into the story's sentences; ChoiceError where they say nothing, or too much in one sentence."""
    from tailor.letter.story import questions, story_sentences, too_long_for_letters  # noqa: PLC0415 - heavy

    told = story_sentences([next(lines, "") for _ in questions()], language)
    if not told:
        asked = " ".join(questions())
        raise ChoiceError(f"there is no answer to make a story of (one a line: {asked})")
    if long := too_long_for_letters(told):
        raise ChoiceError(f"too long for a letter, more than 35 words: “{_short(long[0])}” (make two of it)")
    return told


def _proven(asked: str, bullet: "Bullet", desk: "Desk", person: "Profile") -> tuple[str, ...]:
    """What the story proves: as the person says, else the bullet's own skills and tags and the skills it names."""
    if asked.strip():
        return _split(asked)
    find = desk.tools.finder(person).find
    named = [mention.skill.name for mention in find(bullet.text, "bullet") if mention.skill.kind != "soft"]
    found = tuple(dict.fromkeys([*bullet.skills, *bullet.tags, *named]))[:_MOST_PROVEN]
    if not _types():
        return found
    return _split(click.prompt("What does it prove?", default=", ".join(found), err=True))


def _split(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _story(told: Sequence[str], entry: "Entry", person: "Profile", proves: tuple[str, ...]) -> "Story":
    from tailor.model.profile import Story  # noqa: PLC0415 - heavy imports late

    alike = [one for one in person.entries if one.name == entry.name]
    name = entry.name if len(alike) == 1 or not entry.position else f"{entry.name} {entry.position}"
    return Story(path=f"stories[{len(person.stories)}]", text=" ".join(told), proves=proves, entry=name)
