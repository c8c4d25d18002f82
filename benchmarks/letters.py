#!/usr/bin/env python3
"""What letters are like: length, rhythm, faults, and how alike they read.

    benchmarks/letters.py [WORKSPACE…] [--as-of 2026-11-20] [--variant N]

Each WORKSPACE holds profiles/ and postings/; without one it is the repository's own. One line per letter: words,
sentences, the share of them that begin with "I", paragraphs, what `tailor.letter.checks` finds, whether the draft
says that it is unfinished. Then how alike letters read, for pairs of one person and for pairs of different people.

Overlap: of a letter's paragraphs, words that stand in a run of five with the person's own (profile, record) or the
posting are taken out, names of companies, employers and titles become one mark each, capitals small letters. What
is left are the letter's own words. The overlap of two letters is the number of runs of five such words that stand
in both, as a share of those of the letter that has fewer; "of all" is the same number as a share of all runs of
five of the shorter letter. Both are means over the pairs.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path

from tailor.cli.options import cache_folder
from tailor.letter.checks import letter_faults
from tailor.letter.rhythm import share_of_i
from tailor.letter.titles import brief_title, letter_title, named_title
from tailor.letter.words import plain_name, spoken_name
from tailor.model.letter import Letter
from tailor.profile import read_profile
from tailor.tailoring import Application, Subject, Tools, Wish, tailor_posting
from tailor.workspace.folders import Workspace, choose_profile
from tailor.workspace.sources import Source, gather

_RUN = 5
_NAME = "_"
_LEAST, _MOST, _MOST_I = 180, 320, 0.3  # what letters should keep to
_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One letter with what is counted of it: `own` runs are those of the letter's own words, `runs` all."""

    person: str
    posting: str
    letter: Letter
    faults: tuple[str, ...]
    own: frozenset[tuple[str, ...]]
    runs: frozenset[tuple[str, ...]]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the paragraphs, in order."""
        return tuple(sentence.text for paragraph in self.letter.paragraphs for sentence in paragraph.sentences)

    @property
    def i_share(self) -> float:
        """The share of sentences that begin with "I"."""
        return share_of_i(self.letter.paragraphs)


def main() -> None:
    """Print the table, the faults and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspaces", nargs="*", type=Path, default=[_ROOT])
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 11, 20))
    parser.add_argument("--variant", type=int, default=0, help="which draft of each letter")
    args = parser.parse_args()
    wish = Wish(today=args.as_of, variant=args.variant)
    tools = Tools(cache=cache_folder())
    rows = [row for folder in args.workspaces for row in rows_of(folder, tools, wish)]
    if not rows:
        raise SystemExit(f"no posting found in {', '.join(map(str, args.workspaces))}")
    print_table(rows)
    for row in rows:
        for fault in row.faults:
            print(f"  {row.person}, {row.posting}: {fault}")
    print_figures(rows)


def rows_of(folder: Path, tools: Tools, wish: Wish) -> Iterator[Row]:
    """A workspace into its letters, each posting with the profile that its record names or the only one."""
    workspace = Workspace(root=folder.resolve())
    for source in gather(workspace.postings).sources:
        recorded = source.record.profile if source.record else None
        path = choose_profile(workspace, asked=None, recorded=recorded, usual=None)
        profile = read_profile(path.read_bytes(), path.name)
        subject = Subject.of(source.page, source.reading, source.record, profile)
        made = tailor_posting(subject, tools, wish=replace(wish, workspace=workspace.root))
        yield row_of(made, source, path)


def row_of(made: Application, source: Source, profile: Path) -> Row:
    """An application into what is counted of its letter."""
    body = tokens(" ".join(paragraph.text for paragraph in made.letter.paragraphs))
    notes = source.path.read_text(encoding="utf-8") if source.record else ""
    given = (profile.read_text(encoding="utf-8"), notes, made.posting.text)
    held = {run for text in given for run in runs_of(tokens(text))}
    names = [tokens(name) for name in names_of(made)]
    pieces = list(own_pieces(body, held))
    return Row(
        person=profile.stem,
        posting=source.path.stem,
        letter=made.letter,
        faults=letter_faults(made.letter, made.plan),
        own=frozenset(run for piece in pieces for run in runs_of(marked(piece, names))),
        runs=frozenset(runs_of(body)),
    )


