"""Item models of the lists below the timeline: all marks, undated marks, problems.

Rows are joined, sorted and filtered as a table of the model; `data` reads lists that were cut from it once, and words
that were prepared from them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from stanceline.model.marks import Kind
from stanceline.ui.lists.filter_pane import kind_icon, stance_icon
from stanceline.ui.lists.lines import TEXT_ROLES, Lines
from stanceline.ui.theme import Theme
from stanceline.ui.words import period_text, say, stance_word

if TYPE_CHECKING:
    import pandas as pd

KEY_ROLE = Qt.ItemDataRole.UserRole
_KINDS = {"event": Kind.EVENT, "statement": Kind.STATEMENT, "stance": Kind.STANCE}
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class MarkColumn:
    """A column of a list of marks: its heading, the column of the joined table that it is sorted by, its words."""

    heading: str
    name: str
    words: Callable[[Any], str] = str
    """From the cell's value, which is not missing."""


def _kind_word(kind: str) -> str:
    return say(kind.capitalize())


def _qualifiers(words: str) -> str:
    return ", ".join(say(word) for word in words.split(", ")) if words else ""


_DATE, _STANCE, _KIND = "begin", "stance", "kind"
ALL_MARKS = (
    MarkColumn("Date", _DATE, lambda when: period_text(*when)),
    MarkColumn("Actor", "actor_name"),
    MarkColumn("Kind", _KIND, _kind_word),
    MarkColumn("What it says", "label"),
    MarkColumn("Stance", _STANCE, stance_word),
    MarkColumn("Marked as", "qualifiers", _qualifiers),
    MarkColumn("Article", "title"),
)
UNDATED_MARKS = (
    MarkColumn("What it says", "label"),
    MarkColumn("Actor", "actor_name"),
    MarkColumn("Kind", _KIND, _kind_word),
    MarkColumn("Why it has no date", "undated"),
    MarkColumn("Article", "title"),
)


class MarkTable(Lines):
    """Marks of the view, in the order asked for. Rows are known by the mark's key (`KEY_ROLE`)."""

    def __init__(self, theme: Theme, columns: Sequence[MarkColumn] = ALL_MARKS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self.headings = tuple(column.heading for column in columns)
        self._marks: pd.DataFrame | None = None
        self._sorted: pd.DataFrame | None = None
        self._shown: Sequence[str] = ()
        self._cells: list[list[Any]] = [[] for _ in columns]
        self._keys: list[str] = []
        self._place: dict[str, int] | None = None
        self._lines: dict[int, tuple[str, ...]] = {}
        self._sorted_by = (0, Qt.SortOrder.AscendingOrder)
        self._icons: dict[tuple[str, int], QIcon] = {}
        self._is_lit: Callable[[str], bool] | None = None
        theme.changed.connect(self._icons.clear)

    def show_marks(self, marks: pd.DataFrame | None, keys: Sequence[str]) -> None:
        """Show those marks of the joined table (`model.marks_table`) that have one of the keys; None shows nothing."""
        self.beginResetModel()
        if marks is not self._marks:
            self._marks, self._sorted = marks, None
        self._shown = keys
        self._cut()
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        if role in TEXT_ROLES:
            return self._line(row)[index.column()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(row, index.column())
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._theme.color("hover") if self._is_lit is not None and self._is_lit(self._keys[row]) else None
        return self._keys[row] if role == KEY_ROLE else None

    def set_lit(self, is_lit: Callable[[str], bool] | None) -> None:
        """Say which rows stand for marks that the pointer is on in another view; the list is to be painted anew."""
        self._is_lit = is_lit

    def _line(self, row: int) -> tuple[str, ...]:
        if row not in self._lines:
            cells = zip(self._columns, (column[row] for column in self._cells), strict=True)
            self._lines[row] = tuple("" if value is None else column.words(value) for column, value in cells)
        return self._lines[row]

    def _icon(self, row: int, column: int) -> QIcon | None:
        name, value = self._columns[column].name, self._cells[column][row]
        if name == _STANCE and value is not None:
            return self._icons.setdefault((name, value), stance_icon(self._theme, value))
        if name == _KIND:
            return self._icons.setdefault((name, _KINDS[value]), kind_icon(self._theme, _KINDS[value]))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by, self._sorted = (column, order), None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [index.data(KEY_ROLE) for index in before]
        self._cut()
        after = [self.index(self.row_of(key), old.column()) for key, old in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sort(self, marks: pd.DataFrame) -> pd.DataFrame:
        """All marks by the column asked for and by date, what has no value last."""
        column, way = self._sorted_by
        name = self._columns[column].name
        by = [name] if name == _DATE else [name, _DATE]
        return marks.sort_values(by, ascending=way == Qt.SortOrder.AscendingOrder, kind="stable", key=_folded)

    def _cut(self) -> None:
        """Sort all marks where that is due, keep those that are shown, and list what they say."""
        self._place, self._lines = None, {}
        self._keys, self._cells = [], [[] for _ in self._columns]
        if self._marks is None:
            return
        if self._sorted is None:
            self._sorted = self._sort(self._marks)
        shown = self._sorted[self._sorted["key"].isin(list(self._shown))]
        self._keys = shown["key"].tolist()
        self._cells = [_cells(shown, column) for column in self._columns]

    def row_of(self, key: str) -> int:
        """The row of a mark, -1 where it is not shown."""
        if self._place is None:
            self._place = {key: row for row, key in enumerate(self._keys)}
        return self._place.get(key, -1)

    def key_at(self, row: int) -> str | None:
        """The mark's key in a row, None outside the table."""
        return self._keys[row] if 0 <= row < len(self._keys) else None


def displayed(marks: pd.DataFrame, columns: Sequence[MarkColumn]) -> dict[str, list[str]]:
    """All that a list of these marks says, by heading."""
    return {
        say(column.heading): ["" if value is None else column.words(value) for value in _cells(marks, column)]
        for column in columns
    }


def _cells(marks: pd.DataFrame, column: MarkColumn) -> list[Any]:
    return _periods(marks) if column.name == _DATE else _listed(marks[column.name])


def _periods(marks: pd.DataFrame) -> list[Any]:
    """Begin, end, granularity and traits of each mark: put in words when they are seen, which most never are."""
    # Whole seconds: pandas' own scalars do not reach beyond the years 1 to 9999.
    begins, ends = (_listed(marks[name], marks[name].astype("int64")) for name in ("begin", "end_exclusive"))
    return list(zip(begins, ends, _listed(marks["granularity"]), marks["traits"].tolist(), strict=True))


def _listed(column: pd.Series[Any], values: pd.Series[Any] | None = None) -> list[Any]:
    """Values (those of the column itself, unless others are given) as a list, None where the column has none."""
    listed: list[Any] = (column if values is None else values).astype(object).where(column.notna(), None).tolist()
    return listed


def _folded(column: pd.Series[Any]) -> pd.Series[Any]:
    """What a column is sorted by: words without regard to case, everything else as it is."""
    return column.astype("str").str.casefold() if column.dtype in ("str", "category") else column
