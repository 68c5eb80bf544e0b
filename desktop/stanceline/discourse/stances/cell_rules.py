"""How stances are counted into cells: the weights and times that a person can set, kept with the project.

The numbers and their reasons are those of the stance scheme: who vouches for a stance, how sure its words are, how far
back it lies. The four kernels are those of Leifeld's Discourse Network Analyzer.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Literal

from stanceline.records import Certainty, Decision, Mode

Kernel = Literal["uniform", "triangular", "epanechnikov", "gaussian"]
Unit = Literal["days", "weeks", "months", "statements"]
KERNELS: tuple[Kernel, ...] = ("uniform", "triangular", "epanechnikov", "gaussian")
UNITS: tuple[Unit, ...] = ("days", "weeks", "months", "statements")
PREFIX = "cells."
UNDATED_SHARE = 0.5
"""What a stance without a date counts in a window: it may lie in it or not."""
LONGEST_WINDOW, LONGEST_WAIT = 10_000, 3_650
_DAYS = {"days": 1.0, "weeks": 7.0, "months": 365.2425 / 12}


@dataclass(frozen=True, slots=True)
class CellRules:
    """Weights from 0 to 1; `replaces_after` in days; `window` in `unit`s, 0 for all of the time; `copies_once` whether
    copies of one story are left out over all articles.
    """

    first_hand: float = 1.0
    observed: float = 0.9
    second_hand: float = 0.5
    interested: float = 0.35
    attributed_guess: float = 0.25
    probable: float = 0.75
    possible: float = 0.5
    suggested: float = 0.7
    silence: float = 0.5
    mixed_from: float = 0.25
    replaces_after: int = 14
    window: int = 0
    unit: Unit = "months"
    kernel: Kernel = "uniform"
    copies_once: bool = True

    def of_mode(self, mode: Mode, *, is_interested: bool) -> float:
        """What it counts how a stance is known."""
        if is_interested:
            return self.interested
        weights: dict[Mode, float] = {
            "first_hand": self.first_hand, "observed": self.observed, "second_hand": self.second_hand,
            "attributed_guess": self.attributed_guess,
        }  # fmt: skip
        return weights[mode]

    def of_certainty(self, certainty: Certainty) -> float:
        """What it counts how sure the words are."""
        return {"certain": 1.0, "probable": self.probable, "possible": self.possible}[certainty]

    @property
    def counts_statements(self) -> bool:
        """Whether windows hold a number of statements rather than a span of time."""
        return self.unit == "statements"

    def share(self, distance: float) -> float:
        """What is left of a weight at a distance from the window's middle or end, in days or in statements."""
        if not self.window:
            return 1.0
        width = self.window * (1.0 if self.counts_statements else _DAYS[self.unit])
        u = abs(distance) / width
        if self.kernel == "gaussian":
            # Half the width is one standard deviation; beyond the window nothing counts, as in the other kernels.
            return math.exp(-2 * u * u) if u <= 1 else 0.0
        if u >= 1:
            return 0.0
        return {"uniform": 1.0, "triangular": 1 - u, "epanechnikov": 1 - u * u}[self.kernel]


def read_rules(decisions: Iterable[Decision]) -> CellRules:
    """The rules that a person has set, the program's own for the rest; what cannot be read is left out."""
    found = {
        decision.key.removeprefix(PREFIX): decision.value
        for decision in decisions
        if decision.kind == "setting" and decision.key.startswith(PREFIX)
    }
    values = {entry.name: _read(entry.name, found[entry.name]) for entry in fields(CellRules) if entry.name in found}
    known: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
    return CellRules(**known)


def _read(name: str, text: str) -> float | int | str | None:
    if name == "copies_once":
        return {"True": True, "False": False}.get(text)
    if name in ("unit", "kernel"):
        return text if text in (UNITS if name == "unit" else KERNELS) else None
    try:
        number = float(text)
    except ValueError:
        return None
    if name in ("window", "replaces_after"):
        most = LONGEST_WINDOW if name == "window" else LONGEST_WAIT
        return int(number) if 0 <= number <= most else None
    return number if 0 <= number <= 1 else None


def written_rules(rules: CellRules) -> tuple[tuple[str, str | None], ...]:
    """The rules as settings; None for those that are the program's own."""
    own = CellRules()
    return tuple(
        (PREFIX + entry.name, None if value == getattr(own, entry.name) else str(value))
        for entry in fields(CellRules)
        for value in [getattr(rules, entry.name)]
    )