def tokens(text: str) -> list[str]:
    """The words of a text in small letters; YAML's and Markdown's own signs are none."""
    return re.findall(r"[^\W_]+(?:['’.,-][^\W_]+)*", text.lower().replace("’", "'"))


def runs_of(words: Sequence[str]) -> set[tuple[str, ...]]:
    """The runs of five words."""
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def own_pieces(body: Sequence[str], held: set[tuple[str, ...]]) -> Iterator[list[str]]:
    """The stretches of a letter's words that stand in no run which the person or the posting has, too."""
    taken = {at + step for at in range(len(body)) if tuple(body[at : at + _RUN]) in held for step in range(_RUN)}
    piece: list[str] = []
    for at, word in enumerate(body):
        if at not in taken:
            piece.append(word)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def names_of(made: Application) -> tuple[str, ...]:
    """Names of companies, employers and titles that the letter may hold, longest first."""
    entries = [one for entry in made.profile.entries for one in (entry, *entry.titles)]
    title, company = letter_title(made.posting), made.posting.company
    held = {made.posting.title, title, named_title(title), brief_title(title)}
    held |= {company, plain_name(company), spoken_name(company)}
    for entry in entries:
        held |= {
            entry.name,
            spoken_name(entry.name),
            plain_name(entry.name),
            entry.position,
            made.profile.basics.email,
        }
    return tuple(sorted((name for name in held if name), key=lambda name: (-len(name), name)))


def marked(words: Sequence[str], names: Iterable[Sequence[str]]) -> list[str]:
    """Words with every name replaced by one mark."""
    text = f" {' '.join(words)} "
    for name in names:
        text = text.replace(f" {' '.join(name)} ", f" {_NAME} ") if name else text
    return text.split()


def print_table(rows: Sequence[Row]) -> None:
    """One line per letter."""
    print(f"{'person':14}{'posting':34}{'words':>6}{'sent.':>6}{'I':>6}{'par.':>6}{'faults':>7}  unfinished")
    for row in rows:
        unfinished = "yes" if row.letter.unfinished else ""
        print(f"{row.person:14}{row.posting[:33]:34}{row.letter.words:6}{len(row.sentences):6}{row.i_share:6.0%}"
              f"{len(row.letter.paragraphs):6}{len(row.faults):7}  {unfinished}")  # fmt: skip


def print_figures(rows: Sequence[Row]) -> None:
    """What all letters come to."""
    count = len(rows)
    words = sorted(row.letter.words for row in rows)
    print(f"\n{count} letters of {len({row.person for row in rows})} people")
    print(f"words: least {words[0]}, median {words[count // 2]}, most {words[-1]}; "
          f"{_LEAST} to {_MOST} in {sum(_LEAST <= n <= _MOST for n in words)}")  # fmt: skip
    print(f"sentences that begin with “I”: {sum(row.i_share for row in rows) / count:.0%} on average, "
          f"over {_MOST_I:.0%} in {sum(row.i_share > _MOST_I for row in rows)}")  # fmt: skip
    unfinished = sum(bool(row.letter.unfinished) for row in rows)
    print(f"faults: {sum(len(row.faults) for row in rows)}; unfinished: {unfinished} ({unfinished / count:.0%})")
    pairs = list(combinations(rows, 2))
    same = [pair for pair in pairs if pair[0].person == pair[1].person]
    other = [pair for pair in pairs if pair[0].person != pair[1].person]
    print(f"overlap, letters of one person: {overlap(same)}")
    print(f"overlap, different people: {overlap(other)}")
    for person in dict.fromkeys(row.person for row in rows):
        if theirs := [pair for pair in same if pair[0].person == person]:
            print(f"  {person}: {overlap(theirs)}")


def overlap(pairs: Sequence[tuple[Row, Row]]) -> str:
    """Pairs of letters into their mean overlap, the worst pair, and the same as a share of all runs."""
    if not pairs:
        return "no pair"
    shares = [len(one.own & other.own) / max(1, min(len(one.own), len(other.own))) for one, other in pairs]
    whole = [len(one.own & other.own) / max(1, min(len(one.runs), len(other.runs))) for one, other in pairs]
    one, other = pairs[shares.index(max(shares))]
    return (f"{sum(shares) / len(pairs):.0%} of own words, {sum(whole) / len(pairs):.0%} of all; worst "
            f"{max(shares):.0%} ({one.person} {one.posting}, {other.person} {other.posting})")  # fmt: skip


if __name__ == "__main__":
    main()
