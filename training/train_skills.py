#!/usr/bin/env python3
"""Learn the trained part of the skills stage from SkillSpan (Zhang et al. 2022, MIT licence).

    training/train_skills.py --train FILE... [--evaluate FILE] [--out tailor/languages/en/skills.npz]

FILE holds JSON lines with `tokens`, `tags_knowledge` and `idx`, the posting, as SkillSpan publishes them. Without
--out nothing is written. --evaluate prints strict figures of the rules alone, of the tagger alone and of both.
The same files give the same bytes: nothing is drawn at random. Needs python-crfsuite (the extra `train`).
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tailor.skills import SkillFinder, load_finder
from tailor.skills.evidence import Evidence
from tailor.skills.joining import joined
from tailor.skills.stretches import Place
from tailor.skills.trained import NOTHING_ABOVE, Above, TrainedPart, Weights, above_next
from tailor.skills.trained.features import (
    REACH,
    WordTable,
    gate_names,
    gate_step,
    line_names,
    line_units,
    mark_units,
    marked,
    padded,
    pair_units,
    word_units,
)
from tailor.skills.trained.files import write_weights
from tailor.skills.trained.model import TAGS, spans_of

FOLDS = 5
"""Parts by posting: the tagger learns from chances that a gate gave which had not seen the posting."""
GATE_INVERSE_PENALTY, GATE_FEWEST = 30, 2
PENALTIES, STEPS = ((0.05, 2.0),), 150
"""Of L1 and L2, with the most steps; chosen on SkillSpan's dev lines: L1 .02-.3 and L2 .1-3 give F1 .551-.571. The
weights of several fits would be averaged, which did not help."""
SMALLEST = 1e-3
"""Weights below it are left out of the file."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A labelled line as the finder sees it."""

    posting: int
    judge: Evidence
    counted: tuple[Place, ...]
    above: Above
    gold: tuple[tuple[int, int], ...]
    """Characters."""
    edges: tuple[tuple[int, int], ...]
    """Of the tokens of the file, in characters."""

    @property
    def tags(self) -> list[int]:
        """One per word."""
        tags = [0] * len(self.judge.line.words)
        for start, end in self.gold:
            inside = [
                i for i, token in enumerate(self.judge.line.tokens) if token.start < end and token.end > start
            ]
            for place in inside:
                first, last = place == inside[0], place == inside[-1]
                tags[place] = TAGS.index("U" if first and last else "B" if first else "L" if last else "I")
        return tags


def main() -> None:
    """Train, evaluate, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", nargs="+", type=Path, required=True)
    parser.add_argument("--evaluate", type=Path)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    finder = load_finder(trained=False)
    lines = [line for file in args.train for line in read(file, finder)]
    weights = learned(lines, finder)
    if args.out:
        write_weights(args.out, weights)
        print(f"{args.out}: {args.out.stat().st_size / 1e6:.2f} MB, {len(weights.rows)} units")
    if args.evaluate:
        evaluate(list(read(args.evaluate, finder)), TrainedPart(weights, finder.lexicon))


def read(file: Path, finder: SkillFinder) -> Iterator[Line]:
    """A file of SkillSpan into its lines."""
    above = NOTHING_ABOVE
    for row in map(json.loads, filter(str.strip, file.read_text(encoding="utf-8").splitlines())):
        line = finder.line(" ".join(row["tokens"]))
        judge, counted = finder.judged(line, "line")
        edges = tuple(_edges(row["tokens"]))
        yield Line(
            posting=row["idx"], judge=judge, counted=counted, above=above, edges=edges,
            gold=tuple((edges[one][0], edges[two - 1][1]) for one, two in spans_of(_tags(row["tags_knowledge"]))),
        )  # fmt: skip
        above = above_next(judge, counted, above)


def learned(lines: Sequence[Line], finder: SkillFinder) -> Weights:
    """Labelled lines into weights: the gate of all of them, the tagger of chances that other folds' gates gave."""
    names = [gate_names(line.judge.line, line.counted, line.above) for line in lines]
    named = np.array([bool(line.gold) for line in lines])
    folds = np.array([line.posting % FOLDS for line in lines])
    chances = np.zeros(len(lines))
    for fold in range(FOLDS):
        kept = np.flatnonzero(folds != fold)
        gate, bias = learned_gate([names[i] for i in kept], named[kept])
        for place in np.flatnonzero(folds == fold):
            score = bias + sum(gate.get(name, 0.0) for name in names[place]) / np.sqrt(len(names[place]))
            chances[place] = 1 / (1 + np.exp(-score))
    shown = chances > 0.5  # noqa: PLR2004 - even odds
    print(f"gate, by folds: F1 {2 * (shown & named).sum() / (shown.sum() + named.sum()):.3f}")
    gate, bias = learned_gate(names, named)
    rows, weights, steps = learned_tags(lines, chances, WordTable(finder.lexicon))
    return Weights(rows=rows, weights=weights, steps=steps, gate=gate, bias=bias)


