"""What can be done from the matrix's header: write a proposal, change, move or remove the one of a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.plot.matrix_view import StanceMatrix


class ColumnHeads(QObject):
    """The button in the header, which shows its words while there is no column, and the menus of the titles."""

    def __init__(self, window: MainWindow, matrix: StanceMatrix) -> None:
        super().__init__(window)
        self._window, self._matrix = window, matrix
        self._button = QToolButton()
        self._button.setObjectName("headerNewProposal")
        self._button.setDefaultAction(window.actions_table["edit.new_proposal"])
        self._button.setText(say("Proposal"))
        self._button.setIcon(window.theme.icon("plus"))
        self._button.setIconSize(QSize(16, 16))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setMinimumSize(24, 24)
        matrix.set_header_widget(self._button)
        matrix.title_activated.connect(self._edit)
        matrix.title_menu_requested.connect(self._show_menu)
        window.theme.changed.connect(lambda: self._button.setIcon(window.theme.icon("plus")))
        self.suit()

    def suit(self) -> None:
        """Show words or the sign alone, as there is room and need."""
        is_empty = not self._window.session.corpus or not self._window.session.corpus.columns
        styles = Qt.ToolButtonStyle
        self._button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if is_empty else styles.ToolButtonIconOnly)
        if self._button.property("call") != is_empty:
            self._button.setProperty("call", is_empty)
            self._button.style().unpolish(self._button)
            self._button.style().polish(self._button)
        self._matrix.update()

    def _is_proposal(self, key: str) -> bool:
        project = self._window.session.project
        return project is not None and any(proposal.id == key for proposal in project.proposals)

    def _edit(self, key: str) -> None:
        if self._is_proposal(key):
            self._window.commands.proposals.edit(key)

    def _show_menu(self, key: str, at: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setObjectName("columnMenu")
        self.fill(menu, key)
        menu.popup(at)

    def fill(self, menu: QMenu, key: str) -> None:
        """Add what can be done with the proposal of a column, or with none."""
        commands, table = self._window.commands.proposals, self._window.actions_table
        if self._is_proposal(key):
            title = next(p.title for p in self._window.session.need_project().proposals if p.id == key)
            shown = menu.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 240).replace("&", "&&")
            theme = self._window.theme
            edit = menu.addAction(theme.icon("edit"), say("Edit “%1”…").replace("%1", shown))
            edit.triggered.connect(lambda: commands.edit(key))
            left = menu.addAction(theme.icon("back"), say("Move left"))
            left.triggered.connect(lambda: commands.move_shown(key, -1))
            right = menu.addAction(theme.icon("forward"), say("Move right"))
            right.triggered.connect(lambda: commands.move_shown(key, 1))
            remove = menu.addAction(theme.icon("reject"), say("Remove from the project"))
            remove.triggered.connect(lambda: commands.remove(key))
            menu.addSeparator()
        if self._window.linking is not None:
            self._window.linking.matrix.fill_columns(menu, key if self._is_proposal(key) else "")
        menu.addAction(say("Fit the columns to their titles")).triggered.connect(self._matrix.fit_columns)
        menu.addAction(say("Usual width of columns")).triggered.connect(lambda: self._matrix.set_column_width(0))
        menu.addSeparator()
        menu.addAction(table["edit.new_proposal"])
        menu.addAction(table["edit.proposals"])
