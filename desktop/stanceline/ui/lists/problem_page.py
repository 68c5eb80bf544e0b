"""The list of problems with what can be done about them: read again, ignore, copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from stanceline.ui.lists.lines import Lines
from stanceline.ui.lists.problem_words import ProblemParts, details_of, digest_of, parts_of
from stanceline.ui.widgets import list_table
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from stanceline.reading.article import Problem
    from stanceline.ui.settings import Settings
    from stanceline.ui.theme import Theme

_MOST_IGNORED = 2_000
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
WIDTHS = (200, 360, 240)


class IgnoredProblems:
    """Problems that the user wants to see no more, in this project or any other."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def digests(self) -> list[str]:
        """What they are remembered by, oldest first."""
        return self._settings.text("ignored_problems").split()

    def add(self, problems: Sequence[Problem]) -> None:
        """Ignore these from now on."""
        known = dict.fromkeys([*self.digests(), *(digest_of(each) for each in problems)])
        self._settings.set_text("ignored_problems", " ".join(list(known)[-_MOST_IGNORED:]))

    def take_back(self, problems: Sequence[Problem]) -> None:
        """Ignore these no longer."""
        gone = {digest_of(each) for each in problems}
        self._settings.set_text("ignored_problems", " ".join(each for each in self.digests() if each not in gone))


class ProblemTable(Lines):
    """One problem a line."""

    headings = ("Where", "What happened", "What follows", "What helps")

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: tuple[Problem, ...] = ()
        self._parts: list[ProblemParts] = []
        self._ignored: frozenset[str] = frozenset()

    def show_problems(self, problems: Sequence[Problem], ignored: frozenset[str]) -> None:
        """List other problems; those that are ignored are told by their icon."""
        if (tuple(problems), ignored) != (self._problems, self._ignored):
            self.beginResetModel()
            self._problems, self._ignored = tuple(problems), ignored
            self._parts = [parts_of(problem) for problem in problems]
            self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._problems)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        problem, parts = self._problems[index.row()], self._parts[index.row()]
        text = (parts.where, parts.what, parts.follows, parts.fix)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return problem.path or text if index.column() == 0 else text
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return self._theme.icon("reject" if digest_of(problem) in self._ignored else "warning")
        return None

    def all(self) -> tuple[Problem, ...]:
        """Every problem listed."""
        return self._problems


class ProblemPage(QWidget):
    """`retry_asked` carries paths of files; `counted` is sent when another number is to be attended to."""

    retry_asked = Signal(list)
    counted = Signal()

    def __init__(self, theme: Theme, settings: Settings | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ignored = IgnoredProblems(settings) if settings is not None else None
        self._all: tuple[Problem, ...] = ()
        self.model = ProblemTable(theme, self)
        self.view = list_table("problemList", say("Problems"), QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setModel(self.model)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.view.installEventFilter(self)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        self._retry = self._button("problemRetry", say("Retry"), self.retry)
        self._retry.setToolTip(say("Read the selected files again; all, where none is selected (Enter)"))
        self._ignore = self._button("problemIgnore", say("Ignore"), self.ignore)
        self._copy = self._button("problemCopy", say("Copy details"), self.copy)
        self._copy.setToolTip(say("Copy the selected problems as text; all, where none is selected"))
        self._show_ignored = QCheckBox()
        self._show_ignored.setObjectName("problemShowIgnored")
        self._show_ignored.toggled.connect(lambda _checked: self._refresh())
        for widget in (self._retry, self._ignore, self._copy, self._show_ignored):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        self._refresh()

    def _button(self, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: act())
        return button

    # ---- what is shown

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List other problems."""
        self._all = tuple(problems)
        self._refresh()

    def attended(self) -> int:
        """How many problems are not ignored."""
        ignored = self._digests()
        return sum(digest_of(each) not in ignored for each in self._all)

    def _digests(self) -> frozenset[str]:
        return frozenset(self._ignored.digests()) if self._ignored is not None else frozenset()

    def _refresh(self) -> None:
        ignored = self._digests()
        hidden = [each for each in self._all if digest_of(each) in ignored]
        is_all = self._show_ignored.isChecked()
        shown = [each for each in self._all if is_all or digest_of(each) not in ignored]
        self.model.show_problems(shown, ignored)
        self._show_ignored.setVisible(bool(hidden))
        self._show_ignored.setText(counted(len(hidden), "Show one ignored", "Show %1 ignored"))
        self._show_buttons()
        self.counted.emit()

    def _show_buttons(self) -> None:
        chosen = self.chosen()
        self._retry.setEnabled(any(each.path for each in chosen))
        self._copy.setEnabled(bool(chosen))
        self._ignore.setEnabled(bool(chosen) and self._ignored is not None)
        is_back = bool(chosen) and all(digest_of(each) in self._digests() for each in chosen)
        self._ignore.setText(say("No longer ignore") if is_back else say("Ignore"))
        self._ignore.setToolTip(say("Leave the selected problems out of list and count (Delete)"))

    def chosen(self) -> list[Problem]:
        """The selected problems; all, where none is selected."""
        problems = self.model.all()
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [problems[row] for row in rows] or list(problems)

    # ---- what is done

    def retry(self) -> None:
        """Ask for the files of the chosen problems to be read again."""
        paths = list(dict.fromkeys(each.path for each in self.chosen() if each.path))
        if paths:
            self.retry_asked.emit([Path(path) for path in paths])

    def ignore(self) -> None:
        """Leave the chosen problems out, or list them again where they all are ignored."""
        chosen = self.chosen()
        if self._ignored is None or not chosen:
            return
        if all(digest_of(each) in self._digests() for each in chosen):
            self._ignored.take_back(chosen)
        else:
            self._ignored.add(chosen)
        self._refresh()

    def copy(self) -> None:
        """Put the chosen problems on the clipboard, a line each."""
        QGuiApplication.clipboard().setText("\n".join(details_of(each) for each in self.chosen()))

    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for button, act in ((self._retry, self.retry), (self._ignore, self.ignore), (self._copy, self.copy)):
            menu.addAction(button.text(), act).setEnabled(button.isEnabled())
        menu.popup(self.view.viewport().mapToGlobal(at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent):
            act = self._act_of(event)
            if act is not None and event.type() == QEvent.Type.ShortcutOverride:
                # Delete and Copy mean the problems here, not the selected marks.
                event.accept()
                return True
            if act is not None and event.type() == QEvent.Type.KeyPress:
                act()
                return True
        return super().eventFilter(watched, event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy
        plain: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.retry, Qt.Key.Key_Enter: self.retry, Qt.Key.Key_Delete: self.ignore,
        }  # fmt: skip
        return plain.get(event.key()) if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else None