def learned_gate(names: Sequence[set[str]], named: np.ndarray) -> tuple[dict[str, float], float]:
    """The names of lines, and which of them hold a skill, into weights."""
    counts = Counter(name for one in names for name in one)
    known = {name: place for place, name in enumerate(sorted(n for n, c in counts.items() if c >= GATE_FEWEST))}
    columns = [sorted(known[name] for name in one if name in known) for one in names]
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.array([column for one in columns for column in one])
    values = np.repeat([len(one) ** -0.5 for one in names], np.diff(ends))
    matrix = csr_matrix((values, flat, ends), shape=(len(names), len(known)))
    fit = LogisticRegression(C=GATE_INVERSE_PENALTY, max_iter=1000, tol=1e-6).fit(matrix, named)
    weights = {name: float(fit.coef_[0][place]) for name, place in known.items()}
    return {name: weight for name, weight in weights.items() if abs(weight) > SMALLEST}, float(fit.intercept_[0])


def learned_tags(
    lines: Sequence[Line], chances: np.ndarray, table: WordTable
) -> tuple[dict[str, int], np.ndarray, tuple[tuple[float, ...], ...]]:
    """Lines and their chances into the rows of units, their weights per tag, and the steps between tags."""
    seen = [(list(units(line, float(chance), table)), [TAGS[tag] for tag in line.tags])
            for line, chance in zip(lines, chances, strict=True)]  # fmt: skip
    states: Counter[tuple[str, str]] = Counter()
    steps: Counter[tuple[str, str]] = Counter()
    for penalties in PENALTIES:
        info = fitted(seen, *penalties)
        states.update({key: weight / len(PENALTIES) for key, weight in info.state_features.items()})
        steps.update({key: weight / len(PENALTIES) for key, weight in info.transitions.items()})
    kept = {key: weight for key, weight in states.items() if abs(weight) > SMALLEST}
    rows = {unit: row for row, unit in enumerate(sorted({unit for unit, _ in kept}))}
    weights = np.zeros((len(rows), len(TAGS)), np.float32)
    for (unit, tag), weight in kept.items():
        weights[rows[unit], TAGS.index(tag)] = weight
    table_of_steps = tuple(tuple(steps[one, two] for two in TAGS) for one in TAGS)
    return rows, weights.astype(np.float16).astype(np.float32), table_of_steps


def fitted(seen: Sequence[tuple[list[list[str]], list[str]]], penalty_1: float, penalty_2: float) -> Any:  # noqa: ANN401 - the library's own
    """Lines as units and tags into the weights that the library fits with two penalties."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for told, tags in seen:
        trainer.append(told, tags)
    trainer.set_params(
        {"c1": penalty_1, "c2": penalty_2, "max_iterations": STEPS, "feature.possible_transitions": True}
    )
    with tempfile.NamedTemporaryFile(suffix=".crf") as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        return tagger.info()


def units(line: Line, chance: float, table: WordTable) -> Iterator[list[str]]:
    """What each word of a line sees, as the tagger sums it."""
    judge, step = line.judge, gate_step(chance)
    texts, words = padded(judge.line)
    told = [
        {REACH + k: word_units(t, w, table) for k, (t, w) in enumerate(zip(texts, words, strict=True), -REACH)},
        {REACH + k: pair_units(a, b) for k, (a, b) in enumerate(pairwise(texts), -REACH)},
        {REACH + k: mark_units(mark, step) for k, mark in enumerate(marked(judge, line.counted))},
    ]
    whole = line_units(line_names(judge, line.counted), step)
    for place in range(len(judge.line.words)):
        seen = [
            unit
            for by_place in told
            for shift in range(-REACH, REACH + 1)
            for ahead, unit in by_place.get(REACH + place + shift, ())
            if ahead == shift
        ]
        yield seen + whole


def evaluate(lines: Sequence[Line], part: TrainedPart) -> None:
    """Print strict precision, recall and F1, by the tokens of the file."""
    chances = [part.chance(line.judge, line.counted, line.above) for line in lines]
    spans = [part.spans(line.judge, line.counted, chance) for line, chance in zip(lines, chances, strict=True)]
    both = [
        joined(line.judge, line.counted, found, chance)
        for line, found, chance in zip(lines, spans, chances, strict=True)
    ]
    rules = [[(p.start, p.end) for p in line.counted if p.sense.concept.skill.kind != "soft"] for line in lines]
    kept = [[(r.start, r.end) for r in one if not r.sense or r.sense.concept.skill.kind != "soft"] for one in both]
    for name, found in (("rules", rules), ("tagger", spans), ("both", kept)):
        counts: Counter[str] = Counter()
        for line, places in zip(lines, found, strict=True):
            gold = _in_tokens(line, line.gold)
            tokens = line.judge.line.tokens
            got = _in_tokens(line, [(tokens[start].start, tokens[end - 1].end) for start, end in places])
            counts.update(gold=len(gold), got=len(got), right=len(gold & got))
        precision, recall = counts["right"] / max(1, counts["got"]), counts["right"] / max(1, counts["gold"])
        print(
            f"{name:7} strict {precision:.3f} / {recall:.3f} / {2 * precision * recall / (precision + recall):.3f}"
        )


def _in_tokens(line: Line, places: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    found = set()
    for start, end in places:
        inside = [i for i, (first, behind) in enumerate(line.edges) if first < end and behind > start]
        found.add((inside[0], inside[-1] + 1))
    return found


def _edges(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for token in tokens:
        yield at, at + len(token)
        at += len(token) + 1


def _tags(tags: Sequence[str]) -> list[int]:
    """BIO tags of the file as ours."""
    return [TAGS.index("O" if tag == "O" else tag[0]) for tag in tags]


if __name__ == "__main__":
    main()
