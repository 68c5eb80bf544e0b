"""The list of contradictions: both sides of each as quotations with their articles and days, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from stanceline.counting.contradictions import Contradiction, Kind, Passage
from stanceline.model.prepared import quote
from stanceline.ui.lists.lines import TEXT_ROLES, Lines
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import Pill, label, list_table
from stanceline.ui.words import (
    STANCE_SIGN,
    STANCE_TOKEN,
    article_day,
    article_name,
    period_text,
    say,
    stance_word,
)

if TYPE_CHECKING:
    from stanceline.ui.index import Index

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_WIDTHS = (140, 150, 170, 120)
_LIST_WIDTH, _CARDS_WIDTH = 460, 560


def kind_word(kind: Kind) -> str:
    """What kind of contradiction it is."""
    return say({
        "both_sides": "Both sides at once", "changed": "Changed sides", "dates": "Different days",
        "quotes": "Quoted differently",
    }[kind])  # fmt: skip


def days_word(found: Contradiction) -> str:
    """Both days."""
    days = [period_text(*side.when) if side.when is not None else say("Undated") for side in (found.a, found.b)]
    return days[0] if days[0] == days[1] else f"{days[0]} / {days[1]}"


class ContradictionTable(Lines):
    """Contradictions, one a row."""

    headings = ("Kind", "Who", "About", "When")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Contradiction] = ()
        self._names: Sequence[str] = ()

    def show_found(self, found: Sequence[Contradiction], names: Sequence[str]) -> None:
        """List other contradictions; `names` are those of the actors, one text a row."""
        self.beginResetModel()
        self._found, self._names = found, names
        self.endResetModel()

    def at(self, row: int) -> Contradiction | None:
        """The contradiction in a row, None outside the table."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in TEXT_ROLES:
            return None
        found = self._found[index.row()]
        return (kind_word(found.kind), self._names[index.row()], found.what, days_word(found))[index.column()]


class _Card(QFrame):
    """One side: what it says, its words, where and when."""

    asked = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", True)
        self._theme = theme
        self._pill = Pill()
        self._day = label("", bold=True, wraps=True)
        self._words = label("", wraps=True, selectable=True)
        self._source = label("", role="muted", wraps=True)
        self._show = QPushButton(say("Show"))
        self._show.setProperty("flat", True)
        self._show.setObjectName(f"{name}Show")
        self._show.clicked.connect(self.asked)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._pill)
        head.addStretch(1)
        head.addWidget(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._day)
        column.addWidget(self._words)
        column.addWidget(self._source)
        column.addStretch(1)

    def show_side(self, side: Passage, index: Index) -> None:
        """Show one side of a contradiction."""
        article = index.articles[side.article]
        self._pill.setVisible(side.stance is not None)
        if side.stance is not None:
            token = STANCE_TOKEN[side.stance]
            words = f"{STANCE_SIGN[side.stance]}  {stance_word(side.stance)}"
            self._pill.show_text(words, self._theme.tokens[token], self._theme.tokens[f"on_{token}"])
        self._day.setText(period_text(*side.when) if side.when is not None else say("Undated"))
        self._words.setText(f"“{quote(article.text, side.spans)}”")
        source = " · ".join(part for part in (article.source, article_name(article), article_day(article)) if part)
        self._source.setText(source)
        self._show.setAccessibleName(say("Show: %1").replace("%1", source))

    @property
    def words(self) -> str:
        """The quotation shown."""
        return self._words.text()


class ContradictionList(QWidget):
    """The list, and the two sides of the chosen contradiction beside each other."""

    chosen = Signal(object)
    """A `Contradiction`."""
    side_asked = Signal(object, object)
    """A `Contradiction` and the key of the side to look at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index: Index | None = None
        self._theme = theme
        self.model = ContradictionTable(self)
        single = QAbstractItemView.SelectionMode.SingleSelection
        self.view = list_table("contradictionList", say("Contradictions"), single)
        self.view.setModel(self.model)
        for column, width in enumerate(_WIDTHS):
            self.view.setColumnWidth(column, width)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.clicked.connect(self._on_row)
        self.setFocusProxy(self.view)
        self._hint: QLabel = label("", role="muted", wraps=True)
        self.cards = _Card(theme, "contradictionA"), _Card(theme, "contradictionB")
        for number, card in enumerate(self.cards):
            card.asked.connect(lambda number=number: self._on_side(number))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("contradictionSplitter")
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(self._make_sides())
        split.setSizes([_LIST_WIDTH, _CARDS_WIDTH])
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(split)
        self._show_sides(None)
        theme.changed.connect(lambda: self._show_sides(self.current))

    def _make_sides(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sides = QFrame()
        sides.setProperty("pane", True)
        column = QVBoxLayout(sides)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(10)
        for card in self.cards:
            row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addStretch(1)
        area.setWidget(sides)
        return area

    @property
    def current(self) -> Contradiction | None:
        """The contradiction that is looked at."""
        return self.model.at(self.view.currentIndex().row())

    def show_found(self, found: Sequence[Contradiction], index: Index) -> None:
        """List other contradictions, of one analysis."""
        before = self.current
        self._index = index
        names = [", ".join(index.actor_name(actor) for actor in row.actors) for row in found]
        self.model.show_found(found, names)
        self._show_sides(None)
        if before is not None and before in found:
            self.view.selectRow(list(found).index(before))

    def _show_sides(self, found: Contradiction | None) -> None:
        is_empty = self.model.rowCount() == 0
        words = (
            say("No contradictions were found in these articles.") if is_empty else say("Choose one to see both sides.")
        )
        self._hint.setText(words)
        self._hint.setVisible(found is None)
        for card, side in zip(self.cards, (found.a, found.b) if found is not None else (None, None), strict=True):
            card.setVisible(side is not None)
            if side is not None and self._index is not None:
                card.show_side(side, self._index)

    def _on_row(self, index: QModelIndex, _before: object = None) -> None:
        found = self.model.at(index.row())
        self._show_sides(found)
        if found is not None:
            self.chosen.emit(found)

    def _on_side(self, number: int) -> None:
        found = self.current
        if found is not None:
            self.side_asked.emit(found, (found.a, found.b)[number].key)
