"""A small linear model of how a sentence treats a thing in it: weights over hashed clues, read from `resources/scorer`.

It is multinomial logistic regression with 8-bit weights, so that plain Python scores a sentence in about a
millisecond. `packaging/train_scorer.py` makes the file, from data whose license allows shipping alone.
"""

import json
import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal
from zlib import crc32

from stanceline import StancelineError, paths
from stanceline.discourse.stances.clues import Clue

CLASSES = ("oppose", "neutral", "support")
FORM = 1


class WeightsError(StancelineError):
    """A file of weights that cannot be used."""


def bucket(name: str, bits: int) -> int:
    """The column of a clue among 2 ** `bits`; clues that share one share a weight."""
    return crc32(name.encode()) & ((1 << bits) - 1)


@dataclass(frozen=True, slots=True)
class Weights:
    """One table of 8-bit weights: the row of a class has 2 ** `bits` columns and a scale that makes them numbers."""

    bits: int
    scales: tuple[float, ...]
    bias: tuple[float, ...]
    table: Sequence[int]

    def push(self, clue: Clue) -> tuple[float, ...]:
        """What one clue adds to the score of each class."""
        column = bucket(clue.name, self.bits)
        return tuple(
            clue.weight * scale * self.table[(row << self.bits) + column] for row, scale in enumerate(self.scales)
        )

    def shares(self, found: Iterable[Clue]) -> dict[str, float]:
        """The probability of each class."""
        totals = list(self.bias)
        for clue in found:
            totals = [total + push for total, push in zip(totals, self.push(clue), strict=True)]
        top = max(totals)
        powers = [math.exp(total - top) for total in totals]
        return {name: power / sum(powers) for name, power in zip(CLASSES, powers, strict=True)}


def read_weights(path: Path) -> Weights:
    """A file of weights: a line of JSON, then one signed byte a weight, class by class.

    Raises `WeightsError` for a file of another form or length.
    """
    head, _, body = path.read_bytes().partition(b"\n")
    try:
        told = json.loads(head)
    except ValueError:
        raise WeightsError(f"{path.name}: the first line is no JSON; make the file with train_scorer.py") from None
    if told.get("form") != FORM or told.get("classes") != list(CLASSES):
        raise WeightsError(f"{path.name}: is of another form or has other classes; make it with train_scorer.py")
    table = array("b", body)
    if len(table) != len(CLASSES) << told["bits"]:
        raise WeightsError(f"{path.name}: has {len(table)} weights, {len(CLASSES) << told['bits']} are needed")
    return Weights(told["bits"], tuple(told["scales"]), tuple(told["bias"]), table)


def write_weights(path: Path, weights: Weights, about: Mapping[str, object]) -> None:
    """The inverse of `read_weights`; `about` says what the weights were trained on."""
    told = {"form": FORM, "classes": CLASSES, "bits": weights.bits, "scales": weights.scales, "bias": weights.bias}
    head = json.dumps({**told, "about": about}, sort_keys=True)
    path.write_bytes(head.encode() + b"\n" + array("b", weights.table).tobytes())


@cache
def load_weights(name: Literal["target", "pair"]) -> Weights:
    """The shipped weights: of a thing in its sentence, or of a holder and a thing."""
    return read_weights(paths.resource(f"scorer/{name}.weights"))
