"""The drawer below the timeline: every mark as a table, what has no date, what went wrong, and the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from stanceline.model.marks import Corpus
from stanceline.reading.article import Problem
from stanceline.ui.lists.problem_page import WIDTHS, ProblemPage
from stanceline.ui.lists.tables import KEY_ROLE, UNDATED_MARKS, MarkTable
from stanceline.ui.selection import Selection
from stanceline.ui.theme import Theme, fixed_font
from stanceline.ui.widgets import action_button, list_table
from stanceline.ui.words import say

if TYPE_CHECKING:
    import pandas as pd

    from stanceline.ui.settings import Settings

_EXTENDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_LOG_LINES = 2_000
_MOST_SELECTED_ROWS = 5_000
TABLE, UNDATED, PROBLEMS, LOG = range(4)


def _page(view: QWidget, buttons: Sequence[QPushButton]) -> QWidget:
    """A list with a row of buttons below it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setContentsMargins(8, 4, 8, 4)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    column.addWidget(view, 1)
    column.addLayout(row)
    return page


class Drawer(QTabWidget):
    """The lists; selecting a row selects the mark everywhere. `retry_asked` carries paths of files."""

    retry_asked = Signal(list)
    opened = Signal(str)
    hovered = Signal(str)
    """Key of the mark whose row is under the pointer, empty for none."""

    def __init__(
        self,
        theme: Theme,
        selection: Selection,
        menu_actions: Sequence[QAction],
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self.setDocumentMode(True)
        self._theme, self._selection = theme, selection
        self._menu_actions = list(menu_actions)
        self._is_selecting = False
        self._corpus: Corpus | None = None
        self._all_marks: pd.DataFrame | None = None
        self._stale = False
        self._widths: dict[str, dict[int, int]] = {}
        self.marks, self.undated = MarkTable(theme, parent=self), MarkTable(theme, UNDATED_MARKS, self)
        self._table = self._make_table("eventTable", say("All marks as a table"), (160, 170, 116, 320, 150, 150))
        self._table.setModel(self.marks)
        self._table.setSortingEnabled(True)
        self._table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._tray = self._make_table("undatedTray", say("Marks without a date"), (320, 170, 116, 320))
        self._tray.setModel(self.undated)
        self._tray.setSortingEnabled(True)
        self._tray.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self.problem_page = ProblemPage(theme, settings)
        self.problem_page.retry_asked.connect(self.retry_asked)
        self.problem_page.counted.connect(self._show_counts)
        self._widths["problemList"] = dict(enumerate(WIDTHS))
        self._log = self._make_log()
        self.addTab(self._table, say("Table"))
        self.addTab(self._make_tray_page(), say("Undated"))
        self.addTab(self.problem_page, say("Problems"))
        self.addTab(self._make_log_page(), say("Log"))
        for view in (self._table, self._tray):
            view.selectionModel().selectionChanged.connect(self._on_rows_selected)
            view.doubleClicked.connect(self._on_opened)
            view.setMouseTracking(True)
            view.entered.connect(self._on_entered)
            view.viewportEntered.connect(lambda: self.hovered.emit(""))
            view.viewport().installEventFilter(self)
        self.currentChanged.connect(lambda _tab: self._show_stale())
        selection.changed.connect(self._show_selection)
        self._show_counts()

    def sizeHint(self) -> QSize:
        return QSize(640, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 120)

    def _make_table(self, name: str, spoken: str, widths: Sequence[int]) -> QTableView:
        view = list_table(name, spoken, QAbstractItemView.SelectionMode.ExtendedSelection)
        view.horizontalHeader().setDefaultSectionSize(140)
        self._widths[name] = dict(enumerate(widths))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(lambda at, shown=view: self._on_menu(shown, at))
        return view

    def set_column_widths(self) -> None:
        """Give the columns their widths of a first start."""
        for view in (self._table, self._tray, self.problem_page.view):
            for column, width in self._widths[view.objectName()].items():
                view.setColumnWidth(column, width)

    def header_states(self) -> dict[str, QHeaderView]:
        """The headers whose state is kept between starts."""
        return {
            view.objectName(): view.horizontalHeader() for view in (self._table, self._tray, self.problem_page.view)
        }

    def _make_tray_page(self) -> QWidget:
        pinning = [act for act in self._menu_actions if act.objectName() in ("actionSetDate", "actionPinArticle")]
        return _page(self._tray, [action_button(action) for action in pinning])

    def _make_log_page(self) -> QWidget:
        copy = QPushButton(say("Copy log"))
        copy.setObjectName("logCopy")
        copy.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(self.log_lines()))
        return _page(self._log, [copy])

    def _make_log(self) -> QPlainTextEdit:
        log = QPlainTextEdit()
        log.setObjectName("logView")
        log.setAccessibleName(say("Log"))
        log.setReadOnly(True)
        log.setMaximumBlockCount(_LOG_LINES)
        log.setTabChangesFocus(True)
        log.setFont(fixed_font())
        return log

    # ---- what is shown

    def show_corpus(self, corpus: Corpus, marks: pd.DataFrame | None) -> None:
        """Show another view of the corpus; the tables are filled when they can be seen.

        `marks` is the joined table that the rows come from; None while it is being made: what is listed stays.
        """
        self._corpus, self._all_marks = corpus, marks
        self._stale = True
        self._show_counts()
        if self.isVisible() or self._is_bare():
            self._show_stale()

    def _is_bare(self) -> bool:
        return self._corpus is not None and not (len(self._corpus.marks) or self._corpus.undated)

    def _show_stale(self) -> None:
        if self._corpus is None or not self._stale:
            return
        if self._all_marks is not None or self._is_bare():
            self._stale = False
            self._is_selecting = True
            self.marks.show_marks(self._all_marks, known_keys(self._corpus))
            self.undated.show_marks(self._all_marks, [entry.key for entry in self._corpus.undated])
            self._is_selecting = False
            self._show_selection()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._show_stale()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List other problems."""
        self.problem_page.show_problems(problems)
        self._show_counts()

    def log(self, text: str) -> None:
        """Add a line to the log, with the time of day."""
        self._log.appendPlainText(f"{datetime.now():%H:%M:%S}  {text}")

    def log_lines(self) -> str:
        """The whole log."""
        return self._log.toPlainText()

    def _show_counts(self) -> None:
        undated = len(self._corpus.undated) if self._corpus else 0
        problems = self.problem_page.attended()
        later = self._corpus.later if self._corpus else None
        marks = len(self._corpus.marks) - (0 if later is None else int(later.sum())) if self._corpus else 0
        for tab, name, count in (
            (TABLE, "Table", marks),
            (UNDATED, "Undated", undated),
            (PROBLEMS, "Problems", problems),
        ):
            self.setTabText(tab, f"{say(name)} ({count:,})" if count else say(name))

    # ---- selection

    def _show_selection(self) -> None:
        if self._is_selecting or self._stale:
            return
        self._is_selecting = True
        for view, model in ((self._table, self.marks), (self._tray, self.undated)):
            rows = sorted(
                row for row in (model.row_of(key) for key in self._selection.keys[:_MOST_SELECTED_ROWS]) if row >= 0
            )
            chosen = QItemSelection()
            for first, last in _runs(rows):
                chosen.select(model.index(first, 0), model.index(last, model.columnCount() - 1))
            view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            current = model.row_of(self._selection.current) if self._selection.current else -1
            if current >= 0:
                view.selectionModel().setCurrentIndex(
                    model.index(current, 0), QItemSelectionModel.SelectionFlag.NoUpdate
                )
                view.scrollTo(model.index(current, 0))
        self._is_selecting = False

    def _on_rows_selected(self) -> None:
        if self._is_selecting:
            return
        view = self._table if self.currentIndex() == TABLE else self._tray
        model = self.marks if view is self._table else self.undated
        keys = [key for key in (model.key_at(index.row()) for index in view.selectionModel().selectedRows()) if key]
        current = model.key_at(view.currentIndex().row())
        self._is_selecting = True
        if self._selection.mode == "replace" or QGuiApplication.keyboardModifiers() & _EXTENDING:
            self._selection.select(keys, current)
        else:
            self._selection.take(keys, current)
        self._is_selecting = False
        if self._selection.mode != "replace":
            self._show_selection()

    def _on_entered(self, index: QModelIndex) -> None:
        self.hovered.emit(index.data(KEY_ROLE) or "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and watched in (self._table.viewport(), self._tray.viewport()):
            self.hovered.emit("")
        return super().eventFilter(watched, event)

    def set_lit(self, is_lit: Callable[[str], bool] | None) -> None:
        """Light the rows of marks that the pointer is on in another view."""
        self.marks.set_lit(is_lit)
        self._table.viewport().update()

    def _on_opened(self, index: QModelIndex) -> None:
        model = self.marks if self.currentIndex() == TABLE else self.undated
        key = model.key_at(index.row())
        if key is not None:
            self.opened.emit(key)

    def _on_menu(self, view: QTableView, at: QPoint) -> None:
        if self._selection.keys:
            menu = QMenu(self)
            menu.addActions(self._menu_actions)
        else:
            return
        menu.popup(view.viewport().mapToGlobal(at))

    def focus_widget(self) -> QWidget:
        """Where the keyboard goes when the drawer is entered."""
        pages: tuple[QWidget, ...] = (self._table, self._tray, self.problem_page.view, self._log)
        page = self.currentWidget()
        return pages[self.currentIndex()] if self.currentIndex() < len(pages) else page.focusProxy() or page


def known_keys(corpus: Corpus) -> Sequence[str]:
    """The marks that are listed: those that were known on the clock's day."""
    if corpus.later is None:
        return corpus.marks.keys
    return [corpus.marks.keys[number] for number in (~corpus.later).nonzero()[0].tolist()]


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
