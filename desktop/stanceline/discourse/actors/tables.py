"""Reads the tables of actors: plain TSV with a header, the program's own and, behind them, those of the user.

A user's table stands in the settings folder under the same name (`actors/offices.tsv`), with a header that names the
columns it fills. Its rows are added to the program's. A bad row is named with file, line and what is wrong.
"""

from collections.abc import Mapping
from pathlib import Path

from stanceline import StancelineError, paths

_YES_NO = frozenset({"yes", "no", ""})
_ALLOWED: Mapping[str, Mapping[str, frozenset[str]]] = {
    "actors/roles.tsv": {
        "speaks_for": frozenset({"state", "organisation", "organization", "self", "unknown"}),
        "group": _YES_NO,
        "former": _YES_NO,
    },
    "actors/nouns.tsv": {
        "sort": frozenset({"person", "people", "body", "suffix", "site", "place", "party"}),
        "gender": frozenset({"m", "f", ""}),
    },
    "actors/given_names.tsv": {"gender": frozenset({"m", "f", "x"})},
    "actors/offices.tsv": {"family_name_first": _YES_NO | {"both"}, "gender": frozenset({"m", "f", "x", ""})},
}


class GazetteerError(StancelineError):
    """A table of actors that cannot be read: the message names the file, the line and what is expected."""


def read_table(name: str, *columns: str) -> list[dict[str, str]]:
    """Rows of a TSV under `resources` and of the user's table of that name; raises `GazetteerError` for a bad row."""
    shipped = paths.resource(name)
    head = shipped.read_text(encoding="utf-8").partition("\n")[0].split("\t")
    rows = _rows(shipped, name, columns, None)
    own = paths.config_folder() / name
    return [*rows, *_rows(own, name, columns, head)] if own.is_file() else rows


def _rows(path: Path, name: str, columns: tuple[str, ...], known: list[str] | None) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t") if lines else []
    shown = name if known is None else str(path)
    if known is None:
        missing = [column for column in columns if column not in head]
        if missing:
            text = f'The table "{shown}" has no column "{missing[0]}". Restore it from the program\'s package.'
            raise GazetteerError(text)
    for column in head if known is not None else ():
        if column not in (known or ()):
            raise GazetteerError(f'Line 1 of "{shown}" names a column "{column}"; known are {", ".join(known or ())}.')
    needed = known[0] if known else columns[0]
    if needed not in head:
        raise GazetteerError(f'Line 1 of "{shown}" does not name the column "{needed}".')
    found = []
    for number, line in enumerate(lines[1:], start=2):
        if line and not line.startswith("#"):
            row = dict.fromkeys(known or (), "") | _row(shown, number, line, head)
            _check(shown, name, number, row, needed)
            found.append(row)
    return found


def _row(shown: str, number: int, line: str, head: list[str]) -> dict[str, str]:
    given = line.split("\t")
    if len(given) > len(head):
        raise GazetteerError(f'Line {number} of "{shown}" has {len(given)} cells, {len(head)} at most are expected.')
    return dict(zip(head, given + [""] * (len(head) - len(given)), strict=True))


def _check(shown: str, name: str, number: int, row: dict[str, str], needed: str) -> None:
    if not row[needed].strip():
        raise GazetteerError(f'Line {number} of "{shown}" has nothing in the column "{needed}".')
    for column, allowed in _ALLOWED.get(name, {}).items():
        if row[column] not in allowed:
            words = ", ".join(sorted(word for word in allowed if word))
            text = (
                f'Line {number} of "{shown}" has "{row[column]}" in the column "{column}"; expected is one of {words}.'
            )
            raise GazetteerError(text)


def cells(text: str) -> list[str]:
    """The entries of a list cell, separated by bars."""
    return [part.strip() for part in text.split("|") if part.strip()]
