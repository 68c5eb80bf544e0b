"""The changes of a comparison as a file for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stanceline.model.changes import Change
from stanceline.model.marks import MIXED, NO_STANCE
from stanceline.ui.written import write_aside

_VALUES = {MIXED: "mixed", NO_STANCE: ""}


def save_changes(path: Path, changes: Sequence[Change], sides: tuple[str, str]) -> Path:
    """Write one row a change, with both sides in words, as values and as stances; the path with its ending.

    Raises `OSError`.
    """
    import pandas

    from stanceline.model.tables_out import csv_bytes

    rows = [
        (
            change.actor, change.column, sides[0], sides[1], _value(change.a.stance), _value(change.b.stance),
            change.move, f"{change.a.confidence:.3f}", f"{change.b.confidence:.3f}", " ".join(change.a.keys),
            " ".join(change.b.keys), change.actor_key, change.column_key,
        )
        for change in changes
    ]  # fmt: skip
    columns = [
        "actor", "proposal", "side_a", "side_b", "stance_a", "stance_b", "change", "confidence_a", "confidence_b",
        "stances_a", "stances_b", "actor_id", "proposal_id",
    ]  # fmt: skip
    named = path if path.suffix.lower() == ".csv" else path.with_name(f"{path.name}.csv")
    write_aside(named, csv_bytes(pandas.DataFrame(rows, columns=columns, dtype="str")))
    return named


def _value(stance: int) -> str:
    return _VALUES.get(stance, str(stance))
