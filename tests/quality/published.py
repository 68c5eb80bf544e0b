"""What the program tells of its own accuracy: `resources/help/accuracy.json`, written by `make quality`.

Only what the rules were never tuned on, each with its interval; a group is written when all of it was measured.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from stanceline import __version__
from tests.figures import Figure

PATH = Path(__file__).resolve().parent.parent.parent / "resources" / "help" / "accuracy.json"


@dataclass(frozen=True)
class Row:
    """A figure by its name and those of its keys that tell it from others, and what it says to a reader."""

    says: str
    figure: str
    keys: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Group:
    """Figures that belong together. Texts are English, put into the reader's language where they are shown."""

    title: str
    explains: str
    rows: tuple[Row, ...]


def _row(says: str, figure: str, **keys: object) -> Row:
    return Row(says, figure, tuple(sorted(keys.items())))


def _positions(corpus: str) -> tuple[Row, ...]:
    cells = {"corpus": corpus, "kind": "explicit", "cells": "holder"}
    return (
        _row("Of the positions shown, so many are right", "cell_precision", **cells),
        _row("Of the positions stated in the articles, so many are found", "cell_recall", **cells),
        _row("Of the positions shown, so many are on the wrong side", "cell_flips", corpus=corpus, kind="explicit"),
        _row(
            "The same among cells with a confidence of 0.8 or more", "cell_flips", corpus=corpus,
            kind="confidence 0.8 or more",
        ),
        _row("Of the positions shown, so many belong to somebody who takes none", "false_holder_share", corpus=corpus),
        _row("First-hand and second-hand told apart", "second_hand_accuracy", corpus=corpus),
    )  # fmt: skip


GROUPS = (
    Group(
        "Dates",
        "On articles that were written for this test, never looked at while the rules were made, and on histories.",
        (
            _row("Dates found and given the right value (F1)", "timex_value_f1", corpus="heldout", part="all"),
            _row("First and last day both right", "timex_day_accuracy", corpus="heldout", part="all"),
            _row(
                "In histories: dates found and given the right value (F1)", "timex_value_f1", corpus="narrative",
                mode="narrative", part="score",
            ),
            _row(
                "Articles without a date that state or imply it: the day is right", "dating_best_exact",
                corpus="undated", of_articles="the text states or implies it",
            ),
        ),
    ),
    Group(
        "Positions, in debates that were kept apart",
        "On news articles of invented debates, never looked at while the rules were made.",
        _positions("heldout"),
    ),
    Group(
        "Positions, in texts of many kinds",
        "On a quarter of 95 invented debates (news, letters, minutes, interviews, live blogs), which is only scored. "
        "Articles like these are the harder ones: most positions in them are not found.",
        _positions("debates-scored"),
    ),
)  # fmt: skip


def _found(figures: Sequence[Figure], row: Row) -> Figure | None:
    for figure in figures:
        if figure.name == row.figure and all(figure.keys.get(key) == value for key, value in row.keys):
            return figure
    return None


def _shown(figure: Figure) -> str:
    value = f"{100 * (figure.value or 0.0):.0f} %"
    low, high = figure.keys.get("low"), figure.keys.get("high")
    return value if low is None or high is None else f"{value} ({100 * low:.0f} to {100 * high:.0f} %)"


def published(figures: Iterable[Figure], before: dict[str, Any], day: str) -> dict[str, Any]:
    """The content of the file after a run: groups that were measured whole are new, the others stay as they were."""
    taken = [figure for figure in figures if figure.value is not None]
    kept = {group["title"]: group for group in before.get("groups", [])}
    for group in GROUPS:
        rows = [(row, _found(taken, row)) for row in group.rows]
        if all(figure is not None for _, figure in rows):
            kept[group.title] = {
                "title": group.title, "explains": group.explains, "measured": day, "version": __version__,
                "rows": [{"says": row.says, "shown": _shown(figure)} for row, figure in rows if figure is not None],
            }  # fmt: skip
    return {"groups": [kept[group.title] for group in GROUPS if group.title in kept]}


def publish(figures: Iterable[Figure]) -> None:
    """Write the file anew from the figures of a run."""
    before = json.loads(PATH.read_text(encoding="utf-8")) if PATH.is_file() else {}
    content = published(figures, before, date.today().isoformat())
    PATH.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
