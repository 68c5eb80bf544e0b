"""Small pieces that several panes share: labels with a role, icon buttons, fields, colored pills, hairlines."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.theme import Theme


def label(text: str, *, role: str = "", wraps: bool = False, bold: bool = False, selectable: bool = False) -> QLabel:
    """Plain text in one of the style sheet's roles (title, headline, section, muted, warning)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if role:
        made.setProperty("role", role)
    if bold:
        font = QFont(made.font())
        font.setWeight(QFont.Weight.DemiBold)
        made.setFont(font)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setCursor(Qt.CursorShape.IBeamCursor)
    if wraps:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def list_table(name: str, spoken: str, mode: QAbstractItemView.SelectionMode) -> QTableView:
    """A table whose rows are things: whole rows selected, one height, no grid; its header is named after it."""
    view = QTableView()
    view.setObjectName(name)
    view.setAccessibleName(spoken)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(mode)
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setIconSize(QSize(16, 16))
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(28)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = view.horizontalHeader()
    header.setObjectName(f"{name}Header")
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    return view


class _IconButton(QToolButton):
    """Keeps its icon in the theme's colors as long as it lives."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon_name = theme, icon
        self._on_theme_changed()
        # A method and not a lambda: Qt lets go of it with the button.
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.setIcon(self._theme.icon(self._icon_name))


def icon_button(theme: Theme, icon: str, text: str) -> QToolButton:
    """A quiet button with an icon; `text` is its tooltip and accessible name."""
    button = _IconButton(theme, icon)
    button.setProperty("quiet", True)
    button.setIconSize(QSize(16, 16))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setMinimumSize(24, 24)
    return button


def action_button(action: QAction) -> QPushButton:
    """A button that does what an action does, enabled where the action is."""
    button = QPushButton(action.text().replace("&", ""))
    button.setToolTip(action.toolTip())
    button.setAutoDefault(False)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(lambda _checked=False: action.trigger())
    action.enabledChanged.connect(button.setEnabled)
    return button


class PutBackField(QLineEdit):
    """A line of text in which Escape asks for what was there before."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def mark_invalid(field: QWidget, is_invalid: bool) -> None:
    """Draw a field as one whose content cannot be used, or as a good one again."""
    if bool(field.property("invalid")) == is_invalid:
        return
    field.setProperty("invalid", is_invalid)
    # Qt applies rules on properties only when a widget is polished.
    field.style().unpolish(field)
    field.style().polish(field)


def line() -> QFrame:
    """A hairline across its parent."""
    made = QFrame()
    made.setProperty("line", True)
    return made


def scrolled_column(area: QScrollArea, name: str, spoken: str) -> tuple[QFrame, QVBoxLayout]:
    """Make a scroll area a page of the detail pane; gives the page and the column that its content goes into."""
    area.setObjectName(name)
    area.setAccessibleName(spoken)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page = QFrame()
    page.setProperty("pane", True)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(16, 12, 16, 12)
    column = QVBoxLayout()
    column.setSpacing(8)
    outer.addLayout(column)
    outer.addStretch(1)
    area.setWidget(page)
    return page, column


def clear_layout(layout: QLayout) -> None:
    """Take all widgets out of a layout and drop them."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def plain_buttons(box: QDialogButtonBox) -> None:
    """Take the style's own pictures off the buttons of a dialog: they are of another hand than the window's icons."""
    for button in box.buttons():
        button.setIcon(QIcon())


class Pill(QWidget):
    """A short word on a rounded ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._fill, self._ink = "", QColor(), QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, fill: str, ink: str) -> None:
        """Show `text` in the color `ink` on `fill` (`#RRGGBB`)."""
        self._text, self._fill, self._ink = text, QColor(fill), QColor(ink)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What the pill says."""
        return self._text

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        from PySide6.QtGui import QFontMetrics

        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self._text) + 16, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt gives it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setFont(self._font())
        painter.setPen(self._ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
