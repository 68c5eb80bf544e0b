"""Trains the linear scorer: `python packaging/train_scorer.py newsmtsc_train.jsonl --without newsmtsc_devtest.jsonl`.

Reads rows of NewsMTSC (MIT license; `text`, `start`, `end` of a thing, `stance` oppose, neutral or support) and writes
two files to `resources/scorer`: `target.weights`, of a thing in its sentence, and `pair.weights`, of a thing and each
actor in reach of it, to whom the side of the sentence is put down. Sentences of the files named by `--without` are
left out, so that those stay untouched. `--check FILE` prints how `target.weights` do there. `--hold` writes nothing,
keeps a fifth of the sentences out and prints how both do on them: choose what there is to choose by that. Needs the
language model and NumPy; takes some minutes. The same rows give the same bytes. Train again after a change to
`clues.py` or `pair_clues.py`, or after large ones to the lexicons.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.stances.clues import Clue, clues
from stanceline.discourse.stances.linear import CLASSES, Weights, bucket, write_weights
from stanceline.discourse.stances.pair_clues import PairView
from stanceline.pipeline import extract
from stanceline.reading.article import Article, Block, Span
from stanceline.reading.parse import Tree
from stanceline.records import Extraction

BITS, SEEN_AT_LEAST, PENALTY, ROUNDS, RATE = 16, 3, 20.0, 400, 0.03
PLACE = Path(__file__).resolve().parent.parent / "resources" / "scorer"
NAMES = ("target", "pair")
Row = dict[str, Any]
Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@dataclass(frozen=True)
class Examples:
    """Clues and the class of each example."""

    clues: list[list[Clue]]
    classes: list[str]


def examples_of(rows: Sequence[Row], model: LanguageModel) -> dict[str, Examples]:
    """What there is to learn from the rows, by the name of the weights; each sentence is read once."""
    read: dict[str, tuple[Extraction, Tree]] = {}
    found = {name: Examples([], []) for name in NAMES}
    for row in rows:
        text = row["text"]
        if text not in read:
            article = Article("a", text, "", language="en", blocks=(Block(Span(0, len(text)), "body"),))
            extraction = extract(article, model)
            read[text] = extraction, Tree(text, extraction.parse)
        extraction, tree = read[text]
        thing = (row["start"], row["end"])
        found["target"].clues.append(clues(tree, thing))
        found["target"].classes.append(row["stance"])
        for holder in sorted({(m.start, m.end) for m in extraction.mentions if m.kind != "adjective"}):
            view = PairView(tree, holder, thing, extraction.statements)
            if view.meeting is not None and view.reach:
                found["pair"].clues.append(view.clues())
                found["pair"].classes.append(row["stance"])
    return found


@dataclass(frozen=True)
class Matrix:
    """Rows of clues as columns and weights, `begins` where each row starts, `classes` what each row is."""

    columns: Indices
    weights: Numbers
    rows: Indices
    classes: Indices


def make_matrix(examples: Examples) -> Matrix:
    """All clues of all rows; clues that fewer rows than `SEEN_AT_LEAST` have keep no column of their own."""
    found = examples.clues
    columns = np.array([bucket(clue.name, BITS) for own in found for clue in own], dtype=np.int64)
    weights = np.array([clue.weight for own in found for clue in own])
    numbers = np.repeat(np.arange(len(found)), [len(own) for own in found])
    pairs = np.unique(np.stack([numbers, columns]), axis=1)
    seen = np.bincount(pairs[1], minlength=1 << BITS) >= SEEN_AT_LEAST
    kept = seen[columns]
    classes = np.array([CLASSES.index(name) for name in examples.classes])
    return Matrix(columns[kept], weights[kept], numbers[kept], classes)


def fit(matrix: Matrix) -> tuple[Numbers, Numbers]:
    """Weights (class, column) and biases by full-batch Adam on the penalized log loss, classes weighed alike."""
    count, size = len(matrix.classes), len(CLASSES)
    share = count / (size * np.bincount(matrix.classes, minlength=size))[matrix.classes]
    truth = np.eye(size)[matrix.classes]
    state = np.zeros((size, (1 << BITS) + 1))
    mean, square = np.zeros_like(state), np.zeros_like(state)
    for number in range(1, ROUNDS + 1):
        scores: Numbers = np.stack(
            [np.bincount(matrix.rows, state[k][matrix.columns] * matrix.weights, count) for k in range(size)], axis=1
        )
        scores = scores + state[:, -1]
        scores = scores - scores.max(axis=1, keepdims=True)
        odds = np.exp(scores)
        error = (odds / odds.sum(axis=1, keepdims=True) - truth) * share[:, None]
        slope = np.stack(
            [np.bincount(matrix.columns, error[matrix.rows, k] * matrix.weights, (1 << BITS) + 1) for k in range(size)]
        )
        slope[:, :-1] = slope[:, :-1] + PENALTY * state[:, :-1]
        slope[:, -1] = error.sum(axis=0)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        step = RATE * (1 - number / (ROUNDS + 1))
        state -= step * (mean / (1 - 0.9**number)) / (np.sqrt(square / (1 - 0.999**number)) + 1e-8)
    return state[:, :-1], state[:, -1]


def pack(weights: Numbers, bias: Numbers) -> Weights:
    """The weights as signed bytes, each class with its own scale."""
    scales = np.abs(weights).max(axis=1) / 127
    table = np.rint(weights / scales[:, None]).astype(int)
    return Weights(BITS, tuple(map(float, scales.round(8))), tuple(map(float, bias.round(6))), table.ravel().tolist())


def macro_f1(weights: Weights, examples: Examples) -> float:
    """The mean of the F1 of the three classes."""
    said, gold, parts = [], examples.classes, []
    for own in examples.clues:
        shares = weights.shares(own)
        said.append(max(CLASSES, key=shares.__getitem__))
    for name in CLASSES:
        hit = sum(a == b == name for a, b in zip(gold, said, strict=True))
        parts.append(2 * hit / max(1, gold.count(name) + said.count(name)))
    return sum(parts) / len(parts)


def main() -> int:
    """Train, tell how well, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--without", type=Path, action="append", default=[])
    parser.add_argument("--check", type=Path)
    parser.add_argument("--hold", action="store_true")
    parser.add_argument("--out", type=Path, default=PLACE)
    arguments = parser.parse_args()
    model = LanguageModel(verify_model())
    barred = {row["text"] for path in arguments.without for row in read_rows(path)}
    rows = [row for row in read_rows(arguments.rows) if row["text"] not in barred]
    if arguments.hold:
        held = [row for row in rows if crc32(row["text"].encode()) % 5 == 0]
        rows = [row for row in rows if crc32(row["text"].encode()) % 5]
    weights = {name: pack(*fit(make_matrix(own))) for name, own in examples_of(rows, model).items()}
    if arguments.hold:
        for name, own in examples_of(held, model).items():
            print(f"{name}, held back: macro F1 {macro_f1(weights[name], own):.4f} on {len(own.classes)}")
        return 0
    if arguments.check:
        asked = examples_of(read_rows(arguments.check), model)["target"]
        print(f"{arguments.check.name}: macro F1 {macro_f1(weights['target'], asked):.4f} on {len(asked.classes)}")
    arguments.out.mkdir(parents=True, exist_ok=True)
    about = {"rows": len(rows), "corpus": "NewsMTSC, train part (Hamborg and Donnay 2021), MIT license"}
    for name, table in weights.items():
        write_weights(arguments.out / f"{name}.weights", table, about)
    return 0


if __name__ == "__main__":
    sys.exit(main())
