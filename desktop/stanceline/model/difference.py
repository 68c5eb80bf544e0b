"""Which tables and rows differ between two analyses, for views that redo only what they must."""

from collections.abc import Sequence
from typing import Any

from stanceline.records import Analysis

TABLES = ("proposals", "articles", "timexes", "actors", "statements", "stances", "events", "cells", "problems")
"""Names of the tables, which are the fields of `Analysis`."""


def difference(old: Analysis, new: Analysis) -> tuple[frozenset[str], frozenset[str]]:
    """Names of the tables that differ, and keys of rows that came, went or differ (tables with an id only)."""
    tables = [name for name in TABLES if getattr(old, name) != getattr(new, name)]
    keys = [_changed_keys(getattr(old, name), getattr(new, name)) for name in tables]
    return frozenset(tables), frozenset().union(*keys)


def _changed_keys(old: Sequence[Any], new: Sequence[Any]) -> frozenset[str]:
    before = {row.id: row for row in old if hasattr(row, "id")}
    after = {row.id: row for row in new if hasattr(row, "id")}
    return frozenset(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
