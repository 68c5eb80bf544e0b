"""Figures as the commands `make bench` and `make quality` print them: one JSON object a line, then a table."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One measured figure. `value` is None where it could not be taken; `keys` then holds `why`."""

    name: str
    value: float | None
    unit: str
    reference: float | None = None
    of: str = ""
    keys: dict[str, Any] = field(default_factory=dict)

    def line(self) -> str:
        """The figure as one JSON object."""
        head: dict[str, Any] = {
            "figure": self.name,
            "value": self.value,
            "unit": self.unit,
            "reference": self.reference,
            "of": self.of,
        }
        return json.dumps({**head, **self.keys}, ensure_ascii=False)

    @classmethod
    def read(cls, line: str) -> "Figure":
        """The inverse of `line`."""
        row = json.loads(line)
        return cls(row.pop("figure"), row.pop("value"), row.pop("unit"), row.pop("reference"), row.pop("of"), row)


def emit(figures: Iterable[Figure]) -> list[Figure]:
    """Print each figure as soon as it is there, and a table for people at the end."""
    taken = []
    for figure in figures:
        taken.append(figure)
        sys.stdout.write(figure.line() + "\n")
        sys.stdout.flush()
    sys.stdout.write("\n")
    for figure in taken:
        sys.stdout.write(row(figure) + "\n")
    return taken


def row(figure: Figure) -> str:
    """A figure as a line of the table: its value, what was to be reached, the reference of the same run, the rest."""
    goals = {key.removeprefix("goal").lstrip("_"): goal for key, goal in figure.keys.items() if key.startswith("goal")}
    told = " ".join(f"{key}={value}" for key, value in figure.keys.items() if not key.startswith("goal"))
    value = "-" if figure.value is None else f"{figure.value:.4g}"
    wanted = ", ".join(f"{name} {goal}".strip() for name, goal in goals.items() if goal is not None)
    goal = f"[goal: {wanted}]" if wanted else ""
    reference = "" if figure.reference is None else f"(reference {figure.reference:.4g}: {figure.of})"
    return " ".join(f"{figure.name:24} {value:>10} {figure.unit:6} {goal} {told} {reference}".split(" ")).rstrip()
