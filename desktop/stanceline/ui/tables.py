"""Item models of the lists below the timeline: all marks, undated marks, problems.

`data` reads a row that was prepared once; sorting orders whole columns as arrays.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from stanceline.model.marks import NO_STANCE, Corpus, Kind, Trait, Undated
from stanceline.reading.article import Problem
from stanceline.temporal.timex import GRANULARITIES
from stanceline.ui.filter_pane import kind_icon, stance_icon
from stanceline.ui.theme import Theme
from stanceline.ui.words import period_text, say, stance_word

KEY_ROLE = Qt.ItemDataRole.UserRole
_TRAIT_WORDS = (
    (Trait.SECOND_HAND, "second-hand"), (Trait.SUGGESTED, "suggested"), (Trait.PLANNED, "planned"),
    (Trait.HYPOTHETICAL, "hypothetical"), (Trait.CANCELLED, "cancelled"), (Trait.DENIED, "denied"),
    (Trait.CONDITIONAL, "conditional"), (Trait.UNCERTAIN, "uncertain"), (Trait.INFERRED_DATE, "inferred date"),
    (Trait.APPROXIMATE, "approximate"), (Trait.CONFLICT, "sources disagree"), (Trait.EDITED, "corrected"),
)  # fmt: skip
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


def trait_words(traits: int) -> str:
    """The visible classes of a mark in words."""
    return ", ".join(say(word) for trait, word in _TRAIT_WORDS if traits & trait)


def kind_word(kind: int) -> str:
    """Event, Statement or Stance."""
    return say({Kind.EVENT: "Event", Kind.STATEMENT: "Statement", Kind.STANCE: "Stance"}[Kind(kind)])


class _Lines(QAbstractTableModel):
    """A table of prepared strings; what the models below share."""

    headings: tuple[str, ...] = ()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(self.headings[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class MarkTable(_Lines):
    """All dated marks of the view, in the order asked for. Rows are known by the mark's key (`KEY_ROLE`)."""

    headings = ("Date", "Actor", "Kind", "What it says", "Stance", "Marked as", "Article")

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._corpus: Corpus | None = None
        self._order: NDArray[np.int64] = np.empty(0, np.int64)
        self._place: dict[str, int] | None = None
        self._cells: dict[int, tuple[str, ...]] = {}
        self._sorted_by = (0, Qt.SortOrder.AscendingOrder)
        self._icons: dict[tuple[str, int], QIcon] = {}
        theme.changed.connect(self._on_theme_changed)

    def show_corpus(self, corpus: Corpus) -> None:
        """Show the marks of another view of the corpus."""
        self.beginResetModel()
        self._corpus = corpus
        self._cells = {}
        self._arrange()
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._order)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._corpus is None or not index.isValid():
            return None
        mark = int(self._order[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._line(mark)[index.column()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(mark, index.column())
        return self._corpus.marks.keys[mark] if role == KEY_ROLE else None

    def _line(self, mark: int) -> tuple[str, ...]:
        if mark not in self._cells and self._corpus is not None:
            corpus, marks = self._corpus, self._corpus.marks
            article = int(marks.article[mark])
            granularity = GRANULARITIES[int(marks.granularity[mark])]
            self._cells[mark] = (
                period_text(int(marks.begin[mark]), int(marks.end[mark]), granularity),
                corpus.rows[int(marks.row[mark])].name,
                kind_word(int(marks.kind[mark])),
                marks.labels[mark],
                "" if marks.stance[mark] == NO_STANCE else stance_word(int(marks.stance[mark])),
                trait_words(int(marks.traits[mark])),
                corpus.articles[article].title if article >= 0 else "",
            )
        return self._cells[mark]

    def _icon(self, mark: int, column: int) -> QIcon | None:
        if self._corpus is None:
            return None
        marks = self._corpus.marks
        if column == 4 and marks.stance[mark] != NO_STANCE:
            value = int(marks.stance[mark])
            return self._icons.setdefault(("stance", value), stance_icon(self._theme, value))
        if column == 2:
            value = int(marks.kind[mark])
            return self._icons.setdefault(("kind", value), kind_icon(self._theme, value))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [index.data(KEY_ROLE) for index in before]
        self._arrange()
        after = [self.index(self.row_of(key), old.column()) for key, old in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        self._place = None
        if self._corpus is None:
            return
        marks = self._corpus.marks
        column, way = self._sorted_by
        names = np.array([row.name.casefold() for row in self._corpus.rows], dtype=np.str_)
        titles = np.array([source.title.casefold() for source in self._corpus.articles] + [""], dtype=np.str_)
        match column:
            case 1:
                values: NDArray[Any] = names[marks.row]
            case 2:
                values = marks.kind
            case 3:
                values = np.array([text.casefold() for text in marks.labels], dtype=np.str_)
            case 4:
                values = marks.stance
            case 5:
                values = marks.traits
            case 6:
                values = titles[marks.article]
            case _:
                values = marks.begin
        self._order = np.lexsort((marks.row, marks.begin, values))
        if way == Qt.SortOrder.DescendingOrder:
            self._order = self._order[::-1]

    def row_of(self, key: str) -> int:
        """The row of a mark, -1 where it is not shown."""
        if self._place is None and self._corpus is not None:
            keys = self._corpus.marks.keys
            self._place = {keys[mark]: row for row, mark in enumerate(self._order.tolist())}
        return (self._place or {}).get(key, -1)

    def key_at(self, row: int) -> str | None:
        """The mark's key in a row, None outside the table."""
        if self._corpus is None or not 0 <= row < len(self._order):
            return None
        return self._corpus.marks.keys[int(self._order[row])]

    def _on_theme_changed(self) -> None:
        self._icons.clear()


class UndatedTable(_Lines):
    """Marks without a usable date, with the reason."""

    headings = ("What it says", "Actor", "Kind", "Why it has no date", "Article")

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._undated: Sequence[Undated] = ()
        self._corpus: Corpus | None = None

    def show_corpus(self, corpus: Corpus) -> None:
        """Show the undated marks of another view of the corpus."""
        self.beginResetModel()
        self._corpus, self._undated = corpus, corpus.undated
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._undated)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._corpus is None or not index.isValid():
            return None
        entry = self._undated[index.row()]
        if role == KEY_ROLE:
            return entry.key
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        article = self._corpus.articles[entry.article].title if entry.article >= 0 else ""
        return (entry.label, self._corpus.rows[entry.row].name, kind_word(entry.kind), entry.reason, article)[
            index.column()
        ]

    def key_at(self, row: int) -> str | None:
        """The mark's key in a row, None outside the table."""
        return self._undated[row].key if 0 <= row < len(self._undated) else None

    def row_of(self, key: str) -> int:
        """The row of a mark, -1 where it is not listed."""
        return next((row for row, entry in enumerate(self._undated) if entry.key == key), -1)


class ProblemTable(_Lines):
    """Everything that could not be read or understood, one line each."""

    headings = ("File or article", "What happened, and what to do")

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._problems: tuple[Problem, ...] = ()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List other problems."""
        if tuple(problems) != self._problems:
            self.beginResetModel()
            self._problems = tuple(problems)
            self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._problems)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        problem = self._problems[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            where = (problem.path or problem.article or "").rsplit("/", 1)[-1]
            return (where, problem.says)[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return self._theme.icon("warning")
        return None

    def problem_at(self, row: int) -> Problem | None:
        """The problem in a row, None outside the table."""
        return self._problems[row] if 0 <= row < len(self._problems) else None

    def all(self) -> tuple[Problem, ...]:
        """Every problem listed."""
        return self._problems
