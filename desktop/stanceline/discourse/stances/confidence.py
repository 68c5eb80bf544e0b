"""Turns the trust of the rules in a stance into a share of right ones, by the numbers of `scorer/confidence.tsv`.

Platt's scaling (Platt 1999) of the product of all trusts, with two further facts that a count of right and wrong cells
showed to matter: whether the holder has a name, and whether the words name the proposal or leave it to the paragraph.
"""

import math
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from stanceline import StancelineError, paths

_FAINT = 0.25
_LOOSE = ("ellipsis", "topic")


class ConfidenceError(StancelineError):
    """A table of confidence that breaks its form."""


@dataclass(frozen=True, slots=True)
class Belief:
    """The numbers of the mapping; the file explains them."""

    base: float
    slope: float
    unnamed: float
    loose: float
    ceiling: float

    def share(self, trust: float, *, holder: str, rule: str) -> float:
        """The share of right ones among stances like this, never more for less trust.

        `trust` is 0 to 1, `holder` the actor's name, `rule` the stance's with the manner of its link behind a slash.
        What the article itself gives up again (trust below a quarter) stays as faint as it was made.
        """
        held = min(max(trust, 0.02), 0.98)
        total = self.base + self.slope * math.log(held / (1 - held))
        total += self.unnamed * is_unnamed(holder) + self.loose * is_loose(rule)
        return round(min(1 / (1 + math.exp(-total)), self.ceiling) * min(1.0, trust / _FAINT), 3)


def is_unnamed(holder: str) -> bool:
    """Whether a holder is only described ("three diplomats")."""
    return not any(letter.isupper() for letter in holder)


def is_loose(rule: str) -> bool:
    """Whether only the paragraph or the article tells what the stance is about."""
    return rule.rpartition("/")[2] in _LOOSE


def read_belief(path: Path) -> Belief:
    """The table of a file. Raises `ConfidenceError` with file and line for what is no number or no known name."""
    known, found = {field.name for field in fields(Belief)}, {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        name, _, value = line.partition("\t")
        try:
            found[name] = float(value)
        except ValueError:
            raise ConfidenceError(f"{path.name}, line {number}: {value!r} is no number") from None
        if name not in known:
            raise ConfidenceError(f"{path.name}, line {number}: {name!r} is none of {', '.join(sorted(known))}")
    if missing := known - found.keys():
        raise ConfidenceError(f"{path.name}: lacks {', '.join(sorted(missing))}")
    return Belief(**found)


@cache
def load_belief() -> Belief:
    """The shipped numbers."""
    return read_belief(paths.resource("scorer/confidence.tsv"))
